//! A deadline as a mandate states it, and what is left of it when it is resolved.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Derivation, Instant};

mod say;

/// A deadline as a mandate states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        otherwise: Option<Box<DeadlineRule>>,
        /// By the identifier of the performer.
        rules: BTreeMap<String, DeadlineRule>,
    },
    /// As another document lays down.
    ByReference {
        /// The document.
        document: String,
        /// The provision of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        urgency_word: Option<String>,
    },
}

/// What a deadline counts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "event", rename_all = "snake_case", deny_unknown_fields)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DayOff {
    /// It stands as printed, and is a finding.
    #[default]
    Finding,
    /// It holds on the day off, and the mandate says so.
    Keep,
    /// The working day before.
    Earlier,
    /// The next working day.
    Later,
}

/// A due instant with the way it was computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The way it was computed.
    pub derivation: Derivation,
    /// The last instant on time.
    pub last: Instant,
}
