//! `congvan log`: what happened, event by event.

use congvan::{Directive, Directory, Register, Say as _};

use super::directive_id;
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen};

/// How many records are read at a time.
const PAGE: usize = 1_000;

pub(super) fn log(register: &Register, directive: &str, after: u64, screen: &Screen) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    register.ask(id, |_| ())?;
    let directory = register.directory();
    let mut rows = Vec::new();
    let mut folded = Directive::new(id);
    let mut seen = 0;
    loop {
        let page = register.log(id, seen, PAGE)?;
        if page.is_empty() {
            break;
        }
        for record in page {
            seen = record.sequence();
            folded = folded.evolve(record.stamp(), record.event()).map_err(|error| Failure::store(&error))?;
            if seen <= after {
                continue;
            }
            if screen.json() {
                screen.line(record.to_json_line());
                continue;
            }
            rows.push(row(&record, &folded, &directory, screen));
        }
    }
    if !screen.json() {
        let heading = [
            ("Số", "No."),
            ("Thời điểm", "When"),
            ("Ai", "Who"),
            ("Tư cách", "As"),
            ("Sự kiện", "Event"),
            ("Nội dung", "What"),
        ];
        screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows);
    }
    Ok(())
}

fn row(
    record: &congvan::store::Record,
    folded: &Directive,
    directory: &Directory,
    screen: &Screen,
) -> Vec<(String, Mood)> {
    let stamp = record.stamp();
    let called = Called::on(directory, stamp.effective_at.date());
    let name = record.event().name();
    let named = record.event().to_named(folded);
    let content = named.as_object().and_then(|event| event.values().next()).map(brief).unwrap_or_default();
    vec![
        (record.sequence().to_string(), Mood::Faint),
        (stamp.recorded_at.civil().format("%d/%m/%Y %H:%M").to_string(), Mood::Plain),
        (called.person(stamp.actor.person), Mood::Plain),
        (stamp.authority.in_lang(screen.lang()), Mood::Faint),
        (screen.named(name.vi(), name.as_str()), Mood::Plain),
        (content, Mood::Plain),
    ]
}

/// The fields of an event in a line: texts, numbers, and how many there are of everything else.
fn brief(value: &serde_json::Value) -> String {
    let Some(fields) = value.as_object() else { return String::new() };
    let shown = fields.iter().filter_map(|(name, value)| match value {
        serde_json::Value::String(text) if text.starts_with("sha256:") => None,
        serde_json::Value::String(text) => {
            Some(format!("{name}: {}", text.chars().take(60).collect::<String>()))
        }
        serde_json::Value::Array(items) if !items.is_empty() => Some(format!("{name}: {}", items.len())),
        serde_json::Value::Number(number) => Some(format!("{name}: {number}")),
        serde_json::Value::Bool(true) => Some(name.clone()),
        serde_json::Value::Bool(false)
        | serde_json::Value::Null
        | serde_json::Value::Array(_)
        | serde_json::Value::Object(_) => None,
    });
    shown.collect::<Vec<_>>().join(", ")
}
