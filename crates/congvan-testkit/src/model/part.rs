//! Who asks, and which parts somebody may play.

use std::collections::BTreeSet;

use congvan_calendar::Instant;
use congvan_core::directory::Power;
use congvan_core::id::UnitId;
use congvan_core::{Actor, Capacity};

/// Who asks, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asks<'a> {
    pub(super) actor: &'a Actor,
    pub(super) now: Instant,
}

/// One part that somebody may play: for which units, in which capacities, with which power where it is delegated.
pub(super) struct Part {
    pub(super) capacities: &'static [Capacity],
    pub(super) power: Option<Power>,
    pub(super) units: BTreeSet<UnitId>,
}

impl Part {
    pub(super) fn new(units: impl IntoIterator<Item = UnitId>, capacities: &'static [Capacity]) -> Self {
        Self { capacities, power: None, units: units.into_iter().collect() }
    }

    pub(super) fn with(self, power: Power) -> Self {
        Self { power: Some(power), ..self }
    }
}
