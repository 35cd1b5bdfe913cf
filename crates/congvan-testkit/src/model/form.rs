//! The payload by itself: texts that are given, targets that are named once.

use std::collections::BTreeSet;

use congvan_core::{Command, ReasonCode as Code};
use serde_json::Value;

use super::Codes;

/// The texts of a payload that must say something.
const TEXTS: [&str; 5] = ["media_type", "reason", "source", "statement", "text"];

/// The parts of a payload whose own texts must say something.
const PARTS: [(&str, &[&str]); 3] = [
    ("instrument", &["notation", "number", "signer"]),
    ("notice", &["notation", "number", "signer"]),
    ("receipt", &["channel", "evidence"]),
];

/// The lists of a payload that must not be empty, or else which code says so.
const LISTS: [(&str, Code); 4] = [
    ("changes", Code::NothingNamed),
    ("decisions", Code::TextMissing),
    ("obligations", Code::NothingNamed),
    ("performers", Code::NothingNamed),
];

/// What is wrong with a payload whatever the state.
pub(super) fn form(command: &Command) -> Codes {
    // A mandate is judged as a whole when it is drafted.
    let written =
        if matches!(command, Command::Draft(_)) { None } else { serde_json::to_value(command).ok() };
    let payload = written.as_ref().and_then(inner).unwrap_or(&Value::Null);
    let parts = PARTS.iter().flat_map(|(part, texts)| texts.iter().map(move |text| (part, text)));
    let mut texts = TEXTS
        .iter()
        .filter_map(|text| payload.get(text))
        .chain(parts.filter_map(|(part, text)| payload.get(part)?.get(text)))
        .chain(items(payload, "decisions"));
    let mut codes = lists(payload);
    codes.extend(texts.any(is_blank).then_some(Code::TextMissing));
    for change in items(payload, "changes").filter_map(inner) {
        codes.extend(lists(change));
        let day = |end: &str| change.get("window")?.get(end)?.as_str();
        codes.extend((day("until") < day("from")).then_some(Code::WindowReversed));
    }
    codes
}

/// What a value with its name outside holds.
fn inner(tagged: &Value) -> Option<&Value> {
    tagged.as_object()?.values().next()
}

fn items<'a>(of: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    of.get(list).and_then(Value::as_array).into_iter().flatten()
}

fn is_blank(text: &Value) -> bool {
    text.as_str().is_some_and(|text| text.trim().is_empty())
}

/// Lists that name nothing, or the same obligation twice.
fn lists(of: &Value) -> Codes {
    let empty = |list: &str| of.get(list).and_then(Value::as_array).is_some_and(Vec::is_empty);
    let mut codes: Codes = LISTS.iter().filter(|(list, _)| empty(list)).map(|(_, code)| *code).collect();
    let named = of.get("obligation").into_iter().chain(items(of, "joint")).chain(items(of, "obligations"));
    let named: Vec<String> = named.map(Value::to_string).collect();
    let once: BTreeSet<&String> = named.iter().collect();
    codes.extend((once.len() < named.len()).then_some(Code::NamedTwice));
    codes
}
