//! The data of a calendar: read, written out, and asked about every day that could trip it.

use chrono::NaiveDate;
use congvan_calendar::{Calendar, CalendarData};
use congvan_text::read::Format;

use crate::{Taken, told};

pub(crate) fn check(text: &str) -> Taken {
    let mut taken = Taken::Refused;
    for format in [Format::Toml, Format::Json] {
        match CalendarData::from_text("calendar", text, format) {
            Err(errors) => told::errors(&errors, text),
            Ok(data) => {
                taken = Taken::Read;
                let json = serde_json::to_string(&data).unwrap();
                assert_eq!(CalendarData::from_text("again", &json, Format::Json).as_ref(), Ok(&data));
                if let Ok(toml) = toml::to_string(&data) {
                    assert_eq!(CalendarData::from_text("again", &toml, Format::Toml).as_ref(), Ok(&data));
                }
                ask(&Calendar::new(data));
            }
        }
    }
    taken
}

/// A calendar that was read answers for every day, those beyond its years too.
fn ask(calendar: &Calendar) {
    let days =
        ["-262143-01-01", "0001-01-01", "1899-12-31", "2024-02-09", "2026-11-24", "2199-12-31", "9999-12-31"];
    for day in days.into_iter().filter_map(|day| day.parse::<NaiveDate>().ok()).chain([NaiveDate::MAX]) {
        assert_eq!(calendar.day(day).working, calendar.is_working_day(day));
        let _ = calendar.working_hours(day);
        let walk = calendar.add_working_days(day, 9);
        assert!(walk.end >= day || walk.end == day);
        let _ = calendar.add_working_days(day, -9);
    }
    let known = calendar.as_known_on(NaiveDate::MIN);
    assert!(
        known.data().notices.is_empty()
            || known.data().notices.iter().all(|it| it.known_since == NaiveDate::MIN)
    );
}
