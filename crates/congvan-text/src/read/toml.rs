//! The tree of a TOML text, made from the spanned tables of the `toml` crate.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::{DeFloat, DeInteger, DeTable, DeValue};

use super::collect::Parsed;
use super::letter;
use super::place::clip;
use super::syntax::Slip;
use super::tree::{Id, Number, Step, Tree, Value};
use super::{MAX_DEPTH, MAX_ERRORS};
use crate::lang::Text;

mod statement;
#[cfg(test)]
mod tests;
mod words;

use statement::Statement;

/// Parses a whole text.
///
/// # Errors
/// Every slip of the syntax that does not follow from another one.
pub(super) fn parse(text: &str) -> Result<Parsed, Vec<Slip>> {
    let (table, broken) = DeTable::parse_recoverable(text);
    if !broken.is_empty() {
        // What the parser made up to go on says nothing about the text.
        take_apart(table);
        return Err(independent(text, &broken));
    }
    let mut slips = Vec::new();
    let mut tree = Tree::default();
    grow(&mut tree, table, &mut slips);
    if slips.is_empty() { Ok(Parsed { tree, slips }) } else { Err(slips) }
}

/// The slips that do not follow from one another: those of each statement that is broken by itself, up to the first that leaves
/// the parser astray; and what the sound statements have among them, such as a name that is written twice.
///
/// No more statements are told than a reading has errors; what lies behind them is not looked at.
fn independent(text: &str, broken: &[toml::de::Error]) -> Vec<Slip> {
    let statements = statement::statements(text);
    let stumbled: BTreeSet<usize> =
        broken.iter().map(|error| statement_at(&statements, start_of(error))).collect();
    let mut slips = Vec::new();
    let mut rest = String::with_capacity(text.len());
    let mut mended = BTreeSet::new();
    for (at, found) in statements.iter().enumerate() {
        if mended.len() >= MAX_ERRORS {
            break;
        }
        let lines = text.get(found.range.clone()).unwrap_or_default();
        let is_suspect = found.is_torn || stumbled.contains(&at);
        let own = if is_suspect { alone(lines, found) } else { Vec::new() };
        if own.is_empty() {
            rest.push_str(lines);
        } else {
            slips.extend(own);
            mended.insert(at);
            // As long as it was, so that every place after it stays.
            rest.extend(lines.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        }
    }
    slips.extend(among(&rest, &statements, &mended));
    slips
}

fn start_of(error: &toml::de::Error) -> usize {
    error.span().unwrap_or_default().start
}

/// The number of the statement in which a byte lies.
fn statement_at(statements: &[Statement], byte: usize) -> usize {
    let last = statements.len().saturating_sub(1);
    statements.partition_point(|found| found.range.end <= byte).min(last)
}

/// The slips of a statement that is read as if there was nothing around it, up to the first that is more than a wrong value.
fn alone(lines: &str, found: &Statement) -> Vec<Slip> {
    let mut told = slips_of(lines.trim_end());
    told.sort_by_key(|slip| slip.byte);
    let astray = told.iter().position(|slip| !words::is_of_a_value(&slip.what));
    told.truncate(astray.map_or(told.len(), |at| at.saturating_add(1)));
    for slip in &mut told {
        slip.byte = slip.byte.saturating_add(found.range.start);
    }
    if let (Some(opened), Some(last)) = (found.unclosed, told.last_mut()) {
        // The parser tells it at the end of the text.
        last.byte = opened;
    }
    told
}

/// Everything that the parser has to say about a text.
fn slips_of(text: &str) -> Vec<Slip> {
    broken_in(text).iter().map(|error| slip(text, error)).collect()
}

fn broken_in(text: &str) -> Vec<toml::de::Error> {
    let (table, broken) = DeTable::parse_recoverable(text);
    take_apart(table);
    broken
}

/// Lets go of the tables without recursion, so that no depth of a text can exhaust the stack.
fn take_apart(table: Spanned<DeTable<'_>>) {
    let mut pending = vec![DeValue::Table(table.into_inner())];
    while let Some(value) = pending.pop() {
        match value {
            DeValue::Array(members) => pending.extend(members.into_iter().map(Spanned::into_inner)),
            DeValue::Table(entries) => {
                pending.extend(entries.into_iter().map(|(_, value)| value.into_inner()));
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }
}

/// The slips among sound statements, without those under a header that is broken or told itself: its fields stand in a table
/// that is not theirs.
fn among(rest: &str, statements: &[Statement], mended: &BTreeSet<usize>) -> Vec<Slip> {
    let mut broken: Vec<(usize, toml::de::Error)> = broken_in(rest)
        .into_iter()
        .map(|error| (statement_at(statements, start_of(&error)), error))
        .collect();
    broken.sort_by_key(|(at, _)| *at);
    let told: BTreeSet<usize> = broken.iter().map(|(at, _)| *at).collect();
    let is_lost = |header: usize| mended.contains(&header) || told.contains(&header);
    let is_own = |at: usize| {
        let found = statements.get(at);
        found.is_some_and(|found| found.is_header || !found.under.is_some_and(is_lost))
    };
    let mut kept = BTreeSet::new();
    let own = broken.iter().filter(|(at, _)| is_own(*at));
    let few = own.take_while(|(at, _)| {
        kept.insert(*at);
        kept.len() <= MAX_ERRORS
    });
    few.map(|(_, error)| slip(rest, error)).collect()
}

/// A value that waits to be entered under its parent.
struct Pending<'i> {
    parent: Id,
    step: Step,
    key_at: usize,
    depth: usize,
    value: Spanned<DeValue<'i>>,
}

/// Moves the tables into the tree without recursion, so that no depth of a text can exhaust the stack.
fn grow(tree: &mut Tree, table: Spanned<DeTable<'_>>, slips: &mut Vec<Slip>) {
    let span = table.span();
    let root = Spanned::new(span, DeValue::Table(table.into_inner()));
    let mut pending =
        vec![Pending { parent: Tree::ROOT, step: Step::Root, key_at: 0, depth: 1, value: root }];
    while let Some(Pending { parent, step, key_at, depth, value }) = pending.pop() {
        let range = value.span();
        let inner = value.into_inner();
        // Told once, where the limit is passed, and not again for every level below.
        if depth == MAX_DEPTH + 1 && matches!(inner, DeValue::Array(_) | DeValue::Table(_)) {
            slips.push(Slip::too_deep(key_at));
        }
        let (value, children) = convert(inner, range.start, slips);
        let id = tree.add(parent, step, key_at, range, value);
        pending.extend(children.into_iter().rev().map(|(step, key_at, value)| {
            let key_at = if step_has_key(&step) { key_at } else { value.span().start };
            Pending { parent: id, step, key_at, depth: depth + 1, value }
        }));
    }
}

fn step_has_key(step: &Step) -> bool {
    matches!(step, Step::Key(_))
}

type Children<'i> = Vec<(Step, usize, Spanned<DeValue<'i>>)>;

fn convert<'i>(value: DeValue<'i>, at: usize, slips: &mut Vec<Slip>) -> (Value, Children<'i>) {
    let plain = match value {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(integer) => number(integer_of(&integer), integer.as_str(), at, slips),
        DeValue::Float(float) => number(float_of(&float), float.as_str(), at, slips),
        DeValue::Boolean(value) => Value::Bool(value),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(members) => {
            let children = members
                .into_iter()
                .enumerate()
                .map(|(index, member)| (Step::Index(index), 0, member))
                .collect();
            return (Value::List(Vec::new()), children);
        }
        DeValue::Table(entries) => {
            let mut children: Children<'_> = entries
                .into_iter()
                .map(|(key, value)| (key.span().start, key.into_inner(), value))
                .map(|(at, key, value)| (Step::Key(key.into_owned()), at, value))
                .collect();
            children.sort_by_key(|(_, at, _)| *at);
            return (Value::Table(Vec::new()), children);
        }
    };
    (plain, Vec::new())
}

fn number(number: Option<Number>, written: &str, at: usize, slips: &mut Vec<Slip>) -> Value {
    let Some(number) = number else {
        let what = Text::fixed("số quá lớn", "the number is too large");
        slips.push(Slip { found: clip(written), ..Slip::new(at, what) });
        return Value::Null;
    };
    Value::Number(number)
}

fn integer_of(integer: &DeInteger<'_>) -> Option<Number> {
    let (text, radix) = (integer.as_str(), integer.radix());
    i64::from_str_radix(text, radix)
        .map(Number::Signed)
        .or_else(|_| u64::from_str_radix(text, radix).map(Number::Unsigned))
        .or_else(|_| i128::from_str_radix(text, radix).map(Number::LongSigned))
        .or_else(|_| u128::from_str_radix(text, radix).map(Number::LongUnsigned))
        .ok()
}

fn float_of(float: &DeFloat<'_>) -> Option<Number> {
    let value: f64 = float.as_str().parse().ok()?;
    (value.is_finite() || float.as_str().contains("inf") || value.is_nan()).then_some(Number::Float(value))
}

/// The text around what the parser stumbled over.
struct Around<'t> {
    before: &'t str,
    written: &'t str,
    after: &'t str,
}

/// What the parser said, in the words of both languages.
fn slip(text: &str, error: &toml::de::Error) -> Slip {
    let span = error.span().unwrap_or(0..0);
    let written = text.get(span.clone()).unwrap_or_default();
    let message = error.message();
    if message.starts_with("duplicate key") {
        return Slip::duplicate_key(span.start, written.trim(), String::new());
    }
    // The parser's own limit lies beyond ours.
    if message.contains("recurse") || message.contains("recursion") {
        return Slip::too_deep(span.start);
    }
    let (said, wanted) = message.split_once(", expected ").unwrap_or((message, ""));
    let (before, after) = text.split_at_checked(span.start).unwrap_or((text, ""));
    let around = Around { before, written, after };
    if let Some(slip) = of_a_letter(span.start, said, wanted, &around) {
        return slip;
    }
    let (said, wanted) = words::plain(said, wanted, &around);
    let (what, expected) = (words::clause(said), words::wanted(wanted));
    Slip { found: clip(written.trim()), expected, remedy: words::remedy(said), ..Slip::new(span.start, what) }
}

/// The slip of one character, where that is what the parser stumbled over.
fn of_a_letter(at: usize, said: &str, wanted: &str, around: &Around<'_>) -> Option<Slip> {
    if (said, wanted) == ("invalid value", "unicode hexadecimal value") {
        // The parser stops behind the `\u` or `\U`.
        let begin = around.before.rfind('\\')?;
        let digits = if around.before.ends_with('U') { 8 } else { 4 };
        let rest = around.after.get(..digits).unwrap_or(around.after);
        let escaped = format!("{}{rest}", around.before.get(begin..)?);
        return Some(no_letter(begin, letter::escape(&escaped, digits)));
    }
    if said.starts_with("carriage return") {
        return None;
    }
    let stumbled = if around.written.is_empty() { around.after.get(..1)? } else { around.written };
    let mut letters = stumbled.char_indices();
    // Ends of lines are part of every text; what is wrong with one the parser says itself.
    let (byte, found) = letters.find(|(byte, found)| {
        let is_end = *found == '\r' && around.after.get(*byte..).is_some_and(|rest| rest.starts_with("\r\n"));
        found.is_ascii_control() && !matches!(found, '\t' | '\n') && !is_end
    })?;
    let is_escapable = matches!(said, "invalid basic string" | "invalid multi-line basic string");
    Some(letter::control(at.saturating_add(byte), found, is_escapable))
}

/// The slip of an escape by number that is no character.
fn no_letter(at: usize, escape: &str) -> Slip {
    if letter::is_half(escape) {
        let remedy = Text::fixed(
            "hãy viết thẳng ký tự đó, hoặc cả mã như `\\U0001F600`",
            "write the character itself, or its whole code such as `\\U0001F600`",
        );
        return letter::half(at, escape, remedy);
    }
    letter::none(at, escape)
}
