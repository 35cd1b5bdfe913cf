//! Which instant an obligation is judged by.

use congvan_calendar::Instant;

use crate::obligation::{Obligation, ObligationState, Revision};

/// Which instant an obligation is judged by, against whatever deadline.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lateness {
    /// By when the revision that counts was submitted.
    Submitted(Instant),
    /// By now: nothing that counts was submitted.
    Open(Instant),
    /// Always late: absence was recorded.
    Absent,
    /// Never late: it was done without a revision, or it is not to be judged.
    Never,
}

impl Lateness {
    pub(super) fn of(obligation: &Obligation, now: Instant) -> Self {
        let by =
            |revision: Option<&Revision>| revision.map_or(Self::Never, |found| Self::Submitted(found.at()));
        match obligation.state() {
            ObligationState::Submitted(state) => Self::Submitted(state.revision().at()),
            ObligationState::Accepted(state) => by(state.revision()),
            ObligationState::Incorporated(state) => by(state.revision()),
            ObligationState::Owed(_) | ObligationState::Drafting(_) | ObligationState::Returned(_) => {
                Self::Open(now)
            }
            ObligationState::Absent(_) => Self::Absent,
            ObligationState::Waived(_)
            | ObligationState::NoResponse(_)
            | ObligationState::Consented(_)
            | ObligationState::Continuing(_)
            | ObligationState::Ended(_)
            | ObligationState::Lapsed(_) => Self::Never,
        }
    }

    pub(super) fn is_late(self, due: Instant) -> bool {
        match self {
            Self::Submitted(at) | Self::Open(at) => at > due,
            Self::Absent => true,
            Self::Never => false,
        }
    }

    pub(super) const fn submitted(self) -> Option<Instant> {
        match self {
            Self::Submitted(at) => Some(at),
            Self::Open(_) | Self::Absent | Self::Never => None,
        }
    }
}
