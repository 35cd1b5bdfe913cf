//! Scenarios that are wrong, and runs that do not go as their scenario says, in both languages.

use super::{Desk, example};

/// A desk with a small scenario that plays, once it is changed.
fn with(change: impl Fn(String) -> String) -> Desk {
    let desk = Desk::new();
    let read = |path: &str| std::fs::read_to_string(example("mandates").join(path)).unwrap();
    desk.write("directory.toml", &read("directory.toml"));
    desk.write("mandate.toml", &read("03-no-meeting/mandate.toml"));
    let scenario = read("03-no-meeting/scenario.json").replace("../directory.toml", "directory.toml");
    desk.write("scenario.json", &change(scenario));
    desk
}

/// A change that is there to be made.
fn changed(from: &'static str, to: &'static str) -> impl Fn(String) -> String {
    move |text| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    }
}

/// Runs the scenario and finds every text in what it tells, in each language.
fn told(desk: &Desk, code: i32, vi: &[&str], en: &[&str]) {
    for (lang, wanted) in [("vi", vi), ("en", en)] {
        let register = format!("{lang}.db");
        let (_, err) = desk.expect(code, &["run", "scenario.json", "--register", &register, "--lang", lang]);
        for text in wanted {
            assert!(err.contains(text), "{text} is missing in\n{err}");
        }
    }
}

#[test]
fn everything_wrong_with_a_scenario_is_told_at_once_and_no_register_is_begun() {
    let desk = with(|text| {
        [
            (r#""so-noi-vu.officer-1""#, r#""so-noi-vuu.officer-1""#),
            (r#"{"sign": {}}"#, r#"{"sing": {}}"#),
            (r#""number": 1203"#, r#""numbre": 1203"#),
            (r#"["deadline_not_passed"]"#, r#"["deadline_not_past"]"#),
            (r#"["waived"]"#, r#"["waved"]"#),
            (r#"{"no-meeting": "concluded"}"#, r#"{"no-meeting": "concludet"}"#),
            (r#""so-noi-vu/2": "accepted""#, r#""so-noi-vu/2": "acepted""#),
            (r#"{"main": "mandate.toml"}"#, r#"{"main": "mandate.toml", "other": "none.toml"}"#),
        ]
        .into_iter()
        .fold(text, |text, (from, to)| changed(from, to)(text))
    });
    let mandate = std::fs::read_to_string(desk.folder.path().join("mandate.toml")).unwrap();
    desk.write("mandate.toml", &mandate.replacen("subject =", "sujbect =", 1));
    told(
        &desk,
        2,
        &[
            "scenario.json:10:16: `steps[0].actor`: `so-noi-vuu.officer-1` không phải chức vụ trong danh bạ",
            "`steps[1].command.sing`: ",
            "`steps[2].command.issue.numbre`: ",
            "`steps[6].refused[0]`: không có mã từ chối `deadline_not_past`; có phải ý là `deadline_not_passed`?",
            "`steps[5].events[0]`: không có sự kiện `waved`; có phải ý là `waived`?",
            "`ends.states.no-meeting`: không có trạng thái `concludet`",
            "`ends.obligations[\"so-noi-vu/2\"]`: không có trạng thái `acepted`",
            "`mandates.other`: không mở được tệp `none.toml`: không có tệp hoặc thư mục này",
            "mandate.toml:",
            "`header.sujbect`: ",
        ],
        &[
            "scenario.json:10:16: `steps[0].actor`: `so-noi-vuu.officer-1` is not an office of the directory",
            "`steps[6].refused[0]`: there is no refusal code `deadline_not_past`; did you mean `deadline_not_passed`?",
            "`steps[5].events[0]`: there is no event `waved`; did you mean `waived`?",
            "`ends.states.no-meeting`: there is no state `concludet`",
            "`mandates.other`: file `none.toml` cannot be opened: there is no such file or folder",
            "`header.sujbect`: ",
        ],
    );
    assert!(!desk.exists("vi.db") && !desk.exists("en.db"), "nothing was begun");
    let (_, err) = desk.expect(2, &["run", "scenario.json", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&err).unwrap();
    let error =
        told["errors"].as_array().unwrap().iter().find(|error| error["field"] == "steps[0].actor").unwrap();
    assert_eq!((&error["line"], &error["file"]), (&10.into(), &"scenario.json".into()), "{error}");
}

#[test]
fn a_draft_of_a_mandate_that_the_scenario_does_not_have_is_told_with_those_it_has() {
    let desk = with(changed(r#"{"mandate": "main"}"#, r#"{"mandate": "mian"}"#));
    told(
        &desk,
        2,
        &["`steps[0].command.draft.mandate`: kịch bản không có nội dung giao `mian`; kịch bản có: `main`"],
        &["`steps[0].command.draft.mandate`: the scenario has no mandate `mian`; the scenario has: `main`"],
    );
}

#[test]
fn a_refusal_that_is_not_expected_is_told_with_its_reasons_and_the_register_left_behind() {
    let desk = with(changed(
        r#""ubnd-tinh.deputy", "command": {"sign""#,
        r#""ubnd-xa-tan-lap.clerk", "command": {"sign""#,
    ));
    told(
        &desk,
        1,
        &[
            "scenario.json:14:",
            "`steps[1].events`: bước 2: bị từ chối, trong khi kịch bản cho là được chấp nhận",
            "[wrong_unit]",
            "cách giải quyết: ",
            "căn cứ: ",
            "sổ `vi.db` còn lại",
            "\n  congvan log no-meeting --register vi.db\n  congvan verify --register vi.db",
        ],
        &[
            "`steps[1].events`: step 2: it is refused, where the scenario expects it to be accepted",
            "what helps: ",
            "register `en.db` is left behind with the steps that were accepted",
            "\n  congvan log no-meeting --register en.db\n  congvan verify --register en.db",
        ],
    );
    desk.expect(0, &["log", "no-meeting", "--register", "vi.db"]);
    desk.expect(0, &["verify", "--register", "vi.db"]);
    let (_, err) = desk.expect(1, &["run", "scenario.json", "--register", "j.db", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&err).unwrap();
    assert_eq!((&told["step"], &told["field"]), (&2.into(), &"steps[1].events".into()), "{told}");
    assert_eq!(told["register"], "j.db");
    assert!(told["reasons"][0]["cure"]["vi"].is_string() && told["look"][0].is_string(), "{told}");
}

#[test]
fn where_nothing_was_accepted_only_the_register_can_be_looked_into() {
    let desk = with(changed(r#""so-noi-vu.officer-1""#, r#""ubnd-xa-tan-lap.clerk""#));
    told(
        &desk,
        1,
        &["sổ `vi.db` còn lại, chưa ghi gì về văn bản này; xem bằng:\n  congvan verify --register vi.db"],
        &[
            "left behind with nothing of this directive; look into it with:\n  congvan verify --register en.db",
        ],
    );
    desk.expect(0, &["verify", "--register", "vi.db"]);
}

#[test]
fn other_reasons_an_acceptance_other_events_and_other_ends_are_told_apart() {
    for (from, to, vi, en) in [
        (
            r#"["deadline_not_passed"]"#,
            r#"["wrong_unit"]"#,
            "`steps[6].refused`: bước 7: bị từ chối vì lý do khác: kịch bản ghi `wrong_unit`, thực tế là `deadline_not_passed`\n  - ",
            "`steps[6].refused`: step 7: it is refused for other reasons: the scenario expects `wrong_unit`, found `deadline_not_passed`\n  - ",
        ),
        (
            r#""events": ["signed"]"#,
            r#""refused": ["wrong_unit"]"#,
            "`steps[1].refused`: bước 2: được chấp nhận với sự kiện `signed`",
            "`steps[1].refused`: step 2: it is accepted with `signed`, where the scenario expects a refusal with `wrong_unit`",
        ),
        (
            r#""events": ["signed"]"#,
            r#""events": ["signed", "issued"]"#,
            "`steps[1].events`: bước 2: được chấp nhận với sự kiện khác: kịch bản ghi 2 sự kiện (`signed`, `issued`), thực tế có 1 (`signed`",
            "`steps[1].events`: step 2: it is accepted with other events: the scenario expects 2 (`signed`, `issued`), found 1 (`signed`)",
        ),
        (
            r#"{"no-meeting": "concluded"}"#,
            r#"{"no-meeting": "revoked"}"#,
            "`ends.states.no-meeting`: khi kết thúc phải ở trạng thái `revoked`, thực tế là `concluded` (đã kết thúc)",
            "`ends.states.no-meeting`: it should end `revoked`, it is `concluded`",
        ),
        (
            r#""so-noi-vu/2": "accepted""#,
            r#""so-noi-vu/2": "waived""#,
            "`ends.obligations[\"so-noi-vu/2\"]`: nghĩa vụ `so-noi-vu/2`: khi kết thúc phải ở trạng thái `waived`",
            "obligation `so-noi-vu/2`: it should end `waived`, it is `accepted`",
        ),
    ] {
        told(
            &with(changed(from, to)),
            1,
            &[vi, "sổ `vi.db` còn lại"],
            &[en, "register `en.db` is left behind"],
        );
    }
}

#[test]
fn a_name_that_the_directive_does_not_know_is_an_error_of_the_scenario() {
    let desk = with(changed(
        r#"{"waive": {"obligation": "ubnd-xa-phu-son/1""#,
        r#"{"waive": {"obligation": "ubnd-xa-phu-son/9""#,
    ));
    told(
        &desk,
        2,
        &[
            "`steps[5].command.waive.obligation`: `ubnd-xa-phu-son/9` không phải nghĩa vụ của văn bản `no-meeting`",
            "sổ `vi.db` còn lại",
        ],
        &[
            "`steps[5].command.waive.obligation`: `ubnd-xa-phu-son/9` is not an obligation of directive",
            "register `en.db` is left behind",
        ],
    );
    let desk = with(changed(r#""so-noi-vu/2": "accepted""#, r#""so-noi-vu/3": "accepted""#));
    told(
        &desk,
        2,
        &["`ends.obligations[\"so-noi-vu/3\"]`: `so-noi-vu/3` không phải nghĩa vụ", "sổ `vi.db` còn lại"],
        &["`so-noi-vu/3` is not an obligation of directive", "register `en.db` is left behind"],
    );
}

#[test]
fn a_scenario_that_is_not_there_is_told_without_the_words_of_the_system() {
    let desk = Desk::new();
    for (lang, wanted) in [("vi", "không có tệp hoặc thư mục này"), ("en", "there is no such file or folder")]
    {
        let (_, err) = desk.expect(2, &["run", "none", "--lang", lang]);
        assert!(err.contains(wanted) && !err.contains("os error"), "{err}");
    }
}
