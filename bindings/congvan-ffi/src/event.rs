//! What happened, in the past tense: one variant for each event, with its fields.

use std::sync::Arc;

use congvan::calendar::Derivation;
use congvan::core::Entry;
use congvan::core::event::{self, AgendaItem, Carried, FollowUp, Settlement, Submission, Verdict};
use congvan::core::evidence::Inputs;
use congvan::core::id::{DirectiveId, PersonId, UnitId};
use congvan::core::instrument::Instrument;
use congvan::core::mandate::{Assignment, Ruling, SigningAuthority, Window};
use congvan::core::meeting::{Attendance, ChairOverride, MeetingIndex, Slot};
use congvan::core::obligation::{Acceptance, ObligationId};
use congvan::core::proceedings::Issue;
use congvan::{ContentHash, Instant};

use crate::error::CongvanError;
use crate::mandate::Mandate;
use crate::mirror::payloads;

payloads! {
    /// Something that happened to a directive.
    #[expect(clippy::large_enum_variant, reason = "it lives only while it crosses")]
    Event mirrors Event or {
        /// Something that a later version of the library wrote and this one does not know.
        Unknown {
            /// Its frozen name.
            code: String,
            /// Its content, as canonical JSON.
            raw: String,
        } => |code, _raw| CongvanError::Newer { code }
    };
    /// A mandate was drafted, or a draft was replaced.
    Drafted = event::Drafted {
        /// The whole mandate.
        mandate: Arc<Mandate>,
    }
    /// A ruling on a finding was recorded.
    RulingRecorded [boxed] = event::RulingRecorded {
        /// The ruling.
        ruling: Ruling,
    }
    /// The signer's act froze the content.
    Signed = event::Signed {
        /// The chain of signing authority, as printed.
        authority: Vec<SigningAuthority>,
        /// The hash of the canonical JSON of the mandate.
        hash: ContentHash,
    }
    /// The clerk refused the number: the text goes back to its drafter.
    ReturnedToDraft = event::ReturnedToDraft {
        /// Why.
        reason: String,
    }
    /// The draft was given up.
    Discarded = event::Discarded {
        /// Why.
        reason: String,
    }
    /// The directive was numbered, dated and dispatched; its roster is frozen.
    Issued [boxed] = event::Issued {
        /// Number, date and notation.
        issue: Issue,
        /// Why it was numbered later than the next working day, or later than at once if it is urgent.
        #[uniffi(default = None)]
        late_reason: Option<String>,
        /// Who owes what by when, unit by unit.
        roster: Vec<Entry>,
    }
    /// A receiver registered the directive, or delivery to it was recorded (Decree 30/2020/ND-CP, article 22.1).
    Acknowledged [boxed] = event::Acknowledged {
        /// The arrival number (số đến), where the receiver gave one.
        #[uniffi(default = None)]
        arrival_number: Option<String>,
        /// Evidence of delivery, where the issuer's office records it.
        #[uniffi(default = None)]
        evidence: Option<String>,
        /// When it was registered.
        registered_at: Instant,
        /// The receiver.
        unit: UnitId,
    }
    /// A receiver declined it as misaddressed.
    Declined = event::Declined {
        /// Why.
        reason: String,
        /// The receiver.
        unit: UnitId,
    }
    /// The authority settled a decline.
    DeclineSettled [boxed] = event::DeclineSettled {
        /// The document it rests on.
        #[uniffi(default = None)]
        instrument: Option<Instrument>,
        /// How.
        outcome: Settlement,
        /// Why.
        reason: String,
        /// The receiver.
        unit: UnitId,
    }
    /// The directive was revoked; open obligations lapsed (Decree 30/2020/ND-CP, article 18.4).
    Revoked [boxed] = event::Revoked {
        /// The document that revokes it.
        instrument: Instrument,
        /// Why.
        reason: String,
    }
    /// The directive was replaced by another, in equivalent form (Decree 30/2020/ND-CP, article 18.3).
    Replaced [boxed] = event::Replaced {
        /// The new directive.
        by: DirectiveId,
        /// The open obligations that the new directive carries on; the others lapsed.
        carried: Vec<ObligationId>,
        /// The new document.
        instrument: Instrument,
    }
    /// A meeting's window was moved by instrument.
    WindowMoved [boxed] = event::WindowMoved {
        /// The document it rests on.
        instrument: Instrument,
        /// Which meeting.
        meeting: MeetingIndex,
        /// Why.
        reason: String,
        /// The new window.
        window: Window,
    }
    /// Obligations were added by instrument.
    Added [boxed] = event::Added {
        /// The assignment, where it is new too.
        #[uniffi(default = None)]
        assignment: Option<Assignment>,
        /// The document it rests on.
        instrument: Instrument,
        /// Why.
        reason: String,
        /// The new obligations; their positions follow the last one.
        roster: Vec<Entry>,
    }
    /// A deadline was fixed from a cited source, once.
    DeadlineFixed = event::DeadlineFixed {
        /// How it was computed, where it was.
        #[uniffi(default = None)]
        derivation: Option<Box<Derivation>>,
        /// The last instant on time.
        due: Instant,
        /// Which obligations.
        obligations: Vec<ObligationId>,
        /// Where it is laid down.
        source: String,
    }
    /// Deadlines were extended.
    Extended [boxed] = event::Extended {
        /// The last instant on time from now on.
        due: Instant,
        /// The document it rests on, where it has one.
        #[uniffi(default = None)]
        instrument: Option<Instrument>,
        /// Which obligations.
        obligations: Vec<ObligationId>,
        /// Why.
        reason: String,
        /// Why a consolidation that waits for them is not moved too.
        #[uniffi(default = None)]
        unmoved: Option<String>,
    }
    /// A lead asked for an extension.
    ExtensionAsked = event::ExtensionAsked {
        /// The last instant on time that was asked for.
        due: Instant,
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// An extension was refused, perhaps with a counter-proposal.
    ExtensionRefused = event::ExtensionRefused {
        /// What the authority would grant instead.
        #[uniffi(default = None)]
        counter: Option<Instant>,
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Units were reminded (đôn đốc).
    Reminded = event::Reminded {
        /// Which obligations.
        obligations: Vec<ObligationId>,
        /// What they were told.
        text: String,
    }
    /// The vetting of obligations was given to another unit.
    VettingReassigned [boxed] = event::VettingReassigned {
        /// The document it rests on.
        #[uniffi(default = None)]
        instrument: Option<Instrument>,
        /// Which obligations.
        obligations: Vec<ObligationId>,
        /// Why.
        reason: String,
        /// The unit that vets from now on.
        to: UnitId,
    }
    /// A draft was begun.
    DraftStarted = event::DraftStarted {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// A draft was saved.
    DraftSaved = event::DraftSaved {
        /// The hash of the draft.
        hash: ContentHash,
        /// Which obligation.
        obligation: ObligationId,
    }
    /// A revision was submitted.
    Submitted = event::Submitted(
        /// The revision as submitted.
        submission: Box<Submission>
    )
    /// The sender took a submission back before vetting.
    Recalled = event::Recalled {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// The sender asked for a submission after vetting had begun (status code 13).
    RecallRequested = event::RecallRequested {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// The vetter refused to give it back (status code 16).
    RecallRefused = event::RecallRefused {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Vetting began.
    VettingStarted = event::VettingStarted {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// A revision was accepted.
    Accepted = event::Accepted {
        /// On what ground.
        ground: Acceptance,
        /// The content hash of the accepted revision; none for attendance.
        #[uniffi(default = None)]
        hash: Option<ContentHash>,
        /// Which obligation.
        obligation: ObligationId,
        /// The verdicts on the criteria that a person judges.
        #[uniffi(default = [])]
        verdicts: Vec<Verdict>,
    }
    /// A revision was returned with findings.
    Returned [boxed] = event::Returned {
        /// What was found, criterion by criterion.
        findings: Vec<Verdict>,
        /// The content hash of the returned revision.
        hash: ContentHash,
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// An acceptance was reopened: an error was found after it.
    Reopened = event::Reopened {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Obligations were waived.
    Waived [boxed] = event::Waived {
        /// The document it rests on.
        #[uniffi(default = None)]
        instrument: Option<Instrument>,
        /// Which obligations.
        obligations: Vec<ObligationId>,
        /// Why.
        reason: String,
    }
    /// Absence was recorded after the deadline.
    AbsenceRecorded = event::AbsenceRecorded {
        /// Which obligation.
        obligation: ObligationId,
        /// What is known of it.
        reason: String,
    }
    /// No response was recorded for what was not an order.
    NoResponseRecorded = event::NoResponseRecorded {
        /// Which obligation.
        obligation: ObligationId,
        /// What is known of it.
        reason: String,
    }
    /// Silence after the deadline counted as consent (Decree 191/2026/ND-CP).
    ConsentDeemed = event::ConsentDeemed {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// A document came after the consolidation was signed: the state stays as it is.
    AddendumAdded [boxed] = event::AddendumAdded {
        /// When it came, in effective time.
        at: Instant,
        /// The hash of its content.
        hash: ContentHash,
        /// Where the content is kept by the host.
        #[uniffi(default = None)]
        location: Option<String>,
        /// The media type of the content.
        media_type: String,
        /// Which obligation.
        obligation: ObligationId,
    }
    /// A standing duty was ended.
    StandingEnded = event::StandingEnded {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// The collector forwarded a submission.
    Forwarded = event::Forwarded {
        /// Which obligation.
        obligation: ObligationId,
        /// To whom.
        to: UnitId,
    }
    /// A consolidation was drafted from its settled inputs.
    ConsolidationDrafted = event::ConsolidationDrafted {
        /// What became of every expected input.
        inputs: Inputs,
        /// Which consolidation.
        obligation: ObligationId,
    }
    /// A consolidation was signed: its inputs are locked until it is accepted or returned.
    ConsolidationSigned = event::ConsolidationSigned {
        /// What became of every expected input.
        inputs: Inputs,
        /// The consolidated report itself.
        submission: Box<Submission>,
    }
    /// A tentative date was proposed.
    MeetingProposed = event::MeetingProposed {
        /// Which meeting.
        meeting: MeetingIndex,
        /// When and where.
        slot: Slot,
    }
    /// A meeting was scheduled and invitations went out.
    MeetingScheduled [boxed] = event::MeetingScheduled {
        /// The agenda in the order of the directive's items.
        agenda: Vec<AgendaItem>,
        /// The units invited.
        invited: Vec<UnitId>,
        /// Which meeting.
        meeting: MeetingIndex,
        /// The chair's decision to sit on a day off.
        #[uniffi(default = None)]
        overriding: Option<ChairOverride>,
        /// When and where.
        slot: Slot,
    }
    /// A meeting was moved to another slot.
    MeetingRescheduled [boxed] = event::MeetingRescheduled {
        /// Which meeting.
        meeting: MeetingIndex,
        /// The chair's decision to sit on a day off.
        #[uniffi(default = None)]
        overriding: Option<ChairOverride>,
        /// Why.
        reason: String,
        /// When and where.
        slot: Slot,
    }
    /// A meeting was postponed without a date.
    MeetingPostponed = event::MeetingPostponed {
        /// Which meeting.
        meeting: MeetingIndex,
        /// Why.
        reason: String,
    }
    /// A meeting was cancelled.
    MeetingCancelled = event::MeetingCancelled {
        /// Which meeting.
        meeting: MeetingIndex,
        /// Why.
        reason: String,
    }
    /// A meeting was held.
    MeetingHeld = event::MeetingHeld {
        /// Whether the chair adjourned to a further sitting.
        adjourned: bool,
        /// Who was there.
        attendance: Vec<Attendance>,
        /// When it ended.
        ended_at: Instant,
        /// Which meeting.
        meeting: MeetingIndex,
        /// What the chair had recorded, such as on a missing quorum.
        #[uniffi(default = None)]
        note: Option<String>,
    }
    /// A meeting's conclusion was announced (thông báo kết luận), with its own number.
    ConclusionAnnounced [boxed] = event::ConclusionAnnounced {
        /// What was decided.
        decisions: Vec<String>,
        /// What is to be assigned in consequence.
        #[uniffi(default = [])]
        follow_ups: Vec<FollowUp>,
        /// Which meeting.
        meeting: MeetingIndex,
        /// The notice itself.
        notice: Instrument,
    }
    /// A directive without a meeting was closed.
    Closed = event::Closed {
        /// In what sense it is done.
        reason: String,
    }
    /// The directive was concluded after its meetings.
    Concluded = event::Concluded {
        /// The open obligations that go on elsewhere.
        carried: Vec<Carried>,
    }
    /// An annotation was added, which changes no state.
    Annotated [boxed] = event::Annotated {
        /// The obligation it is about.
        #[uniffi(default = None)]
        about: Option<ObligationId>,
        /// The sequence number of the event it corrects.
        #[uniffi(default = None)]
        corrects: Option<u64>,
        /// What it says.
        text: String,
        /// Who told, where the annotation records somebody else's word.
        #[uniffi(default = None)]
        told_by: Option<PersonId>,
    }
}
