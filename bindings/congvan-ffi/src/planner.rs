//! Slots in which a meeting can sit, or why there is none.

use congvan::Instant;
use congvan::core::id::{OfficeId, PersonId, UnitId};
use congvan::core::mandate::Window;
use congvan::core::meeting::{MeetingIndex, MeetingStateName};
use congvan::core::planner::{Busy, Cause, Clash, Demand, Engaged};

/// What the planner is asked.
#[uniffi::remote(Record)]
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
    pub step_minutes: u32,
    /// The most slots to answer.
    pub limit: usize,
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
