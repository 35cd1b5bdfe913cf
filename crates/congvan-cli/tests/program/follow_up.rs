//! The mandate that a conclusion leads to: made from the register, checked, drafted, signed and issued.

use super::{Clerk, Desk, example, reference};

/// The arguments of `new` for the conclusion of this directive.
fn of<'a>(directive: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["new", "--follow-up-of", directive, "--register", "r.db"], more].concat()
}

fn played() -> Desk {
    let desk = Desk::new();
    desk.expect(0, &["run", &reference(), "--register", "r.db", "--json"]);
    desk
}

#[test]
fn the_follow_up_of_a_conclusion_is_written_checked_drafted_and_issued() {
    let desk = played();
    for (file, lang, wanted) in [
        ("vi.toml", "vi", "Đã ghi `vi.toml`: 2 nhiệm vụ theo kết luận"),
        ("en.toml", "en", "Wrote `en.toml`: 2 assignments of the conclusion"),
        ("follow-up.json", "en", "check it with `congvan check follow-up.json --register r.db`"),
    ] {
        let (out, _) = desk.expect(0, &of("3552-ubnd-snv", &["--output", file, "--lang", lang]));
        assert!(out.contains(wanted), "{out}");
        let (out, _) = desk.expect(0, &["check", file, "--register", "r.db", "--on", "2024-04-03", "--json"]);
        let checked: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!(checked["unruled"], 0);
        assert_eq!(checked["deadlines"][0]["performers"][0], "ban-dan-toc", "{checked}");
    }
    let text = std::fs::read_to_string(desk.folder.path().join("vi.toml")).unwrap();
    for wanted in [
        r#"kind = "basis", document = "185/TB-UBND", date = 2024-04-03"#,
        r#"kind = "follows_conclusion", document = "185/TB-UBND", date = 2024-04-03"#,
        r#"kind = "refers", document = "3552/UBND-SNV", date = 2024-03-25"#,
        "# Nhiệm vụ đúng như thông báo kết luận",
        r#"source = "decision 2""#,
    ] {
        assert!(text.contains(wanted), "{wanted} is missing in\n{text}");
    }
    let at = |hour: &str| format!("2024-04-04T{hour}:00+07:00");
    let act = |who: &str, hour: &str, command: &str| {
        let at = at(hour);
        desk.expect(0, &["do", "trien-khai", "--as", who, "--at", &at, "--register", "r.db", command])
    };
    act("so-noi-vu.officer-1", "08:00", r#"{"draft":{"mandate":"vi.toml"}}"#);
    act("ubnd-tinh.deputy", "08:10", r#"{"sign":{}}"#);
    act("vp-ubnd.clerk", "08:20", r#"{"issue":{"number":3999,"notation":"UBND-SNV","date":"2024-04-04"}}"#);
    let (out, _) = desk.expect(0, &["board", "trien-khai", "--register", "r.db"]);
    assert!(out.contains("Ban Dân tộc"), "{out}");
}

#[test]
fn what_is_written_in_each_form_is_the_same_mandate() {
    let desk = played();
    for file in ["a.toml", "a.json"] {
        desk.expect(0, &of("3552-ubnd-snv", &["--output", file]));
    }
    let (printed, _) = desk.expect(0, &of("3552-ubnd-snv", &["--json"]));
    let json = std::fs::read_to_string(desk.folder.path().join("a.json")).unwrap();
    let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(value(&printed), value(&json));
    let (printed, _) = desk.expect(0, &of("3552-ubnd-snv", &["--lang", "en"]));
    assert!(printed.starts_with("# The mandate that carries out a conclusion"), "{printed}");
    // A draft keeps what it was given: both files are the same mandate in the log.
    let drafted = |directive: &str, file: &str| {
        let command = format!(r#"{{"draft":{{"mandate":"{file}"}}}}"#);
        let at = ["--as", "so-noi-vu.officer-1", "--at", "2024-04-04T08:00:00+07:00", "--register", "r.db"];
        let all = [&["do", directive, "--json"], &at[..], &[command.as_str()]].concat();
        value(&desk.expect(0, &all).0)["events"].clone()
    };
    assert_eq!(drafted("x", "a.toml"), drafted("y", "a.json"));
    let (_, err) = desk.expect(2, &of("3552-ubnd-snv", &["--output", "a.toml"]));
    assert!(err.contains("tệp đã có không bị ghi đè"), "{err}");
    let (_, err) = desk.expect(2, &of("3552-ubnd-snv", &["--output", "a.txt", "--lang", "en"]));
    assert!(err.contains("should end in .toml or .json"), "{err}");
    let (out, _) = desk.expect(0, &of("3552-ubnd-snv", &["--json", "--output", "b.toml"]));
    assert_eq!(value(&out), serde_json::json!({"mandate": "b.toml", "assignments": 2}));
}

#[test]
fn where_there_is_nothing_to_follow_up_what_to_do_is_told() {
    let desk = played();
    let two = example("mandates/04-two-meetings").display().to_string();
    desk.expect(0, &["run", &two, "--register", "two.db", "--json"]);
    let told = |code, arguments: &[&str], vi: &str, en: &str| {
        for (lang, wanted) in [("vi", vi), ("en", en)] {
            let (_, err) = desk.expect(code, &[arguments, &["--lang", lang]].concat());
            assert!(err.contains(wanted), "{wanted} is missing in\n{err}");
        }
    };
    told(
        2,
        &of("follow-up-3552", &[]),
        "chưa ban hành nên chưa có kết luận; xem tiến độ bằng `congvan board`",
        "is not issued and has no conclusion yet; see `congvan board`",
    );
    told(2, &of("none", &[]), "sổ không có văn bản `none`", "there is no directive `none`");
    told(
        2,
        &of("3552-ubnd-snv", &["--meeting", "khong-co"]),
        "cuộc họp (--meeting): `khong-co` không phải cuộc họp",
        "the meeting (--meeting): `khong-co` is not a meeting",
    );
    told(2, &["new", "directory", "--follow-up-of", "x"], "chỉ dùng cho nội dung giao", "and no directory");
    told(3, &["new", "--follow-up-of", "x", "--register", "no.db"], "không có sổ", "there is no register");
    told(
        2,
        &["new", "--follow-up-of", "two-meetings", "--register", "two.db"],
        "không giao nhiệm vụ nào để thực hiện tiếp; nếu vẫn cần văn bản triển khai thì bắt đầu từ mẫu",
        "assigns nothing to follow up; where a directive is wanted all the same, start from",
    );
    desk.expect(2, &["new", "--meeting", "x"]);
}

#[test]
fn before_the_conclusion_is_announced_the_way_to_it_is_told() {
    let desk = Desk::new();
    let directory = example("directive-3552/directory.toml").display().to_string();
    let mandate = example("directive-3552/mandate.toml").display().to_string();
    desk.expect(0, &["init", "--register", "r.db", "--directory", &directory]);
    let clerk = Clerk { desk: &desk, register: "r.db" };
    clerk.done("so-noi-vu.officer-1", "25T07:00", &format!(r#"{{"draft":{{"mandate":"{mandate}"}}}}"#));
    clerk.done("ubnd-tinh.deputy", "25T07:20", r#"{"sign":{}}"#);
    clerk.done(
        "vp-ubnd.clerk",
        "25T07:30",
        r#"{"issue":{"number":3552,"notation":"UBND-SNV","date":"2024-03-25"}}"#,
    );
    let (_, err) = desk.expect(2, &of("quy-1", &["--lang", "en"]));
    assert!(err.contains("no meeting's conclusion is announced yet; see how its meetings stand"), "{err}");
    let (_, err) = desk.expect(2, &of("quy-1", &["--meeting", "hop-quy-1"]));
    assert!(
        err.contains("chưa thông báo kết luận cuộc họp `hop-quy-1`; xem cuộc họp tới đâu")
            && err.contains("`congvan timeline quy-1`"),
        "{err}"
    );
}

#[test]
fn a_conclusion_that_means_nothing_by_itself_is_written_to_be_mended() {
    let desk = Desk::new();
    for file in ["directory.toml", "mandate.toml", "follow-up.toml", "scenario.json"] {
        let text = std::fs::read_to_string(example("directive-3552").join(file)).unwrap();
        // Both assignments of the conclusion get the same identifier.
        let twice =
            ("\"id\": \"2\",\n                \"title\"", "\"id\": \"1\",\n                \"title\"");
        assert_eq!(text.contains(twice.0), file == "scenario.json", "{file}");
        desk.write(file, &text.replace(twice.0, twice.1));
    }
    desk.expect(0, &["run", "scenario.json", "--register", "r.db", "--json"]);
    let (_, err) = desk.expect(2, &of("3552-ubnd-snv", &["--output", "twice.toml", "--lang", "en"]));
    assert!(err.contains("twice.toml:") && err.contains("assignments[1].id"), "{err}");
    assert!(desk.exists("twice.toml"));
    let (_, checked) = desk.expect(2, &["check", "twice.toml", "--register", "r.db", "--lang", "en"]);
    assert_eq!(checked, err, "the checker tells the same");
}
