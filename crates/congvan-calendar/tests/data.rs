//! Calendars from files, and what a province adds.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use chrono::NaiveDate;
use congvan_calendar::{Calendar, CalendarData, DayReason};
use congvan_text::read::Format;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const LOCAL: &str = r#"
name = "brvt"
[[hours]]
from = "07:30"
to = "11:30"
[[local]]
date = 2024-03-27
working = false
reason = "ngày truyền thống của tỉnh"
source = "Quyết định 1/QĐ-UBND"
known_since = 2024-03-20
[[local]]
date = 2024-03-30
working = true
reason = "trực giải quyết hồ sơ"
source = "Quyết định 2/QĐ-UBND"
"#;

#[test]
fn local_days_prevail_and_change_the_version() {
    let official = Calendar::official();
    let local = CalendarData::from_text("local.toml", LOCAL, Format::Toml).unwrap();
    let calendar = official.with_overrides(&local);
    assert!(!calendar.is_working_day(date("2024-03-27")));
    assert!(calendar.is_working_day(date("2024-03-30")));
    assert!(matches!(calendar.day(date("2024-03-27")).why, DayReason::Local { .. }));
    assert_eq!(calendar.working_hours(date("2024-03-30")).len(), 1);
    assert!(calendar.version().starts_with("vn-2026.1+brvt+"));
    assert_ne!(calendar.version(), official.version());
    let before = calendar.as_known_on(date("2024-03-19"));
    assert!(before.is_working_day(date("2024-03-27")) && before.is_working_day(date("2024-03-30")));
    assert!(official.is_working_day(date("2024-03-27")), "the calendar it was made from is unchanged");
}

#[test]
fn a_file_may_be_laid_over_the_official_calendar() {
    let text = LOCAL.replacen("name = \"brvt\"", "name = \"brvt\"\nover = \"official\"", 1);
    let calendar = Calendar::from_text("local.toml", &text, Format::Toml).unwrap();
    let local = CalendarData::from_text("local.toml", LOCAL, Format::Toml).unwrap();
    assert_eq!(calendar, Calendar::official().with_overrides(&local));
    // 29 April 2024 was swapped for 4 May: the official notices hold beside the local days.
    assert!(!calendar.is_working_day(date("2024-04-29")) && !calendar.is_working_day(date("2024-03-27")));
    let alone = Calendar::from_text("local.toml", LOCAL, Format::Toml).unwrap();
    assert!(alone.is_working_day(date("2024-04-29")), "without it the file stands alone");
    let wrong = text.replace("official", "lunar");
    let errors = Calendar::from_text("local.toml", &wrong, Format::Toml).unwrap_err();
    assert!(errors.to_string().contains("`over`") && errors.to_string().contains("official"), "{errors}");
}

#[test]
fn toml_and_json_make_the_same_calendar() {
    let official = Calendar::official();
    let json = serde_json::to_string(official.data()).unwrap();
    let read = Calendar::from_text("vietnam.json", &json, Format::Json).unwrap();
    assert_eq!(read, official);
    assert_eq!(read.version(), official.version());
}

#[test]
fn the_version_is_the_name_and_a_short_hash_of_the_data() {
    let version = Calendar::official().version().to_owned();
    let (name, hash) = version.split_once('+').unwrap();
    assert_eq!(name, "vn-2026.1");
    assert_eq!(hash.len(), 8);
    let mut data = Calendar::official().data().clone();
    data.notices[1].swaps.clear();
    data.notices.pop();
    assert_ne!(Calendar::new(data).version(), version);
}

#[test]
fn errors_say_where_they_stand_and_several_at_once() {
    let text = r#"name = "x"
[[notices]]
known_since = 2024-01-01
source = "s"
swaps = [
    { off = 2024-05-04, makeup = 2024-05-06 },
]
holidays = [
    { holiday = "tet", from = 2024-02-10, to = 2024-02-08 },
]
[[laws]]
holiday = "new_year"
month = 2
day = 30
source = "s"
[[hours]]
from = "12:00"
to = "08:00"
"#;
    let errors = Calendar::from_text("bad.toml", text, Format::Toml).unwrap_err();
    let lines: Vec<_> = errors.iter().map(|error| (error.place.line, error.place.path.clone())).collect();
    let expected = [
        (6, "notices[0].swaps[0].off"),
        (6, "notices[0].swaps[0].makeup"),
        (9, "notices[0].holidays[0].to"),
        (14, "laws[0].day"),
        (16, "hours[0]"),
    ];
    assert_eq!(lines, expected.map(|(line, path)| (line, path.to_owned())));
    assert!(errors.to_string().contains("bad.toml"));
    let unknown = Calendar::from_text("bad.toml", "name = \"x\"\nnotice = []\n", Format::Toml).unwrap_err();
    assert_eq!(unknown.iter().next().unwrap().place.line, 2);
    assert!(Calendar::from_text("bad.toml", "name = \" \"", Format::Toml).is_err());
    let endless = "name = \"x\"\n[[notices]]\nknown_since = 2024-01-01\nsource = \"s\"\nholidays = [{ holiday = \"tet\", from = 2024-01-01, to = 9999-12-31 }]\n";
    assert!(Calendar::from_text("bad.toml", endless, Format::Toml).is_err());
}
