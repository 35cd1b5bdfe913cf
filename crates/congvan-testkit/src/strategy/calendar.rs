//! Calendars: the official one, and that of a province with days off and make-up days of its own while a directive runs.

use chrono::Days;
use congvan_calendar::data::LocalDay;
use congvan_calendar::{Calendar, CalendarData};
use proptest::prelude::*;

use super::first_day;

/// How long after the first day a province may have days of its own, in days.
const DAYS: u64 = 45;

/// In three of five worlds the official calendar; in the others a province that works on some days off and is off on some
/// working days, so that deadlines and windows meet holidays.
pub fn calendars() -> impl Strategy<Value = Calendar> {
    let local = prop::collection::btree_map(0..DAYS, any::<bool>(), 1..=8);
    prop_oneof![3 => Just(Calendar::official()), 2 => local.prop_map(|local| of_province(local.into_iter()))]
}

/// The official calendar with these days changed, counted from the first day: `true` for a working day.
fn of_province(days: impl Iterator<Item = (u64, bool)>) -> Calendar {
    let local = days.filter_map(|(days, working)| {
        Some(LocalDay {
            date: first_day().checked_add_days(Days::new(days))?,
            working,
            reason: "theo thông báo của tỉnh".into(),
            source: "dữ liệu kiểm thử".into(),
            known_since: None,
        })
    });
    let data = CalendarData { name: "tỉnh".into(), local: local.collect(), ..CalendarData::default() };
    Calendar::official().with_overrides(&data)
}
