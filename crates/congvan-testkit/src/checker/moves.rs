//! Everything that somebody can do from a state: each kind of command at each free target, by whoever may.

use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::Days;
use congvan_calendar::Instant;
use congvan_core::command::{Amend, Change, Close, Conclude, Draft, FixDeadline, Issue, ReassignVetting};
use congvan_core::directive::StateName;
use congvan_core::mandate::Window;
use congvan_core::meeting::MeetingStateName;
use congvan_core::obligation::{ObligationId, Performer, StateName as ObligationStateName};
use congvan_core::{Actor, Command, Ctx, Decision, Kind, Offer, ReasonCode, Refusal, Target};

use super::Model;
use super::node::Node;
use super::property::Deed;
use crate::best_payload::{Asked, instrument, payloads, why};

/// What somebody does: who, what, and what was decided.
#[derive(Debug)]
pub(super) struct Move {
    pub(super) actor: Actor,
    pub(super) command: Command,
    pub(super) decision: Decision,
}

impl Move {
    pub(super) fn deed(&self) -> Deed<'_> {
        Deed {
            actor: self.actor,
            kind: self.command.kind(),
            stamp: *self.decision.stamp(),
            events: self.decision.events().iter().collect(),
        }
    }
}

/// Told of each move; breaks off when it has seen enough.
pub(super) type Visit<'v> = &'v mut dyn FnMut(Move) -> ControlFlow<()>;

impl Model {
    pub(super) const fn ctx<'a>(&'a self, actor: &'a Actor, now: Instant) -> Ctx<'a> {
        Ctx {
            actor,
            calendar: &self.subject.calendar,
            directory: &self.subject.directory,
            now,
            numbers: None,
            rules: &self.subject.rules,
            successors: &[],
        }
    }

    /// Every move from this state, in an order that depends on nothing but the state.
    pub(super) fn moves(&self, node: &Node, visit: Visit<'_>) -> ControlFlow<()> {
        match node.directive.state().name() {
            StateName::Unwritten => self.offer(node, Kind::Draft, Target::Directive, visit),
            StateName::Drafted => self.offers(node, &[Kind::Sign, Kind::Discard], Target::Directive, visit),
            StateName::Signed => {
                self.offers(node, &[Kind::Issue, Kind::ReturnToDraft], Target::Directive, visit)
            }
            StateName::InForce => self.in_force(node, visit),
            StateName::Discarded | StateName::Concluded | StateName::Revoked | StateName::Replaced => {
                self.after_the_end(node, visit)
            }
        }
    }

    fn offers(&self, node: &Node, kinds: &[Kind], target: Target, visit: Visit<'_>) -> ControlFlow<()> {
        for kind in kinds.iter().filter(|kind| self.kinds.contains(kind)) {
            self.offer(node, *kind, target, visit)?;
        }
        ControlFlow::Continue(())
    }

    fn in_force(&self, node: &Node, visit: Visit<'_>) -> ControlFlow<()> {
        let Some(proceedings) = node.directive.proceedings() else { return ControlFlow::Continue(()) };
        for id in self.targets(node) {
            self.offers(node, OF_OBLIGATION, Target::Obligation(id), visit)?;
            self.about(node, id, visit)?;
        }
        for (at, meeting) in proceedings.meetings() {
            let over =
                matches!(meeting.state().name(), MeetingStateName::Announced | MeetingStateName::Cancelled);
            if !over {
                self.offers(node, OF_MEETING, Target::Meeting(at), visit)?;
            }
            let passed = meeting.window().is_some_and(|window| window.until < node.now.date());
            if passed && !over && self.kinds.contains(&Kind::Amend) {
                let until = node.now.date().checked_add_days(Days::new(5));
                let window = Window { from: node.now.date(), until: until.unwrap_or(node.now.date()) };
                let change = Change::MoveWindow { meeting: at, window };
                self.by_issuer(node, visit, |ctx| {
                    Amend { changes: vec![change.clone()], instrument: instrument(ctx), reason: why() }.into()
                })?;
            }
        }
        for unit in self.declining(node) {
            self.offers(node, OF_RECEIVER, Target::Unit(unit), visit)?;
        }
        self.offers(node, OF_DIRECTIVE, Target::Directive, visit)
    }

    /// What the issuing side does to a set of obligations, here to one.
    fn about(&self, node: &Node, id: ObligationId, visit: Visit<'_>) -> ControlFlow<()> {
        let Some(obligation) = node.directive.proceedings().and_then(|found| found.obligation(id)) else {
            return ControlFlow::Continue(());
        };
        let state = obligation.state().name();
        if state.is_open() && obligation.terms().due().is_none() && self.kinds.contains(&Kind::FixDeadline) {
            let day = node.now.date().checked_add_days(Days::new(2)).unwrap_or(node.now.date());
            self.by_issuer(node, visit, |_| {
                FixDeadline { due: Instant::end_of(day), obligations: vec![id], source: why() }.into()
            })?;
        }
        if state == ObligationStateName::Submitted && self.kinds.contains(&Kind::ReassignVetting) {
            let to = self.subject.mandate.fallback_vetter();
            self.by_issuer(node, visit, |_| {
                ReassignVetting { instrument: None, obligations: vec![id], reason: why(), to }.into()
            })?;
        }
        ControlFlow::Continue(())
    }

    fn by_issuer(
        &self,
        node: &Node,
        visit: Visit<'_>,
        command: impl Fn(&Ctx<'_>) -> Command,
    ) -> ControlFlow<()> {
        for actor in self.cast.candidates(Kind::Amend, Target::Directive, &node.directive) {
            let ctx = self.ctx(&actor, node.now);
            let command = command(&ctx);
            if let Ok(decision) = node.directive.decide(&command, &ctx) {
                return visit(Move { actor, command, decision });
            }
        }
        ControlFlow::Continue(())
    }

    /// Whatever is still accepted after the end; nothing should be.
    fn after_the_end(&self, node: &Node, visit: Visit<'_>) -> ControlFlow<()> {
        let final_kinds = [Kind::Draft, Kind::Sign, Kind::Issue, Kind::Discard, Kind::Revoke];
        for kind in final_kinds.iter().chain(OF_DIRECTIVE) {
            self.offer(node, *kind, Target::Directive, visit)?;
        }
        // One obligation in each state: after the end nothing else about them is asked.
        let mut seen = std::collections::BTreeSet::new();
        let state = |id| Some(node.directive.proceedings()?.obligation(id)?.state().name());
        for id in self.targets(node).into_iter().filter(|id| seen.insert(state(*id))) {
            let kinds = OF_OBLIGATION.iter().filter(|kind| **kind != Kind::AddAddendum);
            for kind in kinds {
                self.offer(node, *kind, Target::Obligation(id), visit)?;
            }
        }
        ControlFlow::Continue(())
    }

    /// One kind at one target, by the first of those who may; by each of them where it matters who it was.
    pub(super) fn offer(&self, node: &Node, kind: Kind, target: Target, visit: Visit<'_>) -> ControlFlow<()> {
        let each = self.is_personal(node, kind, target);
        for actor in self.cast.candidates(kind, target, &node.directive) {
            let ctx = self.ctx(&actor, node.now);
            match node.directive.admissible(kind, target, &ctx) {
                None => return ControlFlow::Continue(()),
                Some(Err(refusal)) if is_about_the_state(&refusal) => return ControlFlow::Continue(()),
                Some(Err(_)) => continue,
                Some(Ok(())) => {}
            }
            let mut accepted = false;
            for command in self.payloads(node, Offer { kind, target }, &ctx) {
                if let Ok(decision) = node.directive.decide(&command, &ctx) {
                    accepted = true;
                    visit(Move { actor, command, decision })?;
                    if !has_variants(kind) {
                        break;
                    }
                }
            }
            if accepted && !each {
                break;
            }
        }
        ControlFlow::Continue(())
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the payloads of the other kinds fit any subject")]
    pub(super) fn payloads(&self, node: &Node, offer: Offer, ctx: &Ctx<'_>) -> Vec<Command> {
        match offer.kind {
            Kind::Draft => vec![Draft { mandate: Arc::clone(&self.subject.mandate) }.into()],
            Kind::Issue => self.issues(node),
            Kind::Close => vec![Close { reason: why() }.into()],
            // Nothing is carried: the way to the end has to settle everything.
            Kind::Conclude => vec![Conclude { carried: Vec::new() }.into()],
            _ => payloads(&Asked { ctx, directive: &node.directive, world: &self.world }, offer),
        }
    }

    fn issues(&self, node: &Node) -> Vec<Command> {
        let header = &self.subject.mandate.header;
        // An official dispatch has no abbreviation: its symbol names the body and the drafting unit.
        let by_type = header.document_type.abbreviation().map(|short| format!("{short}-UBND"));
        let notations = [header.notation.clone(), by_type, Some("UBND-SNV".to_owned())];
        let issue = |notation| {
            let date = node.now.date();
            let number = header.number.unwrap_or(3552);
            Issue { date, late_reason: Some(why()), notation, number }.into()
        };
        notations.into_iter().flatten().map(issue).collect()
    }

    /// Whether it matters which person does it: where whoever works on it may come to vet it, and whoever asks for more
    /// time may come to grant it.
    fn is_personal(&self, node: &Node, kind: Kind, target: Target) -> bool {
        let Target::Obligation(id) = target else { return false };
        let works = matches!(
            kind,
            Kind::StartDraft
                | Kind::Submit
                | Kind::DeclareDone
                | Kind::RecordOwnAct
                | Kind::DraftConsolidation
                | Kind::SignConsolidation
        );
        let Some((proceedings, obligation)) =
            node.directive.proceedings().and_then(|found| Some((found, found.obligation(id)?)))
        else {
            return false;
        };
        let Some(holder) = proceedings.holder(obligation).and_then(Performer::unit) else { return false };
        let vetter = proceedings.vetter(obligation);
        let judges = match (works, vetter) {
            (true, Some(vetter)) => vec![vetter, self.subject.mandate.fallback_vetter()],
            (true, None) => Vec::new(),
            (false, _) if kind == Kind::AskExtension => vec![self.subject.mandate.header.issuing_body],
            (false, _) => Vec::new(),
        };
        judges.into_iter().any(|judge| judge == holder || self.cast.share(holder, judge))
    }
}

/// What is aimed at an obligation and may change its state.
const OF_OBLIGATION: &[Kind] = &[
    Kind::StartDraft,
    Kind::Submit,
    Kind::DeclareDone,
    Kind::RecordOwnAct,
    Kind::RecordOnBehalf,
    Kind::DraftConsolidation,
    Kind::SignConsolidation,
    Kind::Recall,
    Kind::RequestRecall,
    Kind::RefuseRecall,
    Kind::StartVetting,
    Kind::Accept,
    Kind::Return,
    Kind::Reopen,
    Kind::Waive,
    Kind::RecordAbsence,
    Kind::RecordNoResponse,
    Kind::AskExtension,
    Kind::DecideExtension,
    Kind::EndStanding,
    Kind::Forward,
    Kind::AddAddendum,
];

const OF_MEETING: &[Kind] = &[
    Kind::Propose,
    Kind::Schedule,
    Kind::Reschedule,
    Kind::Postpone,
    Kind::Cancel,
    Kind::Hold,
    Kind::Announce,
];

const OF_RECEIVER: &[Kind] = &[Kind::Acknowledge, Kind::Decline, Kind::SettleDecline];

const OF_DIRECTIVE: &[Kind] = &[Kind::Close, Kind::Conclude, Kind::Revoke];

/// Kinds whose payloads lead to different states.
const fn has_variants(kind: Kind) -> bool {
    matches!(kind, Kind::DecideExtension | Kind::Hold | Kind::Submit | Kind::SettleDecline)
}

/// Whether no other person would be admitted either.
fn is_about_the_state(refusal: &Refusal) -> bool {
    refusal.codes().any(|code| {
        matches!(
            code,
            ReasonCode::WrongState
                | ReasonCode::WrongObligationState
                | ReasonCode::WrongMeetingState
                | ReasonCode::NotAConsolidation
                | ReasonCode::IsAConsolidation
                | ReasonCode::WrongCompletion
                | ReasonCode::InputsOpen
                | ReasonCode::NotDrafted
        )
    })
}
