//! When and where a meeting sits, and who was there.

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{PersonId, UnitId};

/// When and where a meeting sits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// How long, in minutes.
    pub minutes: u32,
    /// The room, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
    /// When it begins.
    pub start: Instant,
}

/// The chair's recorded decision to sit on a day off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChairOverride {
    /// The chair who decided.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

/// How a unit was represented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// The person who came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// In which way.
    pub presence: Presence,
    /// Which unit.
    pub unit: UnitId,
}
