//! The calendar of working days, as it was known on some day.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use chrono::{Datelike as _, NaiveDate, NaiveTime};
use congvan_text::read::{Format, InputErrors};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::data::{Base, CalendarData};
use crate::day::{Day, DayReason, is_weekend};
use crate::year::{FIRST_YEAR, LAST_YEAR, Year};

const OFFICIAL: &str = include_str!("../data/vietnam.toml");

/// The calendar of working days: immutable, cheap to clone and to share.
///
/// Years that an official notice settles are answered from it; the others from 1900 to 2199 from the law and the lunar rule, and are
/// provisional. Beyond those years only Saturdays and Sundays are known.
#[derive(Clone)]
pub struct Calendar(Arc<Inner>);

struct Inner {
    data: CalendarData,
    version: String,
    hours: Vec<(NaiveTime, NaiveTime)>,
    /// Days that prevail over the holidays of their year: swapped days, and over them local ones.
    named: BTreeMap<NaiveDate, Day>,
    /// From [`FIRST_YEAR`] on; each is computed when it is first asked for.
    years: Vec<OnceLock<Year>>,
}

/// Where so many working days lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Walk {
    /// The day reached.
    pub end: NaiveDate,
    /// Whether a day on the way, or its end, is provisional.
    pub provisional: bool,
    /// The days off on the way, in the order in which they were met.
    pub skipped: Vec<Day>,
}

impl Calendar {
    /// The calendar of the state agencies of Viet Nam that comes with the crate, 2023 to 2026 official.
    #[must_use]
    pub fn official() -> Self {
        static BUILT_IN: OnceLock<Calendar> = OnceLock::new();
        // INVARIANT: the embedded data reads, which a test shows; without it the law alone would answer.
        BUILT_IN
            .get_or_init(|| {
                Self::new(CalendarData::from_text("vietnam.toml", OFFICIAL, Format::Toml).unwrap_or_default())
            })
            .clone()
    }

    /// A calendar from data; over the official one where the data say so.
    #[must_use]
    pub fn new(data: CalendarData) -> Self {
        match data.over {
            Some(Base::Official) => Self::official().with_overrides(&data),
            None => {
                let name = data.name.clone();
                Self::named(data, &name)
            }
        }
    }

    /// A calendar from a text in the format of the official data; `file` is the name under which errors are told.
    ///
    /// # Errors
    /// Every error of the text, located, as [`CalendarData::from_text`] finds them.
    pub fn from_text(file: &str, text: &str, format: Format) -> Result<Self, InputErrors> {
        CalendarData::from_text(file, text, format).map(Self::new)
    }

    /// This calendar with what a province or an office decides for itself.
    #[must_use]
    pub fn with_overrides(&self, local: &CalendarData) -> Self {
        Self::named(self.0.data.with(local), &format!("{}+{}", self.0.data.name, local.name))
    }

    /// This calendar with only what was announced by a day.
    #[must_use]
    pub fn as_known_on(&self, day: NaiveDate) -> Self {
        Self::named(self.0.data.as_known_on(day), &format!("{}@{day}", self.0.data.name))
    }

    /// The name and a short hash of the data, such as `vn-2026.1+9f3a12c4`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.0.version
    }

    /// The data from which it answers.
    #[must_use]
    pub fn data(&self) -> &CalendarData {
        &self.0.data
    }

    /// What a day is, and why.
    #[must_use]
    pub fn day(&self, date: NaiveDate) -> Day {
        if let Some(day) = self.0.named.get(&date) {
            return day.clone();
        }
        let (special, provisional) = match self.year(date.year()) {
            Some(year) => (year.special(date), year.is_provisional()),
            None => (None, true),
        };
        match special {
            Some((why, source)) => Day {
                date,
                provisional,
                source: source.map(ToString::to_string),
                why: why.clone(),
                working: false,
            },
            None if is_weekend(date) => {
                Day { date, provisional, source: None, why: DayReason::Weekend, working: false }
            }
            None => Day { date, provisional, source: None, why: DayReason::Ordinary, working: true },
        }
    }

    /// Whether a day is worked.
    #[must_use]
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        match self.0.named.get(&date) {
            Some(day) => day.working,
            None => {
                !is_weekend(date) && self.year(date.year()).is_none_or(|year| year.special(date).is_none())
            }
        }
    }

    /// The `n`th working day after a day, or before it when `n` is negative; the day itself when `n` is 0.
    ///
    /// The walk ends at the last day that can be written when there are not so many; [`Self::checked_add_working_days`] says that it did.
    #[must_use]
    pub fn add_working_days(&self, from: NaiveDate, n: i32) -> Walk {
        let mut walk = Walk { end: from, provisional: false, skipped: Vec::new() };
        let mut left = n.unsigned_abs();
        while left > 0 {
            let next = if n > 0 { next_day(walk.end) } else { day_before(walk.end) };
            let Some(next) = next else { break };
            let day = self.day(next);
            walk.end = next;
            walk.provisional |= day.provisional;
            if day.working {
                left -= 1;
            } else {
                walk.skipped.push(day);
            }
        }
        walk
    }

    /// The `n`th working day after a day, or before it when `n` is negative; the day itself when `n` is 0.
    ///
    /// None when there are not so many working days in the years 1 to 9999, which are all that a text of ours can say.
    #[must_use]
    pub fn checked_add_working_days(&self, from: NaiveDate, n: i32) -> Option<NaiveDate> {
        let next = if n > 0 { next_day } else { day_before };
        let mut left = n.unsigned_abs();
        // Told without counting, since millions of days take long to look at.
        if u64::from(left) > self.most_working_days(from, n > 0)? {
            return None;
        }
        let mut end = from;
        while left > 0 {
            end = next(end)?;
            left = left.saturating_sub(u32::from(self.is_working_day(end)));
        }
        Some(end)
    }

    /// No fewer than the working days that lie after a day, or before it: five a week, and whatever is named.
    fn most_working_days(&self, from: NaiveDate, after: bool) -> Option<u64> {
        let end = if after {
            NaiveDate::from_ymd_opt(LAST_WRITTEN, 12, 31)
        } else {
            NaiveDate::from_ymd_opt(FIRST_WRITTEN, 1, 1)
        };
        let days = end?.signed_duration_since(from).num_days().unsigned_abs();
        let named = u64::try_from(self.0.named.len()).ok()?;
        let weeks = days.checked_div(7)?;
        Some(weeks.saturating_mul(5).saturating_add(6).saturating_add(named))
    }

    /// How many working days stand after a day, up to another and with it.
    #[must_use]
    pub fn working_days_between(&self, after: NaiveDate, until: NaiveDate) -> u32 {
        let mut count = 0;
        let mut day = after;
        while let Some(next) = next_day(day).filter(|next| *next <= until) {
            count += u32::from(self.is_working_day(next));
            day = next;
        }
        count
    }

    /// The working hours of a day, in order; none on a day off.
    #[must_use]
    pub fn working_hours(&self, date: NaiveDate) -> &[(NaiveTime, NaiveTime)] {
        if self.is_working_day(date) { &self.0.hours } else { &[] }
    }

    fn named(data: CalendarData, name: &str) -> Self {
        let years = (FIRST_YEAR..=LAST_YEAR).map(|_| OnceLock::new()).collect();
        let hours = data.hours.iter().map(|stretch| (stretch.from, stretch.to)).collect();
        let version = format!("{name}+{}", digest(&data));
        Self(Arc::new(Inner { version, hours, named: named_days(&data), years, data }))
    }

    fn year(&self, number: i32) -> Option<&Year> {
        let slot = usize::try_from(number.checked_sub(FIRST_YEAR)?).ok()?;
        Some(self.0.years.get(slot)?.get_or_init(|| Year::of(&self.0.data, number)))
    }
}

impl fmt::Debug for Calendar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Calendar").field(&self.0.version).finish()
    }
}

impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        self.0.version == other.0.version && self.0.data == other.0.data
    }
}

impl Eq for Calendar {}

/// The first and the last year that RFC 3339 can write.
const FIRST_WRITTEN: i32 = 1;
const LAST_WRITTEN: i32 = 9999;

/// The days of the years that RFC 3339 can write, in both directions.
pub(crate) fn next_day(date: NaiveDate) -> Option<NaiveDate> {
    date.succ_opt().filter(|next| next.year() <= LAST_WRITTEN)
}

pub(crate) fn day_before(date: NaiveDate) -> Option<NaiveDate> {
    date.pred_opt().filter(|before| before.year() >= FIRST_WRITTEN)
}

fn named_days(data: &CalendarData) -> BTreeMap<NaiveDate, Day> {
    let mut days = BTreeMap::new();
    let mut name = |date, working, why, source: &str| {
        days.insert(date, Day { date, provisional: false, source: Some(source.to_owned()), why, working });
    };
    for notice in &data.notices {
        for swap in &notice.swaps {
            name(swap.off, false, DayReason::SwappedOff { makeup: swap.makeup }, &notice.source);
            name(swap.makeup, true, DayReason::MakeUp { off: swap.off }, &notice.source);
        }
    }
    for local in &data.local {
        name(local.date, local.working, DayReason::Local { reason: local.reason.clone() }, &local.source);
    }
    days
}

fn digest(data: &CalendarData) -> String {
    // Dates, texts and lists under names always encode; an empty text would only make the version less telling.
    let text = serde_json::to_vec(data).unwrap_or_default();
    Sha256::digest(text).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
