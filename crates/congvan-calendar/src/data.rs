//! The data of a calendar: laws, the official notices of each year, and what an office decides for itself.

use chrono::{NaiveDate, NaiveTime};
use congvan_text::read::{Format, InputError, InputErrors, MAX_ERRORS, Places, read};
use congvan_text::{Say as _, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::day::{Holiday, is_weekend, say_date};

/// The data of a calendar, from TOML or JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarData {
    /// Its name and edition, such as `vn-2026.1`.
    pub name: String,
    /// The calendar that it is laid over; left out means that it stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<Base>,
    /// The working hours of a working day, in order; empty leaves those of the calendar it is added to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<Hours>,
    /// Holidays on a fixed day of each year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub laws: Vec<Law>,
    /// Official notices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// Days that a province or an office decided on; they prevail over everything else, the last over the ones before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub local: Vec<LocalDay>,
}

/// A calendar that another one is laid over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// The official calendar that comes with the crate.
    Official,
}

/// A stretch of working hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// Its beginning.
    pub from: NaiveTime,
    /// Its end.
    pub to: NaiveTime,
}

/// A holiday on a fixed day of each year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// The holiday.
    pub holiday: Holiday,
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month.
    pub day: u32,
    /// The day from which the law applies; absent when it always has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// The day on which it became known; absent when it always was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_since: Option<NaiveDate>,
    /// The law.
    pub source: String,
}

/// What was announced on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// The day on which it was announced.
    pub known_since: NaiveDate,
    /// Where it is written.
    pub source: String,
    /// The year whose holidays are all listed by this notice, so that the law and the lunar rule are no longer asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settles: Option<i32>,
    /// The holidays; days in lieu follow from them by the law.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Listed>,
    /// The swapped days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub swaps: Vec<Swap>,
}

/// A holiday as a notice lists it: one day, or several in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// The holiday.
    pub holiday: Holiday,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; absent when it is one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

/// A day off against a day worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Swap {
    /// The weekday that is off.
    pub off: NaiveDate,
    /// The day of a weekend that is worked instead.
    pub makeup: NaiveDate,
}

/// A day that a province or an office decided on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocalDay {
    /// The day.
    pub date: NaiveDate,
    /// Whether it is worked.
    pub working: bool,
    /// Why.
    pub reason: String,
    /// Where it is written.
    pub source: String,
    /// The day on which it was announced; absent when it was always known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_since: Option<NaiveDate>,
}

impl CalendarData {
    /// Reads the data of a calendar; `file` is the name under which errors are told.
    ///
    /// # Errors
    /// Every error of the text, and every entry that contradicts itself: a swap whose day off is on a weekend or whose
    /// make-up day is not, a holiday that ends before it begins, a fixed day that no year has, working hours out of order.
    pub fn from_text(file: &str, text: &str, format: Format) -> Result<Self, InputErrors> {
        let found = read::<Self>(file, text, format)?;
        match InputErrors::of(Check { places: &found.places, errors: Vec::new() }.all(&found.value)) {
            Some(errors) => Err(errors),
            None => Ok(found.value),
        }
    }

    /// What of it was announced by a day.
    #[must_use]
    pub fn as_known_on(&self, day: NaiveDate) -> Self {
        let known = |since: Option<NaiveDate>| since.is_none_or(|since| since <= day);
        let mut data = self.clone();
        data.laws.retain(|law| known(law.known_since));
        data.notices.retain(|notice| notice.known_since <= day);
        data.local.retain(|local| known(local.known_since));
        data
    }

    /// This data with more added: later entries prevail, hours are replaced when the other has some.
    #[must_use]
    pub fn with(&self, more: &Self) -> Self {
        let mut data = self.clone();
        if !more.hours.is_empty() {
            data.hours.clone_from(&more.hours);
        }
        data.laws.extend_from_slice(&more.laws);
        data.notices.extend_from_slice(&more.notices);
        data.local.extend_from_slice(&more.local);
        data
    }
}

struct Check<'a> {
    places: &'a Places,
    errors: Vec<InputError>,
}

impl Check<'_> {
    fn all(mut self, data: &CalendarData) -> Vec<InputError> {
        if data.name.trim().is_empty() {
            self.refuse("name", "``".to_owned(), Text::fixed("tên của lịch", "the name of the calendar"));
        }
        self.hours(&data.hours);
        for (i, law) in data.laws.iter().enumerate() {
            // 2024 has every day that any year has.
            if NaiveDate::from_ymd_opt(2024, law.month, law.day).is_none() {
                let expected = Text::fixed("một ngày có trong năm", "a day that exists in a year");
                self.refuse(&format!("laws[{i}].day"), format!("`{}/{}`", law.day, law.month), expected);
            }
        }
        for (i, notice) in data.notices.iter().enumerate() {
            self.notice(&format!("notices[{i}]"), notice);
        }
        self.errors
    }

    fn hours(&mut self, hours: &[Hours]) {
        let mut from = None;
        for (i, stretch) in hours.iter().enumerate() {
            if stretch.to <= stretch.from || from.is_some_and(|from| stretch.from < from) {
                let expected = Text::fixed(
                    "giờ làm việc theo thứ tự, giờ kết thúc sau giờ bắt đầu",
                    "working hours in order, each ending after it begins",
                );
                self.refuse(&format!("hours[{i}]"), format!("`{}-{}`", stretch.from, stretch.to), expected);
            }
            from = Some(stretch.to);
        }
    }

    fn notice(&mut self, path: &str, notice: &Notice) {
        for (i, listed) in notice.holidays.iter().enumerate() {
            // No holiday of the law lasts longer than two weeks, weekends and days in lieu included.
            if listed.to.is_some_and(|to| !(0..=14).contains(&(to - listed.from).num_days())) {
                let expected = Text::fixed(
                    "ngày cuối không trước ngày đầu và cách không quá 14 ngày",
                    "a last day not before the first, at most 14 days apart",
                );
                self.refuse_date(
                    &format!("{path}.holidays[{i}].to"),
                    listed.to.unwrap_or(listed.from),
                    expected,
                );
            }
        }
        for (i, swap) in notice.swaps.iter().enumerate() {
            if is_weekend(swap.off) {
                let expected = Text::fixed("một ngày từ thứ Hai đến thứ Sáu", "a day from Monday to Friday");
                self.refuse_date(&format!("{path}.swaps[{i}].off"), swap.off, expected);
            }
            if !is_weekend(swap.makeup) {
                let expected = Text::fixed("ngày thứ Bảy hoặc Chủ nhật", "a Saturday or a Sunday");
                self.refuse_date(&format!("{path}.swaps[{i}].makeup"), swap.makeup, expected);
            }
        }
    }

    fn refuse_date(&mut self, path: &str, date: NaiveDate, expected: Text) {
        self.refuse(path, format!("`{date}` ({})", say_date(date).say().en), expected);
    }

    fn refuse(&mut self, path: &str, found: String, expected: Text) {
        if self.errors.len() >= MAX_ERRORS {
            return;
        }
        let what = Text::new(
            format!("{found} không dùng được; cần {}", expected.vi),
            format!("{found} cannot be used; expected {}", expected.en),
        );
        self.errors.push(InputError { place: self.places.at(path), found, expected, what, remedy: None });
    }
}
