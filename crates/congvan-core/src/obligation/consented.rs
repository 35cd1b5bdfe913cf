//! Silence counted as consent (Decree 191/2026/ND-CP).

use serde::Serialize;

use super::{Drafters, Revision, Submitted};
use crate::id::PersonId;

/// Silence counted as consent (Decree 191/2026/ND-CP).
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Consented {
    _private: (),
}

impl Consented {
    pub(crate) const fn new() -> Self {
        Self { _private: () }
    }

    pub(crate) fn submit_late(self, by: PersonId, revision: impl FnOnce(Drafters) -> Revision) -> Submitted {
        Submitted::new(revision(Drafters::one(by)))
    }
}
