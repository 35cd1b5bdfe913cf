//! Rules over the text of a file, whatever it says.

use crate::files::Breach;
use crate::scan::has_word;

/// A file longer than this is two files.
const LONGEST: usize = 600;

/// Marks of something left for later. Put together here, or this file would carry them.
const UNFINISHED: [&str; 5] = [
    concat!("to", "do!"),
    concat!("unimpl", "emented!"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("#[ign", "ore"),
];

/// Folders of one machine.
const MACHINE: [&str; 5] = [
    concat!("/wo", "rk"),
    concat!("/tm", "p"),
    concat!("/ro", "ot"),
    concat!("/ho", "me"),
    concat!("/Us", "ers"),
];

/// Hosts that serve packages: the project does not say where its user gets them from.
const HOSTS: [&str; 6] = [
    concat!("crates", ".io"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("maven", ".org"),
    concat!("maven.apache", ".org/maven2"),
    concat!("npm", "js", ".com"),
];

/// A Rust file begins with one sentence about itself.
pub(crate) fn first_line_says_what(path: &str, text: &str) -> Vec<Breach> {
    let says = text
        .lines()
        .next()
        .is_some_and(|line| line.strip_prefix("//! ").is_some_and(|it| !it.trim().is_empty()));
    // The facade's documentation is the README, so that its examples compile.
    let includes = text.starts_with("#![doc = include_str!(");
    if !path.ends_with(".rs") || says || includes {
        return Vec::new();
    }
    vec![Breach::new(1, "the first line is not `//! ` and a sentence that says what the file is")]
}

pub(crate) fn short_enough(path: &str, text: &str) -> Vec<Breach> {
    let length = text.lines().count();
    if !path.ends_with(".rs") || length <= LONGEST {
        return Vec::new();
    }
    vec![Breach::new(0, format!("{length} lines: the limit is {LONGEST}, divide it by noun"))]
}

/// No white space at the end of a line, no tab in Rust, one newline at the end of the file.
pub(crate) fn clean_white_space(path: &str, text: &str) -> Vec<Breach> {
    // The compiler's own words are kept as it says them; licences as their authors wrote them; what a fuzz target is
    // given, to the byte.
    if path.ends_with(".stderr") || path.starts_with("LICENSE") || path.contains("/__fuzz__/") {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        if line.ends_with(char::is_whitespace) {
            breaches.push(Breach::new(number, "white space at the end of the line"));
        }
        if path.ends_with(".rs") && line.contains('\t') {
            breaches.push(Breach::new(number, "a tab: write `\\t` in a literal, spaces elsewhere"));
        }
    }
    if !text.is_empty() && !text.ends_with('\n') {
        breaches.push(Breach::new(text.lines().count(), "the file does not end with a newline"));
    }
    if text.ends_with("\n\n") {
        breaches.push(Breach::new(text.lines().count(), "the file ends with an empty line"));
    }
    breaches
}

pub(crate) fn nothing_unfinished(path: &str, text: &str) -> Vec<Breach> {
    if !path.ends_with(".rs") {
        return Vec::new();
    }
    each_line(text, |line| {
        UNFINISHED
            .iter()
            .find(|mark| has_word(line, mark))
            .map(|mark| format!("`{mark}`: finish it or leave it out"))
    })
}

pub(crate) fn no_machine_path(_: &str, text: &str) -> Vec<Breach> {
    each_line(text, |line| {
        MACHINE
            .iter()
            .find(|folder| names_folder(line, folder))
            .map(|it| format!("`{it}` is a folder of one machine"))
    })
}

pub(crate) fn no_registry_host(path: &str, text: &str) -> Vec<Breach> {
    // Its sources have a rule of their own.
    if path == "Cargo.lock" {
        return Vec::new();
    }
    each_line(text, |line| {
        HOSTS.iter().find(|host| line.contains(*host)).map(|it| format!("`{it}` is a registry's host"))
    })
}

/// Whether the line has the folder as the beginning of an absolute path.
fn names_folder(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + folder.len()..].chars().next();
        let within = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | '}' | '>');
        let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        !before.is_some_and(within) && !after.is_some_and(goes_on)
    })
}

fn each_line(text: &str, found: impl Fn(&str) -> Option<String>) -> Vec<Breach> {
    (1..).zip(text.lines()).filter_map(|(number, line)| Some(Breach::new(number, found(line)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::lines;

    #[test]
    fn a_file_that_does_not_say_what_it_is_is_red() {
        assert_eq!(lines(&first_line_says_what("a.rs", "use std::fmt;\n")), [1]);
        assert_eq!(lines(&first_line_says_what("a.rs", "//!\nfn f() {}\n")), [1]);
        assert_eq!(lines(&first_line_says_what("a.rs", "")), [1]);
        assert_eq!(first_line_says_what("a.rs", "//! The calendar.\n"), []);
        assert_eq!(first_line_says_what("a.md", "# The calendar\n"), []);
    }

    #[test]
    fn a_long_file_is_red() {
        assert_eq!(short_enough("a.rs", &"\n".repeat(601)).len(), 1);
        assert_eq!(short_enough("a.rs", &"\n".repeat(600)), []);
        assert_eq!(short_enough("a.json", &"\n".repeat(601)), []);
    }

    #[test]
    fn unclean_white_space_is_red() {
        assert_eq!(lines(&clean_white_space("a.md", "a \nb\n")), [1]);
        assert_eq!(lines(&clean_white_space("a.rs", "a\n\tb\n")), [2]);
        assert_eq!(lines(&clean_white_space("a.toml", "a\r\nb\n")), [1]);
        assert_eq!(lines(&clean_white_space("a.rs", "a\nb")), [2]);
        assert_eq!(lines(&clean_white_space("a.rs", "a\n\n")), [2]);
        assert_eq!(clean_white_space("a.rs", "a\n\nb\n"), []);
        assert_eq!(clean_white_space("a.stderr", "a \n"), []);
    }

    #[test]
    fn each_mark_of_the_unfinished_is_red() {
        for mark in UNFINISHED {
            assert_eq!(lines(&nothing_unfinished("a.rs", &format!("a\n{mark} b\n"))), [2], "{mark}");
        }
        assert_eq!(nothing_unfinished("a.rs", "let auto = 1; // ignored by the reader\n"), []);
        assert_eq!(nothing_unfinished("a.md", UNFINISHED[2]), []);
    }

    #[test]
    fn each_folder_of_a_machine_is_red() {
        for folder in MACHINE {
            for bad in [format!("{folder}/x"), format!("(`{folder}`)"), format!("sqlite:{folder}/x.db")] {
                assert_eq!(lines(&no_machine_path("a.md", &bad)), [1], "{bad}");
            }
            for good in
                [format!("https://a.example{folder}"), format!("and{folder}"), format!("{folder}space")]
            {
                assert_eq!(no_machine_path("a.md", &good), [], "{good}");
            }
        }
    }

    #[test]
    fn each_registry_is_red() {
        for host in HOSTS {
            assert_eq!(lines(&no_registry_host("a.md", &format!("\nsee https://{host}/x\n"))), [2]);
        }
        assert_eq!(no_registry_host("a.md", "see https://chinhphu.vn\n"), []);
    }
}
