//! Its conclusion is announced.

use serde::Serialize;

use super::Slot;

/// Its conclusion (thông báo kết luận) is announced: final.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Announced {
    slot: Slot,
    sitting: u16,
}

impl Announced {
    pub(crate) const fn new(slot: Slot, sitting: u16) -> Self {
        Self { slot, sitting }
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
}
