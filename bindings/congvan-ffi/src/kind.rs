//! The kinds of command and the names of events, both frozen.

use congvan::core::command::Kind;
use congvan::core::event::EventName;

use crate::text::Text;

/// The kind of a command, frozen because scenarios and hosts name it.
#[uniffi::remote(Enum)]
pub enum Kind {
    /// Draft a mandate, or replace the draft.
    Draft,
    /// Record a ruling on a finding.
    RecordRuling,
    /// Sign the draft: the content is frozen.
    Sign,
    /// Refuse the number and return the text to its drafter.
    ReturnToDraft,
    /// Give the draft up.
    Discard,
    /// Number, date and dispatch.
    Issue,
    /// Register receipt, or record delivery.
    Acknowledge,
    /// Decline a misaddressed directive.
    Decline,
    /// Settle a decline.
    SettleDecline,
    /// Revoke the directive.
    Revoke,
    /// Replace the directive by another.
    Replace,
    /// Amend by instrument.
    Amend,
    /// Fix a deadline from a cited source.
    FixDeadline,
    /// Ask for an extension.
    AskExtension,
    /// Decide on an extension.
    DecideExtension,
    /// Remind.
    Remind,
    /// Give the vetting to another unit.
    ReassignVetting,
    /// Begin a draft.
    StartDraft,
    /// Save a draft.
    SaveDraft,
    /// Submit.
    Submit,
    /// Record a submission on behalf of its performer.
    RecordOnBehalf,
    /// Declare it done.
    DeclareDone,
    /// Record the unit's own act or document.
    RecordOwnAct,
    /// Take a submission back before vetting.
    Recall,
    /// Ask for a submission after vetting has begun.
    RequestRecall,
    /// Refuse to give a submission back.
    RefuseRecall,
    /// Begin vetting.
    StartVetting,
    /// Accept a revision.
    Accept,
    /// Return a revision with findings.
    Return,
    /// Reopen an acceptance.
    Reopen,
    /// Waive an obligation.
    Waive,
    /// Record absence.
    RecordAbsence,
    /// Record that nobody responded, or that silence counts as consent.
    RecordNoResponse,
    /// Add a document after the consolidation was signed.
    AddAddendum,
    /// End a standing duty.
    EndStanding,
    /// Forward what was collected.
    Forward,
    /// Draft a consolidation from its settled inputs.
    DraftConsolidation,
    /// Sign a consolidation.
    SignConsolidation,
    /// Propose a tentative date.
    Propose,
    /// Schedule a meeting.
    Schedule,
    /// Move a meeting to another slot.
    Reschedule,
    /// Postpone a meeting without a date.
    Postpone,
    /// Cancel a meeting.
    Cancel,
    /// Record that a meeting was held.
    Hold,
    /// Announce a meeting's conclusion.
    Announce,
    /// Close a directive without a meeting.
    Close,
    /// Conclude the directive.
    Conclude,
    /// Annotate, changing no state.
    Annotate,
}

/// The name of an event, frozen because logs carry it.
#[uniffi::remote(Enum)]
pub enum EventName {
    /// A mandate was drafted, or a draft was replaced.
    Drafted,
    /// A ruling on a finding was recorded.
    RulingRecorded,
    /// The signer's act froze the content.
    Signed,
    /// The clerk refused the number: the text goes back to its drafter.
    ReturnedToDraft,
    /// The draft was given up.
    Discarded,
    /// The directive was numbered, dated and dispatched; its roster is frozen.
    Issued,
    /// A receiver registered the directive, or delivery to it was recorded.
    Acknowledged,
    /// A receiver declined it as misaddressed.
    Declined,
    /// The authority settled a decline.
    DeclineSettled,
    /// The directive was revoked; open obligations lapsed.
    Revoked,
    /// The directive was replaced by another.
    Replaced,
    /// A meeting's window was moved by instrument.
    WindowMoved,
    /// Obligations were added by instrument.
    Added,
    /// A deadline was fixed from a cited source.
    DeadlineFixed,
    /// Deadlines were extended.
    Extended,
    /// A lead asked for an extension.
    ExtensionAsked,
    /// An extension was refused, perhaps with a counter-proposal.
    ExtensionRefused,
    /// Units were reminded.
    Reminded,
    /// The vetting of obligations was given to another unit.
    VettingReassigned,
    /// A draft was begun.
    DraftStarted,
    /// A draft was saved.
    DraftSaved,
    /// A revision was submitted.
    Submitted,
    /// The sender took a submission back before vetting.
    Recalled,
    /// The sender asked for a submission after vetting had begun.
    RecallRequested,
    /// The vetter refused to give it back.
    RecallRefused,
    /// Vetting began.
    VettingStarted,
    /// A revision was accepted.
    Accepted,
    /// A revision was returned with findings.
    Returned,
    /// An acceptance was reopened.
    Reopened,
    /// Obligations were waived.
    Waived,
    /// Absence was recorded.
    AbsenceRecorded,
    /// No response was recorded.
    NoResponseRecorded,
    /// Silence counted as consent.
    ConsentDeemed,
    /// A document came after the consolidation was signed.
    AddendumAdded,
    /// A standing duty was ended.
    StandingEnded,
    /// The collector forwarded a submission.
    Forwarded,
    /// A consolidation was drafted from its settled inputs.
    ConsolidationDrafted,
    /// A consolidation was signed.
    ConsolidationSigned,
    /// A tentative date was proposed.
    MeetingProposed,
    /// A meeting was scheduled and invitations went out.
    MeetingScheduled,
    /// A meeting was moved to another slot.
    MeetingRescheduled,
    /// A meeting was postponed without a date.
    MeetingPostponed,
    /// A meeting was cancelled.
    MeetingCancelled,
    /// A meeting was held.
    MeetingHeld,
    /// A meeting's conclusion was announced.
    ConclusionAnnounced,
    /// A directive without a meeting was closed.
    Closed,
    /// The directive was concluded.
    Concluded,
    /// An annotation was added, which changes no state.
    Annotated,
}

/// The frozen name of a kind of command, such as `record_ruling`.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
#[must_use]
pub fn kind_code(kind: Kind) -> String {
    kind.as_str().to_owned()
}

/// What a kind of command is called by people.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
#[must_use]
pub fn kind_text(kind: Kind) -> Text {
    Text { vi: kind.vi().to_owned(), en: kind.en().to_owned() }
}

/// The frozen name of an event, such as `ruling_recorded`.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
#[must_use]
pub fn event_name_code(name: EventName) -> String {
    name.as_str().to_owned()
}

/// What an event is called by people.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
#[must_use]
pub fn event_name_text(name: EventName) -> Text {
    Text { vi: name.vi().to_owned(), en: name.as_str().replace('_', " ") }
}
