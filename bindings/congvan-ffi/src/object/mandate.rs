//! What can be done with a mandate: reading it, checking it, writing it.

use std::sync::Arc;

use chrono::NaiveDate;
use congvan::core::check::{CheckContext, Numbers, check};

use super::answer::json;
use super::{Calendar, Directory, format_of, read_file};
use crate::error::CongvanError;
use crate::mandate::Mandate;

#[uniffi::export]
impl Mandate {
    /// Reads a mandate from the text of a file; the name tells the format and stands in every error.
    #[uniffi::constructor]
    pub fn from_text(file: String, text: String) -> Result<Self, CongvanError> {
        let read = congvan::Mandate::read(&file, &text, format_of(&file)?)?;
        Ok(Self::new(Arc::new(read.value)))
    }

    /// Reads a mandate from a file, TOML or JSON by its name.
    #[uniffi::constructor]
    pub fn from_file(path: String) -> Result<Self, CongvanError> {
        let (text, _) = read_file(&path)?;
        Self::from_text(path, text)
    }

    /// What the directive is about.
    #[must_use]
    pub fn subject(&self) -> String {
        self.core().header.subject.clone()
    }

    /// The mandate as JSON, as it is stored.
    pub fn to_json(&self) -> Result<String, CongvanError> {
        json(&*self.core())
    }

    /// The findings as JSON: what a careful clerk would ask before issue, each in both languages.
    pub fn findings_json(
        &self,
        directory: Arc<Directory>,
        calendar: Arc<Calendar>,
        issue_day: NaiveDate,
    ) -> Result<String, CongvanError> {
        let numbers = Numbers::default();
        let context = CheckContext {
            directory: directory.core(),
            calendar: calendar.core(),
            issue_day,
            numbers: &numbers,
            places: None,
        };
        json(&check(&self.core(), &context))
    }
}
