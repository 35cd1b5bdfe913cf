//! Returned with findings, to be drafted again.

use serde::Serialize;

use super::{Absent, Drafting, Owed, Revision, Waived};
use crate::id::PersonId;

/// Returned with findings, to be drafted again.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Returned {
    revision: Revision,
}

impl Returned {
    pub(crate) const fn new(revision: Revision) -> Self {
        Self { revision }
    }

    /// The revision that was returned.
    #[must_use]
    pub const fn revision(&self) -> &Revision {
        &self.revision
    }

    pub(crate) fn redraft(self, by: PersonId) -> Drafting {
        let mut drafted_by = self.revision.drafted_by;
        drafted_by.add(by);
        Drafting::resume(drafted_by)
    }

    pub(crate) fn record_absence(self) -> Absent {
        Absent::new()
    }

    pub(crate) fn waive(self) -> Waived {
        Waived::new(Some(self.revision))
    }

    /// Nothing was made of it: what silence is recorded of.
    pub(crate) fn abandon(self) -> Owed {
        Owed::new()
    }
}
