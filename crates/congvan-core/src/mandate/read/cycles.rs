//! Cycles: an assignment that waits for itself can never be done.

use std::collections::{BTreeMap, BTreeSet};

use congvan_text::Text;

use super::Slips;
use super::references::anchors;
use crate::mandate::{Completion, Mandate};

/// What waits, with its path, and the names of what it waits for.
type Graph<'m> = BTreeMap<String, (String, Vec<String>)>;

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
fn dates(mandate: &Mandate) -> Graph<'_> {
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
