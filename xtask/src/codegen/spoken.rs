//! Makes the comments speak of the names that Kotlin has.
//!
//! They are written once, beside the Rust sources: a function is `record_from_json` there, and what may go wrong stands
//! under a heading.

use crate::tools::Failure;

/// The heading over what may go wrong.
const HEADING: &str = "* # Errors";
/// How KDoc says it; what follows the heading stands behind it.
const TAG: &str = "* @throws CongvanException";
/// What the generator says of its own property.
const DESTROYED: &str =
    "Whether the current object has been destroyed and its reference is gone in the Rust side.";
/// The same in the words of this library.
const CLOSED: &str = "Whether the object is closed.";

/// The generated Kotlin with its comments in Kotlin's names.
///
/// # Errors
/// The generator wrote something else than this was written for.
pub(crate) fn spoken(source: &str) -> Result<String, Failure> {
    let names = names(source);
    let mut text = String::with_capacity(source.len());
    let mut said = 0_usize;
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let is_comment = line.trim_start().starts_with('*');
        if is_comment && line.trim_end().ends_with(HEADING) {
            said = said.saturating_add(1);
            let next = lines.next().unwrap_or_default().trim_start().trim_start_matches('*');
            text.push_str(&line.replacen(HEADING, TAG, 1));
            text.push_str(&renamed(next, &names));
        } else if is_comment {
            text.push_str(&renamed(line, &names).replace(DESTROYED, CLOSED));
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    if said == 0 || names.is_empty() {
        return Err(Failure::check(format!(
            "the generated Kotlin has {said} headings over errors and {} names of functions, fields and parameters: adapt \
             xtask/src/codegen/spoken.rs to the generator's version",
            names.len()
        )));
    }
    Ok(text)
}

/// What is declared with a name of several words.
fn names(source: &str) -> std::collections::HashSet<&str> {
    let declared = source.lines().filter(|line| !line.trim_start().starts_with('*'));
    let quoted = declared.flat_map(|line| line.split('`').skip(1).step_by(2));
    quoted.filter(|name| name.contains(|letter: char| letter.is_ascii_uppercase())).collect()
}

/// A line of a comment, in which each name of Rust that is another one in Kotlin stands as that one.
fn renamed(line: &str, names: &std::collections::HashSet<&str>) -> String {
    let line = line.replace("[`crate::", "[`");
    let pieces: Vec<String> = line
        .split('`')
        .enumerate()
        .map(|(at, piece)| {
            let kotlin = camel(piece);
            if at % 2 == 1 && piece.contains('_') && names.contains(kotlin.as_str()) {
                kotlin
            } else {
                piece.to_owned()
            }
        })
        .collect();
    linked(&pieces.join("`"))
}

/// A link is in brackets alone.
fn linked(line: &str) -> String {
    line.replace("[`", "[").replace("`]", "]")
}

/// A name of Rust as Kotlin writes it.
fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |text, word| {
        let mut letters = word.chars();
        letters.next().map_or_else(
            || text.clone(),
            |initial| format!("{text}{}{}", initial.to_ascii_uppercase(), letters.as_str()),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
    /**
     * Reads a line, see [`crate::Row`] and [`read_all`]; not `no_deadline`, at most `max_rows`.
     *
     * # Errors
     * As [`read_all`], where it is wrong.
     */
    fun `readAll`(`maxRows`: kotlin.Int)
";

    #[test]
    fn names_are_kotlins_and_codes_stay() {
        let text = spoken(SOURCE).unwrap();
        assert!(
            text.contains("* Reads a line, see [Row] and [readAll]; not `no_deadline`, at most `maxRows`.\n"),
            "{text}"
        );
    }

    #[test]
    fn what_may_go_wrong_is_a_tag() {
        let text = spoken(SOURCE).unwrap();
        assert!(
            text.contains("     * @throws CongvanException As [readAll], where it is wrong.\n     */\n"),
            "{text}"
        );
        assert!(!text.contains("# Errors"), "{text}");
    }

    #[test]
    fn another_form_is_told() {
        assert!(spoken("").is_err());
        assert!(spoken(&SOURCE.replace("# Errors", "Errors:")).is_err());
    }
}
