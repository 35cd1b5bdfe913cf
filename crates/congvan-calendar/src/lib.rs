//! Working days and deadlines of Vietnamese state agencies, each with its derivation.

mod deadline;
mod instant;

pub use deadline::{DayOff, DeadlineRule, Derivation, Due, Event};
pub use instant::{Instant, InstantError};

/// The working days.
#[derive(Clone, Debug)]
pub struct Calendar;
