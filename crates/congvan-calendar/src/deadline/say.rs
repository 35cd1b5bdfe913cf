//! A deadline told in both languages.

use congvan_text::{Say, Text};

use super::{DayOff, DeadlineRule, Event};
use crate::day::say_date;

impl Say for DeadlineRule {
    fn say(&self) -> Text {
        match self {
            Self::NoLaterThan { date } => dated("chậm nhất", "no later than", *date),
            Self::Before { date } => dated("trước", "before", *date),
            Self::AtHour { date, time } => {
                let (day, time) = (say_date(*date), time.format("%H:%M"));
                Text::new(
                    format!("chậm nhất {time} {}", day.vi),
                    format!("no later than {time} on {}", day.en),
                )
            }
            Self::WorkingDaysAfter { days, after } => {
                counted(*days, ("ngày làm việc", "working days"), after)
            }
            Self::CalendarDaysAfter { days, after } => counted(*days, ("ngày", "calendar days"), after),
            Self::MonthsAfter { months, after } => counted(*months, ("tháng", "months"), after),
            Self::EndOfMonth { year, month } => {
                Text::new(format!("hết tháng {month}/{year}"), format!("the end of month {month}/{year}"))
            }
            Self::EndOfQuarter { year, quarter } => {
                Text::new(format!("hết quý {quarter}/{year}"), format!("the end of quarter {quarter}/{year}"))
            }
            Self::EndOfYear { year } => Text::new(format!("hết năm {year}"), format!("the end of {year}")),
            Self::On { date } => dated("vào", "on", *date),
            Self::With { assignment } => Text::new(
                format!("cùng với nhiệm vụ `{assignment}`"),
                format!("with assignment `{assignment}`"),
            ),
            Self::Until { assignment } => Text::new(
                format!("đến hạn của nhiệm vụ `{assignment}`"),
                format!("until assignment `{assignment}` is due"),
            ),
            Self::PerPerformer { .. } => {
                Text::fixed("theo từng đơn vị thực hiện", "as set for each performer")
            }
            Self::ByReference { document, provision } => {
                let of = provision.as_ref().map(|provision| format!("{provision}, ")).unwrap_or_default();
                Text::new(format!("theo {of}{document}"), format!("as laid down in {of}{document}"))
            }
            Self::OnDemand => Text::fixed("khi có yêu cầu", "on demand"),
            Self::OnCondition { condition } => {
                Text::new(format!("khi {condition}"), format!("when {condition}"))
            }
            Self::None { urgency_word: Some(word) } => {
                Text::new(format!("không nêu thời hạn (`{word}`)"), format!("no deadline (`{word}`)"))
            }
            Self::None { urgency_word: None } => Text::fixed("không nêu thời hạn", "no deadline"),
        }
    }
}

impl Say for Event {
    fn say(&self) -> Text {
        match self {
            Self::Issue => Text::fixed("ngày ban hành", "the day of issue"),
            Self::Receipt => Text::fixed("ngày nhận được văn bản", "the day of receipt"),
            Self::Date { date } => say_date(*date),
            Self::Assignment { assignment } => Text::new(
                format!("hạn của nhiệm vụ `{assignment}`"),
                format!("the due day of assignment `{assignment}`"),
            ),
            Self::Named { name } => Text::new(name.clone(), name.clone()),
        }
    }
}

impl Say for DayOff {
    fn say(&self) -> Text {
        match self {
            Self::Finding => Text::fixed(
                "giữ nguyên như văn bản, kiến nghị kiểm tra",
                "it stands as printed, which is a finding",
            ),
            Self::Keep => Text::fixed("văn bản quy định giữ nguyên", "the mandate keeps it there"),
            Self::Earlier => {
                Text::fixed("chuyển về ngày làm việc liền trước", "it moves to the working day before")
            }
            Self::Later => {
                Text::fixed("chuyển sang ngày làm việc tiếp theo", "it moves to the next working day")
            }
        }
    }
}

fn dated(vi: &str, en: &str, date: chrono::NaiveDate) -> Text {
    let day = say_date(date);
    Text::new(format!("{vi} {}", day.vi), format!("{en} {}", day.en))
}

fn counted(count: u16, (vi, en): (&str, &str), after: &Event) -> Text {
    let after = after.say();
    let en = if count == 1 { en.trim_end_matches('s') } else { en };
    Text::new(format!("trong {count} {vi} kể từ {}", after.vi), format!("{count} {en} after {}", after.en))
}
