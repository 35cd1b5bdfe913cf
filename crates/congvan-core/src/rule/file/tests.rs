//! Rule files are read, refused with their places, and told apart.

use congvan_text::read::Format;

use super::*;

const GOOD: &str = r#"
format = 1

[[rules]]
name = "noi-luu"
version = "1"
asks = { attachment = { media_types = ["application/pdf"] } }

[[rules]]
name = "chi-tieu"
version = "2"
assignments = ["1b"]
asks = { targets = { at_least = 2 } }
reason = { vi = "cần hai chỉ tiêu", en = "two targets are needed" }

[[rules]]
name = "gio-nghi"
version = "1"
asks = { quiet = { from = "22:00", until = "06:00", days_off = true, commands = ["submit"] } }

[[rules]]
name = "hai-nguoi"
version = "1"
asks = { second_vetter = {} }

[[rules]]
name = "nguoi-ky"
version = "1"
asks = { capacity = { command = "sign_consolidation", one_of = ["head"] } }
"#;

fn read(text: &str) -> Result<RuleFile, String> {
    RuleFile::read("rules.toml", text, Format::Toml).map_err(|errors| errors.to_string())
}

#[test]
fn a_file_of_every_kind_of_rule_is_read_and_goes_round_through_json() {
    let file = read(GOOD).unwrap();
    assert_eq!(file.rules.len(), 5);
    let json = serde_json::to_string(&file).unwrap();
    let again =
        RuleFile::read("rules.json", &json, Format::Json).map_err(|errors| errors.to_string()).unwrap();
    assert_eq!(file, again);
    let valid = jsonschema::validator_for(&RuleFile::schema()).unwrap();
    assert!(valid.is_valid(&serde_json::to_value(&file).unwrap()));
}

#[test]
fn what_the_schema_refuses_the_reader_refuses_as_well() {
    let valid = jsonschema::validator_for(&RuleFile::schema()).unwrap();
    let sound = serde_json::to_value(read(GOOD).unwrap()).unwrap();
    let with = |place: &str, value: serde_json::Value| {
        let mut file = sound.clone();
        let (parent, field) = place.rsplit_once('/').unwrap();
        match (file.pointer_mut(parent).unwrap(), field.parse::<usize>()) {
            (serde_json::Value::Array(items), Ok(at)) => items[at] = value,
            (other, _) => other[field] = value,
        }
        file
    };
    let wrong = [
        with("/format", "1".into()),
        with("/rulez", serde_json::json!([])),
        with("/rules", serde_json::json!({})),
        with("/rules/0/name", 1.into()),
        with("/rules/0/severity", "high".into()),
        with("/rules/0/asks", serde_json::json!({"budget": {}})),
        with("/rules/0/asks", serde_json::json!({})),
        with("/rules/0/asks/attachment/media_types", "application/pdf".into()),
        with("/rules/1/asks/targets/at_least", serde_json::json!(-1)),
        with("/rules/1/assignments/0", serde_json::json!(null)),
        with("/rules/1/reason", serde_json::json!({"en": "two targets are needed"})),
        with("/rules/2/asks/quiet/commands/0", "publish".into()),
        with("/rules/2/asks/quiet/until", serde_json::json!(6)),
        with("/rules/3/asks/second_vetter/by", "head".into()),
        with("/rules/4/asks/capacity/one_of/0", "minister".into()),
    ];
    for file in wrong {
        assert!(!valid.is_valid(&file), "the schema takes {file}");
        assert!(
            RuleFile::read("rules.json", &file.to_string(), Format::Json).is_err(),
            "the reader takes {file}"
        );
    }
}

#[test]
fn a_rule_from_a_file_says_which_it_is_and_what_it_asks() {
    let file = read(GOOD).unwrap();
    let rules = file.rules();
    assert_eq!(rules.iter().count(), 5);
    for (rule, entry) in rules.iter().zip(&file.rules) {
        assert_eq!(rule.name(), entry.name);
        assert!(rule.version().starts_with(&entry.version), "{}", rule.version());
        assert_eq!(rule.entry(), Some(entry));
        let told = format!("{rule:?}");
        assert!(told.contains(rule.name()) && told.contains(rule.version()), "{told}");
    }
    assert_eq!(crate::rule::Rule::new("rieng", "1").entry(), None, "code says nothing about itself");
}

#[test]
fn a_changed_rule_is_another_rule_in_the_log() {
    let one = read(GOOD).unwrap().rules().hash();
    let other = read(&GOOD.replace("at_least = 2", "at_least = 3")).unwrap().rules().hash();
    assert_ne!(one, other);
}

#[test]
fn no_rule_may_speak_of_a_way_out() {
    let text = r#"
[[rules]]
name = "mien"
version = "1"
asks = { capacity = { command = "waive", one_of = ["head"] } }
"#;
    let error = read(text).unwrap_err();
    assert!(error.contains("rules.toml:5") && error.contains("no rule may block `waive`"), "{error}");
    assert!(error.contains("delegations in the directory"), "{error}");
}

#[test]
fn what_says_nothing_and_what_is_there_twice_is_told_at_once() {
    let text = r#"
[[rules]]
name = "a"
version = ""
asks = { targets = { at_least = 0 } }

[[rules]]
name = "a"
version = "1"
asks = { quiet = { from = "22:00", until = "06:00", commands = [] } }
"#;
    let error = read(text).unwrap_err();
    for wanted in ["rules[0].version", "at_least", "two rules have this name", "at least one command"] {
        assert!(error.contains(wanted), "{wanted}: {error}");
    }
}

#[test]
fn an_unknown_kind_of_rule_is_refused_with_its_place() {
    let error =
        read("[[rules]]\nname = \"a\"\nversion = \"1\"\nasks = { evaluate = \"1 + 1\" }\n").unwrap_err();
    assert!(error.contains("rules.toml:4") && error.contains("evaluate"), "{error}");
}

/// A rule that keeps hours quiet.
fn quiet(more: &str) -> RuleFile {
    read(&format!("format = 1\n[[rules]]\nname = \"gio-nghi\"\nversion = \"1\"\n{more}\n")).unwrap()
}

#[test]
fn quiet_hours_begin_on_their_first_minute_and_end_before_their_last() {
    use crate::query::tests::desk::at;
    let calendar = congvan_calendar::Calendar::official();
    let is_quiet = |asks: &str, now: &str| {
        let file = quiet(&format!("asks = {{ quiet = {{ {asks}, commands = [\"submit\"] }} }}"));
        file.rules[0].is_quiet_at(at(now), &calendar)
    };
    let noon = r#"from = "11:00", until = "13:00""#;
    let night = r#"from = "22:00", until = "06:00""#;
    for (asks, now, expected) in [
        (noon, "2024-03-25T10:59", false),
        (noon, "2024-03-25T11:00", true),
        (noon, "2024-03-25T12:59", true),
        (noon, "2024-03-25T13:00", false),
        (noon, "2024-03-25T23:00", false),
        (night, "2024-03-25T21:59", false),
        (night, "2024-03-25T22:00", true),
        (night, "2024-03-25T05:59", true),
        (night, "2024-03-25T06:00", false),
        (night, "2024-03-25T12:00", false),
        // A Saturday.
        (night, "2024-03-23T12:00", false),
        (r#"from = "22:00", until = "06:00", days_off = true"#, "2024-03-23T12:00", true),
    ] {
        assert_eq!(is_quiet(asks, now), expected, "{asks} at {now}");
    }
    assert!(!read(GOOD).unwrap().rules[0].is_quiet_at(at("2024-03-25T23:00"), &calendar));
}

#[test]
fn a_rule_speaks_of_its_commands_and_its_assignments_only() {
    use crate::query::tests::desk::{Desk, at};
    let mut desk = Desk::issued();
    let offered = |desk: &Desk, kind: Kind, key: &str| {
        let actor = Desk::actor("sa.officer");
        let offer = Offer { kind, target: Target::Obligation(desk.id(key)) };
        let mut offers = desk.directive().permitted(desk.ctx(&actor, at("2024-03-25T23:00")));
        offers.any(|found| found == offer)
    };
    let asks = r#"asks = { quiet = { from = "22:00", until = "06:00", commands = ["submit"] } }"#;
    assert!(offered(&desk, Kind::Submit, "sa/a/f") && offered(&desk, Kind::StartDraft, "sa/a/f"));
    desk.rules = quiet(asks).rules();
    assert!(!offered(&desk, Kind::Submit, "sa/a/f") && !offered(&desk, Kind::Submit, "sa/ask"));
    assert!(offered(&desk, Kind::StartDraft, "sa/a/f"), "another command");
    desk.rules = quiet(&format!("assignments = [\"a\"]\n{asks}")).rules();
    assert!(!offered(&desk, Kind::Submit, "sa/a/f"));
    assert!(offered(&desk, Kind::Submit, "sa/ask"), "another assignment");
}
