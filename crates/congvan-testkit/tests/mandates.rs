//! The small mandates: each checks as its writer meant it to, reads back the same from JSON, and runs to an end.
#![cfg(test)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use congvan_calendar::Instant;
use congvan_core::check::{CheckContext, Numbers, check};
use congvan_core::{Event, Mandate};
use congvan_testkit::scenario::{Outcome, Prepared};
use congvan_testkit::{PureStage, Scenario, Stage as _};
use congvan_text::read::Format;

/// What a careful clerk would ask about each mandate; about the others nothing.
const FINDINGS: &[(&str, &[&str])] = &[
    // The consolidator is addressed, and has nothing to do before the others have answered.
    ("01-no-vetting/main", &["addressee-outside-first-stage header.addressees.so-tai-chinh"]),
    ("09-outside-party/main", &["addressee-outside-first-stage header.addressees.so-tai-chinh"]),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/mandates")
}

fn prepare(name: &str) -> Prepared {
    let path = folder().join(name).join("scenario.json");
    Scenario::prepare_file(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The examples by the name of their folder, in order.
fn names() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<_> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn played(prepared: &Prepared) -> (PureStage, Vec<Event>) {
    let mut stage = prepared.stage();
    let mut events = Vec::new();
    prepared
        .play(&mut stage, |_, played| {
            if let Outcome::Accepted(found) = &played.outcome {
                events.extend(found.iter().map(|(_, event)| event.clone()));
            }
        })
        .unwrap();
    (stage, events)
}

#[test]
fn every_mandate_checks_as_meant() {
    let mut found = BTreeMap::new();
    for name in names() {
        let prepared = prepare(&name);
        let (_, events) = played(&prepared);
        let issued = events
            .iter()
            .find_map(|event| if let Event::Issued(issued) = event { Some(issued.issue.date) } else { None });
        let numbers = Numbers::default();
        let context = CheckContext {
            calendar: &prepared.calendar,
            directory: &prepared.directory,
            issue_day: issued.unwrap(),
            numbers: &numbers,
            places: None,
        };
        for (mandate, text) in &prepared.mandates {
            let findings = check(text, &context);
            let findings: Vec<_> =
                findings.iter().map(|finding| format!("{} {}", finding.code, finding.place)).collect();
            if !findings.is_empty() {
                found.insert(format!("{name}/{mandate}"), findings);
            }
        }
    }
    let meant: BTreeMap<_, _> = FINDINGS
        .iter()
        .map(|(name, findings)| {
            ((*name).to_owned(), findings.iter().map(|finding| (*finding).to_owned()).collect::<Vec<_>>())
        })
        .collect();
    assert_eq!(found, meant, "{found:#?}");
}

#[test]
fn every_mandate_is_the_same_in_json() {
    for name in names() {
        for (mandate, read) in &prepare(&name).mandates {
            let json = serde_json::to_string_pretty(&**read).unwrap();
            let again = Mandate::read("mandate.json", &json, Format::Json).unwrap().value;
            assert_eq!(again, **read, "{name}/{mandate}");
        }
    }
}

#[test]
fn every_scenario_runs_to_an_end_with_nothing_open() {
    for name in names() {
        let prepared = prepare(&name);
        let (stage, _) = played(&prepared);
        for directive in stage.directives() {
            let state = directive.state().name();
            let ended = ["concluded", "revoked", "replaced"].contains(&state.as_str());
            assert!(ended, "{name}: `{}` is left `{}`", directive.id(), state.as_str());
            let promised = prepared.scenario.ends.states.get(&directive.id()).map(String::as_str);
            assert_eq!(promised, Some(state.as_str()), "{name}: the scenario says how it ends");
            let open = directive.proceedings().unwrap().obligations();
            let open = open.filter(|(_, found)| found.state().name().is_open()).count();
            assert_eq!(open, 0, "{name}: `{}` leaves obligations open", directive.id());
        }
        assert!(stage.directive(prepared.scenario.directive).is_some(), "{name}");
    }
}

/// The last instant on time of each deadline, worked out by hand with the calendar of November and December 2026.
const DUES: &[(&str, &str)] = &[
    ("so-tai-chinh/no-later-than", "2026-11-20"),
    ("so-tai-chinh/before", "2026-11-26"),
    ("so-tai-chinh/at-hour", "2026-11-20T16:30"),
    // From Tuesday 17 November: 18, 19, 20, 23, then past the holiday of the 24th to the 25th.
    ("so-tai-chinh/after-receipt", "2026-11-25"),
    ("so-tai-chinh/after-issue", "2026-11-26"),
    ("so-tai-chinh/months", "2026-12-16"),
    ("so-tai-chinh/month-end", "2026-11-30"),
    ("so-tai-chinh/quarter-end", "2026-12-31"),
    ("so-tai-chinh/year-end", "2026-12-31"),
    ("so-tai-chinh/on", "2026-12-04"),
    ("so-tai-chinh/with", "2026-11-20"),
    ("so-tai-chinh/until", "2026-12-31"),
    // From Friday 20 November: 23, then past the holiday to the 25th and the 26th.
    ("so-tai-chinh/after-another", "2026-11-26"),
    ("so-tai-chinh/per-performer", "2026-11-30"),
    ("so-xay-dung/per-performer", "2026-11-25"),
];

#[test]
fn every_kind_of_deadline_is_due_when_it_should_be() {
    let (_, events) = played(&prepare("11-deadlines"));
    let mut dues = BTreeMap::new();
    let mut keys = Vec::new();
    for event in &events {
        if let Event::Issued(issued) = event {
            for entry in &issued.roster {
                keys.push(entry.key.to_string());
                dues.extend(entry.due.map(|due| (entry.key.to_string(), due)));
            }
        }
        if let Event::DeadlineFixed(fixed) = event
            && fixed.derivation.is_some()
        {
            dues.extend(fixed.obligations.iter().map(|id| (keys[id.0 as usize].clone(), fixed.due)));
        }
    }
    let wanted: BTreeMap<_, _> = DUES
        .iter()
        .map(|(key, due)| {
            let due = match due.split_once('T') {
                Some(_) => format!("{due}:00+07:00").parse().unwrap(),
                None => Instant::end_of(due.parse().unwrap()),
            };
            ((*key).to_owned(), due)
        })
        .collect();
    assert_eq!(dues, wanted);
}
