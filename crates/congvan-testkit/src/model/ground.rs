//! The payload against what was admitted.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_core::check::{CheckContext, FindingCode, Numbers, Severity, check, unruled_by};
use congvan_core::command::{
    Accept, Amend, Change, Draft, Hold, Issue, ReassignVetting, RecordOnBehalf, SettleDecline, Submit,
};
use congvan_core::directory::Power;
use congvan_core::event::Settlement;
use congvan_core::id::{CriterionId, PersonId, UnitId};
use congvan_core::mandate::{Assignment, CriterionCheck, Mandate, Ruling, Window};
use congvan_core::meeting::{Attendance, ChairOverride, MeetingIndex, MeetingStateName, Presence, Slot};
use congvan_core::obligation::{ObligationId, StateName as State};
use congvan_core::{Actor, Capacity, Command, Kind, ReasonCode as Code};

use super::admit::Asks;
use super::people::{self, LEADERS};
use super::{Codes, Model, Row};

/// A list of requirements: what does not hold is said.
#[derive(Default)]
struct Needs(Codes);

impl Needs {
    fn need(&mut self, holds: bool, code: Code) {
        if !holds {
            self.0.insert(code);
        }
    }
}

impl Model<'_> {
    pub(super) fn ground(&self, actor: &Actor, now: Instant, command: &Command) -> Codes {
        let asks = Asks { actor, now };
        let mut needs = Needs::default();
        match command {
            Command::Draft(draft) => self.draft(asks, draft, &mut needs),
            Command::RecordRuling(ruling) => {
                let known = FindingCode::ALL.iter().any(|code| code.as_str() == ruling.finding);
                needs.need(known, Code::UnknownFinding);
            }
            Command::Issue(issue) => self.issue(asks, issue, &mut needs),
            Command::Acknowledge(found) => {
                needs.need(found.registered_at <= now, Code::EffectiveAfterRecorded);
                needs.need(!self.before_issue(found.registered_at), Code::EffectiveBeforeIssue);
                let evidence = found.evidence.as_deref().is_some_and(|text| !text.trim().is_empty());
                needs.need(actor.unit == found.unit || evidence, Code::TextMissing);
            }
            Command::SettleDecline(found) => self.settle_decline(asks, found, &mut needs),
            Command::Replace(found) => {
                self.carried(&found.carried, &mut needs);
                match self.successors.iter().find(|issued| issued.id() == found.by) {
                    _itself if found.by == self.id => needs.need(false, Code::ReplacesItself),
                    None => needs.need(false, Code::SuccessorNotIssued),
                    Some(issued) => {
                        needs.need(self.succeeds(issued, now), Code::NotItsSuccessor);
                        let (cited, issue) = (&found.instrument, issued.issue());
                        let same = (cited.date, &cited.notation) == (issue.date, &issue.notation)
                            && cited.number.parse() == Ok(issue.number);
                        needs.need(same, Code::AnotherInstrument);
                    }
                }
            }
            Command::Amend(amend) => self.amend(asks, amend, &mut needs),
            Command::FixDeadline(fix) => {
                needs.need(!self.before_issue(fix.due), Code::EffectiveBeforeIssue);
                for row in self.each(&fix.obligations, &mut needs) {
                    needs.need(row.open(), Code::WrongObligationState);
                    needs.need(row.due.is_none(), Code::DeadlineAlreadyFixed);
                }
            }
            Command::AskExtension(ask) => {
                let due = self.row(ask.obligation).and_then(|row| row.due);
                needs.need(due.is_none_or(|due| ask.due > due), Code::NotLater);
            }
            Command::DecideExtension(found) => {
                let asked = self.row(found.obligation).and_then(|row| row.request);
                if let (true, Some((_, due))) = (found.grant, asked) {
                    let fits = self.row(found.obligation).is_some_and(Row::extendable);
                    needs.need(fits, Code::WrongObligationState);
                    self.extend(&[found.obligation], due, found.unmoved.as_deref(), &[], &mut needs);
                }
            }
            Command::Remind(remind) => {
                for row in self.each(&remind.obligations, &mut needs) {
                    needs.need(row.open(), Code::WrongObligationState);
                    let codes = self.plays(asks, &self.reminders(row, now), Some(row));
                    needs.0.extend(codes);
                }
            }
            Command::ReassignVetting(found) => self.reassign(asks, found, &mut needs),
            _other => self.ground_of_one(asks, command, &mut needs),
        }
        needs.0
    }

    /// The payload of what is done to one obligation or one meeting.
    fn ground_of_one(&self, asks: Asks<'_>, command: &Command, needs: &mut Needs) {
        let now = asks.now;
        match command {
            Command::Submit(submit) => self.submit(asks, submit, needs),
            Command::RecordOnBehalf(record) => self.record(asks, record, needs),
            Command::Accept(accept) => self.accept(accept, needs),
            Command::Return(back) => {
                let row = self.row(back.obligation);
                needs.need(row.is_some_and(|row| row.hash == Some(back.hash)), Code::StaleRevision);
                let known = self.criteria(back.obligation, false);
                let all = back.findings.iter().all(|found| known.contains(&found.criterion));
                needs.need(all, Code::UnknownCriterion);
                let said = back.findings.iter().all(|found| !found.reason.trim().is_empty());
                needs.need(said, Code::TextMissing);
                // Where there are criteria, one of them is not met; granting a recall needs no finding.
                let unmet = back.findings.iter().any(|found| !found.met);
                let free = row.is_none_or(|row| {
                    row.recall_asked || !row.failed.is_empty() || row.assignment.criteria.is_empty()
                });
                needs.need(unmet || free, Code::NoFinding);
            }
            Command::Forward(forward) => {
                let known = self.exists(forward.to, now.date());
                needs.need(known, Code::UnknownUnit);
            }
            Command::SignConsolidation(sign) => {
                let nil = self.row(sign.obligation).is_some_and(|row| {
                    let fates = self.fates(row);
                    !fates
                        .iter()
                        .any(|(_, fate)| matches!(fate, congvan_core::evidence::Fate::Accepted { .. }))
                });
                let said = sign.nil_reason.as_deref().is_some_and(|text| !text.trim().is_empty());
                needs.need(!nil || said, Code::TextMissing);
            }
            Command::Propose(found) => needs.need(found.slot.start > now, Code::SlotInPast),
            Command::Schedule(found) => {
                self.slot(asks, found.meeting, &found.slot, found.overriding.as_ref(), needs);
            }
            Command::Reschedule(found) => {
                self.slot(asks, found.meeting, &found.slot, found.overriding.as_ref(), needs);
                let same = self
                    .sitting(found.meeting)
                    .is_some_and(|known| known.slot.as_ref().is_some_and(|slot| *slot == found.slot));
                needs.need(!same, Code::NothingChanges);
            }
            Command::Hold(hold) => self.hold(asks, hold, needs),
            Command::Conclude(found) => {
                let carried: Vec<_> = found.carried.iter().map(|carried| carried.obligation).collect();
                self.carried(&carried, needs);
                let said = found.carried.iter().all(|carried| !carried.into.trim().is_empty());
                needs.need(said, Code::TextMissing);
                let left = self.numbered().any(|(id, row)| row.open() && !carried.contains(&id));
                needs.need(!left, Code::ObligationsOpen);
            }
            Command::Annotate(found) => {
                let known = found.about.is_none_or(|id| self.row(id).is_some());
                needs.need(known, Code::UnknownObligation);
            }
            _other => {}
        }
    }

    /// The obligations that are named, as far as there are such.
    fn each(&self, ids: &[ObligationId], needs: &mut Needs) -> Vec<&Row> {
        needs.need(ids.iter().all(|id| self.row(*id).is_some()), Code::UnknownObligation);
        ids.iter().filter_map(|id| self.row(*id)).collect()
    }

    fn before_issue(&self, at: Instant) -> bool {
        self.issued.is_some_and(|issued| at.date() < issued)
    }

    fn exists(&self, unit: UnitId, on: NaiveDate) -> bool {
        self.directory.unit(unit).is_some_and(|unit| unit.exists_on(on))
    }

    fn draft(&self, asks: Asks<'_>, draft: &Draft, needs: &mut Needs) {
        let header = &draft.mandate.header;
        let drafts = [header.drafting_unit, Some(header.issuing_body), header.office];
        needs.need(drafts.contains(&Some(asks.actor.unit)), Code::WrongUnit);
        let sound = draft.mandate.problems(self.directory, asks.now.date()).is_empty();
        needs.need(sound, Code::MandateInvalid);
    }

    fn checked(&self, mandate: &Mandate, on: NaiveDate) -> Vec<congvan_core::check::Finding> {
        let numbers = Numbers::default();
        let context = CheckContext {
            calendar: self.calendar,
            directory: self.directory,
            issue_day: on,
            numbers: &numbers,
            places: None,
        };
        check(mandate, &context)
    }

    fn issue(&self, asks: Asks<'_>, issue: &Issue, needs: &mut Needs) {
        let (Some(mandate), Some(signed)) = (&self.mandate, self.signed) else { return };
        let kind = mandate.header.document_type;
        let problem = congvan_core::mandate::notation_problem(kind, issue.number, &issue.notation);
        needs.need(problem.is_none(), Code::NotationInvalid);
        needs.need(issue.date >= signed, Code::DateBeforeSignature);
        needs.need(issue.date <= asks.now.date(), Code::DateInFuture);
        let last = if mandate.header.urgency.is_some() {
            signed
        } else {
            self.calendar.add_working_days(signed, 1).end
        };
        let said = issue.late_reason.as_deref().is_some_and(|text| !text.trim().is_empty());
        needs.need(issue.date <= last || said, Code::LateReasonMissing);
        needs.0.extend(self.unsound(issue.date));
    }

    /// Whether the mandate is whole on this day, and every conflict of dates ruled on.
    pub(super) fn unsound(&self, day: NaiveDate) -> Codes {
        let mut needs = Needs::default();
        let Some(mandate) = &self.mandate else { return needs.0 };
        needs.need(mandate.problems(self.directory, day).is_empty(), Code::MandateInvalid);
        let findings = self.checked(mandate, day);
        let rulings: Vec<&Ruling> = mandate.rulings.iter().chain(&self.rulings).collect();
        let conflicts = unruled_by(&rulings, &findings);
        let ruled = !conflicts.iter().any(|finding| finding.severity == Severity::Conflict);
        needs.need(ruled, Code::ConflictNotRuled);
        needs.0
    }

    fn settle_decline(&self, asks: Asks<'_>, found: &SettleDecline, needs: &mut Needs) {
        if let Settlement::Reassign(to) = found.outcome {
            needs.need(self.exists(to, asks.now.date()), Code::UnknownUnit);
            needs.need(to != found.unit, Code::NothingChanges);
        }
        if found.outcome == Settlement::Waive {
            needs.0.extend(self.plays(asks, &[self.authority(asks.now, Power::Waive)], None));
        }
    }

    fn carried(&self, ids: &[ObligationId], needs: &mut Needs) {
        needs.need(once(ids), Code::NamedTwice);
        for id in ids {
            match self.row(*id) {
                Some(row) => needs.need(row.open(), Code::CarriedNotOpen),
                None => needs.need(false, Code::UnknownObligation),
            }
        }
    }

    fn amend(&self, asks: Asks<'_>, amend: &Amend, needs: &mut Needs) {
        let moved: Vec<(ObligationId, Instant)> = amend
            .changes
            .iter()
            .filter_map(|change| match change {
                Change::Extend { due, obligations, .. } => Some(obligations.iter().map(|id| (*id, *due))),
                _other => None,
            })
            .flatten()
            .collect();
        let changed = amend.changes.iter().flat_map(|change| match change {
            Change::Extend { obligations, .. } | Change::Waive { obligations } => obligations.as_slice(),
            _other => &[],
        });
        needs.need(once(changed), Code::NamedTwice);
        let added = amend.changes.iter().filter_map(|change| match change {
            Change::AddPerformers { assignment, .. } => Some(assignment),
            Change::AddAssignment { assignment } => Some(&assignment.id),
            _other => None,
        });
        needs.need(once(added), Code::AssignmentTwice);
        // Whoever amends by order or authorisation extends and waives only where that is listed too.
        let mut listed = |ids: &[ObligationId], power| {
            if ids.iter().any(|id| self.row(*id).is_some()) {
                needs.0.extend(self.plays(asks, &[self.authority(asks.now, power)], None));
            }
        };
        for change in &amend.changes {
            match change {
                Change::Extend { obligations, .. } => listed(obligations, Power::Extend),
                Change::Waive { obligations } => listed(obligations, Power::Waive),
                _other => {}
            }
        }
        for change in &amend.changes {
            match change {
                Change::Extend { due, obligations, unmoved } => {
                    for row in self.each(obligations, needs) {
                        needs.need(row.extendable(), Code::WrongObligationState);
                        needs.need(row.due.is_some(), Code::NoDeadline);
                    }
                    let locked = obligations.iter().any(|id| self.locked(*id));
                    needs.need(!locked, Code::InputLocked);
                    self.extend(obligations, *due, unmoved.as_deref(), &moved, needs);
                }
                Change::Waive { obligations } => {
                    needs.need(!obligations.iter().any(|id| self.locked(*id)), Code::InputLocked);
                    for row in self.each(obligations, needs) {
                        needs.need(row.open(), Code::WrongObligationState);
                    }
                }
                Change::MoveWindow { meeting, window } => self.move_window(*meeting, *window, needs),
                Change::AddPerformers { .. } | Change::AddAssignment { .. } => {
                    self.add(amend.instrument.date, change, needs);
                }
            }
        }
    }

    fn move_window(&self, meeting: MeetingIndex, window: Window, needs: &mut Needs) {
        let Some(sitting) = self.sitting(meeting) else {
            return needs.need(false, Code::UnknownMeeting);
        };
        let again = sitting.state == MeetingStateName::Held && sitting.adjourned;
        let waits = matches!(sitting.state, MeetingStateName::Planned | MeetingStateName::Postponed);
        needs.need(again || waits, Code::WrongMeetingState);
        needs.need(sitting.window != Some(window), Code::NothingChanges);
    }

    /// More performers, or a new assignment, as if the mandate had had it from the date of the instrument.
    fn add(&self, from: NaiveDate, change: &Change, needs: &mut Needs) {
        let (Some(mandate), Some(issued)) = (&self.mandate, self.issued) else { return };
        let known = |id| self.assignments.iter().find(move |known| known.id == id);
        let assignment = match change {
            Change::AddPerformers { assignment, performers } => {
                let Some(known) = known(*assignment) else {
                    return needs.need(false, Code::UnknownAssignment);
                };
                Assignment { performers: performers.clone(), ..Assignment::clone(known) }
            }
            Change::AddAssignment { assignment } if known(assignment.id).is_none() => {
                Assignment::clone(assignment)
            }
            _other => return needs.need(false, Code::AssignmentTwice),
        };
        let mut with = Mandate::clone(mandate);
        with.assignments.retain(|known| known.id != assignment.id);
        with.assignments.push(assignment.clone());
        needs.need(with.problems(self.directory, issued).is_empty(), Code::MandateInvalid);
        let assignment = Arc::new(assignment);
        let rows = self.reading(mandate, from).rows(&assignment, &assignment.performers);
        needs.need(!rows.is_empty(), Code::NothingNamed);
        let same = |one: &Row, two: &Row| {
            (one.assignment.id, one.field, one.performer) == (two.assignment.id, two.field, two.performer)
        };
        let exists = rows.iter().any(|row| self.rows.iter().any(|known| same(known, row)));
        needs.need(!exists, Code::ObligationExists);
        let locks = |taker: &Row| {
            matches!(taker.state, State::Submitted | State::Accepted | State::Incorporated)
                && taker.assignment.consolidates.contains(&assignment.id)
        };
        needs.need(rows.is_empty() || !self.rows.iter().any(locks), Code::InputLocked);
    }

    /// An extension: later than the deadline in force, and not past what waits for it (rules 19 and 20).
    fn extend(
        &self,
        ids: &[ObligationId],
        due: Instant,
        unmoved: Option<&str>,
        moved: &[(ObligationId, Instant)],
        needs: &mut Needs,
    ) {
        let said = unmoved.is_some_and(|text| !text.trim().is_empty());
        for id in ids {
            let old = self.row(*id).and_then(|row| row.due);
            needs.need(old.is_none_or(|old| due > old), Code::NotLater);
            let passes = self.takers(*id).filter(|(_, taker)| taker.open()).any(|(taker_id, taker)| {
                let new = moved.iter().find(|(id, _)| *id == taker_id).map(|(_, due)| *due);
                new.or(taker.due).is_some_and(|taken| taken < due)
            });
            needs.need(said || !passes, Code::DependentNotMoved);
        }
    }

    fn reassign(&self, asks: Asks<'_>, found: &ReassignVetting, needs: &mut Needs) {
        needs.need(self.exists(found.to, asks.now.date()), Code::UnknownUnit);
        for id in &found.obligations {
            let Some(row) = self.row(*id) else {
                needs.need(false, Code::UnknownObligation);
                continue;
            };
            let waits =
                matches!(row.state, State::Owed | State::Drafting | State::Submitted | State::Returned);
            needs.need(waits, Code::WrongObligationState);
            needs.need(row.vetter.is_some(), Code::NobodyVets);
            needs.need(!self.vetting_in_time(asks, *id, row), Code::VettingStillInTime);
            needs.need(row.vetter != Some(found.to), Code::NothingChanges);
        }
    }

    fn joint(&self, asks: Asks<'_>, kind: Kind, joint: &[ObligationId], needs: &mut Needs) {
        for id in joint {
            let codes = self.admit(asks.actor, asks.now, kind, congvan_core::Target::Obligation(*id));
            needs.0.extend(codes);
        }
    }

    fn submit(&self, asks: Asks<'_>, submit: &Submit, needs: &mut Needs) {
        self.joint(asks, Kind::Submit, &submit.joint, needs);
        for row in self.each(&submit.joint, needs).into_iter().chain(self.row(submit.obligation)) {
            let mine = self.holders(row).contains(&asks.actor.unit);
            let unit = if mine { Some(asks.actor.unit) } else { row.holder.unit() };
            let signs = unit.is_some_and(|unit| {
                self.may_sign(submit.signed_by, submit.signed_as, unit, row, asks.now.date())
            });
            needs.need(signs, Code::SignatoryWithoutAuthority);
        }
    }

    fn record(&self, asks: Asks<'_>, record: &RecordOnBehalf, needs: &mut Needs) {
        self.joint(asks, Kind::RecordOnBehalf, &record.joint, needs);
        needs.need(record.effective_at <= asks.now, Code::EffectiveAfterRecorded);
        needs.need(!self.before_issue(record.effective_at), Code::EffectiveBeforeIssue);
        let on = record.effective_at.date();
        for row in self.each(&record.joint, needs).into_iter().chain(self.row(record.obligation)) {
            let unit = row.holder.unit();
            let signs =
                unit.is_none_or(|unit| self.may_sign(record.signed_by, record.signed_as, unit, row, on));
            needs.need(signs, Code::SignatoryWithoutAuthority);
        }
    }

    /// Whether a person signs for a unit: its head, a deputy, an acting head, or by a delegation of that power.
    pub(super) fn may_sign(
        &self,
        person: PersonId,
        capacity: Capacity,
        unit: UnitId,
        row: &Row,
        on: NaiveDate,
    ) -> bool {
        let actor = Actor { capacity, on_behalf: None, person, unit };
        people::capacity(self.directory, &actor, &LEADERS, Some(Power::Submit), row.field, on).is_empty()
    }

    fn criteria(&self, id: ObligationId, human: bool) -> BTreeSet<CriterionId> {
        let criteria = self.row(id).into_iter().flat_map(|row| &row.assignment.criteria);
        criteria
            .filter(|known| !human || known.check == CriterionCheck::Human)
            .map(|known| known.id)
            .collect()
    }

    fn accept(&self, accept: &Accept, needs: &mut Needs) {
        let row = self.row(accept.obligation);
        needs.need(row.is_some_and(|row| row.hash == Some(accept.hash)), Code::StaleRevision);
        let judged: BTreeSet<_> = accept.verdicts.iter().map(|verdict| verdict.criterion).collect();
        let human = self.criteria(accept.obligation, true);
        needs.need(accept.verdicts.iter().all(|verdict| verdict.met), Code::VerdictContradicts);
        let said = accept.verdicts.iter().all(|verdict| !verdict.reason.trim().is_empty());
        needs.need(said, Code::TextMissing);
        needs.need(human.is_subset(&judged), Code::VerdictMissing);
        needs.need(judged.is_subset(&self.criteria(accept.obligation, false)), Code::UnknownCriterion);
    }

    fn slot(
        &self,
        asks: Asks<'_>,
        meeting: MeetingIndex,
        slot: &Slot,
        overriding: Option<&ChairOverride>,
        needs: &mut Needs,
    ) {
        let Some(sitting) = self.sitting(meeting) else { return };
        let day = slot.start.date();
        needs.need(slot.start > asks.now, Code::SlotInPast);
        needs.need(sitting.window.is_none_or(|window| window.contains(day)), Code::OutsideWindow);
        needs.need(overriding.is_some() || self.calendar.is_working_day(day), Code::DayOff);
        if let Some(chair) = overriding {
            needs.need(!chair.reason.trim().is_empty(), Code::TextMissing);
            needs.need(self.holds_office(chair.by, sitting.plan.chair, asks.now.date()), Code::NotTheChair);
        }
    }

    fn hold(&self, asks: Asks<'_>, hold: &Hold, needs: &mut Needs) {
        let Some(sitting) = self.sitting(hold.meeting) else { return };
        needs.need(hold.ended_at <= asks.now, Code::EffectiveAfterRecorded);
        needs.need(!self.before_issue(hold.ended_at), Code::EffectiveBeforeIssue);
        let begun = sitting.slot.as_ref().is_none_or(|slot| slot.start <= hold.ended_at);
        needs.need(begun, Code::NotYetBegun);
        let told: BTreeSet<UnitId> = hold.attendance.iter().map(|found| found.unit).collect();
        needs.need(self.invited(sitting).is_subset(&told), Code::AttendanceMissing);
        if let Some(quorum) = sitting.plan.quorum {
            let counts = |found: &&Attendance| matches!(found.presence, Presence::Head | Presence::Deputy);
            let present = hold.attendance.iter().filter(counts).count();
            let enough = u32::try_from(present).is_ok_and(|present| present >= quorum.present);
            let noted = hold.note.as_deref().is_some_and(|text| !text.trim().is_empty());
            needs.need(enough || noted, Code::QuorumMissing);
        }
    }

    /// What the roster of this directive is read with.
    pub(super) fn reading<'a>(
        &'a self,
        mandate: &'a Arc<Mandate>,
        issued: NaiveDate,
    ) -> super::roster::Reading<'a> {
        super::roster::Reading {
            assignments: &self.assignments,
            calendar: self.calendar,
            directory: self.directory,
            issued,
            mandate,
        }
    }
}

fn once<T: Ord>(named: impl IntoIterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    named.into_iter().all(|name| seen.insert(name))
}
