//! Cycles: an assignment that waits for itself can never be done.

use std::collections::{BTreeMap, BTreeSet};

use congvan_text::Text;

use super::Slips;
use super::references::anchors;
use crate::mandate::{Completion, Mandate};

/// What waits, with its path, and the names of what it waits for.
pub(super) type Graph<'m> = BTreeMap<String, (String, Vec<String>)>;

pub(super) fn check(mandate: &Mandate, slips: &mut Slips<'_>) {
    for cycle in find(&work(mandate)) {
        tell(slips, &cycle, &Text::fixed("phải xong trước chính nó", "must be settled before itself"));
    }
    for cycle in find(&dates(mandate)) {
        tell(slips, &cycle, &Text::fixed("có hạn tính từ chính nó", "has a deadline counted from itself"));
    }
}

/// Consolidations wait for their inputs, meetings for what they prepare, attendance for the meeting.
fn work(mandate: &Mandate) -> Graph<'_> {
    let mut graph = Graph::new();
    for (at, assignment) in mandate.assignments.iter().enumerate() {
        let mut waits: Vec<String> = assignment.consolidates.iter().map(ToString::to_string).collect();
        let path = if let Completion::Attendance(meeting) = assignment.completion {
            // An assignment and a meeting may have the same identifier; the prefix keeps them apart.
            waits.push(format!("meetings.{meeting}"));
            format!("assignments[{at}].completion")
        } else {
            format!("assignments[{at}].consolidates")
        };
        graph.entry(assignment.id.to_string()).or_insert((path, waits));
    }
    for (at, meeting) in mandate.meetings.iter().enumerate() {
        let waits = meeting.prepares.iter().map(ToString::to_string).collect();
        graph
            .entry(format!("meetings.{}", meeting.id))
            .or_insert((format!("meetings[{at}].prepares"), waits));
    }
    graph
}

/// A deadline counted from another assignment needs that one's deadline.
pub(super) fn dates(mandate: &Mandate) -> Graph<'_> {
    let mut graph = Graph::new();
    for (at, assignment) in mandate.assignments.iter().enumerate() {
        let path = format!("assignments[{at}].deadline");
        let waits =
            anchors(&path, &assignment.deadline).into_iter().map(|(_, anchor)| anchor.to_owned()).collect();
        graph.entry(assignment.id.to_string()).or_insert((path, waits));
    }
    graph
}

struct Cycle {
    path: String,
    /// The nodes in order, the least first; the last waits for the first.
    nodes: Vec<String>,
}

/// Every cycle that a depth-first walk meets, each once; no cycle is missed altogether.
fn find(graph: &Graph<'_>) -> Vec<Cycle> {
    let mut done = BTreeSet::new();
    let mut found: BTreeMap<Vec<String>, Cycle> = BTreeMap::new();
    for start in graph.keys() {
        // A stack of its own, so that a long chain cannot exhaust the thread's.
        let mut trail: Vec<(&str, usize)> = vec![(start.as_str(), 0)];
        while let Some((node, next)) = trail.pop() {
            let waits = graph.get(node).filter(|_| !done.contains(node));
            let Some(target) = waits.and_then(|(_, waits)| waits.get(next)) else {
                done.insert(node);
                continue;
            };
            trail.push((node, next + 1));
            if let Some(from) = trail.iter().position(|(seen, _)| seen == target) {
                let nodes = trail.iter().skip(from).map(|(seen, _)| (*seen).to_owned()).collect();
                let cycle = least_first(graph, nodes);
                found.entry(cycle.nodes.clone()).or_insert(cycle);
            } else if let Some((target, _)) = graph.get_key_value(target) {
                trail.push((target, 0));
            }
        }
    }
    found.into_values().collect()
}

fn least_first(graph: &Graph<'_>, mut nodes: Vec<String>) -> Cycle {
    let least = nodes.iter().enumerate().min_by_key(|(_, node)| *node).map_or(0, |(at, _)| at);
    nodes.rotate_left(least);
    let path =
        nodes.first().and_then(|node| graph.get(node)).map(|(path, _)| path.clone()).unwrap_or_default();
    Cycle { path, nodes }
}

fn tell(slips: &mut Slips<'_>, cycle: &Cycle, why: &Text) {
    let names =
        cycle.nodes.iter().chain(cycle.nodes.first()).map(String::as_str).collect::<Vec<_>>().join(" -> ");
    let what = Text::new(
        format!("vòng lặp {names}: mỗi mục {}", why.vi),
        format!("cycle {names}: each of them {}", why.en),
    );
    let expected = Text::fixed("thứ tự không có vòng lặp", "an order without a cycle");
    let remedy = Text::fixed("hãy bỏ một trong các liên kết này", "leave one of these links out");
    slips.add(&cycle.path, "", what, expected, Some(remedy));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether a node reaches itself, by squaring the relation until nothing is added.
    fn is_cyclic(edges: &[Vec<bool>]) -> bool {
        let nodes = edges.len();
        let mut reach = edges.to_vec();
        for via in 0..nodes {
            for from in 0..nodes {
                for to in 0..nodes {
                    reach[from][to] |= reach[from][via] && reach[via][to];
                }
            }
        }
        (0..nodes).any(|node| reach[node][node])
    }

    fn graph(edges: &[Vec<bool>]) -> Graph<'static> {
        let targets = |row: &Vec<bool>| {
            let there = row.iter().enumerate().filter(|(_, there)| **there);
            there.map(|(to, _)| format!("n{to}")).collect::<Vec<_>>()
        };
        edges
            .iter()
            .enumerate()
            .map(|(from, row)| (format!("n{from}"), (format!("p{from}"), targets(row))))
            .collect()
    }

    proptest! {
        #[test]
        fn a_graph_is_refused_exactly_when_something_waits_for_itself(
            edges in (1_usize..7).prop_flat_map(|n| {
                proptest::collection::vec(proptest::collection::vec(proptest::bool::weighted(0.2), n), n)
            })
        ) {
            let graph = graph(&edges);
            let cycles = find(&graph);
            prop_assert_eq!(!cycles.is_empty(), is_cyclic(&edges));
            for cycle in &cycles {
                let next = cycle.nodes.iter().cycle().skip(1);
                for (from, to) in cycle.nodes.iter().zip(next) {
                    prop_assert!(graph[from].1.contains(to), "{:?} is no walk", cycle.nodes);
                }
                prop_assert_eq!(cycle.nodes.iter().min(), cycle.nodes.first());
                prop_assert_eq!(&cycle.path, &graph[&cycle.nodes[0]].0);
            }
        }
    }

    #[test]
    fn a_long_chain_without_a_cycle_is_walked_at_once() {
        let chain: Graph<'_> = (0..5000)
            .map(|at| (format!("n{at:05}"), (String::new(), vec![format!("n{:05}", at + 1)])))
            .collect();
        assert!(find(&chain).is_empty());
    }
}
