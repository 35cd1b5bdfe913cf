//! Recorded as absent after the deadline.

use serde::Serialize;

use super::{Drafters, Owed, Revision, Submitted};
use crate::id::PersonId;

/// Recorded as absent after the deadline; a late submission voids it until the consolidation is signed.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Absent {
    _private: (),
}

impl Absent {
    pub(crate) const fn new() -> Self {
        Self { _private: () }
    }

    pub(crate) fn submit_late(self, by: PersonId, revision: impl FnOnce(Drafters) -> Revision) -> Submitted {
        Submitted::new(revision(Drafters::one(by)))
    }

    pub(crate) fn extend(self) -> Owed {
        Owed::new()
    }
}
