//! The mutants of the core as cargo-mutants lists them.

use serde::Deserialize;

/// A mutant; of the many fields that are listed, the ones that are used here.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Mutant {
    /// From the root of the repository.
    pub(crate) file: String,
    /// The place and the change: `FILE:LINE:COLUMN: CHANGE`.
    pub(crate) name: String,
    pub(crate) genre: Genre,
    /// What takes the place of the text at `span`.
    pub(crate) replacement: String,
    pub(crate) span: Span,
    pub(crate) function: Option<Function>,
}

/// What kind of change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum Genre {
    /// The body of a function gives way to a value.
    FnValue,
    /// An operator between two operands gives way to another.
    BinaryOperator,
    /// An operator before its operand is left out.
    UnaryOperator,
    /// The condition of an arm gives way to a constant.
    MatchArmGuard,
    /// What another version of cargo-mutants, or a change of another kind, is called.
    #[serde(other)]
    Other,
}

/// The function that holds the change.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Function {
    pub(crate) return_type: String,
}

/// Where the text begins that gives way.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Span {
    pub(crate) start: Place,
}

/// A place in a text; line and column are counted from 1, columns in characters.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(crate) struct Place {
    line: usize,
    column: usize,
}

impl Mutant {
    /// What it changes, without the place: lines move.
    pub(crate) fn change(&self) -> &str {
        change(&self.name)
    }

    /// Whether it is in a function whose result has no name, as `impl Iterator`.
    pub(crate) fn is_opaque(&self) -> bool {
        self.function.as_ref().is_some_and(|function| function.return_type.contains("impl "))
    }
}

/// What the mutant of this name changes, without the place.
pub(crate) fn change(name: &str) -> &str {
    name.split_once(": ").map_or(name, |(_, change)| change)
}

impl Place {
    /// Which byte of the text stands here; none beyond its end.
    pub(crate) fn byte(self, text: &str) -> Option<usize> {
        let mut lines = text.split_inclusive('\n');
        let before: usize = lines.by_ref().take(self.line.checked_sub(1)?).map(str::len).sum();
        let line = lines.next().unwrap_or_default();
        let within =
            line.char_indices().map(|(at, _)| at).chain([line.len()]).nth(self.column.checked_sub(1)?)?;
        before.checked_add(within)
    }
}

/// Reads the list that cargo-mutants printed.
///
/// # Errors
/// Another version of cargo-mutants printed it.
pub(crate) fn read(list: &[u8]) -> Result<Vec<Mutant>, String> {
    serde_json::from_slice(list).map_err(|error| format!("the list of mutants: {error}"))
}
