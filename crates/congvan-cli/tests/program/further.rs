//! The commands that a run ends with: each shows something of this very run.

use super::{Desk, example};

/// The commands after the heading, without their comments, of an example that was played.
fn hints(desk: &Desk, name: &str) -> Vec<String> {
    let scenario = example(name).display().to_string();
    let (out, _) = desk.expect(0, &["run", &scenario, "--register", "r.db"]);
    let (_, hints) = out.split_once("Xem thêm\n").unwrap_or_else(|| panic!("{out}"));
    let command = |line: &str| line.trim().split("    #").next().map(|command| command.trim().to_owned());
    hints.lines().filter_map(command).collect()
}

/// A line of a shell as its words, where quotes hold what has spaces.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| {
        if at % 2 == 1 { vec![part.to_owned()] } else { part.split_whitespace().map(str::to_owned).collect() }
    });
    words.collect()
}

/// What each hint shows.
fn shown(desk: &Desk, hints: &[String]) -> Vec<String> {
    hints
        .iter()
        .map(|hint| {
            let words = words(hint);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            assert_eq!(words[0], "congvan", "{hint}");
            desk.expect(0, &words[1..]).0
        })
        .collect()
}

#[test]
fn the_hints_of_a_directive_without_a_meeting_name_who_acted_in_it() {
    let desk = Desk::new();
    let hints = hints(&desk, "mandates/03-no-meeting");
    assert!(!hints.iter().any(|hint| hint.contains("ical") || hint.contains("so-noi-vu.head")), "{hints:?}");
    let inbox = hints.iter().find(|hint| hint.contains("inbox")).unwrap();
    assert!(
        inbox.contains("--as \"ubnd-tinh.deputy\" --at 2025-10-13T16:10:00+07:00"),
        "the deputy closed it: {inbox}"
    );
    assert!(shown(&desk, &hints).iter().all(|out| !out.trim().is_empty()));
}

#[test]
fn the_hints_of_the_reference_directive_show_its_meeting_and_work_that_is_there() {
    let desk = Desk::new();
    let hints = hints(&desk, "directive-3552");
    let shown = shown(&desk, &hints);
    let of = |word: &str| hints.iter().position(|hint| hint.contains(word)).map(|at| shown[at].as_str());
    assert!(of("--format ical").unwrap().contains("BEGIN:VEVENT"), "{hints:?}");
    assert!(of("inbox").unwrap().contains("3552-ubnd-snv"), "{hints:?}");
    assert!(of("provenance").unwrap().contains("so-noi-vu/2c"), "{hints:?}");
}

#[test]
fn what_was_never_there_is_not_pointed_to() {
    let desk = Desk::new();
    let hints = hints(&desk, "mandates/16-revoked");
    assert!(!hints.iter().any(|hint| hint.contains("ical") || hint.contains("provenance")), "{hints:?}");
    assert!(hints.iter().any(|hint| hint.contains("log revoked")), "{hints:?}");
}

#[test]
fn a_run_that_fails_in_another_directive_points_to_the_log_of_that_one() {
    let desk = Desk::new();
    for file in ["directory.toml", "17-replaced/mandate.toml", "17-replaced/new.toml"] {
        let text = std::fs::read_to_string(example("mandates").join(file)).unwrap();
        desk.write(file.rsplit('/').next().unwrap(), &text);
    }
    let scenario = std::fs::read_to_string(example("mandates/17-replaced/scenario.json")).unwrap();
    let mut scenario: serde_json::Value =
        serde_json::from_str(&scenario.replace("../directory.toml", "directory.toml")).unwrap();
    let steps = scenario["steps"].as_array_mut().unwrap();
    let other: Vec<usize> = (0..steps.len()).filter(|at| !steps[*at]["directive"].is_null()).collect();
    steps[other[1]]["events"] = serde_json::json!(["discarded"]);
    desk.write("scenario.json", &scenario.to_string());
    let (_, err) = desk.expect(1, &["run", "scenario.json", "--register", "r.db"]);
    assert!(err.contains("congvan log replaced-new --register r.db"), "{err}");
    assert!(!err.contains("congvan log replaced --register"), "{err}");
    // Where the other directive has nothing yet, the scenario's own is the one to look into.
    let steps = scenario["steps"].as_array_mut().unwrap();
    steps[other[0]]["actor"] = "ubnd-xa-tan-lap.clerk".into();
    desk.write("scenario.json", &scenario.to_string());
    let (_, err) = desk.expect(1, &["run", "scenario.json", "--register", "s.db"]);
    assert!(err.contains("congvan log replaced --register s.db"), "{err}");
}
