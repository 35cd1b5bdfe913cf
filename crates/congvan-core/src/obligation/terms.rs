//! Who owes what by when, whatever the state.

use congvan_calendar::Instant;
use serde::Serialize;

/// The terms of an obligation: dense positions into the directive's tables, and its due dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Terms {
    /// Position of the performer at issue.
    pub(crate) performer: u32,
    /// Position of the current holder; differs from the performer after a reassignment.
    pub(crate) holder: u32,
    /// Position of the vetting unit; none where nobody vets.
    pub(crate) vetter: Option<u32>,
    /// Position of the lane: assignment and field.
    pub(crate) lane: u16,
    /// The period, 0 for an assignment owed once.
    pub(crate) period: u16,
    /// How many revisions were submitted.
    pub(crate) revisions: u16,
    /// How often it was returned.
    pub(crate) returns: u8,
    /// How many extensions were granted.
    pub(crate) extensions: u8,
    /// Whether absence was recorded before: an extension does not wash it away.
    pub(crate) was_absent: bool,
    /// The last instant on time, as now in force.
    pub(crate) due: Option<Instant>,
    /// The last instant on time as first fixed: printed, or fixed from a cited source.
    pub(crate) printed_due: Option<Instant>,
    /// When the first revision was submitted.
    pub(crate) first_submitted: Option<Instant>,
}

impl Terms {
    /// The last instant on time, as now in force; none where no deadline is resolved.
    #[must_use]
    pub const fn due(&self) -> Option<Instant> {
        self.due
    }

    /// The last instant on time as first fixed, before any extension.
    #[must_use]
    pub const fn printed_due(&self) -> Option<Instant> {
        self.printed_due
    }

    /// When the first revision was submitted.
    #[must_use]
    pub const fn first_submitted(&self) -> Option<Instant> {
        self.first_submitted
    }

    /// How many revisions were submitted.
    #[must_use]
    pub const fn revisions(&self) -> u16 {
        self.revisions
    }

    /// How often it was returned.
    #[must_use]
    pub const fn returns(&self) -> u8 {
        self.returns
    }

    /// How many extensions were granted.
    #[must_use]
    pub const fn extensions(&self) -> u8 {
        self.extensions
    }

    /// The period, 0 for an assignment owed once.
    #[must_use]
    pub const fn period(&self) -> u16 {
        self.period
    }

    /// Whether absence was recorded at some time, though an extension reopened it.
    #[must_use]
    pub const fn was_absent(&self) -> bool {
        self.was_absent
    }
}
