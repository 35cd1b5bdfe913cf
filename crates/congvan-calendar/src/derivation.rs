//! How a due instant was computed: enough to compute it again, and to print it.

use std::collections::BTreeSet;

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveTime};
use congvan_text::{Say, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::calendar::{day_before, next_day};
use crate::day::{Day, say_date};
use crate::{DayOff, DeadlineRule, Instant};

/// How a due instant was computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    /// The version of the calendar.
    pub calendar: String,
    /// The day it fell on, moved where the mandate moves it.
    pub end: NaiveDate,
    /// The last instant on time.
    pub last: Instant,
    /// Whether it rests on a day that is provisional.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// The rule that applied: of a rule per performer, the performer's.
    pub rule: DeadlineRule,
    /// The day that it counts from, itself not counted; absent where nothing is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveDate>,
    /// What happened on the way, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

/// One thing that happened on the way to a due instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
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

impl Derivation {
    /// Computes the due instant again from the trace alone, without a calendar.
    #[must_use]
    pub fn replay(&self) -> Instant {
        let followed = self.steps.iter().rev().find_map(|step| match step {
            Step::Follows { last, .. } => Some(*last),
            Step::Chosen { .. } | Step::Skipped { .. } | Step::OnDayOff { .. } | Step::Passed { .. } => None,
        });
        if let (DeadlineRule::With { .. } | DeadlineRule::Until { .. }, Some(last)) = (&self.rule, followed) {
            return last;
        }
        let skipped: BTreeSet<_> = self.days(|step| matches!(step, Step::Skipped { .. })).collect();
        let Some(mut end) = self.rule.end_day(self.start, |day| !skipped.contains(&day)) else {
            return self.last;
        };
        let off: BTreeSet<_> =
            self.days(|step| matches!(step, Step::OnDayOff { .. } | Step::Passed { .. })).collect();
        if let Some((_, answer)) = self.on_day_off() {
            end = moved(end, answer, |day| !off.contains(&day));
        }
        self.rule.last_instant(end)
    }

    /// The day off on which the deadline fell and what the mandate says of it; none when it fell on a working day.
    #[must_use]
    pub fn on_day_off(&self) -> Option<(&Day, DayOff)> {
        self.steps.iter().find_map(|step| match step {
            Step::OnDayOff { day, answer } => Some((day, *answer)),
            Step::Chosen { .. } | Step::Follows { .. } | Step::Skipped { .. } | Step::Passed { .. } => None,
        })
    }

    /// The days off that were not counted, in order.
    pub fn skipped(&self) -> impl Iterator<Item = &Day> {
        self.steps.iter().filter_map(|step| match step {
            Step::Skipped { day } => Some(day),
            Step::Chosen { .. } | Step::Follows { .. } | Step::OnDayOff { .. } | Step::Passed { .. } => None,
        })
    }

    fn days(&self, wanted: impl Fn(&Step) -> bool) -> impl Iterator<Item = NaiveDate> {
        self.steps.iter().filter(move |step| wanted(step)).filter_map(|step| match step {
            Step::Skipped { day } | Step::OnDayOff { day, .. } | Step::Passed { day } => Some(day.date),
            Step::Chosen { .. } | Step::Follows { .. } => None,
        })
    }
}

impl DeadlineRule {
    /// The day on which the rule ends, counted from `start` with `working` to tell working days; none when the rule names no day.
    ///
    /// The day from which it counts is not counted, and a month without the day ends with its last (Civil Code 91/2015/QH13 art. 147, 148).
    pub(crate) fn end_day(
        &self,
        start: Option<NaiveDate>,
        working: impl Fn(NaiveDate) -> bool,
    ) -> Option<NaiveDate> {
        match self {
            Self::NoLaterThan { date } | Self::AtHour { date, .. } | Self::On { date } => Some(*date),
            Self::Before { date } => day_before(*date),
            Self::WorkingDaysAfter { days, .. } => {
                let mut day = start?;
                let mut left = *days;
                while left > 0 {
                    day = next_day(day)?;
                    left -= u16::from(working(day));
                }
                Some(day)
            }
            Self::CalendarDaysAfter { days, .. } => {
                start?.checked_add_days(Days::new(u64::from(*days))).filter(writable)
            }
            Self::MonthsAfter { months, .. } => {
                start?.checked_add_months(Months::new(u32::from(*months))).filter(writable)
            }
            Self::EndOfMonth { year, month } => end_of_month(*year, *month),
            Self::EndOfQuarter { year, quarter } => {
                end_of_month(*year, quarter.checked_mul(3).filter(|month| (3..=12).contains(month))?)
            }
            Self::EndOfYear { year } => end_of_month(*year, 12),
            Self::With { .. }
            | Self::Until { .. }
            | Self::PerPerformer { .. }
            | Self::ByReference { .. }
            | Self::OnDemand
            | Self::OnCondition { .. }
            | Self::None { .. } => None,
        }
    }

    /// The last instant on time when the rule ends on a day: the hour it names, otherwise the end of the day.
    pub(crate) fn last_instant(&self, end: NaiveDate) -> Instant {
        match self.hour() {
            Some(time) => Instant::from_civil(end.and_time(time)),
            None => Instant::end_of(end),
        }
    }

    const fn hour(&self) -> Option<NaiveTime> {
        if let Self::AtHour { time, .. } = self { Some(*time) } else { None }
    }
}

/// The working day to which a deadline on a day off moves.
pub(crate) fn moved(day: NaiveDate, answer: DayOff, working: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let next = match answer {
        DayOff::Finding | DayOff::Keep => return day,
        DayOff::Earlier => day_before,
        DayOff::Later => next_day,
    };
    let mut day = day;
    while !working(day) {
        let Some(after) = next(day) else { break };
        day = after;
    }
    day
}

fn writable(day: &NaiveDate) -> bool {
    (1..=9999).contains(&day.year())
}

fn end_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1).filter(writable)?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

impl Say for Step {
    fn say(&self) -> Text {
        match self {
            Self::Chosen { performer, otherwise: false } => Text::new(
                format!("áp dụng thời hạn riêng của `{performer}`"),
                format!("the deadline of `{performer}` applies"),
            ),
            Self::Chosen { performer, otherwise: true } => Text::new(
                format!("`{performer}` không có thời hạn riêng, áp dụng thời hạn chung"),
                format!("`{performer}` has no deadline of its own, the common one applies"),
            ),
            Self::Follows { assignment, last } => Text::new(
                format!("nhiệm vụ `{assignment}` có hạn đến {}", say_instant(*last).vi),
                format!("assignment `{assignment}` is due by {}", say_instant(*last).en),
            ),
            Self::Skipped { day } => prefixed("không tính", "not counted", day),
            Self::Passed { day } => prefixed("bỏ qua", "passed over", day),
            Self::OnDayOff { day, answer } => {
                let (day, answer) = (day.say(), answer.say());
                Text::new(
                    format!("hạn rơi vào ngày nghỉ ({}); {}", day.vi, answer.vi),
                    format!("falls on a day off ({}); {}", day.en, answer.en),
                )
            }
        }
    }
}

impl Say for Derivation {
    fn say(&self) -> Text {
        let rule = self.rule.say();
        let (mut vi, mut en) =
            (vec![format!("Thời hạn: {}", rule.vi)], vec![format!("Deadline: {}", rule.en)]);
        if let Some(start) = self.start {
            let start = say_date(start);
            vi.push(format!("  - tính từ {} (không tính ngày này)", start.vi));
            en.push(format!("  - counted from {} (itself not counted)", start.en));
        }
        for step in &self.steps {
            let step = step.say();
            vi.push(format!("  - {}", step.vi));
            en.push(format!("  - {}", step.en));
        }
        let last = say_instant(self.last);
        vi.push(format!("  = chậm nhất {}", last.vi));
        en.push(format!("  = due by {}", last.en));
        let provisional = if self.provisional { (" (tạm tính)", " (provisional)") } else { ("", "") };
        vi.push(format!("  lịch {}{}", self.calendar, provisional.0));
        en.push(format!("  calendar {}{}", self.calendar, provisional.1));
        Text::new(vi.join("\n"), en.join("\n"))
    }
}

/// An instant as both languages say it; the end of a day is said as such.
#[must_use]
pub fn say_instant(at: Instant) -> Text {
    let day = say_date(at.date());
    if at == Instant::end_of(at.date()) {
        return Text::new(format!("hết {}", day.vi), format!("the end of {}", day.en));
    }
    let time = at.civil().time();
    Text::new(format!("{} {}", time.format("%H:%M"), day.vi), format!("{} {}", time.format("%H:%M"), day.en))
}

fn prefixed(vi: &str, en: &str, day: &Day) -> Text {
    let day = day.say();
    Text::new(format!("{vi} {}", day.vi), format!("{en}: {}", day.en))
}
