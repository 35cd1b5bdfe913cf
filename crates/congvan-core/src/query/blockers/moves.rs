//! Which commands would move an open obligation or a meeting on, and who may give them.

use congvan_calendar::Instant;

use super::{Unblock, Who};
use crate::actor::Capacity;
use crate::authority::{CLERK, DECIDE, Need, RECORD, SEND, WORK};
use crate::command::{Found, Kind, Target};
use crate::evidence::AllSettled;
use crate::id::UnitId;
use crate::mandate::{Binding, Completion, OnSilence};
use crate::meeting::{Meeting, MeetingIndex, MeetingState};
use crate::obligation::{Drafting, ObligationId, ObligationState, Performer, StateName, Submitted};
use crate::proceedings::Proceedings;

impl Proceedings {
    /// What would move an open obligation on, nearest first: its holder, its vetter, who records, the authority.
    pub(super) fn moves(&self, id: ObligationId, now: Instant) -> Vec<Unblock> {
        let Ok(found) = Found::of(self, id) else { return Vec::new() };
        let survey = Survey { found, now };
        let mut moves = survey.by_state();
        moves.extend(survey.by_recorder());
        moves.extend(survey.by_authority());
        moves.retain(|help| !help.who.is_empty());
        moves
    }

    /// What would move a meeting on.
    pub(super) fn meeting_moves(
        &self,
        at: MeetingIndex,
        meeting: &Meeting,
        prepared: bool,
        now: Instant,
    ) -> Vec<Unblock> {
        let Some(plan) = self.meeting_plan(at) else { return Vec::new() };
        let target = Target::Meeting(at);
        let lead = || vec![unit(plan.lead, RECORD)];
        let chair = || vec![Who::Office { office: plan.chair }];
        let passed = meeting.window().is_some_and(|window| now.date() > window.until);
        let mut moves = Vec::new();
        let mut help = |kind, target, who| moves.push(Unblock { kind, target, who });
        match meeting.state() {
            MeetingState::Planned(_) | MeetingState::Postponed(_) if passed => {
                help(Kind::Amend, Target::Directive, vec![self.issuer()]);
            }
            MeetingState::Planned(_) | MeetingState::Postponed(_) if prepared => {
                help(Kind::Schedule, target, lead());
            }
            MeetingState::Planned(_) => help(Kind::Propose, target, lead()),
            MeetingState::Scheduled(scheduled) if prepared && now >= scheduled.slot().start => {
                help(Kind::Hold, target, chair());
            }
            MeetingState::Held(held) if held.adjourned() && passed => {
                help(Kind::Amend, Target::Directive, vec![self.issuer()]);
            }
            MeetingState::Held(held) if held.adjourned() && prepared => help(Kind::Schedule, target, lead()),
            MeetingState::Held(held) if !held.adjourned() => {
                help(Kind::Announce, target, vec![unit(self.mandate().office(), RECORD)]);
            }
            MeetingState::Postponed(_)
            | MeetingState::Scheduled(_)
            | MeetingState::Held(_)
            | MeetingState::Announced(_)
            | MeetingState::Cancelled(_) => {}
        }
        moves
    }
}

struct Survey<'a> {
    found: Found<'a>,
    now: Instant,
}

impl Survey<'_> {
    fn help(&self, kind: Kind, who: Vec<Who>) -> Unblock {
        Unblock { kind, target: Target::Obligation(self.found.id), who }
    }

    fn by_state(&self) -> Vec<Unblock> {
        match self.found.obligation.state() {
            ObligationState::Owed(_) | ObligationState::Returned(_) => self.by_holder(None),
            ObligationState::Drafting(draft) => self.by_holder(Some(draft)),
            ObligationState::Submitted(submitted) => self.by_vetter(submitted),
            ObligationState::Continuing(_) => {
                let mut who = vec![self.found.proceedings.issuer()];
                who.extend(self.found.assignment.roles.monitor.map(|monitor| unit(monitor, WORK)));
                vec![self.help(Kind::EndStanding, who)]
            }
            ObligationState::Accepted(_)
            | ObligationState::Incorporated(_)
            | ObligationState::Waived(_)
            | ObligationState::Absent(_)
            | ObligationState::NoResponse(_)
            | ObligationState::Consented(_)
            | ObligationState::Ended(_)
            | ObligationState::Lapsed(_) => Vec::new(),
        }
    }

    fn by_holder(&self, draft: Option<&Drafting>) -> Vec<Unblock> {
        if self.found.is_consolidation() {
            return self.by_consolidator(draft);
        }
        match self.found.assignment.completion {
            Completion::Submission => {
                let mut moves = vec![self.help(Kind::Submit, self.holders(SEND))];
                if let Some(Performer::Party(_)) = self.found.proceedings.holder(self.found.obligation) {
                    moves.push(self.help(Kind::RecordOnBehalf, self.clerks()));
                }
                moves
            }
            Completion::OwnAct => vec![self.help(Kind::RecordOwnAct, self.holders(DECIDE))],
            Completion::Declaration => vec![self.help(Kind::DeclareDone, self.holders(DECIDE))],
            Completion::Attendance(meeting) => {
                let known = self.found.proceedings.mandate().meeting(meeting);
                let help = known.and_then(|(at, plan)| {
                    let target = Target::Meeting(MeetingIndex(u16::try_from(at).ok()?));
                    Some(Unblock { kind: Kind::Hold, target, who: vec![Who::Office { office: plan.chair }] })
                });
                help.into_iter().collect()
            }
            Completion::Standing => Vec::new(),
        }
    }

    /// A draft whose inputs still stand is signed; otherwise it is drafted, once every input is settled.
    fn by_consolidator(&self, draft: Option<&Drafting>) -> Vec<Unblock> {
        let Ok(proof) = AllSettled::of(self.found.proceedings, self.found.id) else { return Vec::new() };
        let drafted = draft.and_then(Drafting::inputs);
        let stands = drafted.is_some_and(|drafted| proof.inputs().changed_since(drafted).is_empty());
        if stands {
            vec![self.help(Kind::SignConsolidation, self.holders(DECIDE))]
        } else {
            vec![self.help(Kind::DraftConsolidation, self.holders(WORK))]
        }
    }

    fn by_vetter(&self, submitted: &Submitted) -> Vec<Unblock> {
        let proceedings = self.found.proceedings;
        let Some(vetter) = proceedings.vetter(self.found.obligation) else { return Vec::new() };
        let fallback = proceedings.mandate().fallback_vetter();
        let own_head_signed =
            submitted.revision().head_signed && proceedings.is_holder(self.found.obligation, vetter);
        let who = vec![unit(if own_head_signed { fallback } else { vetter }, WORK)];
        let mut moves = Vec::new();
        if submitted.failed().is_empty() {
            moves.push(self.help(Kind::Accept, who.clone()));
        }
        moves.push(self.help(Kind::Return, who));
        if self.found.proceedings.vetting_due(self.found.id).is_none_or(|due| self.now > due) {
            let who = vec![proceedings.issuer()];
            moves.push(Unblock { kind: Kind::ReassignVetting, target: Target::Directive, who });
        }
        moves
    }

    /// Absence or silence, after the deadline, once receipt is known and no decline is open.
    fn by_recorder(&self) -> Vec<Unblock> {
        let (proceedings, assignment) = (self.found.proceedings, self.found.assignment);
        if !self.is_unsubmitted() {
            return Vec::new();
        }
        let consent = assignment.on_silence == OnSilence::Consent;
        let order = assignment.binding == Binding::Order;
        let due = self.found.obligation.terms().due();
        let passed = due.is_some_and(|due| self.now > due);
        let any_time = due.is_none() && !order && !consent;
        if !passed && !any_time {
            return Vec::new();
        }
        let holder = proceedings.holder(self.found.obligation).and_then(Performer::unit);
        if let Some(holder) = holder.filter(|_| passed) {
            let target = Target::Unit(holder);
            if proceedings.dispute(holder).is_some() {
                return vec![Unblock { kind: Kind::SettleDecline, target, who: vec![proceedings.issuer()] }];
            }
            if proceedings.acknowledged_at(holder).is_none() {
                let who = vec![unit(holder, RECORD), unit(proceedings.mandate().office(), RECORD)];
                return vec![Unblock { kind: Kind::Acknowledge, target, who }];
            }
        }
        let recorders: Vec<Who> = self.found.recorders().into_iter().map(of_need).collect();
        let mut moves = Vec::new();
        if order {
            moves.push(self.help(Kind::RecordAbsence, recorders.clone()));
        }
        if consent || !order {
            moves.push(self.help(Kind::RecordNoResponse, recorders));
        }
        moves
    }

    fn by_authority(&self) -> Vec<Unblock> {
        let issuer = || vec![self.found.proceedings.issuer()];
        let mut moves = Vec::new();
        match self.found.obligation.terms().due() {
            None => moves.push(Unblock { kind: Kind::FixDeadline, target: Target::Directive, who: issuer() }),
            Some(_) if self.is_unsubmitted() => {
                moves.push(Unblock { kind: Kind::Amend, target: Target::Directive, who: issuer() });
            }
            Some(_) => {}
        }
        moves.push(self.help(Kind::Waive, issuer()));
        moves
    }

    fn is_unsubmitted(&self) -> bool {
        matches!(
            self.found.obligation.state().name(),
            StateName::Owed | StateName::Drafting | StateName::Returned
        )
    }

    /// The holder, and the units that lead jointly with it.
    fn holders(&self, capacities: &'static [Capacity]) -> Vec<Who> {
        let (proceedings, obligation) = (self.found.proceedings, self.found.obligation);
        let holder = proceedings.holder(obligation).and_then(Performer::unit);
        let joint = proceedings.lane(obligation).map(|lane| lane.joint.as_slice()).unwrap_or_default();
        let joint = joint.iter().copied().filter(|unit| proceedings.is_holder(obligation, *unit));
        let mut units: Vec<UnitId> = holder.into_iter().chain(joint).collect();
        units.dedup();
        units.into_iter().map(|holder| unit(holder, capacities)).collect()
    }

    /// The clerks who record what an outside party hands in.
    fn clerks(&self) -> Vec<Who> {
        let proceedings = self.found.proceedings;
        let mut units = vec![proceedings.mandate().office()];
        units.extend(self.found.assignment.roles.collector);
        units.extend(proceedings.vetter(self.found.obligation));
        let mut seen = std::collections::BTreeSet::new();
        units.retain(|unit| seen.insert(*unit));
        units.into_iter().map(|clerk| unit(clerk, CLERK)).collect()
    }
}

fn unit(unit: UnitId, capacities: &'static [Capacity]) -> Who {
    Who::Unit { unit, capacities: capacities.to_vec() }
}

fn of_need(need: Need<'_>) -> Who {
    unit(need.unit, need.capacities)
}
