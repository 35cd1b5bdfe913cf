//! Payloads that somebody has tampered with: a text emptied, a hash changed, a list cleared, a date moved.

use congvan_core::Command;
use serde_json::Value;

use super::Dice;

/// The same kind of command with one leaf changed; the command itself where the change does not read.
#[must_use]
pub fn tamper(command: Command, dice: &mut Dice) -> Command {
    let Ok(mut value) = serde_json::to_value(&command) else { return command };
    let mut leaves = 0;
    count(&value, &mut leaves);
    let mut at = dice.small(leaves);
    change(&mut value, &mut at, dice);
    serde_json::from_value(value).unwrap_or(command)
}

fn count(value: &Value, leaves: &mut usize) {
    match value {
        Value::Object(fields) => fields.values().for_each(|inner| count(inner, leaves)),
        Value::Array(items) => {
            *leaves = leaves.saturating_add(1);
            items.iter().for_each(|inner| count(inner, leaves));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            *leaves = leaves.saturating_add(1)
        }
    }
}

/// Changes the leaf that so many others come before; whether it was reached.
fn change(value: &mut Value, at: &mut usize, dice: &mut Dice) -> bool {
    if let Value::Object(fields) = value {
        return fields.values_mut().any(|inner| change(inner, at, dice));
    }
    if *at == 0 {
        *value = changed(value, dice);
        return true;
    }
    *at = at.saturating_sub(1);
    if let Value::Array(items) = value {
        items.iter_mut().any(|inner| change(inner, at, dice))
    } else {
        false
    }
}

fn changed(value: &Value, dice: &mut Dice) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Bool(truth) => Value::Bool(!truth),
        Value::Number(number) => {
            Value::from(number.as_u64().unwrap_or_default().saturating_add(dice.below(3)))
        }
        Value::Array(items) => match items.first() {
            Some(first) if dice.below(2) == 0 => Value::Array(vec![first.clone(), first.clone()]),
            Some(_) | None => Value::Array(Vec::new()),
        },
        Value::String(text) if text.starts_with("sha256:") => {
            Value::from(congvan_core::ContentHash::of(b"another").to_string())
        }
        // A date long ago or far ahead, or a time.
        Value::String(text) if text.starts_with("2024-") => {
            let year = if dice.below(2) == 0 { "2023" } else { "2025" };
            Value::from(text.replacen("2024", year, 1))
        }
        // Nothing, the directive itself, or a name of what is not there.
        Value::String(_) | Value::Object(_) => {
            Value::from(dice.pick(&["", "", "d1", "khong-co"]).copied().unwrap_or_default())
        }
    }
}
