//! Accepted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Incorporated, ObligationId, Returned, Revision};

/// On what ground an obligation counts as accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Acceptance {
    /// A person who neither drafted nor signed it vetted it.
    Vetted,
    /// The mandate says that nobody vets it.
    NoVettingRequired,
    /// The head or a named deputy attended.
    Attended,
}

/// Accepted: what a consolidation may be built from.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Accepted {
    revision: Option<Revision>,
    ground: Acceptance,
}

impl Accepted {
    pub(crate) const fn new(revision: Option<Revision>, ground: Acceptance) -> Self {
        Self { revision, ground }
    }

    /// The revision that was accepted; none for attendance.
    #[must_use]
    pub const fn revision(&self) -> Option<&Revision> {
        self.revision.as_ref()
    }

    /// On what ground it was accepted.
    #[must_use]
    pub const fn ground(&self) -> Acceptance {
        self.ground
    }

    /// Hands the revision back to be drafted again, or itself where there is none to hand back.
    pub(crate) fn reopen(self) -> Result<Returned, Self> {
        match self.revision {
            Some(revision) => Ok(Returned::new(revision)),
            None => Err(self),
        }
    }

    pub(crate) fn incorporate(self, into: ObligationId) -> Incorporated {
        Incorporated::new(self.revision, self.ground, into)
    }
}
