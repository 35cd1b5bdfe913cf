//! Breadth first, so that the first fault found is the nearest one; each state once.

use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;

use congvan_core::Kind;
use congvan_core::directive::StateName;
use congvan_core::meeting::MeetingStateName;
use congvan_core::obligation::StateName as ObligationStateName;

use super::graph::{Graph, Step};
use super::key::Key;
use super::moves::Move;
use super::node::Node;
use super::property::{Fault, folded, judge, not_over};
use super::{Model, Progress};

/// How many states are looked at between two looks at the rest of the world.
const BATCH: usize = 1_024;

/// The ordinals of waiting, which is no command, begin here.
pub(super) const WAIT: u16 = u16::MAX - 1;

/// What a search found.
#[derive(Debug)]
pub(super) struct Search {
    pub(super) graph: Graph,
    pub(super) depth: u32,
    /// Whether every reachable state was looked at.
    pub(super) complete: bool,
    /// In which state, by which of its moves where it is one, and what.
    pub(super) fault: Option<(u32, Option<u16>, Fault)>,
    pub(super) taken: BTreeSet<Kind>,
    pub(super) passed: Passages,
}

/// What went from one state to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    /// The steps of an obligation.
    pub obligations: BTreeSet<(ObligationStateName, ObligationStateName)>,
    /// The steps of the directive.
    pub directives: BTreeSet<(StateName, StateName)>,
    /// The steps of a meeting.
    pub meetings: BTreeSet<(MeetingStateName, MeetingStateName)>,
}

impl Passages {
    pub(super) fn extend(&mut self, more: &Self) {
        self.obligations.extend(&more.obligations);
        self.directives.extend(&more.directives);
        self.meetings.extend(&more.meetings);
    }

    /// What a decision moved to another state.
    fn note(&mut self, before: &Node, after: &Node) {
        let (was, is) = (before.directive.state().name(), after.directive.state().name());
        self.directives.extend((was != is).then_some((was, is)));
        let (Some(before), Some(after)) = (before.directive.proceedings(), after.directive.proceedings())
        else {
            return;
        };
        let obligations = before.obligations().zip(after.obligations());
        let steps = obligations.map(|((_, was), (_, is))| (was.state().name(), is.state().name()));
        self.obligations.extend(steps.filter(|(was, is)| was != is));
        let meetings = before.meetings().zip(after.meetings());
        let steps = meetings.map(|((_, was), (_, is))| (was.state().name(), is.state().name()));
        self.meetings.extend(steps.filter(|(was, is)| was != is));
    }
}

/// One successor of a state.
struct Next {
    ordinal: u16,
    step: Step,
    kind: Option<Kind>,
    key: Key,
    /// None where the state is known already.
    node: Option<Node>,
}

/// What became of one state.
struct Expanded {
    next: Vec<Next>,
    passed: Passages,
    fault: Option<(Option<u16>, Fault)>,
}

impl Model {
    /// Looks at every state from a root, as far as the bounds go.
    pub(super) fn search(&self, root: Node, progress: &mut dyn FnMut(Progress)) -> Search {
        let mut known: HashMap<Key, u32> = HashMap::new();
        let mut search = Search {
            graph: Graph::default(),
            depth: 0,
            complete: false,
            fault: None,
            taken: BTreeSet::new(),
            passed: Passages::default(),
        };
        known.insert(self.key(&root), search.graph.add(None, root.directive.state().name()));
        let mut frontier = vec![(0_u32, root)];
        while !frontier.is_empty() && search.fault.is_none() {
            let mut found = Vec::new();
            let left = if search.depth < self.bounds.depth {
                self.layer(frontier, &mut known, &mut search, &mut found, progress)
            } else {
                frontier.iter().map(|(at, _)| *at).collect()
            };
            if !left.is_empty() {
                // What lies beyond was not looked at: those states count as having a way on.
                let unseen = found.iter().map(|(at, _)| *at);
                left.into_iter().chain(unseen).for_each(|at| search.graph.leave_open(at));
                return search;
            }
            search.depth = search.depth.saturating_add(1);
            frontier = found;
        }
        search.complete = search.fault.is_none();
        search
    }

    /// Looks at the states that are equally far from the root; those come back for which the bound leaves no room.
    fn layer(
        &self,
        frontier: Vec<(u32, Node)>,
        known: &mut HashMap<Key, u32>,
        search: &mut Search,
        found: &mut Vec<(u32, Node)>,
        progress: &mut dyn FnMut(Progress),
    ) -> Vec<u32> {
        let mut left = Vec::new();
        let mut rest = frontier.into_iter();
        loop {
            // Near the bound few are looked at together, since most of what they lead to would be thrown away.
            let room = self.room(search);
            let batch: Vec<_> = rest.by_ref().take(room.min(BATCH)).collect();
            if batch.is_empty() {
                break;
            }
            let expanded = self.expand_all(&batch, known);
            for ((at, _), expanded) in batch.iter().zip(expanded) {
                if self.room(search) > 0 {
                    self.merge(*at, expanded, known, search, found);
                } else {
                    left.push(*at);
                }
            }
            progress(Progress { depth: search.depth, states: search.graph.len(), waiting: found.len() });
        }
        left.extend(rest.map(|(at, _)| at));
        left
    }

    /// How many states may still become known before the search gives up: one more than the bound, so that what has as
    /// many states as the bound is searched whole.
    fn room(&self, search: &Search) -> usize {
        self.bounds.states.saturating_add(1).saturating_sub(search.graph.len())
    }

    fn merge(
        &self,
        at: u32,
        expanded: Expanded,
        known: &mut HashMap<Key, u32>,
        search: &mut Search,
        found: &mut Vec<(u32, Node)>,
    ) {
        if let (Some((ordinal, fault)), None) = (expanded.fault, &search.fault) {
            search.fault = Some((at, ordinal, fault));
        }
        search.passed.extend(&expanded.passed);
        for next in expanded.next {
            search.taken.extend(next.kind);
            let to = match (known.get(&next.key), next.node) {
                (Some(to), _) => *to,
                (None, Some(node)) => {
                    let name = node.directive.state().name();
                    let to = search.graph.add(Some((at, next.ordinal)), name);
                    known.insert(next.key, to);
                    found.push((to, node));
                    to
                }
                (None, None) => continue,
            };
            search.graph.join(at, to, next.step);
        }
        search.graph.close(at);
    }

    /// Every batch on as many threads as the machine has.
    fn expand_all(&self, batch: &[(u32, Node)], known: &HashMap<Key, u32>) -> Vec<Expanded> {
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let share = batch.len().div_ceil(threads).max(16);
        if batch.len() <= share {
            return batch.iter().map(|(_, node)| self.expand(node, known)).collect();
        }
        std::thread::scope(|scope| {
            let of = |part: &[(u32, Node)]| {
                part.iter().map(|(_, node)| self.expand(node, known)).collect::<Vec<_>>()
            };
            let workers: Vec<_> = batch.chunks(share).map(|part| scope.spawn(move || of(part))).collect();
            // A worker that panicked panics here too: what it found would be missing from a proof.
            workers
                .into_iter()
                .flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .collect()
        })
    }

    fn expand(&self, node: &Node, known: &HashMap<Key, u32>) -> Expanded {
        if self.probe.as_ref().is_some_and(|probe| probe.wanted(node).is_some()) {
            let fault = Some((None, Fault::dead()));
            return Expanded { next: Vec::new(), passed: Passages::default(), fault };
        }
        let mut next: Vec<Next> = Vec::new();
        let mut passed = Passages::default();
        let mut fault = None;
        let mut ordinal = 0_u16;
        let here = self.key(node);
        let _ = self.moves(node, &mut |done: Move| {
            let deed = done.deed();
            let after = not_over(node, &deed)
                .and_then(|()| folded(node, &done.decision))
                .and_then(|after| judge(self, node, &deed, &after).map(|()| after));
            let after = match after {
                Ok(after) => after,
                Err(found) => {
                    fault = Some((Some(ordinal), found));
                    return ControlFlow::Break(());
                }
            };
            passed.note(node, &after);
            let after = self.follow(after, &mut |_, _| {});
            let key = self.key(&after);
            // What leads nowhere else is a move all the same: somebody can act.
            if !next.iter().any(|known| known.key == key) {
                let kind = done.command.kind();
                let fresh = key != here && !known.contains_key(&key);
                let step = Step::of(kind);
                next.push(Next { ordinal, step, kind: Some(kind), key, node: fresh.then_some(after) });
            }
            ordinal = ordinal.saturating_add(1);
            ControlFlow::Continue(())
        });
        if node.directive.state().name() == StateName::InForce {
            for (nth, later) in (0_u16..).zip(self.waits(node)) {
                let after = self.follow(later, &mut |_, _| {});
                let key = self.key(&after);
                if key != here {
                    let fresh = !known.contains_key(&key);
                    let node = fresh.then_some(after);
                    let ordinal = WAIT.saturating_add(nth);
                    next.push(Next { ordinal, step: Step::Wait, kind: None, key, node });
                }
            }
        }
        Expanded { next, passed, fault }
    }
}
