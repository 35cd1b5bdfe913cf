//! Scheduled, with invitations out.

use serde::Serialize;

use super::{Cancelled, Held, Postponed, Slot};

/// Scheduled, with invitations out.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Scheduled {
    slot: Slot,
    sitting: u16,
}

impl Scheduled {
    pub(crate) const fn new(slot: Slot, sitting: u16) -> Self {
        Self { slot, sitting }
    }

    /// When and where.
    #[must_use]
    pub const fn slot(&self) -> &Slot {
        &self.slot
    }

    /// Which sitting, from 1.
    #[must_use]
    pub const fn sitting(&self) -> u16 {
        self.sitting
    }

    pub(crate) fn reschedule(self, slot: Slot) -> Self {
        Self { slot, sitting: self.sitting }
    }

    pub(crate) fn postpone(self) -> Postponed {
        Postponed::new(self.sitting)
    }

    pub(crate) fn cancel(self) -> Cancelled {
        Cancelled::new()
    }

    pub(crate) fn hold(self, adjourned: bool) -> Held {
        Held::new(self.slot, self.sitting, adjourned)
    }
}
