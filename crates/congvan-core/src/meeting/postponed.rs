//! Postponed: again without a date.

use serde::Serialize;

use super::{Cancelled, Scheduled, Slot};

/// Postponed: again without a date.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Postponed {
    sitting: u16,
}

impl Postponed {
    pub(crate) const fn new(sitting: u16) -> Self {
        Self { sitting }
    }

    pub(crate) fn schedule(self, slot: Slot) -> Scheduled {
        Scheduled::new(slot, self.sitting)
    }

    pub(crate) fn cancel(self) -> Cancelled {
        Cancelled::new()
    }
}
