//! Reads a mandate from TOML or JSON, and refuses at once what cannot mean anything in any directory.

mod chains;
mod cycles;
mod header;
mod references;
mod shape;

pub(crate) use references::anchors;

use congvan_text::Text;
use congvan_text::read::{Format, InputError, InputErrors, MAX_ERRORS, Places, Read};

use super::Mandate;

impl Mandate {
    /// Reads a mandate; `file` is the name under which errors are told.
    ///
    /// # Errors
    /// Everything that is wrong at once, each with line, column, field, what was found and what was expected: what
    /// [`congvan_text::read::read`] refuses, or else the structure that needs no directory: identifiers used twice;
    /// unknown fields, assignments, meetings and codes of findings; cycles among consolidations, meetings and anchors
    /// of deadlines; a deadline counted through more than 32 others; an obligation per field without a standing agency; a number or notation against
    /// Decree 30/2020/ND-CP; nobody to perform; several leads where the policy forbids them; a window that ends before
    /// it begins.
    pub fn read(file: &str, text: &str, format: Format) -> Result<Read<Self>, InputErrors> {
        let read: Read<Self> = congvan_text::read::read(file, text, format)?;
        match InputErrors::of(read.value.shape(&read.places).into_errors()) {
            Some(errors) => Err(errors),
            None => Ok(read),
        }
    }

    /// What is wrong with the structure whatever the directory.
    pub(super) fn shape<'p>(&self, places: &'p Places) -> Slips<'p> {
        let mut slips = Slips { places, errors: Vec::new() };
        header::check(self, &mut slips);
        references::check(self, &mut slips);
        shape::check(self, &mut slips);
        cycles::check(self, &mut slips);
        chains::check(self, &mut slips);
        slips
    }
}

/// The errors found so far, each located by the path of what is wrong.
pub(super) struct Slips<'p> {
    places: &'p Places,
    errors: Vec<InputError>,
}

impl Slips<'_> {
    /// Records that the value at `path` is wrong; nothing more once there are as many as one reading tells.
    pub(super) fn add(
        &mut self,
        path: &str,
        found: impl ToString,
        what: Text,
        expected: Text,
        remedy: Option<Text>,
    ) {
        if self.errors.len() >= MAX_ERRORS {
            return;
        }
        let place = self.places.at(path);
        self.errors.push(InputError { place, found: found.to_string(), expected, what, remedy });
    }

    pub(super) fn into_errors(self) -> Vec<InputError> {
        self.errors
    }
}

/// What kind of thing an identifier names, in both languages.
#[derive(Clone, Copy)]
pub(super) struct Noun {
    pub(super) vi: &'static str,
    pub(super) en: &'static str,
}

pub(super) const ASSIGNMENT: Noun = Noun { vi: "nhiệm vụ", en: "assignment" };
pub(super) const FIELD: Noun = Noun { vi: "lĩnh vực", en: "field" };
pub(super) const MEETING: Noun = Noun { vi: "cuộc họp", en: "meeting" };
pub(super) const CRITERION: Noun = Noun { vi: "tiêu chí", en: "criterion" };

#[cfg(test)]
mod tests;
