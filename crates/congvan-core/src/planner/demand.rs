//! What the planner is asked, and when whom it may not disturb.

use std::collections::BTreeMap;

use congvan_calendar::Instant;
use congvan_text::{Say, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{PersonId, UnitId};

/// What the planner is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Demand {
    /// When it is asked: no slot begins at or before it.
    pub now: Instant,
    /// When persons, units and rooms are engaged.
    #[serde(default)]
    pub busy: Vec<Busy>,
    /// The rooms to choose from, the preferred one first; with none, slots name no room.
    #[serde(default)]
    pub rooms: Vec<String>,
    /// The distance between possible starts from the beginning of a stretch of working hours, in minutes; 0 counts
    /// as 1.
    #[serde(default = "half_hour")]
    pub step_minutes: u32,
    /// The most slots to answer.
    #[serde(default = "ten")]
    pub limit: usize,
}

const fn half_hour() -> u32 {
    30
}

const fn ten() -> usize {
    10
}

impl Demand {
    /// Slots from now on, every half hour, ten at most, with nobody engaged and no room named.
    #[must_use]
    pub const fn from_now(now: Instant) -> Self {
        Self { now, busy: Vec::new(), rooms: Vec::new(), step_minutes: half_hour(), limit: ten() }
    }
}

/// An engagement, from an instant until another, which is free again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Busy {
    /// Who or what is engaged.
    pub who: Engaged,
    /// From when.
    pub from: Instant,
    /// Until when; free again at this instant.
    pub until: Instant,
}

/// Who or what is engaged.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Engaged {
    /// A natural person.
    Person(PersonId),
    /// A whole unit, and with it its head.
    Unit(UnitId),
    /// A room.
    Room(String),
}

impl Say for Engaged {
    fn say(&self) -> Text {
        match self {
            Self::Person(person) => Text::new(format!("`{person}`"), format!("`{person}`")),
            Self::Unit(unit) => Text::new(format!("đơn vị `{unit}`"), format!("unit `{unit}`")),
            Self::Room(room) => Text::new(format!("phòng `{room}`"), format!("room `{room}`")),
        }
    }
}

/// Engagements by whom they engage.
#[derive(Debug)]
pub(super) struct Engagements<'a> {
    intervals: BTreeMap<&'a Engaged, Vec<(Instant, Instant)>>,
    pub(super) rooms: &'a [String],
}

impl<'a> Engagements<'a> {
    pub(super) fn of(demand: &'a Demand) -> Self {
        let mut intervals: BTreeMap<&Engaged, Vec<_>> = BTreeMap::new();
        for busy in &demand.busy {
            intervals.entry(&busy.who).or_default().push((busy.from, busy.until));
        }
        Self { intervals, rooms: &demand.rooms }
    }

    pub(super) fn engages(&self, who: &Engaged, from: Instant, until: Instant) -> bool {
        let intervals = self.intervals.get(who).map(Vec::as_slice).unwrap_or_default();
        intervals.iter().any(|(begin, end)| *begin < until && from < *end)
    }
}
