//! Expands a mandate on its day of issue: groups to members, fields to lanes, deadlines to instants.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use congvan_calendar::{Calendar, DeadlineRule, Due, Instant, Known, Resolved};

use super::Entry;
use crate::directory::Directory;
use crate::id::{AssignmentId, FieldId, UnitId};
use crate::mandate::{Assignment, Mandate, Performers, Vetting};
use crate::obligation::{Key, Performer};

/// Through how many assignments a deadline may be counted: longer chains are refused when the mandate is read.
pub(crate) const MAX_CHAIN: usize = 32;

/// What a mandate is expanded with.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The working days.
    pub calendar: &'a Calendar,
    /// The units, groups and offices.
    pub directory: &'a Directory,
    /// The day of issue.
    pub issued: NaiveDate,
    /// The mandate.
    pub mandate: &'a Mandate,
}

/// A deadline that cannot be resolved yet, which is a value and not an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The obligation.
    pub key: Key,
    /// What is missing.
    pub missing: congvan_text::Text,
}

impl Plan<'_> {
    /// Who owes what by when: unit by unit, in the order of the mandate's assignments and fields.
    #[must_use]
    pub fn roster(&self) -> Vec<Entry> {
        let mut entries: Vec<(Performer, usize, usize, Entry)> = Vec::new();
        for (at, assignment) in self.mandate.assignments.iter().enumerate() {
            self.expand(at, assignment, &mut entries);
        }
        entries.sort_by_key(|(performer, assignment, field, _)| (*performer, *assignment, *field));
        entries.into_iter().map(|(_, _, _, entry)| entry).collect()
    }

    fn expand(
        &self,
        at: usize,
        assignment: &Assignment,
        entries: &mut Vec<(Performer, usize, usize, Entry)>,
    ) {
        let performers = self.performers(assignment);
        for (order, field) in fields(assignment) {
            let owing = performers.iter().copied().filter(|found| self.owes(assignment, *found, field));
            let mut owing: Vec<Performer> = owing.collect();
            // Joint leads owe one obligation together, in each field those who owe it there.
            let mut joint = Vec::new();
            if assignment.roles.joint && !owing.is_empty() {
                joint = owing.split_off(1).into_iter().filter_map(Performer::unit).collect();
            }
            for performer in owing {
                let key = Key { performer, assignment: assignment.id, field, period: 0 };
                let entry = Entry {
                    due: self.due(assignment, performer).map(|due| due.last),
                    joint: joint.clone(),
                    key,
                    vetter: self.vetter(assignment, field),
                    vetting_due: self.vetting_due(assignment, performer),
                };
                entries.push((performer, at, order, entry));
            }
        }
    }

    /// Who performs, each once, in order.
    #[must_use]
    pub fn performers(&self, assignment: &Assignment) -> BTreeSet<Performer> {
        let mut performers = BTreeSet::new();
        for entry in &assignment.performers {
            match *entry {
                Performers::Unit(unit) => {
                    performers.insert(Performer::Unit(unit));
                }
                Performers::Group(group) => {
                    let members = self.directory.members(group, self.issued).unwrap_or_default();
                    performers.extend(members.into_iter().map(Performer::Unit));
                }
                Performers::Office(office) => {
                    performers
                        .extend(self.directory.office(office).map(|office| Performer::Unit(office.unit)));
                }
                Performers::Party(party) => {
                    performers.insert(Performer::Party(party));
                }
                Performers::StandingAgencies => {
                    let agencies = self.mandate.fields.iter().filter_map(|field| field.standing_agency);
                    performers.extend(agencies.map(Performer::Unit));
                }
            }
        }
        performers
    }

    /// Whether a performer owes it in this field: with `own_field` only where it is the standing agency.
    fn owes(&self, assignment: &Assignment, performer: Performer, field: Option<FieldId>) -> bool {
        let Some(field) = field.filter(|_| assignment.own_field) else { return true };
        let agency = self.mandate.field(field).and_then(|(_, field)| field.standing_agency);
        agency.is_some() && agency == performer.unit()
    }

    fn vetter(&self, assignment: &Assignment, field: Option<FieldId>) -> Option<UnitId> {
        match assignment.vetted_by? {
            Vetting::StandingAgency => {
                self.mandate.field(field?).and_then(|(_, field)| field.standing_agency)
            }
            Vetting::Unit(unit) => Some(unit),
            Vetting::Nobody => None,
        }
    }

    /// The due instant of one performer, with its derivation; none where it is not resolved or there is none.
    #[must_use]
    pub fn due(&self, assignment: &Assignment, performer: Performer) -> Option<Due> {
        match self.resolve(assignment, performer, None, MAX_CHAIN) {
            Resolved::Due(due) => Some(*due),
            Resolved::Unresolved(_) | Resolved::NoDeadline => None,
        }
    }

    /// Until when what this performer submits is vetted, where the mandate says so.
    fn vetting_due(&self, assignment: &Assignment, performer: Performer) -> Option<Instant> {
        let rule = assignment.vetting_deadline.as_ref()?;
        match self.resolve_rule(rule, assignment, performer, None, MAX_CHAIN) {
            Resolved::Due(due) => Some(due.last),
            Resolved::Unresolved(_) | Resolved::NoDeadline => None,
        }
    }

    /// The due instant of one performer that received the directive on this day.
    #[must_use]
    pub fn due_on_receipt(
        &self,
        assignment: &Assignment,
        performer: Performer,
        received: NaiveDate,
    ) -> Option<Due> {
        match self.resolve(assignment, performer, Some(received), MAX_CHAIN) {
            Resolved::Due(due) => Some(*due),
            Resolved::Unresolved(_) | Resolved::NoDeadline => None,
        }
    }

    fn resolve(
        &self,
        assignment: &Assignment,
        performer: Performer,
        received: Option<NaiveDate>,
        depth: usize,
    ) -> Resolved {
        self.resolve_rule(&assignment.deadline, assignment, performer, received, depth)
    }

    fn resolve_rule(
        &self,
        rule: &DeadlineRule,
        assignment: &Assignment,
        performer: Performer,
        received: Option<NaiveDate>,
        depth: usize,
    ) -> Resolved {
        let name = performer.to_string();
        let due_of = |other: &str| {
            let depth = depth.checked_sub(1)?;
            let id: AssignmentId = other.parse().ok()?;
            let (_, other) = self.mandate.assignment(id)?;
            match self.resolve(other, performer, received, depth) {
                Resolved::Due(due) => Some(*due),
                Resolved::Unresolved(_) | Resolved::NoDeadline => None,
            }
        };
        let known = Known {
            issued: Some(self.issued),
            received,
            performer: &name,
            due_of: &due_of,
            event: &|_| None,
        };
        let on_day_off = assignment.on_day_off.unwrap_or(self.mandate.policy.on_day_off);
        rule.resolve(self.calendar, on_day_off, &known)
    }
}

/// In which fields it is owed, with their order; once without a field when it is not per field.
fn fields(assignment: &Assignment) -> Vec<(usize, Option<FieldId>)> {
    if assignment.per_field.is_empty() {
        return vec![(0, None)];
    }
    assignment.per_field.iter().copied().map(Some).enumerate().collect()
}
