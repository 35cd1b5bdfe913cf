//! A meeting that a directive orders.

use chrono::NaiveDate;
use congvan::core::id::{AssignmentId, CommitteeId, MeetingId, OfficeId, UnitId};
use congvan::core::mandate::{MeetingPlan, Quorum, Window};

/// A meeting to be scheduled, held and concluded.
#[uniffi::remote(Record)]
pub struct MeetingPlan {
    /// The identifier that commands use.
    pub id: MeetingId,
    /// The name of the meeting.
    pub name: String,
    /// The unit that schedules it (chủ trì).
    pub lead: UnitId,
    /// The units that help it (phối hợp); they owe nothing.
    #[uniffi(default = [])]
    pub cooperating: Vec<UnitId>,
    /// The office whose holder takes the chair.
    pub chair: OfficeId,
    /// The committees that sit, several in one sitting where the directive says so.
    #[uniffi(default = [])]
    pub committees: Vec<CommitteeId>,
    /// From which day to which day it is to be held, where the directive says so.
    #[uniffi(default = None)]
    pub window: Option<Window>,
    /// The assignments that must be settled first; may be none.
    #[uniffi(default = [])]
    pub prepares: Vec<AssignmentId>,
    /// The assignments whose performers' heads report in person.
    #[uniffi(default = [])]
    pub reports: Vec<AssignmentId>,
    /// How long it is planned to last, in minutes.
    pub minutes: u32,
    /// The quorum, where a committee has one (none by default).
    #[uniffi(default = None)]
    pub quorum: Option<Quorum>,
}

/// From which day to which day, both included.
#[uniffi::remote(Record)]
pub struct Window {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

/// How many of the required heads (or their deputies) make a quorum.
#[uniffi::remote(Record)]
pub struct Quorum {
    /// The smallest number that suffices.
    pub present: u32,
}
