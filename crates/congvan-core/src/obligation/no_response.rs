//! Not an order, and no response was recorded.

use serde::Serialize;

use super::{Drafters, Revision, Submitted};
use crate::id::PersonId;

/// Not an order, and no response was recorded.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct NoResponse {
    _private: (),
}

impl NoResponse {
    pub(crate) const fn new() -> Self {
        Self { _private: () }
    }

    pub(crate) fn submit_late(self, by: PersonId, revision: impl FnOnce(Drafters) -> Revision) -> Submitted {
        Submitted::new(revision(Drafters::one(by)))
    }
}
