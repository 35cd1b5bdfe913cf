//! Deadlines as a mandate states them, and how a due instant was computed.

use std::collections::{BTreeMap, HashMap};

use chrono::{NaiveDate, NaiveTime};
use congvan::Instant;
use congvan::calendar::{Day, DayOff, DayReason, DeadlineRule, Derivation, Event, Holiday, Step};

/// Deadlines by the identifier of the performer.
type RulesByPerformer = BTreeMap<String, DeadlineRule>;

uniffi::custom_type!(RulesByPerformer, HashMap<String, DeadlineRule>, {
    remote,
    lower: |rules| rules.into_iter().collect(),
    try_lift: |rules| Ok(rules.into_iter().collect()),
});

/// A deadline as a mandate states it.
#[uniffi::remote(Enum)]
pub enum DeadlineRule {
    /// Chậm nhất ngày: to the end of this day.
    NoLaterThan {
        /// The day.
        date: NaiveDate,
    },
    /// Trước ngày: to the end of the day before.
    Before {
        /// The day.
        date: NaiveDate,
    },
    /// At the latest at an hour of a day.
    AtHour {
        /// The day.
        date: NaiveDate,
        /// The time, inclusive.
        time: NaiveTime,
    },
    /// Working days after an event.
    WorkingDaysAfter {
        /// The event.
        after: Event,
        /// How many.
        days: u16,
    },
    /// Calendar days after an event.
    CalendarDaysAfter {
        /// The event.
        after: Event,
        /// How many.
        days: u16,
    },
    /// Months after an event.
    MonthsAfter {
        /// The event.
        after: Event,
        /// How many.
        months: u16,
    },
    /// The end of a month.
    EndOfMonth {
        /// The year.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
    },
    /// The end of a quarter.
    EndOfQuarter {
        /// The quarter, 1 to 4.
        quarter: u32,
        /// The year.
        year: i32,
    },
    /// The end of a year.
    EndOfYear {
        /// The year.
        year: i32,
    },
    /// On a day.
    On {
        /// The day.
        date: NaiveDate,
    },
    /// Together with another assignment.
    With {
        /// The assignment.
        assignment: String,
    },
    /// Until another assignment is due.
    Until {
        /// The assignment.
        assignment: String,
    },
    /// Another deadline for each performer.
    PerPerformer {
        /// For everybody else.
        #[uniffi(default = None)]
        otherwise: Option<Box<DeadlineRule>>,
        /// By the identifier of the performer.
        rules: BTreeMap<String, DeadlineRule>,
    },
    /// As another document lays down.
    ByReference {
        /// The document.
        document: String,
        /// The provision of it.
        #[uniffi(default = None)]
        provision: Option<String>,
    },
    /// Whenever it is asked for.
    OnDemand,
    /// When a condition comes true.
    OnCondition {
        /// The condition, in words.
        condition: String,
    },
    /// None; the word of urgency is kept.
    None {
        /// The word of urgency, such as `khẩn trương`.
        #[uniffi(default = None)]
        urgency_word: Option<String>,
    },
}

/// What a deadline counts from.
#[uniffi::remote(Enum)]
#[uniffi(name = "CountedFrom")]
pub enum Event {
    /// The day of issue.
    Issue,
    /// The day on which the performer received the directive.
    Receipt,
    /// A day.
    Date {
        /// The day.
        date: NaiveDate,
    },
    /// The due day of another assignment.
    Assignment {
        /// The assignment.
        assignment: String,
    },
    /// An event known by name.
    Named {
        /// The name.
        name: String,
    },
}

/// What holds for a deadline that falls on a day off.
#[uniffi::remote(Enum)]
pub enum DayOff {
    /// It stands as printed, and is a finding.
    Finding,
    /// It holds on the day off, and the mandate says so.
    Keep,
    /// The working day before.
    Earlier,
    /// The next working day.
    Later,
}

/// How a due instant was computed.
#[uniffi::remote(Record)]
pub struct Derivation {
    /// The version of the calendar.
    pub calendar: String,
    /// The day it fell on, moved where the mandate moves it.
    pub end: NaiveDate,
    /// The last instant on time.
    pub last: Instant,
    /// Whether it rests on a day that is provisional.
    #[uniffi(default = false)]
    pub provisional: bool,
    /// The rule that applied: of a rule per performer, the performer's.
    pub rule: DeadlineRule,
    /// The day that it counts from, itself not counted; absent where nothing is counted.
    #[uniffi(default = None)]
    pub start: Option<NaiveDate>,
    /// What happened on the way, in order.
    #[uniffi(default = [])]
    pub steps: Vec<Step>,
}

/// One thing that happened on the way to a due instant.
#[uniffi::remote(Enum)]
pub enum Step {
    /// A rule per performer chose this performer's rule, or the one for everybody else.
    Chosen {
        /// Whether it is the rule for everybody else.
        otherwise: bool,
        /// The performer.
        performer: String,
    },
    /// The due instant of another assignment was taken.
    Follows {
        /// The assignment.
        assignment: String,
        /// Its last instant on time.
        last: Instant,
    },
    /// A day off was not counted.
    Skipped {
        /// The day.
        day: Day,
    },
    /// The deadline fell on a day off.
    OnDayOff {
        /// What the mandate says of it.
        answer: DayOff,
        /// The day.
        day: Day,
    },
    /// A day off was passed over while the deadline was moved to a working day.
    Passed {
        /// The day.
        day: Day,
    },
}

/// A day of the calendar.
#[uniffi::remote(Record)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Whether the answer comes from the law and the lunar rule alone, no official calendar of the year being known.
    #[uniffi(default = false)]
    pub provisional: bool,
    /// The document that says so, where one does.
    #[uniffi(default = None)]
    pub source: Option<String>,
    /// Why the day is worked or not.
    pub why: DayReason,
    /// Whether the day is worked.
    pub working: bool,
}

/// Why a day is worked or not.
#[uniffi::remote(Enum)]
pub enum DayReason {
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday (Labour Code 45/2019/QH14 art. 112).
    Holiday {
        /// The holiday.
        holiday: Holiday,
    },
    /// Off because a public holiday fell on a weekly day off (Labour Code art. 111.3).
    Compensation {
        /// The holiday's day.
        of: NaiveDate,
    },
    /// Off in exchange for a make-up day.
    SwappedOff {
        /// The day worked instead.
        makeup: NaiveDate,
    },
    /// A day of the weekend worked in exchange for another.
    MakeUp {
        /// The day off in return.
        off: NaiveDate,
    },
    /// As the province or the office decided.
    Local {
        /// Its reason.
        reason: String,
    },
    /// An ordinary working day.
    Ordinary,
}

/// A public holiday (Labour Code 45/2019/QH14 art. 112; Resolution 28/2026/QH16).
#[uniffi::remote(Enum)]
pub enum Holiday {
    /// Tết Dương lịch, 1 January.
    NewYear,
    /// Tết Âm lịch, five days.
    Tet,
    /// Giỗ Tổ Hùng Vương, the tenth of the third lunar month.
    HungKings,
    /// Ngày Chiến thắng, 30 April.
    VictoryDay,
    /// Ngày Quốc tế lao động, 1 May.
    LabourDay,
    /// Quốc khánh, 2 September and one day beside it.
    NationalDay,
    /// Ngày Văn hóa Việt Nam, 24 November, from 2026.
    CultureDay,
}
