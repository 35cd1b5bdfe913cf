//! A day of the calendar: whether it is worked, and why.

use std::fmt::Write as _;

use chrono::{Datelike as _, NaiveDate, Weekday};
use congvan_text::{Say, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Whether the answer comes from the law and the lunar rule alone, no official calendar of the year being known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// The document that says so, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Why the day is worked or not.
    pub why: DayReason,
    /// Whether the day is worked.
    pub working: bool,
}

/// Why a day is worked or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum DayReason {
    /// Saturday or Sunday.
    Weekend,
    /// A public holiday (Labour Code 45/2019/QH14 art. 112).
    Holiday {
        /// The holiday.
        holiday: Holiday,
    },
    /// Off because a public holiday fell on a weekly day off (Labour Code art. 111.3).
    Compensation {
        /// The holiday's day.
        of: NaiveDate,
    },
    /// Off in exchange for a make-up day.
    SwappedOff {
        /// The day worked instead.
        makeup: NaiveDate,
    },
    /// A day of the weekend worked in exchange for another.
    MakeUp {
        /// The day off in return.
        off: NaiveDate,
    },
    /// As the province or the office decided.
    Local {
        /// Its reason.
        #[serde(rename = "because")]
        reason: String,
    },
    /// An ordinary working day.
    Ordinary,
}

/// A public holiday (Labour Code 45/2019/QH14 art. 112; Resolution 28/2026/QH16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// Tết Dương lịch, 1 January.
    NewYear,
    /// Tết Âm lịch, five days.
    Tet,
    /// Giỗ Tổ Hùng Vương, the tenth of the third lunar month.
    HungKings,
    /// Ngày Chiến thắng, 30 April.
    VictoryDay,
    /// Ngày Quốc tế lao động, 1 May.
    LabourDay,
    /// Quốc khánh, 2 September and one day beside it.
    NationalDay,
    /// Ngày Văn hóa Việt Nam, 24 November, from 2026.
    CultureDay,
}

impl Say for Holiday {
    fn say(&self) -> Text {
        match self {
            Self::NewYear => Text::fixed("Tết Dương lịch", "New Year's Day"),
            Self::Tet => Text::fixed("Tết Âm lịch", "Lunar New Year"),
            Self::HungKings => Text::fixed("Giỗ Tổ Hùng Vương", "Hùng Kings' Day"),
            Self::VictoryDay => Text::fixed("Ngày Chiến thắng", "Victory Day"),
            Self::LabourDay => Text::fixed("Ngày Quốc tế lao động", "International Labour Day"),
            Self::NationalDay => Text::fixed("Quốc khánh", "National Day"),
            Self::CultureDay => Text::fixed("Ngày Văn hóa Việt Nam", "Viet Nam Culture Day"),
        }
    }
}

impl Say for DayReason {
    fn say(&self) -> Text {
        match self {
            Self::Weekend => Text::fixed("ngày nghỉ hằng tuần", "weekly day off"),
            Self::Holiday { holiday } => {
                let name = holiday.say();
                Text::new(format!("nghỉ lễ, tết: {}", name.vi), format!("public holiday: {}", name.en))
            }
            Self::Compensation { of } => Text::new(
                format!("nghỉ bù cho ngày {}", short(*of)),
                format!("day off in lieu of {}", short(*of)),
            ),
            Self::SwappedOff { makeup } => Text::new(
                format!("nghỉ hoán đổi, làm bù ngày {}", short(*makeup)),
                format!("swapped day off, made up for on {}", short(*makeup)),
            ),
            Self::MakeUp { off } => Text::new(
                format!("làm bù cho ngày nghỉ {}", short(*off)),
                format!("make-up day for the day off on {}", short(*off)),
            ),
            Self::Local { reason } => Text::new(
                format!("theo quyết định của địa phương: {reason}"),
                format!("local decision: {reason}"),
            ),
            Self::Ordinary => Text::fixed("ngày làm việc", "working day"),
        }
    }
}

impl Say for Day {
    fn say(&self) -> Text {
        let (date, why) = (say_date(self.date), self.why.say());
        let mut vi = format!("{}: {}", date.vi, why.vi);
        let mut en = format!("{}: {}", date.en, why.en);
        if self.provisional {
            vi.push_str(" (tạm tính)");
            en.push_str(" (provisional)");
        }
        if let Some(source) = &self.source {
            // Writing to a string cannot fail.
            let _ = write!(vi, " [{source}]");
            let _ = write!(en, " [{source}]");
        }
        Text::new(vi, en)
    }
}

/// A day with its weekday, as both languages write it: `thứ Hai, 25/03/2024`, `Monday 25/03/2024`.
#[must_use]
pub fn say_date(date: NaiveDate) -> Text {
    let (vi, en) = match date.weekday() {
        Weekday::Mon => ("thứ Hai", "Monday"),
        Weekday::Tue => ("thứ Ba", "Tuesday"),
        Weekday::Wed => ("thứ Tư", "Wednesday"),
        Weekday::Thu => ("thứ Năm", "Thursday"),
        Weekday::Fri => ("thứ Sáu", "Friday"),
        Weekday::Sat => ("thứ Bảy", "Saturday"),
        Weekday::Sun => ("Chủ nhật", "Sunday"),
    };
    let day = short(date);
    Text::new(format!("{vi}, {day}"), format!("{en} {day}"))
}

pub(crate) fn short(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
}

pub(crate) fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
