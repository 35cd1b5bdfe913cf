//! What an accepted command does to the table.

use std::sync::Arc;

use chrono::Datelike as _;
use congvan_calendar::Instant;
use congvan_core::command::{Amend, Change, Hold};
use congvan_core::directive::StateName as Stage;
use congvan_core::event::{Breakthrough, Direction, Fields, Settlement};
use congvan_core::id::{CriterionId, PersonId, UnitId};
use congvan_core::mandate::{Completion, CriterionCheck, OnSilence, Ruling};
use congvan_core::meeting::{MeetingIndex, MeetingStateName as Meets, Presence, Slot};
use congvan_core::obligation::{ObligationId, Performer, StateName as State};
use congvan_core::proceedings::Issue;
use congvan_core::{Actor, Capacity, Command, ContentHash};

use super::{Model, Row, Sitting};

/// What is handed in.
struct Handed<'a> {
    barred: Option<PersonId>,
    drafter: PersonId,
    fields: &'a Fields,
    hash: ContentHash,
    signed_as: Capacity,
    signer: PersonId,
}

impl Model<'_> {
    /// Moves the table on by a command that was accepted.
    pub fn take(&mut self, actor: &Actor, now: Instant, command: &Command) {
        match command {
            Command::Draft(draft) => {
                self.mandate = Some(Arc::clone(&draft.mandate));
                self.stage = Stage::Drafted;
            }
            Command::RecordRuling(found) => self.rulings.push(Ruling {
                by: actor.person,
                finding: found.finding.clone(),
                on: now.date(),
                place: found.place.clone(),
                reason: found.reason.clone(),
            }),
            Command::Sign(_) => {
                self.signed = Some(now.date());
                self.stage = Stage::Signed;
            }
            Command::ReturnToDraft(_) => self.stage = Stage::Drafted,
            Command::Discard(_) => self.stage = Stage::Discarded,
            Command::Issue(issue) => {
                let line = Issue { date: issue.date, notation: issue.notation.clone(), number: issue.number };
                self.issue = Some((line, now));
                self.issued_on(issue.date);
            }
            Command::Acknowledge(found) => self.receive(found.unit, found.registered_at),
            Command::Decline(found) => {
                self.disputes.insert(found.unit);
            }
            Command::SettleDecline(found) => self.settle(found.unit, found.outcome),
            Command::Revoke(_) => self.end(Stage::Revoked),
            Command::Replace(_) => self.end(Stage::Replaced),
            Command::Close(_) | Command::Conclude(_) => self.end(Stage::Concluded),
            Command::Amend(amend) => self.amended(amend),
            Command::Propose(_)
            | Command::Schedule(_)
            | Command::Reschedule(_)
            | Command::Postpone(_)
            | Command::Cancel(_)
            | Command::Hold(_)
            | Command::Announce(_) => self.meet(command),
            Command::Remind(_) | Command::Annotate(_) | Command::AddAddendum(_) => {}
            _other => self.work(actor, now, command),
        }
    }

    fn issued_on(&mut self, date: chrono::NaiveDate) {
        let Some(mandate) = self.mandate.clone() else { return };
        self.issued = Some(date);
        self.stage = Stage::InForce;
        self.assignments = mandate.assignments.iter().cloned().map(Arc::new).collect();
        self.meetings = mandate
            .meetings
            .iter()
            .map(|plan| Sitting {
                adjourned: false,
                plan: plan.clone(),
                slot: None,
                state: Meets::Planned,
                window: plan.window,
            })
            .collect();
        self.rows = self.reading(&mandate, date).all();
    }

    /// Receipt fixes what was counted from it and is not fixed yet (rule 21).
    fn receive(&mut self, unit: UnitId, at: Instant) {
        self.received.insert(unit, at);
        let (Some(mandate), Some(issued)) = (self.mandate.clone(), self.issued) else { return };
        let reading = self.reading(&mandate, issued);
        let fixed: Vec<_> = self
            .rows
            .iter()
            .map(|row| {
                let waits = row.due.is_none() && row.open() && row.performer == Performer::Unit(unit);
                let due = waits.then(|| reading.due(&row.assignment, row.performer, Some(at.date()), 8));
                due.flatten().map(|due| due.last)
            })
            .collect();
        for (row, due) in self.rows.iter_mut().zip(fixed) {
            if due.is_some() {
                (row.due, row.printed) = (due, due);
            }
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
        for change in &amend.changes {
            match change {
                Change::Extend { due, obligations, .. } => {
                    obligations.iter().for_each(|id| self.extended(*id, *due));
                }
                Change::Waive { obligations } => {
                    for id in obligations {
                        self.row_mut(*id).into_iter().for_each(|row| row.settle(State::Waived));
                    }
                }
                Change::MoveWindow { meeting, window } => {
                    if let Some(sitting) = self.meetings.get_mut(usize::from(meeting.0)) {
                        sitting.window = Some(*window);
                    }
                }
                Change::AddPerformers { assignment, performers } => {
                    let known = self.assignments.iter().find(|known| known.id == *assignment).cloned();
                    let (Some(mandate), from) = (self.mandate.clone(), amend.instrument.date) else {
                        continue;
                    };
                    let rows = known.map(|known| self.reading(&mandate, from).rows(&known, performers));
                    self.rows.extend(rows.unwrap_or_default());
                }
                Change::AddAssignment { assignment } => {
                    let (Some(mandate), from) = (self.mandate.clone(), amend.instrument.date) else {
                        continue;
                    };
                    let rows = self.reading(&mandate, from).rows(assignment, &assignment.performers);
                    self.rows.extend(rows);
                    self.assignments.push(Arc::clone(assignment));
                }
            }
        }
    }

    fn extended(&mut self, id: ObligationId, due: Instant) {
        let Some(row) = self.row_mut(id) else { return };
        (row.due, row.request) = (Some(due), None);
        row.extensions = row.extensions.saturating_add(1);
        if row.state == State::Absent {
            row.state = State::Owed;
        }
    }

    /// What is done to one obligation, or to a set of them.
    fn work(&mut self, actor: &Actor, now: Instant, command: &Command) {
        let person = actor.person;
        let mut on = |id: ObligationId, change: &mut dyn FnMut(&mut Row)| {
            self.row_mut(id).into_iter().for_each(change);
        };
        match command {
            Command::FixDeadline(fix) => {
                for id in &fix.obligations {
                    on(*id, &mut |row| (row.due, row.printed) = (Some(fix.due), Some(fix.due)));
                }
            }
            Command::AskExtension(ask) => {
                on(ask.obligation, &mut |row| row.request = Some((person, ask.due)));
            }
            Command::DecideExtension(found) => {
                let due = self.row(found.obligation).and_then(|row| row.request).map(|(_, due)| due);
                match due {
                    Some(due) if found.grant => self.extended(found.obligation, due),
                    _refused => {
                        self.row_mut(found.obligation).into_iter().for_each(|row| row.request = None);
                    }
                }
            }
            Command::ReassignVetting(found) => {
                for id in &found.obligations {
                    on(*id, &mut |row| {
                        (row.vetter, row.begun, row.recall_asked) = (Some(found.to), false, false);
                    });
                }
            }
            Command::StartDraft(start) => on(start.obligation, &mut |row| row.draft(person)),
            Command::SaveDraft(save) => on(save.obligation, &mut |row| row.draft(person)),
            Command::Recall(found) => on(found.obligation, &mut |row| row.state = State::Drafting),
            Command::RequestRecall(found) => on(found.obligation, &mut |row| row.recall_asked = true),
            Command::RefuseRecall(found) => on(found.obligation, &mut |row| row.recall_asked = false),
            Command::StartVetting(found) => on(found.obligation, &mut |row| row.begun = true),
            Command::Accept(found) => self.accepted(found.obligation),
            Command::Return(found) => on(found.obligation, &mut |row| row.state = State::Returned),
            Command::Reopen(found) => on(found.obligation, &mut |row| {
                (row.state, row.forwarded) = (State::Returned, false);
            }),
            Command::Waive(found) => on(found.obligation, &mut |row| row.settle(State::Waived)),
            Command::RecordAbsence(found) => on(found.obligation, &mut |row| row.settle(State::Absent)),
            Command::RecordNoResponse(found) => on(found.obligation, &mut |row| {
                let consent = row.assignment.on_silence == OnSilence::Consent;
                row.settle(if consent { State::Consented } else { State::NoResponse });
            }),
            Command::EndStanding(found) => on(found.obligation, &mut |row| row.settle(State::Ended)),
            Command::Forward(found) => on(found.obligation, &mut |row| row.forwarded = true),
            Command::DraftConsolidation(found) => {
                let fates = self.row(found.obligation).map(|row| self.fates(row));
                if let Some(row) = self.row_mut(found.obligation) {
                    row.draft(person);
                    row.inputs = fates;
                }
            }
            _other => self.hand_in(actor, now, command),
        }
    }

    fn hand_in(&mut self, actor: &Actor, _: Instant, command: &Command) {
        let none = Fields::default();
        let person = actor.person;
        let handed = |signer, signed_as, hash, fields| Handed {
            barred: None,
            drafter: person,
            fields,
            hash,
            signed_as,
            signer,
        };
        let (ids, what) = match command {
            Command::Submit(found) => {
                let what = handed(found.signed_by, found.signed_as, found.hash, &found.fields);
                // A clerk only sends: whoever signed it counts as its drafter.
                let drafter = if actor.capacity == Capacity::Clerk { found.signed_by } else { person };
                (with(found.obligation, &found.joint), Handed { drafter, ..what })
            }
            Command::RecordOnBehalf(found) => {
                let what = handed(found.signed_by, found.signed_as, found.hash, &found.fields);
                let what = Handed { barred: Some(person), drafter: found.signed_by, ..what };
                (with(found.obligation, &found.joint), what)
            }
            Command::DeclareDone(found) => {
                let hash = ContentHash::of(found.statement.as_bytes());
                (vec![found.obligation], handed(person, actor.capacity, hash, &none))
            }
            Command::RecordOwnAct(found) => {
                let hash = ContentHash::of(found.statement.as_bytes());
                (vec![found.obligation], handed(person, actor.capacity, hash, &none))
            }
            Command::SignConsolidation(found) => {
                (vec![found.obligation], handed(person, actor.capacity, found.hash, &none))
            }
            _other => return,
        };
        for id in ids {
            let failed = self.row(id).map(|row| self.failed(row, what.fields)).unwrap_or_default();
            let Some(row) = self.row_mut(id) else { continue };
            row.hand_in(&what, failed);
            if row.vetter.is_none() {
                self.accepted(id);
            }
        }
    }

    fn accepted(&mut self, id: ObligationId) {
        let inputs: Vec<ObligationId> =
            self.row(id).map(|row| self.inputs(row).map(|(id, _)| id).collect()).unwrap_or_default();
        self.row_mut(id).into_iter().for_each(|row| row.state = State::Accepted);
        for input in inputs {
            let taken = |row: &&mut Row| row.state == State::Accepted;
            self.row_mut(input).filter(taken).into_iter().for_each(|row| row.state = State::Incorporated);
        }
    }

    fn meet(&mut self, command: &Command) {
        let mut on = |at: MeetingIndex, change: &mut dyn FnMut(&mut Sitting)| {
            self.meetings.get_mut(usize::from(at.0)).into_iter().for_each(change);
        };
        let firm = |slot: &Slot| {
            let slot = slot.clone();
            move |sitting: &mut Sitting| {
                (sitting.state, sitting.slot, sitting.adjourned) =
                    (Meets::Scheduled, Some(slot.clone()), false);
            }
        };
        match command {
            Command::Schedule(found) => on(found.meeting, &mut firm(&found.slot)),
            Command::Reschedule(found) => on(found.meeting, &mut firm(&found.slot)),
            Command::Postpone(found) => on(found.meeting, &mut |sitting| sitting.state = Meets::Postponed),
            Command::Cancel(found) => on(found.meeting, &mut |sitting| sitting.state = Meets::Cancelled),
            Command::Announce(found) => on(found.meeting, &mut |sitting| sitting.state = Meets::Announced),
            Command::Hold(hold) => self.held(hold),
            _other => {}
        }
    }

    /// Whoever came has done what he owed by coming.
    fn held(&mut self, hold: &Hold) {
        let Some(sitting) = self.meetings.get_mut(usize::from(hold.meeting.0)) else { return };
        (sitting.state, sitting.adjourned) = (Meets::Held, hold.adjourned);
        let meeting = sitting.plan.id;
        let came = |unit: Option<UnitId>| {
            hold.attendance.iter().any(|found| {
                Some(found.unit) == unit && matches!(found.presence, Presence::Head | Presence::Deputy)
            })
        };
        for row in &mut self.rows {
            let owes = row.assignment.completion == Completion::Attendance(meeting) && row.open();
            if owes && came(row.holder.unit()) {
                row.state = State::Accepted;
            }
        }
    }

    /// The criteria that a machine finds not to be met.
    fn failed(&self, row: &Row, fields: &Fields) -> Vec<CriterionId> {
        let met = |check: &CriterionCheck| {
            let each = |holds: &dyn Fn(&Breakthrough) -> bool| {
                !fields.breakthroughs.is_empty() && fields.breakthroughs.iter().all(holds)
            };
            let any = |texts: &[String]| texts.iter().any(|text| !text.trim().is_empty());
            match check {
                CriterionCheck::Human => true,
                CriterionCheck::HasSolution => each(&|found| any(&found.solutions)),
                CriterionCheck::HasProduct => each(&|found| any(&found.products)),
                CriterionCheck::StatesConformity => {
                    each(&|found| found.conformity.as_ref().is_some_and(|text| !text.trim().is_empty()))
                }
                CriterionCheck::HasMilestoneIn { year } => each(&|found| {
                    let in_year = |date: chrono::NaiveDate| date.year() == *year;
                    found.milestones.iter().any(|stone| in_year(stone.date) && !stone.what.trim().is_empty())
                }),
                CriterionCheck::BetterThanBaselineOrNew => each(&better_or_new),
                CriterionCheck::RankAmongPeers { groups } => {
                    let on = self.issued.unwrap_or_default();
                    let members = |group| self.directory.members(group, on).unwrap_or_default();
                    let unit = row.performer.unit();
                    let mine = groups.iter().map(|group| members(*group));
                    let peers = mine.into_iter().find(|units| unit.is_some_and(|unit| units.contains(&unit)));
                    let rank = fields.rank.as_ref().and_then(|rank| usize::try_from(rank.rank).ok());
                    matches!((rank, peers), (Some(rank), Some(peers)) if 1 <= rank && rank <= peers.len())
                }
            }
        };
        let criteria = row.assignment.criteria.iter();
        criteria.filter(|known| !met(&known.check)).map(|known| known.id).collect()
    }
}

fn better_or_new(found: &Breakthrough) -> bool {
    let says = |text: &str| !text.trim().is_empty();
    let better = found.targets.iter().all(|target| {
        says(&target.metric)
            && says(&target.unit)
            && match target.direction {
                Direction::Higher => target.value > target.baseline,
                Direction::Lower => target.value < target.baseline,
            }
    });
    (better && !found.targets.is_empty())
        || found.novelty.as_ref().is_some_and(|novelty| says(&novelty.justification))
}

fn with(first: ObligationId, others: &[ObligationId]) -> Vec<ObligationId> {
    std::iter::once(first).chain(others.iter().copied()).collect()
}

impl Row {
    fn draft(&mut self, person: PersonId) {
        self.state = State::Drafting;
        self.authors.insert(person);
    }

    fn settle(&mut self, state: State) {
        self.kept = matches!(self.state, State::Submitted | State::Returned);
        self.state = state;
        self.request = None;
    }

    fn hand_in(&mut self, what: &Handed<'_>, failed: Vec<CriterionId>) {
        if self.state != State::Drafting {
            self.draft(what.drafter);
        }
        if let Some(barred) = what.barred {
            self.draft(barred);
        }
        self.state = State::Submitted;
        (self.begun, self.recall_asked, self.failed) = (false, false, failed);
        self.inputs = None;
        self.number = self.number.saturating_add(1);
        self.hash = Some(what.hash);
        self.authors.insert(what.signer);
        self.head_signed = matches!(what.signed_as, Capacity::Head | Capacity::Acting);
    }
}
