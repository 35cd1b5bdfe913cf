//! Fell away with its directive, or was carried into another.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Revision;

/// Why an open obligation fell away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lapse {
    /// The directive was revoked.
    Revoked,
    /// The directive was replaced, and the obligation was not carried.
    Replaced,
    /// It goes on under another directive.
    Carried,
    /// The directive was closed, and this obligation was not among those that had to be settled for it.
    Closed,
}

/// Fell away with its directive, or was carried into another; what was submitted is kept.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Lapsed {
    cause: Lapse,
    revision: Option<Box<Revision>>,
}

impl Lapsed {
    pub(crate) fn new(cause: Lapse, revision: Option<Revision>) -> Self {
        Self { cause, revision: revision.map(Box::new) }
    }

    /// Why it fell away.
    #[must_use]
    pub const fn cause(&self) -> Lapse {
        self.cause
    }

    /// The revision that had been submitted.
    #[must_use]
    pub fn revision(&self) -> Option<&Revision> {
        self.revision.as_deref()
    }
}
