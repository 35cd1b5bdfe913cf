//! Commands as people write them, in JSON: what is wrong with one is told at its place in the text.

use congvan::Say as _;
use congvan::core::command::NamingError;
use congvan::core::obligation::KeyError;
use congvan::text::read::{Format, InputError, InputErrors, Read, read};
use serde_json::Value;

use crate::error::CongvanError;

/// A command as JSON; obligations may be named by key, meetings by identifier.
pub(super) fn command(text: &str, directive: &congvan::Directive) -> Result<congvan::Command, CongvanError> {
    let Read { value, places, .. } = read::<Value>("command", text, Format::Json)?;
    let written = value.clone();
    congvan::Command::from_named(value, directive).map_err(|error| match error {
        // It was read with positions in place of names, so that only the ways to its parts are those of the text.
        NamingError::Form(errors) => {
            errors.map(|error| InputError { place: places.at(&error.place.path), ..error }).into()
        }
        error @ (NamingError::Obligation { .. }
        | NamingError::Key(_)
        | NamingError::Meeting { .. }
        | NamingError::NoRevision(_)) => {
            let path = named(&error).and_then(|name| way_to(&written, name)).unwrap_or_default();
            let (place, empty) = (places.at(&path), congvan::Text::fixed("", ""));
            let wrong =
                InputError { place, found: String::new(), expected: empty, what: error.say(), remedy: None };
            InputErrors::one(wrong).into()
        }
    })
}

/// The name that a directive does not know.
fn named(error: &NamingError) -> Option<&str> {
    match error {
        NamingError::Obligation { key, directive: _ } => Some(key),
        NamingError::Key(KeyError::Parts(text) | KeyError::Id { text, .. } | KeyError::Period(text)) => {
            Some(text)
        }
        NamingError::Meeting { meeting, .. } => Some(meeting),
        NamingError::NoRevision(_) => Some("current"),
        NamingError::Form(_) => None,
    }
}

/// The way to the first part of a value that is this text.
fn way_to(value: &Value, text: &str) -> Option<String> {
    match value {
        Value::String(found) => (found == text).then(String::new),
        Value::Array(items) => {
            items.iter().enumerate().find_map(|(at, item)| Some(format!("[{at}]{}", way_to(item, text)?)))
        }
        Value::Object(fields) => fields.iter().find_map(|(field, value)| {
            let rest = way_to(value, text)?;
            let dot = if rest.is_empty() || rest.starts_with('[') { "" } else { "." };
            Some(format!("{field}{dot}{rest}"))
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
