//! Ordered, without a date.

use serde::Serialize;

use super::{Cancelled, Scheduled, Slot};

/// Ordered, without a date; perhaps with a tentative one.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Planned {
    tentative: Option<Slot>,
}

impl Planned {
    pub(crate) const fn new() -> Self {
        Self { tentative: None }
    }

    /// The slot that was proposed and is not yet firm.
    #[must_use]
    pub const fn tentative(&self) -> Option<&Slot> {
        self.tentative.as_ref()
    }

    pub(crate) fn propose(self, slot: Slot) -> Self {
        Self { tentative: Some(slot) }
    }

    pub(crate) fn schedule(self, slot: Slot) -> Scheduled {
        Scheduled::new(slot, 1)
    }

    pub(crate) fn cancel(self) -> Cancelled {
        Cancelled::new()
    }
}
