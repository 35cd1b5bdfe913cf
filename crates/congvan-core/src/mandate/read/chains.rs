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

#[cfg(test)]
mod tests {
    use congvan_calendar::DeadlineRule;
    use congvan_text::Say as _;
    use congvan_text::read::Places;

    use super::*;
    use crate::mandate::{Assignment, sample};

    /// A sample whose assignments are counted one from the other, and what is told of it.
    fn told(change: impl FnOnce(&mut Vec<Assignment>)) -> Vec<(String, String)> {
        let mut mandate = sample::mandate();
        let first = mandate.assignments[0].clone();
        let with = |at: usize| DeadlineRule::With { assignment: format!("a{at}") };
        mandate.assignments = (0..=MAX_CHAIN + 3)
            .map(|at| {
                let deadline = if at == 0 { first.deadline.clone() } else { with(at - 1) };
                Assignment { id: format!("a{at}").parse().unwrap(), deadline, ..first.clone() }
            })
            .collect();
        change(&mut mandate.assignments);
        let places = Places::none("mandate");
        let mut slips = Slips { places: &places, errors: Vec::new() };
        check(&mandate, &mut slips);
        let told = slips
            .into_errors()
            .into_iter()
            .map(|error| (error.place.path.clone(), error.say().en.into_owned()));
        told.collect()
    }

    fn paths(change: impl FnOnce(&mut Vec<Assignment>)) -> Vec<String> {
        told(change).into_iter().map(|(path, _)| path).collect()
    }

    #[test]
    fn only_the_first_deadline_that_is_one_too_many_is_told() {
        let told = told(|_| ());
        let [(path, what)] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(path, "assignments[33].deadline");
        assert!(what.contains("counted through more than 32 assignments, one after the other"), "{what}");
        assert!(what.contains("at most 32 assignments"), "{what}");
    }

    #[test]
    fn a_chain_of_as_many_as_can_be_followed_is_sound() {
        assert_eq!(paths(|all| all.truncate(MAX_CHAIN + 1)), [""; 0]);
        assert_eq!(paths(|all| all.truncate(MAX_CHAIN + 2)), ["assignments[33].deadline"]);
    }

    #[test]
    fn the_time_for_vetting_is_counted_through_no_more() {
        let vetted = |at: usize| {
            paths(|all| {
                all.truncate(MAX_CHAIN + 1);
                all[0].vetting_deadline = Some(DeadlineRule::With { assignment: format!("a{at}") });
            })
        };
        assert_eq!(vetted(MAX_CHAIN - 1), [""; 0]);
        assert_eq!(vetted(MAX_CHAIN), ["assignments[0].vetting_deadline.assignment"]);
    }

    #[test]
    fn what_is_counted_from_itself_or_from_nothing_is_told_elsewhere() {
        let itself =
            |all: &mut Vec<Assignment>| all[0].deadline = DeadlineRule::With { assignment: "a3".to_owned() };
        assert_eq!(paths(itself), [""; 0]);
        let nothing =
            |all: &mut Vec<Assignment>| all[0].deadline = DeadlineRule::With { assignment: "b".to_owned() };
        assert_eq!(paths(nothing), ["assignments[33].deadline"]);
    }
}
