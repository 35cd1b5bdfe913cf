//! Every rule of the lifecycle is shown by golden scenarios, which other languages replay.
#![cfg(test)]

use std::path::{Path, PathBuf};

use congvan_calendar::Instant;
use congvan_core::actor::Capacity;
use congvan_core::command::Target;
use congvan_core::event::Event;
use congvan_core::obligation::{Acceptance, StateName};
use congvan_core::query::Standing;
use congvan_core::{Actor, Directive, Kind, ObligationId, Stamp};
use congvan_testkit::scenario::{Outcome, Played, Prepared, read_actor};
use congvan_testkit::{PureStage, Scenario, Stage as _};

/// A scenario that was played as it says, and how the directive stood after each of its steps.
struct Run {
    prepared: Prepared,
    stage: PureStage,
    steps: Vec<Played>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden")
}

fn play(name: &str) -> Run {
    play_some(name, usize::MAX)
}

/// Plays the first steps of a golden scenario; its end is compared when all of them are played.
fn play_some(name: &str, count: usize) -> Run {
    let mut prepared = Scenario::prepare_file(&folder().join(format!("{name}.json"))).unwrap();
    if count < prepared.scenario.steps.len() {
        prepared.scenario.steps.truncate(count);
        prepared.scenario.ends = congvan_testkit::scenario::Ending::default();
    }
    let mut stage = prepared.stage();
    let mut steps = Vec::new();
    prepared
        .play(&mut stage, |_, played| steps.push(played.clone()))
        .unwrap_or_else(|error| panic!("{error}"));
    Run { prepared, stage, steps }
}

/// Plays every scenario that says it shows this rule; there must be one.
fn shown(rule: u32) -> Vec<Run> {
    let label = format!("rule-{rule}");
    let mut names: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let scenario: Scenario = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            if scenario.shows.contains(&label) {
                names.push(path.file_stem().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    names.sort();
    assert!(!names.is_empty(), "no golden scenario shows {label}");
    names.iter().map(|name| play(name)).collect()
}

/// Some scenario of the rule refuses with this code.
fn refuses(rule: u32, code: &str) {
    let found = shown(rule).iter().any(|run| {
        run.steps.iter().any(|played| match &played.outcome {
            Outcome::Refused(refusal) => refusal.codes().any(|found| found.as_str() == code),
            Outcome::Accepted(_) => false,
        })
    });
    assert!(found, "no scenario of rule {rule} is refused with {code}");
}

fn at(text: &str) -> Instant {
    serde_json::from_value(serde_json::Value::from(format!("{text}:00+07:00"))).unwrap()
}

impl Run {
    fn directive(&self) -> &Directive {
        self.stage.directive(self.prepared.scenario.directive).unwrap()
    }

    fn id(&self, key: &str) -> ObligationId {
        self.directive().find(key).unwrap()
    }

    fn state(&self, key: &str) -> StateName {
        let proceedings = self.directive().proceedings().unwrap();
        proceedings.obligation(self.id(key)).unwrap().state().name()
    }

    fn standing(&self, key: &str, now: &str) -> Standing {
        self.directive().proceedings().unwrap().standing(self.id(key), at(now)).unwrap()
    }

    fn actor(&self, name: &str, now: Instant) -> Actor {
        read_actor(&serde_json::Value::from(name), &self.prepared.directory, now.date()).unwrap()
    }

    /// Whether this command is offered to this person at this instant, at this target.
    fn offers(&self, name: &str, now: &str, kind: Kind, target: Target) -> bool {
        let now = at(now);
        let actor = self.actor(name, now);
        let offers = self.directive().permitted_of(kind, &self.stage.ctx(&actor, now));
        offers.iter().any(|offer| offer.target == target)
    }

    fn events(&self) -> impl Iterator<Item = (&Stamp, &Event)> {
        self.stage.history().iter().map(|(_, stamp, event)| (stamp, event))
    }

    fn is_refused(&self, step: usize, code: &str) -> bool {
        match &self.steps[step - 1].outcome {
            Outcome::Refused(refusal) => refusal.codes().any(|found| found.as_str() == code),
            Outcome::Accepted(_) => false,
        }
    }
}

#[test]
fn rule_1_a_standing_agency_that_performs_is_vetted_by_another_person_or_the_fallback_vetter() {
    refuses(1, "own_work");
    refuses(1, "fallback_vets");
    let run = play("rule-1-four-eyes");
    let vetted = run.events().filter(|(_, event)| matches!(event, Event::Accepted(_)));
    let units: Vec<_> = vetted.map(|(stamp, _)| stamp.actor.unit.to_string()).collect();
    assert_eq!(units, ["vp-ubnd"], "the head signed the last revision");
}

#[test]
fn rule_2_a_revision_keeps_who_drafted_signed_and_sent_it() {
    shown(2);
    let run = play_some("rule-11-return-and-resubmit", 12);
    let proceedings = run.directive().proceedings().unwrap();
    let revision = proceedings.obligation(run.id("so-tai-chinh/bc")).unwrap().state().revision().unwrap();
    let drafters: Vec<_> = revision.drafted_by().iter().map(|person| person.to_string()).collect();
    assert_eq!(drafters, ["p.so-tai-chinh.officer-1", "p.so-tai-chinh.officer-2"]);
    assert_eq!(revision.signed_by().to_string(), "p.so-tai-chinh.head");
    let sent = run.events().filter(|(_, event)| matches!(event, Event::Submitted(_))).map(|(stamp, _)| stamp);
    assert_eq!(sent.last().unwrap().actor.person.to_string(), "p.so-tai-chinh.officer-1");
    for (name, clerk, count, neutral) in [
        ("rule-12-joint-and-paper", "vp-ubnd.clerk", 10, false),
        ("rule-2-sending-clerk", "so-tai-chinh.clerk", 6, true),
        ("rule-2-sending-clerk", "so-tai-chinh.clerk", 9, true),
    ] {
        let run = play_some(name, count);
        let proceedings = run.directive().proceedings().unwrap();
        let revision = proceedings.obligation(run.id("so-tai-chinh/bc")).unwrap().state().revision().unwrap();
        let clerk = run.actor(clerk, at("2025-09-05T08:00")).person;
        assert_eq!(
            !revision.is_work_of(clerk),
            neutral,
            "{name}: who sends is neutral, who records may not vet"
        );
        assert!(revision.is_work_of(revision.signed_by()));
    }
}

#[test]
fn rule_3_with_nobody_to_vet_submitting_is_submitted_and_accepted_in_one_decision() {
    shown(3);
    let run = play("rule-3-nobody-vets");
    let accepted = run.events().filter_map(|(_, event)| {
        if let Event::Accepted(accepted) = event { Some(accepted.ground) } else { None }
    });
    assert_eq!(accepted.collect::<Vec<_>>(), [Acceptance::NoVettingRequired]);
}

#[test]
fn rule_4_signing_settles_a_consolidation_that_nobody_vets() {
    shown(4);
    let run = play("rule-4-final-consolidation");
    assert_eq!(run.state("so-tu-phap/th"), StateName::Accepted);
}

#[test]
fn rule_5_forwarding_is_an_event_and_no_condition_of_settlement() {
    refuses(5, "already_forwarded");
    let run = play("rule-14-consolidation");
    let collected = run.id("so-tai-chinh/bc");
    let proceedings = run.directive().proceedings().unwrap();
    assert!(!proceedings.is_forwarded(collected), "it was incorporated without being forwarded");
    assert_eq!(run.state("so-tai-chinh/bc"), StateName::Incorporated);
}

#[test]
fn rule_6_powers_follow_the_authority_and_delegations_are_listed_and_dated() {
    refuses(6, "power_not_delegated");
    refuses(6, "signatory_without_authority");
    refuses(6, "not_in_capacity");
}

#[test]
fn rule_7_only_the_authority_waives_and_only_before_acceptance() {
    refuses(7, "wrong_unit");
    refuses(7, "wrong_obligation_state");
    let run = play_some("rule-7-waiving", 6);
    let target = Target::Obligation(run.id("so-tai-chinh/bc"));
    let now = "2025-09-02T08:00";
    for name in ["so-noi-vu.head", "vp-ubnd.head", "vp-ubnd.officer-1", "so-tai-chinh.head"] {
        assert!(!run.offers(name, now, Kind::Waive, target), "{name} may not waive");
    }
    for name in ["ubnd-tinh.head", "ubnd-tinh.deputy"] {
        assert!(run.offers(name, now, Kind::Waive, target), "{name} may waive");
    }
}

#[test]
fn rule_8_recall_is_free_until_vetting_begins_and_then_granted_or_refused() {
    refuses(8, "vetting_begun");
    refuses(8, "vetting_not_begun");
    refuses(8, "recall_not_requested");
}

#[test]
fn rule_9_vetting_is_reassigned_only_after_its_own_due_date() {
    refuses(9, "vetting_still_in_time");
    let run = play("rule-9-reassign-vetting");
    let (stamp, _) = run.events().find(|(_, event)| matches!(event, Event::VettingReassigned(_))).unwrap();
    let due =
        run.directive().proceedings().unwrap().obligation(run.id("so-noi-vu/th")).unwrap().terms().due();
    assert!(stamp.effective_at > due.unwrap(), "the vetting is due with the consolidation that waits for it");
}

#[test]
fn rule_10_an_acceptance_is_reopened_until_its_consolidation_is_signed() {
    refuses(10, "input_locked");
    refuses(10, "not_yet_consolidated");
}

#[test]
fn rule_11_vetting_time_is_not_charged_and_a_resubmission_moves_no_deadline() {
    shown(11);
    let run = play("rule-11-return-and-resubmit");
    let proceedings = run.directive().proceedings().unwrap();
    let facts = proceedings.standing_facts(run.id("so-tai-chinh/bc"), at("2025-09-12T08:00")).unwrap();
    assert_eq!(
        facts.standing,
        Standing::SettledLate,
        "the revision that was accepted came after the deadline"
    );
    assert_eq!(facts.due, facts.printed_due);
    assert_eq!(facts.first_submitted, Some(at("2025-09-03T10:00")));
    assert_eq!(facts.submitted, Some(at("2025-09-11T08:00")));
    let quick = play_some("pitfall-6-recall-after-completion", 10);
    assert_eq!(quick.standing("so-tai-chinh/bc", "2025-12-01T08:00"), Standing::SettledOnTime);
}

#[test]
fn rule_12_one_document_discharges_several_and_paper_needs_evidence() {
    refuses(12, "named_twice");
    refuses(12, "effective_after_recorded");
    refuses(12, "effective_before_issue");
    refuses(12, "text_missing");
    refuses(12, "signatory_without_authority");
    let run = play("rule-12-joint-and-paper");
    let (stamp, _) = run.events().find(|(_, event)| matches!(event, Event::Submitted(_))).unwrap();
    assert!(stamp.effective_at < stamp.recorded_at, "paper is entered late");
}

#[test]
fn rule_13_inputs_are_locked_from_signing_and_incorporated_at_acceptance() {
    refuses(13, "input_locked");
    let signed = play_some("rule-14-consolidation", 30);
    let proceedings = signed.directive().proceedings().unwrap();
    let input = proceedings.obligation(signed.id("so-tai-chinh/bc")).unwrap();
    assert!(proceedings.is_locked(input));
    assert_eq!(signed.state("so-tai-chinh/bc"), StateName::Accepted, "not incorporated before acceptance");
    assert_eq!(play("rule-14-consolidation").state("so-tai-chinh/bc"), StateName::Incorporated);
}

#[test]
fn rule_14_a_change_since_the_draft_refuses_and_names_the_inputs() {
    refuses(14, "inputs_changed");
    let run = play("rule-14-consolidation");
    assert!(run.is_refused(20, "inputs_changed"));
    let Outcome::Refused(refusal) = &run.steps[19].outcome else { panic!("it is refused") };
    let json = serde_json::to_value(refusal).unwrap().to_string();
    let changed = run.id("so-tai-chinh/bc").0;
    assert!(json.contains(&format!("\"changed\":[{changed}]")), "{json}");
}

#[test]
fn rule_15_absent_only_after_the_deadline_and_delivery_and_never_instead_of_vetting() {
    for code in
        ["deadline_not_passed", "not_delivered", "wrong_obligation_state", "dispute_open", "no_deadline"]
    {
        refuses(15, code);
    }
}

#[test]
fn rule_16_late_after_absence_is_submitted_before_the_signing_and_an_addendum_after_it() {
    shown(16);
    let late = play("rule-16-absent-then-late");
    assert_eq!(late.standing("so-tu-phap/bc", "2025-09-12T08:00"), Standing::SettledLate);
    let after = play("rule-18-nil-consolidation");
    assert_eq!(after.state("so-tu-phap/bc"), StateName::Absent);
    assert_eq!(after.standing("so-tu-phap/bc", "2025-09-12T08:00"), Standing::DoneLateByAddendum);
}

#[test]
fn rule_17_an_undated_input_blocks_until_the_authority_dates_or_waives_it() {
    refuses(17, "inputs_open");
    refuses(17, "no_deadline");
    refuses(17, "deadline_already_fixed");
    let run = play_some("rule-17-undated-input-blocks", 7);
    let input = run.id("so-khcn/yk");
    for day in ["2026-03-10T08:00", "2027-03-10T08:00"] {
        assert!(run.offers("ubnd-tinh.head", day, Kind::FixDeadline, Target::Directive));
        assert!(run.offers("ubnd-tinh.head", day, Kind::Waive, Target::Obligation(input)));
    }
}

#[test]
fn rule_18_a_nil_consolidation_says_why_or_is_waived_itself() {
    refuses(18, "text_missing");
    let waived = play("rule-29-never-reopened");
    assert_eq!(waived.state("so-tu-phap/th"), StateName::Waived);
    assert_eq!(waived.directive().state().name().as_str(), "concluded");
}

#[test]
fn rule_19_who_asks_does_not_decide_and_the_original_deadline_is_still_reported() {
    for code in ["asker_may_not_decide", "not_later", "request_already_open", "no_open_request"] {
        refuses(19, code);
    }
    let run = play("pitfall-9-extension-and-original");
    let proceedings = run.directive().proceedings().unwrap();
    let facts = proceedings.standing_facts(run.id("so-tai-chinh/bc"), at("2025-09-20T08:00")).unwrap();
    assert_eq!(facts.standing, Standing::SettledOnTime);
    assert!(!facts.late);
    assert!(facts.late_against_printed);
}

#[test]
fn rule_20_an_extension_moves_its_consolidation_too_and_keeps_lateness() {
    refuses(20, "dependent_not_moved");
    let run = play("rule-20-extension-after-absence");
    let proceedings = run.directive().proceedings().unwrap();
    let facts = proceedings.standing_facts(run.id("so-tai-chinh/bc"), at("2025-09-11T10:00")).unwrap();
    assert_eq!(run.state("so-tai-chinh/bc"), StateName::Owed);
    assert!(facts.was_absent && facts.late);
}

#[test]
fn rule_21_an_obligation_is_owed_from_issue_and_may_be_overdue_on_arrival() {
    shown(21);
    let issued = play_some("rule-21-overdue-on-arrival", 3);
    assert_eq!(issued.standing("so-tu-phap/bc", "2025-09-02T08:00"), Standing::InTime, "owed before receipt");
    assert_eq!(issued.standing("so-tu-phap/bc", "2025-09-11T08:00"), Standing::Overdue);
    let arrived = play_some("rule-21-overdue-on-arrival", 5);
    assert_eq!(arrived.standing("so-tu-phap/bc", "2025-09-11T10:00"), Standing::OverdueOnArrival);
    let proceedings = arrived.directive().proceedings().unwrap();
    let terms = proceedings.obligation(arrived.id("so-tu-phap/bc")).unwrap().terms();
    assert_eq!(terms.due(), terms.printed_due(), "receipt moves no printed deadline");
}

#[test]
fn rule_22_a_window_that_passed_is_amended_and_that_is_offered() {
    shown(22);
    let run = play_some("rule-25-meeting", 26);
    let (meeting, _) = run.directive().proceedings().unwrap().meetings().next().unwrap();
    let now = "2025-09-29T08:00";
    assert!(run.is_refused(26, "outside_window"));
    assert!(!run.offers("vp-ubnd.officer-1", now, Kind::Schedule, Target::Meeting(meeting)));
    assert!(run.offers("ubnd-tinh.deputy", now, Kind::Amend, Target::Directive));
}

#[test]
fn rule_23_signing_freezes_the_text_and_numbering_follows_in_time() {
    for code in ["wrong_state", "late_reason_missing", "date_before_signature", "date_in_future"] {
        refuses(23, code);
    }
    let run = play_some("rule-23-numbering", 9);
    let signed = run
        .events()
        .find_map(|(_, event)| if let Event::Signed(signed) = event { Some(signed.hash) } else { None });
    assert_eq!(signed, Some(run.directive().proceedings().unwrap().mandate_hash()));
}

#[test]
fn rule_24_a_decline_settles_nothing_until_the_authority_decides() {
    refuses(24, "dispute_open");
    refuses(24, "no_dispute");
    let open = play_some("rule-24-reassign", 5);
    assert_eq!(open.state("so-tai-chinh/bc"), StateName::Owed);
    let moved = play("rule-24-reassign");
    let proceedings = moved.directive().proceedings().unwrap();
    let obligation = proceedings.obligation(moved.id("so-tai-chinh/bc")).unwrap();
    let unit =
        |found: Option<congvan_core::obligation::Performer>| found.unwrap().unit().unwrap().to_string();
    assert_eq!(
        unit(proceedings.performer(obligation)),
        "so-tai-chinh",
        "the key keeps the performer at issue"
    );
    assert_eq!(unit(proceedings.holder(obligation)), "so-y-te");
}

#[test]
fn rule_25_a_firm_date_needs_the_evidence_the_window_and_a_working_day() {
    for code in
        ["meeting_not_prepared", "outside_window", "day_off", "not_the_chair", "adjourned", "not_yet_begun"]
    {
        refuses(25, code);
    }
}

#[test]
fn rule_26_a_missing_quorum_needs_the_chairs_note_and_an_absent_head_blocks_nothing() {
    refuses(26, "quorum_missing");
    refuses(26, "attendance_missing");
    let run = play("rule-26-chair-postpones");
    let postponed = run.events().find(|(_, event)| matches!(event, Event::MeetingPostponed(_)));
    assert_eq!(postponed.unwrap().0.actor.capacity, Capacity::Chair);
}

#[test]
fn rule_27_a_directive_without_a_meeting_is_closed_by_an_explicit_act() {
    refuses(27, "obligations_open");
    refuses(27, "meeting_ordered");
    let settled = play_some("rule-4-final-consolidation", 9);
    assert_eq!(settled.directive().proceedings().unwrap().open(), 0);
    assert_eq!(settled.directive().state().name().as_str(), "in_force", "it never ends by itself");
}

#[test]
fn rule_28_what_is_open_at_the_end_is_carried_by_name_or_refuses() {
    for code in ["obligations_open", "carried_not_open", "meetings_open", "text_missing"] {
        refuses(28, code);
    }
    assert_eq!(play("rule-28-attendance-and-carrying").state("so-khcn/du"), StateName::Lapsed);
}

#[test]
fn rule_29_an_ended_directive_takes_annotations_alone() {
    refuses(29, "wrong_state");
    for name in ["rule-29-never-reopened", "rule-30-revoke", "rule-30-replace", "rule-27-close"] {
        let run = play(name);
        let now = at("2026-06-01T08:00");
        for office in ["ubnd-tinh.head", "vp-ubnd.clerk", "so-tai-chinh.head", "so-noi-vu.officer-1"] {
            let actor = run.actor(office, now);
            let ctx = run.stage.ctx(&actor, now);
            let kinds: Vec<_> = run.directive().permitted(ctx).map(|offer| offer.kind).collect();
            assert!(kinds.iter().all(|kind| *kind == Kind::Annotate), "{name}: {office} may {kinds:?}");
        }
    }
}

#[test]
fn rule_30_revoked_or_replaced_what_is_open_lapses_and_what_was_given_is_kept() {
    refuses(30, "replaces_itself");
    refuses(30, "successor_not_issued");
    refuses(30, "not_its_successor");
    refuses(30, "another_instrument");
    refuses(30, "wrong_unit");
    let run = play("rule-30-revoke");
    let proceedings = run.directive().proceedings().unwrap();
    let lapsed = proceedings.obligation(run.id("so-tai-chinh/bc")).unwrap();
    assert_eq!(lapsed.state().name(), StateName::Lapsed);
    assert!(lapsed.state().revision().is_some(), "the content is kept");
    assert_eq!(proceedings.open(), 0);
}

#[test]
fn rule_31_events_have_no_gaps_and_numbers_may() {
    shown(31);
    for run in shown(31) {
        let kept = run.stage.history();
        for directive in run.stage.directives() {
            let count = kept.iter().filter(|(id, _, _)| *id == directive.id()).count();
            assert_eq!(directive.version(), u64::try_from(count).unwrap(), "refusals leave no gap");
        }
    }
}

#[test]
fn rule_33_silence_is_a_proof_of_its_own_kind() {
    refuses(33, "is_an_order");
    refuses(33, "deadline_not_passed");
    let run = play("rule-4-final-consolidation");
    assert_eq!(run.state("so-khcn/yk"), StateName::Consented, "not incorporated: there was no document");
    assert_eq!(run.state("so-y-te/yk"), StateName::Incorporated);
}
