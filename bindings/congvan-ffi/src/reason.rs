//! Why a command is refused, with the facts of each reason.

use chrono::NaiveDate;
use congvan::core::Reason as CoreReason;
use congvan::core::directive::StateName as DirectiveStateName;
use congvan::core::directory::Power;
use congvan::core::id::{AssignmentId, CriterionId, DirectiveId, FieldId, OfficeId, PersonId, UnitId};
use congvan::core::mandate::{Binding, Completion, Window};
use congvan::core::meeting::{MeetingIndex, MeetingStateName};
use congvan::core::obligation::{Key, ObligationId, StateName};
use congvan::{Capacity, ContentHash, Instant};

use crate::mirror::facts;
use crate::text::Text;

facts! {
    /// Why a command is refused, with the facts.
    Reason from CoreReason;
    /// The directive is in another state.
    WrongState {
        /// The state it is in.
        state: DirectiveStateName,
        /// The states in which this can be done.
        expected: Vec<DirectiveStateName>,
    }
    /// There is no such obligation.
    UnknownObligation {
        /// What was named.
        obligation: ObligationId,
    }
    /// There is no such meeting.
    UnknownMeeting {
        /// What was named.
        meeting: MeetingIndex,
    }
    /// The unit has nothing to do with this directive, or is not in the directory.
    UnknownUnit {
        /// What was named.
        unit: UnitId,
    }
    /// There is no such assignment.
    UnknownAssignment {
        /// What was named.
        assignment: AssignmentId,
    }
    /// There is no such field.
    UnknownField {
        /// What was named.
        field: FieldId,
    }
    /// The obligation is in another state.
    WrongObligationState {
        /// Which obligation.
        obligation: ObligationId,
        /// The state it is in.
        state: StateName,
        /// The states in which this can be done.
        expected: Vec<StateName>,
    }
    /// The meeting is in another state.
    WrongMeetingState {
        /// Which meeting.
        meeting: MeetingIndex,
        /// The state it is in.
        state: MeetingStateName,
        /// The states in which this can be done.
        expected: Vec<MeetingStateName>,
    }
    /// The obligation consolidates nothing.
    NotAConsolidation {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// The obligation is a consolidation, which is drafted and signed from its inputs.
    IsAConsolidation {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// The obligation is completed in another way.
    WrongCompletion {
        /// Which obligation.
        obligation: ObligationId,
        /// How it is completed.
        completion: Completion,
    }
    /// The actor's unit has no part in this.
    WrongUnit {
        /// The actor's unit.
        unit: UnitId,
        /// The units that may.
        allowed: Vec<UnitId>,
    }
    /// The actor's capacity does not suffice.
    WrongCapacity {
        /// The actor's capacity.
        capacity: Capacity,
        /// The capacities that suffice.
        allowed: Vec<Capacity>,
    }
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
    }
    /// The order or authorisation does not list this power, or is not in force.
    PowerNotDelegated {
        /// The person.
        person: PersonId,
        /// The power.
        power: Power,
    }
    /// It touches fields outside the deputy's portfolio, or outside the fields of the order or authorisation.
    OutOfPortfolio {
        /// The person.
        person: PersonId,
        /// In which capacity.
        capacity: Capacity,
        /// The fields it touches; none where the directive names none.
        fields: Vec<FieldId>,
    }
    /// The person drafted or signed what he is to vet.
    OwnWork {
        /// The person.
        person: PersonId,
        /// Which obligation.
        obligation: ObligationId,
    }
    /// The vetting unit's own head signed it: the fallback vetter decides.
    FallbackVets {
        /// Which obligation.
        obligation: ObligationId,
        /// The fallback vetter.
        fallback: UnitId,
    }
    /// The signatory may not sign for the unit.
    SignatoryWithoutAuthority {
        /// The signatory.
        person: PersonId,
        /// The unit.
        unit: UnitId,
        /// The capacity claimed.
        capacity: Capacity,
    }
    /// The person who asked for the extension may not decide on it.
    AskerMayNotDecide {
        /// The person.
        person: PersonId,
    }
    /// The person does not hold the office that takes the chair.
    NotTheChair {
        /// The person.
        person: PersonId,
        /// The office that takes the chair.
        office: OfficeId,
    }
    /// The person does not hold the office that signs the directive.
    NotTheSigner {
        /// The person.
        person: PersonId,
        /// The office that signs.
        office: OfficeId,
    }
    /// A text that must be given is empty.
    TextMissing {
        /// Which one, such as `reason`.
        what: String,
    }
    /// No target is named.
    NothingNamed {}
    /// A target is named twice.
    NamedTwice {
        /// Which one.
        obligation: ObligationId,
    }
    /// Another revision than the current one is cited.
    StaleRevision {
        /// Which obligation.
        obligation: ObligationId,
        /// The hash cited.
        cited: ContentHash,
        /// The hash of the current revision.
        current: ContentHash,
    }
    /// A criterion that the machine checks is not met.
    CriterionNotMet {
        /// Which obligation.
        obligation: ObligationId,
        /// Which criterion.
        criterion: CriterionId,
    }
    /// A criterion that a person judges has no verdict.
    VerdictMissing {
        /// Which criterion.
        criterion: CriterionId,
    }
    /// The assignment has no such criterion.
    UnknownCriterion {
        /// What was named.
        criterion: CriterionId,
    }
    /// It is to be accepted although a verdict says that a criterion is not met.
    VerdictContradicts {
        /// Which criterion.
        criterion: CriterionId,
    }
    /// Nothing was found that would justify returning it.
    NoFinding {}
    /// The effective time lies after the recorded time.
    EffectiveAfterRecorded {
        /// From when it is to hold.
        effective: Instant,
        /// When it is recorded.
        recorded: Instant,
    }
    /// The effective time lies before the day of issue.
    EffectiveBeforeIssue {
        /// From when it is to hold.
        effective: Instant,
        /// The day of issue.
        issued: NaiveDate,
    }
    /// The deadline has not passed.
    DeadlineNotPassed {
        /// Which obligation.
        obligation: ObligationId,
        /// The last instant on time.
        due: Instant,
    }
    /// The obligation has no deadline yet.
    NoDeadline {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// The deadline is fixed already: only an extension moves it.
    DeadlineAlreadyFixed {
        /// Which obligation.
        obligation: ObligationId,
        /// The last instant on time.
        due: Instant,
    }
    /// The new deadline is not later than the one in force.
    NotLater {
        /// Which obligation.
        obligation: ObligationId,
        /// The last instant on time, as now in force.
        due: Instant,
        /// What was proposed.
        proposed: Instant,
    }
    /// A consolidation that waits for it would be due before it.
    DependentNotMoved {
        /// Which consolidation.
        consolidation: ObligationId,
        /// Its last instant on time.
        due: Instant,
        /// What was proposed for its input.
        proposed: Instant,
    }
    /// A request for an extension is open already.
    RequestAlreadyOpen {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// No request for an extension is open.
    NoOpenRequest {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// The policy allows no further extension.
    TooManyExtensions {
        /// Which obligation.
        obligation: ObligationId,
        /// How many were granted.
        granted: u8,
        /// How many are allowed.
        allowed: u8,
    }
    /// Vetting has begun: it can be asked for, but not taken back.
    VettingBegun {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// Vetting has not begun: it can simply be taken back.
    VettingNotBegun {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// Nobody asked for it back.
    RecallNotRequested {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// It was asked for already.
    RecallAlreadyRequested {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// A signed consolidation contains it.
    InputLocked {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// Nobody vets this obligation.
    NobodyVets {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// The vetting is still in time, and somebody may do it.
    VettingStillInTime {
        /// Which obligation.
        obligation: ObligationId,
        /// Until when.
        due: Instant,
    }
    /// It already is where it is to go.
    NothingChanges {}
    /// Only an order can be absent.
    NotAnOrder {
        /// Which obligation.
        obligation: ObligationId,
        /// How binding it is.
        binding: Binding,
    }
    /// An order is owed: absence is recorded, not a missing response.
    IsAnOrder {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// The receiver declined the directive, and the authority has not decided.
    DisputeOpen {
        /// The receiver.
        unit: UnitId,
    }
    /// No dispute is open.
    NoDispute {
        /// The receiver.
        unit: UnitId,
    }
    /// No receipt or delivery is recorded for this unit.
    NotDelivered {
        /// The unit.
        unit: UnitId,
    }
    /// Receipt is recorded already.
    AlreadyAcknowledged {
        /// The unit.
        unit: UnitId,
    }
    /// Expected inputs are still open.
    InputsOpen {
        /// Which consolidation.
        consolidation: ObligationId,
        /// How many are open.
        count: u32,
        /// The first of them.
        open: Vec<ObligationId>,
    }
    /// Inputs changed since the consolidation was drafted.
    InputsChanged {
        /// Which consolidation.
        consolidation: ObligationId,
        /// Which inputs.
        changed: Vec<ObligationId>,
    }
    /// The consolidation was not drafted from its inputs.
    NotDrafted {
        /// Which consolidation.
        consolidation: ObligationId,
    }
    /// No signed consolidation contains it: it can still be submitted or reopened.
    NotYetConsolidated {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// It is sent through nobody.
    NoCollector {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// The collector has forwarded it already.
    AlreadyForwarded {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// The mandate's structure is wrong.
    MandateInvalid {
        /// What is wrong, one clause each.
        problems: Vec<Text>,
    }
    /// A conflict of dates carries no ruling.
    ConflictNotRuled {
        /// The code of the finding.
        finding: String,
        /// Where.
        place: String,
    }
    /// The ruling speaks of no finding of this mandate.
    UnknownFinding {
        /// What was named; nothing where the mandate has no finding at all.
        finding: Option<String>,
    }
    /// The number is taken within issuer, series and year.
    NumberTaken {
        /// The number.
        number: u32,
        /// The year.
        year: i32,
    }
    /// Number or notation is not as Decree 30/2020/ND-CP wants it.
    NotationInvalid {
        /// What was given.
        notation: String,
        /// What is wrong.
        problem: Text,
    }
    /// The date lies before the signature.
    DateBeforeSignature {
        /// The date.
        date: NaiveDate,
        /// The day of the signature.
        signed: NaiveDate,
    }
    /// The date lies in the future.
    DateInFuture {
        /// The date.
        date: NaiveDate,
    }
    /// It is numbered later than it had to be, and nobody says why.
    LateReasonMissing {
        /// The last day on time.
        last: NaiveDate,
    }
    /// Obligations are open.
    ObligationsOpen {
        /// How many.
        count: u32,
        /// The first of them.
        open: Vec<ObligationId>,
    }
    /// Meetings are neither announced nor cancelled.
    MeetingsOpen {
        /// Which.
        open: Vec<MeetingIndex>,
    }
    /// The directive orders a meeting: it is concluded after it, not closed.
    MeetingOrdered {}
    /// No conclusion of a meeting was announced: it is closed, not concluded.
    NoConclusion {}
    /// An obligation that is to be carried is not open.
    CarriedNotOpen {
        /// Which obligation.
        obligation: ObligationId,
    }
    /// There is such an obligation already.
    ObligationExists {
        /// Its key.
        key: Key,
    }
    /// There is such an assignment already, or one act adds to it twice.
    AssignmentTwice {
        /// Which assignment.
        assignment: AssignmentId,
    }
    /// A directive cannot replace itself.
    ReplacesItself {}
    /// No directive that would replace this one has been issued.
    SuccessorNotIssued {}
    /// The directive named does not replace this one: it does not say so, comes from another body, has another form, or
    /// is older.
    NotItsSuccessor {
        /// What was named.
        by: DirectiveId,
        /// Number and notation of this directive.
        document: String,
        /// Its date.
        date: NaiveDate,
    }
    /// The document cited is not the one under which the new directive was issued.
    AnotherInstrument {
        /// What was cited.
        cited: String,
        /// Number and notation of the new directive.
        issued: String,
        /// Its date.
        date: NaiveDate,
    }
    /// What the meeting prepares is not settled.
    MeetingNotPrepared {
        /// Which meeting.
        meeting: MeetingIndex,
        /// How many obligations are open.
        count: u32,
    }
    /// The day lies outside the window.
    OutsideWindow {
        /// The day.
        day: NaiveDate,
        /// The window.
        window: Window,
    }
    /// The window ends before it begins.
    WindowReversed {
        /// The window.
        window: Window,
    }
    /// The day is a day off, and the chair has not decided to sit on it.
    DayOff {
        /// The day.
        day: NaiveDate,
    }
    /// The slot lies in the past.
    SlotInPast {
        /// When it begins.
        start: Instant,
    }
    /// The sitting has not begun.
    NotYetBegun {
        /// When it begins.
        start: Instant,
    }
    /// The quorum is missing, and no note of the chair is recorded.
    QuorumMissing {
        /// How many were present.
        present: u32,
        /// How many are needed.
        needed: u32,
    }
    /// Nothing is recorded of how an invited unit was represented.
    AttendanceMissing {
        /// The units.
        units: Vec<UnitId>,
    }
    /// The chair adjourned: a further sitting is to be held first.
    Adjourned {
        /// Which meeting.
        meeting: MeetingIndex,
    }
    /// A rule of the province objects.
    RuleObjects {
        /// The rule's name.
        rule: String,
        /// Its version.
        version: String,
        /// Why.
        reason: Text,
        /// What would satisfy it.
        cure: Text,
    }
}
