//! The calendar as an object: which days are worked, and why.

use chrono::NaiveDate;

use super::{format_of, read_file};
use crate::error::CongvanError;

/// Which days are worked: the official calendars of Viet Nam, and what a province adds. It never changes.
#[derive(Clone, Debug, uniffi::Object)]
pub struct Calendar {
    core: congvan::Calendar,
    // None for the official calendar, which needs no keeping.
    source: Option<(String, String)>,
}

impl Calendar {
    pub(crate) const fn core(&self) -> &congvan::Calendar {
        &self.core
    }

    /// The name of the file and its text, where it was read from one.
    pub(crate) fn source(&self) -> Option<(&str, &str)> {
        self.source.as_ref().map(|(file, text)| (file.as_str(), text.as_str()))
    }
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Calendar {
    /// The official calendars that come with the library.
    #[uniffi::constructor]
    #[must_use]
    pub fn official() -> Self {
        Self { core: congvan::Calendar::official(), source: None }
    }

    /// Reads a calendar from the text of a file; the name tells the format and stands in every error.
    #[uniffi::constructor]
    pub fn from_text(file: String, text: String) -> Result<Self, CongvanError> {
        let core = congvan::Calendar::from_text(&file, &text, format_of(&file)?)?;
        Ok(Self { core, source: Some((file, text)) })
    }

    /// Reads a calendar from a file, TOML or JSON by its name.
    #[uniffi::constructor]
    pub fn from_file(path: String) -> Result<Self, CongvanError> {
        let (text, _) = read_file(&path)?;
        Self::from_text(path, text)
    }

    /// The version of the data.
    #[must_use]
    pub fn version(&self) -> String {
        self.core.version().to_owned()
    }

    /// Whether a day is worked.
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, CongvanError> {
        Ok(self.core.is_working_day(day))
    }

    /// The working day so many working days after a day, before it where the number is negative; refused where there are not so
    /// many in the years 1 to 9999.
    pub fn add_working_days(&self, from: NaiveDate, days: i32) -> Result<NaiveDate, CongvanError> {
        self.core.checked_add_working_days(from, days).ok_or_else(|| {
            CongvanError::argument(
                "days",
                days.to_string(),
                (
                    "vượt quá những ngày mà lịch biết, từ năm 1 đến năm 9999",
                    "beyond the days that the calendar knows, those of the years 1 to 9999",
                ),
            )
        })
    }

    /// How many working days lie after one day, up to and including another.
    pub fn working_days_between(&self, after: NaiveDate, until: NaiveDate) -> Result<u32, CongvanError> {
        Ok(self.core.working_days_between(after, until))
    }
}
