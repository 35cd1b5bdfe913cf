//! A lane: one assignment in one field, with the counters of its obligations.

use serde::Serialize;

use crate::id::{FieldId, UnitId};
use crate::obligation::StateName;

/// One assignment in one field, with the counters of its obligations and how it hangs together with consolidations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lane {
    /// Position of the assignment.
    pub(crate) assignment: u16,
    /// The field, for an assignment owed once per field.
    pub(crate) field: Option<FieldId>,
    /// Lanes that an obligation of this lane consolidates.
    pub(crate) inputs: Vec<u16>,
    /// Consolidations that take this lane.
    pub(crate) feeds: Vec<u32>,
    /// Units that lead jointly beside the holder.
    pub(crate) joint: Vec<UnitId>,
    /// How many obligations it has.
    pub(crate) total: u32,
    /// How many of them are not settled and have not lapsed.
    pub(crate) open: u32,
    /// How many signed consolidations lock it.
    pub(crate) locks: u32,
}

impl Lane {
    /// Position of the assignment in [`crate::Proceedings::assignments`].
    #[must_use]
    pub const fn assignment(&self) -> u16 {
        self.assignment
    }

    /// The field, for an assignment owed once per field.
    #[must_use]
    pub const fn field(&self) -> Option<FieldId> {
        self.field
    }

    /// How many obligations it has.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.total
    }

    /// How many of them are open.
    #[must_use]
    pub const fn open(&self) -> u32 {
        self.open
    }

    /// Positions of the lanes that an obligation of this lane consolidates.
    #[must_use]
    pub fn inputs(&self) -> &[u16] {
        &self.inputs
    }

    pub(crate) fn count(&mut self, before: StateName, after: StateName) {
        match (before.is_open(), after.is_open()) {
            (true, false) => self.open = self.open.saturating_sub(1),
            (false, true) => self.open = self.open.saturating_add(1),
            (true, true) | (false, false) => {}
        }
    }
}
