//! The JSON Schemas of what crosses the border of the core.

use serde_json::Value;

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

/// The schema of an event as the log keeps it.
#[must_use]
pub fn event() -> Value {
    of::<crate::Event>()
}
