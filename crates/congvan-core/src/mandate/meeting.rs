//! A meeting that a directive orders.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{AssignmentId, CommitteeId, MeetingId, OfficeId, UnitId};

/// A meeting to be scheduled, held and concluded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MeetingPlan {
    /// The identifier that commands use.
    pub id: MeetingId,
    /// The name of the meeting.
    pub name: String,
    /// The unit that schedules it (chủ trì).
    pub lead: UnitId,
    /// The units that help it (phối hợp); they owe nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cooperating: Vec<UnitId>,
    /// The office whose holder takes the chair.
    pub chair: OfficeId,
    /// The committees that sit, several in one sitting where the directive says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub committees: Vec<CommitteeId>,
    /// From which day to which day it is to be held, where the directive says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// The assignments that must be settled first; may be none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prepares: Vec<AssignmentId>,
    /// The assignments whose performers' heads report in person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<AssignmentId>,
    /// How long it is planned to last, in minutes.
    #[serde(default = "half_day")]
    pub minutes: u32,
    /// The quorum, where a committee has one (none by default).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
}

const fn half_day() -> u32 {
    180
}

/// From which day to which day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

impl Window {
    /// Whether the day lies in the window.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.until
    }
}

/// How many of the required heads (or their deputies) make a quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quorum {
    /// The smallest number that suffices.
    pub present: u32,
}
