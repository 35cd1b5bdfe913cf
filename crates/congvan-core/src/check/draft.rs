//! What the rules look at: the mandate with its dates resolved, and the findings gathered so far.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use congvan_calendar::Instant;
use congvan_text::Text;

use super::CheckContext;
use crate::finding::{Facts, Finding, FindingCode};
use crate::id::{AssignmentId, FieldId, UnitId};
use crate::mandate::{Addressee, Assignment, Mandate, MeetingPlan};
use crate::obligation::Performer;
use crate::roster::{Entry, Plan};

/// A mandate with its dates resolved for every performer.
pub(super) struct Draft<'a> {
    pub(super) mandate: &'a Mandate,
    pub(super) context: &'a CheckContext<'a>,
    pub(super) plan: Plan<'a>,
    /// Who owes what.
    pub(super) entries: Vec<Entry>,
    /// By the position of the assignment.
    dues: Vec<Dues>,
}

/// On which days an assignment is due, by performer.
#[derive(Default)]
pub(super) struct Dues {
    pub(super) days: BTreeMap<NaiveDate, Vec<Performer>>,
    /// The last instants on time, each with the field it is owed in.
    lasts: BTreeSet<(Option<FieldId>, Instant)>,
    /// Whether some performer has no date.
    pub(super) undated: bool,
}

impl Dues {
    pub(super) fn last(&self) -> Option<NaiveDate> {
        self.days.keys().next_back().copied()
    }

    /// The last instant on time in a field; what is owed in no field counts in each.
    fn last_in(&self, field: Option<FieldId>) -> Option<Instant> {
        let counts = |own: Option<FieldId>| field.is_none() || own.is_none() || own == field;
        self.lasts.iter().filter(|(own, _)| counts(*own)).map(|(_, last)| *last).max()
    }

    fn add(&mut self, entry: &Entry, due: Option<Instant>) {
        let Some(due) = due else {
            self.undated = true;
            return;
        };
        self.lasts.insert((entry.key.field, due));
        let performers = self.days.entry(due.date()).or_default();
        let joint = entry.joint.iter().map(|unit| Performer::Unit(*unit));
        for performer in std::iter::once(entry.key.performer).chain(joint) {
            // The fields of one performer follow one another.
            if performers.last() != Some(&performer) {
                performers.push(performer);
            }
        }
    }
}

/// From when the last input is due to when its consolidation is due.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Gap {
    pub(super) last: Instant,
    pub(super) due: Instant,
    /// The inputs that are due last.
    pub(super) inputs: Vec<AssignmentId>,
}

impl<'a> Draft<'a> {
    pub(super) fn of(mandate: &'a Mandate, context: &'a CheckContext<'a>) -> Self {
        let CheckContext { directory, calendar, issue_day, .. } = *context;
        let plan = Plan { calendar, directory, issued: issue_day, mandate };
        let entries = plan.roster();
        let mut dues: Vec<Dues> = mandate.assignments.iter().map(|_| Dues::default()).collect();
        for entry in &entries {
            let Some((at, assignment)) = mandate.assignment(entry.key.assignment) else { continue };
            let on_receipt = || plan.due_on_receipt(assignment, entry.key.performer, issue_day);
            let due = entry.due.or_else(|| on_receipt().map(|due| due.last));
            if let Some(dues) = dues.get_mut(at) {
                dues.add(entry, due);
            }
        }
        Self { mandate, context, plan, entries, dues }
    }

    /// The assignments in order, each with its position and its dates.
    pub(super) fn assignments(&self) -> impl Iterator<Item = (usize, &'a Assignment, &Dues)> {
        let assignments = self.mandate.assignments.iter().zip(&self.dues).enumerate();
        assignments.map(|(at, (assignment, dues))| (at, assignment, dues))
    }

    /// The last day on which one of these assignments is due, among those that have a date, and which are due then.
    pub(super) fn last_of(&self, ids: &[AssignmentId]) -> Option<(NaiveDate, Vec<AssignmentId>)> {
        let dated = |id: &AssignmentId| {
            let (at, _) = self.mandate.assignment(*id)?;
            Some((self.dues.get(at)?.last()?, *id))
        };
        let dated: Vec<_> = ids.iter().filter_map(dated).collect();
        let last = dated.iter().map(|(day, _)| *day).max()?;
        Some((last, dated.into_iter().filter(|(day, _)| *day == last).map(|(_, id)| id).collect()))
    }

    /// The meetings in order, each with its position.
    pub(super) fn meetings(&self) -> impl Iterator<Item = (usize, &'a MeetingPlan)> {
        self.mandate.meetings.iter().enumerate()
    }

    /// The gaps before a consolidation; in a field it is compared with the inputs of that field.
    pub(super) fn gaps(&self, assignment: &Assignment, dues: &Dues) -> BTreeSet<Gap> {
        let inputs: Vec<_> = assignment
            .consolidates
            .iter()
            .filter_map(|id| Some((*id, self.dues.get(self.mandate.assignment(*id)?.0)?)))
            .collect();
        let gap = |(field, due): &(Option<FieldId>, Instant)| {
            let lasts: Vec<_> =
                inputs.iter().filter_map(|(id, dues)| Some((*id, dues.last_in(*field)?))).collect();
            let last = lasts.iter().map(|(_, last)| *last).max()?;
            let inputs = lasts.into_iter().filter(|(_, own)| *own == last).map(|(id, _)| id).collect();
            Some(Gap { last, due: *due, inputs })
        };
        dues.lasts.iter().filter_map(gap).collect()
    }

    /// How many working days lie after one day up to another, counted no further than `enough`, so that a day of a
    /// far year costs nothing.
    pub(super) fn working_days(&self, after: NaiveDate, until: NaiveDate, enough: usize) -> u32 {
        let days = after.iter_days().skip(1).take_while(|day| *day <= until);
        let working = days.filter(|day| self.context.calendar.is_working_day(*day));
        working.take(enough).fold(0, |count, _| count + 1)
    }

    /// A unit by its name on the day of issue, and its identifier.
    pub(super) fn name(&self, unit: UnitId) -> String {
        match self.context.directory.unit(unit) {
            Some(known) => format!("{} (`{unit}`)", known.name_on(self.context.issue_day)),
            None => format!("`{unit}`"),
        }
    }
}

/// Where a finding stands; the order of the items of the mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Item {
    Number,
    Addressee(usize),
    Assignment(usize),
    Meeting(usize),
}

/// The findings gathered so far.
pub(super) struct Found<'a> {
    mandate: &'a Mandate,
    context: &'a CheckContext<'a>,
    findings: Vec<(Item, Finding)>,
}

impl<'a> Found<'a> {
    pub(super) const fn new(draft: &Draft<'a>) -> Self {
        Self { mandate: draft.mandate, context: draft.context, findings: Vec::new() }
    }

    /// Adds a finding on an item; `part` is the part of the item that it is about, such as `.deadline`.
    pub(super) fn add(
        &mut self,
        item: Item,
        part: &str,
        code: FindingCode,
        facts: Facts,
        reason: Text,
        remedy: Text,
    ) {
        let (place, path) = self.locate(item);
        let at = self.context.places.map(|places| places.at(&format!("{path}{part}")));
        self.findings
            .push((item, Finding { code, severity: code.severity(), place, at, facts, reason, remedy }));
    }

    /// The findings by item, then by code, then as they were found.
    pub(super) fn in_order(mut self) -> Vec<Finding> {
        self.findings.sort_by_key(|(item, finding)| (*item, finding.code));
        self.findings.into_iter().map(|(_, finding)| finding).collect()
    }

    /// The place by identifiers, and the path in the text.
    fn locate(&self, item: Item) -> (String, String) {
        match item {
            Item::Number => ("header.number".to_owned(), "header.number".to_owned()),
            Item::Addressee(at) => {
                let id = self.mandate.header.addressees.get(at).map(|addressee| match addressee {
                    Addressee::Group(id) => id.to_string(),
                    Addressee::Unit(id) => id.to_string(),
                    Addressee::Party(id) => id.to_string(),
                });
                (format!("header.addressees.{}", id.unwrap_or_default()), format!("header.addressees[{at}]"))
            }
            Item::Assignment(at) => {
                let id = self.mandate.assignments.get(at).map(|assignment| assignment.id.to_string());
                (format!("assignments.{}", id.unwrap_or_default()), format!("assignments[{at}]"))
            }
            Item::Meeting(at) => {
                let id = self.mandate.meetings.get(at).map(|meeting| meeting.id.to_string());
                (format!("meetings.{}", id.unwrap_or_default()), format!("meetings[{at}]"))
            }
        }
    }
}

/// A date as official documents write it: days below ten and the months 1 and 2 with a leading zero
/// (Decree 30/2020/ND-CP, appendix I, part II.4).
pub(super) fn vi(day: NaiveDate) -> String {
    let month = if day.month() <= 2 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("{:02}/{month}/{}", day.day(), day.year())
}

/// Identifiers in a row, each in backticks.
pub(super) fn listed<T: std::fmt::Display>(ids: &[T]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

/// The English words that agree with so many.
pub(super) fn agreeing<N: From<u8> + PartialEq>(
    count: N,
    one: &'static str,
    many: &'static str,
) -> &'static str {
    if count == N::from(1) { one } else { many }
}

/// The units among performers, in order.
pub(super) fn units(performers: &[Performer]) -> Vec<UnitId> {
    performers.iter().filter_map(|performer| performer.unit()).collect()
}
