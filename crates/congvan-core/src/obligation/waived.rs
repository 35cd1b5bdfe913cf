//! Waived by the authority.

use serde::Serialize;

use super::Revision;

/// Waived by the authority: settled, and never a submission lost.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Waived {
    revision: Option<Box<Revision>>,
}

impl Waived {
    pub(crate) fn new(revision: Option<Revision>) -> Self {
        Self { revision: revision.map(Box::new) }
    }

    /// The revision that had been submitted when it was waived.
    #[must_use]
    pub fn revision(&self) -> Option<&Revision> {
        self.revision.as_deref()
    }
}
