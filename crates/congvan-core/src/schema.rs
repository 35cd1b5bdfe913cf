//! The JSON Schemas of what crosses the border of the core.

use serde_json::{Value, json};

fn of<T: schemars::JsonSchema>() -> Value {
    schemars::schema_for!(T).to_value()
}

/// The schema of a calendar file.
#[must_use]
pub fn calendar() -> Value {
    of::<congvan_calendar::data::CalendarData>()
}

/// The schema of a command, with positions in place of names; people may write names (see
/// [`crate::Command::from_named`]).
#[must_use]
pub fn command() -> Value {
    of::<crate::Command>()
}

/// The schema of a command as people write it: wherever a position or a content hash stands, the name may stand that
/// [`crate::Command::from_named`] understands.
#[must_use]
pub fn written_command() -> Value {
    let mut schema = command();
    for (definition, name) in names() {
        if let Some(found) = schema.pointer_mut(&format!("/$defs/{definition}")) {
            let stored = found.take();
            *found = json!({ "anyOf": [stored, name] });
        }
    }
    schema
}

/// What may be written in place of a stored value, by the definition of that value.
fn names() -> [(&'static str, Value); 3] {
    let id = "[A-Za-z0-9._-]{1,39}";
    [
        (
            "ObligationId",
            json!({
                "description": "The key of the obligation: performer/assignment, or performer/assignment/field where it is owed in a field; an outside party is written party:ID.",
                "examples": ["so-y-te/1b", "so-y-te/1a/cchc", "party:hiep-hoi/3"],
                "pattern": format!("^(party:)?{id}(/{id}){{1,2}}(@[0-9]{{1,5}})?$"),
                "type": "string",
            }),
        ),
        (
            "MeetingIndex",
            json!({
                "description": "The identifier of the meeting in the mandate.",
                "examples": ["hop-quy-1"],
                "pattern": format!("^{id}$"),
                "type": "string",
            }),
        ),
        (
            "ContentHash",
            json!({
                "description": "`text:` and a text stands for the hash of that text; `current` for the hash of the revision that is to be vetted.",
                "examples": ["text:the report", "current"],
                "pattern": "^(text:|current$)",
                "type": "string",
            }),
        ),
    ]
}

/// The schema of an event as the log keeps it.
#[must_use]
pub fn event() -> Value {
    of::<crate::Event>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::tests::desk::{Desk, submit};
    use serde_json::json;

    /// Whether the schema takes the value.
    fn takes(schema: &Value, value: &Value) -> bool {
        jsonschema::validator_for(schema).unwrap().is_valid(value)
    }

    #[test]
    fn each_schema_takes_what_it_is_for_and_nothing_of_the_others() {
        let mut desk = Desk::issued();
        let submit = submit(desk.id("sa/a/f"), "sa", "x");
        desk.submit("sa/a/f", "2024-03-25T08:00");
        let events: Vec<Value> =
            desk.events.iter().map(|(_, event)| serde_json::to_value(event).unwrap()).collect();
        let days = json!({"name": "vn-2026.1"});
        let (calendar, command, event) = (calendar(), command(), event());
        assert!(takes(&command, &submit) && takes(&calendar, &days));
        assert!(events.iter().all(|found| takes(&event, found)));
        assert!(!takes(&event, &submit) && !takes(&calendar, &submit));
        assert!(!events.iter().any(|found| takes(&command, found) || takes(&calendar, found)));
        assert!(!takes(&command, &days) && !takes(&event, &days));
    }

    #[test]
    fn what_people_write_is_taken_in_both_forms_and_means_something_to_a_directive() {
        let desk = Desk::issued();
        let (stored, written) = (command(), written_command());
        let hash = crate::ContentHash::of(b"x");
        let mut sent = submit(desk.id("sa/a/f"), "sa", "x");
        sent["submit"]["obligation"] = json!("sa/a/f");
        sent["submit"]["joint"] = json!(["sb/a/f"]);
        sent["submit"]["hash"] = json!("text:x");
        let named = [
            (json!({"start_draft": {"obligation": "sa/a/f"}}), json!({"start_draft": {"obligation": 3}})),
            (json!({"start_draft": {"obligation": "sa/ask@0"}}), json!({"start_draft": {"obligation": 3}})),
            (
                json!({"annotate": {"about": "sa/ask", "text": "x"}}),
                json!({"annotate": {"about": null, "text": "x"}}),
            ),
            (
                json!({"cancel": {"meeting": "m", "reason": "x"}}),
                json!({"cancel": {"meeting": 0, "reason": "x"}}),
            ),
            (
                json!({"conclude": {"carried": [{"into": "7/UBND", "obligation": "sa/a/f"}]}}),
                json!({"conclude": {"carried": [{"into": "7/UBND", "obligation": 0}]}}),
            ),
            (sent, submit(desk.id("sa/a/f"), "sa", "x")),
        ];
        for (name, position) in named {
            assert!(takes(&written, &name) && !takes(&stored, &name), "{name}");
            assert!(takes(&written, &position) && takes(&stored, &position), "{position}");
            crate::Command::from_named(name, desk.directive()).unwrap();
        }
        let accept =
            |obligation: &str, hash: &Value| json!({"accept": {"hash": hash, "obligation": obligation}});
        for (obligation, good) in
            [("sa/a", json!("current")), ("party:vnpt/a", json!("text:")), ("sa/a@2", json!(hash))]
        {
            let found = accept(obligation, &good);
            assert!(takes(&written, &found), "{found}");
            crate::Command::check_named(found).unwrap();
        }
        for (obligation, bad) in [
            ("sa", json!("current")),
            ("sa/a/f/g", json!("current")),
            ("sa/a@x", json!("current")),
            ("sa/a", json!("currently")),
            ("sa/a", json!("md5:0")),
        ] {
            let found = accept(obligation, &bad);
            assert!(!takes(&written, &found), "{found}");
            crate::Command::check_named(found).unwrap_err();
        }
    }

    /// Every place of a schema that refers to a definition: the name of the field that holds it.
    fn referring(value: &Value, definition: &str, field: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                let refers = fields.get("$ref").and_then(Value::as_str);
                if refers == Some(&format!("#/$defs/{definition}")) {
                    found.push(field.to_owned());
                }
                for (name, value) in fields {
                    // What is between a field and its type has no name of its own.
                    let inner = if matches!(name.as_str(), "items" | "anyOf") { field } else { name };
                    referring(value, definition, inner, found);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| referring(item, definition, field, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    #[test]
    fn a_name_may_stand_in_every_field_that_the_schema_says_so_of() {
        for (definition, fields) in [
            ("ObligationId", vec!["about", "carried", "joint", "obligation", "obligations"]),
            ("MeetingIndex", vec!["meeting"]),
            ("ContentHash", vec!["hash"]),
        ] {
            let mut found = Vec::new();
            referring(&command(), definition, "", &mut found);
            found.sort_unstable();
            found.dedup();
            assert_eq!(found, fields, "{definition}");
        }
    }
}
