//! The words for what a reader expected, for people who do not know the program's types.

use super::error::InputError;
use super::fault::{Hint, Reason, both_languages};
use super::nearest::nearest;
use super::place::Source;
use super::tree::{Spot, Tree};
use crate::lang::Text;

const NOTHING: Text = Text::fixed("", "");

/// The error that tells a fault.
pub(super) fn error(source: &Source, tree: &Tree, spot: Spot, hint: Hint, reason: &Reason) -> InputError {
    let place = source.place(tree, spot);
    let mut found = source.snippet(tree, spot.id);
    let mut expected = NOTHING;
    let mut remedy = None;
    let what = match reason {
        Reason::WrongType { expecting, .. } => {
            expected = wanted(hint, expecting);
            Text::fixed("sai kiểu dữ liệu", "the value is of the wrong kind")
        }
        Reason::WrongValue { expecting, .. } => {
            expected = wanted(hint, expecting);
            Text::fixed("giá trị không được chấp nhận", "the value is not accepted")
        }
        Reason::WrongLength { len, expecting } => {
            expected = wanted(hint, expecting);
            Text::new(format!("danh sách có {len} phần tử"), format!("the list has {len} members"))
        }
        Reason::TooLong { len, wanted } => {
            expected = Text::new(format!("{wanted} phần tử"), format!("{wanted} members"));
            Text::new(format!("danh sách có {len} phần tử"), format!("the list has {len} members"))
        }
        Reason::UnknownVariant { name, known } => {
            found.clone_from(name);
            expected = one_of(known);
            remedy = meant(name, known);
            Text::new(format!("không có giá trị `{name}`"), format!("there is no value `{name}`"))
        }
        Reason::UnknownField { name, known } => {
            found.clone_from(name);
            expected = if known.is_empty() {
                Text::fixed("không có trường nào", "no field at all")
            } else {
                one_of(known)
            };
            remedy = meant(name, known).or(Some(Text::fixed("hãy bỏ trường này", "remove the field")));
            Text::new(format!("không có trường `{name}`"), format!("there is no field `{name}`"))
        }
        Reason::MissingField(field) => {
            found.clear();
            expected = Text::new(format!("trường `{field}`"), format!("the field `{field}`"));
            remedy = Some(Text::new(format!("hãy bổ sung `{field}`"), format!("add `{field}`")));
            Text::new(format!("thiếu trường `{field}`"), format!("the field `{field}` is missing"))
        }
        Reason::DuplicateField(field) => {
            found = (*field).to_owned();
            remedy = Some(Text::fixed("chỉ giữ lại một lần", "keep one of the two"));
            Text::new(format!("`{field}` được ghi hai lần"), format!("`{field}` is written twice"))
        }
        Reason::NotOneVariant => {
            expected = wanted(hint, "");
            Text::fixed("sai kiểu dữ liệu", "the value is of the wrong kind")
        }
        Reason::Custom(message) => custom(message),
    };
    InputError { place, found, expected, what, remedy }
}

/// The error for a text whose reading came to no end; it is never met unless a type reads itself differently each time.
pub(super) fn unreadable(source: &Source) -> InputError {
    InputError {
        place: source.at(0, String::new()),
        found: String::new(),
        expected: NOTHING,
        what: Text::fixed("không đọc được nội dung", "the content cannot be read"),
        remedy: None,
    }
}

/// The words of a message from a type's own rules; those of the libraries are translated, the project's carry both languages.
fn custom(message: &str) -> Text {
    if message.starts_with("data did not match any variant") {
        return Text::fixed(
            "nội dung không thuộc dạng nào được chấp nhận",
            "the content has none of the accepted forms",
        );
    }
    match message {
        "input contains invalid characters" => Text::fixed(
            "ngày giờ có ký tự không hợp lệ; hãy viết như `2024-03-25`",
            "the date or time contains invalid characters; write it like `2024-03-25`",
        ),
        "input is out of range" => {
            Text::fixed("không có ngày giờ này trong lịch", "there is no such date or time in the calendar")
        }
        "premature end of input" => Text::fixed(
            "ngày giờ viết thiếu; hãy viết như `2024-03-25`",
            "the date or time is incomplete; write it like `2024-03-25`",
        ),
        "trailing input" => Text::fixed(
            "có ký tự thừa sau ngày giờ; hãy viết như `2024-03-25`",
            "the date or time is followed by too much; write it like `2024-03-25`",
        ),
        _ => both_languages(message),
    }
}

fn meant(written: &str, known: &[&str]) -> Option<Text> {
    let word = nearest(written, known)?;
    Some(Text::new(format!("có phải ý là `{word}`?"), format!("did you mean `{word}`?")))
}

fn one_of(known: &[&str]) -> Text {
    let quoted = known.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match known.len() {
        0 | 1 => Text::new(quoted.clone(), quoted),
        _ => Text::new(format!("một trong {quoted}"), format!("one of {quoted}")),
    }
}

/// What was asked for; where the reader gave no hint, what its own words say.
fn wanted(hint: Hint, expecting: &str) -> Text {
    match hint {
        Hint::Any => by_words(expecting),
        Hint::Bool => Text::fixed("`true` hoặc `false`", "`true` or `false`"),
        Hint::Integer { least, most } => Text::new(
            format!("số nguyên từ {least} đến {most}"),
            format!("a whole number from {least} to {most}"),
        ),
        Hint::Float => Text::fixed("một số", "a number"),
        Hint::Letter => Text::fixed("đúng một ký tự", "exactly one character"),
        Hint::Text => by_words(if expecting.is_empty() { "a string" } else { expecting }),
        Hint::Nothing => Text::fixed("không có nội dung kèm theo", "no content"),
        Hint::List => Text::fixed("một danh sách", "a list"),
        Hint::Tuple(len) => Text::new(format!("danh sách {len} phần tử"), format!("a list of {len} members")),
        Hint::Map => Text::fixed("một bảng", "a table"),
        Hint::Struct(fields) => {
            let fields = one_of(fields);
            Text::new(
                format!("một bảng có các trường trong số: {}", fields.vi),
                format!("a table with fields out of: {}", fields.en),
            )
        }
        Hint::Enum(variants) => one_of(variants),
    }
}

/// The words of a reader's own expectation, without the names of the program's types.
fn by_words(expecting: &str) -> Text {
    let first = expecting.split(' ').next().unwrap_or_default();
    match (expecting, first) {
        ("a string" | "a borrowed string" | "string", _) => {
            Text::fixed("chuỗi ký tự trong ngoặc kép", "text in quotes")
        }
        ("a boolean", _) => Text::fixed("`true` hoặc `false`", "`true` or `false`"),
        ("a map", _) | (_, "struct" | "internally" | "adjacently") => Text::fixed("một bảng", "a table"),
        ("a sequence", _) | (_, "tuple") => Text::fixed("một danh sách", "a list"),
        ("f32" | "f64", _) => Text::fixed("một số", "a number"),
        ("i8" | "i16" | "i32" | "i64" | "i128" | "u8" | "u16" | "u32" | "u64" | "u128" | "usize", _) => {
            Text::fixed("một số nguyên", "a whole number")
        }
        ("a formatted date string", _) => {
            Text::fixed("ngày viết như `2024-03-25`", "a date like `2024-03-25`")
        }
        ("a formatted time string", _) => Text::fixed("giờ viết như `17:00:00`", "a time like `17:00:00`"),
        ("a formatted date and time string" | "an RFC 3339 formatted date and time string", _) => {
            Text::fixed(
                "ngày giờ viết như `2024-03-25T17:00:00+07:00`",
                "a date and time like `2024-03-25T17:00:00+07:00`",
            )
        }
        (_, "variant" | "field" | "enum") => {
            Text::fixed("một tên đã được định sẵn", "one of the defined names")
        }
        ("unit" | "unit variant", _) => Text::fixed("không có nội dung kèm theo", "no content"),
        _ => Text::new(expecting.to_owned(), expecting.to_owned()),
    }
}
