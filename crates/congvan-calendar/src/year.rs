//! The holidays of one year: listed by its notices, or from the law and the lunar rule.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use crate::data::CalendarData;
use crate::day::{DayReason, Holiday, is_weekend};
use crate::{calendar, lunar};

/// The years for which the lunar rule is trusted.
pub(crate) const FIRST_YEAR: i32 = 1900;
/// The last of them.
pub(crate) const LAST_YEAR: i32 = 2199;

const LABOUR_CODE: &str = "Bộ luật Lao động 45/2019/QH14, Điều 112";
const IN_LIEU: &str = "Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3";

/// The holidays of one year, with the days in lieu of those that fall on a weekly day off.
pub(crate) struct Year {
    provisional: bool,
    special: BTreeMap<NaiveDate, (DayReason, Arc<str>)>,
}

type Holidays = BTreeMap<NaiveDate, (Holiday, Arc<str>)>;

impl Year {
    pub(crate) fn of(data: &CalendarData, number: i32) -> Self {
        let provisional = !data.notices.iter().any(|notice| notice.settles == Some(number));
        let mut holidays = if provisional { by_law(data, number) } else { Holidays::new() };
        list(&mut holidays, data, number);
        Self { provisional, special: with_days_in_lieu(data, &holidays) }
    }

    pub(crate) fn is_provisional(&self) -> bool {
        self.provisional
    }

    pub(crate) fn special(&self, date: NaiveDate) -> Option<(&DayReason, Option<&str>)> {
        self.special.get(&date).map(|(why, source)| (why, Some(&**source)))
    }
}

/// The holidays that the law and custom give a year for which no notice is known.
fn by_law(data: &CalendarData, year: i32) -> Holidays {
    let mut holidays = Holidays::new();
    let law: Arc<str> = LABOUR_CODE.into();
    for (holiday, days) in [(Holiday::Tet, tet(year)), (Holiday::NationalDay, national_days(year))] {
        holidays.extend(days.into_iter().map(|day| (day, (holiday, Arc::clone(&law)))));
    }
    holidays.extend(lunar::hung_kings(year).map(|day| (day, (Holiday::HungKings, law))));
    for fixed in &data.laws {
        let day = NaiveDate::from_ymd_opt(year, fixed.month, fixed.day);
        if let Some(day) = day.filter(|day| fixed.since.is_none_or(|since| since <= *day)) {
            holidays.insert(day, (fixed.holiday, fixed.source.as_str().into()));
        }
    }
    holidays
}

fn list(holidays: &mut Holidays, data: &CalendarData, year: i32) {
    for notice in &data.notices {
        for listed in &notice.holidays {
            let last = listed.to.unwrap_or(listed.from);
            let days = listed.from.iter_days().take_while(|day| *day <= last);
            let source: Arc<str> = notice.source.as_str().into();
            holidays.extend(
                days.filter(|day| day.year() == year).map(|day| (day, (listed.holiday, Arc::clone(&source)))),
            );
        }
    }
}

/// The five days of Tết as the yearly decisions of 2016 to 2026 spread them: where the first day of the year is a Monday or a Tuesday,
/// one day before it and four from it; otherwise two before and three from it.
fn tet(year: i32) -> Vec<NaiveDate> {
    let Some(first) = lunar::new_year(year) else { return Vec::new() };
    let before = if matches!(first.weekday(), Weekday::Mon | Weekday::Tue) { 1 } else { 2 };
    first
        .checked_sub_days(Days::new(before))
        .map_or_else(Vec::new, |start| start.iter_days().take(5).collect())
}

/// 2 September and the day beside it that makes the longest rest, as the yearly decisions have had it: the day before
/// on a Tuesday, Wednesday, Friday or Saturday, else the day after.
fn national_days(year: i32) -> Vec<NaiveDate> {
    let Some(day) = NaiveDate::from_ymd_opt(year, 9, 2) else { return Vec::new() };
    let beside = match day.weekday() {
        Weekday::Tue | Weekday::Wed | Weekday::Fri | Weekday::Sat => day.pred_opt(),
        Weekday::Mon | Weekday::Thu | Weekday::Sun => day.succ_opt(),
    };
    beside.into_iter().chain([day]).collect()
}

/// Each holiday on a Saturday or Sunday gives the next day that is otherwise worked (Labour Code art. 111.3). Two holidays on one day give
/// one: the law is silent.
fn with_days_in_lieu(data: &CalendarData, holidays: &Holidays) -> BTreeMap<NaiveDate, (DayReason, Arc<str>)> {
    let mut special: BTreeMap<_, _> = holidays
        .iter()
        .map(|(day, (holiday, source))| {
            (*day, (DayReason::Holiday { holiday: *holiday }, Arc::clone(source)))
        })
        .collect();
    let swapped = |day: NaiveDate| {
        data.notices.iter().flat_map(|notice| &notice.swaps).any(|swap| swap.off == day || swap.makeup == day)
    };
    let in_lieu: Arc<str> = IN_LIEU.into();
    for holiday in holidays.keys().copied().filter(|day| is_weekend(*day)) {
        let mut day = calendar::next_day(holiday);
        while let Some(taken) =
            day.filter(|day| is_weekend(*day) || special.contains_key(day) || swapped(*day))
        {
            day = calendar::next_day(taken);
        }
        if let Some(day) = day {
            special.insert(day, (DayReason::Compensation { of: holiday }, Arc::clone(&in_lieu)));
        }
    }
    special
}
