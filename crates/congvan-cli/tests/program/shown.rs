//! What tables and JSON show, and what is said beside them.

use super::{Desk, example};

const PROVINCE: &str = "mandates/directory.toml";

fn played(desk: &Desk, name: &str) -> String {
    let register = format!("{name}.db");
    let mandate = example("mandates").join(name).display().to_string();
    desk.expect(0, &["run", &mandate, "--register", &register, "--json"]);
    register
}

/// The directive with two meetings, issued and nothing more.
fn issued(desk: &Desk) {
    let directory = example(PROVINCE).display().to_string();
    desk.expect(0, &["init", "--register", "p.db", "--directory", &directory]);
    let mandate = example("mandates/04-two-meetings/mandate.toml").display().to_string();
    let draft = format!(r#"{{"draft":{{"mandate":"{mandate}"}}}}"#);
    let issue = r#"{"issue":{"number":5,"notation":"UBND-KHCN","date":"2025-10-01"}}"#;
    for (who, hour, command) in [
        ("so-khcn.officer-1", "08", draft.as_str()),
        ("ubnd-tinh.deputy", "09", r#"{"sign":{}}"#),
        ("vp-ubnd.clerk", "10", issue),
    ] {
        let at = format!("2025-10-01T{hour}:00:00+07:00");
        desk.expect(0, &["do", "d", "--as", who, "--at", &at, "--register", "p.db", command]);
    }
}

#[test]
fn the_board_says_who_holds_what_the_unit_of_the_row_holds_no_longer() {
    let desk = Desk::new();
    let register = played(&desk, "15-decline-and-reassign");
    let board =
        |lang| desk.expect(0, &["board", "decline-and-reassign", "--register", &register, "--lang", lang]).0;
    let (vi, en) = (board("vi"), board("en"));
    let row =
        |out: &str, unit: &str| out.lines().find(|line| line.contains(unit)).unwrap_or_default().to_owned();
    assert!(row(&vi, "│ Sở Y tế").contains("→ Sở Xây dựng"), "{vi}");
    assert!(!row(&vi, "│ Sở Tài chính").contains('→'), "{vi}");
    assert!(vi.contains("→ đơn vị được giao lại") && en.contains("→ who holds it now"), "{vi}\n{en}");
}

#[test]
fn the_list_of_directives_is_read_by_programs_with_codes_and_instants() {
    let desk = Desk::new();
    issued(&desk);
    for lang in ["vi", "en"] {
        let (out, _) = desk.expect(0, &["board", "--register", "p.db", "--json", "--lang", lang]);
        let listed: serde_json::Value = serde_json::from_str(&out).unwrap();
        let expected = serde_json::json!([{
            "directive": "d",
            "issued": "2025-10-01",
            "next_due": "2025-10-10T23:59:59.999999+07:00",
            "number": "05/UBND-KHCN",
            "open": 7,
            "state": "in_force",
            "subject": "Xây dựng đề án cơ sở dữ liệu dùng chung",
        }]);
        assert_eq!(listed, expected, "{lang}");
    }
    let (out, _) = desk.expect(0, &["board", "--register", "p.db"]);
    assert!(out.contains("05/UBND-KHCN") && out.contains("đang hiệu lực"), "{out}");
}

#[test]
fn errors_in_a_file_are_read_by_programs_with_their_places() {
    let desk = Desk::new();
    let mandate = std::fs::read_to_string(example("mandates/04-two-meetings/mandate.toml")).unwrap();
    desk.write("wrong.toml", &mandate.replace("\nsubject =", "\nsujbect ="));
    let (_, err) = desk.expect(2, &["check", "wrong.toml", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&err).unwrap();
    let line = 1 + mandate.lines().position(|line| line.starts_with("subject =")).unwrap();
    let error = told["errors"].as_array().unwrap().iter().find(|error| error["found"] == "sujbect").unwrap();
    assert_eq!((&error["file"], &error["line"]), (&"wrong.toml".into(), &line.into()), "{error}");
    assert_eq!((&error["column"], &error["field"]), (&1.into(), &"header.sujbect".into()), "{error}");
    for text in ["what", "expected", "remedy"] {
        assert!(error[text]["vi"].is_string() && error[text]["en"].is_string(), "{error}");
    }
    assert!(told["input"].as_str().unwrap().contains("wrong.toml:"), "the text for people stays: {told}");
}

#[test]
fn an_export_says_what_it_wrote_and_that_there_is_no_meeting() {
    let desk = Desk::new();
    let register = played(&desk, "03-no-meeting");
    let with = |arguments: &[&'static str]| -> Vec<String> {
        let all = [&["export", "no-meeting", "--register", &register], arguments].concat();
        all.into_iter().map(str::to_owned).collect()
    };
    let run =
        |arguments: Vec<String>| desk.expect(0, &arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let (out, err) = run(with(&["--format", "ical"]));
    assert!(
        out.contains("BEGIN:VCALENDAR") && err.contains("chưa có cuộc họp nào được xếp lịch"),
        "{out}\n{err}"
    );
    let (out, err) = run(with(&["--output", "log.jsonl", "--lang", "en"]));
    assert!(
        out.is_empty() && err.trim() == "congvan: wrote `log.jsonl`" && desk.exists("log.jsonl"),
        "{err}"
    );
    let (_, err) = run(with(&["--output", "log-2.jsonl", "--json"]));
    assert_eq!(err.trim(), r#"{"notice":"đã ghi `log-2.jsonl`"}"#);
    let (_, err) = run(with(&[]));
    assert!(err.is_empty(), "nothing is said beside a log that is printed: {err}");
}

#[test]
fn a_plan_says_which_engagements_it_ignores_and_what_helps_where_all_are_busy() {
    let desk = Desk::new();
    issued(&desk);
    let engaged = |who: &str| {
        format!(r#"{{"who":{who},"from":"2025-10-01T00:00:00+07:00","until":"2025-12-31T00:00:00+07:00"}}"#)
    };
    let busy = [r#"{"person":"p.ubnd-tinh.head"}"#, r#"{"person":"p.khong-co"}"#, r#"{"room":"A1"}"#];
    desk.write("busy.json", &format!("[{}]", busy.map(engaged).join(",")));
    let at = "2025-10-02T08:00:00+07:00";
    let plan = ["plan", "d", "chinh-thuc", "--register", "p.db", "--at", at, "--busy", "busy.json"];
    let (out, err) = desk.expect(0, &plan);
    assert!(out.contains("Chủ tịch UBND tỉnh (`p.ubnd-tinh.head`) (30 khung giờ); đề nghị dời"), "{out}");
    for wanted in ["`p.khong-co` không có trong danh bạ", "phòng `A1` không được nêu bằng --room"]
    {
        assert!(err.contains(wanted), "{wanted} is missing in\n{err}");
    }
    assert_eq!(err.lines().count(), 2, "the chairman is known: {err}");
    let (out, _) = desk.expect(0, &[&plan[..], &["--lang", "en"]].concat());
    assert!(out.contains("all 30 slots clash") && out.contains("move those engagements"), "{out}");
    let (_, err) = desk.expect(0, &[&plan[..], &["--room", "A1"]].concat());
    assert!(!err.contains("A1"), "a room that may be used is considered: {err}");
}

#[test]
fn a_mandate_is_checked_against_the_numbers_and_the_directory_of_a_register() {
    let desk = Desk::new();
    let register = played(&desk, "03-no-meeting");
    let mandate = std::fs::read_to_string(example("mandates/03-no-meeting/mandate.toml")).unwrap();
    let numbered = |number| {
        let header = format!("notation = \"UBND-NV\"\nnumber = {number}\ndate = 2025-10-01");
        mandate.replacen("notation = \"UBND-NV\"", &header, 1)
    };
    desk.write("again.toml", &numbered(1203));
    desk.write("next.toml", &numbered(1204));
    let check = |name| {
        let (out, _) = desk.expect(0, &["check", name, "--register", &register, "--json"]);
        let found: serde_json::Value = serde_json::from_str(&out).unwrap();
        let codes =
            found["findings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned());
        codes.collect::<Vec<_>>()
    };
    // There is no directory beside the mandate: it is the register's.
    assert!(check("again.toml").contains(&"number-reused".to_owned()), "{:?}", check("again.toml"));
    assert!(!check("next.toml").contains(&"number-reused".to_owned()), "{:?}", check("next.toml"));
    let (_, err) = desk.expect(3, &["check", "next.toml", "--register", "none.db"]);
    assert!(err.contains("none.db"), "{err}");
}

#[test]
fn a_directory_from_the_folder_above_is_named() {
    let desk = Desk::new();
    let mandate = example("mandates/03-no-meeting/mandate.toml").display().to_string();
    let (_, err) = desk.expect(0, &["check", &mandate, "--on", "2025-10-01", "--lang", "vi"]);
    assert!(err.contains("dùng danh bạ") && err.contains("directory.toml"), "{err}");
}
