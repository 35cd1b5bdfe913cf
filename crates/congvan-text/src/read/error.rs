//! What is wrong in a text, told so that a person can correct it.

use std::fmt;

use super::MAX_ERRORS;
use super::place::Place;
use crate::lang::{Lang, Say, Text, visible};

/// One thing that is wrong in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// Where it stands.
    pub place: Place,
    /// What was written there; empty when nothing was.
    pub found: String,
    /// What was expected there, as a noun phrase; empty when the clause says it already.
    pub expected: Text,
    /// What is wrong, in one clause.
    pub what: Text,
    /// What to do about it, when that is known.
    pub remedy: Option<Text>,
}

impl Say for InputError {
    fn say(&self) -> Text {
        Text::new(self.tell(Lang::Vi), self.tell(Lang::En))
    }
}

impl InputError {
    /// The error without its file, line and column, for a text that nobody sees as a file.
    #[must_use]
    pub fn unplaced(&self) -> Text {
        Text::new(self.clause(Lang::Vi), self.clause(Lang::En))
    }

    fn tell(&self, lang: Lang) -> String {
        format!("{}: {}", self.place, self.clause(lang))
    }

    fn clause(&self, lang: Lang) -> String {
        let (found, expected) = match lang {
            Lang::Vi => ("thực tế là", "cần"),
            Lang::En => ("found", "expected"),
        };
        let mut told = String::new();
        if !self.place.path.is_empty() {
            told += &format!("`{}`: ", self.place.path);
        }
        told += self.what.get(lang);
        let what = self.what.get(lang);
        if !self.expected.is_empty() {
            told += &format!(", {expected} {}", self.expected.get(lang));
        }
        // A clause that names what was written needs it no second time.
        if !self.found.is_empty() && !what.contains(self.found.as_str()) {
            told += &format!(", {found} `{}`", self.found);
        }
        if let Some(remedy) = &self.remedy {
            told += &format!("; {}", remedy.get(lang));
        }
        visible(told.into()).into_owned()
    }
}

impl fmt::Display for InputError {
    /// The error in English on one line, its place first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tell(Lang::En))
    }
}

impl std::error::Error for InputError {}

/// Everything that is wrong in a text: at least one error, sorted by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputErrors(Vec<InputError>);

impl InputErrors {
    /// One error alone.
    #[must_use]
    pub fn one(error: InputError) -> Self {
        Self(vec![error])
    }

    /// The errors sorted by place, those told twice told once; nothing when there are none. No more than [`MAX_ERRORS`]
    /// are asked for, since to say where one stands takes longer the more of them there are.
    #[must_use]
    pub fn of(errors: impl IntoIterator<Item = InputError>) -> Option<Self> {
        let mut errors: Vec<_> = errors.into_iter().take(MAX_ERRORS).collect();
        errors.sort_by(|a, b| a.place.cmp(&b.place));
        errors.dedup();
        (!errors.is_empty()).then_some(Self(errors))
    }

    /// The same errors, each told otherwise, such as at the place of the text that theirs is a part of.
    #[must_use]
    pub fn map(self, tell: impl FnMut(InputError) -> InputError) -> Self {
        let mut errors: Vec<_> = self.0.into_iter().map(tell).collect();
        errors.sort_by(|a, b| a.place.cmp(&b.place));
        Self(errors)
    }

    /// The errors in the order of their places.
    pub fn iter(&self) -> std::slice::Iter<'_, InputError> {
        self.0.iter()
    }

    /// How many errors there are, at least one.
    #[expect(clippy::len_without_is_empty, reason = "there is always at least one error")]
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl Say for InputErrors {
    fn say(&self) -> Text {
        let lines = |lang| self.iter().map(|error| error.in_lang(lang)).collect::<Vec<_>>().join("\n");
        Text::new(lines(Lang::Vi), lines(Lang::En))
    }
}

impl fmt::Display for InputErrors {
    /// The errors in English, one on each line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say().en)
    }
}

impl std::error::Error for InputErrors {}

impl IntoIterator for InputErrors {
    type Item = InputError;
    type IntoIter = std::vec::IntoIter<InputError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'e> IntoIterator for &'e InputErrors {
    type Item = &'e InputError;
    type IntoIter = std::slice::Iter<'e, InputError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
