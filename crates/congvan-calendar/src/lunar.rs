//! Lunar dates of Viet Nam: the civil day at UTC+7 of a day of the lunar year.
//!
//! The astronomy is what Hồ Ngọc Đức published for the Vietnamese calendar: a month begins on the civil day of the new moon at
//! 105° East, the winter solstice stands in month 11, and of thirteen months between two solstices the first without a
//! principal term is the leap month. Other countries with the same rules at other meridians have other dates in some years.

use chrono::{Days, NaiveDate};

/// The days from the first of these Julian days to an instant, divided by the length of a month, number the new moons.
const FIRST_NEW_MOON: f64 = 2_415_021.076_998_695;
const MONTH: f64 = 29.530_588_853;
/// The Julian day number of the day before 1 January of the year 1.
const BEFORE_YEAR_ONE: i32 = 1_721_425;
const OFFSET_IN_DAYS: f64 = 7.0 / 24.0;

/// Mùng 1 Tết: the first day of the lunar year that begins in this year; none where the calendar has no such day.
#[must_use]
pub fn new_year(year: i32) -> Option<NaiveDate> {
    date_of(year, 1, 1)
}

/// Giỗ Tổ Hùng Vương: the tenth of the third lunar month; none where the calendar has no such day.
#[must_use]
pub fn hung_kings(year: i32) -> Option<NaiveDate> {
    date_of(year, 3, 10)
}

/// The civil day of a day of an ordinary (not leap) month of the lunar year; none when a number is out of range.
#[must_use]
pub fn date_of(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    if !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    let eleventh_of = if month < 11 { year.checked_sub(1)? } else { year };
    let from = eleventh_month(eleventh_of)?;
    let until = eleventh_month(eleventh_of.checked_add(1)?)?;
    let first = ((f64::from(from) - FIRST_NEW_MOON) / MONTH + 0.5).floor();
    let mut offset = (month + 1) % 12;
    if until - from > 365 && offset >= leap_offset(first) {
        offset += 1;
    }
    let start = new_moon_day(first + f64::from(offset));
    civil(start)?.checked_add_days(Days::new(u64::from(day - 1)))
}

/// The first day of the eleventh lunar month, which holds the winter solstice of the year.
fn eleventh_month(year: i32) -> Option<i32> {
    let last = julian(NaiveDate::from_ymd_opt(year, 12, 31)?);
    let number = ((f64::from(last) - 2_415_021.0) / MONTH).floor();
    let day = new_moon_day(number);
    Some(if sun_sector(day) >= 9 { new_moon_day(number - 1.0) } else { day })
}

/// How many months after the eleventh the leap month stands, in a year of thirteen.
fn leap_offset(first: f64) -> u32 {
    let sector = |months: u32| sun_sector(new_moon_day(first + f64::from(months)));
    (1..14).find(|months| sector(*months) == sector(months + 1)).unwrap_or(14)
}

fn new_moon_day(number: f64) -> i32 {
    (new_moon(number) + 0.5 + OFFSET_IN_DAYS).floor() as i32
}

/// The instant of a new moon as a Julian day, after Meeus (1988).
fn new_moon(number: f64) -> f64 {
    let t = number / 1236.85;
    let (t2, t3) = (t * t, t * t * t);
    let mean = 2_415_020.759_33 + 29.530_588_68 * number + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * sin(166.56 + 132.87 * t - 0.009_173 * t2);
    let sun = 359.2242 + 29.105_356_08 * number - 0.000_033_3 * t2 - 0.000_003_47 * t3;
    let moon = 306.0253 + 385.816_918_06 * number + 0.010_730_6 * t2 + 0.000_012_36 * t3;
    let node = 21.2964 + 390.670_506_46 * number - 0.001_652_8 * t2 - 0.000_002_39 * t3;
    let correction = (0.1734 - 0.000_393 * t) * sin(sun) + 0.0021 * sin(2.0 * sun) - 0.4068 * sin(moon)
        + 0.0161 * sin(2.0 * moon)
        - 0.0004 * sin(3.0 * moon)
        + 0.0104 * sin(2.0 * node)
        - 0.0051 * sin(sun + moon)
        - 0.0074 * sin(sun - moon)
        + 0.0004 * sin(2.0 * node + sun)
        - 0.0004 * sin(2.0 * node - sun)
        - 0.0006 * sin(2.0 * node + moon)
        + 0.0010 * sin(2.0 * node - moon)
        + 0.0005 * sin(2.0 * moon + sun);
    let clock = -0.000_278 + 0.000_265 * t + 0.000_262 * t2;
    mean + correction - clock
}

/// Which twelfth of its yearly way, from the spring equinox, the sun has reached at midnight in Viet Nam: 0 to 11.
fn sun_sector(day: i32) -> i32 {
    let t = (f64::from(day) - 0.5 - OFFSET_IN_DAYS - 2_451_545.0) / 36_525.0;
    let (t2, t3) = (t * t, t * t * t);
    let anomaly = 357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t2 - 0.000_000_48 * t3;
    let mean = 280.466_45 + 36_000.769_83 * t + 0.000_303_2 * t2;
    let centre = (1.914_600 - 0.004_817 * t - 0.000_014 * t2) * sin(anomaly)
        + (0.019_993 - 0.000_101 * t) * sin(2.0 * anomaly)
        + 0.000_290 * sin(3.0 * anomaly);
    ((mean + centre).rem_euclid(360.0) / 30.0).floor() as i32
}

fn sin(degrees: f64) -> f64 {
    degrees.to_radians().sin()
}

fn julian(date: NaiveDate) -> i32 {
    use chrono::Datelike as _;
    date.num_days_from_ce() + BEFORE_YEAR_ONE
}

fn civil(julian: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(julian.checked_sub(BEFORE_YEAR_ONE)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn tet_falls_on_the_days_known() {
        let known = "1985-01-21 2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 \
             2009-01-26 2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 \
             2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 \
             2027-02-06 2028-01-26 2029-02-13 2030-02-02";
        for day in known.split_whitespace().map(date) {
            use chrono::Datelike as _;
            assert_eq!(new_year(day.year()), Some(day));
        }
    }

    #[test]
    fn the_hung_kings_day_falls_on_the_days_known() {
        for day in ["2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26", "2027-04-16"].map(date) {
            use chrono::Datelike as _;
            assert_eq!(hung_kings(day.year()), Some(day));
        }
    }

    #[test]
    fn no_new_moon_is_so_near_midnight_that_two_machines_could_differ() {
        // The sine of two platforms may differ in its last digit, about 1e-9 of a day here.
        for number in 0..3_700 {
            let since_midnight = (new_moon(f64::from(number)) + 0.5 + OFFSET_IN_DAYS).rem_euclid(1.0);
            assert!(since_midnight > 1e-6 && since_midnight < 1.0 - 1e-6, "new moon {number}");
        }
    }

    #[test]
    fn numbers_out_of_range_name_no_day() {
        assert_eq!(date_of(2024, 0, 1), None);
        assert_eq!(date_of(2024, 13, 1), None);
        assert_eq!(date_of(2024, 1, 31), None);
        assert_eq!(date_of(i32::MAX, 12, 1), None);
        assert_eq!(date_of(i32::MIN, 1, 1), None);
    }

    #[test]
    fn a_lunar_year_has_twelve_months_of_29_or_30_days_and_perhaps_a_leap_month() {
        for year in 1900..2199 {
            for month in 1..12 {
                let from = date_of(year, month, 1).unwrap();
                let length = (date_of(year, month + 1, 1).unwrap() - from).num_days();
                assert!(matches!(length, 29 | 30 | 58..=60), "{year}-{month}: {length}");
            }
        }
    }
}
