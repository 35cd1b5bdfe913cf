//! Signing, issuing and declining: rules 23 and 24.

use congvan_calendar::Instant;
use congvan_core::directive::State;
use congvan_core::{ContentHash, Event, command::Kind};
use serde_json::{Value, json};

use crate::desk::{Desk, accept, dispatch, drafting, instant, issuing, report};

const REPORT: &str = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }, { unit = "so-khcn" }]
    vetted_by = { unit = "so-noi-vu" }
    deadline = { kind = "no_later_than", date = 2025-10-17 }
"#;

const DEPUTY: &str = "ubnd-tinh.deputy";
const CLERK: &str = "vp-ubnd.clerk";

fn issue_on(date: &str) -> Value {
    json!({"issue": {"number": 1, "notation": "UBND-NV", "date": format!("2025-{date}")}})
}

/// A desk with this mandate signed on Thursday, 2 October 2025.
fn signed(mandate: &str) -> Desk {
    let mut desk = Desk::new();
    desk.ok("10-02 08:00", "so-noi-vu.officer-1", drafting(mandate));
    desk.ok("10-02 08:30", DEPUTY, json!({"sign": {}}));
    desk
}

#[test]
fn rule_23_the_signature_freezes_the_content_and_the_clerk_numbers_and_dates_it() {
    let mut desk = signed(&dispatch(REPORT));
    let (_, _, event) = desk.history().last().unwrap();
    let Event::Signed(frozen) = event else { panic!("{event:?}") };
    let frozen = frozen.hash;
    assert_eq!(signature(&desk), (frozen, instant("10-02 08:30")));

    // No edit in between.
    let edit = drafting(&dispatch(&REPORT.replace("2025-10-17", "2025-10-24")));
    assert_eq!(desk.refused("10-02 09:00", "so-noi-vu.officer-1", edit.clone()), ["wrong_state"]);
    assert_eq!(desk.refused("10-02 09:00", DEPUTY, json!({"sign": {}})), ["wrong_state"]);
    assert!(!desk.offered("10-02 09:00", "so-noi-vu.officer-1", Kind::Draft));

    for actor in ["so-noi-vu.clerk", "ubnd-tinh.clerk"] {
        assert_eq!(desk.refused("10-02 09:00", actor, issue_on("10-02")), ["wrong_unit"], "{actor}");
    }
    let unlike = json!({"issue": {"number": 1, "notation": "SO VA CHU", "date": "2025-10-02"}});
    assert_eq!(desk.refused("10-02 09:00", CLERK, unlike), ["notation_invalid"]);
    assert_eq!(desk.refused("10-02 09:00", CLERK, issue_on("10-01")), ["date_before_signature"]);
    assert_eq!(desk.refused("10-02 09:00", CLERK, issue_on("10-03")), ["date_in_future"]);
    assert_eq!(desk.ok("10-03 09:00", CLERK, issue_on("10-03")), ["issued"]);
    assert_eq!(desk.directive().proceedings().unwrap().mandate_hash(), frozen);
    assert_eq!(desk.refused("10-03 10:00", CLERK, issue_on("10-03")), ["wrong_state"]);

    // The same number cannot be given twice.
    desk.turn_to("van-ban-hai");
    desk.ok("10-03 10:00", "so-noi-vu.officer-1", edit);
    desk.ok("10-03 10:30", DEPUTY, json!({"sign": {}}));
    assert_eq!(desk.refused("10-03 11:00", CLERK, issue_on("10-03")), ["number_taken"]);
}

#[test]
fn rule_23_paper_is_dispatched_by_the_next_working_day_and_urgent_paper_at_once() {
    let mut desk = signed(&dispatch(REPORT));
    assert_eq!(desk.refused("10-06 09:00", CLERK, issue_on("10-06")), ["late_reason_missing"]);
    let mut late = issue_on("10-06");
    late["issue"]["late_reason"] = json!("");
    assert_eq!(desk.refused("10-06 09:00", CLERK, late.clone()), ["late_reason_missing"]);
    late["issue"]["late_reason"] = json!("Mất điện diện rộng");
    assert_eq!(desk.ok("10-06 09:00", CLERK, late), ["issued"]);

    let urgent = dispatch(REPORT).replace("subject =", "urgency = \"urgent\"\n        subject =");
    let mut desk = signed(&urgent);
    assert_eq!(desk.refused("10-03 09:00", CLERK, issue_on("10-03")), ["late_reason_missing"]);
    assert_eq!(desk.ok("10-02 10:00", CLERK, issue_on("10-02")), ["issued"]);
}

#[test]
fn rule_23_an_error_before_dispatch_goes_back_to_the_drafter() {
    let mut desk = signed(&dispatch(REPORT));
    let back = json!({"return_to_draft": {"reason": "Sai thể thức"}});
    assert_eq!(desk.refused("10-02 09:00", "so-noi-vu.clerk", back.clone()), ["wrong_unit"]);
    let silent = json!({"return_to_draft": {"reason": ""}});
    assert_eq!(desk.refused("10-02 09:00", CLERK, silent), ["text_missing"]);
    assert_eq!(desk.ok("10-02 09:00", CLERK, back.clone()), ["returned_to_draft"]);
    assert_eq!(desk.refused("10-02 09:30", CLERK, issue_on("10-02")), ["wrong_state"]);
    assert_eq!(desk.refused("10-02 09:30", CLERK, back), ["wrong_state"]);
    assert_eq!(desk.ok("10-02 10:00", "so-noi-vu.officer-2", drafting(&dispatch(REPORT))), ["drafted"]);
    assert_eq!(desk.ok("10-02 10:30", DEPUTY, json!({"sign": {}})), ["signed"]);
}

/// What has been ruled on beside the rulings of the mandate, before it is issued.
fn rulings(desk: &Desk) -> Vec<String> {
    let recorded = match (desk.directive().state(), desk.stands()) {
        (State::Drafted(drafted), _) => drafted.rulings(),
        (State::Signed(signed), _) => signed.rulings(),
        (_, other) => panic!("it is {other}"),
    };
    recorded.iter().map(|ruling| ruling.finding.to_string()).collect()
}

/// The hash that the signer froze, and when.
fn signature(desk: &Desk) -> (ContentHash, Instant) {
    let State::Signed(signed) = desk.directive().state() else { panic!("it is {}", desk.stands()) };
    (signed.hash(), signed.at())
}

#[test]
fn rule_23_rulings_stay_with_a_draft_that_was_returned() {
    let ruling = json!({"record_ruling": {"finding": "deadline-on-issue-day", "reason": "Việc khẩn"}});
    let text = dispatch(&REPORT.replace("2025-10-17", "2025-10-02"));
    let mut desk = signed(&text);
    desk.ok("10-02 09:00", DEPUTY, ruling);
    desk.ok("10-02 09:10", CLERK, json!({"return_to_draft": {"reason": "Sai thể thức"}}));
    assert_eq!((desk.stands(), rulings(&desk)), ("drafted", vec!["deadline-on-issue-day".to_owned()]));
}

#[test]
fn rule_23_a_conflict_of_dates_is_issued_only_with_a_ruling() {
    let on_the_day = dispatch(&REPORT.replace("2025-10-17", "2025-10-02"));
    let ruling = |finding: &str| json!({"record_ruling": {"finding": finding, "reason": "Việc khẩn, làm ngay trong ngày"}});
    let mut desk = signed(&on_the_day);
    assert_eq!(desk.refused("10-02 09:00", CLERK, issue_on("10-02")), ["conflict_not_ruled"]);
    let known = "deadline-on-issue-day";
    assert_eq!(desk.refused("10-02 09:10", "so-noi-vu.head", ruling(known)), ["wrong_unit"]);
    assert_eq!(desk.refused("10-02 09:10", DEPUTY, ruling("khong-co")), ["unknown_finding"]);
    // A ruling speaks of a finding that the mandate has, in the place that the finding names.
    assert_eq!(
        desk.refused("10-02 09:10", DEPUTY, ruling("window-before-consolidation")),
        ["unknown_finding"]
    );
    let mut elsewhere = ruling(known);
    elsewhere["record_ruling"]["place"] = json!("assignments.9");
    assert_eq!(desk.refused("10-02 09:10", DEPUTY, elsewhere), ["unknown_finding"]);
    let before = signature(&desk);
    assert_eq!(desk.ok("10-02 09:10", DEPUTY, ruling(known)), ["ruling_recorded"]);
    assert_eq!(rulings(&desk), [known]);
    assert_eq!(signature(&desk), before, "a ruling leaves the text as it was signed");
    // Tomorrow it would be due before the day of issue: that may be ruled on today.
    assert_eq!(desk.ok("10-02 09:15", DEPUTY, ruling("deadline-before-issue-day")), ["ruling_recorded"]);
    assert_eq!(rulings(&desk), [known, "deadline-before-issue-day"]);
    assert_eq!(desk.ok("10-02 09:20", CLERK, issue_on("10-02")), ["issued"]);
}

#[test]
fn rule_23_a_mandate_in_which_nothing_is_odd_is_ruled_on_by_nobody() {
    let plain = REPORT.replace("2025-10-17", "2026-10-16");
    let mut desk = signed(&dispatch(&plain));
    assert!(!desk.offered("10-02 09:00", DEPUTY, Kind::RecordRuling));
    let ruling = json!({"record_ruling": {"finding": "deadline-on-issue-day", "reason": "Việc khẩn"}});
    assert_eq!(desk.refused("10-02 09:00", DEPUTY, ruling), ["unknown_finding"]);
}

fn decline(unit: &str) -> Value {
    json!({"decline": {"unit": unit, "reason": "Không thuộc chức năng, nhiệm vụ"}})
}

fn settle(outcome: Value) -> Value {
    json!({"settle_decline": {"unit": "so-y-te", "outcome": outcome, "reason": "Đã xem xét"}})
}

#[test]
fn rule_24_declining_opens_a_dispute_and_settles_nothing() {
    let mut desk = Desk::in_force(REPORT);
    assert_eq!(desk.refused("10-02 09:00", "so-y-te.officer-1", decline("so-y-te")), ["wrong_capacity"]);
    assert_eq!(desk.refused("10-02 09:00", "so-khcn.head", decline("so-y-te")), ["wrong_unit"]);
    let stranger = desk.refused("10-02 09:00", "so-xay-dung.head", decline("so-xay-dung"));
    assert_eq!(stranger, ["unknown_unit"]);
    assert_eq!(desk.refused("10-02 09:00", "ubnd-tinh.head", settle(json!("uphold"))), ["no_dispute"]);
    assert_eq!(desk.ok("10-02 10:00", "so-y-te.head", decline("so-y-te")), ["declined"]);
    assert_eq!(desk.refused("10-02 11:00", "so-y-te.head", decline("so-y-te")), ["dispute_open"]);
    assert_eq!(desk.state("so-y-te/1"), "owed");
    assert_eq!(desk.standing("10-20 08:00", "so-y-te/1"), "overdue");

    for actor in ["so-y-te.head", "so-noi-vu.head", "vp-ubnd.head"] {
        assert_eq!(desk.refused("10-03 09:00", actor, settle(json!("waive"))), ["wrong_unit"], "{actor}");
    }
    assert_eq!(desk.ok("10-03 09:00", "ubnd-tinh.head", settle(json!("uphold"))), ["decline_settled"]);
    assert_eq!(desk.state("so-y-te/1"), "owed");
    assert_eq!(desk.refused("10-03 10:00", "ubnd-tinh.head", settle(json!("uphold"))), ["no_dispute"]);
}

#[test]
fn rule_24_the_authority_reassigns_or_waives_what_was_declined() {
    let mut desk = Desk::in_force(REPORT);
    desk.ok("10-02 10:00", "so-y-te.head", decline("so-y-te"));
    let to = |unit: &str| settle(json!({"reassign": unit}));
    assert_eq!(desk.refused("10-03 09:00", "ubnd-tinh.head", to("so-y-te")), ["nothing_changes"]);
    assert_eq!(desk.refused("10-03 09:00", "ubnd-tinh.head", to("so-la")), ["unknown_unit"]);
    assert_eq!(desk.ok("10-03 09:00", "ubnd-tinh.head", to("so-xay-dung")), ["decline_settled"]);

    // The key keeps who performed it at issue; only the holder works on it now.
    let report = report("so-y-te/1", "Báo cáo");
    assert_eq!(desk.refused("10-06 09:00", "so-y-te.officer-1", report.clone()), ["wrong_unit"]);
    let mut held = report;
    held["submit"]["signed_by"] = json!("p.so-xay-dung.head");
    assert_eq!(desk.ok("10-06 10:00", "so-xay-dung.officer-1", held), ["draft_started", "submitted"]);
    assert_eq!(desk.ok("10-06 11:00", "so-noi-vu.officer-1", accept("so-y-te/1")), ["accepted"]);

    let mut desk = Desk::in_force(REPORT);
    desk.ok("10-02 10:00", "so-y-te.head", decline("so-y-te"));
    assert_eq!(desk.ok("10-03 09:00", "ubnd-tinh.head", settle(json!("waive"))), ["decline_settled"]);
    assert_eq!((desk.state("so-y-te/1"), desk.state("so-khcn/1")), ("waived", "owed"));
}

#[test]
fn rule_24_whoever_was_given_it_and_gave_it_on_has_no_part_in_it_any_more() {
    let mut desk = Desk::in_force(REPORT);
    let give = |unit: &str, to: &str| json!({"settle_decline": {"unit": unit, "outcome": {"reassign": to}, "reason": "Xét đề nghị"}});
    let registers =
        json!({"acknowledge": {"unit": "so-tu-phap", "registered_at": "2025-10-08T08:00:00+07:00"}});
    assert_eq!(desk.refused("10-08 08:00", "so-tu-phap.clerk", registers.clone()), ["unknown_unit"]);
    desk.ok("10-03 08:00", "so-y-te.head", decline("so-y-te"));
    desk.ok("10-03 09:00", "ubnd-tinh.head", give("so-y-te", "so-tu-phap"));
    desk.ok("10-06 08:00", "so-tu-phap.head", decline("so-tu-phap"));
    desk.ok("10-06 09:00", "ubnd-tinh.head", give("so-tu-phap", "so-khcn"));
    // The performer at issue keeps its key and has received it; the unit in between has nothing to do with it.
    assert_eq!(desk.refused("10-08 08:00", "so-tu-phap.clerk", registers), ["unknown_unit"]);
    assert_eq!(desk.refused("10-08 08:00", "so-tu-phap.head", decline("so-tu-phap")), ["unknown_unit"]);
    assert_eq!(desk.ok("10-08 08:00", "so-y-te.head", decline("so-y-te")), ["declined"]);
}

#[test]
fn rule_31_document_numbers_may_have_gaps_and_sequences_of_events_have_none() {
    let mut desk = Desk::new();
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&dispatch(REPORT)));
    desk.ok("10-01 08:30", DEPUTY, json!({"sign": {}}));
    desk.ok("10-01 09:00", CLERK, issuing(7));
    let refused = desk.refused("10-01 10:00", "so-noi-vu.officer-1", accept_hash("so-y-te/1"));
    assert_eq!(refused, ["wrong_obligation_state"]);
    assert_eq!(desk.directive().version(), 3);
    desk.ok("10-02 09:00", "so-y-te.officer-1", report("so-y-te/1", "Báo cáo"));
    // Two events of one decision follow each other at once; a refusal leaves no hole.
    assert_eq!(desk.directive().version(), 5);
    assert_eq!(desk.history().len(), 5);

    // Number 8 was never used; 9 follows 7, and 7 stays taken.
    desk.turn_to("van-ban-hai");
    desk.ok("10-01 10:00", "so-noi-vu.officer-1", drafting(&dispatch(REPORT)));
    desk.ok("10-01 10:30", DEPUTY, json!({"sign": {}}));
    assert_eq!(desk.refused("10-01 11:00", CLERK, issuing(7)), ["number_taken"]);
    assert_eq!(desk.ok("10-01 11:00", CLERK, issuing(9)), ["issued"]);
    assert_eq!(desk.directive().version(), 3);
}

/// Accepting a revision that does not exist.
fn accept_hash(key: &str) -> Value {
    json!({"accept": {"obligation": key, "hash": "text:Báo cáo"}})
}
