//! When and where a meeting sits, who was there, and what it decided.

use congvan::Instant;
use congvan::core::event::{AgendaItem, FollowUp};
use congvan::core::id::{AssignmentId, PersonId, UnitId};
use congvan::core::mandate::Assignment;
use congvan::core::meeting::{Attendance, ChairOverride, Presence, Slot};

/// When and where a meeting sits.
#[uniffi::remote(Record)]
pub struct Slot {
    /// How long, in minutes.
    pub minutes: u32,
    /// The room, where it is known.
    #[uniffi(default = None)]
    pub room: Option<String>,
    /// When it begins.
    pub start: Instant,
}

/// The chair's recorded decision to sit on a day off.
#[uniffi::remote(Record)]
pub struct ChairOverride {
    /// The chair who decided.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

/// How a unit was represented.
#[uniffi::remote(Enum)]
pub enum Presence {
    /// By its head.
    Head,
    /// By a named deputy with authorisation.
    Deputy,
    /// By somebody without authorisation, which is noted.
    Unauthorised,
    /// By nobody.
    Missing,
}

/// How one unit was represented at a sitting.
#[uniffi::remote(Record)]
pub struct Attendance {
    /// The person who came.
    #[uniffi(default = None)]
    pub person: Option<PersonId>,
    /// In which way.
    pub presence: Presence,
    /// Which unit.
    pub unit: UnitId,
}

/// One item of a meeting's agenda: an assignment, and the units whose heads report on it.
#[uniffi::remote(Record)]
pub struct AgendaItem {
    /// The assignment.
    pub assignment: AssignmentId,
    /// The units whose heads report.
    pub reporting: Vec<UnitId>,
    /// The item's title.
    pub title: String,
}

/// A follow-up assignment that a conclusion orders.
#[uniffi::remote(Record)]
pub struct FollowUp {
    /// What a follow-up directive is to assign.
    pub assignment: Assignment,
    /// Which decision of the conclusion it carries out, counted from 1.
    #[uniffi(default = None)]
    pub decision: Option<u32>,
}
