//! How each event moves the state on: one implementation per event, so that a new event does not compile without one.

mod directive;
mod meeting;
mod obligation;

pub(crate) use obligation::StepProblem;

use crate::directive::{Directive, Problem};
use crate::event::{Event, Stamp};

/// How an event moves a directive on.
pub(crate) trait Fold {
    /// Moves the directive on, or says why this cannot have happened. A half-applied directive is dropped.
    fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem>;
}

macro_rules! delegate {
    ($($name:ident),+ $(,)?) => {
        impl Fold for Event {
            fn fold(&self, directive: &mut Directive, stamp: &Stamp) -> Result<(), Problem> {
                match self {
                    $(Self::$name(event) => event.fold(directive, stamp),)+
                }
            }
        }
    };
}

delegate! {
    Drafted, RulingRecorded, Signed, ReturnedToDraft, Discarded, Issued, Acknowledged, Declined, DeclineSettled, Revoked,
    Replaced, WindowMoved, Added, DeadlineFixed, Extended, ExtensionAsked, ExtensionRefused, Reminded,
    VettingReassigned, DraftStarted, DraftSaved, Submitted, Recalled, RecallRequested, RecallRefused, VettingStarted,
    Accepted, Returned, Reopened, Waived, AbsenceRecorded, NoResponseRecorded, ConsentDeemed, AddendumAdded,
    StandingEnded, Forwarded, ConsolidationDrafted, ConsolidationSigned, MeetingProposed, MeetingScheduled,
    MeetingRescheduled, MeetingPostponed, MeetingCancelled, MeetingHeld, ConclusionAnnounced, Closed, Concluded,
    Annotated,
}

#[cfg(test)]
mod tests;
