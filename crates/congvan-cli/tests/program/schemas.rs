//! The published schemas against what the program takes.

use serde_json::{Value, json};

use super::{Desk, reference};

fn schema(desk: &Desk, lang: &str) -> Value {
    serde_json::from_str(&desk.expect(0, &["schema", "command", "--lang", lang]).0).unwrap()
}

#[test]
fn a_command_is_taken_by_its_schema_and_by_the_program_in_both_forms() {
    let desk = Desk::new();
    desk.expect(0, &["run", &reference(), "--register", "r.db", "--json"]);
    desk.expect(0, &["new", "--output", "mandate.toml"]);
    let published = schema(&desk, "vi");
    let validator = jsonschema::validator_for(&published).unwrap();
    let mut commands = published["examples"].as_array().unwrap().clone();
    assert!(commands.len() >= 7, "{commands:?}");
    let mandate = std::fs::read_to_string(desk.folder.path().join("mandate.toml")).unwrap();
    let read = congvan::Mandate::read("mandate.toml", &mandate, congvan::text::read::Format::Toml).unwrap();
    commands.push(json!({"draft": {"mandate": read.value}}));
    commands.push(json!({"submit": {
        "obligation": "so-y-te/1b", "joint": ["so-y-te/1a/cchc", 3], "hash": "text:báo cáo",
        "media_type": "application/pdf", "signed_as": "head", "signed_by": "p.so-y-te.head",
    }}));
    // Whether a command is understood: what is not is bad input, and what is may be refused.
    let code = |command: &Value| {
        let at = "2024-04-03T12:00:00+07:00";
        let who = ["explain", "3552-ubnd-snv", "--as", "so-y-te.head", "--at", at, "--register", "r.db"];
        let text = command.to_string();
        desk.run(&[&who[..], &[text.as_str()]].concat()).status.code()
    };
    for command in &commands {
        let wrong: Vec<_> = validator.iter_errors(command).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{command}: {wrong:?}");
        assert_eq!(code(command), Some(1), "{command}");
    }
    for wrong in [
        json!({"sing": {}}),
        json!({"start_draft": {"obligation": "so-y-te"}}),
        json!({"start_draft": {"obligation": true}}),
        json!({"accept": {"obligation": "so-y-te/1b", "hash": "md5:0"}}),
        json!({"postpone": {"meeting": "họp quý", "reason": "x"}}),
        json!({"draft": {"mandate": "mandate.txt"}}),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
        assert_eq!(code(&wrong), Some(2), "{wrong}");
    }
}

#[test]
fn the_schema_of_a_command_says_in_both_languages_what_else_may_be_written() {
    let desk = Desk::new();
    for (lang, wanted) in [
        ("vi", ["nghĩa vụ ghi theo khóa", "`current` cho bản đang chờ thẩm định", "ghi tên tệp"]),
        ("en", ["an obligation by its key", "`current` for the revision", "by the name of its file"]),
    ] {
        let published = schema(&desk, lang);
        let described = published["description"].as_str().unwrap();
        for text in wanted {
            assert!(described.contains(text), "{text} is missing in\n{described}");
        }
    }
}
