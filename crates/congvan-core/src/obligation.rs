//! An obligation (nghĩa vụ của một đơn vị): what one performer owes under one assignment, in one field, for one period.
//!
//! A state is a struct in a file of its own, which holds that state's data only; a transition consumes it. The enum
//! [`ObligationState`] gathers the states and only delegates. Lateness is not a state: it is asked with an instant.

mod absent;
mod accepted;
mod consented;
mod continuing;
mod drafting;
mod ended;
mod incorporated;
mod key;
mod lapsed;
mod no_response;
mod owed;
mod returned;
mod revision;
mod submitted;
mod terms;
mod waived;

pub use absent::Absent;
pub use accepted::{Acceptance, Accepted};
pub use consented::Consented;
pub use continuing::Continuing;
pub use drafting::Drafting;
pub use ended::Ended;
pub use incorporated::Incorporated;
pub use key::{Key, KeyError, Performer};
pub use lapsed::{Lapse, Lapsed};
pub use no_response::NoResponse;
pub use owed::Owed;
pub use returned::Returned;
pub use revision::{Drafters, Revision};
pub use submitted::{Recalling, Submitted};
pub use terms::Terms;
pub use waived::Waived;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::states::states;

/// The position of an obligation in its directive: dense, given at issue, never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct ObligationId(pub u32);

impl std::fmt::Display for ObligationId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// An obligation: its terms, and the state it is in.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Obligation {
    pub(crate) terms: Terms,
    pub(crate) state: ObligationState,
}

impl Obligation {
    /// Who owes what by when, whatever the state.
    #[must_use]
    pub const fn terms(&self) -> &Terms {
        &self.terms
    }

    /// The state it is in.
    #[must_use]
    pub const fn state(&self) -> &ObligationState {
        &self.state
    }
}

states! {
    /// The states of an obligation.
    #[derive(Debug, PartialEq, Serialize)]
    ObligationState,
    /// The name of an obligation's state, frozen because logs and refusals carry it.
    StateName,
    /// Owed and not begun.
    Owed(Owed), "owed", "chưa thực hiện";
    /// A draft is being written.
    Drafting(Drafting), "drafting", "đang soạn thảo";
    /// Submitted, and to be vetted.
    Submitted(Submitted), "submitted", "đã nộp, chờ thẩm định";
    /// Returned with findings, to be drafted again.
    Returned(Returned), "returned", "bị trả lại";
    /// Accepted.
    Accepted(Accepted), "accepted", "đã chấp nhận";
    /// Accepted, and part of an accepted consolidation.
    Incorporated(Incorporated), "incorporated", "đã được tổng hợp";
    /// Waived by the authority.
    Waived(Waived), "waived", "được miễn";
    /// Recorded as absent after the deadline.
    Absent(Absent), "absent", "vắng (không nộp)";
    /// Not an order, and no response was recorded.
    NoResponse(NoResponse), "no_response", "không phản hồi";
    /// Silence counted as consent.
    Consented(Consented), "consented", "coi như đồng ý";
    /// A standing duty that goes on.
    Continuing(Continuing), "continuing", "thường xuyên";
    /// A standing duty that was ended.
    Ended(Ended), "ended", "đã kết thúc";
    /// Fell away with its directive, or was carried into another.
    Lapsed(Lapsed), "lapsed", "hết hiệu lực";
}

impl ObligationState {
    /// Whether the state is proof enough for a consolidation or a meeting.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        self.name().is_settled()
    }

    /// The latest revision that this state keeps.
    #[must_use]
    pub fn revision(&self) -> Option<&Revision> {
        match self {
            Self::Submitted(state) => Some(state.revision()),
            Self::Returned(state) => Some(state.revision()),
            Self::Accepted(state) => state.revision(),
            Self::Incorporated(state) => state.revision(),
            Self::Waived(state) => state.revision(),
            Self::Lapsed(state) => state.revision(),
            Self::Owed(_)
            | Self::Drafting(_)
            | Self::Absent(_)
            | Self::NoResponse(_)
            | Self::Consented(_)
            | Self::Continuing(_)
            | Self::Ended(_) => None,
        }
    }
}

impl StateName {
    /// Whether the state is proof enough for a consolidation or a meeting.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        match self {
            Self::Accepted
            | Self::Incorporated
            | Self::Waived
            | Self::Absent
            | Self::NoResponse
            | Self::Consented
            | Self::Ended => true,
            Self::Owed
            | Self::Drafting
            | Self::Submitted
            | Self::Returned
            | Self::Continuing
            | Self::Lapsed => false,
        }
    }

    /// Whether something may still happen to it: neither settled nor lapsed.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Self::Owed | Self::Drafting | Self::Submitted | Self::Returned | Self::Continuing => true,
            Self::Accepted
            | Self::Incorporated
            | Self::Waived
            | Self::Absent
            | Self::NoResponse
            | Self::Consented
            | Self::Ended
            | Self::Lapsed => false,
        }
    }
}

/// Narrows to one state: the only place where the others are alike.
macro_rules! narrow {
    ($($name:ident, $into:ident;)+) => {
        impl ObligationState {
            $(
                #[inline]
                pub(crate) fn $into(self) -> Result<$name, StateName> {
                    match self {
                        Self::$name(state) => Ok(state),
                        other => Err(other.name()),
                    }
                }
            )+
        }
    };
}

narrow! {
    Owed, into_owed;
    Drafting, into_drafting;
    Submitted, into_submitted;
    Returned, into_returned;
    Accepted, into_accepted;
    Incorporated, into_incorporated;
    Absent, into_absent;
    NoResponse, into_no_response;
    Consented, into_consented;
    Continuing, into_continuing;
}
