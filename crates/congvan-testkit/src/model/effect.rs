//! What an accepted command does to the table.

use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};
use congvan_calendar::Instant;
use congvan_core::command::{Amend, Change, Hold};
use congvan_core::directive::StateName as Stage;
use congvan_core::event::{Breakthrough, Direction, Fields, Settlement};
use congvan_core::id::UnitId;
use congvan_core::mandate::{Completion, CriterionCheck, MeetingPlan, OnSilence, Ruling};
use congvan_core::meeting::{MeetingIndex, MeetingStateName as Meets, Slot};
use congvan_core::obligation::{ObligationId, Performer, StateName as State};
use congvan_core::proceedings::Issue;
use congvan_core::{Actor, Capacity, Command, ContentHash, Kind, Target};

use super::ground::counts;
use super::{Model, Row, Sitting};

impl Model<'_> {
    /// Moves the table on by a command that was accepted.
    pub fn take(&mut self, actor: &Actor, now: Instant, command: &Command) {
        match command {
            Command::Draft(draft) => {
                (self.mandate, self.stage) = (Some(Arc::clone(&draft.mandate)), Stage::Drafted);
            }
            Command::RecordRuling(found) => self.rulings.push(Ruling {
                by: actor.person,
                finding: found.finding.clone(),
                on: now.date(),
                place: found.place.clone(),
                reason: found.reason.clone(),
            }),
            Command::Sign(_) => (self.signed, self.stage) = (Some(now.date()), Stage::Signed),
            Command::ReturnToDraft(_) => self.stage = Stage::Drafted,
            Command::Discard(_) => self.stage = Stage::Discarded,
            Command::Issue(issue) => {
                let line = Issue { date: issue.date, notation: issue.notation.clone(), number: issue.number };
                self.issue = Some((line, now));
                self.issued_on(issue.date);
            }
            Command::Acknowledge(found) => self.receive(found.unit, found.registered_at),
            Command::Decline(found) => _ = self.disputes.insert(found.unit),
            Command::SettleDecline(found) => self.settle(found.unit, found.outcome),
            Command::Revoke(_) => self.end(Stage::Revoked),
            Command::Replace(_) => self.end(Stage::Replaced),
            Command::Close(_) | Command::Conclude(_) => self.end(Stage::Concluded),
            Command::Amend(amend) => self.amended(amend),
            Command::FixDeadline(fix) => self.each_mut(&fix.obligations, |row| {
                (row.due, row.printed) = (Some(fix.due), Some(fix.due));
            }),
            Command::ReassignVetting(found) => {
                self.each_mut(&found.obligations, |row| row.vetter = Some(found.to));
            }
            Command::Schedule(found) => self.meets(found.meeting, &found.slot),
            Command::Reschedule(found) => self.meets(found.meeting, &found.slot),
            Command::Hold(hold) => self.held(hold),
            _ => match command.target() {
                Target::Obligation(id) => self.work(actor, id, command),
                Target::Meeting(at) => self.meet(at, command.kind()),
                Target::Directive | Target::Unit(_) => {}
            },
        }
    }

    fn row_mut(&mut self, id: ObligationId) -> Option<&mut Row> {
        self.rows.get_mut(usize::try_from(id.0).ok()?)
    }

    fn each_mut(&mut self, ids: &[ObligationId], change: impl Fn(&mut Row)) {
        ids.iter().for_each(|id| self.row_mut(*id).into_iter().for_each(&change));
    }

    fn issued_on(&mut self, date: NaiveDate) {
        let Some(mandate) = self.mandate.clone() else { return };
        (self.issued, self.stage) = (Some(date), Stage::InForce);
        self.assignments = mandate.assignments.iter().cloned().map(Arc::new).collect();
        let planned = |plan: &MeetingPlan| Sitting {
            adjourned: false,
            plan: plan.clone(),
            slot: None,
            state: Meets::Planned,
            window: plan.window,
        };
        self.meetings = mandate.meetings.iter().map(planned).collect();
        self.rows = self.reading(&mandate, date).all();
    }

    /// Receipt fixes what was counted from it and is not fixed yet (rule 21).
    fn receive(&mut self, unit: UnitId, at: Instant) {
        self.received.insert(unit, at);
        let (Some(mandate), Some(issued)) = (self.mandate.clone(), self.issued) else { return };
        let reading = self.reading(&mandate, issued);
        let fixed = |row: &Row| {
            let waits = row.due.is_none() && row.open() && row.holder == Performer::Unit(unit);
            let received = Some(at.date()).filter(|_| waits)?;
            let rule = &row.assignment.deadline;
            Some(reading.due(&row.assignment, rule, row.performer, Some(received), 8)?.last)
        };
        let fixed: Vec<_> = self.rows.iter().map(fixed).collect();
        for (row, due) in self.rows.iter_mut().zip(fixed).filter(|(_, due)| due.is_some()) {
            (row.due, row.printed) = (due, due);
        }
    }

    fn settle(&mut self, unit: UnitId, outcome: Settlement) {
        self.disputes.remove(&unit);
        for row in self.rows.iter_mut().filter(|row| row.open() && row.holder == Performer::Unit(unit)) {
            match outcome {
                Settlement::Uphold => {}
                Settlement::Waive => row.settle(State::Waived),
                Settlement::Reassign(to) => row.holder = Performer::Unit(to),
            }
        }
    }

    fn end(&mut self, stage: Stage) {
        self.stage = stage;
        self.rows.iter_mut().filter(|row| row.open()).for_each(|row| row.state = State::Lapsed);
    }

    fn amended(&mut self, amend: &Amend) {
        let Some(mandate) = self.mandate.clone() else { return };
        let from = amend.instrument.date;
        for change in &amend.changes {
            match change {
                Change::Extend { due, obligations, .. } => {
                    self.each_mut(obligations, |row| row.extend(*due));
                }
                Change::Waive { obligations } => self.each_mut(obligations, |row| row.settle(State::Waived)),
                Change::MoveWindow { meeting, window } => {
                    let sitting = self.meetings.get_mut(usize::from(meeting.0));
                    sitting.into_iter().for_each(|sitting| sitting.window = Some(*window));
                }
                Change::AddPerformers { assignment, performers } => {
                    let Some(known) = self.known(*assignment).cloned() else { continue };
                    let rows = self.reading(&mandate, from).rows(&known, Some(performers));
                    self.rows.extend(rows);
                }
                Change::AddAssignment { assignment } => {
                    let rows = self.reading(&mandate, from).rows(assignment, None);
                    self.rows.extend(rows);
                    self.assignments.push(Arc::clone(assignment));
                }
            }
        }
    }

    /// What is done to one obligation.
    fn work(&mut self, actor: &Actor, id: ObligationId, command: &Command) {
        let fates = self.row(id).map(|row| self.fates(row));
        let Some(row) = self.row_mut(id) else { return };
        match command.kind() {
            Kind::StartDraft | Kind::SaveDraft => row.draft(actor.person),
            Kind::DraftConsolidation => {
                row.draft(actor.person);
                row.inputs = fates;
            }
            Kind::Recall => row.state = State::Drafting,
            Kind::RequestRecall => row.recall_asked = true,
            Kind::RefuseRecall => row.recall_asked = false,
            Kind::StartVetting => row.begun = true,
            Kind::Accept => self.accepted(id),
            Kind::Return => row.state = State::Returned,
            Kind::Reopen => {
                (row.state, row.forwarded) = (State::Returned, false);
                self.released();
            }
            Kind::Waive => row.settle(State::Waived),
            Kind::RecordAbsence => row.settle(State::Absent),
            Kind::RecordNoResponse => {
                let consent = row.assignment.on_silence == OnSilence::Consent;
                row.settle(if consent { State::Consented } else { State::NoResponse });
            }
            Kind::EndStanding => row.settle(State::Ended),
            Kind::Forward => row.forwarded = true,
            _ => self.hand_in(actor, id, command),
        }
        match command {
            Command::AskExtension(ask) => {
                self.each_mut(&[id], |row| row.request = Some((actor.person, ask.due)));
            }
            Command::DecideExtension(found) => {
                self.each_mut(&[id], |row| match row.request.take().filter(|_| found.grant) {
                    Some((_, due)) => row.extend(due),
                    None => row.request = None,
                })
            }
            _ => {}
        }
    }

    /// What is handed in: for which obligations besides, with which fields and content, by whom it was signed, and who
    /// counts as its drafter where nobody had begun. A clerk only sends, and what came on paper the signatory drafted.
    fn hand_in(&mut self, actor: &Actor, id: ObligationId, command: &Command) {
        let none = Fields::default();
        let own = (actor.person, actor.capacity);
        let stated = |text: &str| ContentHash::of(text.as_bytes());
        let (joint, fields, hash, signer): (&[ObligationId], _, _, _) = match command {
            Command::Submit(found) => {
                (&found.joint, &found.fields, found.hash, (found.signed_by, found.signed_as))
            }
            Command::RecordOnBehalf(found) => {
                (&found.joint, &found.fields, found.hash, (found.signed_by, found.signed_as))
            }
            Command::DeclareDone(found) => (&[], &none, stated(&found.statement), own),
            Command::RecordOwnAct(found) => (&[], &none, stated(&found.statement), own),
            Command::SignConsolidation(found) => (&[], &none, found.hash, own),
            _ => return,
        };
        let drafter = if actor.capacity == Capacity::Clerk { signer.0 } else { actor.person };
        let recorded = command.kind() == Kind::RecordOnBehalf;
        for id in std::iter::once(id).chain(joint.iter().copied()) {
            let failed = self.row(id).is_some_and(|row| self.failed(row, fields));
            let Some(row) = self.row_mut(id) else { continue };
            row.hand_in(drafter, signer, hash);
            row.failed = failed;
            row.authors.extend(recorded.then_some(actor.person));
            if row.vetter.is_none() {
                self.accepted(id);
            }
        }
    }

    /// What a consolidation takes is incorporated when it is accepted (rule 13).
    fn accepted(&mut self, id: ObligationId) {
        self.each_mut(&[id], |row| row.state = State::Accepted);
        let Some(taker) = self.row(id).cloned() else { return };
        for row in self.rows.iter_mut().filter(|row| taker.takes(row) && row.state == State::Accepted) {
            row.state = State::Incorporated;
        }
    }

    /// What no accepted consolidation takes any more is accepted and no longer incorporated.
    fn released(&mut self) {
        let taken = |row: &Row| {
            self.takers(row).any(|(_, taker)| matches!(taker.state, State::Accepted | State::Incorporated))
        };
        let free: Vec<bool> = self.rows.iter().map(|row| !taken(row)).collect();
        for (row, free) in self.rows.iter_mut().zip(free) {
            if free && row.state == State::Incorporated {
                row.state = State::Accepted;
            }
        }
    }

    fn meets(&mut self, at: MeetingIndex, slot: &Slot) {
        let Some(sitting) = self.meetings.get_mut(usize::from(at.0)) else { return };
        (sitting.state, sitting.slot, sitting.adjourned) = (Meets::Scheduled, Some(slot.clone()), false);
    }

    fn meet(&mut self, at: MeetingIndex, kind: Kind) {
        let Some(sitting) = self.meetings.get_mut(usize::from(at.0)) else { return };
        match kind {
            Kind::Postpone => sitting.state = Meets::Postponed,
            Kind::Cancel => sitting.state = Meets::Cancelled,
            Kind::Announce => sitting.state = Meets::Announced,
            _ => {}
        }
    }

    /// Whoever came has done what he owed by coming, once no further sitting is to be held.
    fn held(&mut self, hold: &Hold) {
        let Some(sitting) = self.meetings.get_mut(usize::from(hold.meeting.0)) else { return };
        (sitting.state, sitting.adjourned) = (Meets::Held, hold.adjourned);
        if hold.adjourned {
            return;
        }
        let meeting = Completion::Attendance(sitting.plan.id);
        let came = hold.attendance.iter().filter(counts).map(|found| found.unit);
        let came: Vec<UnitId> = came.collect();
        for row in self.rows.iter_mut().filter(|row| row.assignment.completion == meeting && row.open()) {
            if row.holder.unit().is_some_and(|unit| came.contains(&unit)) {
                row.state = State::Accepted;
            }
        }
    }

    /// Whether a machine finds a criterion that is not met.
    fn failed(&self, row: &Row, fields: &Fields) -> bool {
        let met = |check: &CriterionCheck| {
            let each = |holds: &dyn Fn(&Breakthrough) -> bool| {
                !fields.breakthroughs.is_empty() && fields.breakthroughs.iter().all(holds)
            };
            match check {
                CriterionCheck::Human => true,
                CriterionCheck::HasSolution => each(&|found| found.solutions.iter().any(|text| says(text))),
                CriterionCheck::HasProduct => each(&|found| found.products.iter().any(|text| says(text))),
                CriterionCheck::StatesConformity => {
                    each(&|found| found.conformity.as_ref().is_some_and(|text| says(text)))
                }
                CriterionCheck::HasMilestoneIn { year } => each(&|found| {
                    found.milestones.iter().any(|stone| stone.date.year() == *year && says(&stone.what))
                }),
                CriterionCheck::BetterThanBaselineOrNew => each(&better_or_new),
                CriterionCheck::RankAmongPeers { groups } => {
                    let on = self.issued.unwrap_or_default();
                    let members = |group| self.directory.members(group, on).unwrap_or_default();
                    let mine =
                        |units: &Vec<UnitId>| row.performer.unit().is_some_and(|unit| units.contains(&unit));
                    let peers = groups.iter().map(|group| members(*group)).find(mine);
                    let rank = fields.rank.as_ref().and_then(|rank| usize::try_from(rank.rank).ok());
                    rank.zip(peers).is_some_and(|(rank, peers)| (1..=peers.len()).contains(&rank))
                }
            }
        };
        row.assignment.criteria.iter().any(|known| !met(&known.check))
    }
}

fn says(text: &str) -> bool {
    !text.trim().is_empty()
}

fn better_or_new(found: &Breakthrough) -> bool {
    let better = found.targets.iter().all(|target| {
        says(&target.metric)
            && says(&target.unit)
            && match target.direction {
                Direction::Higher => target.value > target.baseline,
                Direction::Lower => target.value < target.baseline,
            }
    });
    let new = found.novelty.as_ref().is_some_and(|novelty| says(&novelty.justification));
    new || better && !found.targets.is_empty()
}
