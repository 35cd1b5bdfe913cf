//! A second opinion on a history: a plain table of obligations, folded without the core's states.

use std::collections::BTreeSet;

use congvan_calendar::{Calendar, Instant};
use congvan_core::directive::StateName as DirectiveStateName;
use congvan_core::event::{Settlement, Submission};
use congvan_core::evidence::{Fate, Inputs};
use congvan_core::id::{AssignmentId, FieldId, UnitId};
use congvan_core::mandate::{Assignment, Completion, Mandate, Window};
use congvan_core::meeting::{MeetingIndex, Slot};
use congvan_core::obligation::{Acceptance, ObligationId, Performer, StateName};
use congvan_core::{ContentHash, Event, Stamp};

/// What the table says against a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the invariant.
    pub number: u8,
    /// In words.
    pub how: String,
}

fn fault<T>(number: u8, how: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { number, how: how.into() })
}

/// How far a directive is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Before its first event.
    #[default]
    Unwritten,
    /// Drafted.
    Drafted,
    /// Signed.
    Signed,
    /// In force.
    InForce,
    /// At its end, in this state.
    Over(DirectiveStateName),
}

impl Stage {
    /// The state of the directive.
    #[must_use]
    pub const fn name(self) -> DirectiveStateName {
        match self {
            Self::Unwritten => DirectiveStateName::Unwritten,
            Self::Drafted => DirectiveStateName::Drafted,
            Self::Signed => DirectiveStateName::Signed,
            Self::InForce => DirectiveStateName::InForce,
            Self::Over(name) => name,
        }
    }
}

/// One obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its assignment.
    pub assignment: AssignmentId,
    /// Its field.
    pub field: Option<FieldId>,
    /// Who holds it now.
    pub holder: Performer,
    /// The state it is in.
    pub state: StateName,
    /// The revision that the state keeps: number and hash.
    pub revision: Option<(u16, ContentHash)>,
    /// How many revisions were submitted.
    pub submitted: u16,
    /// The deadline in force.
    pub due: Option<Instant>,
    /// The deadline as printed or fixed.
    pub printed: Option<Instant>,
    /// When the first revision was submitted.
    pub first: Option<Instant>,
    /// Whether it was absent and came back by an extension.
    pub was_absent: bool,
    /// The consolidation that incorporated it.
    pub into: Option<ObligationId>,
}

/// Every obligation and meeting as a history tells it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// How far the directive is.
    pub stage: Stage,
    /// The obligations in their order.
    pub rows: Vec<Row>,
    assignments: Vec<Assignment>,
    mandate: Option<std::sync::Arc<Mandate>>,
    windows: Vec<Option<Window>>,
}

/// The revision that an event submits.
pub(super) fn submission(event: &Event) -> Option<&Submission> {
    if let Event::Submitted(submitted) = event {
        return Some(&submitted.0);
    }
    if let Event::ConsolidationSigned(signed) = event { Some(&signed.submission) } else { None }
}

/// The obligation whose draft an event works on.
pub(super) fn drafted(event: &Event) -> Option<ObligationId> {
    if let Event::DraftSaved(saved) = event {
        return Some(saved.obligation);
    }
    if let Event::ConsolidationDrafted(drafted) = event { Some(drafted.obligation) } else { None }
}

/// The obligation that an event vets.
pub(super) fn vetted(event: &Event) -> Option<ObligationId> {
    if let Event::VettingStarted(started) = event {
        return Some(started.obligation);
    }
    if let Event::Returned(returned) = event {
        return Some(returned.obligation);
    }
    match event {
        Event::Accepted(accepted) if accepted.ground == Acceptance::Vetted => Some(accepted.obligation),
        _other => None,
    }
}

impl Table {
    /// The table of a history.
    ///
    /// # Errors
    /// The history itself breaks an invariant.
    pub fn of(history: &[(Stamp, Event)], calendar: &Calendar) -> Result<Self, Fault> {
        let mut table = Self::default();
        for (_, event) in history {
            table.see(event, calendar)?;
        }
        Ok(table)
    }

    /// The inputs of every consolidation that is signed and neither returned nor waived.
    #[must_use]
    pub fn locked(&self) -> BTreeSet<ObligationId> {
        let signed = |row: &Row| {
            matches!(row.state, StateName::Submitted | StateName::Accepted | StateName::Incorporated)
        };
        let rows = (0_u32..).zip(&self.rows).filter(|(_, row)| signed(row));
        rows.flat_map(|(at, _)| self.expected(ObligationId(at))).collect()
    }

    fn see(&mut self, event: &Event, calendar: &Calendar) -> Result<(), Fault> {
        if let (Stage::Over(name), false) = (self.stage, matches!(event, Event::Annotated(_))) {
            return fault(7, format!("`{}` after `{}`", event.name().as_str(), name.as_str()));
        }
        if submission(event).is_some() && self.stage != Stage::InForce {
            return fault(10, "something is submitted to a directive that is not in force");
        }
        self.directive(event);
        self.meeting(event, calendar)?;
        self.consolidation(event)?;
        self.obligation(event);
        self.set(event);
        Ok(())
    }

    fn row(&mut self, id: ObligationId) -> Option<&mut Row> {
        self.rows.get_mut(usize::try_from(id.0).ok()?)
    }

    fn put(&mut self, id: ObligationId, state: StateName) {
        if let Some(row) = self.row(id) {
            row.state = state;
        }
    }

    fn end(&mut self, name: DirectiveStateName) {
        self.stage = Stage::Over(name);
        for row in self.rows.iter_mut().filter(|row| row.state.is_open()) {
            // What a draft after a return had submitted before is in the log alone.
            row.state = StateName::Lapsed;
        }
    }

    fn enter(&mut self, roster: &[congvan_core::Entry]) {
        for entry in roster {
            let known = self.assignments.iter().find(|known| known.id == entry.key.assignment);
            let standing = known.is_some_and(|known| known.completion == Completion::Standing);
            self.rows.push(Row {
                assignment: entry.key.assignment,
                field: entry.key.field,
                holder: entry.key.performer,
                state: if standing { StateName::Continuing } else { StateName::Owed },
                revision: None,
                submitted: 0,
                due: entry.due,
                printed: entry.due,
                first: None,
                was_absent: false,
                into: None,
            });
        }
    }

    fn directive(&mut self, event: &Event) {
        match event {
            Event::Drafted(drafted) => {
                self.mandate = Some(std::sync::Arc::clone(&drafted.mandate));
                self.stage = Stage::Drafted;
            }
            Event::ReturnedToDraft(_) => self.stage = Stage::Drafted,
            Event::Signed(_) => self.stage = Stage::Signed,
            Event::Issued(issued) => {
                self.stage = Stage::InForce;
                if let Some(mandate) = self.mandate.clone() {
                    self.assignments.clone_from(&mandate.assignments);
                    self.windows = mandate.meetings.iter().map(|plan| plan.window).collect();
                }
                self.enter(&issued.roster);
            }
            Event::Added(added) => {
                self.assignments.extend(added.assignment.iter().map(|found| Assignment::clone(found)));
                self.enter(&added.roster);
            }
            Event::WindowMoved(moved) => {
                if let Some(window) = self.windows.get_mut(usize::from(moved.meeting.0)) {
                    *window = Some(moved.window);
                }
            }
            Event::Discarded(_) => self.stage = Stage::Over(DirectiveStateName::Discarded),
            Event::Revoked(_) => self.end(DirectiveStateName::Revoked),
            Event::Replaced(_) => self.end(DirectiveStateName::Replaced),
            Event::Closed(_) | Event::Concluded(_) => self.end(DirectiveStateName::Concluded),
            _other => {}
        }
    }

    fn meeting(&self, event: &Event, calendar: &Calendar) -> Result<(), Fault> {
        match event {
            Event::MeetingScheduled(found) => {
                self.sits(found.meeting, &found.slot, found.overriding.is_some(), calendar)
            }
            Event::MeetingRescheduled(found) => {
                self.sits(found.meeting, &found.slot, found.overriding.is_some(), calendar)
            }
            Event::MeetingHeld(found) => self.prepared(found.meeting),
            _other => Ok(()),
        }
    }

    /// I4: what it prepares is settled.
    fn prepared(&self, meeting: MeetingIndex) -> Result<(), Fault> {
        let plan = self.mandate.as_ref().and_then(|mandate| mandate.meetings.get(usize::from(meeting.0)));
        let Some(plan) = plan else { return fault(4, "a meeting sits that nobody ordered") };
        let open = |row: &&Row| plan.prepares.contains(&row.assignment) && row.state.is_open();
        match self.rows.iter().filter(open).count() {
            0 => Ok(()),
            open => fault(4, format!("meeting {} sits with {open} obligations open", meeting.0)),
        }
    }

    /// I4: inside its window, and on a working day unless the chair decided otherwise.
    fn sits(
        &self,
        meeting: MeetingIndex,
        slot: &Slot,
        overridden: bool,
        calendar: &Calendar,
    ) -> Result<(), Fault> {
        self.prepared(meeting)?;
        let day = slot.start.date();
        let window = self.windows.get(usize::from(meeting.0)).copied().flatten();
        if window.is_some_and(|window| day < window.from || window.until < day) {
            return fault(4, format!("meeting {} sits on {day}, outside its window", meeting.0));
        }
        if !overridden && !calendar.is_working_day(day) {
            return fault(4, format!("meeting {} sits on {day}, a day off", meeting.0));
        }
        Ok(())
    }

    /// The obligations that a consolidation takes: of the assignments it names, in its field where both have one.
    fn expected(&self, id: ObligationId) -> Vec<ObligationId> {
        let at = usize::try_from(id.0).ok();
        let Some(row) = at.and_then(|at| self.rows.get(at)) else { return Vec::new() };
        let known = self.assignments.iter().find(|known| known.id == row.assignment);
        let takes = known.map(|known| known.consolidates.as_slice()).unwrap_or_default();
        let mut expected = Vec::new();
        for (at, input) in (0_u32..).zip(&self.rows) {
            let in_field = input.field.is_none() || row.field.is_none() || input.field == row.field;
            if takes.contains(&input.assignment) && in_field {
                expected.push(ObligationId(at));
            }
        }
        expected
    }

    /// I2 and I3: what a consolidation names is exactly what was expected, each settled as it is named.
    fn exactly(&self, id: ObligationId, inputs: &Inputs) -> Result<(), Fault> {
        let named: Vec<_> = inputs.0.iter().map(|input| input.obligation).collect();
        if named != self.expected(id) {
            return fault(3, format!("consolidation {id} names {named:?}, expected {:?}", self.expected(id)));
        }
        for input in &inputs.0 {
            let at = usize::try_from(input.obligation.0).unwrap_or(usize::MAX);
            let Some(row) = self.rows.get(at) else { continue };
            if row.state.is_open() {
                return fault(2, format!("consolidation {id} contains {}, which is open", input.obligation));
            }
            let fits = match input.fate {
                Fate::Accepted { hash, revision } => {
                    matches!(row.state, StateName::Accepted | StateName::Incorporated)
                        && row.revision.map(|(_, hash)| hash) == hash
                        && row.revision.map_or(0, |(number, _)| number) == revision
                }
                Fate::Waived => row.state == StateName::Waived,
                Fate::Absent => row.state == StateName::Absent,
                Fate::NoResponse => row.state == StateName::NoResponse,
                Fate::Consented => row.state == StateName::Consented,
                Fate::Ended => row.state == StateName::Ended,
            };
            if !fits {
                return fault(
                    3,
                    format!("consolidation {id} misstates {}: {:?}", input.obligation, input.fate),
                );
            }
        }
        Ok(())
    }

    fn consolidation(&self, event: &Event) -> Result<(), Fault> {
        match event {
            Event::ConsolidationDrafted(drafted) => self.exactly(drafted.obligation, &drafted.inputs),
            Event::ConsolidationSigned(signed) => self.exactly(signed.submission.obligation, &signed.inputs),
            _other => Ok(()),
        }
    }

    fn submit(&mut self, submission: &Submission) {
        let Some(row) = self.row(submission.obligation) else { return };
        row.state = StateName::Submitted;
        row.submitted = submission.revision;
        row.revision = Some((submission.revision, submission.hash));
        row.first.get_or_insert(submission.submitted_at);
    }

    fn obligation(&mut self, event: &Event) {
        if let Some(found) = submission(event) {
            self.submit(found);
        }
        let (id, state) = match event {
            Event::DraftStarted(found) => (found.obligation, StateName::Drafting),
            Event::Recalled(found) => (found.obligation, StateName::Drafting),
            Event::ConsolidationDrafted(found) => (found.obligation, StateName::Drafting),
            Event::Accepted(found) => (found.obligation, StateName::Accepted),
            Event::Returned(found) => (found.obligation, StateName::Returned),
            Event::Reopened(found) => (found.obligation, StateName::Returned),
            Event::AbsenceRecorded(found) => (found.obligation, StateName::Absent),
            Event::NoResponseRecorded(found) => (found.obligation, StateName::NoResponse),
            Event::ConsentDeemed(found) => (found.obligation, StateName::Consented),
            Event::StandingEnded(found) => (found.obligation, StateName::Ended),
            _other => return,
        };
        self.put(id, state);
        match state {
            StateName::Accepted => self.incorporate(id),
            StateName::Returned => self.release(id),
            // A draft, an absence, silence: the revisions before it are in the log alone.
            _other => {
                if let Some(row) = self.row(id) {
                    row.revision = None;
                }
            }
        }
    }

    fn incorporate(&mut self, consolidation: ObligationId) {
        let expected: BTreeSet<_> = self.expected(consolidation).into_iter().collect();
        for id in expected {
            if let Some(row) = self.row(id).filter(|row| row.state == StateName::Accepted) {
                row.state = StateName::Incorporated;
                row.into = Some(consolidation);
            }
        }
    }

    /// What this consolidation took is free again, but for what another one that stands contains.
    fn release(&mut self, consolidation: ObligationId) {
        let stands = |row: &Row| matches!(row.state, StateName::Accepted | StateName::Incorporated);
        let others: Vec<_> = (0_u32..)
            .zip(&self.rows)
            .filter(|(at, row)| *at != consolidation.0 && stands(row))
            .map(|(at, _)| (ObligationId(at), self.expected(ObligationId(at))))
            .collect();
        for (at, row) in (0_u32..).zip(&mut self.rows).filter(|(_, row)| row.into == Some(consolidation)) {
            let other = others.iter().find(|(_, inputs)| inputs.contains(&ObligationId(at)));
            row.into = other.map(|(other, _)| *other);
            row.state = if row.into.is_some() { StateName::Incorporated } else { StateName::Accepted };
        }
    }

    fn held_by(&self, unit: UnitId) -> Vec<ObligationId> {
        let rows = (0_u32..).zip(&self.rows);
        let held = rows.filter(|(_, row)| row.holder == Performer::Unit(unit) && row.state.is_open());
        held.map(|(at, _)| ObligationId(at)).collect()
    }

    fn waive(&mut self, id: ObligationId) {
        if let Some(row) = self.row(id) {
            row.state = StateName::Waived;
        }
    }

    /// What is done to a set of obligations at once.
    fn set(&mut self, event: &Event) {
        match event {
            Event::Waived(waived) => waived.obligations.iter().for_each(|id| self.waive(*id)),
            Event::DeclineSettled(settled) => {
                for id in self.held_by(settled.unit) {
                    match settled.outcome {
                        Settlement::Uphold => {}
                        Settlement::Waive => self.waive(id),
                        Settlement::Reassign(to) => {
                            self.row(id).into_iter().for_each(|row| row.holder = Performer::Unit(to));
                        }
                    }
                }
            }
            Event::DeadlineFixed(fixed) => {
                for id in &fixed.obligations {
                    if let Some(row) = self.row(*id) {
                        (row.due, row.printed) = (Some(fixed.due), Some(fixed.due));
                    }
                }
            }
            Event::Extended(extended) => {
                for id in &extended.obligations {
                    let Some(row) = self.row(*id) else { continue };
                    row.due = Some(extended.due);
                    if row.state == StateName::Absent {
                        row.state = StateName::Owed;
                        row.was_absent = true;
                    }
                }
            }
            _other => {}
        }
    }
}
