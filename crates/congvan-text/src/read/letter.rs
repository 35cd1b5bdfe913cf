//! What is said about one character: that it may not stand there, that it is only half of one, or that there is none.

use super::syntax::Slip;
use crate::lang::Text;

/// A character without a form of its own; in a string with escapes it can be written as one.
pub(super) fn control(byte: usize, letter: char, is_escapable: bool) -> Slip {
    let code = u32::from(letter);
    let what = Text::new(
        format!("không được dùng ký tự điều khiển U+{code:04X}"),
        format!("the control character U+{code:04X} is not allowed"),
    );
    let remedy = if is_escapable {
        Text::new(
            format!("hãy viết `\\u{code:04x}` hoặc bỏ ký tự này"),
            format!("write `\\u{code:04x}`, or remove it"),
        )
    } else {
        Text::fixed("hãy bỏ ký tự này", "remove it")
    };
    Slip { remedy: Some(remedy), ..Slip::new(byte, what) }
}

/// An escape for one half of a pair that makes a character in UTF-16, without the other half.
pub(super) fn half(byte: usize, written: &str, remedy: Text) -> Slip {
    let what = Text::new(
        format!("`{written}` chỉ là nửa ký tự, thiếu nửa kia của cặp"),
        format!("`{written}` is half a character, a surrogate without its other half"),
    );
    Slip { found: written.to_owned(), remedy: Some(remedy), ..Slip::new(byte, what) }
}

/// An escape for a number that no character has.
pub(super) fn none(byte: usize, written: &str) -> Slip {
    let what = Text::new(
        format!("`{written}` không phải mã của ký tự nào"),
        format!("`{written}` is the code of no character"),
    );
    let remedy = Text::fixed("hãy viết thẳng ký tự đó", "write the character itself");
    Slip { found: written.to_owned(), remedy: Some(remedy), ..Slip::new(byte, what) }
}

/// The escape with which a text begins, `\u` or `\U` and as many hexadecimal digits as there are, up to `digits`.
pub(super) fn escape(text: &str, digits: usize) -> &str {
    let written = text.bytes().skip(2).take(digits).take_while(u8::is_ascii_hexdigit).count();
    text.get(..written.saturating_add(2)).unwrap_or_default()
}

/// Whether an escape is one half of a pair: the first, or the second.
fn half_of(escape: &str) -> Option<Half> {
    match u32::from_str_radix(escape.get(2..)?, 16).ok()? {
        0xd800..=0xdbff => Some(Half::First),
        0xdc00..=0xdfff => Some(Half::Second),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    First,
    Second,
}

pub(super) fn is_half(escape: &str) -> bool {
    half_of(escape).is_some()
}

/// Where in a string of JSON, with its quotes, the first escape by number stands that is no character by itself or with the next.
pub(super) fn first_wrong(written: &str) -> Option<usize> {
    let mut waiting = None;
    let mut at = 0;
    while let Some(rest) = written.get(at..).filter(|rest| !rest.is_empty()) {
        let escape = if rest.starts_with("\\u") { escape(rest, 4) } else { "" };
        match (waiting, half_of(escape)) {
            (Some(_), Some(Half::Second)) => waiting = None,
            (Some(first), Some(Half::First) | None) => return Some(first),
            (None, Some(Half::Second)) => return Some(at),
            (None, Some(Half::First)) => waiting = Some(at),
            (None, None) if (1..6).contains(&escape.len()) => return Some(at),
            (None, None) => {}
        }
        let mut letters = rest.chars();
        let first = letters.next().map_or(1, char::len_utf8);
        let escaped = if rest.starts_with('\\') { letters.next().map_or(0, char::len_utf8) } else { 0 };
        at = at.saturating_add(escape.len().max(first.saturating_add(escaped)));
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::lang::Say as _;
    use crate::read::{Format, read};

    fn told(text: &str, format: Format) -> (String, String) {
        let errors = read::<serde_json::Value>("m", text, format).expect_err(text);
        let said = errors.say();
        (said.vi.into_owned(), said.en.into_owned())
    }

    /// Asserts what is told of a text, in Vietnamese and in English.
    fn assert_told(cases: &[(&str, &str, &str)], format: Format) {
        for (text, vi, en) in cases {
            assert_eq!(told(text, format), ((*vi).to_owned(), (*en).to_owned()), "{text:?}");
        }
    }

    #[test]
    fn half_a_character_is_told_where_it_stands() {
        let half = |column: u32, escape: &str| {
            let vi = format!(
                "m:1:{column}: `{escape}` chỉ là nửa ký tự, thiếu nửa kia của cặp; hãy viết cả hai nửa, như `\\ud83d\\ude00`, hoặc viết thẳng ký tự đó"
            );
            let en = format!(
                "m:1:{column}: `{escape}` is half a character, a surrogate without its other half; write both halves, such as `\\ud83d\\ude00`, or the character itself"
            );
            (vi, en)
        };
        for (text, column, escape) in [
            (r#""\ud800""#, 2, r"\ud800"),
            (r#""\u0041\uDBFF""#, 8, r"\uDBFF"),
            (r#""\udc00""#, 2, r"\udc00"),
            (r#""\ud83d\ude00\ude00""#, 14, r"\ude00"),
            (r#""\ud800A""#, 2, r"\ud800"),
            (r#""\ud800\n\udc00""#, 2, r"\ud800"),
            (r#""\\ud800 \ud800\ud800""#, 10, r"\ud800"),
            (r#"{"ơ\ud800": 1}"#, 4, r"\ud800"),
        ] {
            assert_eq!(told(text, Format::Json), half(column, escape), "{text}");
        }
        let whole = read::<String>("m", r#""\ud83d\ude00 \\ud800""#, Format::Json).expect("both halves");
        assert_eq!(whole.value, "😀 \\ud800");
    }

    #[test]
    fn an_escape_with_too_few_digits_is_told_where_it_stands() {
        assert_told(
            &[(
                r#""\\u \u00e9 \u12""#,
                "m:1:13: ký hiệu sau dấu `\\` không đúng, cần bốn chữ số hệ 16 sau `\\u`, thực tế là `\\u12`; hãy viết `\\\\` cho dấu gạch chéo ngược",
                "m:1:13: the escape after `\\` is wrong, expected four hexadecimal digits after `\\u`, found `\\u12`; write `\\\\` for a backslash",
            )],
            Format::Json,
        );
    }

    #[test]
    fn a_control_character_is_told_by_its_number() {
        assert_told(
            &[
                (
                    "\"x\u{0}\"",
                    "m:1:3: không được dùng ký tự điều khiển U+0000; hãy viết `\\u0000` hoặc bỏ ký tự này",
                    "m:1:3: the control character U+0000 is not allowed; write `\\u0000`, or remove it",
                ),
                (
                    "[\u{1b}1]",
                    "m:1:2: không được dùng ký tự điều khiển U+001B; hãy bỏ ký tự này",
                    "m:1:2: the control character U+001B is not allowed; remove it",
                ),
                (
                    "\"x\ny\"",
                    "m:1:3: chuỗi ký tự bị ngắt dòng; hãy viết `\\n` để xuống dòng",
                    "m:1:3: the text is broken by a new line; write `\\n` for a new line",
                ),
                (
                    "\"x\ty\"",
                    "m:1:3: chuỗi ký tự có dấu tab; hãy viết `\\t` cho dấu tab",
                    "m:1:3: the text has a tab in it; write `\\t` for a tab",
                ),
            ],
            Format::Json,
        );
        let escaped = |place: &str, code: &str| {
            let vi = format!(
                "m:{place}: không được dùng ký tự điều khiển U+{code}; hãy viết `\\u{}` hoặc bỏ ký tự này",
                code.to_lowercase()
            );
            let en = format!(
                "m:{place}: the control character U+{code} is not allowed; write `\\u{}`, or remove it",
                code.to_lowercase()
            );
            (vi, en)
        };
        for (text, place, code) in [
            ("a = \"x\u{0}\"", "1:7", "0000"),
            ("a = \"\"\"\n\u{1f}\"\"\"", "2:1", "001F"),
            ("a = [{ b = \"\u{7f}\" }]", "1:13", "007F"),
            ("\"\u{1}\" = 1", "1:2", "0001"),
            ("a = \"x\ry\"", "1:7", "000D"),
        ] {
            assert_eq!(told(text, Format::Toml), escaped(place, code), "{text:?}");
        }
        for text in ["a = '\u{0}'", "a = '''\u{0}'''", "a = \u{0}", "a\u{0} = 1", "# \u{0}", "a = 1 \u{0}"] {
            let column = text.find('\0').map_or(0, |byte| byte + 1);
            let vi = format!("m:1:{column}: không được dùng ký tự điều khiển U+0000; hãy bỏ ký tự này");
            let en = format!("m:1:{column}: the control character U+0000 is not allowed; remove it");
            assert_eq!(told(text, Format::Toml), (vi, en), "{text:?}");
        }
    }

    #[test]
    fn an_escape_of_toml_that_is_no_character_is_told_as_what_it_is() {
        assert_told(
            &[
                (
                    r#"a = "x\ud800""#,
                    "m:1:7: `\\ud800` chỉ là nửa ký tự, thiếu nửa kia của cặp; hãy viết thẳng ký tự đó, hoặc cả mã như `\\U0001F600`",
                    "m:1:7: `\\ud800` is half a character, a surrogate without its other half; write the character itself, or its whole code such as `\\U0001F600`",
                ),
                (
                    r#"a = "\UFFFFFFFF""#,
                    "m:1:6: `\\UFFFFFFFF` không phải mã của ký tự nào; hãy viết thẳng ký tự đó",
                    "m:1:6: `\\UFFFFFFFF` is the code of no character; write the character itself",
                ),
                (
                    r#"a = "C:\Users""#,
                    "m:1:10: sai cú pháp TOML (ký hiệu sau dấu `\\` không đúng), cần chữ số hệ 16; hãy viết `\\\\` cho dấu gạch chéo ngược",
                    "m:1:10: the TOML is broken (the escape after `\\` is wrong), expected hexadecimal digits; write `\\\\` for a backslash",
                ),
                (
                    r#"a = "\q""#,
                    "m:1:7: sai cú pháp TOML (ký hiệu sau dấu `\\` không đúng), cần `b`, `e`, `f`, `n`, `r`, `\\`, `\"`, `x`, `u` hoặc `U`; hãy viết `\\\\` cho dấu gạch chéo ngược",
                    "m:1:7: the TOML is broken (the escape after `\\` is wrong), expected `b`, `e`, `f`, `n`, `r`, `\\`, `\"`, `x`, `u` or `U`; write `\\\\` for a backslash",
                ),
            ],
            Format::Toml,
        );
    }
}
