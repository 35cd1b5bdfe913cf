//! The lifecycle of a provincial directive as typed state transitions.

pub mod actor;
pub mod authority;
pub mod check;
pub mod command;
pub mod context;
mod criteria;
pub mod directive;
pub mod directory;
pub mod event;
pub mod evidence;
pub mod finding;
mod fold;
pub mod hash;
pub mod id;
pub mod instrument;
pub mod mandate;
pub mod meeting;
pub mod obligation;
pub mod proceedings;
pub mod refusal;
pub mod roster;
pub mod rule;

pub use actor::{Actor, Capacity};
pub use command::{Command, Kind, Offer, Target};
pub use context::Ctx;
pub use directive::{Decision, Directive};
pub use directory::Directory;
pub use event::{Event, Stamp};
pub use hash::ContentHash;
pub use instrument::Instrument;
pub use mandate::Mandate;
pub use obligation::ObligationId;
pub use proceedings::Proceedings;
pub use refusal::{Reason, ReasonCode, Refusal};
pub use roster::Entry;
pub use rule::{Rule, Rules};
