//! Every golden scenario plays as it says, and together they reach every command, event, state and refusal code.
#![cfg(test)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use congvan_core::rule::Objection;
use congvan_core::{Kind, ReasonCode, Rule, Rules};
use congvan_testkit::coverage::Seen;
use congvan_testkit::scenario::{Audited, Prepared};
use congvan_testkit::{Coverage, PureStage, Scenario};
use congvan_text::Text;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every scenario below a folder, in the order of the paths.
fn scenarios(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name.ends_with(".json") && !name.ends_with(".schema.json") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn prepare(path: &Path) -> Prepared {
    Scenario::prepare_file(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Audits a scenario, and counts what it reaches.
fn play(path: &Path, coverage: &mut Coverage) -> Result<(), String> {
    let mut seen: BTreeMap<_, Seen> = BTreeMap::new();
    prepare(path).audit(|audited| match audited {
        Audited::Step(played) => coverage.step(played),
        Audited::Event(id, directive) => {
            let before = seen
                .entry(id)
                .or_insert_with(|| coverage.directive(&Seen::default(), &congvan_core::Directive::new(id)));
            *before = coverage.directive(before, directive);
        }
    })
}

fn play_all(folder: &str) -> (usize, Coverage, Vec<String>) {
    let mut coverage = Coverage::default();
    let mut problems = Vec::new();
    let found = scenarios(&root().join(folder));
    for path in &found {
        if let Err(problem) = play(path, &mut coverage) {
            problems.push(format!("{}: {problem}", path.display()));
        }
    }
    (found.len(), coverage, problems)
}

#[test]
fn every_example_plays_as_it_says() {
    let (count, _, problems) = play_all("examples");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(count >= 13, "the reference directive and at least twelve small mandates, found {count}");
}

#[test]
fn every_golden_scenario_plays_as_it_says_and_nothing_is_left_unreached() {
    let (count, mut coverage, problems) = play_all("tests/golden");
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(count >= 40, "at least forty golden scenarios, found {count}");
    coverage.codes.insert(rule_objects());
    println!("{count} golden scenarios\n{coverage}");
    let problems = [coverage.missing(), coverage.unstated()].concat();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_is_recorded_is_what_the_writer_expected() {
    for path in scenarios(&root().join("tests/golden")) {
        let prepared = prepare(&path);
        let recorded = prepared.record().unwrap();
        for (step, expected) in recorded.steps.iter().zip(&prepared.scenario.steps) {
            assert!(step.events.is_some() != step.refused.is_some(), "{}", path.display());
            if expected.events.is_some() || expected.refused.is_some() {
                assert_eq!(step, expected, "{}", path.display());
            }
        }
        assert_eq!(recorded.ends.obligations, prepared.scenario.ends.obligations, "{}", path.display());
        for (id, state) in &prepared.scenario.ends.states {
            assert_eq!(recorded.ends.states.get(id), Some(state), "{}", path.display());
        }
    }
}

/// The one code that no scenario reaches: a province's own rule objects, and is asked about no way out.
fn rule_objects() -> ReasonCode {
    let path = root().join("tests/golden/rule-7-waiving.json");
    let prepared = prepare(&path);
    let rule = Rule::new("quiet-period", "1").on_offer(|_, offer, _| {
        if matches!(offer.kind, Kind::Submit | Kind::Waive) {
            Err(Objection {
                cure: Text::fixed("chờ hết thời gian tạm dừng", "wait until the quiet period is over"),
                reason: Text::fixed("đang trong thời gian tạm dừng", "a quiet period is on"),
            })
        } else {
            Ok(())
        }
    });
    let mut stage =
        PureStage::new(prepared.directory.clone(), prepared.calendar.clone(), Rules::new(vec![rule]));
    let mut accepted = Vec::new();
    let refused = prepared.play(&mut stage, |_, played| accepted.push(played.command.kind())).unwrap_err();
    assert!(accepted.contains(&Kind::Waive), "a rule blocks no way out");
    assert!(refused.problem.contains("rule_objects"), "{refused}");
    ReasonCode::RuleObjects
}
