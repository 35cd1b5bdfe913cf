//! The straight path of whatever is not free: obligations that follow a script, and the way to issue.

use std::ops::ControlFlow;

use congvan_core::directive::StateName as Stage;
use congvan_core::id::UnitId;
use congvan_core::mandate::Completion;
use congvan_core::obligation::{ObligationId, ObligationState, StateName};
use congvan_core::{Kind, Target};

use super::moves::Move;
use super::node::Node;
use super::{Background, Model};

/// Told of each scripted move and the state it led to.
pub(super) type Told<'t> = &'t mut dyn FnMut(&Move, &Node);

impl Model {
    /// Drafts, signs and issues.
    pub(super) fn issued(&self, mut node: Node, told: Told<'_>) -> Node {
        loop {
            let kind = match node.directive.state().name() {
                Stage::Unwritten => Kind::Draft,
                Stage::Drafted => Kind::Sign,
                Stage::Signed => Kind::Issue,
                Stage::InForce | Stage::Concluded | Stage::Discarded | Stage::Revoked | Stage::Replaced => {
                    break;
                }
            };
            match self.first(&node, kind, Target::Directive) {
                Some((done, next)) => {
                    told(&done, &next);
                    node = next;
                }
                None => return node,
            }
        }
        node
    }

    /// Follows every script as far as it goes, so that a state never rests where a script has a move.
    pub(super) fn follow(&self, mut node: Node, told: Told<'_>) -> Node {
        // A script moves forward only; the bound is there for rules of a province that might make it turn.
        for _ in 0..10_000_u32 {
            let Some((done, next)) = self.scripted(&node) else { return node };
            told(&done, &next);
            node = next;
        }
        node
    }

    fn scripted(&self, node: &Node) -> Option<(Move, Node)> {
        let proceedings = node.directive.proceedings()?;
        if node.directive.state().name() != Stage::InForce {
            return None;
        }
        // Everybody has received it, but for those that are left free to decline.
        let silent = self.receivers.iter().filter(|unit| proceedings.acknowledged_at(**unit).is_none());
        let mut waiting = silent.filter(|unit| !self.may_decline(node, **unit));
        let received = waiting.find_map(|unit| self.first(node, Kind::Acknowledge, Target::Unit(*unit)));
        if received.is_some() {
            return received;
        }
        let background = self.background?;
        let scripted = proceedings
            .obligations()
            .filter(|(id, found)| !self.free.contains(id) && found.state().name().is_open());
        scripted.map(|(id, _)| id).find_map(|id| {
            self.script(node, id, background)
                .iter()
                .find_map(|kind| self.first(node, *kind, Target::Obligation(id)))
        })
    }

    /// What a scripted obligation tries next.
    fn script(&self, node: &Node, id: ObligationId, background: Background) -> &'static [Kind] {
        let Some((proceedings, obligation)) =
            node.directive.proceedings().and_then(|found| Some((found, found.obligation(id)?)))
        else {
            return &[];
        };
        let completion = proceedings.assignment(obligation).map(|found| found.completion);
        if let Some(Completion::Attendance(_)) = completion {
            return if background == Background::Waived { &[Kind::Waive] } else { &[] };
        }
        match (background, obligation.state()) {
            (Background::Waived, _) if !proceedings.is_consolidation(obligation) => &[Kind::Waive],
            // Nobody is ever absent from what has no deadline.
            (Background::Absent, _)
                if !proceedings.is_consolidation(obligation) && obligation.terms().due().is_none() =>
            {
                &[Kind::RecordNoResponse, Kind::EndStanding, Kind::Waive]
            }
            // Before its deadline nobody is absent: nothing need be tried.
            (Background::Absent, state)
                if !proceedings.is_consolidation(obligation)
                    && state.name() != StateName::Continuing
                    && obligation.terms().due() >= Some(node.now) =>
            {
                &[]
            }
            (Background::Absent, _) if !proceedings.is_consolidation(obligation) => {
                &[Kind::RecordAbsence, Kind::RecordNoResponse, Kind::EndStanding]
            }
            // A rule may want somebody to begin before somebody accepts.
            (_, ObligationState::Submitted(_)) => &[Kind::Accept, Kind::StartVetting],
            (_, ObligationState::Drafting(state)) if state.inputs().is_some() => {
                &[Kind::SignConsolidation, Kind::DraftConsolidation]
            }
            _ => &[
                Kind::DraftConsolidation,
                Kind::Submit,
                Kind::DeclareDone,
                Kind::RecordOwnAct,
                Kind::EndStanding,
                Kind::RecordOnBehalf,
            ],
        }
    }

    fn first(&self, node: &Node, kind: Kind, target: Target) -> Option<(Move, Node)> {
        let mut found = None;
        let _ = self.offer(node, kind, target, &mut |done| {
            let next = node.after(&done.decision);
            found = next.map(|next| (done, next));
            if found.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        found
    }

    /// Whether a receiver is left free to decline: it holds something that is free.
    pub(super) fn may_decline(&self, node: &Node, unit: UnitId) -> bool {
        self.kinds.contains(&Kind::Decline)
            && node.directive.proceedings().is_some_and(|found| {
                found.obligations_of(unit).any(|id| self.free.contains(&id) && self.background.is_some())
            })
    }
}
