//! From what a search found back to the way that led there, step by step.

use std::ops::ControlFlow;

use congvan_core::directive::StateName;
use congvan_core::{Kind, Offer};
use congvan_text::Text;
use serde_json::json;

use super::counterexample::{Counterexample, MANDATE, ToldStep, dead};
use super::explore::{Search, WAIT};
use super::moves::Move;
use super::node::Node;
use super::{Model, Property};
use crate::scenario::Ending;

impl Model {
    /// What a search found wrong, told from the first draft on; none where nothing is.
    pub(super) fn counterexample(&self, search: &Search, opening: bool) -> Option<Counterexample> {
        let graph = &search.graph;
        let (at, last, property, how) = if let Some((at, ordinal, fault)) = &search.fault {
            (*at, *ordinal, fault.property, Some(fault.how.clone()))
        } else if let Some(at) = graph.idle() {
            (at, None, Property::SomebodyMayAct, None)
        } else if let Some(at) = graph.stuck() {
            (at, None, Property::ReachesItsEnd, None)
        } else if self.takes_turns {
            // Day and night follow each other, and lead back without anything being wrong.
            return None;
        } else {
            (graph.turning()?, None, Property::TimePasses, None)
        };
        let mut way = graph.way(at);
        way.extend(last);
        let (node, mut steps) = self.replay(&way, opening);
        let attempt = self.probe.as_ref().filter(|_| property == Property::NoDeadCommand);
        let attempt = attempt.and_then(|probe| self.attempt(&node, probe));
        let tried = attempt.as_ref().map(|step| dead(step.kind));
        steps.extend(attempt);
        let how = tried.or(how).unwrap_or_else(|| rest(&node));
        let ends = Ending::of(self.id, Some(&node.directive).filter(|found| found.version() > 0));
        Some(Counterexample { property, how, steps, directive: self.id, ends, subject: self.subject.clone() })
    }

    /// Walks a way again, and tells each command on it.
    fn replay(&self, way: &[u16], opening: bool) -> (Node, Vec<ToldStep>) {
        let mut steps = Vec::new();
        let mut before = self.root();
        let mut tell = |done: &Move, after: &Node| {
            steps.push(told(done, &before));
            before = after.fork();
        };
        let mut node = self.root();
        if !opening {
            node = self.issued(node, &mut tell);
            node = self.follow(node, &mut tell);
        }
        for ordinal in way {
            if let Some(nth) = ordinal.checked_sub(WAIT) {
                let Some(later) = self.waits(&node).into_iter().nth(usize::from(nth)) else { break };
                // Waiting is no command: the next one shows what time it is.
                node = self.follow(later, &mut tell);
                continue;
            }
            let Some(done) = self.nth(&node, *ordinal) else { break };
            let Some(after) = node.after(&done.decision) else { break };
            tell(&done, &after);
            node = self.follow(after, &mut tell);
        }
        (node, steps)
    }

    fn nth(&self, node: &Node, ordinal: u16) -> Option<Move> {
        let mut nth = 0_u16;
        let mut found = None;
        let _ = self.moves(node, &mut |done| {
            if nth == ordinal {
                found = Some(done);
                return ControlFlow::Break(());
            }
            nth = nth.saturating_add(1);
            ControlFlow::Continue(())
        });
        found
    }

    /// What somebody could do here without the rules, as it is tried under them.
    fn attempt(&self, node: &Node, probe: &Self) -> Option<ToldStep> {
        let asked = probe.wanted(node)?;
        let ctx = self.ctx(&asked.actor, node.now);
        let (kind, target) = (asked.command.kind(), asked.command.target());
        // As whoever knows the rules would write it.
        let payloads = self.payloads(node, Offer { kind, target }, &ctx);
        let command = payloads.into_iter().next().unwrap_or(asked.command);
        let (events, refused) = match node.directive.decide(&command, &ctx) {
            Ok(decision) => (decision.events().iter().map(congvan_core::Event::name).collect(), Vec::new()),
            Err(refusal) => (Vec::new(), refusal.codes().collect()),
        };
        let command = command.to_named(&node.directive);
        Some(ToldStep { at: node.now, actor: asked.actor, kind, command, events, refused })
    }

    /// A move of a kind that is asked for.
    pub(super) fn wanted(&self, node: &Node) -> Option<Move> {
        let mut found = None;
        let _ = self.moves(node, &mut |done| {
            if self.kinds.contains(&done.command.kind()) {
                found = Some(done);
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        });
        found
    }
}

fn told(done: &Move, before: &Node) -> ToldStep {
    let kind = done.command.kind();
    let command = if kind == Kind::Draft {
        json!({ "draft": { "mandate": MANDATE } })
    } else {
        done.command.to_named(&before.directive)
    };
    ToldStep {
        at: done.decision.stamp().recorded_at,
        actor: done.actor,
        kind,
        command,
        events: done.decision.events().iter().map(congvan_core::Event::name).collect(),
        refused: Vec::new(),
    }
}

/// What rests in a state that leads nowhere.
fn rest(node: &Node) -> Text {
    let state: StateName = node.directive.state().name();
    let open: Vec<String> = node
        .directive
        .proceedings()
        .into_iter()
        .flat_map(|proceedings| {
            let open = proceedings.obligations().filter(|(_, found)| found.state().name().is_open());
            open.filter_map(|(id, found)| {
                Some(format!("`{}` ({})", proceedings.key(id)?, found.state().name().as_str()))
            })
        })
        .take(5)
        .collect();
    let open = if open.is_empty() { "-".to_owned() } else { open.join(", ") };
    Text::new(
        format!("văn bản ở lại `{}`, còn mở: {open}", state.vi()),
        format!("the directive stays `{}`, still open: {open}", state.as_str()),
    )
}
