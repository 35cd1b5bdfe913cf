//! Events of meetings.

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{AssignmentId, UnitId};
use crate::instrument::Instrument;
use crate::mandate::Assignment;
use crate::meeting::{Attendance, ChairOverride, MeetingIndex, Slot};

macro_rules! event {
    ($(#[$doc:meta])+ $name:ident { $($body:tt)* }) => {
        $(#[$doc])+
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        pub struct $name { $($body)* }
    };
}

event! {
    /// A tentative date was proposed.
    MeetingProposed {
        /// Which meeting.
        pub meeting: MeetingIndex,
        /// When and where.
        pub slot: Slot,
    }
}

/// One item of a meeting's agenda: an assignment, and the units whose heads report on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// The assignment.
    pub assignment: AssignmentId,
    /// The units whose heads report.
    pub reporting: Vec<UnitId>,
    /// The item's title.
    pub title: String,
}

event! {
    /// A meeting was scheduled and invitations went out.
    MeetingScheduled {
        /// The agenda in the order of the directive's items.
        pub agenda: Vec<AgendaItem>,
        /// The units invited.
        pub invited: Vec<UnitId>,
        /// Which meeting.
        pub meeting: MeetingIndex,
        /// The chair's decision to sit on a day off.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub overriding: Option<ChairOverride>,
        /// When and where.
        pub slot: Slot,
    }
}

event! {
    /// A meeting was moved to another slot.
    MeetingRescheduled {
        /// Which meeting.
        pub meeting: MeetingIndex,
        /// The chair's decision to sit on a day off.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub overriding: Option<ChairOverride>,
        /// Why.
        pub reason: String,
        /// When and where.
        pub slot: Slot,
    }
}

event! {
    /// A meeting was postponed without a date.
    MeetingPostponed {
        /// Which meeting.
        pub meeting: MeetingIndex,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// A meeting was cancelled.
    MeetingCancelled {
        /// Which meeting.
        pub meeting: MeetingIndex,
        /// Why.
        pub reason: String,
    }
}

event! {
    /// A meeting was held.
    MeetingHeld {
        /// Whether the chair adjourned to a further sitting.
        pub adjourned: bool,
        /// Who was there.
        pub attendance: Vec<Attendance>,
        /// When it ended.
        pub ended_at: Instant,
        /// Which meeting.
        pub meeting: MeetingIndex,
        /// What the chair had recorded, such as on a missing quorum.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub note: Option<String>,
    }
}

/// A follow-up assignment that a conclusion orders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// What a follow-up directive is to assign.
    pub assignment: Assignment,
    /// Which decision of the conclusion it carries out, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<u32>,
}

event! {
    /// A meeting's conclusion was announced (thông báo kết luận), with its own number.
    ConclusionAnnounced {
        /// What was decided.
        pub decisions: Vec<String>,
        /// What is to be assigned in consequence.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub follow_ups: Vec<FollowUp>,
        /// Which meeting.
        pub meeting: MeetingIndex,
        /// The notice itself.
        pub notice: Instrument,
    }
}
