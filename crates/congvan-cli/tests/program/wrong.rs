//! What is wrong, told so that a person can mend it, in both languages.

use super::{Clerk, Desk, example};

fn opened() -> Desk {
    let desk = Desk::new();
    desk.expect(0, &["new", "directory", "--output", "directory.toml"]);
    desk.expect(0, &["new", "--output", "mandate.toml"]);
    desk.expect(0, &["init", "--directory", "directory.toml"]);
    desk
}

#[test]
fn a_directive_that_is_not_there_is_told_as_such_for_every_command_but_a_draft() {
    let desk = opened();
    let clerk = Clerk { desk: &desk, register: "congvan.db" };
    for verb in ["do", "explain"] {
        for command in [r#"{"sign":{}}"#, r#"{"start_draft":{"obligation":"so-y-te/1/cchc"}}"#] {
            let (_, err) = clerk.act(2, verb, "y", "so-noi-vu.officer", "25T08:00", command);
            assert!(err.contains("there is no directive `y`") && err.contains("`congvan board`"), "{err}");
        }
        let (_, err) = clerk.act(2, verb, "y", "so-noi-vu.officer", "25T08:00", r#"{"sing":{}}"#);
        assert!(err.contains("congvan schema command"), "a form that no command has is told first: {err}");
    }
    let sign = ["do", "y", "--as", "so-noi-vu.officer", r#"{"sign":{}}"#];
    let (_, err) = desk.expect(2, &sign);
    assert!(err.contains("sổ không có văn bản `y`"), "{err}");
    let draft = r#"{"draft":{"mandate":"mandate.toml"}}"#;
    clerk.act(0, "explain", "y", "so-noi-vu.officer", "25T08:00", draft);
    clerk.act(0, "do", "y", "so-noi-vu.officer", "25T08:00", draft);
}

#[test]
fn a_name_that_was_given_to_another_command_is_refused_with_what_to_do() {
    let desk = opened();
    let sent = |code, mandate: &str, lang| {
        let draft = format!(r#"{{"draft":{{"mandate":"{mandate}"}}}}"#);
        let at = "2024-03-25T08:00:00+07:00";
        let who = ["do", "d", "--as", "so-noi-vu.officer", "--at", at, "--id", "n-1", "--lang", lang];
        desk.expect(code, &[&who[..], &[draft.as_str()]].concat()).1
    };
    sent(0, "mandate.toml", "vi");
    let mandate = std::fs::read_to_string(desk.folder.path().join("mandate.toml")).unwrap();
    desk.write("other.toml", &mandate.replacen("title = \"", "title = \"Khác: ", 1));
    let err = sent(1, "other.toml", "vi");
    assert!(err.contains("`n-1` đã dùng") && err.contains("tên mới (--id)"), "{err}");
    let err = sent(1, "other.toml", "en");
    assert!(err.contains("send the new one under a new name (--id)"), "{err}");
    sent(0, "mandate.toml", "vi");
}

#[test]
fn a_command_without_an_instant_is_sent_again_under_its_name() {
    let desk = opened();
    let sent = |code, mandate: &str| {
        let draft = format!(r#"{{"draft":{{"mandate":"{mandate}"}}}}"#);
        let told =
            desk.expect(code, &["do", "d", "--as", "so-noi-vu.officer", "--id", "n-2", "--json", &draft]).0;
        serde_json::from_str::<serde_json::Value>(&told).unwrap_or_default()["replayed"].clone()
    };
    assert_eq!([sent(0, "mandate.toml"), sent(0, "mandate.toml")], [false, true]);
    let mandate = std::fs::read_to_string(desk.folder.path().join("mandate.toml")).unwrap();
    desk.write("other.toml", &mandate.replacen("title = \"", "title = \"Khác: ", 1));
    sent(1, "other.toml");
}

#[test]
fn an_actor_written_out_is_read_with_every_fault_in_both_languages() {
    let desk = opened();
    let (_, err) = desk.expect(2, &["inbox", "--as", r#"{"person":"p.x"}"#]);
    assert!(err.contains("--as:") && err.contains("thiếu trường `capacity`"), "{err}");
    assert!(err.contains("thiếu trường `unit`") && !err.contains("missing field"), "{err}");
    let (_, err) = desk.expect(2, &["inbox", "--as", r#"{"person":"p.x"}"#, "--lang", "en"]);
    assert!(err.contains("the field `capacity` is missing"), "{err}");
    let actor = r#"{"person":"p.so-noi-vu.head","unit":"so-noi-vu","capacity":"head"}"#;
    desk.expect(0, &["inbox", "--as", actor]);
}

#[test]
fn a_meeting_of_a_directive_without_meetings_is_told_as_such() {
    let desk = Desk::new();
    let mandate = example("mandates/03-no-meeting").display().to_string();
    desk.expect(0, &["run", &mandate, "--register", "r.db", "--json"]);
    for (lang, wanted) in [
        ("vi", "văn bản `no-meeting` không có cuộc họp nào"),
        ("en", "directive `no-meeting` has no meeting"),
    ] {
        let (_, err) = desk.expect(2, &["plan", "no-meeting", "x", "--register", "r.db", "--lang", lang]);
        assert!(err.contains(wanted) && err.contains("congvan timeline"), "{err}");
    }
    let cancel = r#"{"cancel":{"meeting":"x","reason":"y"}}"#;
    let (_, err) =
        desk.expect(2, &["do", "no-meeting", "--as", "ubnd-tinh.head", "--register", "r.db", cancel]);
    assert!(err.contains("không có cuộc họp nào"), "{err}");
}

#[test]
fn a_register_that_was_altered_is_told_with_the_record_the_flaw_and_the_remedy() {
    let desk = Desk::new();
    let mandate = example("mandates/15-decline-and-reassign").display().to_string();
    desk.expect(0, &["run", &mandate, "--register", "r.db", "--json"]);
    let path = desk.folder.path().join("r.db");
    let mut content = std::fs::read(&path).unwrap();
    let reason = "Không đủ người".as_bytes();
    let at = content.windows(reason.len()).position(|found| found == reason).unwrap();
    content[at] = b'k';
    std::fs::write(&path, content).unwrap();
    let (_, err) = desk.expect(3, &["verify", "--register", "r.db"]);
    assert!(err.contains("bản ghi 8 của văn bản `decline-and-reassign`"), "{err}");
    assert!(err.contains("(các cột có mã băm sha256:") && !err.contains("its columns"), "{err}");
    assert!(err.contains("khôi phục từ bản sao lưu"), "{err}");
    let (_, err) = desk.expect(3, &["verify", "--register", "r.db", "--lang", "en"]);
    assert!(err.contains("its columns have hash") && err.contains("restore a backup"), "{err}");
}

#[test]
fn what_the_system_says_of_a_file_is_told_in_the_readers_language() {
    let desk = opened();
    std::fs::write(desk.folder.path().join("latin.toml"), b"title = \"\xe9\"").unwrap();
    std::fs::create_dir(desk.folder.path().join("folder.toml")).unwrap();
    for (arguments, vi, en) in [
        (vec!["check", "none.toml"], "không có tệp hoặc thư mục này; kiểm tra lại đường dẫn", "no such file"),
        (vec!["check", "folder.toml"], "đây là thư mục, không phải tệp", "it is a folder and no file"),
        (
            vec!["check", "latin.toml"],
            "không phải chữ Unicode (UTF-8); lưu lại tệp",
            "is not UTF-8 text; save it",
        ),
        (
            vec!["new", "--output", "none/x.toml"],
            "không có thư mục `none`; tạo thư mục này",
            "there is no folder `none`",
        ),
        (vec!["new", "--output", "mandate.toml"], "tệp đã có không bị ghi đè", "existing files are kept"),
    ] {
        let (_, err) = desk.expect(2, &arguments);
        assert!(err.contains(vi) && !err.contains("os error"), "{arguments:?}\n{err}");
        let (_, err) = desk.expect(2, &[&arguments[..], &["--lang", "en"]].concat());
        assert!(err.contains(en) && !err.contains("os error"), "{arguments:?}\n{err}");
    }
}
