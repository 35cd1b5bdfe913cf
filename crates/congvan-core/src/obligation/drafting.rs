//! A draft is being written.

use serde::Serialize;

use super::{Absent, Drafters, Owed, Revision, Submitted};
use crate::evidence::Inputs;
use crate::hash::ContentHash;
use crate::id::PersonId;

/// A draft is being written.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Drafting {
    drafted_by: Drafters,
    saved: Option<ContentHash>,
    inputs: Option<Box<Inputs>>,
}

impl Drafting {
    pub(crate) const fn begin(by: PersonId) -> Self {
        Self { drafted_by: Drafters::one(by), saved: None, inputs: None }
    }

    pub(crate) const fn resume(drafted_by: Drafters) -> Self {
        Self { drafted_by, saved: None, inputs: None }
    }

    /// Everybody who worked on the draft.
    #[must_use]
    pub const fn drafted_by(&self) -> &Drafters {
        &self.drafted_by
    }

    /// The hash of the draft as last saved.
    #[must_use]
    pub const fn saved(&self) -> Option<ContentHash> {
        self.saved
    }

    /// For a consolidation, the inputs as they stood when it was drafted.
    #[must_use]
    pub fn inputs(&self) -> Option<&Inputs> {
        self.inputs.as_deref()
    }

    pub(crate) fn save(mut self, by: PersonId, hash: ContentHash) -> Self {
        self.drafted_by.add(by);
        self.saved = Some(hash);
        self
    }

    pub(crate) fn consolidate(mut self, by: PersonId, inputs: Inputs) -> Self {
        self.drafted_by.add(by);
        self.inputs = Some(Box::new(inputs));
        self
    }

    pub(crate) fn submit(self, revision: impl FnOnce(Drafters) -> Revision) -> Submitted {
        Submitted::new(revision(self.drafted_by))
    }

    pub(crate) fn record_absence(self) -> Absent {
        Absent::new()
    }

    /// Nothing was made of it: what silence is recorded of.
    pub(crate) fn abandon(self) -> Owed {
        Owed::new()
    }
}
