//! What can be done with a mandate: reading it, checking it, writing it.

use std::sync::Arc;

use chrono::NaiveDate;
use congvan::core::check::{CheckContext, Numbers, check};
use congvan::core::mandate::{Assignment, Field, Header, MeetingPlan};

use super::answer::json;
use super::{Calendar, Directory, Finding, format_of, read_file};
use crate::callback;
use crate::error::CongvanError;
use crate::mandate::Mandate;

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Mandate {
    /// Reads a mandate from the text of a file; the name tells the format and stands in every error.
    #[uniffi::constructor]
    pub fn from_text(file: String, text: String) -> Result<Self, CongvanError> {
        let read = congvan::Mandate::read(&file, &text, format_of(&file)?)?;
        Ok(Self::read(Arc::new(read.value), read.places))
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

    /// Who issues what to whom, and on what basis.
    #[must_use]
    pub fn header(&self) -> Header {
        self.core().header.clone()
    }

    /// The header of a further directive by the same issuer: its body, authority, office, drafter and place stay, and what belongs to
    /// one document (number, date, urgency, links, addressees, recipients, the signer's name) is left out.
    #[must_use]
    pub fn further_header(&self, subject: String) -> Header {
        self.core().header.further(subject)
    }

    /// The fields of work, each with its committee and standing agency.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        self.core().fields.clone()
    }

    /// The assignments, in the order of the directive's items.
    #[must_use]
    pub fn assignments(&self) -> Vec<Assignment> {
        self.core().assignments.clone()
    }

    /// The meetings.
    #[must_use]
    pub fn meetings(&self) -> Vec<MeetingPlan> {
        self.core().meetings.clone()
    }

    /// The mandate as JSON, as it is stored.
    pub fn to_json(&self) -> Result<String, CongvanError> {
        json(&*self.core())
    }

    /// What a careful clerk would ask before issue, in the order of the items; a conflict of dates needs a ruling.
    pub fn check(
        &self,
        directory: Arc<Directory>,
        calendar: Arc<Calendar>,
        issue_day: NaiveDate,
    ) -> Result<Vec<Finding>, CongvanError> {
        let numbers = Numbers::default();
        let context = CheckContext {
            directory: directory.core(),
            calendar: calendar.core(),
            issue_day,
            numbers: &numbers,
            places: self.places(),
        };
        callback::judged(|| Ok(check(&self.core(), &context).into_iter().map(Into::into).collect()))
    }
}
