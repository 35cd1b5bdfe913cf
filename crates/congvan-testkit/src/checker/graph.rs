//! The graph of the states that were reached, and what can be asked of it backwards.

use std::collections::BTreeSet;

use congvan_core::Kind;
use congvan_core::directive::StateName;

/// How one state leads to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Somebody acts.
    Act,
    /// Somebody ends it early: revokes or gives up.
    GiveUp,
    /// Time passes.
    Wait,
}

impl Step {
    pub(super) const fn of(kind: Kind) -> Self {
        if matches!(kind, Kind::Revoke | Kind::Replace | Kind::Discard) { Self::GiveUp } else { Self::Act }
    }
}

/// States by number, in the order in which they were found: a smaller number is never farther from the root.
#[derive(Debug, Default)]
pub(super) struct Graph {
    parents: Vec<Option<(u32, u16)>>,
    names: Vec<StateName>,
    edges: Vec<(u32, u32, Step)>,
    /// States that were not looked at.
    open_ended: Vec<bool>,
    expanded: u32,
}

impl Graph {
    pub(super) fn add(&mut self, parent: Option<(u32, u16)>, name: StateName) -> u32 {
        let at = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.parents.push(parent);
        self.names.push(name);
        self.open_ended.push(false);
        at
    }

    pub(super) fn join(&mut self, from: u32, to: u32, step: Step) {
        self.edges.push((from, to, step));
    }

    /// Says that everything that leads out of a state is known.
    pub(super) fn close(&mut self, _: u32) {
        self.expanded = self.expanded.saturating_add(1);
    }

    pub(super) fn leave_open(&mut self, at: u32) {
        if let Some(open) = self.open_ended.get_mut(index(at)) {
            *open = true;
        }
    }

    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    pub(super) fn transitions(&self) -> usize {
        self.edges.len()
    }

    /// How many states end so.
    pub(super) fn count(&self, name: StateName) -> usize {
        self.names.iter().filter(|found| **found == name).count()
    }

    /// The way from the root to a state, as ordinals of moves.
    pub(super) fn way(&self, to: u32) -> Vec<u16> {
        let mut way = Vec::new();
        let mut at = to;
        while let Some(Some((parent, ordinal))) = self.parents.get(index(at)).copied() {
            way.push(ordinal);
            at = parent;
        }
        way.reverse();
        way
    }

    /// The nearest open state from which nobody leads on to Concluded without giving up; where one is in force, the nearest
    /// of those, since nothing is seen to go wrong before.
    pub(super) fn stuck(&self) -> Option<u32> {
        let reaches = self.reaching();
        let stuck = || self.open_states().filter(|at| !reaches.get(index(*at)).copied().unwrap_or(true));
        let in_force = |at: &u32| self.names.get(index(*at)) == Some(&StateName::InForce);
        stuck().find(in_force).or_else(|| stuck().next())
    }

    /// The nearest open state in which nobody can act at all, and waiting is all that is left.
    pub(super) fn idle(&self) -> Option<u32> {
        let mut acts = self.open_ended.clone();
        for (from, _, step) in &self.edges {
            if let (Some(found), true) = (acts.get_mut(index(*from)), *step != Step::Wait) {
                *found = true;
            }
        }
        self.open_states().find(|at| !acts.get(index(*at)).copied().unwrap_or(true))
    }

    /// A state to which waiting alone leads back: time would stand still.
    ///
    /// Whatever is left when the states from which no waiting leads on are taken away, again and again, lies on a circle or
    /// before one; following any wait from there comes to one.
    pub(super) fn turning(&self) -> Option<u32> {
        let mut later: Vec<Vec<u32>> = vec![Vec::new(); self.names.len()];
        let mut earlier = later.clone();
        for (from, to, _) in self.edges.iter().filter(|(_, _, step)| *step == Step::Wait) {
            if let (Some(found), Some(back)) = (later.get_mut(index(*from)), earlier.get_mut(index(*to))) {
                found.push(*to);
                back.push(*from);
            }
        }
        let mut leading_on: Vec<usize> = later.iter().map(Vec::len).collect();
        let mut ends: Vec<u32> = self.states().filter(|at| leading_on.get(index(*at)) == Some(&0)).collect();
        while let Some(end) = ends.pop() {
            for from in earlier.get(index(end)).into_iter().flatten() {
                let Some(count) = leading_on.get_mut(index(*from)) else { continue };
                *count = count.saturating_sub(1);
                ends.extend((*count == 0).then_some(*from));
            }
        }
        let is_left = |at: &u32| leading_on.get(index(*at)).is_some_and(|count| *count > 0);
        let mut at = self.states().find(is_left)?;
        let mut seen = BTreeSet::new();
        while seen.insert(at) {
            at = later.get(index(at))?.iter().copied().find(is_left)?;
        }
        Some(at)
    }

    fn states(&self) -> impl Iterator<Item = u32> + use<> {
        0..u32::try_from(self.names.len()).unwrap_or(u32::MAX)
    }

    fn open_states(&self) -> impl Iterator<Item = u32> + '_ {
        let open = self.names.iter().enumerate().filter(|(_, name)| {
            matches!(name, StateName::Unwritten | StateName::Drafted | StateName::Signed | StateName::InForce)
        });
        open.filter_map(|(at, _)| u32::try_from(at).ok())
    }

    /// From which states Concluded is reached by acting and waiting; a backward pass over every edge.
    fn reaching(&self) -> Vec<bool> {
        let mut reaches = vec![false; self.names.len()];
        let mut before: Vec<Vec<u32>> = vec![Vec::new(); self.names.len()];
        for (from, to, step) in &self.edges {
            if let (Some(list), true) = (before.get_mut(index(*to)), *step != Step::GiveUp) {
                list.push(*from);
            }
        }
        let ends = self.names.iter().zip(&self.open_ended).enumerate();
        let mut queue: Vec<usize> = ends
            .filter(|(_, (name, open))| **name == StateName::Concluded || **open)
            .map(|(at, _)| at)
            .collect();
        while let Some(at) = queue.pop() {
            match reaches.get_mut(at) {
                Some(found) if !*found => *found = true,
                Some(_) | None => continue,
            }
            queue.extend(before.get(at).into_iter().flatten().map(|from| index(*from)));
        }
        reaches
    }
}

fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 0 -> 1 -> 2 (Concluded), 1 -> 3 and nothing but giving up from 3.
    fn graph() -> Graph {
        let mut graph = Graph::default();
        let root = graph.add(None, StateName::InForce);
        let one = graph.add(Some((root, 0)), StateName::InForce);
        let end = graph.add(Some((one, 1)), StateName::Concluded);
        let trap = graph.add(Some((one, 2)), StateName::InForce);
        let gone = graph.add(Some((trap, 0)), StateName::Revoked);
        graph.join(root, one, Step::Act);
        graph.join(one, end, Step::Act);
        graph.join(one, trap, Step::Act);
        graph.join(trap, gone, Step::GiveUp);
        graph
    }

    #[test]
    fn giving_up_is_no_way_to_the_end() {
        let graph = graph();
        assert_eq!(graph.stuck(), Some(3));
        assert_eq!(graph.way(3), [0, 2]);
    }

    #[test]
    fn a_state_that_was_not_looked_at_is_not_called_stuck() {
        let mut graph = graph();
        graph.leave_open(3);
        assert_eq!(graph.stuck(), None);
    }

    #[test]
    fn whoever_can_only_wait_is_idle_and_time_never_turns() {
        let mut graph = graph();
        let idle = graph.add(Some((0, 5)), StateName::InForce);
        graph.join(0, idle, Step::Act);
        graph.join(idle, 1, Step::Wait);
        assert_eq!(graph.idle(), Some(idle));
        assert_eq!(graph.turning(), None);
        graph.join(1, idle, Step::Wait);
        assert!([Some(1), Some(idle)].contains(&graph.turning()), "{:?}", graph.turning());
    }

    /// Of two ways to wait the first leads on, and the second back.
    #[test]
    fn a_circle_is_found_whichever_of_two_waits_leads_back() {
        for back in [0, 1] {
            let mut graph = graph();
            let waits = if back == 0 { [0, 2] } else { [2, 0] };
            waits.iter().for_each(|to| graph.join(1, *to, Step::Wait));
            assert_eq!(graph.turning(), None, "nothing leads from the root by waiting");
            graph.join(0, 1, Step::Wait);
            assert!([Some(0), Some(1)].contains(&graph.turning()), "{:?}", graph.turning());
        }
    }

    #[test]
    fn what_only_leads_to_a_circle_is_not_said_to_lie_on_it() {
        let mut graph = graph();
        // 0 -> 1 -> 3 -> 1
        graph.join(0, 1, Step::Wait);
        graph.join(1, 3, Step::Wait);
        graph.join(3, 1, Step::Wait);
        assert!([Some(1), Some(3)].contains(&graph.turning()), "{:?}", graph.turning());
    }

    #[test]
    fn a_state_in_force_is_called_stuck_before_a_nearer_one_that_is_not() {
        let mut graph = Graph::default();
        let root = graph.add(None, StateName::Signed);
        let issued = graph.add(Some((root, 0)), StateName::InForce);
        graph.join(root, issued, Step::Act);
        graph.join(issued, issued, Step::Act);
        assert_eq!(graph.stuck(), Some(issued));
        let mut unissued = Graph::default();
        let root = unissued.add(None, StateName::Signed);
        unissued.join(root, root, Step::Act);
        assert_eq!(unissued.stuck(), Some(root));
    }
}
