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
}
