//! Chains: a deadline that is counted through too many others is found by nobody who reads the document.

use std::collections::BTreeMap;

use congvan_text::Text;

use super::Slips;
use super::cycles::{Graph, dates};
use super::references::anchors;
use crate::mandate::Mandate;
use crate::roster::MAX_CHAIN;

/// Refuses every deadline that is counted through one assignment more than can be followed. Those that hang on it are
/// not told: they are sound once it is.
pub(super) fn check(mandate: &Mandate, slips: &mut Slips<'_>) {
    let links = links(&dates(mandate));
    for (at, assignment) in mandate.assignments.iter().enumerate() {
        let path = format!("assignments[{at}].deadline");
        if links.get(assignment.id.as_str()) == Some(&(MAX_CHAIN + 1)) {
            tell(slips, &path);
        }
        let path = format!("assignments[{at}].vetting_deadline");
        let counted = assignment.vetting_deadline.iter().flat_map(|rule| anchors(&path, rule));
        for (path, _) in counted.filter(|(_, anchor)| links.get(*anchor) == Some(&MAX_CHAIN)) {
            tell(slips, &path);
        }
    }
}

/// Through how many assignments the deadline of each is counted; those that wait for themselves are left out.
fn links(graph: &Graph<'_>) -> BTreeMap<String, usize> {
    let mut links: BTreeMap<String, usize> = BTreeMap::new();
    for round in 0.. {
        let known = |target: &String| links.contains_key(target) || !graph.contains_key(target);
        let left = graph.iter().filter(|(name, _)| !links.contains_key(*name));
        let next: Vec<_> = left.filter(|(_, (_, waits))| waits.iter().all(known)).collect();
        if next.is_empty() {
            break;
        }
        let next: Vec<_> = next.into_iter().map(|(name, _)| (name.clone(), round)).collect();
        links.extend(next);
    }
    links
}

fn tell(slips: &mut Slips<'_>, path: &str) {
    let what = Text::new(
        format!("thời hạn phải tính qua hơn {MAX_CHAIN} nhiệm vụ nối tiếp nhau"),
        format!("the deadline is counted through more than {MAX_CHAIN} assignments, one after the other"),
    );
    let expected =
        Text::new(format!("tối đa {MAX_CHAIN} nhiệm vụ"), format!("at most {MAX_CHAIN} assignments"));
    let remedy = Text::fixed(
        "hãy ghi ngày cụ thể hoặc tính từ ngày ban hành",
        "give a date, or count it from the issue",
    );
    slips.add(path, "", what, expected, Some(remedy));
}
