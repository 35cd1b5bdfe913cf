//! The lifecycle of a provincial directive as typed state transitions.
//!
//! [`Directive::decide`] judges a [`Command`] in a context ([`Ctx`]: who, when, calendar, directory, rules) and answers
//! with a [`Decision`], which is all that a journal appends, or with a [`Refusal`] that gives every reason.
//! [`Directive::evolve`] folds an [`Event`] into the next state and judges nothing.
//!
//! - [`directory`] and [`mandate`]: what people write, and [`check`] finds odd;
//! - [`directive`], [`obligation`], [`meeting`]: three machines, one struct and one file per state;
//! - [`command`], [`event`]: what somebody wants done, and what happened;
//! - [`authority`], [`evidence`], [`refusal`], [`rule`]: who may, on what proof, why not, and what a province adds;
//! - [`proceedings`], [`query`], [`planner`]: the obligations and meetings in force, questions about them at an instant,
//!   and slots in which a meeting can sit.
//!
//! The crate is pure: it has no clock, no input or output, no threads, no randomness and no logging.

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
pub mod planner;
pub mod proceedings;
pub mod query;
pub mod refusal;
pub mod roster;
pub mod rule;
pub mod schema;
mod states;

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
