//! Resolving a deadline: from the rule, the calendar and what is known, to a due instant or to what is missing.

use chrono::NaiveDate;
use congvan_text::{Say, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::derivation::moved;
use crate::{Calendar, DayOff, DeadlineRule, Derivation, Due, Event, Step};

/// What is known when a deadline is resolved.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The day of issue.
    pub issued: Option<NaiveDate>,
    /// The day on which the performer received the directive.
    pub received: Option<NaiveDate>,
    /// The identifier of the performer.
    pub performer: &'a str,
    /// The due instant of another assignment, for the same performer.
    pub due_of: &'a dyn Fn(&str) -> Option<Due>,
    /// The day of an event known by name.
    pub event: &'a dyn Fn(&str) -> Option<NaiveDate>,
}

/// What became of a deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// It has a due instant.
    Due(Box<Due>),
    /// It will have one when what is missing is known.
    Unresolved(Missing),
    /// The mandate sets none.
    NoDeadline,
}

/// What is missing to a due instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "missing", rename_all = "snake_case")]
pub enum Missing {
    /// The day of issue.
    Issue,
    /// The day of receipt.
    Receipt,
    /// The due instant of another assignment.
    Assignment {
        /// The assignment.
        assignment: String,
    },
    /// The day of an event.
    Event {
        /// The event.
        name: String,
    },
    /// What another document lays down.
    Document {
        /// The document.
        document: String,
        /// Its provision.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provision: Option<String>,
    },
    /// The demand.
    Demand,
    /// The coming true of a condition.
    Condition {
        /// The condition.
        condition: String,
    },
    /// A rule for this performer.
    Performer {
        /// The performer.
        performer: String,
    },
    /// A day that exists: the rule names a month or a quarter that no year has, or leads beyond the year 9999.
    NoSuchDay,
}

impl DeadlineRule {
    /// Resolves the deadline with what is known.
    ///
    /// A deadline on a day off moves only where `on_day_off` says so, and the derivation says it in either case. A deadline taken from another
    /// assignment is not moved again.
    #[must_use]
    pub fn resolve(&self, calendar: &Calendar, on_day_off: DayOff, known: &Known<'_>) -> Resolved {
        let mut steps = Vec::new();
        match self {
            Self::PerPerformer { rules, otherwise } => {
                let own = rules.get(known.performer);
                let Some(rule) = own.or(otherwise.as_deref()) else {
                    return Resolved::Unresolved(Missing::Performer {
                        performer: known.performer.to_owned(),
                    });
                };
                steps.push(Step::Chosen { otherwise: own.is_none(), performer: known.performer.to_owned() });
                rule.resolve(calendar, on_day_off, known).after(steps)
            }
            Self::With { assignment } | Self::Until { assignment } => match (known.due_of)(assignment) {
                Some(due) => self.following(assignment, &due),
                None => Resolved::Unresolved(Missing::Assignment { assignment: assignment.clone() }),
            },
            Self::ByReference { document, provision } => Resolved::Unresolved(Missing::Document {
                document: document.clone(),
                provision: provision.clone(),
            }),
            Self::OnDemand => Resolved::Unresolved(Missing::Demand),
            Self::OnCondition { condition } => {
                Resolved::Unresolved(Missing::Condition { condition: condition.clone() })
            }
            Self::None { .. } => Resolved::NoDeadline,
            Self::WorkingDaysAfter { after, .. }
            | Self::CalendarDaysAfter { after, .. }
            | Self::MonthsAfter { after, .. } => match after.day(known, &mut steps) {
                Ok((start, provisional)) => {
                    self.counted(calendar, on_day_off, Some(start), steps, provisional)
                }
                Err(missing) => Resolved::Unresolved(missing),
            },
            Self::NoLaterThan { .. }
            | Self::Before { .. }
            | Self::AtHour { .. }
            | Self::EndOfMonth { .. }
            | Self::EndOfQuarter { .. }
            | Self::EndOfYear { .. }
            | Self::On { .. } => self.counted(calendar, on_day_off, None, steps, false),
        }
    }

    fn following(&self, assignment: &str, due: &Due) -> Resolved {
        Resolved::Due(Box::new(Due {
            last: due.last,
            derivation: Derivation {
                calendar: due.derivation.calendar.clone(),
                end: due.last.date(),
                last: due.last,
                provisional: due.derivation.provisional,
                rule: self.clone(),
                start: None,
                steps: vec![Step::Follows { assignment: assignment.to_owned(), last: due.last }],
            },
        }))
    }

    fn counted(
        &self,
        calendar: &Calendar,
        on_day_off: DayOff,
        start: Option<NaiveDate>,
        mut steps: Vec<Step>,
        mut provisional: bool,
    ) -> Resolved {
        let Some(end) = self.end_day(start, |day| calendar.is_working_day(day)) else {
            return Resolved::Unresolved(Missing::NoSuchDay);
        };
        if let (Self::WorkingDaysAfter { days, .. }, Some(start)) = (self, start) {
            let walk = calendar.add_working_days(start, i32::from(*days));
            provisional |= walk.provisional;
            steps.extend(walk.skipped.into_iter().map(|day| Step::Skipped { day }));
        }
        let day = calendar.day(end);
        provisional |= day.provisional;
        let mut held = end;
        if !day.working {
            steps.push(Step::OnDayOff { answer: on_day_off, day });
            held = moved(end, on_day_off, |day| calendar.is_working_day(day));
            provisional |= calendar.day(held).provisional;
            let passed = passed(end, held).map(|day| Step::Passed { day: calendar.day(day) });
            steps.extend(passed);
        }
        let last = self.last_instant(held);
        let calendar = calendar.version().to_owned();
        let derivation =
            Derivation { calendar, end: held, last, provisional, rule: self.clone(), start, steps };
        Resolved::Due(Box::new(Due { derivation, last }))
    }
}

impl Event {
    /// The day of the event and whether it is provisional; notes in the steps what it was taken from.
    fn day(&self, known: &Known<'_>, steps: &mut Vec<Step>) -> Result<(NaiveDate, bool), Missing> {
        let sure = |day: Option<NaiveDate>, missing| day.map(|day| (day, false)).ok_or(missing);
        match self {
            Self::Issue => sure(known.issued, Missing::Issue),
            Self::Receipt => sure(known.received, Missing::Receipt),
            Self::Date { date } => Ok((*date, false)),
            Self::Assignment { assignment } => {
                let Some(due) = (known.due_of)(assignment) else {
                    return Err(Missing::Assignment { assignment: assignment.clone() });
                };
                steps.push(Step::Follows { assignment: assignment.clone(), last: due.last });
                Ok((due.last.date(), due.derivation.provisional))
            }
            Self::Named { name } => sure((known.event)(name), Missing::Event { name: name.clone() }),
        }
    }
}

impl Resolved {
    /// The due instant, if there is one.
    #[must_use]
    pub fn due(self) -> Option<Due> {
        match self {
            Self::Due(due) => Some(*due),
            Self::Unresolved(_) | Self::NoDeadline => None,
        }
    }

    fn after(self, mut before: Vec<Step>) -> Self {
        match self {
            Self::Due(mut due) => {
                before.append(&mut due.derivation.steps);
                due.derivation.steps = before;
                Self::Due(due)
            }
            Self::Unresolved(_) | Self::NoDeadline => self,
        }
    }
}

impl std::fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Known")
            .field("issued", &self.issued)
            .field("received", &self.received)
            .field("performer", &self.performer)
            .finish_non_exhaustive()
    }
}

impl Say for Missing {
    fn say(&self) -> Text {
        match self {
            Self::Issue => Text::fixed("chưa có ngày ban hành", "the day of issue is not known"),
            Self::Receipt => Text::fixed("chưa có ngày nhận văn bản", "the day of receipt is not known"),
            Self::Assignment { assignment } => Text::new(
                format!("nhiệm vụ `{assignment}` chưa có thời hạn"),
                format!("assignment `{assignment}` has no due day yet"),
            ),
            Self::Event { name } => Text::new(
                format!("chưa rõ ngày của sự kiện `{name}`"),
                format!("the day of `{name}` is not known"),
            ),
            Self::Document { document, provision } => {
                let of = provision.as_ref().map(|provision| format!("{provision}, ")).unwrap_or_default();
                Text::new(
                    format!("thời hạn theo `{of}{document}`, chưa được xác định"),
                    format!("as `{of}{document}` lays down; no day is fixed yet"),
                )
            }
            Self::Demand => Text::fixed("khi có yêu cầu; chưa có yêu cầu", "on demand; nobody has asked yet"),
            Self::Condition { condition } => Text::new(
                format!("khi có điều kiện `{condition}`; điều kiện chưa được ghi nhận"),
                format!("when `{condition}`; this has not been recorded yet"),
            ),
            Self::Performer { performer } => Text::new(
                format!("chưa quy định thời hạn cho `{performer}`"),
                format!("no deadline is set for `{performer}`"),
            ),
            Self::NoSuchDay => Text::fixed(
                "quy định thời hạn dẫn đến một ngày không có trong lịch",
                "the rule leads to a day that does not exist",
            ),
        }
    }
}

/// The days off between where a deadline fell and where it was moved to.
fn passed(fell: NaiveDate, held: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let (mut day, forward) = (fell, held > fell);
    std::iter::from_fn(move || {
        if day == held {
            return None;
        }
        day = if forward { day.succ_opt()? } else { day.pred_opt()? };
        (day != held).then_some(day)
    })
}
