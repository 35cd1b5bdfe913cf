//! A meeting: planned, scheduled, held, announced; or postponed, or cancelled.

mod announced;
mod cancelled;
mod held;
mod planned;
mod postponed;
mod scheduled;
mod slot;

pub use announced::Announced;
pub use cancelled::Cancelled;
pub use held::Held;
pub use planned::Planned;
pub use postponed::Postponed;
pub use scheduled::Scheduled;
pub use slot::{Attendance, ChairOverride, Presence, Slot};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::mandate::Window;
use crate::states::states;

/// The position of a meeting in its directive's mandate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct MeetingIndex(pub u16);

/// A meeting: its window as now in force, and the state it is in.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Meeting {
    pub(crate) window: Option<Window>,
    pub(crate) state: MeetingState,
}

impl Meeting {
    /// The window as now in force.
    #[must_use]
    pub const fn window(&self) -> Option<Window> {
        self.window
    }

    /// The state it is in.
    #[must_use]
    pub const fn state(&self) -> &MeetingState {
        &self.state
    }
}

states! {
    /// The states of a meeting.
    #[derive(Debug, PartialEq, Eq, Serialize)]
    MeetingState,
    /// The name of a meeting's state, frozen because logs and refusals carry it.
    MeetingStateName,
    /// Ordered, without a date; perhaps with a tentative one.
    Planned(Planned), "planned", "dự kiến";
    /// Scheduled, with invitations out.
    Scheduled(Scheduled), "scheduled", "đã xếp lịch";
    /// Postponed: again without a date.
    Postponed(Postponed), "postponed", "hoãn";
    /// Held, or adjourned to a further sitting.
    Held(Held), "held", "đã họp";
    /// Its conclusion is announced.
    Announced(Announced), "announced", "đã thông báo kết luận";
    /// Cancelled.
    Cancelled(Cancelled), "cancelled", "đã hủy";
}

/// Narrows to one state: the only place where the others are alike.
macro_rules! narrow {
    ($($name:ident, $into:ident;)+) => {
        impl MeetingState {
            $(
                pub(crate) fn $into(self) -> Result<$name, MeetingStateName> {
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
    Scheduled, into_scheduled;
}
