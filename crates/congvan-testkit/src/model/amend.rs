//! An amendment: its changes hold together, not one after another, and each lies in the fields of whoever makes it.

use std::sync::Arc;

use chrono::NaiveDate;
use congvan_core::ReasonCode as Code;
use congvan_core::command::{Amend, Change};
use congvan_core::directory::Power;
use congvan_core::mandate::{Assignment, Mandate, Window};
use congvan_core::meeting::{MeetingIndex, MeetingStateName as Meets};
use congvan_core::obligation::ObligationId;

use super::act::{Asks, Scope};
use super::admit::lacking;
use super::ground::once;
use super::{Codes, Model, Row};

/// The obligations that a change is made to.
fn changed(change: &Change) -> &[ObligationId] {
    match change {
        Change::Extend { obligations, .. } | Change::Waive { obligations } => obligations,
        _ => &[],
    }
}

impl Model<'_> {
    pub(super) fn ground_of_amend(&self, asks: Asks<'_>, amend: &Amend) -> Codes {
        let changes = &amend.changes;
        let moved: Vec<_> = changes
            .iter()
            .filter_map(
                |change| if let Change::Extend { due, .. } = change { Some((change, *due)) } else { None },
            )
            .flat_map(|(change, due)| changed(change).iter().map(move |id| (*id, due)))
            .collect();
        let added = changes.iter().filter_map(|change| match change {
            Change::AddPerformers { assignment, .. } => Some(assignment),
            Change::AddAssignment { assignment } => Some(&assignment.id),
            _ => None,
        });
        let mut codes = lacking([
            (!once(changes.iter().flat_map(changed)), Code::NamedTwice),
            (!once(added), Code::AssignmentTwice),
        ]);
        // Whoever amends by order or authorisation extends and waives only where that is listed too.
        let may = |power, scope: &Scope| {
            &self.by_issuer(asks, Power::Amend, scope) | &self.by_issuer(asks, power, scope)
        };
        for change in changes {
            let ids = changed(change);
            codes.extend(match change {
                Change::Extend { due, unmoved, .. } => self.each(ids, Codes::new(), |row| {
                    let said = unmoved.as_ref().is_some_and(|text| !text.trim().is_empty());
                    let undated = lacking([(row.due.is_none(), Code::NoDeadline)]);
                    let codes = &self.extend(row, *due, said, &moved) | &undated;
                    &codes | &may(Power::Extend, &self.scope(row))
                }),
                Change::Waive { .. } => self.each(ids, Codes::new(), |row| {
                    let locked = (self.locked(row), Code::InputLocked);
                    let lacks = lacking([locked, (!row.open(), Code::WrongObligationState)]);
                    &may(Power::Waive, &self.scope(row)) | &lacks
                }),
                Change::MoveWindow { meeting, window } => {
                    &self.move_window(*meeting, *window) | &may(Power::Amend, &self.whole())
                }
                Change::AddPerformers { assignment, performers } => match self.known(*assignment) {
                    None => [Code::UnknownAssignment].into(),
                    Some(known) => {
                        let more = Assignment { performers: performers.clone(), ..Assignment::clone(known) };
                        &self.add(amend.instrument.date, more) | &may(Power::Amend, &self.scope_of(known))
                    }
                },
                Change::AddAssignment { assignment } => {
                    let added = match self.known(assignment.id) {
                        Some(_) => [Code::AssignmentTwice].into(),
                        None => self.add(amend.instrument.date, Assignment::clone(assignment)),
                    };
                    &added | &may(Power::Amend, &self.scope_of(assignment))
                }
            });
        }
        codes
    }

    pub(super) fn known(&self, id: congvan_core::id::AssignmentId) -> Option<&Arc<Assignment>> {
        self.assignments.iter().find(|known| known.id == id)
    }

    /// The fields in which an assignment is owed; every field where it is owed in none.
    fn scope_of(&self, assignment: &Assignment) -> Scope {
        let fields = assignment.per_field.clone();
        if fields.is_empty() { self.whole() } else { Scope { any: false, fields } }
    }

    fn move_window(&self, meeting: MeetingIndex, window: Window) -> Codes {
        let Some(sitting) = self.sitting(meeting) else { return [Code::UnknownMeeting].into() };
        let waits = sitting.goes_on() || matches!(sitting.state, Meets::Planned | Meets::Postponed);
        lacking([(!waits, Code::WrongMeetingState), (sitting.window == Some(window), Code::NothingChanges)])
    }

    /// More performers, or a new assignment, as if the mandate had had it from the date of the instrument.
    fn add(&self, from: NaiveDate, assignment: Assignment) -> Codes {
        let (Some(mandate), Some(issued)) = (&self.mandate, self.issued) else { return Codes::new() };
        let mut with = Mandate::clone(mandate);
        with.assignments.retain(|known| known.id != assignment.id);
        with.assignments.push(assignment.clone());
        let sound = with.problems(self.directory, issued).is_empty();
        let id = assignment.id;
        let rows = self.reading(mandate, from).rows(&Arc::new(assignment), None);
        let exists =
            |row: &Row| self.rows.iter().any(|known| known.is_like(row) && known.performer == row.performer);
        let locks = |taker: &Row| taker.signed() && taker.assignment.consolidates.contains(&id);
        lacking([
            (!sound, Code::MandateInvalid),
            (rows.is_empty(), Code::NothingNamed),
            (rows.iter().any(exists), Code::ObligationExists),
            (!rows.is_empty() && self.rows.iter().any(locks), Code::InputLocked),
        ])
    }
}
