//! Held, or adjourned to a further sitting.

use serde::Serialize;

use super::{Announced, Scheduled, Slot};

/// Held, or adjourned to a further sitting.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Held {
    slot: Slot,
    sitting: u16,
    adjourned: bool,
}

impl Held {
    pub(crate) const fn new(slot: Slot, sitting: u16, adjourned: bool) -> Self {
        Self { slot, sitting, adjourned }
    }

    /// When and where the last sitting was.
    #[must_use]
    pub const fn slot(&self) -> &Slot {
        &self.slot
    }

    /// How many sittings there were.
    #[must_use]
    pub const fn sittings(&self) -> u16 {
        self.sitting
    }

    /// Whether the chair adjourned to a further sitting.
    #[must_use]
    pub const fn adjourned(&self) -> bool {
        self.adjourned
    }

    pub(crate) fn schedule(self, slot: Slot) -> Scheduled {
        Scheduled::new(slot, self.sitting.saturating_add(1))
    }

    pub(crate) fn announce(self) -> Announced {
        Announced::new(self.slot, self.sitting)
    }
}
