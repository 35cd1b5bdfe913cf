//! Concluded, or closed without a meeting.

use serde::Serialize;

use crate::proceedings::Proceedings;

/// Concluded after its meetings, or closed without one: final. Later corrections are annotations.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Concluded {
    proceedings: Proceedings,
    carried: usize,
    with_meeting: bool,
}

impl Concluded {
    pub(crate) const fn new(proceedings: Proceedings, carried: usize, with_meeting: bool) -> Self {
        Self { proceedings, carried, with_meeting }
    }

    /// Obligations and meetings as they ended.
    #[must_use]
    pub const fn proceedings(&self) -> &Proceedings {
        &self.proceedings
    }

    /// How many obligations go on under a follow-up directive.
    #[must_use]
    pub const fn carried(&self) -> usize {
        self.carried
    }

    /// Whether it ended with a meeting's conclusion.
    #[must_use]
    pub const fn with_meeting(&self) -> bool {
        self.with_meeting
    }
}
