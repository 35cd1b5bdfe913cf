//! Who owes what by when on the day of issue, read off the mandate.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use congvan_calendar::{Calendar, Due, Known};
use congvan_core::Directory;
use congvan_core::id::{FieldId, UnitId};
use congvan_core::mandate::{Assignment, Completion, Mandate, Performers, Vetting};
use congvan_core::obligation::{Performer, StateName};

use super::Row;

/// What a roster is read with.
pub(super) struct Reading<'a> {
    pub(super) assignments: &'a [Arc<Assignment>],
    pub(super) calendar: &'a Calendar,
    pub(super) directory: &'a Directory,
    pub(super) issued: NaiveDate,
    pub(super) mandate: &'a Mandate,
}

impl Reading<'_> {
    /// The obligations of every assignment: performer by performer, and for each in the order of the items.
    pub(super) fn all(&self) -> Vec<Row> {
        let rows = self.assignments.iter().flat_map(|known| self.rows(known, &known.performers));
        let mut rows: Vec<Row> = rows.collect();
        rows.sort_by_key(|row| row.performer);
        rows
    }

    /// The obligations of one assignment for these performers.
    pub(super) fn rows(&self, assignment: &Arc<Assignment>, performers: &[Performers]) -> Vec<Row> {
        let who = self.who(performers);
        let fields: Vec<Option<FieldId>> = if assignment.per_field.is_empty() {
            vec![None]
        } else {
            assignment.per_field.iter().copied().map(Some).collect()
        };
        let mut rows = Vec::new();
        for field in fields {
            let owes = |who: &Performer| {
                !assignment.own_field
                    || field.is_none()
                    || who.unit().is_some_and(|unit| self.agency(field) == Some(unit))
            };
            let mut owing: Vec<Performer> = who.iter().copied().filter(owes).collect();
            let joint =
                if assignment.roles.joint && owing.len() > 1 { owing.split_off(1) } else { Vec::new() };
            rows.extend(owing.into_iter().map(|performer| self.row(assignment, performer, field, &joint)));
        }
        rows.sort_by_key(|row| row.performer);
        rows
    }

    fn row(
        &self,
        assignment: &Arc<Assignment>,
        performer: Performer,
        field: Option<FieldId>,
        joint: &[Performer],
    ) -> Row {
        let due = self.due(assignment, performer, None, 8).map(|due| due.last);
        let vetter = match assignment.vetted_by {
            Some(Vetting::StandingAgency) => self.agency(field),
            Some(Vetting::Unit(unit)) => Some(unit),
            Some(Vetting::Nobody) | None => None,
        };
        let standing = assignment.completion == Completion::Standing;
        Row {
            assignment: Arc::clone(assignment),
            due,
            field,
            holder: performer,
            joint: joint.iter().filter_map(|performer| performer.unit()).collect(),
            performer,
            printed: due,
            state: if standing { StateName::Continuing } else { StateName::Owed },
            vetter,
            ..Row::empty(assignment, performer)
        }
    }

    fn agency(&self, field: Option<FieldId>) -> Option<UnitId> {
        let field = self.mandate.fields.iter().find(|known| Some(known.id) == field)?;
        field.standing_agency
    }

    /// Everybody whom these entries name, each once.
    pub(super) fn who(&self, performers: &[Performers]) -> BTreeSet<Performer> {
        let mut who = BTreeSet::new();
        for entry in performers {
            match entry {
                Performers::Unit(unit) => {
                    who.insert(Performer::Unit(*unit));
                }
                Performers::Group(group) => {
                    let members = self.directory.members(*group, self.issued).unwrap_or_default();
                    who.extend(members.into_iter().map(Performer::Unit));
                }
                Performers::Office(office) => {
                    who.extend(self.directory.office(*office).map(|office| Performer::Unit(office.unit)));
                }
                Performers::Party(party) => {
                    who.insert(Performer::Party(*party));
                }
                Performers::StandingAgencies => {
                    let agencies = self.mandate.fields.iter().filter_map(|field| field.standing_agency);
                    who.extend(agencies.map(Performer::Unit));
                }
            }
        }
        who
    }

    /// By when it is due, as the calendar resolves the deadline that is written.
    pub(super) fn due(
        &self,
        assignment: &Assignment,
        performer: Performer,
        received: Option<NaiveDate>,
        depth: u8,
    ) -> Option<Due> {
        let depth = depth.checked_sub(1)?;
        let due_of = |id: &str| {
            let other = self.assignments.iter().find(|known| known.id.as_str() == id)?;
            self.due(other, performer, received, depth)
        };
        let known = Known {
            due_of: &due_of,
            event: &|_| None,
            issued: Some(self.issued),
            performer: &performer.to_string(),
            received,
        };
        let day_off = assignment.on_day_off.unwrap_or(self.mandate.policy.on_day_off);
        assignment.deadline.resolve(self.calendar, day_off, &known).due()
    }
}
