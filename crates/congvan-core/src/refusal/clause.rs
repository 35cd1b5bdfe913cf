//! The clause of a rule or law from which each reason comes.

use super::{Reason, ReasonCode};

impl Reason {
    /// The clause it comes from: of the law, or of the rules of the lifecycle.
    #[must_use]
    pub const fn clause(&self) -> &'static str {
        self.code().clause()
    }
}

macro_rules! clauses {
    ($($clause:literal: $($name:ident)+;)+) => {
        impl ReasonCode {
            /// The clause it comes from: of the law, or of the rules of the lifecycle.
            #[must_use]
            pub const fn clause(self) -> &'static str {
                match self {
                    $($(Self::$name)|+ => $clause,)+
                }
            }
        }
    };
}

clauses! {
    "congvan lifecycle: a command names what exists": UnknownObligation UnknownMeeting UnknownUnit UnknownAssignment
        UnknownField UnknownCriterion UnknownFinding;
    "congvan lifecycle: a command names each target once and says why": TextMissing NothingNamed NamedTwice
        NothingChanges;
    "congvan lifecycle: the states of an obligation": WrongObligationState WrongCompletion;
    "congvan lifecycle: one obligation per performer, assignment, field and period": ObligationExists AssignmentTwice;
    "congvan lifecycle: authority; what is not allowed is denied": WrongUnit WrongCapacity NotInCapacity;
    "congvan lifecycle: the structure of a mandate": MandateInvalid;
    "congvan lifecycle: a conflict of dates carries a ruling before issue": ConflictNotRuled;
    "congvan lifecycle: the criteria of vetting": CriterionNotMet VerdictMissing VerdictContradicts NoFinding;
    "congvan lifecycle: an acceptance cites the content of the revision": StaleRevision;
    "congvan lifecycle: only an order can become overdue or absent": NotAnOrder IsAnOrder;
    "congvan lifecycle: a province's own rule": RuleObjects;
    "congvan rule 1: a standing agency that performs is vetted by another": FallbackVets;
    "congvan rule 2: nobody vets what he drafted or signed": OwnWork;
    "congvan rule 3: vetted by nobody": NobodyVets;
    "congvan rule 4: a consolidation is an obligation of its own": NotAConsolidation IsAConsolidation;
    "congvan rule 5: collector and vetter differ": NoCollector AlreadyForwarded;
    "Decree 30/2020/ND-CP, article 13": PowerNotDelegated OutOfPortfolio SignatoryWithoutAuthority NotTheSigner;
    "congvan rule 8: recall before vetting has begun": VettingBegun VettingNotBegun RecallNotRequested
        RecallAlreadyRequested;
    "congvan rule 9: vetting has its own due date": VettingStillInTime;
    "congvan rule 10: an error found after acceptance": NotYetConsolidated;
    "congvan rule 12: effective time and recorded time": EffectiveAfterRecorded EffectiveBeforeIssue;
    "congvan rule 13: inputs of a signed consolidation are locked": InputLocked;
    "congvan rule 14: a consolidation is rechecked when it is signed": InputsChanged NotDrafted;
    "congvan lifecycle: no consolidation before every input is settled": InputsOpen;
    "congvan rule 15: absence": DeadlineNotPassed;
    "congvan rule 17: an undated input": NoDeadline DeadlineAlreadyFixed;
    "congvan rule 19: extensions": AskerMayNotDecide NotLater RequestAlreadyOpen NoOpenRequest TooManyExtensions;
    "congvan rule 20: an extension past a dependent consolidation": DependentNotMoved;
    "congvan rule 22: the window of a meeting": OutsideWindow WindowReversed;
    "Decree 30/2020/ND-CP, article 22.1": NotDelivered;
    "congvan rule 21: registration is per addressee": AlreadyAcknowledged;
    "congvan rule 24: a receiver may decline": DisputeOpen NoDispute;
    "Decree 30/2020/ND-CP, article 15.1": NumberTaken;
    "Decree 30/2020/ND-CP, article 15.2": DateBeforeSignature;
    "Decree 30/2020/ND-CP, articles 15.2 and 18.1": LateReasonMissing;
    "Decree 30/2020/ND-CP, appendix I, part II.3": NotationInvalid;
    "congvan rule 23: signing, numbering and dispatch": DateInFuture;
    "congvan rule 25: meetings need their evidence": WrongMeetingState NotTheChair MeetingNotPrepared DayOff SlotInPast
        NotYetBegun Adjourned;
    "congvan rule 26: quorum and attendance": QuorumMissing AttendanceMissing;
    "congvan rule 27: a directive without a meeting is closed": MeetingOrdered;
    "congvan rule 28: concluding with open obligations": ObligationsOpen MeetingsOpen NoConclusion CarriedNotOpen;
    "congvan rule 29: a directive is never re-opened": WrongState;
    "Decree 30/2020/ND-CP, article 18.3": ReplacesItself SuccessorNotIssued NotItsSuccessor AnotherInstrument;
}
