//! The tree of a TOML text, made from the spanned tables of the `toml` crate.

use toml::Spanned;
use toml::de::{DeFloat, DeInteger, DeTable, DeValue};

use super::MAX_DEPTH;
use super::collect::Parsed;
use super::place::clip;
use super::syntax::Slip;
use super::tree::{Id, Number, Step, Tree, Value};
use crate::lang::Text;

mod words;

/// Parses a whole text.
///
/// # Errors
/// Every slip of the syntax that the parser could tell apart.
pub(super) fn parse(text: &str) -> Result<Parsed, Vec<Slip>> {
    let (table, broken) = DeTable::parse_recoverable(text);
    let mut slips: Vec<Slip> = broken.iter().map(|error| slip(text, error)).collect();
    let mut tree = Tree::default();
    let told = slips.len();
    grow(&mut tree, table, &mut slips);
    if told > 0 {
        // What the parser made up to go on says nothing about the text.
        slips.truncate(told);
    }
    if slips.is_empty() { Ok(Parsed { tree, slips }) } else { Err(slips) }
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
    // The parser takes the nothing after `=` for a text without quotes.
    let empty = said == "string values must be quoted" && written.trim().is_empty();
    let (said, wanted) = if empty { ("missing value", "value") } else { (said, wanted) };
    let (what, expected) = (words::clause(said), words::wanted(wanted));
    let remedy = (said == "invalid unquoted key").then_some(Text::fixed(
        "hãy đặt tên trường trong dấu ngoặc kép",
        "put the field name in double quotes",
    ));
    Slip { found: clip(written.trim()), expected, remedy, ..Slip::new(span.start, what) }
}
