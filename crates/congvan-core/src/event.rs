//! What happened, in the past tense: the only thing a journal keeps.
//!
//! Every release reads every event ever written: fields are added with a default and never removed or renamed. The
//! fields of events stand in alphabetical order, which is the order of canonical JSON (RFC 8785), so that a store need
//! sort only what people write in another order: mandates, assignments and derivations.

mod directive;
mod meeting;
mod name;
mod obligation;
mod quantity;
mod stamp;
mod submission;

pub use directive::{
    Acknowledged, Added, Annotated, Carried, Closed, Concluded, DeadlineFixed, DeclineSettled, Declined,
    Discarded, Drafted, Extended, ExtensionAsked, ExtensionRefused, Issued, Reminded, Replaced,
    ReturnedToDraft, Revoked, RulingRecorded, Settlement, Signed, VettingReassigned, WindowMoved,
};
pub use meeting::{
    AgendaItem, ConclusionAnnounced, FollowUp, MeetingCancelled, MeetingHeld, MeetingPostponed,
    MeetingProposed, MeetingRescheduled, MeetingScheduled,
};
pub use obligation::{
    AbsenceRecorded, Accepted, AddendumAdded, ConsentDeemed, ConsolidationDrafted, ConsolidationSigned,
    DraftSaved, DraftStarted, Forwarded, NoResponseRecorded, RecallRefused, RecallRequested, Recalled,
    Reopened, Returned, StandingEnded, Submitted, Verdict, VettingStarted, Waived,
};
pub use quantity::{Quantity, QuantityError};
pub use stamp::Stamp;
pub use submission::{
    Breakthrough, Completed, Direction, Fields, Milestone, Novelty, RankCommitment, Receipt, Submission,
    Target,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! events {
    ($($(#[$doc:meta])+ $name:ident($content:ty), $code:literal;)+) => {
        /// Something that happened to a directive. The large and rare ones are boxed, so that the others stay cheap to move.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Event {
            $($(#[$doc])+ $name($content),)+
        }

        /// The name of an event, frozen because logs carry it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EventName {
            $($(#[$doc])+ $name,)+
        }

        impl EventName {
            /// Every name.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The frozen name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }

        impl Event {
            /// The event's name.
            #[must_use]
            pub const fn name(&self) -> EventName {
                match self {
                    $(Self::$name(_) => EventName::$name,)+
                }
            }
        }

        $(
            impl From<$name> for Event {
                fn from(event: $name) -> Self {
                    Self::$name(event.into())
                }
            }
        )+
    };
}

events! {
    /// A mandate was drafted, or a draft was replaced.
    Drafted(Drafted), "drafted";
    /// A ruling on a finding was recorded.
    RulingRecorded(Box<RulingRecorded>), "ruling_recorded";
    /// The signer's act froze the content.
    Signed(Signed), "signed";
    /// The clerk refused the number: the text goes back to its drafter.
    ReturnedToDraft(ReturnedToDraft), "returned_to_draft";
    /// The draft was given up.
    Discarded(Discarded), "discarded";
    /// The directive was numbered, dated and dispatched; its roster is frozen.
    Issued(Box<Issued>), "issued";
    /// A receiver registered the directive, or delivery to it was recorded.
    Acknowledged(Box<Acknowledged>), "acknowledged";
    /// A receiver declined it as misaddressed.
    Declined(Declined), "declined";
    /// The authority settled a decline.
    DeclineSettled(Box<DeclineSettled>), "decline_settled";
    /// The directive was revoked; open obligations lapsed.
    Revoked(Box<Revoked>), "revoked";
    /// The directive was replaced by another.
    Replaced(Box<Replaced>), "replaced";
    /// A meeting's window was moved by instrument.
    WindowMoved(Box<WindowMoved>), "window_moved";
    /// Obligations were added by instrument.
    Added(Box<Added>), "added";
    /// A deadline was fixed from a cited source.
    DeadlineFixed(DeadlineFixed), "deadline_fixed";
    /// Deadlines were extended.
    Extended(Box<Extended>), "extended";
    /// A lead asked for an extension.
    ExtensionAsked(ExtensionAsked), "extension_asked";
    /// An extension was refused, perhaps with a counter-proposal.
    ExtensionRefused(ExtensionRefused), "extension_refused";
    /// Units were reminded.
    Reminded(Reminded), "reminded";
    /// The vetting of obligations was given to another unit.
    VettingReassigned(Box<VettingReassigned>), "vetting_reassigned";
    /// A draft was begun.
    DraftStarted(DraftStarted), "draft_started";
    /// A draft was saved.
    DraftSaved(DraftSaved), "draft_saved";
    /// A revision was submitted.
    Submitted(Submitted), "submitted";
    /// The sender took a submission back before vetting.
    Recalled(Recalled), "recalled";
    /// The sender asked for a submission after vetting had begun.
    RecallRequested(RecallRequested), "recall_requested";
    /// The vetter refused to give it back.
    RecallRefused(RecallRefused), "recall_refused";
    /// Vetting began.
    VettingStarted(VettingStarted), "vetting_started";
    /// A revision was accepted.
    Accepted(Accepted), "accepted";
    /// A revision was returned with findings.
    Returned(Box<Returned>), "returned";
    /// An acceptance was reopened.
    Reopened(Reopened), "reopened";
    /// Obligations were waived.
    Waived(Box<Waived>), "waived";
    /// Absence was recorded.
    AbsenceRecorded(AbsenceRecorded), "absence_recorded";
    /// No response was recorded.
    NoResponseRecorded(NoResponseRecorded), "no_response_recorded";
    /// Silence counted as consent.
    ConsentDeemed(ConsentDeemed), "consent_deemed";
    /// A document came after the consolidation was signed.
    AddendumAdded(Box<AddendumAdded>), "addendum_added";
    /// A standing duty was ended.
    StandingEnded(StandingEnded), "standing_ended";
    /// The collector forwarded a submission.
    Forwarded(Forwarded), "forwarded";
    /// A consolidation was drafted from its settled inputs.
    ConsolidationDrafted(ConsolidationDrafted), "consolidation_drafted";
    /// A consolidation was signed.
    ConsolidationSigned(ConsolidationSigned), "consolidation_signed";
    /// A tentative date was proposed.
    MeetingProposed(MeetingProposed), "meeting_proposed";
    /// A meeting was scheduled and invitations went out.
    MeetingScheduled(Box<MeetingScheduled>), "meeting_scheduled";
    /// A meeting was moved to another slot.
    MeetingRescheduled(Box<MeetingRescheduled>), "meeting_rescheduled";
    /// A meeting was postponed without a date.
    MeetingPostponed(MeetingPostponed), "meeting_postponed";
    /// A meeting was cancelled.
    MeetingCancelled(MeetingCancelled), "meeting_cancelled";
    /// A meeting was held.
    MeetingHeld(MeetingHeld), "meeting_held";
    /// A meeting's conclusion was announced.
    ConclusionAnnounced(Box<ConclusionAnnounced>), "conclusion_announced";
    /// A directive without a meeting was closed.
    Closed(Closed), "closed";
    /// The directive was concluded.
    Concluded(Concluded), "concluded";
    /// An annotation was added, which changes no state.
    Annotated(Box<Annotated>), "annotated";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_cheap_to_move() {
        assert!(size_of::<Event>() <= 72, "{} bytes", size_of::<Event>());
    }

    #[test]
    fn every_event_has_a_name_of_its_own_in_both_languages() {
        let own = |names: Vec<&str>| {
            let apart: std::collections::BTreeSet<_> = names.iter().filter(|name| !name.is_empty()).collect();
            assert_eq!(apart.len(), EventName::ALL.len(), "{names:?}");
        };
        own(EventName::ALL.iter().map(|name| name.vi()).collect());
        own(EventName::ALL.iter().map(|name| name.as_str()).collect());
    }
}
