//! A history that cannot have happened.

use crate::directive::StateName;
use crate::id::DirectiveId;
use crate::meeting::{MeetingIndex, MeetingStateName};
use crate::obligation::{ObligationId, StateName as ObligationStateName};
use crate::proceedings::RosterError;

/// A history is corrupt: this event cannot follow the ones before it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("history of directive `{directive}` is corrupt at version {version}: `{event}` {problem}")]
pub struct CorruptHistory {
    /// Whose history.
    pub directive: DirectiveId,
    /// After how many events.
    pub version: u64,
    /// Which event.
    pub event: &'static str,
    /// Why it cannot follow.
    pub problem: Problem,
}

/// Why an event cannot follow the ones before it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The directive is in another state.
    #[error("cannot happen to a directive that is `{}`", state.as_str())]
    WrongState {
        /// The state it is in.
        state: StateName,
    },
    /// There is no such obligation.
    #[error("names obligation {obligation}, which does not exist")]
    UnknownObligation {
        /// What it names.
        obligation: ObligationId,
    },
    /// The obligation is in another state.
    #[error("cannot happen to obligation {obligation}, which is `{}`", state.as_str())]
    WrongObligationState {
        /// Which obligation.
        obligation: ObligationId,
        /// The state it is in.
        state: ObligationStateName,
    },
    /// There is no such meeting.
    #[error("names meeting {}, which does not exist", meeting.0)]
    UnknownMeeting {
        /// What it names.
        meeting: MeetingIndex,
    },
    /// The meeting is in another state.
    #[error("cannot happen to meeting {}, which is `{}`", meeting.0, state.as_str())]
    WrongMeetingState {
        /// Which meeting.
        meeting: MeetingIndex,
        /// The state it is in.
        state: MeetingStateName,
    },
    /// The inputs of a consolidation are not exactly the settled ones.
    #[error("names inputs of consolidation {consolidation} that are not exactly the settled ones")]
    WrongInputs {
        /// Which consolidation.
        consolidation: ObligationId,
    },
    /// A meeting sits although what it prepares is not settled.
    #[error("lets meeting {} sit although {count} obligations that it waits for are open", meeting.0)]
    NotPrepared {
        /// Which meeting.
        meeting: MeetingIndex,
        /// How many obligations are open.
        count: u32,
    },
    /// A sitting outside its window.
    #[error("lets meeting {} sit outside its window", meeting.0)]
    OutsideWindow {
        /// Which meeting.
        meeting: MeetingIndex,
    },
    /// An acceptance of another revision than the submitted one.
    #[error("accepts a revision of obligation {obligation} that is not the submitted one")]
    WrongRevision {
        /// Which obligation.
        obligation: ObligationId,
    },
    /// It ends a directive whose open obligations are neither settled nor carried.
    #[error("ends the directive although {count} obligations are open")]
    StillOpen {
        /// How many.
        count: usize,
    },
    /// The roster cannot be.
    #[error("has an impossible roster: {0}")]
    Roster(RosterError),
}
