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

macro_rules! states {
    ($($(#[$doc:meta])+ $name:ident, $code:literal, $vi:literal;)+) => {
        /// The states of a meeting.
        #[derive(Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "fork", derive(Clone))]
        #[serde(rename_all = "snake_case")]
        pub enum MeetingState {
            $($(#[$doc])+ $name($name),)+
        }

        /// The name of a meeting's state, frozen because logs and refusals carry it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum MeetingStateName {
            $($(#[$doc])+ $name,)+
        }

        impl MeetingStateName {
            /// Every name, in the order of the lifecycle.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The frozen name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// The name in Vietnamese.
            #[must_use]
            pub const fn vi(self) -> &'static str {
                match self {
                    $(Self::$name => $vi,)+
                }
            }
        }

        impl MeetingState {
            /// The state's name.
            #[must_use]
            pub const fn name(&self) -> MeetingStateName {
                match self {
                    $(Self::$name(_) => MeetingStateName::$name,)+
                }
            }
        }
    };
}

states! {
    /// Ordered, without a date; perhaps with a tentative one.
    Planned, "planned", "dự kiến";
    /// Scheduled, with invitations out.
    Scheduled, "scheduled", "đã xếp lịch";
    /// Postponed: again without a date.
    Postponed, "postponed", "hoãn";
    /// Held, or adjourned to a further sitting.
    Held, "held", "đã họp";
    /// Its conclusion is announced.
    Announced, "announced", "đã thông báo kết luận";
    /// Cancelled.
    Cancelled, "cancelled", "đã hủy";
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
