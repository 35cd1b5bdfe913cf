//! Accepted, and part of an accepted consolidation.

use serde::Serialize;

use super::{Acceptance, Accepted, ObligationId, Revision};

/// Accepted, and part of an accepted consolidation: final, unless that consolidation is reopened.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Incorporated {
    revision: Option<Revision>,
    ground: Acceptance,
    into: ObligationId,
}

impl Incorporated {
    pub(crate) const fn new(revision: Option<Revision>, ground: Acceptance, into: ObligationId) -> Self {
        Self { revision, ground, into }
    }

    /// The revision that was incorporated.
    #[must_use]
    pub const fn revision(&self) -> Option<&Revision> {
        self.revision.as_ref()
    }

    /// The consolidation that it is part of: the first one that was accepted.
    #[must_use]
    pub const fn into_consolidation(&self) -> ObligationId {
        self.into
    }

    /// The consolidation was reopened: its inputs are free again.
    pub(crate) fn release(self) -> Accepted {
        Accepted::new(self.revision, self.ground)
    }
}
