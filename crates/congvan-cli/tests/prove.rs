//! `congvan check` as a proof: what its flags ask for, and that what it keeps plays.
#![cfg(test)]

use std::path::{Path, PathBuf};
use std::process::Command;

use congvan::core::directive::Directive;
use congvan::core::obligation::StateName;
use congvan::core::rule::Objection;
use congvan::core::{Kind, Rule, Rules};
use congvan::{Lang, Text};
use congvan_testkit::checker::{Bounds, Checker, Property, Subject};
use serde_json::Value;

fn mandate(name: &str) -> String {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/mandates");
    examples.join(name).join("mandate.toml").display().to_string()
}

/// A folder of its own, and the program run in it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    /// Runs the program in English, and expects this exit code.
    fn expect(&self, code: i32, arguments: &[&str]) -> (String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_congvan"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("CONGVAN_LANG", "en")
            .env_remove("CONGVAN_REGISTER")
            .output()
            .unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
        (out, err)
    }

    fn json(&self, code: i32, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.expect(code, &[arguments, &["--json"]].concat()).0).unwrap()
    }
}

/// A rule by which only a clerk may do it.
fn by_clerks(command: &str) -> String {
    format!(
        "[[rules]]\nname = \"desk\"\nversion = \"1\"\nasks = {{ capacity = {{ command = \"{command}\", one_of = [\"clerk\"] }} }}\n"
    )
}

#[test]
fn a_mandate_is_proved_with_as_many_units_as_asked_for() {
    let desk = Desk::new();
    let path = mandate("03-no-meeting");
    let on = ["--on", "2025-09-22"];
    let prove = |units| desk.json(0, &[&["check", &path, "--units", units, "--main-road"], &on[..]].concat());
    let (one, two) = (prove("1"), prove("2"));
    assert_eq!((&one["proved"], &two["proved"]), (&true.into(), &true.into()));
    let free = |found: &Value| found["searches"][0]["free"].as_array().unwrap().len();
    assert_eq!((free(&one), free(&two)), (2, 3), "the consolidation, and so many reports");
    assert!(one["states"].as_u64() < two["states"].as_u64());
    let asked = [&["check", &path, "--units", "2", "--main-road"], &on[..]].concat();
    let (out, _) = desk.expect(0, &asked);
    assert!(out.contains("2 unit(s) of each shape"), "{out}");
}

#[test]
fn units_with_deadlines_of_their_own_are_all_looked_at() {
    let desk = Desk::new();
    desk.expect(0, &["new", "directory", "--output", "directory.toml"]);
    desk.write(
        "mandate.toml",
        r#"
[header]
document_type = "official_dispatch"
issuing_body = "ubnd-tinh"
authority = "head"
signer = { authority = ["for_head"], office = "ubnd-tinh.deputy" }
drafting_unit = "so-noi-vu"
office = "vp-ubnd"
subject = "Báo cáo"

[[assignments]]
id = "1"
title = "Báo cáo"
performers = [{ unit = "so-y-te" }, { unit = "so-tai-chinh" }]
vetted_by = { unit = "so-noi-vu" }

[assignments.deadline]
kind = "per_performer"
rules = { so-y-te = { kind = "none" }, so-tai-chinh = { kind = "no_later_than", date = 2024-11-25 } }
"#,
    );
    let asked = ["check", "mandate.toml", "--on", "2024-11-18", "--units", "1", "--main-road"];
    let found = desk.json(0, &asked);
    let free: Vec<&str> =
        found["searches"][0]["free"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
    assert_eq!(free, ["so-tai-chinh/1", "so-y-te/1"], "{found}");
}

#[test]
fn a_search_that_a_depth_ends_succeeds_and_says_that_it_proves_nothing() {
    let desk = Desk::new();
    let path = mandate("03-no-meeting");
    let asked = ["check", &path, "--on", "2025-09-22", "--depth", "3", "--main-road"];
    let found = desk.json(0, &asked);
    assert_eq!((&found["proved"], &found["complete"]), (&false.into(), &false.into()));
    let (out, _) = desk.expect(0, &asked);
    assert!(out.contains("nothing found, but not everything was looked at"), "{out}");
    let (out, _) = desk.expect(0, &["check", "--help"]);
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(out.contains("which is no proof (exit code 0; with --json, `complete` is false)"), "{out}");
}

#[test]
fn progress_is_told_beside_the_answer_and_asks_for_a_search_by_itself() {
    let desk = Desk::new();
    let path = mandate("12-standing-duty");
    let check = ["check", &path, "--on", "2025-09-22"];
    let (out, err) = desk.expect(0, &[&check[..], &["--progress"]].concat());
    assert!(out.contains("proved up to the bound"), "{out}");
    assert!(err.contains("moves deep") && err.contains("waiting"), "{err}");
    let (_, err) = desk.expect(0, &[&check[..], &["--progress", "--json"]].concat());
    assert!(err.contains("moves deep"), "{err}");
    let (out, err) = desk.expect(0, &check);
    assert!(!out.contains("proved") && !err.contains("moves deep"), "nothing was asked for\n{out}\n{err}");
}

#[test]
fn a_folder_to_keep_the_story_in_asks_for_a_search_by_itself() {
    let desk = Desk::new();
    let path = mandate("12-standing-duty");
    let (out, _) = desk.expect(0, &["check", &path, "--on", "2025-09-22", "--save", "kept"]);
    assert!(out.contains("proved up to the bound") && out.contains("There is no scenario to save."), "{out}");
    assert!(!desk.path("kept").exists());
}

/// Searches the smallest lifecycle under a rule, keeps what is found, and plays it.
fn kept_and_played(rule: &str, told: &[&str], ends: &str) {
    let desk = Desk::new();
    desk.write("rules.toml", rule);
    let (out, _) =
        desk.expect(1, &["check", "--lifecycle", "--main-road", "--rules", "rules.toml", "--save", "kept"]);
    for wanted in told {
        assert!(out.contains(wanted), "{wanted} is missing in\n{out}");
    }
    let text = std::fs::read_to_string(desk.path("kept").join("scenario.json")).unwrap();
    let scenario: Value = serde_json::from_str(&text).unwrap();
    let steps = scenario["steps"].as_array().unwrap();
    for step in steps {
        let note = step["note"].as_str().unwrap();
        assert!(out.contains(note), "{note} was not told in\n{out}");
    }
    let played = desk.json(0, &["run", "kept"]);
    assert_eq!((&played["state"], played["steps"].as_u64()), (&ends.into(), u64::try_from(steps.len()).ok()));
    let (out, _) = desk.expect(0, &["run", "kept"]);
    assert!(out.contains(&format!("{} steps", steps.len())), "{out}");
}

#[test]
fn a_command_that_a_rule_makes_impossible_is_kept_and_plays_to_its_refusal() {
    let told = ["nobody can ever `accept`", "4. On", "asks to submit", "asks to accept", "it is refused:"];
    kept_and_played(&by_clerks("accept"), &told, "in_force");
}

#[test]
fn a_directive_that_is_stuck_is_kept_and_plays_to_where_it_rests() {
    let told = ["from every open state somebody leads on to the end", "asks to issue the directive"];
    kept_and_played(&by_clerks("close"), &told, "in_force");
}

#[test]
fn a_directive_that_is_stuck_once_everything_was_waived_is_kept_and_plays() {
    let all_waived = |directive: &Directive| {
        directive.proceedings().is_some_and(|found| {
            let mut reports = found.obligations().filter(|(_, one)| !found.is_consolidation(one));
            reports.all(|(_, one)| one.state().name() == StateName::Waived)
        })
    };
    let objection =
        || Objection { reason: Text::fixed("không được", "not so"), cure: Text::fixed("-", "-") };
    let mut subject = Subject::lifecycle(2, 1, false).unwrap();
    let rule = Rule::new("not-all-waived", "1").on_offer(move |directive, offer, _| {
        if offer.kind == Kind::Close && all_waived(directive) { Err(objection()) } else { Ok(()) }
    });
    subject.rules = Rules::new(vec![rule]);
    let bounds = Bounds { kinds: Bounds::main_kinds(), units: 2, ..Bounds::default() };
    let found = Checker::new(&subject, bounds).unwrap().run(&mut |_| {}).found.unwrap();
    assert_eq!(found.property, Property::ReachesItsEnd);
    let desk = Desk::new();
    for (name, text) in found.files_in(Lang::En) {
        desk.write(&name, &text);
    }
    let played = desk.json(0, &["run", "scenario.json"]);
    assert_eq!(played["state"], "in_force");
}

#[test]
fn a_scenario_in_which_everything_is_refused_plays_to_a_directive_that_was_never_written() {
    let desk = Desk::new();
    let subject = Subject::lifecycle(1, 1, false).unwrap();
    desk.write("directory.json", &serde_json::to_string(subject.directory.data()).unwrap());
    desk.write(
        "scenario.json",
        r#"{
            "title": "Signed before it was drafted", "directory": "directory.json", "directive": "d1",
            "steps": [{
                "at": "2024-03-25T08:00:00+07:00", "actor": "ubnd.head", "command": {"sign": {}},
                "refused": ["wrong_state"]
            }],
            "ends": {"states": {"d1": "unwritten"}}
        }"#,
    );
    let played = desk.json(0, &["run", "scenario.json"]);
    assert_eq!((&played["state"], &played["refused_as_expected"]), (&"unwritten".into(), &1.into()));
    let (out, _) = desk.expect(0, &["run", "scenario.json"]);
    assert!(out.contains("The directive is unwritten"), "{out}");
}

/// The blocks of the chapter on proving a rule that are written in one language, in their order.
fn chapter(language: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/prove-your-rule.md");
    let text = std::fs::read_to_string(path).unwrap();
    let opening = format!("\n```{language}\n");
    let blocks = text.split(opening.as_str()).skip(1);
    blocks.map(|block| block.split("\n```").next().unwrap_or_default().to_owned()).collect()
}

/// The arguments of a command of the chapter.
fn arguments(command: &str) -> Vec<&str> {
    let mut words = command.split_whitespace();
    assert_eq!(words.next(), Some("congvan"), "{command}");
    words.collect()
}

#[test]
fn a_reader_who_follows_the_chapter_finds_what_it_says() {
    let (rules, commands, answers) = (chapter("toml"), chapter("sh"), chapter("text"));
    let [added, misleading] = rules.as_slice() else { panic!("{rules:?}") };
    let [mandate_checked, lifecycle_checked] = commands.as_slice() else { panic!("{commands:?}") };
    let [broken] = answers.as_slice() else { panic!("{answers:?}") };
    let desk = Desk::new();
    // The day of issue is that of the example, whenever the test is run.
    let mandate_checked = &mandate_checked.replace("mandate.toml", &mandate("03-no-meeting"));
    let mandate_checked = &format!("{mandate_checked} --on 2025-09-22");
    // Sections 1 and 2: the rules of the file are sound, for a mandate and for the lifecycle.
    desk.write("rules.toml", added);
    let (out, _) = desk.expect(0, &arguments(mandate_checked));
    assert!(out.contains("proved up to the bound"), "{out}");
    // As few units and fields as there can be, since this is a test.
    let smallest = lifecycle_checked.replace("--units 3 --fields 3", "--units 1 --fields 1");
    assert_ne!(&smallest, lifecycle_checked);
    let (out, err) = desk.expect(0, &arguments(&smallest));
    assert!(out.contains("proved up to the bound") && err.contains("moves deep"), "{out}\n{err}");
    // Section 3: the rule that looks right.
    desk.write("rules.toml", misleading);
    for command in [mandate_checked, &smallest] {
        let (out, _) = desk.expect(1, &arguments(command));
        assert!(out.contains(broken.as_str()), "{out}");
    }
}
