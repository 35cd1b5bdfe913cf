//! Chains that come back to where they began: parents on a day, nested groups, predecessors.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use congvan_text::Text;

use super::Review;
use crate::directory::fault::Fault;
use crate::directory::span::Span;
use crate::id::UnitId;

/// More levels above a unit than any administration has.
const MOST_LEVELS: usize = 64;

/// So many cycles of one kind are named; whoever has more must begin with these.
const MOST_CYCLES: usize = 20;

impl Review<'_> {
    pub(super) fn cycles(&mut self) {
        // Parents that share a day would multiply the chains; they are refused anyway.
        if !self.parents_overlap {
            self.parent_cycles();
        }
        let groups = self.data.groups.iter().map(|group| (group.id, group.groups.clone())).collect();
        for cycle in cycles(groups) {
            let at = cycle.first().and_then(|id| self.groups.get(id)).copied().unwrap_or_default();
            self.faults.push(Fault::cycle(format!("groups[{at}].groups"), &NESTED_GROUPS, &closed(&cycle)));
        }
        let units = self.data.units.iter().map(|unit| (unit.id, unit.predecessors.clone())).collect();
        for cycle in cycles(units) {
            let at = cycle.first().and_then(|id| self.units.get(id)).copied().unwrap_or_default();
            self.faults.push(Fault::cycle(
                format!("units[{at}].predecessors"),
                &PREDECESSORS,
                &closed(&cycle),
            ));
        }
    }

    /// Refuses parents that are in a cycle on some day; taking turns above one another is allowed.
    fn parent_cycles(&mut self) {
        let mut named = 0;
        for start in self.units.keys().copied().collect::<Vec<_>>() {
            match self.chain_above(start) {
                Chain::Ends => {}
                Chain::Returns(cycle) => {
                    let at = self.units.get(&start).copied().unwrap_or_default();
                    let fault = Fault::cycle(format!("units[{at}].parents"), &PARENTS, &closed(&cycle));
                    self.faults.push(fault);
                    named += 1;
                }
                Chain::TooDeep => {
                    let at = self.units.get(&start).copied().unwrap_or_default();
                    self.faults.push(Fault::too_deep(format!("units[{at}].parents"), start, MOST_LEVELS));
                    return;
                }
            }
            if named == MOST_CYCLES {
                return;
            }
        }
    }

    fn chain_above(&self, start: UnitId) -> Chain {
        let mut path: Vec<UnitId> = Vec::new();
        let mut open = vec![(start, Span::ALWAYS, 0)];
        while let Some((unit, days, level)) = open.pop() {
            path.truncate(level);
            if path.contains(&unit) {
                // The least unit of a cycle names it, so that each is named once.
                if unit == start && path.iter().all(|other| start <= *other) {
                    return Chain::Returns(path);
                }
                continue;
            }
            if level > MOST_LEVELS {
                return Chain::TooDeep;
            }
            path.push(unit);
            let unit = self.units.get(&unit).and_then(|at| self.data.units.get(*at));
            for parent in unit.into_iter().flat_map(|unit| &unit.parents) {
                let both = days.intersection(&parent.span()).filter(|both| !both.is_empty());
                open.extend(both.map(|both| (parent.unit, both, level + 1)));
            }
        }
        Chain::Ends
    }
}

/// Where a chain of parents leads.
enum Chain {
    Ends,
    Returns(Vec<UnitId>),
    TooDeep,
}

const PARENTS: Text = Text::fixed("các đơn vị cấp trên", "parents");
const NESTED_GROUPS: Text = Text::fixed("các nhóm lồng nhau", "nested groups");
const PREDECESSORS: Text = Text::fixed("các đơn vị tiền thân", "predecessors");

/// The cycle as texts, with its beginning at the end again.
fn closed<I: Display>(cycle: &[I]) -> Vec<String> {
    cycle.iter().chain(cycle.first()).map(ToString::to_string).collect()
}

/// The cycles of a graph, each beginning at its least node; cycles that share a node count as one.
fn cycles<I: Copy + Ord>(mut edges: BTreeMap<I, Vec<I>>) -> Vec<Vec<I>> {
    let mut found = Vec::new();
    while found.len() < MOST_CYCLES {
        keep_what_leads_to_a_cycle(&mut edges);
        let Some(first) = edges.keys().next().copied() else { break };
        let cycle = walk_to_a_cycle(&edges, first);
        for node in &cycle {
            edges.remove(node);
        }
        found.push(cycle);
    }
    found
}

/// Removes every node from which no cycle is reached.
fn keep_what_leads_to_a_cycle<I: Copy + Ord>(edges: &mut BTreeMap<I, Vec<I>>) {
    let known: BTreeSet<I> = edges.keys().copied().collect();
    let mut above: BTreeMap<I, Vec<I>> = BTreeMap::new();
    for (from, to) in edges.iter_mut() {
        to.retain(|node| known.contains(node));
        for node in to.iter() {
            above.entry(*node).or_default().push(*from);
        }
    }
    let mut left: BTreeMap<I, usize> = edges.iter().map(|(from, to)| (*from, to.len())).collect();
    let mut ends: Vec<I> = left.iter().filter(|(_, count)| **count == 0).map(|(node, _)| *node).collect();
    while let Some(node) = ends.pop() {
        edges.remove(&node);
        for from in above.get(&node).into_iter().flatten() {
            if let Some(count) = left.get_mut(from) {
                *count = count.saturating_sub(1);
                ends.extend((*count == 0).then_some(*from));
            }
        }
    }
    let known: BTreeSet<I> = edges.keys().copied().collect();
    for to in edges.values_mut() {
        to.retain(|node| known.contains(node));
    }
}

/// Follows the first edge of each node until one comes back; every node has an edge here.
fn walk_to_a_cycle<I: Copy + Ord>(edges: &BTreeMap<I, Vec<I>>, first: I) -> Vec<I> {
    let mut path: Vec<I> = Vec::new();
    let mut places: BTreeMap<I, usize> = BTreeMap::new();
    let mut next = Some(first);
    while let Some(node) = next {
        if let Some(begin) = places.get(&node) {
            path.drain(..*begin);
            break;
        }
        places.insert(node, path.len());
        path.push(node);
        next = edges.get(&node).and_then(|to| to.first()).copied();
    }
    let least = path.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
    path.rotate_left(least);
    path
}
