//! The lifecycle of a provincial directive as typed state transitions.

pub mod actor;
pub mod check;
pub mod directory;
pub mod finding;
pub mod hash;
pub mod id;
pub mod mandate;

pub use actor::{Actor, Capacity};
pub use directory::Directory;
pub use hash::ContentHash;
pub use mandate::Mandate;
