//! Slots in which a meeting can sit, or why there is none.

use congvan::Instant;
use congvan::Say as _;
use congvan::core::event::AgendaItem;
use congvan::core::id::{CommitteeId, OfficeId, PersonId, UnitId};
use congvan::core::mandate::Window;
use congvan::core::meeting::{MeetingIndex, MeetingStateName, Slot};
use congvan::core::planner::{self, Busy, Cause, Clash, Engaged};

use crate::text::Text;

/// What the planner is asked.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Demand {
    /// When it is asked: no slot begins at or before it.
    pub now: Instant,
    /// When persons, units and rooms are engaged.
    #[uniffi(default = [])]
    pub busy: Vec<Busy>,
    /// The rooms to choose from, the preferred one first; with none, slots name no room.
    #[uniffi(default = [])]
    pub rooms: Vec<String>,
    /// The distance between possible starts from the beginning of a stretch of working hours, in minutes; 0 counts
    /// as 1.
    #[uniffi(default = 30)]
    pub step_minutes: u32,
    /// The most slots to answer.
    #[uniffi(default = 10)]
    pub limit: u32,
}

impl From<Demand> for planner::Demand {
    fn from(demand: Demand) -> Self {
        let Demand { now, busy, rooms, step_minutes, limit } = demand;
        Self { now, busy, rooms, step_minutes, limit: limit as usize }
    }
}

/// What the planner found.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Planning {
    /// The committees that sit in the one sitting, in the order of the directive.
    pub committees: Vec<CommitteeId>,
    /// Who reports on what, in the order of the directive's items.
    pub agenda: Vec<AgendaItem>,
    /// Whether something that the meeting prepares is still open, so that a slot can only be proposed.
    pub tentative: bool,
    /// The free slots, best first, at most as many as were asked for.
    pub slots: Vec<RankedSlot>,
    /// Why there is no free slot.
    pub none_because: Option<Cause>,
    /// Why there is no free slot, as it is told to people.
    pub none_told: Option<Text>,
}

impl From<planner::Planning> for Planning {
    fn from(found: planner::Planning) -> Self {
        let planner::Planning { committees, agenda, tentative, slots, none_because } = found;
        Self {
            committees,
            agenda,
            tentative,
            slots: slots.into_iter().map(Into::into).collect(),
            none_told: none_because.as_ref().map(|cause| cause.say().into()),
            none_because,
        }
    }
}

/// A free slot with its place among the others, and why.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RankedSlot {
    /// Its place, from 1.
    pub rank: u32,
    /// When and where.
    pub slot: Slot,
    /// Whether a whole working day lies between the final consolidation and the meeting.
    pub time_to_prepare: bool,
    /// Whether it begins before noon.
    pub morning: bool,
    /// The units that must send a deputy: invited ones whose head is engaged, and any without a head that day.
    pub deputies: Vec<UnitId>,
    /// Why it stands where it stands, for people.
    pub reasons: Vec<Text>,
}

impl From<planner::RankedSlot> for RankedSlot {
    fn from(found: planner::RankedSlot) -> Self {
        let planner::RankedSlot { rank, slot, time_to_prepare, morning, deputies, reasons } = found;
        let reasons = reasons.into_iter().map(Into::into).collect();
        Self { rank, slot, time_to_prepare, morning, deputies, reasons }
    }
}

/// An engagement, from an instant until another, which is free again.
#[uniffi::remote(Record)]
pub struct Busy {
    /// Who or what is engaged.
    pub who: Engaged,
    /// From when.
    pub from: Instant,
    /// Until when; free again at this instant.
    pub until: Instant,
}

/// Who or what is engaged.
#[uniffi::remote(Enum)]
pub enum Engaged {
    /// A natural person.
    Person(PersonId),
    /// A whole unit, and with it its head.
    Unit(UnitId),
    /// A room.
    Room(String),
}

/// Why there is no free slot.
#[uniffi::remote(Enum)]
#[uniffi(name = "PlanningCause")]
pub enum Cause {
    /// There is no such meeting.
    UnknownMeeting {
        /// What was asked for.
        meeting: MeetingIndex,
    },
    /// The meeting was held, announced or cancelled.
    NotToBeScheduled {
        /// The state it is in.
        state: MeetingStateName,
    },
    /// The window has passed, or too little of its last day is left.
    WindowPassed {
        /// The window.
        window: Window,
    },
    /// No day of the window that is left is a working day.
    NoWorkingDay {
        /// The window.
        window: Window,
    },
    /// The meeting is longer than every stretch of working hours in the window.
    TooLong {
        /// How long it is planned to last, in minutes.
        minutes: u32,
        /// The longest stretch, in minutes.
        longest: u32,
    },
    /// Every slot clashes with something.
    AllClash {
        /// How many slots there would be.
        candidates: u32,
        /// With what, the most frequent first.
        clashes: Vec<Clash>,
    },
}

/// With what slots clash.
#[uniffi::remote(Record)]
pub struct Clash {
    /// How many slots.
    pub slots: u32,
    /// Who or what is engaged; none where nobody holds the office that takes the chair.
    pub with: Option<Engaged>,
    /// The office that takes the chair, where nobody holds it.
    pub vacant: Option<OfficeId>,
}
