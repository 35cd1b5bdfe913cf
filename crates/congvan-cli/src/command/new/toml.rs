//! A mandate as TOML for people: a section for each part, what belongs together on one line, days written as days.

use chrono::NaiveDate;
use congvan::{Mandate, Text};
use serde_json::{Map, Value};

use crate::screen::Screen;

/// In which order people write the fields; what is not named here comes after, by its name.
const ORDER: &[&str] = &[
    "kind",
    "id",
    "name",
    "title",
    "document_type",
    "number",
    "notation",
    "series",
    "document",
    "date",
    "place",
    "issuing_body",
    "authority",
    "instructing_leader",
    "signer",
    "drafting_unit",
    "office",
    "subject",
    "urgency",
    "links",
    "addressees",
    "issuer",
    "performers",
    "roles",
    "per_field",
    "own_field",
    "binding",
    "completion",
    "vetted_by",
    "criteria",
    "deadline",
    "from",
    "days",
];

/// The fields that hold a day.
const DAYS: &[&str] = &["date", "from", "until", "on"];

/// A mandate with a comment above each part that has one; every field that it has, whether it is the default or not.
pub(super) fn written(mandate: &Mandate, comment: impl Fn(&str) -> Option<Text>, screen: &Screen) -> String {
    let Ok(Value::Object(mut parts)) = serde_json::to_value(mandate) else { return String::new() };
    let mut text = String::new();
    let format = parts.remove("format");
    text.push_str(&format.map(|format| line("format", &format)).unwrap_or_default());
    for part in ["header", "fields", "assignments", "meetings", "policy", "rulings"] {
        let Some(found) = parts.remove(part) else { continue };
        text.push('\n');
        for told in comment(part).iter().flat_map(|told| screen.text(told).lines()) {
            text.push_str(&format!("# {told}\n"));
        }
        text.push_str(&section(part, &found));
    }
    text
}

/// A table under its heading, or each table of a list under one of its own.
fn section(part: &str, value: &Value) -> String {
    match value {
        Value::Object(fields) => format!("[{part}]\n{}", lines(fields)),
        Value::Array(items) => {
            let tables = items.iter().filter_map(Value::as_object);
            let tables: Vec<String> = tables.map(|fields| format!("[[{part}]]\n{}", lines(fields))).collect();
            tables.join("\n")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => String::new(),
    }
}

fn lines(fields: &Map<String, Value>) -> String {
    ordered(fields).into_iter().map(|(name, value)| line(name, value)).collect()
}

/// A field; what is a list of long tables has one of them a line.
fn line(name: &str, value: &Value) -> String {
    let key = key(name);
    match value {
        Value::Array(items) if is_long(items) => {
            let items: String = items.iter().map(|item| format!("    {},\n", inline(name, item))).collect();
            format!("{key} = [\n{items}]\n")
        }
        value => format!("{key} = {}\n", inline(name, value)),
    }
}

fn is_long(items: &[Value]) -> bool {
    items.iter().any(|item| item.as_object().is_some_and(|fields| fields.len() > 1))
}

fn inline(name: &str, value: &Value) -> String {
    match value {
        Value::Null => "\"\"".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(day) if DAYS.contains(&name) && day.parse::<NaiveDate>().is_ok() => day.clone(),
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| inline(name, item)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Object(fields) => {
            let fields = ordered(fields).into_iter();
            let fields: Vec<String> =
                fields.map(|(name, value)| format!("{} = {}", key(name), inline(name, value))).collect();
            format!("{{ {} }}", fields.join(", "))
        }
    }
}

/// The fields that say something, in the order in which people write them.
fn ordered(fields: &Map<String, Value>) -> Vec<(&str, &Value)> {
    let place = |name: &str| ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
    let mut found: Vec<(&str, &Value)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value))
        .filter(|(_, value)| !value.is_null())
        .collect();
    found.sort_by_key(|(name, _)| (place(name), *name));
    found
}

/// A name of letters, digits, `-` and `_` stands as it is.
fn key(name: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    if !name.is_empty() && name.chars().all(plain) { name.to_owned() } else { quoted(name) }
}

/// What JSON escapes TOML escapes alike, and one more character.
fn quoted(text: &str) -> String {
    Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests {
    use super::*;
    use congvan::Lang;
    use congvan::text::read::Format;
    use std::path::{Path, PathBuf};

    fn mandates(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                mandates(&path, found);
            } else if name.ends_with(".toml") && !name.starts_with("directory") && !name.contains("project") {
                found.push(path);
            }
        }
    }

    fn read(name: &str, text: &str) -> Mandate {
        Mandate::read(name, text, Format::Toml).unwrap_or_else(|errors| panic!("{errors}\n{text}")).value
    }

    #[test]
    fn what_is_written_of_every_example_is_read_as_the_same_mandate() {
        let mut files = Vec::new();
        mandates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples"), &mut files);
        assert!(files.len() >= 20, "{files:?}");
        for file in files {
            let name = file.display().to_string();
            let mandate = read(&name, &std::fs::read_to_string(&file).unwrap());
            let text = written(
                &mandate,
                |part| Some(Text::new(part.to_owned(), "Part\nof it")),
                &Screen::new(Lang::En, false),
            );
            assert_eq!(read(&name, &text), mandate, "{text}");
        }
    }

    #[test]
    fn texts_with_every_kind_of_sign_and_names_that_need_quotes_come_back() {
        let mut mandate = read("m.toml", include_str!("mandate.vi.toml"));
        mandate.header.subject = "\"Trích\\yếu\"\n\t\u{7f}\u{1} 2024-04-03".to_owned();
        mandate.header.place = Some("2024-04-03".to_owned());
        let rules =
            r#"{"kind": "per_performer", "rules": {"so.y-te": {"kind": "on", "date": "2024-04-03"}}}"#;
        mandate.assignments[0].deadline = serde_json::from_str(rules).unwrap();
        let text = written(&mandate, |_| None, &Screen::new(Lang::Vi, false));
        assert_eq!(read("m.toml", &text), mandate, "{text}");
        assert!(text.contains("rules = { \"so.y-te\" = { kind = \"on\", date = 2024-04-03 } }"), "{text}");
    }
}
