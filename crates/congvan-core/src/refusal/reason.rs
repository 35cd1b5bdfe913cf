//! Every reason there is, with its facts.

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_text::Text;
use serde::Serialize;

use super::bilingual::{all_in_both, in_both};
use super::list::reasons;

use crate::actor::Capacity;
use crate::directive::StateName as DirectiveStateName;
use crate::directory::Power;
use crate::hash::ContentHash;
use crate::id::{AssignmentId, CriterionId, DirectiveId, FieldId, OfficeId, PersonId, UnitId};
use crate::mandate::{Binding, Completion, Window};
use crate::meeting::{MeetingIndex, MeetingStateName};
use crate::obligation::{Key, ObligationId, StateName};

reasons! {
    // The target and its state.
    /// The directive is in another state.
    WrongState {
        /// The state it is in.
        state: DirectiveStateName,
        /// The states in which this can be done.
        expected: Vec<DirectiveStateName>,
    }, "wrong_state";
    /// There is no such obligation.
    UnknownObligation {
        /// What was named.
        obligation: ObligationId,
    }, "unknown_obligation";
    /// There is no such meeting.
    UnknownMeeting {
        /// What was named.
        meeting: MeetingIndex,
    }, "unknown_meeting";
    /// The unit has nothing to do with this directive, or is not in the directory.
    UnknownUnit {
        /// What was named.
        unit: UnitId,
    }, "unknown_unit";
    /// There is no such assignment.
    UnknownAssignment {
        /// What was named.
        assignment: AssignmentId,
    }, "unknown_assignment";
    /// There is no such field.
    UnknownField {
        /// What was named.
        field: FieldId,
    }, "unknown_field";
    /// The obligation is in another state.
    WrongObligationState {
        /// Which obligation.
        obligation: ObligationId,
        /// The state it is in.
        state: StateName,
        /// The states in which this can be done.
        expected: Vec<StateName>,
    }, "wrong_obligation_state";
    /// The meeting is in another state.
    WrongMeetingState {
        /// Which meeting.
        meeting: MeetingIndex,
        /// The state it is in.
        state: MeetingStateName,
        /// The states in which this can be done.
        expected: Vec<MeetingStateName>,
    }, "wrong_meeting_state";
    /// The obligation consolidates nothing.
    NotAConsolidation {
        /// Which obligation.
        obligation: ObligationId,
    }, "not_a_consolidation";
    /// The obligation is a consolidation, which is drafted and signed from its inputs.
    IsAConsolidation {
        /// Which obligation.
        obligation: ObligationId,
    }, "is_a_consolidation";
    /// The obligation is completed in another way.
    WrongCompletion {
        /// Which obligation.
        obligation: ObligationId,
        /// How it is completed.
        completion: Completion,
    }, "wrong_completion";

    // Authority.
    /// The actor's unit has no part in this.
    WrongUnit {
        /// The actor's unit.
        unit: UnitId,
        /// The units that may.
        allowed: Vec<UnitId>,
    }, "wrong_unit";
    /// The actor's capacity does not suffice.
    WrongCapacity {
        /// The actor's capacity.
        capacity: Capacity,
        /// The capacities that suffice.
        allowed: Vec<Capacity>,
    }, "wrong_capacity";
    /// The directory does not know the person in this capacity on this day.
    NotInCapacity {
        /// The person.
        person: PersonId,
        /// The unit.
        unit: UnitId,
        /// The capacity claimed.
        capacity: Capacity,
        /// The day.
        on: NaiveDate,
    }, "not_in_capacity";
    /// The order or authorisation does not list this power, or is not in force.
    PowerNotDelegated {
        /// The person.
        person: PersonId,
        /// The power.
        power: Power,
    }, "power_not_delegated";
    /// It touches fields outside the deputy's portfolio, or outside the fields of the order or authorisation.
    OutOfPortfolio {
        /// The person.
        person: PersonId,
        /// In which capacity.
        capacity: Capacity,
        /// The fields it touches; none where the directive names none.
        fields: Vec<FieldId>,
    }, "out_of_portfolio";
    /// The person drafted or signed what he is to vet.
    OwnWork {
        /// The person.
        person: PersonId,
        /// Which obligation.
        obligation: ObligationId,
    }, "own_work";
    /// The vetting unit's own head signed it: the fallback vetter decides.
    FallbackVets {
        /// Which obligation.
        obligation: ObligationId,
        /// The fallback vetter.
        fallback: UnitId,
    }, "fallback_vets";
    /// The signatory may not sign for the unit.
    SignatoryWithoutAuthority {
        /// The signatory.
        person: PersonId,
        /// The unit.
        unit: UnitId,
        /// The capacity claimed.
        capacity: Capacity,
    }, "signatory_without_authority";
    /// The person who asked for the extension may not decide on it.
    AskerMayNotDecide {
        /// The person.
        person: PersonId,
    }, "asker_may_not_decide";
    /// The person does not hold the office that takes the chair.
    NotTheChair {
        /// The person.
        person: PersonId,
        /// The office that takes the chair.
        office: OfficeId,
    }, "not_the_chair";
    /// The person does not hold the office that signs the directive.
    NotTheSigner {
        /// The person.
        person: PersonId,
        /// The office that signs.
        office: OfficeId,
    }, "not_the_signer";

    // The payload.
    /// A text that must be given is empty.
    TextMissing {
        /// Which one, such as `reason`.
        what: &'static str,
    }, "text_missing";
    /// No target is named.
    NothingNamed, "nothing_named";
    /// A target is named twice.
    NamedTwice {
        /// Which one.
        obligation: ObligationId,
    }, "named_twice";
    /// Another revision than the current one is cited.
    StaleRevision {
        /// Which obligation.
        obligation: ObligationId,
        /// The hash cited.
        cited: ContentHash,
        /// The hash of the current revision.
        current: ContentHash,
    }, "stale_revision";
    /// A criterion that the machine checks is not met.
    CriterionNotMet {
        /// Which obligation.
        obligation: ObligationId,
        /// Which criterion.
        criterion: CriterionId,
    }, "criterion_not_met";
    /// A criterion that a person judges has no verdict.
    VerdictMissing {
        /// Which criterion.
        criterion: CriterionId,
    }, "verdict_missing";
    /// The assignment has no such criterion.
    UnknownCriterion {
        /// What was named.
        criterion: CriterionId,
    }, "unknown_criterion";
    /// It is to be accepted although a verdict says that a criterion is not met.
    VerdictContradicts {
        /// Which criterion.
        criterion: CriterionId,
    }, "verdict_contradicts";
    /// Nothing was found that would justify returning it.
    NoFinding, "no_finding";

    // Time and deadlines.
    /// The effective time lies after the recorded time.
    EffectiveAfterRecorded {
        /// From when it is to hold.
        effective: Instant,
        /// When it is recorded.
        recorded: Instant,
    }, "effective_after_recorded";
    /// The effective time lies before the day of issue.
    EffectiveBeforeIssue {
        /// From when it is to hold.
        effective: Instant,
        /// The day of issue.
        issued: NaiveDate,
    }, "effective_before_issue";
    /// The deadline has not passed.
    DeadlineNotPassed {
        /// Which obligation.
        obligation: ObligationId,
        /// The last instant on time.
        due: Instant,
    }, "deadline_not_passed";
    /// The obligation has no deadline yet.
    NoDeadline {
        /// Which obligation.
        obligation: ObligationId,
    }, "no_deadline";
    /// The deadline is fixed already: only an extension moves it.
    DeadlineAlreadyFixed {
        /// Which obligation.
        obligation: ObligationId,
        /// The last instant on time.
        due: Instant,
    }, "deadline_already_fixed";
    /// The new deadline is not later than the one in force.
    NotLater {
        /// Which obligation.
        obligation: ObligationId,
        /// The last instant on time, as now in force.
        due: Instant,
        /// What was proposed.
        proposed: Instant,
    }, "not_later";
    /// A consolidation that waits for it would be due before it.
    DependentNotMoved {
        /// Which consolidation.
        consolidation: ObligationId,
        /// Its last instant on time.
        due: Instant,
        /// What was proposed for its input.
        proposed: Instant,
    }, "dependent_not_moved";
    /// A request for an extension is open already.
    RequestAlreadyOpen {
        /// Which obligation.
        obligation: ObligationId,
    }, "request_already_open";
    /// No request for an extension is open.
    NoOpenRequest {
        /// Which obligation.
        obligation: ObligationId,
    }, "no_open_request";
    /// The policy allows no further extension.
    TooManyExtensions {
        /// Which obligation.
        obligation: ObligationId,
        /// How many were granted.
        granted: u8,
        /// How many are allowed.
        allowed: u8,
    }, "too_many_extensions";

    // Vetting and recall.
    /// Vetting has begun: it can be asked for, but not taken back.
    VettingBegun {
        /// Which obligation.
        obligation: ObligationId,
    }, "vetting_begun";
    /// Vetting has not begun: it can simply be taken back.
    VettingNotBegun {
        /// Which obligation.
        obligation: ObligationId,
    }, "vetting_not_begun";
    /// Nobody asked for it back.
    RecallNotRequested {
        /// Which obligation.
        obligation: ObligationId,
    }, "recall_not_requested";
    /// It was asked for already.
    RecallAlreadyRequested {
        /// Which obligation.
        obligation: ObligationId,
    }, "recall_already_requested";
    /// A signed consolidation contains it.
    InputLocked {
        /// Which obligation.
        obligation: ObligationId,
    }, "input_locked";
    /// Nobody vets this obligation.
    NobodyVets {
        /// Which obligation.
        obligation: ObligationId,
    }, "nobody_vets";
    /// The vetting is still in time, and somebody may do it.
    VettingStillInTime {
        /// Which obligation.
        obligation: ObligationId,
        /// Until when.
        due: Instant,
    }, "vetting_still_in_time";
    /// It already is where it is to go.
    NothingChanges, "nothing_changes";

    // Absence, receipt, dispute.
    /// Only an order can be absent.
    NotAnOrder {
        /// Which obligation.
        obligation: ObligationId,
        /// How binding it is.
        binding: Binding,
    }, "not_an_order";
    /// An order is owed: absence is recorded, not a missing response.
    IsAnOrder {
        /// Which obligation.
        obligation: ObligationId,
    }, "is_an_order";
    /// The receiver declined the directive, and the authority has not decided.
    DisputeOpen {
        /// The receiver.
        unit: UnitId,
    }, "dispute_open";
    /// No dispute is open.
    NoDispute {
        /// The receiver.
        unit: UnitId,
    }, "no_dispute";
    /// No receipt or delivery is recorded for this unit.
    NotDelivered {
        /// The unit.
        unit: UnitId,
    }, "not_delivered";
    /// Receipt is recorded already.
    AlreadyAcknowledged {
        /// The unit.
        unit: UnitId,
    }, "already_acknowledged";

    // Consolidation.
    /// Expected inputs are still open.
    InputsOpen {
        /// Which consolidation.
        consolidation: ObligationId,
        /// How many are open.
        count: u32,
        /// The first of them.
        open: Vec<ObligationId>,
    }, "inputs_open";
    /// Inputs changed since the consolidation was drafted.
    InputsChanged {
        /// Which consolidation.
        consolidation: ObligationId,
        /// Which inputs.
        changed: Vec<ObligationId>,
    }, "inputs_changed";
    /// The consolidation was not drafted from its inputs.
    NotDrafted {
        /// Which consolidation.
        consolidation: ObligationId,
    }, "not_drafted";
    /// No signed consolidation contains it: it can still be submitted or reopened.
    NotYetConsolidated {
        /// Which obligation.
        obligation: ObligationId,
    }, "not_yet_consolidated";
    /// It is sent through nobody.
    NoCollector {
        /// Which obligation.
        obligation: ObligationId,
    }, "no_collector";
    /// The collector has forwarded it already.
    AlreadyForwarded {
        /// Which obligation.
        obligation: ObligationId,
    }, "already_forwarded";

    // The directive as a whole.
    /// The mandate's structure is wrong.
    MandateInvalid {
        /// What is wrong, one clause each.
        #[serde(serialize_with = "all_in_both")]
        problems: Vec<Text>,
    }, "mandate_invalid";
    /// A conflict of dates carries no ruling.
    ConflictNotRuled {
        /// The code of the finding.
        finding: &'static str,
        /// Where.
        place: String,
    }, "conflict_not_ruled";
    /// The ruling speaks of no finding of this mandate.
    UnknownFinding {
        /// What was named; nothing where the mandate has no finding at all.
        finding: Option<String>,
    }, "unknown_finding";
    /// The number is taken within issuer, series and year.
    NumberTaken {
        /// The number.
        number: u32,
        /// The year.
        year: i32,
    }, "number_taken";
    /// Number or notation is not as Decree 30/2020/ND-CP wants it.
    NotationInvalid {
        /// What was given.
        notation: String,
        /// What is wrong.
        #[serde(serialize_with = "in_both")]
        problem: Text,
    }, "notation_invalid";
    /// The date lies before the signature.
    DateBeforeSignature {
        /// The date.
        date: NaiveDate,
        /// The day of the signature.
        signed: NaiveDate,
    }, "date_before_signature";
    /// The date lies in the future.
    DateInFuture {
        /// The date.
        date: NaiveDate,
    }, "date_in_future";
    /// It is numbered later than it had to be, and nobody says why.
    LateReasonMissing {
        /// The last day on time.
        last: NaiveDate,
    }, "late_reason_missing";
    /// Obligations are open.
    ObligationsOpen {
        /// How many.
        count: u32,
        /// The first of them.
        open: Vec<ObligationId>,
    }, "obligations_open";
    /// Meetings are neither announced nor cancelled.
    MeetingsOpen {
        /// Which.
        open: Vec<MeetingIndex>,
    }, "meetings_open";
    /// The directive orders a meeting: it is concluded after it, not closed.
    MeetingOrdered, "meeting_ordered";
    /// No conclusion of a meeting was announced: it is closed, not concluded.
    NoConclusion, "no_conclusion";
    /// An obligation that is to be carried is not open.
    CarriedNotOpen {
        /// Which obligation.
        obligation: ObligationId,
    }, "carried_not_open";
    /// There is such an obligation already.
    ObligationExists {
        /// Its key.
        key: Key,
    }, "obligation_exists";
    /// There is such an assignment already, or one act adds to it twice.
    AssignmentTwice {
        /// Which assignment.
        assignment: AssignmentId,
    }, "assignment_twice";
    /// A directive cannot replace itself.
    ReplacesItself, "replaces_itself";
    /// No directive that would replace this one has been issued.
    SuccessorNotIssued, "successor_not_issued";
    /// The directive named does not replace this one: it does not say so, comes from another body, has another form, or
    /// is older.
    NotItsSuccessor {
        /// What was named.
        by: DirectiveId,
        /// Number and notation of this directive.
        document: String,
        /// Its date.
        date: NaiveDate,
    }, "not_its_successor";
    /// The document cited is not the one under which the new directive was issued.
    AnotherInstrument {
        /// What was cited.
        cited: String,
        /// Number and notation of the new directive.
        issued: String,
        /// Its date.
        date: NaiveDate,
    }, "another_instrument";

    // Meetings.
    /// What the meeting prepares is not settled.
    MeetingNotPrepared {
        /// Which meeting.
        meeting: MeetingIndex,
        /// How many obligations are open.
        count: u32,
    }, "meeting_not_prepared";
    /// The day lies outside the window.
    OutsideWindow {
        /// The day.
        day: NaiveDate,
        /// The window.
        window: Window,
    }, "outside_window";
    /// The window ends before it begins.
    WindowReversed {
        /// The window.
        window: Window,
    }, "window_reversed";
    /// The day is a day off, and the chair has not decided to sit on it.
    DayOff {
        /// The day.
        day: NaiveDate,
    }, "day_off";
    /// The slot lies in the past.
    SlotInPast {
        /// When it begins.
        start: Instant,
    }, "slot_in_past";
    /// The sitting has not begun.
    NotYetBegun {
        /// When it begins.
        start: Instant,
    }, "not_yet_begun";
    /// The quorum is missing, and no note of the chair is recorded.
    QuorumMissing {
        /// How many were present.
        present: u32,
        /// How many are needed.
        needed: u32,
    }, "quorum_missing";
    /// Nothing is recorded of how an invited unit was represented.
    AttendanceMissing {
        /// The units.
        units: Vec<UnitId>,
    }, "attendance_missing";
    /// The chair adjourned: a further sitting is to be held first.
    Adjourned {
        /// Which meeting.
        meeting: MeetingIndex,
    }, "adjourned";

    // A province's own rules.
    /// A rule of the province objects.
    RuleObjects {
        /// The rule's name.
        rule: String,
        /// Its version.
        version: String,
        /// Why.
        #[serde(serialize_with = "in_both")]
        reason: Text,
        /// What would satisfy it.
        #[serde(serialize_with = "in_both")]
        cure: Text,
    }, "rule_objects";
}
