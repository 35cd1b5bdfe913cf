//! Who owes what by when on the day of issue, read off the mandate.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use congvan_calendar::{DeadlineRule, Due, Known};
use congvan_core::id::{FieldId, UnitId};
use congvan_core::mandate::{Assignment, Completion, Mandate, Performers, Vetting};
use congvan_core::obligation::{Performer, StateName};

use super::{Model, Row};

/// What a roster is read with.
pub(super) struct Reading<'a> {
    issued: NaiveDate,
    mandate: &'a Mandate,
    model: &'a Model<'a>,
}

impl Model<'_> {
    pub(super) const fn reading<'a>(&'a self, mandate: &'a Mandate, issued: NaiveDate) -> Reading<'a> {
        Reading { issued, mandate, model: self }
    }
}

impl Reading<'_> {
    /// The obligations of every assignment: performer by performer, and for each in the order of the items.
    pub(super) fn all(&self) -> Vec<Row> {
        let mut rows: Vec<Row> =
            self.model.assignments.iter().flat_map(|known| self.rows(known, None)).collect();
        rows.sort_by_key(|row| row.performer);
        rows
    }

    /// The obligations of one assignment: for its performers, or for these.
    pub(super) fn rows(&self, assignment: &Arc<Assignment>, performers: Option<&[Performers]>) -> Vec<Row> {
        let who = self.who(performers.unwrap_or(&assignment.performers));
        let mut fields: Vec<Option<FieldId>> = assignment.per_field.iter().copied().map(Some).collect();
        if fields.is_empty() {
            fields.push(None);
        }
        let mut rows = Vec::new();
        for field in fields {
            let elsewhere = assignment.own_field && field.is_some();
            let owes =
                |who: &Performer| !elsewhere || who.unit().is_some() && who.unit() == self.agency(field);
            let mut owing: Vec<Performer> = who.iter().copied().filter(owes).collect();
            let shared = assignment.roles.joint && owing.len() > 1;
            let joint = if shared { owing.split_off(1) } else { Vec::new() };
            let joint: Vec<UnitId> = joint.iter().filter_map(|performer| performer.unit()).collect();
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
        joint: &[UnitId],
    ) -> Row {
        let due = self.due(assignment, &assignment.deadline, performer, None, 8).map(|due| due.last);
        let vetted = assignment.vetting_deadline.as_ref();
        let vetted = vetted.and_then(|rule| self.due(assignment, rule, performer, None, 8));
        let standing = assignment.completion == Completion::Standing;
        Row {
            assignment: Arc::clone(assignment),
            authors: BTreeSet::new(),
            begun: false,
            due,
            extensions: 0,
            failed: false,
            field,
            forwarded: false,
            hash: None,
            head_signed: false,
            holder: performer,
            inputs: None,
            joint: joint.to_vec(),
            number: 0,
            performer,
            printed: due,
            recall_asked: false,
            request: None,
            state: if standing { StateName::Continuing } else { StateName::Owed },
            vetter: match assignment.vetted_by {
                Some(Vetting::StandingAgency) => self.agency(field),
                Some(Vetting::Unit(unit)) => Some(unit),
                Some(Vetting::Nobody) | None => None,
            },
            vetting_due: vetted.map(|due| due.last),
        }
    }

    fn agency(&self, field: Option<FieldId>) -> Option<UnitId> {
        self.mandate.fields.iter().find(|known| Some(known.id) == field)?.standing_agency
    }

    /// Everybody whom these entries name, each once.
    fn who(&self, performers: &[Performers]) -> BTreeSet<Performer> {
        let directory = self.model.directory;
        let agencies = || self.mandate.fields.iter().filter_map(|field| field.standing_agency);
        let named = |entry: &Performers| -> Vec<Performer> {
            let units: Vec<UnitId> = match entry {
                Performers::Unit(unit) => vec![*unit],
                Performers::Group(group) => {
                    directory.members(*group, self.issued).unwrap_or_default().into_iter().collect()
                }
                Performers::Office(office) => {
                    directory.office(*office).into_iter().map(|office| office.unit).collect()
                }
                Performers::StandingAgencies => agencies().collect(),
                Performers::Party(party) => return vec![Performer::Party(*party)],
            };
            units.into_iter().map(Performer::Unit).collect()
        };
        performers.iter().flat_map(named).collect()
    }

    /// By when it is due, as the calendar resolves the deadline that is written.
    pub(super) fn due(
        &self,
        assignment: &Assignment,
        rule: &DeadlineRule,
        performer: Performer,
        received: Option<NaiveDate>,
        depth: u8,
    ) -> Option<Due> {
        let depth = depth.checked_sub(1)?;
        let due_of = |id: &str| {
            let other = self.model.assignments.iter().find(|known| known.id.as_str() == id)?;
            self.due(other, &other.deadline, performer, received, depth)
        };
        let known = Known {
            due_of: &due_of,
            event: &|_| None,
            issued: Some(self.issued),
            performer: &performer.to_string(),
            received,
        };
        let day_off = assignment.on_day_off.unwrap_or(self.mandate.policy.on_day_off);
        rule.resolve(self.model.calendar, day_off, &known).due()
    }
}
