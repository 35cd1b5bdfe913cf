//! Every golden scenario plays as it says, and together they reach every command, event, state and refusal code.
#![cfg(test)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use congvan_core::directive::StateName;
use congvan_core::event::EventName;
use congvan_core::rule::Objection;
use congvan_core::{Kind, ReasonCode, Rule, Rules};
use congvan_testkit::coverage::Seen;
use congvan_testkit::scenario::{Audited, Prepared, Problem};
use congvan_testkit::{Coverage, PureStage, Scenario, ScenarioError};
use congvan_text::{Lang, Say as _, Text};

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
    assert!(refused.to_string().contains("[rule_objects]"), "{refused}");
    ReasonCode::RuleObjects
}

/// The smallest example with one text in place of another.
fn changed(from: &str, to: &str) -> Result<Prepared, ScenarioError> {
    let folder = root().join("examples/mandates/03-no-meeting");
    let text = std::fs::read_to_string(folder.join("scenario.json")).unwrap();
    assert!(text.contains(from), "{from}");
    let open = |name: &str| std::fs::read_to_string(folder.join(name)).map_err(|error| error.to_string());
    Scenario::prepare("s.json", &text.replacen(from, to, 1), open)
}

#[test]
fn what_goes_otherwise_is_told_by_its_kind_at_its_place() {
    let stopped = |from, to| {
        let prepared = changed(from, to).unwrap();
        prepared.play(&mut prepared.stage(), |_, _| {}).unwrap_err()
    };
    let found = stopped(r#""events": ["signed"]"#, r#""refused": ["wrong_unit"]"#);
    assert!(
        matches!(&found.problem, Problem::Accepted { found, .. } if *found == [EventName::Signed]),
        "{found}"
    );
    assert_eq!((found.step, found.place.line, found.place.path.as_str()), (2, 14, "steps[1].refused"));
    let found = stopped(r#""refused": ["deadline_not_passed"]"#, r#""events": ["absence_recorded"]"#);
    let Problem::Refused(reasons) = &found.problem else { panic!("{found}") };
    assert_eq!(reasons.first().map(|told| told.reason.code()), Some(ReasonCode::DeadlineNotPassed));
    assert_eq!((found.step, found.place.path.as_str()), (7, "steps[6].events"));
    for (lang, wanted) in
        [(Lang::Vi, "s.json:43:"), (Lang::Vi, "cách giải quyết: "), (Lang::En, "what helps: ")]
    {
        assert!(found.in_lang(lang).contains(wanted), "{}", found.in_lang(lang));
    }
    let found = stopped(r#"{"no-meeting": "concluded"}"#, r#"{"no-meeting": "revoked"}"#);
    assert!(matches!(&found.problem, Problem::State { found: StateName::Concluded, .. }), "{found}");
    assert_eq!((found.step, found.place.path.as_str()), (16, "ends.states.no-meeting"));
}

#[test]
fn what_is_wrong_before_the_first_step_is_told_by_reading() {
    for (from, to, path) in [
        ("so-noi-vu.officer-1", "so-noi-vu.nobody", "steps[0].actor"),
        (r#""so-noi-vu.officer-1""#, r#"{"person": "p.x", "unit": "so-noi-vu"}"#, "steps[0].actor"),
        (r#"{"sign": {}}"#, r#"{"sign": {"reasn": 1}}"#, "steps[1].command.sign.reasn"),
        (
            r#""ubnd-xa-phu-son/1", "reason""#,
            r#""khong phai", "reason""#,
            "steps[5].command.waive.obligation",
        ),
        (r#"["issued"]"#, r#"["isued"]"#, "steps[2].events[0]"),
        (r#"["text_missing"]"#, r#"["text_misssing"]"#, "steps[9].refused[0]"),
        (r#"": "waived""#, r#"": "waved""#, r#"ends.obligations["ubnd-xa-phu-son/1"]"#),
        ("../directory.toml", "../directory.txt", "directory"),
        ("../directory.toml", "../none.toml", "directory"),
    ] {
        let Err(ScenarioError::Input(errors)) = changed(from, to) else { panic!("{to} is read") };
        let paths: Vec<_> = errors.iter().map(|error| error.place.path.as_str()).collect();
        assert_eq!(paths, [path], "{errors}");
        assert!(
            errors.iter().all(|error| error.place.line > 1 && error.say().vi != error.say().en),
            "{errors}"
        );
    }
}
