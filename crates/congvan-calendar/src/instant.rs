//! Civil time of Viet Nam, to the microsecond.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const OFFSET_HOURS: i64 = 7;

/// An instant in the civil time of Viet Nam (UTC+07:00, without daylight saving since 1975), to the microsecond.
///
/// Written as RFC 3339 and always with `+07:00`; any other offset is converted when read, and a time without an offset
/// is refused.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(NaiveDateTime);

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
        date.and_hms_opt(hour, minute, 0).map(Self)
    }

    /// Midnight at the beginning of a day.
    #[must_use]
    pub const fn start_of(date: NaiveDate) -> Self {
        Self(NaiveDateTime::new(date, NaiveTime::MIN))
    }

    /// The last microsecond of a day: "chậm nhất ngày D" ends with day D.
    #[must_use]
    pub fn end_of(date: NaiveDate) -> Self {
        let last = NaiveTime::from_hms_micro_opt(23, 59, 59, 999_999).unwrap_or(NaiveTime::MIN);
        Self(NaiveDateTime::new(date, last))
    }

    /// From civil time in Viet Nam; what is finer than a microsecond is cut off.
    #[must_use]
    pub fn from_civil(civil: NaiveDateTime) -> Self {
        let micros = civil.nanosecond() / 1_000 * 1_000;
        Self(civil.with_nanosecond(micros).unwrap_or(civil))
    }

    /// The civil time in Viet Nam.
    #[must_use]
    pub const fn civil(self) -> NaiveDateTime {
        self.0
    }

    /// The day in Viet Nam.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0.date()
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0.and_utc().timestamp_micros().saturating_sub(OFFSET_HOURS * 3_600_000_000)
    }

    /// From microseconds since 1970-01-01T00:00:00Z; none beyond the years that can be written.
    #[must_use]
    pub fn from_micros(micros: i64) -> Option<Self> {
        let civil = micros.checked_add(OFFSET_HOURS * 3_600_000_000)?;
        DateTime::from_timestamp_micros(civil).map(|time| Self(time.naive_utc()))
    }

    /// This instant moved by so many minutes; none beyond the years that can be written.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Option<Self> {
        self.0.checked_add_signed(Duration::try_minutes(minutes)?).map(Self)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, time) = (self.0.date(), self.0.time());
        write!(
            f,
            "{}T{:02}:{:02}:{:02}",
            date.format("%Y-%m-%d"),
            time.hour(),
            time.minute(),
            time.second()
        )?;
        let micros = time.nanosecond() / 1_000;
        if micros > 0 {
            write!(f, ".{micros:06}")?;
        }
        f.write_str("+07:00")
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Instant {
    type Err = InstantError;

    fn from_str(text: &str) -> Result<Self, InstantError> {
        let wrong = || InstantError(text.chars().take(60).collect());
        let read = DateTime::parse_from_rfc3339(text).map_err(|_| wrong())?;
        let here = FixedOffset::east_opt(7 * 3_600).ok_or_else(wrong)?;
        Ok(Self::from_civil(read.with_timezone(&here).naive_local()))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
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
