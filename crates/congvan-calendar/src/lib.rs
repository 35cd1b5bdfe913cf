//! Working days and deadlines of Vietnamese state agencies, each with its derivation.

mod deadline;
mod instant;

pub use deadline::{DayOff, DeadlineRule, Derivation, Due, Event};
pub use instant::{Instant, InstantError};

/// The working days.
#[derive(Clone, Debug)]
pub struct Calendar;
// STUB
use chrono::NaiveDate;
#[derive(Clone, Debug)] #[allow(missing_docs)] pub enum Resolved { Due(Box<Due>), Unresolved(String), NoDeadline }
#[allow(missing_docs, missing_debug_implementations)] pub struct Known<'a> { pub issued: Option<NaiveDate>, pub received: Option<NaiveDate>, pub performer: &'a str, pub due_of: &'a dyn Fn(&str) -> Option<Due>, pub event: &'a dyn Fn(&str)->Option<NaiveDate> }
#[derive(Debug)] #[allow(missing_docs)] pub struct Walk { pub end: NaiveDate }
#[allow(missing_docs)] impl Calendar { pub fn is_working_day(&self, _: NaiveDate) -> bool { true } pub fn add_working_days(&self, d: NaiveDate, _: i32) -> Walk { Walk { end: d } } }
#[allow(missing_docs)] impl DeadlineRule { pub fn resolve(&self, _: &Calendar, _: DayOff, _: &Known<'_>) -> Resolved { Resolved::NoDeadline } }
