//! What somebody wants done: one variant for each kind of command, with its fields.

use std::sync::Arc;

use chrono::NaiveDate;
use congvan::core::command;
use congvan::core::event::{Carried, Fields, FollowUp, Receipt, Settlement, Verdict};
use congvan::core::id::{DirectiveId, PersonId, UnitId};
use congvan::core::instrument::Instrument;
use congvan::core::meeting::{Attendance, ChairOverride, MeetingIndex, Slot};
use congvan::core::obligation::ObligationId;
use congvan::{Capacity, ContentHash, Instant};

use crate::amendment::Change;
use crate::mandate::Mandate;
use crate::mirror::payloads;

payloads! {
    /// What somebody wants done.
    Command mirrors Command;
    /// Draft a mandate, or replace the draft.
    Draft = command::Draft {
        /// The whole mandate.
        mandate: Arc<Mandate>,
    }
    /// Record a ruling on a finding, before issue.
    RecordRuling = command::RecordRuling {
        /// The code of the finding that is ruled on.
        finding: String,
        /// The place the finding names; none means every place of that code.
        #[uniffi(default = None)]
        place: Option<String>,
        /// Why.
        reason: String,
    }
    /// Sign the draft: the content is frozen.
    Sign = command::Sign {}
    /// Refuse the number and return the signed text to its drafter.
    ReturnToDraft = command::ReturnToDraft {
        /// Why.
        reason: String,
    }
    /// Give the draft up.
    Discard = command::Discard {
        /// Why.
        reason: String,
    }
    /// Number, date and dispatch the signed text: the roster is frozen.
    Issue = command::Issue {
        /// The date it bears.
        date: NaiveDate,
        /// Why it is numbered later than the next working day, or than at once if it is urgent.
        #[uniffi(default = None)]
        late_reason: Option<String>,
        /// The notation, such as `UBND-SNV`.
        notation: String,
        /// The number within issuer, series and year.
        number: u32,
    }
    /// Register receipt, or record delivery from the issuer's side (Decree 30/2020/ND-CP, articles 21.2 and 22.1).
    Acknowledge = command::Acknowledge {
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
    /// Decline a misaddressed directive: it opens a dispute and settles nothing.
    Decline = command::Decline {
        /// Why.
        reason: String,
        /// The receiver.
        unit: UnitId,
    }
    /// Settle a decline: uphold the obligations, waive them, or give them to another unit.
    SettleDecline = command::SettleDecline {
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
    /// Revoke the directive: open obligations lapse, content is kept (Decree 30/2020/ND-CP, article 18.4).
    Revoke = command::Revoke {
        /// The document that revokes it.
        instrument: Instrument,
        /// Why.
        reason: String,
    }
    /// Replace the directive by another one that was issued in equivalent form (Decree 30/2020/ND-CP, article 18.3).
    Replace = command::Replace {
        /// The new directive.
        by: DirectiveId,
        /// The open obligations that the new directive carries on; the others lapse.
        #[uniffi(default = [])]
        carried: Vec<ObligationId>,
        /// The new document.
        instrument: Instrument,
    }
    /// Amend by instrument.
    Amend = command::Amend {
        /// What is changed; all of it or nothing.
        changes: Vec<Change>,
        /// The document it rests on.
        instrument: Instrument,
        /// Why.
        reason: String,
    }
    /// Fix a deadline that was left open, once, from a cited source.
    FixDeadline = command::FixDeadline {
        /// The last instant on time.
        due: Instant,
        /// Which obligations.
        obligations: Vec<ObligationId>,
        /// Where it is laid down.
        source: String,
    }
    /// Ask for an extension: the lead may, one request at a time.
    AskExtension = command::AskExtension {
        /// The last instant on time that is asked for.
        due: Instant,
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Decide on an extension that was asked for: grant it, or refuse it with a reason and perhaps a counter-proposal.
    DecideExtension = command::DecideExtension {
        /// What the authority would grant instead, when it refuses.
        #[uniffi(default = None)]
        counter: Option<Instant>,
        /// Whether it is granted.
        grant: bool,
        /// The document it rests on.
        #[uniffi(default = None)]
        instrument: Option<Instrument>,
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
        /// Why a consolidation that waits for it is not moved too.
        #[uniffi(default = None)]
        unmoved: Option<String>,
    }
    /// Remind units of what they owe: the monitor, the office, a consolidator or the authority may.
    Remind = command::Remind {
        /// Which obligations.
        obligations: Vec<ObligationId>,
        /// What they are told.
        text: String,
    }
    /// Give the vetting to another unit: after vetting is overdue, or at once where nobody may do it.
    ReassignVetting = command::ReassignVetting {
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
    /// Begin a draft.
    StartDraft = command::StartDraft {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// Save a draft; its content stays with the host.
    SaveDraft = command::SaveDraft {
        /// The hash of the draft.
        hash: ContentHash,
        /// Which obligation.
        obligation: ObligationId,
    }
    /// Submit a revision, or the first one straight away; one document may discharge several obligations.
    Submit = command::Submit {
        /// The structured fields, such as breakthroughs and the rank committed to.
        fields: Fields,
        /// The hash of its content, which stays with the host.
        hash: ContentHash,
        /// The other obligations that the same document discharges.
        #[uniffi(default = [])]
        joint: Vec<ObligationId>,
        /// Where the content is kept by the host.
        #[uniffi(default = None)]
        location: Option<String>,
        /// The media type of the content, such as `application/pdf`.
        media_type: String,
        /// Which obligation.
        obligation: ObligationId,
        /// In which capacity the signer signed.
        signed_as: Capacity,
        /// Who signed it.
        signed_by: PersonId,
    }
    /// Record a submission on paper, or of an outside party, on behalf of its performer.
    RecordOnBehalf = command::RecordOnBehalf {
        /// When it was received, in effective time.
        effective_at: Instant,
        /// The structured fields, such as breakthroughs and the rank committed to.
        fields: Fields,
        /// The hash of its content, which stays with the host.
        hash: ContentHash,
        /// The other obligations that the same document discharges.
        #[uniffi(default = [])]
        joint: Vec<ObligationId>,
        /// Where the content is kept by the host.
        #[uniffi(default = None)]
        location: Option<String>,
        /// The media type of the content, such as `application/pdf`.
        media_type: String,
        /// Which obligation.
        obligation: ObligationId,
        /// How it was received.
        receipt: Receipt,
        /// In which capacity the signer signed.
        signed_as: Capacity,
        /// Who signed it.
        signed_by: PersonId,
    }
    /// Declare done what needs no document; its statement is vetted like a submission.
    DeclareDone = command::DeclareDone {
        /// Which obligation.
        obligation: ObligationId,
        /// What was done.
        statement: String,
    }
    /// Record the unit's own act or document that completes the assignment.
    RecordOwnAct = command::RecordOwnAct {
        /// Which obligation.
        obligation: ObligationId,
        /// The act or document, as cited.
        statement: String,
    }
    /// Take a submission back before vetting has begun.
    Recall = command::Recall {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Ask for a submission after vetting has begun (status code 13).
    RequestRecall = command::RequestRecall {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Refuse to give a submission back (status code 16).
    RefuseRecall = command::RefuseRecall {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Begin vetting: from now on the sender can only ask for the submission.
    StartVetting = command::StartVetting {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// Accept a revision; its content hash is cited, so that an older one is never approved by mistake.
    Accept = command::Accept {
        /// The content hash of the revision that was read.
        hash: ContentHash,
        /// Which obligation.
        obligation: ObligationId,
        /// The verdicts on the criteria that a person judges.
        #[uniffi(default = [])]
        verdicts: Vec<Verdict>,
    }
    /// Return a revision with findings per criterion; granting a recall is a return too (status code 15).
    Return = command::Return {
        /// What was found, criterion by criterion.
        #[uniffi(default = [])]
        findings: Vec<Verdict>,
        /// The content hash of the revision that was read.
        hash: ContentHash,
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Reopen an acceptance in which an error was found, until the consolidation is signed.
    Reopen = command::Reopen {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Waive an obligation: the authority alone may, and only before it is accepted.
    Waive = command::Waive {
        /// The document it rests on.
        #[uniffi(default = None)]
        instrument: Option<Instrument>,
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Record that an order was not carried out by its deadline.
    RecordAbsence = command::RecordAbsence {
        /// Which obligation.
        obligation: ObligationId,
        /// What is known of it.
        reason: String,
    }
    /// Record that nobody responded to what was not an order, or that silence counts as consent.
    RecordNoResponse = command::RecordNoResponse {
        /// Which obligation.
        obligation: ObligationId,
        /// What is known of it.
        reason: String,
    }
    /// Add a document after the consolidation was signed: the state stays, the board says so.
    AddAddendum = command::AddAddendum {
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
    /// End a standing duty: its monitor or the authority may.
    EndStanding = command::EndStanding {
        /// Which obligation.
        obligation: ObligationId,
        /// Why.
        reason: String,
    }
    /// Forward what was collected to whom it is meant for: an event, not a condition of settlement.
    Forward = command::Forward {
        /// Which obligation.
        obligation: ObligationId,
        /// To whom.
        to: UnitId,
    }
    /// Draft a consolidation from its settled inputs.
    DraftConsolidation = command::DraftConsolidation {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// Sign a consolidation: proofs and hashes are rechecked, and its inputs locked.
    SignConsolidation = command::SignConsolidation {
        /// The hash of its content, which stays with the host.
        hash: ContentHash,
        /// Where the content is kept by the host.
        #[uniffi(default = None)]
        location: Option<String>,
        /// The media type of the content, such as `application/pdf`.
        media_type: String,
        /// Why a consolidation in which nothing was accepted is signed all the same.
        #[uniffi(default = None)]
        nil_reason: Option<String>,
        /// Which obligation.
        obligation: ObligationId,
    }
    /// Propose a tentative date; it may be done at any time and binds nobody.
    Propose = command::Propose {
        /// Which meeting.
        meeting: MeetingIndex,
        /// When and where.
        slot: Slot,
    }
    /// Schedule a meeting: what it prepares is settled, the slot lies in the window and on a working day.
    Schedule = command::Schedule {
        /// Which meeting.
        meeting: MeetingIndex,
        /// The chair's decision to sit on a day off.
        #[uniffi(default = None)]
        overriding: Option<ChairOverride>,
        /// When and where.
        slot: Slot,
    }
    /// Move a scheduled meeting to another slot.
    Reschedule = command::Reschedule {
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
    /// Postpone a scheduled meeting: it is again without a date.
    Postpone = command::Postpone {
        /// Which meeting.
        meeting: MeetingIndex,
        /// Why.
        reason: String,
    }
    /// Cancel a meeting: the authority alone may.
    Cancel = command::Cancel {
        /// Which meeting.
        meeting: MeetingIndex,
        /// Why.
        reason: String,
    }
    /// Record that a meeting was held: how each reporting unit was represented, and whether it was adjourned.
    Hold = command::Hold {
        /// Whether the chair adjourned to a further sitting.
        #[uniffi(default = false)]
        adjourned: bool,
        /// How each reporting unit was represented.
        attendance: Vec<Attendance>,
        /// When it ended.
        ended_at: Instant,
        /// Which meeting.
        meeting: MeetingIndex,
        /// What the chair has recorded, such as on a missing quorum.
        #[uniffi(default = None)]
        note: Option<String>,
    }
    /// Announce a meeting's conclusion (thông báo kết luận) with its own number: the office issues it for the chair.
    Announce = command::Announce {
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
    /// Close a directive that orders no meeting, when every ending obligation is settled.
    Close = command::Close {
        /// In what sense it is done.
        reason: String,
    }
    /// Conclude the directive after its meetings: what is open is carried into a follow-up, or refused.
    Conclude = command::Conclude {
        /// The open obligations that go on elsewhere.
        #[uniffi(default = [])]
        carried: Vec<Carried>,
    }
    /// Annotate or correct by a note that changes no state; allowed for ever after issue.
    Annotate = command::Annotate {
        /// The obligation it is about.
        #[uniffi(default = None)]
        about: Option<ObligationId>,
        /// The sequence number of the event it corrects.
        #[uniffi(default = None)]
        corrects: Option<u64>,
        /// What it says.
        text: String,
        /// Who told, where it records somebody else's word.
        #[uniffi(default = None)]
        told_by: Option<PersonId>,
    }
}
