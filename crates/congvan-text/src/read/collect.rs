//! The search for all independent errors: try, record, leave out the part at fault, try again.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use super::deserializer::At;
use super::error::{InputError, InputErrors};
use super::expected;
use super::fault::{Fault, Hint, Reason, Seen};
use super::nearest::nearest;
use super::place::{Places, Source};
use super::syntax::Slip;
use super::tree::{Id, Number, Spot, Tree, Value};
use super::{MAX_ERRORS, Read};

/// How often the reading is tried again; each try mends one thing, so that a text of many consequences still comes to an end.
const MAX_TRIES: usize = 4 * MAX_ERRORS;

/// A tree, and the slips that did not keep it from growing.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) tree: Tree,
    pub(super) slips: Vec<Slip>,
}

/// Reads the value from the tree, or tells every independent error in it.
pub(super) fn collect<T: DeserializeOwned>(source: Source, parsed: Parsed) -> Result<Read<T>, InputErrors> {
    let Parsed { mut tree, slips } = parsed;
    let mut errors: Vec<InputError> = slips.into_iter().map(|slip| slip.into_error(&source)).collect();
    for _ in 0..MAX_TRIES {
        if errors.len() >= MAX_ERRORS {
            break;
        }
        let fault = match T::deserialize(At::root(&tree)) {
            Ok(value) => match InputErrors::of(errors) {
                None => return Ok(Read { value, places: Places::new(source, tree) }),
                Some(errors) => return Err(errors),
            },
            Err(fault) => fault,
        };
        if !mend(&source, &mut tree, fault, &mut errors) {
            break;
        }
    }
    Err(InputErrors::of(errors).unwrap_or_else(|| InputErrors::one(expected::unreadable(&source))))
}

/// Records the fault, unless it follows from one already known, and takes its cause out of the tree; false when nothing is left to try.
fn mend(source: &Source, tree: &mut Tree, fault: Fault, errors: &mut Vec<InputError>) -> bool {
    let Fault { reason, at } = fault;
    let (spot, hint) = at.unwrap_or((Spot::value(Tree::ROOT), Hint::Any));
    // What cannot stand in for a missing field is no error of the text: the table around it is given up.
    if *tree.value(spot.id) == Value::Stopgap {
        let table = tree.parent(spot.id);
        return give_up(tree, table);
    }
    if let Reason::MissingField(field) = &reason {
        let field = *field;
        if !tree.is_excused(spot.id, field) {
            errors.push(expected::error(source, tree, spot, hint, &reason));
        }
        return tree.fill(spot.id, field) || give_up(tree, spot.id);
    }
    let spot = culprit(tree, spot, &reason);
    if !spot.key && tree.is_wounded(spot.id) {
        return give_up(tree, spot.id);
    }
    errors.push(expected::error(source, tree, spot, hint, &reason));
    if let Reason::UnknownField { name, known } = &reason
        && let Some(meant) = nearest(name, known)
    {
        tree.excuse(tree.parent(spot.id), meant);
    }
    give_up(tree, spot.id)
}

fn give_up(tree: &mut Tree, id: Id) -> bool {
    tree.leave_out(id);
    id != Tree::ROOT
}

/// The value that a fault is really about, when serde read a whole table ahead and lost the way to the part of it.
fn culprit(tree: &Tree, spot: Spot, reason: &Reason) -> Spot {
    if spot.key || !matches!(tree.value(spot.id), Value::Table(_) | Value::List(_)) {
        return spot;
    }
    let found = match reason {
        Reason::UnknownField { name, .. } => only(tree, spot.id, |id| tree.key(id) == name).map(Spot::key),
        Reason::UnknownVariant { name, .. } => {
            let text = Seen::Text(name.clone());
            only(tree, spot.id, |id| shows(tree.value(id), &text))
                .map(Spot::value)
                .or_else(|| only(tree, spot.id, |id| tree.key(id) == name).map(Spot::key))
        }
        Reason::WrongType { seen, .. } | Reason::WrongValue { seen, .. } => {
            only(tree, spot.id, |id| shows(tree.value(id), seen)).map(Spot::value)
        }
        Reason::Custom(message) => {
            only(tree, spot.id, |id| is_quoted(tree.value(id), message)).map(Spot::value)
        }
        Reason::WrongLength { .. }
        | Reason::MissingField(_)
        | Reason::DuplicateField(_)
        | Reason::NotOneVariant
        | Reason::TooLong { .. } => None,
    };
    found.unwrap_or(spot)
}

/// The only node below this one that fits.
fn only(tree: &Tree, id: Id, fits: impl Fn(Id) -> bool) -> Option<Id> {
    let mut found = BTreeSet::new();
    let mut pending: Vec<Id> = tree.live(id).collect();
    while let Some(id) = pending.pop() {
        if fits(id) {
            found.insert(id);
        }
        pending.extend(tree.live(id));
    }
    let first = found.pop_first();
    first.filter(|_| found.is_empty())
}

fn shows(value: &Value, seen: &Seen) -> bool {
    match (value, seen) {
        (Value::Bool(value), Seen::Bool(seen)) => value == seen,
        (Value::Number(Number::Signed(value)), Seen::Integer(seen)) => i128::from(*value) == *seen,
        (Value::Number(Number::Unsigned(value)), Seen::Integer(seen)) => i128::from(*value) == *seen,
        (Value::Number(Number::Float(value)), Seen::Float(seen)) => value == seen,
        (Value::Text(value), Seen::Text(seen)) => value == seen,
        (
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::List(_)
            | Value::Table(_)
            | Value::Stopgap,
            _,
        ) => false,
    }
}

/// Whether a message quotes a value in backticks.
fn is_quoted(value: &Value, message: &str) -> bool {
    match value {
        Value::Text(text) => !text.is_empty() && message.contains(&format!("`{text}`")),
        Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::List(_)
        | Value::Table(_)
        | Value::Stopgap => false,
    }
}
