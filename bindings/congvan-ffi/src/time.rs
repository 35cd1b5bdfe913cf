//! Days and instants as the languages' own types.
//!
//! A day crosses as days since 1970-01-01, an instant as microseconds since 1970-01-01T00:00:00Z; `uniffi.toml` turns
//! them into `datetime.date` and `datetime.datetime`, `LocalDate` and `OffsetDateTime`, always at +07:00.

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveTime, Timelike as _};
use congvan::Instant;

use crate::error::CongvanError;

uniffi::custom_type!(NaiveDate, i32, {
    remote,
    lower: |day| day.to_epoch_days(),
    try_lift: |days| Ok(day(days)?),
});

uniffi::custom_type!(NaiveTime, u32, {
    remote,
    lower: |time| time.num_seconds_from_midnight(),
    try_lift: |seconds| Ok(time(seconds)?),
});

uniffi::custom_type!(Instant, i64, {
    remote,
    lower: |at| at.micros(),
    try_lift: |micros| Ok(instant(micros)?),
});

/// The day so many days after 1970-01-01; years beyond 9999 have no form in either language.
fn day(days: i32) -> Result<NaiveDate, CongvanError> {
    let found = NaiveDate::from_epoch_days(days).filter(|day| (1..=9999).contains(&day.year()));
    found.ok_or_else(|| {
        CongvanError::misread(
            "date",
            NaiveDate::from_epoch_days(days).map_or_else(|| days.to_string(), |day| day.to_string()),
            ("ngày nằm ngoài các năm từ 1 đến 9999", "the day lies outside the years 1 to 9999"),
        )
    })
}

/// The time so many seconds after midnight.
fn time(seconds: u32) -> Result<NaiveTime, CongvanError> {
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).ok_or_else(|| {
        CongvanError::misread(
            "time",
            seconds.to_string(),
            ("không phải giờ trong ngày", "not a time of a day"),
        )
    })
}

fn instant(micros: i64) -> Result<Instant, CongvanError> {
    Instant::from_micros(micros).ok_or_else(|| {
        CongvanError::misread(
            "instant",
            DateTime::from_timestamp_micros(micros).map_or_else(|| micros.to_string(), |at| at.to_rfc3339()),
            ("thời điểm nằm ngoài các năm từ 1 đến 9999", "the instant lies outside the years 1 to 9999"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_1_to_9999_pass_and_no_other() {
        let first = NaiveDate::from_ymd_opt(1, 1, 1).unwrap();
        let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();
        for date in [first, last] {
            assert_eq!(day(date.to_epoch_days()).unwrap(), date);
            let at = Instant::start_of(date);
            assert_eq!(instant(at.micros()).unwrap(), at);
        }
        for days in [first.to_epoch_days() - 1, last.to_epoch_days() + 1, i32::MIN, i32::MAX] {
            assert!(matches!(day(days), Err(CongvanError::Input { .. })), "{days}");
        }
        for micros in
            [Instant::start_of(first).micros() - 1, Instant::end_of(last).micros() + 1, i64::MIN, i64::MAX]
        {
            assert!(matches!(instant(micros), Err(CongvanError::Input { .. })), "{micros}");
        }
    }
}
