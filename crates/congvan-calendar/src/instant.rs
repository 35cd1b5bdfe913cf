//! Civil time of Viet Nam, to the microsecond.

use std::fmt;
use std::num::NonZeroU64;
use std::str::FromStr;

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};
use congvan_text::{Say, Text, read};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const OFFSET: i64 = 7 * 3_600_000_000;
/// The civil microseconds since 1970 are kept above this, so that none is zero and the order of numbers is the order of time.
const ABOVE: i64 = 1 << 62;
/// 0001-01-01T00:00:00 and 9999-12-31T23:59:59.999999, in civil microseconds since 1970.
const FIRST: i64 = -62_135_596_800_000_000;
const LAST: i64 = 253_402_300_799_999_999;
const DAY: i64 = 86_400_000_000;
/// The days from the beginning of the year 1 to 1970, counted from 1.
const DAYS_BEFORE: i64 = 719_163;

/// An instant in the civil time of Viet Nam (UTC+07:00, without daylight saving since 1975), to the microsecond, in the years 1 to 9999.
///
/// Written as RFC 3339 and always with `+07:00`; any other offset is converted when read, and a time without an offset
/// is refused. Eight bytes, also in an `Option`, and compared as one number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(NonZeroU64);

/// A text is not an instant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not an instant; expected a date, a time and an offset, such as `2024-03-25T08:00:00+07:00`"
)]
pub struct InstantError(String);

impl Instant {
    /// The instant at this hour and minute of a day; none when they do not exist.
    #[must_use]
    pub fn at(date: NaiveDate, hour: u32, minute: u32) -> Option<Self> {
        date.and_hms_opt(hour, minute, 0).map(Self::from_civil)
    }

    /// Midnight at the beginning of a day.
    #[must_use]
    pub const fn start_of(date: NaiveDate) -> Self {
        Self::from_civil(NaiveDateTime::new(date, NaiveTime::MIN))
    }

    /// The last microsecond of a day: "chậm nhất ngày D" ends with day D.
    #[must_use]
    pub const fn end_of(date: NaiveDate) -> Self {
        Self::clamped(Self::start_of(date).civil_micros().saturating_add(DAY - 1))
    }

    /// From civil time in Viet Nam; what is finer than a microsecond is cut off, and what lies beyond the years 1 to
    /// 9999 becomes their first or last instant.
    #[must_use]
    pub const fn from_civil(civil: NaiveDateTime) -> Self {
        Self::clamped(civil.and_utc().timestamp_micros())
    }

    /// The civil time in Viet Nam.
    #[must_use]
    pub const fn civil(self) -> NaiveDateTime {
        match DateTime::from_timestamp_micros(self.civil_micros()) {
            Some(civil) => civil.naive_utc(),
            // INVARIANT: every instant lies in the years 1 to 9999, which all are dates.
            None => NaiveDateTime::MIN,
        }
    }

    /// The day in Viet Nam.
    #[must_use]
    #[inline]
    pub const fn date(self) -> NaiveDate {
        // The days alone: every command asks for them, and the time of day would be worked out for nothing.
        let days = self.civil_micros().div_euclid(DAY) + DAYS_BEFORE;
        match NaiveDate::from_num_days_from_ce_opt(days as i32) {
            Some(date) => date,
            // INVARIANT: every instant lies in the years 1 to 9999, which all are dates.
            None => NaiveDate::MIN,
        }
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.civil_micros() - OFFSET
    }

    /// From microseconds since 1970-01-01T00:00:00Z; none beyond the years 1 to 9999.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Option<Self> {
        match micros.checked_add(OFFSET) {
            Some(civil) if FIRST <= civil && civil <= LAST => Some(Self::clamped(civil)),
            Some(_) | None => None,
        }
    }

    /// This instant moved by so many minutes; none beyond the years 1 to 9999.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Option<Self> {
        Self::from_micros(self.micros().checked_add(minutes.checked_mul(60_000_000)?)?)
    }

    const fn civil_micros(self) -> i64 {
        self.0.get().cast_signed() - ABOVE
    }

    const fn clamped(civil: i64) -> Self {
        let civil = if civil < FIRST {
            FIRST
        } else if civil > LAST {
            LAST
        } else {
            civil
        };
        match NonZeroU64::new((civil + ABOVE).cast_unsigned()) {
            Some(number) => Self(number),
            // INVARIANT: `ABOVE` is larger than any year is far.
            None => Self(NonZeroU64::MIN),
        }
    }
}

/// The text of an instant, written without the formatting machinery: every event of a log carries two.
struct Written {
    bytes: [u8; 32],
    len: usize,
}

impl Written {
    fn of(at: Instant) -> Self {
        let civil = at.civil();
        let mut text = Self { bytes: [0; 32], len: 0 };
        text.number(civil.year().unsigned_abs(), 4);
        for (mark, number) in [
            (b'-', civil.month()),
            (b'-', civil.day()),
            (b'T', civil.hour()),
            (b':', civil.minute()),
            (b':', civil.second()),
        ] {
            text.byte(mark);
            text.number(number, 2);
        }
        let micros = civil.nanosecond() / 1_000;
        if micros > 0 {
            text.byte(b'.');
            text.number(micros, 6);
        }
        for mark in b"+07:00" {
            text.byte(*mark);
        }
        text
    }

    fn as_str(&self) -> &str {
        // INVARIANT: only ASCII was written, and never more than 32 bytes.
        self.bytes.get(..self.len).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    fn byte(&mut self, byte: u8) {
        if let Some(slot) = self.bytes.get_mut(self.len) {
            *slot = byte;
            self.len += 1;
        }
    }

    fn number(&mut self, number: u32, digits: u32) {
        for place in (0..digits).rev() {
            self.byte(b'0' + (number / 10_u32.pow(place) % 10) as u8);
        }
    }
}

/// Reads the form that is written, `2024-03-25T08:00:00+07:00`; none for every other, which may still be an instant.
fn read_written(text: &str) -> Option<Instant> {
    let bytes: &[u8; 25] = text.as_bytes().try_into().ok()?;
    let number = |from: usize, digits: usize| {
        bytes
            .get(from..from + digits)?
            .iter()
            .try_fold(0_u32, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
    };
    let marks = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    if !text.ends_with("+07:00") || marks.iter().any(|(at, mark)| bytes.get(*at) != Some(mark)) {
        return None;
    }
    let year = i32::try_from(number(0, 4)?).ok().filter(|year| *year > 0)?;
    let date = NaiveDate::from_ymd_opt(year, number(5, 2)?, number(8, 2)?)?;
    Some(Instant::from_civil(date.and_hms_opt(number(11, 2)?, number(14, 2)?, number(17, 2)?)?))
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(Written::of(*self).as_str())
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Written::of(*self).as_str())
    }
}

impl FromStr for Instant {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, InstantError> {
        if let Some(instant) = read_written(text) {
            return Ok(instant);
        }
        let wrong = || InstantError(text.chars().take(60).collect());
        let read = DateTime::parse_from_rfc3339(text).map_err(|_| wrong())?;
        let here = FixedOffset::east_opt(7 * 3_600).ok_or_else(wrong)?;
        let civil = read.with_timezone(&here).naive_local();
        // A leap second would be read as the second after it.
        if civil.nanosecond() >= 1_000_000_000 || !(1..=9999).contains(&civil.year()) {
            return Err(wrong());
        }
        Ok(Self::from_civil(civil))
    }
}

impl Say for InstantError {
    fn say(&self) -> Text {
        Text::new(
            format!(
                "`{}` không phải là thời điểm; cần ngày, giờ và múi giờ, ví dụ `2024-03-25T08:00:00+07:00`",
                self.0
            ),
            self.to_string(),
        )
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Written::of(*self).as_str())
    }
}

struct InstantVisitor;

impl serde::de::Visitor<'_> for InstantVisitor {
    type Value = Instant;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an instant such as `2024-03-25T08:00:00+07:00`")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Instant, E> {
        text.parse().map_err(|error: InstantError| read::custom(&error.say()))
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(InstantVisitor)
    }
}

impl schemars::JsonSchema for Instant {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Instant".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_is_eight_bytes_also_when_it_may_be_absent() {
        assert_eq!(size_of::<Instant>(), 8);
        assert_eq!(size_of::<Option<Instant>>(), 8);
    }

    #[test]
    fn utc_is_seven_hours_behind() {
        let at: Instant = "2024-03-24T18:30:00Z".parse().unwrap();
        assert_eq!(at.to_string(), "2024-03-25T01:30:00+07:00");
        assert_eq!(at.date(), "2024-03-25".parse().unwrap());
        let epoch = Instant::from_micros(0).unwrap();
        assert_eq!(epoch.to_string(), "1970-01-01T07:00:00+07:00");
        assert_eq!(epoch.micros(), 0);
    }

    #[test]
    fn a_day_begins_and_ends_within_itself() {
        let first = NaiveDate::from_ymd_opt(1, 1, 1).unwrap();
        let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();
        for date in first.iter_days().take_while(|date| *date <= last).step_by(97).chain([last]) {
            for at in [Instant::start_of(date), Instant::at(date, 12, 0).unwrap(), Instant::end_of(date)] {
                assert_eq!((at.date(), at.civil().date()), (date, date));
            }
        }
    }

    #[test]
    fn finer_than_a_microsecond_is_cut_off() {
        let at: Instant = "2024-03-25T08:00:00.123456999+07:00".parse().unwrap();
        assert_eq!(at.to_string(), "2024-03-25T08:00:00.123456+07:00");
        let at: Instant = "1969-12-31T23:59:59.999999999+07:00".parse().unwrap();
        assert_eq!(at.to_string(), "1969-12-31T23:59:59.999999+07:00");
    }

    #[test]
    fn what_is_not_an_instant_is_refused_in_both_languages() {
        for text in [
            "",
            "2024-03-25",
            "2024-03-25T08:00:00",
            "2024-02-30T08:00:00+07:00",
            "2024-03-25T24:00:00+07:00",
            "2024-03-25T08:00:60+07:00",
            "2024-12-31T23:59:60Z",
            "0000-03-25T08:00:00+07:00",
            "9999-12-31T23:00:00Z",
            "2024-03-25T08:00:0\u{1F600}+07:00",
        ] {
            let error = text.parse::<Instant>().unwrap_err();
            assert!(error.to_string().contains("2024-03-25T08:00:00+07:00"), "{text}");
            assert!(error.say().vi.contains("không phải là thời điểm"));
            assert!(serde_json::from_str::<Instant>(&serde_json::to_string(text).unwrap()).is_err());
        }
        assert!(serde_json::from_str::<Instant>("1711328400").is_err());
    }

    #[test]
    fn the_first_and_last_instants_stand() {
        let first = Instant::start_of(NaiveDate::MIN);
        let last = Instant::end_of(NaiveDate::MAX);
        assert_eq!(first.to_string(), "0001-01-01T00:00:00+07:00");
        assert_eq!(last.to_string(), "9999-12-31T23:59:59.999999+07:00");
        for at in [first, last] {
            assert_eq!(at.to_string().parse(), Ok(at));
            assert_eq!(Instant::from_micros(at.micros()), Some(at));
        }
        assert_eq!(Instant::from_micros(first.micros() - 1), None);
        assert_eq!(Instant::from_micros(last.micros() + 1), None);
        assert_eq!(last.plus_minutes(1), None);
        assert_eq!(last.plus_minutes(i64::MAX), None);
        assert_eq!(Instant::from_micros(i64::MAX), None);
    }
}
