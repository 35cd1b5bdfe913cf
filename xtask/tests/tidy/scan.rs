//! Reading Rust just well enough: code without comments and literals, code without its tests, whole words.

/// The crates without clock, input, output, threads and randomness.
pub(crate) const PURE: [&str; 3] = ["congvan-text", "congvan-calendar", "congvan-core"];

/// The text with comments and the insides of literals blanked; lines stay where they are.
pub(crate) fn code_only(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest),
            'r' if !ends_in_word(&code) => raw_string(rest),
            '\'' => character(rest),
            _ => 0,
        };
        if length == 0 {
            code.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            code.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    code
}

/// The text before the tests at its end: from `#[cfg(test)]` over a module nothing is read.
pub(crate) fn without_tests(text: &str) -> &str {
    let mut from = 0;
    while let Some(found) = text[from..].find("#[cfg(test)]") {
        let at = from + found;
        from = at + "#[cfg(test)]".len();
        let next = text[from..].trim_start();
        if next.starts_with("mod ") && next.lines().next().is_some_and(|line| line.ends_with('{')) {
            return &text[..at];
        }
    }
    text
}

/// Whether the text is of tests only: an integration test, a benchmark's neighbour `tests.rs`, a compile-fail case.
pub(crate) fn is_test(path: &str) -> bool {
    path.split('/').any(|part| part == "tests" || part == "tests.rs")
}

/// Where the word stands in the line, not as a part of a longer word.
pub(crate) fn word_at(line: &str, word: &str) -> Option<usize> {
    line.match_indices(word).map(|(at, _)| at).find(|&at| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        let open = !word.starts_with(is_word) || !before.is_some_and(is_word);
        let shut = !word.ends_with(is_word) || !after.is_some_and(is_word);
        open && shut
    })
}

pub(crate) fn has_word(line: &str, word: &str) -> bool {
    word_at(line, word).is_some()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn ends_in_word(code: &str) -> bool {
    code.chars().next_back().is_some_and(|c| is_word(c) && c != 'b')
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// The length of a raw string, or 0 when the `r` begins something else.
fn raw_string(text: &str) -> usize {
    let hashes = text[1..].chars().take_while(|&c| c == '#').count();
    let opening = 1 + hashes;
    if !text[opening..].starts_with('"') {
        return 0;
    }
    let closing = format!("\"{}", "#".repeat(hashes));
    text[opening + 1..].find(&closing).map_or(text.len(), |at| opening + 1 + at + closing.len())
}

/// The length of a character literal, or 0 for the quote of a lifetime.
fn character(text: &str) -> usize {
    let mut inside = text.char_indices().skip(1);
    match inside.next() {
        Some((_, '\\')) => {
            text[2..].char_indices().skip(1).find(|&(_, c)| c == '\'').map_or(0, |(at, _)| at + 3)
        }
        Some(_) => inside.next().filter(|&(_, c)| c == '\'').map_or(0, |(at, _)| at + 1),
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squeezed(text: &str) -> String {
        code_only(text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_and_literals_are_blanked() {
        assert_eq!(squeezed("let a = 1; // println!\n/* x /* y */ z */ b"), "let a = 1; b");
        assert_eq!(squeezed(r##"f("a \" // b", r#"c " d"#, 'e', '\'', '"') + g"##), "f( , , , , ) + g");
        assert_eq!(
            squeezed("fn f<'a>(x: &'a str) -> Cow<'static, str>"),
            "fn f<'a>(x: &'a str) -> Cow<'static, str>"
        );
        assert_eq!(squeezed("let đ = \"Ủy ban\"; for r in row {}"), "let đ = ; for r in row {}");
        assert_eq!(squeezed("br\"x\" r#type b\"y\""), "b r#type b");
    }

    #[test]
    fn lines_stay_where_they_are() {
        let text = "a\n\"b\nc\"\n/* d\n*/ e\n";
        assert_eq!(code_only(text).lines().count(), text.lines().count());
        assert_eq!(code_only(text).lines().nth(4).unwrap().trim(), "e");
    }

    #[test]
    fn only_the_tests_at_the_end_are_cut() {
        assert_eq!(without_tests("a\n#[cfg(test)]\nmod tests {\n b }\n"), "a\n");
        assert_eq!(without_tests("#[cfg(test)]\nfn f() {}\nb\n"), "#[cfg(test)]\nfn f() {}\nb\n");
        assert_eq!(without_tests("#[cfg(test)]\nmod tests;\nb\n"), "#[cfg(test)]\nmod tests;\nb\n");
    }

    #[test]
    fn a_word_is_not_a_part_of_a_word() {
        assert!(has_word("x print!(1)", "print!"));
        assert!(!has_word("eprint!(1)", "print!"));
        assert!(!has_word("std::fs_like", "std::fs"));
        assert!(has_word("a_ => _ => b", "_ =>"));
        assert!(!has_word("a_ => b", "_ =>"));
    }

    #[test]
    fn tests_are_known_by_their_path() {
        assert!(is_test("crates/a/tests/b.rs") && is_test("crates/a/src/b/tests.rs"));
        assert!(!is_test("crates/a/src/testing.rs"));
    }
}
