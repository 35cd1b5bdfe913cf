//! What each reason says to people: why, and what or who would satisfy it, in both languages.

mod authority;
mod closing;
mod consolidation;
mod meeting;
mod payload;
mod receipt;
mod state;
mod time;
mod vetting;

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_text::{Say, Text};

use super::names::comma;
use super::{Names, Reason, Refusal};

impl Reason {
    /// Why, in one clause; everything by identifier, obligations and meetings by number.
    #[must_use]
    pub fn sentence(&self) -> Text {
        telling(self, Names::none()).sentence
    }

    /// What or who would satisfy it: the unit, the capacity, the command or the date.
    #[must_use]
    pub fn cure(&self) -> Text {
        telling(self, Names::none()).cure
    }

    /// Sentence and cure, with everything called as the proceedings and the directory call it.
    #[must_use]
    pub fn named<'a>(&self, names: impl Into<Names<'a>>) -> Text {
        telling(self, names.into()).joined()
    }

    /// The sentence alone, with names as in [`Reason::named`].
    #[must_use]
    pub fn named_sentence<'a>(&self, names: impl Into<Names<'a>>) -> Text {
        telling(self, names.into()).sentence
    }

    /// The cure alone, with names as in [`Reason::named`].
    #[must_use]
    pub fn named_cure<'a>(&self, names: impl Into<Names<'a>>) -> Text {
        telling(self, names.into()).cure
    }
}

impl Say for Reason {
    fn say(&self) -> Text {
        telling(self, Names::none()).joined()
    }
}

impl Refusal {
    /// Every reason on a line of its own, with names as in [`Reason::named`].
    #[must_use]
    pub fn named<'a>(&self, names: impl Into<Names<'a>>) -> Text {
        let names = names.into();
        lines(self.reasons().iter().map(|reason| reason.named(names)))
    }
}

impl Say for Refusal {
    /// Every reason on a line of its own, each with its cure.
    fn say(&self) -> Text {
        lines(self.reasons().iter().map(Say::say))
    }
}

fn lines(texts: impl Iterator<Item = Text>) -> Text {
    let (mut vi, mut en) = (String::new(), String::new());
    for (at, text) in texts.enumerate() {
        if at > 0 {
            vi.push('\n');
            en.push('\n');
        }
        vi.push_str(&text.vi);
        en.push_str(&text.en);
    }
    Text::new(vi, en)
}

/// What is told of one reason.
struct Telling {
    sentence: Text,
    cure: Text,
}

impl Telling {
    fn joined(&self) -> Text {
        Text::new(
            format!("{}; {}", self.sentence.vi, self.cure.vi),
            format!("{}; {}", self.sentence.en, self.cure.en),
        )
    }
}

const fn tell(sentence: Text, cure: Text) -> Telling {
    Telling { sentence, cure }
}

/// Words in backticks, in both languages.
fn words(texts: impl Iterator<Item = Text>) -> Text {
    let (vi, en): (Vec<_>, Vec<_>) =
        texts.map(|text| (format!("`{}`", text.vi), format!("`{}`", text.en))).unzip();
    Text::new(vi.join(", "), en.join(", "))
}

/// A day as people write it.
fn day(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// An instant as people write it; the last instant of a day is the day.
fn moment(at: Instant) -> String {
    if at == Instant::end_of(at.date()) {
        return day(at.date());
    }
    at.civil().format("%d/%m/%Y %H:%M").to_string()
}

macro_rules! tellings {
    ($names:ident; $($name:ident $({ $($field:ident),+ })? => $told:expr;)+) => {
        fn telling(reason: &Reason, $names: Names<'_>) -> Telling {
            match reason {
                $(Reason::$name $({ $($field),+ })? => $told,)+
            }
        }
    };
}

tellings! {
    names;
    WrongState { state, expected } => state::wrong_state(*state, expected);
    UnknownObligation { obligation } => state::unknown_obligation(*obligation, names);
    UnknownMeeting { meeting } => state::unknown_meeting(*meeting, names);
    UnknownUnit { unit } => state::unknown_unit(&names.unit(*unit));
    UnknownAssignment { assignment } => state::unknown_assignment(*assignment);
    UnknownField { field } => state::unknown_field(*field);
    WrongObligationState { obligation, state, expected } =>
        state::wrong_obligation_state(&names.obligation(*obligation), *state, expected);
    WrongMeetingState { meeting, state, expected } =>
        state::wrong_meeting_state(&names.meeting(*meeting), *state, expected);
    NotAConsolidation { obligation } => state::not_a_consolidation(&names.obligation(*obligation));
    IsAConsolidation { obligation } => state::is_a_consolidation(&names.obligation(*obligation));
    WrongCompletion { obligation, completion } =>
        state::wrong_completion(&names.obligation(*obligation), *completion);
    WrongUnit { unit, allowed } => authority::wrong_unit(&names.unit(*unit), &names.units(allowed));
    WrongCapacity { capacity, allowed } => authority::wrong_capacity(*capacity, allowed);
    NotInCapacity { person, unit, capacity, on } => authority::not_in_capacity(&names.person(*person), &names.unit(*unit), *capacity, *on);
    PowerNotDelegated { person, power } => authority::power_not_delegated(&names.person(*person), *power);
    OutOfPortfolio { person, capacity, fields } =>
        authority::out_of_portfolio(&names.person(*person), *capacity, &names.fields(fields));
    OwnWork { person, obligation } => authority::own_work(&names.person(*person), &names.obligation(*obligation));
    FallbackVets { obligation, fallback } => authority::fallback_vets(&names.obligation(*obligation), &names.unit(*fallback));
    SignatoryWithoutAuthority { person, unit, capacity } =>
        authority::signatory_without_authority(&names.person(*person), &names.unit(*unit), *capacity);
    AskerMayNotDecide { person } => authority::asker_may_not_decide(&names.person(*person));
    NotTheChair { person, office } => authority::not_the_chair(&names.person(*person), &names.office(*office));
    NotTheSigner { person, office } => authority::not_the_signer(&names.person(*person), &names.office(*office));
    TextMissing { what } => payload::text_missing(what);
    NothingNamed => payload::nothing_named();
    NamedTwice { obligation } => payload::named_twice(&names.obligation(*obligation));
    StaleRevision { obligation, cited, current } =>
        payload::stale_revision(&names.obligation(*obligation), *cited, *current);
    CriterionNotMet { obligation, criterion } =>
        payload::criterion_not_met(&names.obligation(*obligation), *criterion);
    VerdictMissing { criterion } => payload::verdict_missing(*criterion);
    UnknownCriterion { criterion } => payload::unknown_criterion(*criterion);
    VerdictContradicts { criterion } => payload::verdict_contradicts(*criterion);
    NoFinding => payload::no_finding();
    EffectiveAfterRecorded { effective, recorded } => time::effective_after_recorded(*effective, *recorded);
    EffectiveBeforeIssue { effective, issued } => time::effective_before_issue(*effective, *issued);
    DeadlineNotPassed { obligation, due } => time::deadline_not_passed(&names.obligation(*obligation), *due);
    NoDeadline { obligation } => time::no_deadline(&names.obligation(*obligation));
    DeadlineAlreadyFixed { obligation, due } => time::deadline_already_fixed(&names.obligation(*obligation), *due);
    NotLater { obligation, due, proposed } => time::not_later(&names.obligation(*obligation), *due, *proposed);
    DependentNotMoved { consolidation, due, proposed } =>
        time::dependent_not_moved(&names.obligation(*consolidation), *due, *proposed);
    RequestAlreadyOpen { obligation } => time::request_already_open(&names.obligation(*obligation));
    NoOpenRequest { obligation } => time::no_open_request(&names.obligation(*obligation));
    TooManyExtensions { obligation, granted, allowed } =>
        time::too_many_extensions(&names.obligation(*obligation), *granted, *allowed);
    VettingBegun { obligation } => vetting::vetting_begun(&names.obligation(*obligation));
    VettingNotBegun { obligation } => vetting::vetting_not_begun(&names.obligation(*obligation));
    RecallNotRequested { obligation } => vetting::recall_not_requested(&names.obligation(*obligation));
    RecallAlreadyRequested { obligation } => vetting::recall_already_requested(&names.obligation(*obligation));
    InputLocked { obligation } => vetting::input_locked(&names.obligation(*obligation));
    NobodyVets { obligation } => vetting::nobody_vets(&names.obligation(*obligation));
    VettingStillInTime { obligation, due } => vetting::vetting_still_in_time(&names.obligation(*obligation), *due);
    NothingChanges => vetting::nothing_changes();
    NotAnOrder { obligation, binding } => receipt::not_an_order(&names.obligation(*obligation), *binding);
    IsAnOrder { obligation } => receipt::is_an_order(&names.obligation(*obligation));
    DisputeOpen { unit } => receipt::dispute_open(&names.unit(*unit));
    NoDispute { unit } => receipt::no_dispute(&names.unit(*unit));
    NotDelivered { unit } => receipt::not_delivered(&names.unit(*unit));
    AlreadyAcknowledged { unit } => receipt::already_acknowledged(&names.unit(*unit));
    InputsOpen { consolidation, count, open } =>
        consolidation::inputs_open(&names.obligation(*consolidation), *count, &names.first_of(*count, open));
    InputsChanged { consolidation, changed } =>
        consolidation::inputs_changed(&names.obligation(*consolidation), &names.obligations(changed));
    NotDrafted { consolidation } => consolidation::not_drafted(&names.obligation(*consolidation));
    NotYetConsolidated { obligation } => consolidation::not_yet_consolidated(&names.obligation(*obligation));
    NoCollector { obligation } => consolidation::no_collector(&names.obligation(*obligation));
    AlreadyForwarded { obligation } => consolidation::already_forwarded(&names.obligation(*obligation));
    MandateInvalid { problems } => closing::mandate_invalid(problems);
    ConflictNotRuled { finding, place } => closing::conflict_not_ruled(finding, place);
    UnknownFinding { finding } => closing::unknown_finding(finding.as_deref());
    NumberTaken { number, year } => closing::number_taken(*number, *year);
    NotationInvalid { notation, problem } => closing::notation_invalid(notation, problem);
    DateBeforeSignature { date, signed } => closing::date_before_signature(*date, *signed);
    DateInFuture { date } => closing::date_in_future(*date);
    LateReasonMissing { last } => closing::late_reason_missing(*last);
    ObligationsOpen { count, open } => closing::obligations_open(*count, &names.first_of(*count, open));
    MeetingsOpen { open } => closing::meetings_open(&comma(open.iter().map(|at| names.meeting(*at))));
    MeetingOrdered => closing::meeting_ordered();
    NoConclusion => closing::no_conclusion();
    CarriedNotOpen { obligation } => closing::carried_not_open(&names.obligation(*obligation));
    ObligationExists { key } => closing::obligation_exists(*key);
    AssignmentTwice { assignment } => closing::assignment_twice(*assignment);
    ReplacesItself => closing::replaces_itself();
    SuccessorNotIssued => closing::successor_not_issued();
    NotItsSuccessor { by, document, date } => closing::not_its_successor(*by, document, *date);
    AnotherInstrument { cited, issued, date } => closing::another_instrument(cited, issued, *date);
    MeetingNotPrepared { meeting, count } => meeting::not_prepared(&names.meeting(*meeting), *count);
    OutsideWindow { day, window } => meeting::outside_window(*day, *window);
    WindowReversed { window } => meeting::window_reversed(*window);
    DayOff { day } => meeting::day_off(*day);
    SlotInPast { start } => meeting::slot_in_past(*start);
    NotYetBegun { start } => meeting::not_yet_begun(*start);
    QuorumMissing { present, needed } => meeting::quorum_missing(*present, *needed);
    AttendanceMissing { units } => meeting::attendance_missing(&names.units(units));
    Adjourned { meeting } => meeting::adjourned(&names.meeting(*meeting));
    RuleObjects { rule, version, reason, cure } => closing::rule_objects(rule, version, reason, cure);
}
