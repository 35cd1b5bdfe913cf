//! Half-open intervals of days: from a day on, up to but not including another.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The days from `from` on, up to but not including `until`; an end that is left out is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first day; none means that it always was so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The first day on which it is no longer so; none means that no end is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Span {
    /// Every day there is.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// The days from `from` on, up to but not including `until`.
    #[must_use]
    pub const fn new(from: Option<NaiveDate>, until: Option<NaiveDate>) -> Self {
        Self { from, until }
    }

    /// Whether the day lies in the interval.
    #[must_use]
    pub fn contains(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on < until)
    }

    /// Whether no day lies in the interval.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if from >= until)
    }

    /// The days that lie in both intervals; none where there is no such day.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let from = self.from.max(other.from);
        let until = match (self.until, other.until) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        };
        let both = Self { from, until };
        (!both.is_empty()).then_some(both)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn the_first_day_is_in_and_the_last_is_out() {
        let span = Span::new(day("2024-03-25"), day("2024-03-27"));
        let inside = |text: &str| span.contains(text.parse().unwrap());
        assert!(!inside("2024-03-24"));
        assert!(inside("2024-03-25"));
        assert!(inside("2024-03-26"));
        assert!(!inside("2024-03-27"));
        assert!(Span::ALWAYS.contains(NaiveDate::MIN) && Span::ALWAYS.contains(NaiveDate::MAX));
    }

    #[test]
    fn neighbours_share_no_day() {
        let before = Span::new(None, day("2024-03-25"));
        let after = Span::new(day("2024-03-25"), None);
        assert_eq!(before.intersection(&after), None);
        let wider = Span::new(day("2024-03-24"), None);
        assert_eq!(before.intersection(&wider), Some(Span::new(day("2024-03-24"), day("2024-03-25"))));
        assert!(Span::new(day("2024-03-25"), day("2024-03-25")).is_empty());
    }
}
