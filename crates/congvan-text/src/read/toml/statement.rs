//! The statements of a TOML text, told apart without its grammar, so that what is broken in one is not blamed on the others.
//!
//! The parser goes on inside of a list or string that was never closed, and stumbles over every line that follows. Here a
//! statement that is open ends at the latest where a line looks like the next one.

use std::ops::Range;

/// A header or a field, with the lines that belong to it.
#[derive(Debug)]
pub(super) struct Statement {
    /// Its lines, whole.
    pub(super) range: Range<usize>,
    /// Whether it opens a table.
    pub(super) is_header: bool,
    /// The number of the header under which it stands; none above the first.
    pub(super) under: Option<usize>,
    /// Whether it ends while something of it is open.
    pub(super) is_torn: bool,
    /// Where the string of several lines begins that it never closes.
    pub(super) unclosed: Option<usize>,
}

/// Every statement in the order of the text; together they are the text.
pub(super) fn statements(text: &str) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let mut open: Option<Open> = None;
    let mut under = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let going_on = open.take().filter(|open| open.goes_on_with(line));
        if going_on.is_none() {
            let is_header = line.trim_start().starts_with('[');
            found.push(Statement { range: at..at, is_header, under, is_torn: false, unclosed: None });
            under = if is_header { found.len().checked_sub(1) } else { under };
        }
        let mut now = going_on.unwrap_or_else(|| Open::at(indent(line)));
        now.take(line, at);
        at = at.saturating_add(line.len());
        if let Some(last) = found.last_mut() {
            last.range.end = at;
            last.is_torn = now.is_open();
            last.unclosed = now.string.map(|(_, opened)| opened);
        }
        open = Some(now).filter(Open::is_open);
    }
    found
}

/// What is open at the end of a line.
struct Open {
    /// How far the first line is indented.
    indent: usize,
    /// How many lists and tables are open.
    depth: usize,
    /// The quotes of a string of several lines, and where it begins.
    string: Option<(&'static str, usize)>,
    /// Whether a string of one line was not closed on it.
    is_cut: bool,
}

impl Open {
    const fn at(indent: usize) -> Self {
        Self { indent, depth: 0, string: None, is_cut: false }
    }

    const fn is_open(&self) -> bool {
        self.depth > 0 || self.string.is_some() || self.is_cut
    }

    /// Whether a line still belongs to what is open, or is indented no further and looks like a statement of its own.
    fn goes_on_with(&self, line: &str) -> bool {
        self.string.is_some() || indent(line) > self.indent || !begins(line)
    }

    /// Follows a line that begins at this byte: strings, comments and brackets.
    fn take(&mut self, line: &str, at: usize) {
        let mut rest = line;
        while let Some(next) = rest.chars().next() {
            let here = at.saturating_add(line.len().saturating_sub(rest.len()));
            rest = match (self.string, next) {
                (Some((quotes, _)), _) => match closing(rest, quotes) {
                    Some(after) => {
                        self.string = None;
                        after
                    }
                    None => return,
                },
                (None, '#') => return,
                (None, '"' | '\'') => self.quoted(rest, here),
                (None, '[' | '{') => {
                    self.depth = self.depth.saturating_add(1);
                    tail(rest, 1)
                }
                (None, ']' | '}') => {
                    self.depth = self.depth.saturating_sub(1);
                    tail(rest, 1)
                }
                (None, other) => tail(rest, other.len_utf8()),
            };
        }
    }

    /// What follows the quotes that open a string: its content, or what comes after it on the line.
    fn quoted<'t>(&mut self, rest: &'t str, here: usize) -> &'t str {
        for quotes in ["\"\"\"", "'''"] {
            if let Some(content) = rest.strip_prefix(quotes) {
                self.string = Some((quotes, here));
                return content;
            }
        }
        let quotes = if rest.starts_with('"') { "\"" } else { "'" };
        let content = tail(rest, 1);
        closing(content, quotes).unwrap_or_else(|| {
            self.is_cut = true;
            ""
        })
    }
}

/// What comes after the quotes that close a string on this line; none where it is not closed.
fn closing<'t>(content: &'t str, quotes: &str) -> Option<&'t str> {
    let mut rest = content;
    loop {
        if let Some(after) = rest.strip_prefix(quotes) {
            // Two more quotes may belong to the content of a string of several lines.
            let more = after.chars().take(2).take_while(|next| quotes.len() == 3 && quotes.contains(*next));
            return Some(tail(after, more.count()));
        }
        let next = rest.chars().next().filter(|next| *next != '\n' || quotes.len() == 3)?;
        let escaped = next == '\\' && quotes.starts_with('"');
        let skipped = if escaped { rest.chars().nth(1).map_or(0, char::len_utf8) } else { 0 };
        rest = tail(rest, next.len_utf8().saturating_add(skipped));
    }
}

fn tail(text: &str, bytes: usize) -> &str {
    text.get(bytes..).unwrap_or_default()
}

fn indent(line: &str) -> usize {
    line.len().saturating_sub(line.trim_start_matches([' ', '\t']).len())
}

/// Whether a line looks like a header or a field. A field with a comma behind it is one of an inline table.
fn begins(line: &str) -> bool {
    let line = line.trim();
    if line.starts_with('[') {
        let name = line.trim_start_matches('[');
        return name.split(['#', ']']).next().is_some_and(|name| is_path(name.trim()));
    }
    line.split_once('=').is_some_and(|(name, _)| is_path(name.trim())) && !line.ends_with(',')
}

/// Whether a text is a name without quotes, or several with dots between them; a number is a member of a list.
fn is_path(text: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') && text.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each statement of a text, the torn ones with a mark.
    fn parts(text: &str) -> Vec<String> {
        let found = statements(text);
        let mark = |part: &Statement| if part.is_torn { "!" } else { "" };
        found.iter().map(|part| format!("{}{}", mark(part), text[part.range.clone()].trim_end())).collect()
    }

    #[test]
    fn what_is_closed_is_a_statement_with_all_its_lines() {
        let text = "a = [ # [\n  1,\n  \"]\\\"\", ']',\n]\n[t.u]\nb = \"\"\"x\nc = 1\n[no]\n\"\"\"\"\"\nd = '''\n'''\ne = {\n  f = 1,\n}\n";
        assert_eq!(
            parts(text),
            [
                "a = [ # [\n  1,\n  \"]\\\"\", ']',\n]",
                "[t.u]",
                "b = \"\"\"x\nc = 1\n[no]\n\"\"\"\"\"",
                "d = '''\n'''",
                "e = {\n  f = 1,\n}"
            ]
        );
        let headers: Vec<bool> = statements(text).iter().map(|part| part.is_header).collect();
        assert_eq!(headers, [false, true, false, false, false]);
        let under: Vec<_> = statements(text).iter().map(|part| part.under).collect();
        assert_eq!(under, [None, None, Some(1), Some(1), Some(1)]);
    }

    #[test]
    fn what_is_open_ends_where_the_next_one_begins() {
        for (text, expected) in [
            ("a = [1,\n2\nb = 1", vec!["!a = [1,\n2", "b = 1"]),
            ("a = { b = 1\n[[t]]\nc = 1", vec!["!a = { b = 1", "[[t]]", "c = 1"]),
            ("a = \"x\ny\nb = 1", vec!["!a = \"x\ny", "b = 1"]),
            ("[t\nb = 1", vec!["![t", "b = 1"]),
            ("  a = [\n    b = 1\n  c = 1", vec!["!  a = [\n    b = 1", "  c = 1"]),
            ("a = {\nb = 1,\n}\nc = 1", vec!["a = {\nb = 1,\n}", "c = 1"]),
            ("a = [\n[1],\n[\"x\"]\n]", vec!["a = [\n[1],\n[\"x\"]\n]"]),
            ("a = 1]\nb = 1", vec!["a = 1]", "b = 1"]),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
        let found = statements("a = 1\nb = \"\"\"x\nc = 1\n");
        assert_eq!(found.iter().map(|part| part.unclosed).collect::<Vec<_>>(), [None, Some(10)]);
    }
}
