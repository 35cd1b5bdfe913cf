//! The timeline of a directive: stages against their deadlines, and milestones.

use congvan::core::id::{AssignmentId, MeetingId};
use congvan::core::obligation::{Key, ObligationId};
use congvan::core::query::{Milestone, MilestoneKind, StageLine, StandingFacts, Timeline, Tracked};
use congvan::{Actor, Instant};

/// From the earliest instant to the latest.
type Span = (Instant, Instant);

/// From the earliest instant to the latest, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct InstantSpan {
    /// The earliest.
    pub earliest: Instant,
    /// The latest.
    pub latest: Instant,
}

uniffi::custom_type!(Span, InstantSpan, {
    remote,
    lower: |span| InstantSpan { earliest: span.0, latest: span.1 },
    try_lift: |span| Ok((span.earliest, span.latest)),
});

/// Stages against their deadlines, and the milestones.
#[uniffi::remote(Record)]
pub struct Timeline {
    /// The stages, in order.
    pub stages: Vec<StageLine>,
    /// What a reader of the history should see, in the order in which it took effect.
    pub milestones: Vec<Milestone>,
}

/// One stage: what was owed in it, and when it came.
#[uniffi::remote(Record)]
pub struct StageLine {
    /// Its number, from 1.
    pub stage: u16,
    /// The assignments in it, in the order of the directive's items.
    pub assignments: Vec<AssignmentId>,
    /// The earliest and the latest due instant in force.
    pub due: Option<(Instant, Instant)>,
    /// The obligations in it, in their order.
    pub tracked: Vec<Tracked>,
}

/// What became of one obligation, and when.
#[uniffi::remote(Record)]
pub struct Tracked {
    /// Its key.
    pub key: Key,
    /// Its position.
    pub obligation: ObligationId,
    /// How it stands, and what that rests on.
    pub facts: StandingFacts,
    /// When revisions were submitted, in effective time.
    pub submitted: Vec<Instant>,
    /// When revisions were returned, or acceptances reopened.
    pub returned: Vec<Instant>,
    /// How many submissions followed a return.
    pub resubmitted: u16,
    /// When revisions were recalled.
    pub recalled: Vec<Instant>,
    /// When extensions were granted.
    pub extended: Vec<Instant>,
    /// When absence was recorded.
    pub absent: Vec<Instant>,
    /// When it was accepted; the last time, where it was reopened.
    pub accepted: Option<Instant>,
}

/// One thing that a reader of the history should see.
#[uniffi::remote(Record)]
pub struct Milestone {
    /// From when it holds.
    pub at: Instant,
    /// Who did it.
    pub actor: Actor,
    /// What it is.
    pub kind: MilestoneKind,
    /// The obligations it is about, in their order.
    pub keys: Vec<Key>,
    /// The meeting it is about.
    pub meeting: Option<MeetingId>,
    /// Why, where a reason was given.
    pub reason: Option<String>,
}

/// What a milestone is.
#[uniffi::remote(Enum)]
pub enum MilestoneKind {
    /// The directive was signed.
    Signed,
    /// It was numbered and dispatched.
    Issued,
    /// A receiver declined it.
    Declined,
    /// A decline was settled.
    DeclineSettled,
    /// Obligations were added.
    Added,
    /// A deadline was fixed.
    DeadlineFixed,
    /// Deadlines were extended.
    Extended,
    /// An extension was refused.
    ExtensionRefused,
    /// Units were reminded.
    Reminded,
    /// Vetting was given to another unit.
    VettingReassigned,
    /// A revision was recalled.
    Recalled,
    /// A revision was returned.
    Returned,
    /// An acceptance was reopened.
    Reopened,
    /// Obligations were waived.
    Waived,
    /// Absence was recorded.
    AbsenceRecorded,
    /// No response was recorded, or silence counted as consent.
    Silence,
    /// A document came after the consolidation was signed.
    Addendum,
    /// A consolidation was signed.
    ConsolidationSigned,
    /// A consolidation was accepted.
    ConsolidationAccepted,
    /// The window of a meeting was moved.
    WindowMoved,
    /// A meeting was scheduled.
    MeetingScheduled,
    /// A meeting was moved to another slot.
    MeetingRescheduled,
    /// A meeting was postponed.
    MeetingPostponed,
    /// A meeting was cancelled.
    MeetingCancelled,
    /// A meeting was held.
    MeetingHeld,
    /// A conclusion was announced.
    ConclusionAnnounced,
    /// The directive was revoked.
    Revoked,
    /// The directive was replaced.
    Replaced,
    /// The directive was closed without a meeting.
    Closed,
    /// The directive was concluded.
    Concluded,
}
