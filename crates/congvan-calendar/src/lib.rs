//! Working days and deadlines of Vietnamese state agencies, each with its derivation.
//!
//! - [`Instant`]: civil time of Viet Nam, to the microsecond;
//! - [`Calendar`]: which days are worked and why, as known on some day, with what a province adds;
//! - [`DeadlineRule`]: a deadline as a mandate states it, resolved to a [`Due`] instant with its [`Derivation`];
//! - [`lunar`]: the lunar dates at UTC+7.
//!
//! The crate is pure: it opens no file and asks no clock.

mod calendar;
pub mod data;
mod day;
mod deadline;
mod derivation;
mod instant;
pub mod lunar;
mod resolve;
mod year;

pub use calendar::{Calendar, Walk};
pub use data::CalendarData;
pub use day::{Day, DayReason, Holiday, say_date};
pub use deadline::{DayOff, DeadlineRule, Due, Event};
pub use derivation::{Derivation, Step, say_instant};
pub use instant::{Instant, InstantError};
pub use resolve::{Known, Missing, Resolved};
