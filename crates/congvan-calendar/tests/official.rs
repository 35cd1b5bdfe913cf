//! The official calendars of 2023 to 2026, day by day.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use congvan_calendar::{Calendar, DayReason, Holiday};
use congvan_text::{Lang, Say};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The weekdays off of a year, and its worked days of weekends.
fn unusual(calendar: &Calendar, year: i32) -> (Vec<String>, Vec<String>) {
    let days = NaiveDate::from_ymd_opt(year, 1, 1).unwrap().iter_days().take_while(|day| day.year() == year);
    let (mut off, mut worked) = (Vec::new(), Vec::new());
    for day in days {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        match (weekend, calendar.is_working_day(day)) {
            (false, false) => off.push(day.format("%d/%m").to_string()),
            (true, true) => worked.push(day.format("%d/%m").to_string()),
            (false, true) | (true, false) => {}
        }
    }
    (off, worked)
}

#[test]
fn the_years_2023_to_2026_are_as_announced() {
    let expected = [
        (2023, "02/01 20/01 23/01 24/01 25/01 26/01 01/05 02/05 03/05 01/09 04/09", ""),
        (2024, "01/01 08/02 09/02 12/02 13/02 14/02 18/04 29/04 30/04 01/05 02/09 03/09", "04/05"),
        (2025, "01/01 27/01 28/01 29/01 30/01 31/01 07/04 30/04 01/05 02/05 01/09 02/09", "26/04"),
        (
            2026,
            "01/01 02/01 16/02 17/02 18/02 19/02 20/02 27/04 30/04 01/05 31/08 01/09 02/09 24/11",
            "10/01 22/08",
        ),
    ];
    for (year, off, worked) in expected {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(unusual(&Calendar::official(), year), (words(off), words(worked)), "{year}");
        assert!(!Calendar::official().day(date(&format!("{year}-06-01"))).provisional);
    }
}

#[test]
fn every_unusual_day_of_a_known_year_names_its_source() {
    let calendar = Calendar::official();
    for day in date("2023-01-01").iter_days().take_while(|day| day.year() < 2027) {
        let day = calendar.day(day);
        match day.why {
            DayReason::Weekend | DayReason::Ordinary => assert_eq!(day.source, None),
            DayReason::Holiday { .. }
            | DayReason::Compensation { .. }
            | DayReason::SwappedOff { .. }
            | DayReason::MakeUp { .. }
            | DayReason::Local { .. } => assert!(day.source.is_some_and(|source| !source.is_empty())),
        }
    }
}

#[test]
fn each_kind_of_day_says_why_in_both_languages() {
    let calendar = Calendar::official();
    let said = |day: &str| calendar.day(date(day)).say();
    assert_eq!(said("2024-03-30").vi, "thứ Bảy, 30/03/2024: ngày nghỉ hằng tuần");
    assert_eq!(said("2024-03-25").en, "Monday 25/03/2024: working day");
    assert!(said("2024-02-13").vi.contains("nghỉ bù cho ngày 10/02/2024"));
    assert!(said("2024-04-29").en.contains("swapped day off, made up for on 04/05/2024"));
    assert!(said("2024-05-04").vi.contains("làm bù cho ngày nghỉ 29/04/2024 [Công văn 2450/VPCP-KGVX"));
    assert!(said("2026-11-24").vi.contains("Ngày Văn hóa Việt Nam"));
    assert!(calendar.day(date("2030-02-04")).in_lang(Lang::Vi).contains("(tạm tính)"));
}

#[test]
fn the_law_alone_finds_the_holidays_of_the_known_years_but_for_the_swaps() {
    let official = Calendar::official();
    let law = official.as_known_on(date("2015-01-01"));
    for year in 2023..=2026 {
        let (known, _) = unusual(&official, year);
        let (found, worked) = unusual(&law, year);
        let swapped: BTreeSet<_> = ["29/04", "02/05", "02/01", "31/08"].into();
        let lacking: Vec<_> = known.iter().filter(|day| !found.contains(day)).collect();
        let culture = year == 2026;
        assert!(
            lacking.iter().all(|day| swapped.contains(day.as_str()) || (culture && *day == "24/11")),
            "{year}: {lacking:?}"
        );
        assert!(found.iter().all(|day| known.contains(day)), "{year}: {found:?}");
        assert!(worked.is_empty());
        assert!(law.day(NaiveDate::from_ymd_opt(year, 6, 1).unwrap()).provisional);
    }
}

#[test]
fn the_culture_day_is_a_holiday_from_2026_and_provisional_later() {
    let calendar = Calendar::official();
    assert!(calendar.is_working_day(date("2025-11-24")));
    let day = calendar.day(date("2027-11-24"));
    assert_eq!(day.why, DayReason::Holiday { holiday: Holiday::CultureDay });
    assert!(day.provisional && !day.working);
    let before = calendar.as_known_on(date("2026-04-23"));
    assert!(before.is_working_day(date("2026-11-24")) && before.is_working_day(date("2027-11-24")));
}

#[test]
fn tet_of_a_provisional_year_follows_the_custom() {
    let calendar = Calendar::official();
    // The first day of 2027 is a Saturday: two days before it, three from it, and two days in lieu.
    let (off, _) = unusual(&calendar, 2027);
    for day in ["04/02", "05/02", "08/02", "09/02", "10/02", "16/04"] {
        assert!(off.contains(&day.to_owned()), "{day} in {off:?}");
    }
    assert!(!off.contains(&"11/02".to_owned()));
}

#[test]
fn what_was_announced_later_is_not_known_earlier() {
    let calendar = Calendar::official();
    let (off, makeup) = (date("2024-04-29"), date("2024-05-04"));
    let before = calendar.as_known_on(date("2024-04-11"));
    assert!(before.is_working_day(off) && !before.is_working_day(makeup));
    let after = calendar.as_known_on(date("2024-04-12"));
    assert!(!after.is_working_day(off) && after.is_working_day(makeup));
    assert_ne!(before.version(), after.version());
    assert!(after.as_known_on(date("2024-04-11")).is_working_day(off));
    assert!(calendar.as_known_on(date("2023-12-30")).day(off).provisional);
    assert!(!after.day(off).provisional);
}

#[test]
fn beyond_the_years_of_the_lunar_rule_only_weekends_are_known() {
    let calendar = Calendar::official();
    let day = calendar.day(date("2200-01-01"));
    assert!(day.working && day.provisional);
    assert!(!calendar.is_working_day(date("2200-01-04")));
    assert_eq!(calendar.add_working_days(NaiveDate::MAX, 5).end, NaiveDate::MAX);
    assert_eq!(calendar.add_working_days(date("9999-12-30"), 50).end, date("9999-12-31"));
}

#[test]
fn more_working_days_than_there_are_lead_nowhere() {
    let calendar = Calendar::official();
    let lead = |from, n| calendar.checked_add_working_days(date(from), n);
    assert_eq!(lead("2024-02-07", 1), Some(date("2024-02-15")), "after the days of Tết");
    assert_eq!(lead("2024-02-15", -1), Some(date("2024-02-07")));
    assert_eq!(lead("2024-02-10", 0), Some(date("2024-02-10")), "a day off is itself");
    // 31 December 9999 is a Friday, 1 January of the year 1 a Monday.
    assert_eq!(lead("9999-12-24", 5), Some(date("9999-12-31")));
    assert_eq!(lead("9999-12-24", 6), None);
    assert_eq!(lead("9999-12-31", 1), None);
    assert_eq!(lead("0001-01-08", -5), Some(date("0001-01-01")));
    assert_eq!(lead("0001-01-08", -6), None);
    for n in [i32::MAX, i32::MIN, 3_000_000, -3_000_000] {
        assert_eq!(lead("2024-02-07", n), None, "{n}");
    }
    for (from, n) in [(NaiveDate::MAX, 1), (NaiveDate::MIN, -1)] {
        assert_eq!(calendar.checked_add_working_days(from, n), None, "{from}");
    }
}

#[test]
fn working_hours_are_empty_on_a_day_off() {
    let calendar = Calendar::official();
    let hours: Vec<_> =
        calendar.working_hours(date("2024-03-25")).iter().map(|(from, to)| format!("{from}-{to}")).collect();
    assert_eq!(hours, ["08:00:00-12:00:00", "13:00:00-17:00:00"]);
    assert!(calendar.working_hours(date("2024-03-30")).is_empty());
    assert_eq!(calendar.working_hours(date("2024-05-04")).len(), 2);
}
