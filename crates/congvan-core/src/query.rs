//! Questions about a directive's proceedings: pure functions of the state, of an instant, and of the recorded events.
//!
//! Every answer is a plain value that serialises, in an order that depends on nothing but the proceedings: obligations
//! in their own order, lanes in the order of the directive's items, units by identifier.

mod blockers;
mod board;
mod emulation;
mod follow_up;
mod lateness;
mod progress;
mod provenance;
mod stages;
mod standing;
mod statistics;
#[cfg(test)]
pub(crate) mod tests;
mod timeline;

pub use blockers::{Awaited, Blockage, Blocker, Unblock, Who};
pub use board::{Board, Cell, Column, Marks, Row};
pub use emulation::{Emulation, EmulationRow};
pub use follow_up::FollowUpError;
pub use progress::{Counts, FieldProgress, Progress, StageProgress, UnitProgress, WorkProgress};
pub use provenance::{Contained, Provenance, Vetted};
pub use stages::StageKind;
pub use standing::{Standing, StandingFacts, Uncounted};
pub use statistics::Statistics;
pub use timeline::{Milestone, MilestoneKind, StageLine, Timeline, Tracked};
