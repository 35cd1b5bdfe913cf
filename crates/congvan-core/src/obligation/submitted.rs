//! Submitted, and to be vetted.

use serde::Serialize;

use super::{Acceptance, Accepted, Drafting, Returned, Revision, Waived};
use crate::id::CriterionId;

/// Submitted, and to be vetted. Only this state can be accepted.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Submitted {
    revision: Revision,
    recall: Recalling,
    failed: Option<Box<[CriterionId]>>,
}

/// How far vetting and recall have gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Recalling {
    /// Vetting has not begun: the sender may still take it back.
    Open,
    /// Vetting has begun: the sender may only ask for it.
    VettingStarted,
    /// The sender asked for it after vetting had begun.
    Requested,
}

impl Submitted {
    pub(crate) const fn new(revision: Revision) -> Self {
        Self { revision, recall: Recalling::Open, failed: None }
    }

    pub(crate) fn with_failed(mut self, failed: &[CriterionId]) -> Self {
        self.failed = (!failed.is_empty()).then(|| failed.into());
        self
    }

    /// The revision that is to be vetted.
    #[must_use]
    pub const fn revision(&self) -> &Revision {
        &self.revision
    }

    /// How far vetting and recall have gone.
    #[must_use]
    pub const fn recall_state(&self) -> Recalling {
        self.recall
    }

    /// The criteria that the machine found not to be met: it cannot be accepted before they are.
    #[must_use]
    pub fn failed(&self) -> &[CriterionId] {
        self.failed.as_deref().unwrap_or_default()
    }

    pub(crate) fn start_vetting(mut self) -> Self {
        if self.recall == Recalling::Open {
            self.recall = Recalling::VettingStarted;
        }
        self
    }

    pub(crate) fn request_recall(mut self) -> Self {
        self.recall = Recalling::Requested;
        self
    }

    pub(crate) fn refuse_recall(mut self) -> Self {
        self.recall = Recalling::VettingStarted;
        self
    }

    pub(crate) fn recall(self) -> Drafting {
        Drafting::resume(self.revision.drafted_by)
    }

    pub(crate) fn accept(self, ground: Acceptance) -> Accepted {
        Accepted::new(Some(self.revision), ground)
    }

    pub(crate) fn send_back(self) -> Returned {
        Returned::new(self.revision)
    }

    pub(crate) fn waive(self) -> Waived {
        Waived::new(Some(self.revision))
    }
}
