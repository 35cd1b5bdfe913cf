//! Rules over what Rust code says, its comments and literals left out.

use crate::files::Breach;
use crate::scan::{PURE, code_only, has_word, is_test, without_tests, word_at};

/// Names that say nothing about what a module holds.
const EMPTY_NAMES: [&str; 5] = ["utils", "common", "types", "helpers", "manager"];

/// The modules of the core whose matches must break when a state, command, event or refusal is added.
const MACHINES: [&str; 5] = ["directive", "obligation", "meeting", "command", "event"];

/// What a pure crate may not say outside its tests, and why.
const IMPURE: [(&str, &str); 21] = [
    ("SystemTime", "a clock: take the instant as an argument"),
    ("Instant::now", "a clock: take the instant as an argument"),
    ("Utc::now", "a clock: take the instant as an argument"),
    ("Local::now", "a clock: take the instant as an argument"),
    ("RandomState", "randomness: take what it decides as an argument"),
    ("rand::", "randomness: take what it decides as an argument"),
    ("std::fs", "input or output: take the text as an argument"),
    ("std::net", "input or output: take the data as an argument"),
    ("std::env", "the environment: take the setting as an argument"),
    ("std::process", "another program: leave it to the host"),
    ("std::thread", "threads: leave them to the host"),
    ("std::io::std", "input or output: take the text as an argument"),
    ("async fn", "async: leave it to the host"),
    ("tokio::", "async: leave it to the host"),
    ("rusqlite::", "a store: it belongs behind the port"),
    ("uniffi::", "a binding: it belongs in the binding's crate"),
    ("tracing::", "logging: return what there is to say"),
    ("println!", "logging: return what there is to say"),
    ("print!", "logging: return what there is to say"),
    ("eprintln!", "logging: return what there is to say"),
    ("eprint!", "logging: return what there is to say"),
];

/// The same modules of `std`, as they stand inside `use std::{...}`.
const IMPURE_MODULES: [&str; 6] = ["fs", "net", "env", "process", "thread", "SystemTime"];

/// `foo.rs` beside `foo/`, each named by what it holds.
pub(crate) fn module_names(path: &str, text: &str) -> Vec<Breach> {
    let Some(file) = path.strip_suffix(".rs") else { return Vec::new() };
    let mut breaches = Vec::new();
    if file.ends_with("/mod") {
        breaches.push(Breach::new(0, "mod.rs: write `foo.rs` beside `foo/`"));
    }
    let empty =
        |name: &str| EMPTY_NAMES.contains(&name).then(|| format!("`{name}` says nothing of what it holds"));
    breaches.extend(file.split('/').filter_map(empty).map(|what| Breach::new(0, what)));
    for (number, line) in numbered(&code_only(text)) {
        let declared = word_at(line, "mod")
            .and_then(|at| line[at + 3..].split([' ', ';', '{']).find(|it| !it.is_empty()));
        breaches.extend(declared.and_then(empty).map(|what| Breach::new(number, what)));
    }
    breaches
}

/// No arm that would silently take a new state, command, event or refusal.
pub(crate) fn no_wildcard_arm(path: &str, text: &str) -> Vec<Breach> {
    let inside = path.strip_prefix("crates/congvan-core/src/").is_some_and(|rest| {
        rest.ends_with(".rs") && MACHINES.iter().any(|machine| rest.starts_with(machine))
    });
    if !inside || is_test(path) {
        return Vec::new();
    }
    let code = code_only(without_tests(text));
    numbered(&code)
        .filter(|(_, line)| takes_anything(line))
        .map(|(number, _)| {
            Breach::new(number, "a wildcard arm: name every variant, so that a new one breaks the build")
        })
        .collect()
}

/// A test that sleeps is slow when it is right and wrong when the machine is slow.
pub(crate) fn no_sleeping_test(path: &str, text: &str) -> Vec<Breach> {
    let sleep = concat!("thread::sl", "eep");
    let code = code_only(text);
    let tests_from = if is_test(path) { 0 } else { without_tests(text).lines().count() };
    if !path.ends_with(".rs") {
        return Vec::new();
    }
    numbered(&code)
        .filter(|(number, line)| *number > tests_from && has_word(line, sleep))
        .map(|(number, _)| Breach::new(number, "a sleeping test: wait for what is meant to happen"))
        .collect()
}

/// A module that a macro declares is formatted by nobody and has no mutants: tools follow what is written out.
pub(crate) fn no_module_from_a_macro(path: &str, text: &str) -> Vec<Breach> {
    if !path.ends_with(".rs") {
        return Vec::new();
    }
    numbered(&code_only(text))
        .filter(|(_, line)| line.contains("mod $"))
        .map(|(number, _)| Breach::new(number, "a module declared by a macro: write `mod name;` outside it"))
        .collect()
}

/// The pure crates have no clock, input, output, thread, randomness, logging or binding.
pub(crate) fn pure(path: &str, text: &str) -> Vec<Breach> {
    let inside = PURE.iter().any(|name| path.starts_with(&format!("crates/{name}/src/")));
    if !inside || !path.ends_with(".rs") || is_test(path) {
        return Vec::new();
    }
    let code = code_only(without_tests(text));
    let mut breaches: Vec<Breach> = numbered(&code)
        .filter_map(|(number, line)| {
            let (found, why) = IMPURE.iter().find(|(word, _)| says(line, word))?;
            Some(Breach::new(number, format!("`{found}` in a pure crate is {why}")))
        })
        .collect();
    for (at, _) in code.match_indices("use std::{") {
        let group = code[at..].split(';').next().unwrap_or_default();
        let number = code[..at].matches('\n').count() + 1;
        let found = IMPURE_MODULES.iter().filter(|module| has_word(group, module));
        breaches.extend(found.map(|module| Breach::new(number, format!("`std::{module}` in a pure crate"))));
    }
    breaches
}

/// Whether the line says the words; a word that ends in `std` or `::` may go on.
fn says(line: &str, words: &str) -> bool {
    if words == "std::io::std" { line.contains(words) } else { has_word(line, words) }
}

/// `_ =>`, `_ if`, and a tuple of nothing but `_`.
fn takes_anything(line: &str) -> bool {
    if has_word(line, "_ =>") || has_word(line, "_ if") {
        return true;
    }
    let Some((pattern, _)) = line.split_once("=>") else { return false };
    let pattern = pattern.trim();
    pattern.starts_with('(') && pattern.contains('_') && pattern.chars().all(|c| "(_, )".contains(c))
}

fn numbered(code: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(code.lines())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::lines;

    const STATE: &str = "crates/congvan-core/src/obligation/submitted.rs";

    #[test]
    fn an_empty_name_is_red() {
        for name in EMPTY_NAMES {
            assert_eq!(lines(&module_names(&format!("crates/a/src/{name}.rs"), "")), [0]);
            assert_eq!(lines(&module_names("a.rs", &format!("\npub(crate) mod {name};\n"))), [2]);
            assert_eq!(lines(&module_names("a.rs", &format!("mod {name} {{\n}}\n"))), [1]);
        }
        assert_eq!(lines(&module_names("crates/a/src/b/mod.rs", "")), [0]);
        assert_eq!(
            module_names("crates/a/src/modem.rs", "mod calendar; // mod utils;\nuse std::any::type_name;\n"),
            []
        );
    }

    #[test]
    fn a_wildcard_arm_is_red() {
        for arm in ["_ => no(),", "A => b, _ => c", "_ if late => c,", "(_, _) => c,"] {
            assert_eq!(lines(&no_wildcard_arm(STATE, &format!("match x {{\n    {arm}\n}}"))), [2], "{arm}");
            assert_eq!(lines(&no_wildcard_arm("crates/congvan-core/src/event.rs", arm)), [1], "{arm}");
            assert_eq!(no_wildcard_arm("crates/congvan-core/src/hash.rs", arm), [], "{arm}");
            assert_eq!(
                no_wildcard_arm(STATE, &format!("#[cfg(test)]\nmod tests {{\n{arm}\n}}")),
                [],
                "{arm}"
            );
        }
        for arm in ["Self::Owed(_) => x,", "(A, _) => x,", "// _ => x", "Some(_) if late => x,", "|_| x"] {
            assert_eq!(no_wildcard_arm(STATE, arm), [], "{arm}");
        }
    }

    #[test]
    fn a_module_from_a_macro_is_red() {
        assert_eq!(lines(&no_module_from_a_macro("a.rs", "\n$(mod $module;)+\n")), [2]);
        assert_eq!(lines(&no_module_from_a_macro("a.rs", "pub(crate) mod $name { }")), [1]);
        assert_eq!(no_module_from_a_macro("a.rs", "mod a;\n// mod $name\n$(pub use $module::$name;)+"), []);
        assert_eq!(no_module_from_a_macro("a.md", "mod $name"), []);
    }

    #[test]
    fn a_sleeping_test_is_red() {
        let sleep = concat!("std::thread::sl", "eep(a);");
        assert_eq!(lines(&no_sleeping_test("crates/a/tests/b.rs", &format!("\n{sleep}\n"))), [2]);
        assert_eq!(
            lines(&no_sleeping_test("crates/a/src/b.rs", &format!("#[cfg(test)]\nmod t {{\n{sleep}\n}}"))),
            [3]
        );
        assert_eq!(no_sleeping_test("crates/a/src/b.rs", sleep), []);
    }

    #[test]
    fn each_impure_word_is_red() {
        for (word, _) in IMPURE {
            for name in PURE {
                let path = format!("crates/{name}/src/a.rs");
                assert_eq!(lines(&pure(&path, &format!("a\nlet x = {word}(1);\n"))), [2], "{word}");
                assert_eq!(
                    pure(&path, &format!("// {word}\n#[cfg(test)]\nmod t {{\n {word}\n}}")),
                    [],
                    "{word}"
                );
            }
            assert_eq!(pure("crates/congvan/src/a.rs", word), [], "{word}");
        }
    }

    #[test]
    fn an_impure_module_in_a_group_of_imports_is_red() {
        let path = "crates/congvan-core/src/a.rs";
        assert_eq!(lines(&pure(path, "//! A.\nuse std::{\n    fmt,\n    fs::File,\n};\n")), [2]);
        assert_eq!(pure(path, "use std::{fmt, mem};\nlet env = 1;\n"), []);
    }
}
