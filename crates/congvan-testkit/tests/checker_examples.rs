//! No example mandate is told stuck: what a criterion or a rule of a file asks for, the checker's payloads give.
#![cfg(test)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use congvan_core::mandate::CriterionCheck;
use congvan_core::rule::RuleFile;
use congvan_core::{Event, Kind, Mandate, Rules};
use congvan_testkit::Scenario;
use congvan_testkit::checker::{Bounds, Checker, Property, Report, Subject};
use congvan_testkit::scenario::{Outcome, Prepared};
use congvan_text::read::Format;

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn prepare(folder: &Path) -> Prepared {
    let path = folder.join("scenario.json");
    Scenario::prepare_file(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every mandate of an example with the day on which it was issued there.
fn subjects(folder: &Path) -> Vec<(String, Subject)> {
    let prepared = prepare(folder);
    let mut stage = prepared.stage();
    let mut issued: Vec<(Arc<Mandate>, NaiveDate)> = Vec::new();
    let mut drafted = std::collections::BTreeMap::new();
    prepared
        .play(&mut stage, |_, played| {
            let Outcome::Accepted(events) = &played.outcome else { return };
            for (_, event) in events {
                if let Event::Drafted(found) = event {
                    drafted.insert(played.directive, found.mandate.clone());
                }
                if let (Event::Issued(found), Some(mandate)) = (event, drafted.get(&played.directive)) {
                    issued.push((mandate.clone(), found.issue.date));
                }
            }
        })
        .unwrap();
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let subject = |(mandate, day)| Subject {
        calendar: prepared.calendar.clone(),
        day,
        directory: prepared.directory.clone(),
        mandate,
        rules: Rules::none(),
    };
    issued.into_iter().map(|one| (name.clone(), subject(one))).collect()
}

fn main_road() -> Bounds {
    Bounds { kinds: Bounds::main_kinds(), whole: 2, ..Bounds::default() }
}

fn run(name: &str, subject: &Subject) -> Report {
    let began = std::time::Instant::now();
    let report =
        Checker::new(subject, main_road()).unwrap_or_else(|error| panic!("{name}: {error}")).run(&mut |_| {});
    println!("{name}: {} ({:?})", report.text().en, began.elapsed());
    if let Some(found) = &report.found {
        println!("{}", found.story(congvan_text::Lang::En).unwrap().join("\n"));
    }
    report
}

fn small() -> Vec<PathBuf> {
    let folders = std::fs::read_dir(examples().join("mandates")).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = folders.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

#[test]
fn every_small_mandate_reaches_its_end_from_everywhere() {
    let mut told = Vec::new();
    for (name, subject) in small().iter().flat_map(|folder| subjects(folder)) {
        let report = run(&name, &subject);
        if !report.proved() {
            told.push(format!("{name}: {}", report.text().en));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn the_reference_directive_reaches_its_end_and_its_criteria_can_be_met() {
    let (name, subject) = subjects(&examples().join("directive-3552")).into_iter().next().unwrap();
    let report = run(&name, &subject);
    assert!(report.proved(), "{}", report.text().en);
    for kind in [Kind::Submit, Kind::Accept, Kind::Return, Kind::SignConsolidation, Kind::Hold] {
        assert!(report.taken.contains(&kind), "{kind:?} was never taken");
    }
}

fn rules(text: &str) -> Rules {
    RuleFile::read("rules.toml", text, Format::Toml).map_err(|errors| errors.to_string()).unwrap().rules()
}

/// One assignment that each machine criterion judges, in a mandate of one unit.
fn registering() -> Subject {
    let mut subject = Subject::lifecycle(1, 1, false).unwrap();
    let mut mandate = Mandate::clone(&subject.mandate);
    let group = "nhom".parse().unwrap();
    let checks = [
        CriterionCheck::Human,
        CriterionCheck::BetterThanBaselineOrNew,
        CriterionCheck::HasSolution,
        CriterionCheck::HasMilestoneIn { year: 2024 },
        CriterionCheck::HasMilestoneIn { year: 2025 },
        CriterionCheck::HasProduct,
        CriterionCheck::StatesConformity,
        CriterionCheck::RankAmongPeers { groups: vec![group] },
    ];
    let criterion = |(at, check)| congvan_core::mandate::Criterion {
        id: format!("c{at}").parse().unwrap(),
        title: "Tiêu chí".to_owned(),
        check,
    };
    mandate.assignments[0].criteria = checks.into_iter().enumerate().map(criterion).collect();
    subject.mandate = Arc::new(mandate);
    let mut data = subject.directory.data().clone();
    data.groups.push(
        serde_json::from_value(serde_json::json!({
            "id": "nhom", "name": "Nhóm", "units": ["dv00"]
        }))
        .unwrap(),
    );
    let text = serde_json::to_string(&data).unwrap();
    subject.directory = congvan_core::Directory::read("directory.json", &text, Format::Json).unwrap();
    subject
}

#[test]
fn every_criterion_that_a_machine_checks_can_be_met_and_failed() {
    let report = run("every criterion", &registering());
    assert!(report.proved(), "{}", report.text().en);
    assert!(report.taken.contains(&Kind::Accept) && report.taken.contains(&Kind::Return));
}

/// Each kind of rule as data that blocks nobody, and what it says.
const HARMLESS: &[(&str, &str)] = &[
    ("attachment", "{ attachment = { media_types = [\"application/vnd.oasis.opendocument.text\"] } }"),
    ("targets", "{ targets = { at_least = 12 } }"),
    (
        "quiet mornings and days off",
        "{ quiet = { from = \"07:00\", until = \"11:30\", days_off = true, commands = [\"sign\", \"issue\", \"submit\", \"accept\", \"close\"] } }",
    ),
    ("quiet nights", "{ quiet = { from = \"22:00\", until = \"06:00\", commands = [\"submit\"] } }"),
    ("second vetter", "{ second_vetter = {} }"),
    ("capacity", "{ capacity = { command = \"submit\", one_of = [\"head\"] } }"),
];

#[test]
fn a_rule_of_a_file_that_blocks_nobody_is_proved() {
    for (name, asks) in HARMLESS {
        let mut subject = registering();
        subject.rules = rules(&format!("[[rules]]\nname = \"r\"\nversion = \"1\"\nasks = {asks}\n"));
        let report = run(name, &subject);
        assert!(report.proved(), "{name}: {}", report.text().en);
        assert!(report.taken.contains(&Kind::Accept), "{name}: nothing was ever accepted");
    }
}

#[test]
fn quiet_periods_that_take_turns_block_nobody() {
    let mut subject = registering();
    subject.rules = rules(
        "[[rules]]\nname = \"sang\"\nversion = \"1\"\nasks = { quiet = { from = \"00:00\", until = \"12:00\", commands = [\"submit\"] } }\n\
         [[rules]]\nname = \"chieu\"\nversion = \"1\"\nasks = { quiet = { from = \"12:00\", until = \"00:00\", commands = [\"accept\"] } }\n",
    );
    let report = run("turns", &subject);
    assert!(report.proved(), "{}", report.text().en);
}

#[test]
fn a_rule_that_nobody_can_meet_is_named() {
    let mut subject = registering();
    subject.rules = rules(
        "[[rules]]\nname = \"a\"\nversion = \"1\"\nasks = { attachment = { media_types = [\"application/pdf\"] } }\n\
         [[rules]]\nname = \"b\"\nversion = \"1\"\nasks = { attachment = { media_types = [\"text/plain\"] } }\n",
    );
    let found = run("no type fits both", &subject).found.unwrap();
    assert_eq!(found.property, Property::NoDeadCommand);
    assert!(found.how.en.contains("`submit`"), "{}", found.how.en);
}
