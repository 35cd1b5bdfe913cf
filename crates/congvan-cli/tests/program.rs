//! The program as a new user tries it: every verb, every exit code, and errors that tell what to do next.
#![cfg(test)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn example(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(path)
}

/// A folder of its own, and the program run in it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_congvan"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("CONGVAN_LANG")
            .env_remove("CONGVAN_REGISTER")
            .output()
            .unwrap()
    }

    /// Runs the program, and expects this exit code.
    fn expect(&self, code: i32, arguments: &[&str]) -> (String, String) {
        let output = self.run(arguments);
        let (out, err) =
            (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}\n{out}\n{err}");
        (out, err)
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.path().join(name), text).unwrap();
    }

    fn exists(&self, name: &str) -> bool {
        self.folder.path().join(name).exists()
    }
}

fn reference() -> String {
    example("directive-3552").display().to_string()
}

#[test]
fn the_reference_directive_runs_and_can_be_looked_into() {
    let desk = Desk::new();
    let (out, _) = desk.expect(0, &["run", &reference()]);
    for wanted in ["3552/UBND-SNV", "Bảng theo dõi", "so-noi-vu/2c", "185/TB-UBND", "congvan log", "Sở Y tế"]
    {
        assert!(out.contains(wanted), "{wanted} is missing in\n{out}");
    }
    assert!(!out.contains('\u{1b}'), "no colours where the output is piped");
    let register = ["--register", "3552-ubnd-snv.db"];
    let with = |arguments: &[&'static str]| -> Vec<&'static str> { [arguments, &register].concat() };
    let (out, _) = desk.expect(0, &with(&["verify", "--lang", "en"]));
    assert!(out.contains("the chain holds"), "{out}");
    let (out, _) = desk.expect(0, &with(&["board"]));
    assert!(out.contains("3552-ubnd-snv"), "{out}");
    let (out, _) = desk.expect(0, &with(&["board", "3552-ubnd-snv", "--json"]));
    assert!(serde_json::from_str::<serde_json::Value>(&out).is_ok());
    desk.expect(0, &with(&["timeline", "3552-ubnd-snv"]));
    let (out, _) = desk.expect(0, &with(&["log", "3552-ubnd-snv", "--after", "510", "--lang", "en"]));
    assert!(out.contains("concluded"), "{out}");
    let (out, _) = desk.expect(0, &with(&["export", "3552-ubnd-snv"]));
    for line in out.lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{line}");
    }
    let (out, _) = desk.expect(0, &with(&["export", "3552-ubnd-snv", "--format", "ical"]));
    assert!(out.contains("BEGIN:VEVENT") && out.contains("DTSTART:20240402T010000Z"), "{out}");
    let (out, _) = desk.expect(0, &with(&["blockers", "3552-ubnd-snv"]));
    assert!(!out.is_empty());
    let (out, _) = desk.expect(0, &with(&["plan", "3552-ubnd-snv", "hop-quy-1", "--lang", "en"]));
    assert!(!out.is_empty());
    let (_, err) = desk.expect(2, &with(&["plan", "3552-ubnd-snv", "khong-co", "--lang", "en"]));
    assert!(err.contains("hop-quy-1"), "the error names the meetings there are: {err}");
    desk.expect(0, &with(&["inbox", "--as", "so-noi-vu.head", "--at", "2024-04-10T08:00:00+07:00"]));
}

#[test]
fn an_existing_register_is_never_overwritten() {
    let desk = Desk::new();
    desk.expect(0, &["run", &reference(), "--json"]);
    desk.expect(0, &["run", &reference(), "--json"]);
    assert!(desk.exists("3552-ubnd-snv.db") && desk.exists("3552-ubnd-snv-2.db"));
    let (_, err) = desk.expect(2, &["run", &reference(), "--register", "3552-ubnd-snv.db"]);
    assert!(err.contains("không bị ghi đè"), "{err}");
}

#[test]
fn a_mandate_is_checked_and_its_errors_are_located() {
    let desk = Desk::new();
    let mandate = example("directive-3552/mandate.toml").display().to_string();
    let (out, _) = desk.expect(0, &["check", &mandate, "--lang", "en"]);
    assert!(out.contains("7 findings"), "{out}");
    let text = std::fs::read_to_string(&mandate).unwrap();
    let directory = example("directive-3552/directory.toml").display().to_string();
    desk.write("unruled.toml", text.split("[[rulings]]").next().unwrap());
    let (_, err) = desk.expect(1, &["check", "unruled.toml", "--directory", &directory, "--lang", "en"]);
    assert!(err.contains("3 conflicts of dates have no ruling"), "{err}");
    desk.write("wrong.toml", &text.replace("so-noi-vu", "so-noi-vuu").replace("subject =", "sujbect ="));
    let (_, err) = desk.expect(2, &["check", "wrong.toml", "--directory", &directory, "--lang", "en"]);
    assert!(err.contains("wrong.toml:") && err.contains("sujbect") && err.contains("subject"), "{err}");
}

#[test]
fn the_template_is_sound() {
    for lang in ["vi", "en"] {
        let desk = Desk::new();
        desk.expect(0, &["new", "--output", "mandate.toml", "--lang", lang]);
        let directory = example("directive-3552/directory.toml").display().to_string();
        desk.expect(0, &["check", "mandate.toml", "--directory", &directory, "--on", "2024-03-25"]);
        let (_, err) = desk.expect(2, &["new", "--output", "mandate.toml", "--lang", "en"]);
        assert!(err.contains("existing files are kept"), "{err}");
    }
}

#[test]
fn a_register_is_made_and_worked_with() {
    let desk = Desk::new();
    let directory = example("directive-3552/directory.toml").display().to_string();
    desk.expect(0, &["init", "--register", "tinh.db", "--directory", &directory]);
    desk.expect(0, &["new", "--output", "mandate.toml"]);
    let draft = r#"{"draft":{"mandate":"mandate.toml"}}"#;
    let day = "2024-03-25T08:00:00+07:00";
    let officer = ["--as", "so-noi-vu.officer-1", "--at", day, "--register", "tinh.db", "--lang", "en"];
    let act = |verb: &'static str, command: &str| -> Vec<String> {
        let mut arguments = vec![verb.to_owned(), "quy-1".to_owned()];
        arguments.extend(officer.iter().map(|text| (*text).to_owned()));
        arguments.push(command.to_owned());
        arguments
    };
    let run = |code, arguments: Vec<String>| {
        desk.expect(code, &arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let (out, _) = run(0, act("explain", draft));
    assert!(out.contains("would be accepted"), "{out}");
    let (out, _) = run(0, act("do", draft));
    assert!(out.contains("drafted"), "{out}");
    let (out, _) = run(0, act("do", draft));
    assert!(out.contains("done before"), "the same command again is the same answer: {out}");
    let (_, err) = run(1, act("do", r#"{"sign":{}}"#));
    assert!(err.contains("[wrong_unit]") || err.contains("[wrong_capacity]"), "{err}");
    let (_, err) = run(2, act("do", r#"{"sing":{}}"#));
    assert!(err.contains("congvan schema command"), "{err}");
    let (_, err) = run(2, act("do", "{"));
    assert!(err.contains("is not JSON"), "{err}");
    let (_, err) = desk.expect(2, &["inbox", "--as", "nobody", "--register", "tinh.db", "--lang", "en"]);
    assert!(err.contains("is not an office"), "{err}");
    let (_, err) = desk.expect(2, &["log", "none", "--register", "tinh.db", "--lang", "en"]);
    assert!(err.contains("there is no directive `none`"), "{err}");
}

#[test]
fn store_failures_have_their_own_exit_code() {
    let desk = Desk::new();
    let (_, err) = desk.expect(3, &["verify", "--lang", "en"]);
    assert!(err.contains("congvan init"), "{err}");
    desk.write("no.db", "this is no register at all, but a text that somebody named like one");
    desk.expect(3, &["verify", "--register", "no.db"]);
}

#[test]
fn schemas_and_completions_are_printed() {
    let desk = Desk::new();
    for format in ["mandate", "directory", "calendar", "command", "event"] {
        let (out, _) = desk.expect(0, &["schema", format]);
        assert!(serde_json::from_str::<serde_json::Value>(&out).unwrap().is_object(), "{format}");
    }
    let (out, _) = desk.expect(0, &["completions", "bash"]);
    assert!(out.contains("congvan"));
    let (_, err) = desk.expect(2, &["rum"]);
    assert!(err.contains("run"), "{err}");
}
