//! The parser of JSON that keeps where each value stands; numbers and strings follow `serde_json`, which reads them.

use std::collections::BTreeSet;

use super::collect::Parsed;
use super::letter;
use super::place::clip;
use super::syntax::Slip;
use super::tree::{Id, Number, Step, Tree, Value};
use super::{MAX_DEPTH, MAX_ERRORS};
use crate::lang::Text;

/// Parses a whole text.
///
/// # Errors
/// The first slip of the syntax; a JSON text after it cannot be trusted.
pub(super) fn parse(text: &str) -> Result<Parsed, Vec<Slip>> {
    let mut parser = Parser { text, at: 0, tree: Tree::default(), duplicates: Vec::new() };
    parser.document().map_err(|slip| vec![*slip])?;
    Ok(Parsed { tree: parser.tree, slips: parser.duplicates })
}

const VALUE: Text = Text::fixed("một giá trị", "a value");

/// Boxed, so that the many results without a slip stay small.
type Parse<T> = Result<T, Box<Slip>>;

struct Parser<'t> {
    text: &'t str,
    at: usize,
    tree: Tree,
    duplicates: Vec<Slip>,
}

impl Parser<'_> {
    fn document(&mut self) -> Parse<()> {
        self.skip_space();
        let key_at = self.at;
        self.value(Tree::ROOT, Step::Root, key_at, 1)?;
        self.skip_space();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.unexpected(Text::fixed("hết tệp", "the end of the file"))),
        }
    }

    fn value(&mut self, parent: Id, step: Step, key_at: usize, depth: usize) -> Parse<Id> {
        let start = self.at;
        let value = match self.peek() {
            Some(b'{' | b'[') if depth > MAX_DEPTH => return Err(Box::new(Slip::too_deep(start))),
            Some(b'{') => return self.table(parent, step, key_at, depth),
            Some(b'[') => return self.list(parent, step, key_at, depth),
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(b't') => self.word("true", Value::Bool(true))?,
            Some(b'f') => self.word("false", Value::Bool(false))?,
            Some(b'n') => self.word("null", Value::Null)?,
            Some(_) | None => return Err(self.unexpected(VALUE)),
        };
        Ok(self.tree.add(parent, step, key_at, start..self.at, value))
    }

    fn list(&mut self, parent: Id, step: Step, key_at: usize, depth: usize) -> Parse<Id> {
        let id = self.tree.add(parent, step, key_at, self.at..self.at, Value::List(Vec::new()));
        self.at += 1;
        self.skip_space();
        let mut index = 0;
        while self.peek() != Some(b']') || index > 0 {
            let start = self.at;
            self.value(id, Step::Index(index), start, depth + 1)?;
            index += 1;
            if !self.comma(b']', Text::fixed("`,` hoặc `]`", "`,` or `]`"))? {
                break;
            }
        }
        self.at += 1;
        self.tree.close(id, self.at);
        Ok(id)
    }

    fn table(&mut self, parent: Id, step: Step, key_at: usize, depth: usize) -> Parse<Id> {
        let id = self.tree.add(parent, step, key_at, self.at..self.at, Value::Table(Vec::new()));
        self.at += 1;
        self.skip_space();
        let mut known: BTreeSet<String> = BTreeSet::new();
        let mut first = true;
        while self.peek() != Some(b'}') || !first {
            first = false;
            self.entry(id, depth, &mut known)?;
            if !self.comma(b'}', Text::fixed("`,` hoặc `}`", "`,` or `}`"))? {
                break;
            }
        }
        self.at += 1;
        self.tree.close(id, self.at);
        Ok(id)
    }

    fn entry(&mut self, table: Id, depth: usize, known: &mut BTreeSet<String>) -> Parse<()> {
        let key_at = self.at;
        if self.peek() != Some(b'"') {
            return Err(self
                .unexpected(Text::fixed("tên trường trong dấu ngoặc kép", "a field name in double quotes")));
        }
        let key = self.string()?;
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.unexpected(Text::fixed("`:` sau tên trường", "`:` after the field name")));
        }
        self.at += 1;
        self.skip_space();
        let twice = !known.insert(key.clone());
        let id = self.value(table, Step::Key(key.clone()), key_at, depth + 1)?;
        if twice {
            if self.duplicates.len() < MAX_ERRORS {
                self.duplicates.push(Slip::duplicate_key(key_at, &key, self.tree.path(id)));
            }
            self.tree.leave_out(id);
        }
        Ok(())
    }

    /// Whether a comma stands between this member and the next; false at the closing bracket, which stays.
    fn comma(&mut self, close: u8, expected: Text) -> Parse<bool> {
        self.skip_space();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                self.skip_space();
                Ok(true)
            }
            Some(byte) if byte == close => Ok(false),
            Some(_) | None => Err(self.unexpected(expected)),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Parse<Value> {
        let rest = self.rest();
        if rest.starts_with(word) {
            self.at += word.len();
            return Ok(value);
        }
        Err(self.unexpected(VALUE))
    }

    fn number(&mut self) -> Parse<Value> {
        let rest = self.rest();
        let end =
            rest.find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E')).unwrap_or(rest.len());
        let written = rest.get(..end).unwrap_or_default();
        let Ok(number) = serde_json::from_str::<serde_json::Number>(written) else {
            let what = Text::fixed("số viết không đúng", "the number is badly written or too large");
            return Err(Box::new(Slip { found: clip(written), ..Slip::new(self.at, what) }));
        };
        let number = match (number.as_u64(), number.as_i64()) {
            (Some(value), _) => Number::Unsigned(value),
            (None, Some(value)) => Number::Signed(value),
            // Read from the text itself, since serde_json rounds the last digit for speed.
            (None, None) => Number::Float(written.parse().unwrap_or(f64::NAN)),
        };
        self.at += end;
        Ok(Value::Number(number))
    }

    fn string(&mut self) -> Parse<String> {
        let start = self.at;
        let rest = self.rest();
        let mut escaped = false;
        let mut end = None;
        for (at, byte) in rest.bytes().enumerate().skip(1) {
            match byte {
                0..=0x1f => return Err(self.control_character(start + at)),
                _ if escaped => {
                    if !b"\"\\/bfnrtu".contains(&byte) {
                        return Err(self.bad_escape(start + at - 1));
                    }
                    escaped = false;
                }
                b'\\' => escaped = true,
                b'"' => {
                    end = Some(at + 1);
                    break;
                }
                _ => {}
            }
        }
        let Some(end) = end else {
            let what = Text::fixed("chuỗi ký tự chưa được đóng", "the text is not closed");
            let expected = Text::fixed("dấu `\"` ở cuối", "`\"` at its end");
            return Err(Box::new(Slip { expected, ..Slip::new(start, what) }));
        };
        let written = rest.get(..end).unwrap_or_default();
        let Ok(value) = serde_json::from_str(written) else {
            let escape = letter::first_wrong(written).unwrap_or(0);
            return Err(self.bad_number(start + escape));
        };
        self.at += end;
        Ok(value)
    }

    fn control_character(&self, at: usize) -> Box<Slip> {
        let found = self.text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
        let (what, remedy) = match found {
            '\n' | '\r' => (
                Text::fixed("chuỗi ký tự bị ngắt dòng", "the text is broken by a new line"),
                Text::fixed("hãy viết `\\n` để xuống dòng", "write `\\n` for a new line"),
            ),
            '\t' => (
                Text::fixed("chuỗi ký tự có dấu tab", "the text has a tab in it"),
                Text::fixed("hãy viết `\\t` cho dấu tab", "write `\\t` for a tab"),
            ),
            _ => return Box::new(letter::control(at, found, true)),
        };
        Box::new(Slip { remedy: Some(remedy), ..Slip::new(at, what) })
    }

    /// An escape by number that is no character.
    fn bad_number(&self, at: usize) -> Box<Slip> {
        let written = letter::escape(self.text.get(at..).unwrap_or_default(), 4);
        if letter::is_half(written) {
            let remedy = Text::fixed(
                "hãy viết cả hai nửa, như `\\ud83d\\ude00`, hoặc viết thẳng ký tự đó",
                "write both halves, such as `\\ud83d\\ude00`, or the character itself",
            );
            return Box::new(letter::half(at, written, remedy));
        }
        let expected = Text::fixed("bốn chữ số hệ 16 sau `\\u`", "four hexadecimal digits after `\\u`");
        Box::new(Slip { found: written.to_owned(), expected, ..*self.bad_escape(at) })
    }

    fn bad_escape(&self, at: usize) -> Box<Slip> {
        let found: String = self.text.get(at..).unwrap_or_default().chars().take(2).collect();
        let what = Text::fixed("ký hiệu sau dấu `\\` không đúng", "the escape after `\\` is wrong");
        let remedy = Text::fixed("hãy viết `\\\\` cho dấu gạch chéo ngược", "write `\\\\` for a backslash");
        Box::new(Slip { found, remedy: Some(remedy), ..Slip::new(at, what) })
    }

    fn unexpected(&self, expected: Text) -> Box<Slip> {
        let rest = self.rest();
        if let Some(found) = rest.chars().next().filter(char::is_ascii_control) {
            return Box::new(letter::control(self.at, found, false));
        }
        let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(20).collect();
        let found = match rest.chars().next() {
            Some(first) if word.is_empty() => first.to_string(),
            Some(_) => word,
            None => String::new(),
        };
        let what = if found.is_empty() {
            Text::fixed("tệp kết thúc giữa chừng", "the file ends too early")
        } else {
            Text::fixed("sai cú pháp JSON", "the JSON is broken")
        };
        Box::new(Slip { found, expected, ..Slip::new(self.at, what) })
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }
}
