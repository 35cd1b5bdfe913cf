//! The program as a new user tries it: every verb, every exit code, and errors that tell what to do next.
#![cfg(test)]

#[path = "program/follow_up.rs"]
mod follow_up;
#[path = "program/further.rs"]
mod further;
#[path = "program/left.rs"]
mod left;
#[path = "program/schemas.rs"]
mod schemas;
#[path = "program/shown.rs"]
mod shown;
#[path = "program/stopped.rs"]
mod stopped;
#[path = "program/story.rs"]
mod story;
#[path = "program/withdrawn.rs"]
mod withdrawn;
#[path = "program/wrong.rs"]
mod wrong;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use icalendar::{Component as _, EventLike as _};

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

/// Runs the program in a register at an hour of a day of March 2024, in English.
struct Clerk<'a> {
    desk: &'a Desk,
    register: &'static str,
}

impl Clerk<'_> {
    fn act(
        &self,
        code: i32,
        verb: &str,
        directive: &str,
        who: &str,
        at: &str,
        command: &str,
    ) -> (String, String) {
        let at = format!("2024-03-{at}:00+07:00");
        self.desk.expect(
            code,
            &[
                verb,
                directive,
                "--as",
                who,
                "--at",
                &at,
                "--register",
                self.register,
                "--lang",
                "en",
                command,
            ],
        )
    }

    fn done(&self, who: &str, at: &str, command: &str) -> String {
        self.act(0, "do", "quy-1", who, at, command).0
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
    let (out, _) = desk.expect(0, &with(&["timeline", "3552-ubnd-snv"]));
    for wanted in ["Giai đoạn", "Các mốc", "ghi nhận vắng", "ban-dan-toc/1b (Ban Dân tộc)", "họp"]
    {
        assert!(out.contains(wanted), "{wanted} is missing in\n{out}");
    }
    let (out, _) = desk.expect(0, &with(&["timeline", "3552-ubnd-snv", "--json"]));
    let timeline: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(timeline["stages"].as_array().unwrap().len(), 3, "{timeline}");
    assert!(timeline["milestones"].as_array().unwrap().iter().any(|found| found["kind"] == "meeting_held"));
    let (out, _) = desk.expect(0, &with(&["log", "3552-ubnd-snv", "--after", "510", "--lang", "en"]));
    assert!(out.contains("concluded"), "{out}");
    let (out, _) = desk.expect(0, &with(&["export", "3552-ubnd-snv"]));
    for line in out.lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{line}");
    }
    let (out, _) = desk.expect(0, &with(&["export", "3552-ubnd-snv", "--format", "ical"]));
    let ical = out;
    let (out, _) = desk.expect(0, &with(&["statistics", "3552-ubnd-snv", "--json"]));
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&told["statistics"]["done_on_time"], &told["statistics"]["done_late"]),
        (&143.into(), &8.into())
    );
    let (out, _) = desk.expect(0, &with(&["statistics", "3552-ubnd-snv", "--lang", "en"]));
    assert!(out.contains("Emulation sheet") && out.contains("Sở Y tế"), "{out}");
    let out = ical;
    let calendar: icalendar::Calendar = out.parse().unwrap();
    let events: Vec<_> =
        calendar.components.iter().filter_map(icalendar::CalendarComponent::as_event).collect();
    assert_eq!(events.len(), 1, "{out}");
    let utc = |hour| {
        let at =
            chrono::NaiveDate::from_ymd_opt(2024, 4, 2).unwrap().and_hms_opt(hour, 0, 0).unwrap().and_utc();
        Some(icalendar::DatePerhapsTime::from(at))
    };
    assert_eq!((events[0].get_start(), events[0].get_end()), (utc(1), utc(4)), "{out}");
    assert_eq!(events[0].get_location(), Some("Phòng họp số 1, UBND tỉnh"));
    assert!(events[0].get_uid().is_some() && events[0].get_timestamp().is_some(), "{out}");
    let (out, _) = desk.expect(0, &with(&["blockers", "3552-ubnd-snv"]));
    assert!(!out.is_empty());
    let (out, _) = desk.expect(0, &with(&["plan", "3552-ubnd-snv", "hop-quy-1", "--lang", "en"]));
    assert!(!out.is_empty());
    let (_, err) = desk.expect(2, &with(&["plan", "3552-ubnd-snv", "khong-co", "--lang", "en"]));
    assert!(err.contains("hop-quy-1"), "the error names the meetings there are: {err}");
    desk.expect(0, &with(&["inbox", "--as", "so-noi-vu.head", "--at", "2024-04-10T08:00:00+07:00"]));
}

#[test]
fn the_provenance_of_a_consolidation_is_told() {
    let desk = Desk::new();
    desk.expect(0, &["run", &reference(), "--register", "r.db", "--json"]);
    let told = |arguments: &[&str]| {
        desk.expect(0, &[&["provenance", "3552-ubnd-snv", "--register", "r.db"], arguments].concat()).0
    };
    let out = told(&["so-noi-vu/2c"]);
    for wanted in [
        "Bản tổng hợp so-noi-vu/2c (Sở Nội vụ)",
        "sha256:",
        "Đã đôn đốc",
        "vắng",
        "được miễn",
        "chấp nhận lần nộp",
    ] {
        assert!(out.contains(wanted), "{wanted} is missing in\n{out}");
    }
    assert_eq!(told(&["--lang", "en"]).matches("Consolidation ").count(), 4);
    let found: serde_json::Value = serde_json::from_str(&told(&["so-noi-vu/2c", "--json"])).unwrap();
    let inputs = found[0]["inputs"].as_array().unwrap();
    assert_eq!(inputs.len(), 64);
    let of = |key: &str| inputs.iter().find(|input| input["key"] == key).unwrap();
    let accepted = of("so-y-te/1b");
    assert_eq!(accepted["vetted"]["unit"], "so-noi-vu");
    assert!(accepted["fate"]["accepted"]["hash"].as_str().unwrap().starts_with("sha256:"), "{accepted}");
    assert_eq!(
        (&of("ban-dan-toc/1b")["fate"], &of("bql-vqg-con-dao/1c")["fate"]),
        (&"absent".into(), &"waived".into())
    );
    // What is consolidated is traced to its own inputs.
    assert_eq!(of("so-noi-vu/2a/cchc")["contains"]["inputs"].as_array().unwrap().len(), 29);
    let (_, err) = desk.expect(2, &["provenance", "3552-ubnd-snv", "so-noi-vu/9", "--register", "r.db"]);
    assert!(err.contains("không phải nghĩa vụ của văn bản"), "{err}");
    assert!(
        desk.expect(0, &["provenance", "3552-ubnd-snv", "so-y-te/1b", "--register", "r.db", "--json"])
            .0
            .trim()
            == "[]",
        "what consolidates nothing contains nothing"
    );
}

#[test]
fn refusals_name_units_persons_and_clauses_in_both_languages() {
    let desk = Desk::new();
    let directory = example("directive-3552/directory.toml").display().to_string();
    let mandate = example("directive-3552/mandate.toml").display().to_string();
    desk.expect(0, &["init", "--register", "r.db", "--directory", &directory]);
    let clerk = Clerk { desk: &desk, register: "r.db" };
    clerk.act(
        0,
        "do",
        "quy-1",
        "so-noi-vu.officer-1",
        "25T07:00",
        &format!(r#"{{"draft":{{"mandate":"{mandate}"}}}}"#),
    );
    let (_, err) = clerk.act(1, "explain", "quy-1", "so-y-te.head", "25T07:10", r#"{"sign":{}}"#);
    assert!(err.contains("the unit Sở Y tế has no part in this") && !err.contains("`so-y-te`"), "{err}");
    assert!(err.contains("source: congvan lifecycle: authority"), "{err}");
    clerk.done("ubnd-tinh.deputy", "25T07:20", r#"{"sign":{}}"#);
    let arguments = |extra: &[&'static str]| -> Vec<&'static str> {
        let all = ["explain", "quy-1", "--as", "vp-ubnd.clerk", "--at", "2024-03-25T07:30:00+07:00"];
        let issue = r#"{"issue":{"number":1,"notation":"công văn","date":"2024-03-25"}}"#;
        [&all, [issue].as_slice(), extra, &["--register", "r.db"]].concat()
    };
    let (_, err) = desk.expect(1, &arguments(&[]));
    assert!(err.contains("căn cứ: điểm 3 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP"), "{err}");
    let (_, err) = desk.expect(1, &arguments(&["--json"]));
    let refused: serde_json::Value = serde_json::from_str(&err).unwrap();
    for reason in refused["refused"].as_array().unwrap() {
        for text in ["sentence", "cure", "clause"] {
            assert!(reason[text]["vi"].is_string() && reason[text]["en"].is_string(), "{reason}");
        }
        assert_eq!(reason["code"], reason["facts"]["code"]);
    }
}

#[test]
fn a_small_directive_runs_from_an_empty_folder_to_its_end() {
    let desk = Desk::new();
    desk.expect(0, &["new", "directory", "--output", "directory.toml"]);
    desk.expect(0, &["new", "--output", "mandate.toml", "--lang", "en"]);
    desk.expect(0, &["check", "mandate.toml", "--on", "2024-03-25"]);
    desk.expect(0, &["init", "--directory", "directory.toml"]);
    let clerk = Clerk { desk: &desk, register: "congvan.db" };
    clerk.done("so-noi-vu.officer", "25T08:00", r#"{"draft":{"mandate":"mandate.toml"}}"#);
    clerk.done("ubnd-tinh.deputy", "25T08:10", r#"{"sign":{}}"#);
    let issue = r#"{"issue":{"number":12,"notation":"UBND-SNV","date":"2024-03-25"}}"#;
    clerk.done("vp-ubnd.clerk", "25T08:20", issue);
    let (out, _) = desk.expect(0, &["inbox", "--as", "so-y-te.officer", "--at", "2024-03-25T09:00:00+07:00"]);
    assert!(out.contains("so-y-te/1/cchc") && out.contains("Việc"), "{out}");
    for unit in ["so-noi-vu", "so-tai-chinh", "so-y-te"] {
        clerk.done(
            &format!("{unit}.officer"),
            "26T08:00",
            &format!(r#"{{"start_draft":{{"obligation":"{unit}/1/cchc"}}}}"#),
        );
        let submit = format!(
            r#"{{"submit":{{"obligation":"{unit}/1/cchc","hash":"text:{unit}","media_type":"application/pdf","signed_as":"head","signed_by":"p.{unit}.head"}}}}"#
        );
        clerk.done(&format!("{unit}.officer"), "26T09:00", &submit);
    }
    let early = r#"{"draft_consolidation":{"obligation":"so-noi-vu/2"}}"#;
    let (_, err) = clerk.act(1, "do", "quy-1", "so-noi-vu.officer", "26T10:00", early);
    assert!(err.contains("`so-y-te/1/cchc` (Sở Y tế)") && err.contains("what helps"), "{err}");
    let (out, _) = desk.expect(0, &["blockers", "quy-1", "--at", "2024-03-26T10:00:00+07:00"]);
    assert!(out.contains("so-noi-vu/2") && out.contains("Sở Nội vụ ("), "{out}");
    for unit in ["so-tai-chinh", "so-y-te"] {
        let accept = format!(r#"{{"accept":{{"obligation":"{unit}/1/cchc","hash":"current"}}}}"#);
        clerk.done("so-noi-vu.officer", "26T11:00", &accept);
    }
    // The officer drafted what the head signed: neither vets it, nor does anybody of the same department once it is his.
    let own = r#"{"accept":{"obligation":"so-noi-vu/1/cchc","hash":"current"}}"#;
    let (_, err) = clerk.act(1, "do", "quy-1", "so-noi-vu.officer", "26T11:10", own);
    assert!(err.contains("Chuyên viên Sở Nội vụ"), "{err}");
    clerk.done("vp-ubnd.officer", "26T11:20", own);
    clerk.done("so-noi-vu.officer", "27T08:00", early);
    let sign = r#"{"sign_consolidation":{"obligation":"so-noi-vu/2","hash":"text:all","media_type":"application/pdf"}}"#;
    clerk.done("so-noi-vu.head", "27T09:00", sign);
    let accept = r#"{"accept":{"obligation":"so-noi-vu/2","hash":"current"}}"#;
    clerk.done("vp-ubnd.officer", "28T09:00", accept);
    clerk.done("ubnd-tinh.deputy", "29T09:00", r#"{"close":{"reason":"all is done"}}"#);
    let (out, _) = desk.expect(0, &["board"]);
    assert!(out.contains("đã kết thúc"), "{out}");
    for verb in ["board", "timeline", "statistics", "provenance", "blockers", "log", "verify", "export"] {
        desk.expect(0, &[verb, "quy-1"]);
        desk.expect(0, &[verb, "quy-1", "--json", "--lang", "en"]);
    }
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
    let (out, _) = desk.expect(0, &["check", &mandate, "--deadlines"]);
    assert!(out.contains("Thời hạn: ") && out.contains("chậm nhất hết") && out.contains("lịch vn-"), "{out}");
    let (out, _) = desk.expect(0, &["check", &mandate, "--json"]);
    let checked: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(checked["deadlines"][0]["due"], "2024-03-25T23:59:59.999999+07:00", "{checked}");
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
        let (_, err) = desk.expect(2, &["check", "mandate.toml", "--lang", "en"]);
        assert!(err.contains("congvan new directory"), "{err}");
        desk.expect(0, &["new", "directory", "--output", "directory.toml", "--lang", lang]);
        desk.expect(0, &["check", "mandate.toml", "--on", "2024-03-25"]);
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
    assert!(err.contains("`sing`") && err.contains("congvan schema command"), "{err}");
    let (_, err) = run(2, act("do", r#"{"sign":{"reasn":1}}"#));
    assert!(err.contains("`sign.reasn`"), "{err}");
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
    let (_, err) = desk.expect(3, &["verify", "--register", "no.db"]);
    assert!(err.contains("không phải là sổ; chỉ ra một sổ khác"), "{err}");
    std::fs::create_dir(desk.folder.path().join("folder.db")).unwrap();
    let (_, err) = desk.expect(3, &["verify", "--register", "folder.db"]);
    assert!(err.contains("không mở được `folder.db`; kiểm tra thư mục, quyền truy cập"), "{err}");
    let (_, err) = desk.expect(3, &["run", &reference(), "--register", "none/r.db", "--lang", "en"]);
    assert!(err.contains("check the folder"), "{err}");
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

#[test]
fn the_built_in_lifecycle_is_searched_and_says_what_it_cost() {
    let desk = Desk::new();
    let (out, _) = desk.expect(0, &["check", "--lifecycle", "--main-road", "--lang", "en"]);
    assert!(out.contains("proved up to the bound") && out.contains("states/s"), "{out}");
    let (out, _) = desk.expect(0, &["check", "--lifecycle", "--fields", "2", "--main-road", "--json"]);
    let checked: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (&checked["proved"], checked["searches"][0]["free"].as_array().unwrap().len()),
        (&true.into(), 3)
    );
    desk.expect(2, &["check", "mandate.toml", "--lifecycle"]);
    desk.expect(2, &["check", "--units", "1"]);
    let rule = "[[rules]]\nname = \"r\"\nversion = \"1\"\nasks = { capacity = { command = \"close\", one_of = [\"clerk\"] } }\n";
    desk.write("rules.toml", rule);
    let (out, _) = desk.expect(1, &["check", "--lifecycle", "--main-road", "--rules", "rules.toml"]);
    assert!(out.contains("không giữ được"), "{out}");
}

#[test]
fn help_and_mistakes_are_told_in_the_language_asked_for() {
    let desk = Desk::new();
    let (out, _) = desk.expect(0, &["--help"]);
    assert!(out.contains("Cách dùng: congvan") && out.contains("Mã kết thúc: 0 đã xong"), "{out}");
    let (out, _) = desk.expect(0, &["run", "--help", "--lang", "en"]);
    assert!(out.contains("Usage: congvan run") && out.contains("A scenario, or a folder"), "{out}");

    for (arguments, wanted) in [
        (vec!["chek"], "không có lệnh `chek`"),
        (vec!["chek"], "có phải ý là: schema, check"),
        (vec!["run"], "còn thiếu <SCENARIO>"),
        (vec!["verify", "--register"], "`--register <PATH>` cần một giá trị"),
        (vec!["verify", "--regster", "a.db"], "không có tham số `--regster`"),
        (vec!["check", "m.toml", "--units", "77"], "phải là số trong khoảng 1..=9, không phải `77`"),
        (vec!["new", "memo"], "giá trị có thể là: mandate, directory"),
        (vec!["verify", "--lang", "vi", "--lang", "en"], "chỉ được ghi một lần"),
    ] {
        let (_, err) = desk.expect(2, &arguments);
        assert!(err.contains(wanted) && err.contains("`--help`"), "{arguments:?}\n{err}");
    }
    let (_, err) = desk.expect(2, &["chek", "--lang", "en"]);
    assert!(err.contains("unrecognized subcommand"), "{err}");
}
