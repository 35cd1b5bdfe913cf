//! Consolidation, absence and consent: rules 13 to 18, and 33.

use congvan_core::command::Kind;
use congvan_core::evidence::{Fate, Inputs};
use congvan_core::obligation::ObligationState;
use serde_json::{Value, json};

use crate::desk::{Desk, accept, draft_consolidation, report, send_back, sign_consolidation, when};

const TWO_INPUTS: &str = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }, { unit = "so-khcn" }]
    vetted_by = { unit = "so-noi-vu" }
    deadline = { kind = "no_later_than", date = 2025-10-10 }

    [[assignments]]
    id = "2"
    title = "Tổng hợp"
    performers = [{ unit = "so-tai-chinh" }]
    vetted_by = { unit = "vp-ubnd" }
    deadline = { kind = "no_later_than", date = 2025-10-17 }
    consolidates = ["1"]
"#;

const BASE: &str = "so-tai-chinh/2";

/// Submits and accepts a report of `so-y-te` or `so-khcn`.
fn settle(desk: &mut Desk, key: &str, text: &str, day: &str) {
    let unit = key.split('/').next().unwrap();
    desk.ok(&format!("{day} 09:00"), &format!("{unit}.officer-1"), report(key, text));
    desk.ok(&format!("{day} 10:00"), "so-noi-vu.officer-1", accept(key));
}

fn absence(key: &str) -> Value {
    json!({"record_absence": {"obligation": key, "reason": "Quá hạn, không gửi"}})
}

fn silence(key: &str) -> Value {
    json!({"record_no_response": {"obligation": key, "reason": "Không trả lời"}})
}

fn waive(key: &str) -> Value {
    json!({"waive": {"obligation": key, "reason": "Không còn cần thiết"}})
}

fn addendum(key: &str) -> Value {
    json!({"add_addendum": {"obligation": key, "hash": "text:Bổ sung", "media_type": "application/pdf"}})
}

/// What the consolidation was drafted from.
fn drafted(desk: &Desk, key: &str) -> Inputs {
    let ObligationState::Drafting(state) = desk.obligation(key).state() else { panic!("not drafted") };
    state.inputs().unwrap().clone()
}

#[test]
fn rule_13_inputs_are_locked_by_the_signature_and_incorporated_by_the_acceptance() {
    let mut desk = Desk::in_force(TWO_INPUTS);
    settle(&mut desk, "so-y-te/1", "Báo cáo", "10-08");
    desk.ok("10-13 08:00", "so-tai-chinh.officer-1", absence("so-khcn/1"));
    desk.ok("10-13 09:00", "so-tai-chinh.officer-1", draft_consolidation(BASE));
    desk.ok("10-14 09:00", "so-tai-chinh.head", sign_consolidation(BASE, "Tổng hợp"));

    // Between the signature and the acceptance nothing moves.
    assert_eq!((desk.state("so-y-te/1"), desk.state("so-khcn/1")), ("accepted", "absent"));
    let late = report("so-khcn/1", "Báo cáo muộn");
    assert_eq!(desk.refused("10-14 10:00", "so-khcn.officer-1", late.clone()), ["input_locked"]);
    let reopen = json!({"reopen": {"obligation": "so-y-te/1", "reason": "Sai số liệu"}});
    assert_eq!(desk.refused("10-14 10:00", "so-noi-vu.officer-1", reopen), ["input_locked"]);

    // Returned, it releases them, and its next revision includes the latecomer.
    desk.ok("10-15 08:00", "vp-ubnd.officer-1", send_back(BASE, "Thiếu một sở"));
    desk.ok("10-15 09:00", "so-khcn.officer-1", late);
    assert_eq!(
        desk.refused("10-15 10:00", "so-tai-chinh.officer-1", draft_consolidation(BASE)),
        ["inputs_open"]
    );
    desk.ok("10-15 11:00", "so-noi-vu.officer-1", accept("so-khcn/1"));
    desk.ok("10-15 14:00", "so-tai-chinh.officer-1", draft_consolidation(BASE));
    desk.ok("10-16 09:00", "so-tai-chinh.head", sign_consolidation(BASE, "Tổng hợp lần hai"));
    assert_eq!((desk.state("so-y-te/1"), desk.state("so-khcn/1")), ("accepted", "accepted"));
    desk.ok("10-16 10:00", "vp-ubnd.officer-1", accept(BASE));
    assert_eq!((desk.state("so-y-te/1"), desk.state("so-khcn/1")), ("incorporated", "incorporated"));
}

#[test]
fn rule_14_a_change_since_the_draft_refuses_the_signature_and_names_the_input() {
    let mut desk = Desk::in_force(TWO_INPUTS);
    settle(&mut desk, "so-y-te/1", "Báo cáo", "10-08");
    settle(&mut desk, "so-khcn/1", "Báo cáo", "10-08");
    let signing = sign_consolidation(BASE, "Tổng hợp");
    let undrafted = desk.refused("10-13 08:00", "so-tai-chinh.head", signing.clone());
    assert_eq!(undrafted, ["wrong_obligation_state", "not_drafted"]);
    desk.ok("10-13 09:00", "so-tai-chinh.officer-1", draft_consolidation(BASE));

    let reopen = json!({"reopen": {"obligation": "so-khcn/1", "reason": "Sai số liệu"}});
    desk.ok("10-13 10:00", "so-noi-vu.officer-1", reopen);
    let open = desk.refused("10-13 11:00", "so-tai-chinh.head", signing.clone());
    assert_eq!(open, ["inputs_open"]);
    settle(&mut desk, "so-khcn/1", "Báo cáo đã sửa", "10-14");
    assert_eq!(desk.refused("10-14 11:00", "so-tai-chinh.head", signing.clone()), ["inputs_changed"]);
    let told = desk.told("10-14 11:00", "so-tai-chinh.head", signing.clone());
    assert_eq!(told[0]["changed"], json!([desk.id("so-khcn/1").0]), "{told}");

    desk.ok("10-14 14:00", "so-tai-chinh.officer-1", draft_consolidation(BASE));
    assert_eq!(desk.refused("10-14 15:00", "so-tai-chinh.officer-1", signing.clone()), ["wrong_capacity"]);
    assert_eq!(desk.ok("10-14 15:00", "so-tai-chinh.head", signing), ["consolidation_signed"]);
}

#[test]
fn rule_14_a_consolidation_comes_only_from_its_inputs() {
    let mut desk = Desk::in_force(TWO_INPUTS);
    let plain = desk.refused("10-06 09:00", "so-y-te.officer-1", draft_consolidation("so-y-te/1"));
    assert_eq!(plain, ["not_a_consolidation"]);
    let start = json!({"start_draft": {"obligation": BASE}});
    assert_eq!(desk.refused("10-06 09:00", "so-tai-chinh.officer-1", start), ["is_a_consolidation"]);
    let submit = report(BASE, "Tự soạn");
    assert_eq!(desk.refused("10-06 09:00", "so-tai-chinh.officer-1", submit), ["is_a_consolidation"]);
}

#[test]
fn rule_15_absence_is_recorded_after_the_deadline_from_owed_drafting_or_returned() {
    let (owed, other) = ("so-y-te/1", "so-khcn/1");
    let consolidator = "so-tai-chinh.officer-1";
    let mut desk = Desk::in_force(TWO_INPUTS);
    assert_eq!(desk.refused("10-10 16:00", consolidator, absence(owed)), ["deadline_not_passed"]);
    for actor in ["so-y-te.head", "so-noi-vu.head", "vp-ubnd.clerk", "ubnd-tinh.head"] {
        assert_eq!(desk.refused("10-13 08:00", actor, absence(owed)), ["wrong_unit"], "{actor}");
    }
    assert_eq!(desk.refused("10-13 08:00", consolidator, silence(owed)), ["is_an_order"]);
    desk.ok("10-13 08:00", "so-y-te.officer-1", json!({"start_draft": {"obligation": owed}}));
    assert_eq!(desk.ok("10-13 09:00", consolidator, absence(owed)), ["absence_recorded"]);
    assert_eq!(desk.standing("10-13 10:00", owed), "absent");

    // What was submitted must be vetted first; what was returned can be absent.
    desk.ok("10-13 09:00", "so-khcn.officer-1", report(other, "Báo cáo"));
    assert_eq!(desk.refused("10-13 10:00", consolidator, absence(other)), ["wrong_obligation_state"]);
    desk.ok("10-13 11:00", "so-noi-vu.officer-1", send_back(other, "Thiếu phụ lục"));
    assert_eq!(desk.ok("10-13 14:00", consolidator, absence(other)), ["absence_recorded"]);
    assert_eq!(desk.refused("10-13 15:00", consolidator, absence(other)), ["wrong_obligation_state"]);
}

#[test]
fn rule_15_a_declined_or_undelivered_directive_blocks_absence() {
    let consolidator = "so-tai-chinh.officer-1";
    let mut desk = Desk::new().issued(TWO_INPUTS);
    assert_eq!(desk.refused("10-13 08:00", consolidator, absence("so-y-te/1")), ["not_delivered"]);
    let received = json!({"acknowledge": {"unit": "so-y-te", "registered_at": when("10-13 08:30")}});
    desk.ok("10-13 08:30", "so-y-te.clerk", received);
    let decline = json!({"decline": {"unit": "so-y-te", "reason": "Không thuộc chức năng"}});
    desk.ok("10-13 09:00", "so-y-te.head", decline);
    assert_eq!(desk.refused("10-13 10:00", consolidator, absence("so-y-te/1")), ["dispute_open"]);
    let uphold =
        json!({"settle_decline": {"unit": "so-y-te", "outcome": "uphold", "reason": "Đúng chức năng"}});
    desk.ok("10-13 11:00", "ubnd-tinh.head", uphold);
    assert_eq!(desk.ok("10-13 14:00", consolidator, absence("so-y-te/1")), ["absence_recorded"]);
}

#[test]
fn rule_15_where_nothing_consolidates_the_monitor_or_the_office_records() {
    let body = r#"
        [[assignments]]
        id = "1"
        title = "Báo cáo"
        performers = [{ unit = "so-y-te" }, { unit = "so-khcn" }]
        roles = { monitor = "so-xay-dung" }
        vetted_by = { unit = "so-noi-vu" }
        deadline = { kind = "no_later_than", date = 2025-10-10 }
    "#;
    let mut desk = Desk::in_force(body);
    for actor in ["so-noi-vu.head", "so-tai-chinh.head"] {
        assert_eq!(desk.refused("10-13 08:00", actor, absence("so-y-te/1")), ["wrong_unit"], "{actor}");
    }
    assert_eq!(desk.ok("10-13 09:00", "so-xay-dung.officer-1", absence("so-y-te/1")), ["absence_recorded"]);
    assert_eq!(desk.ok("10-13 09:00", "vp-ubnd.clerk", absence("so-khcn/1")), ["absence_recorded"]);
}

#[test]
fn rule_16_a_late_submission_voids_the_proof_before_the_signature() {
    let key = "so-khcn/1";
    let mut desk = Desk::in_force(TWO_INPUTS);
    settle(&mut desk, "so-y-te/1", "Báo cáo", "10-08");
    desk.ok("10-13 08:00", "so-tai-chinh.officer-1", absence(key));
    desk.ok("10-13 09:00", "so-tai-chinh.officer-1", draft_consolidation(BASE));
    desk.ok("10-13 10:00", "so-khcn.officer-1", report(key, "Báo cáo muộn"));
    assert_eq!((desk.state(key), desk.standing("10-13 11:00", key)), ("submitted", "overdue"));
    let signing = sign_consolidation(BASE, "Tổng hợp");
    assert_eq!(desk.refused("10-13 11:00", "so-tai-chinh.head", signing.clone()), ["inputs_open",]);
    desk.ok("10-13 14:00", "so-noi-vu.officer-1", accept(key));
    assert_eq!(desk.standing("10-13 15:00", key), "settled_late");
    assert_eq!(desk.refused("10-13 15:00", "so-tai-chinh.head", signing), ["inputs_changed"]);
}

#[test]
fn rule_16_after_the_signature_it_is_an_addendum_and_stays_absent() {
    let key = "so-khcn/1";
    let mut desk = Desk::in_force(TWO_INPUTS);
    settle(&mut desk, "so-y-te/1", "Báo cáo", "10-08");
    desk.ok("10-13 08:00", "so-tai-chinh.officer-1", absence(key));
    assert_eq!(desk.refused("10-13 08:30", "so-khcn.officer-1", addendum(key)), ["not_yet_consolidated"]);
    desk.ok("10-13 09:00", "so-tai-chinh.officer-1", draft_consolidation(BASE));
    desk.ok("10-14 09:00", "so-tai-chinh.head", sign_consolidation(BASE, "Tổng hợp"));
    desk.ok("10-14 10:00", "vp-ubnd.officer-1", accept(BASE));

    assert_eq!(desk.refused("10-15 09:00", "so-khcn.officer-1", report(key, "Muộn")), ["input_locked"]);
    assert_eq!(desk.standing("10-15 09:30", key), "absent");
    assert_eq!(desk.refused("10-15 10:00", "so-y-te.officer-1", addendum(key)), ["wrong_unit"]);
    assert_eq!(desk.ok("10-15 10:00", "so-khcn.officer-1", addendum(key)), ["addendum_added"]);
    assert_eq!((desk.state(key), desk.standing("10-15 11:00", key)), ("absent", "done_late_by_addendum"));
}

#[test]
fn rule_17_an_undated_input_blocks_until_a_deadline_is_fixed_or_it_is_waived() {
    let undated = TWO_INPUTS.replacen(
        r#"{ kind = "no_later_than", date = 2025-10-10 }"#,
        r#"{ kind = "by_reference", document = "Kế hoạch 77/KH-UBND" }"#,
        1,
    );
    let mut desk = Desk::in_force(&undated);
    let consolidator = "so-tai-chinh.officer-1";
    let fix = |due: &str, source: &str| json!({"fix_deadline": {"obligations": ["so-khcn/1"], "due": when(due), "source": source}});
    assert_eq!(desk.standing("12-01 08:00", "so-khcn/1"), "no_deadline");
    assert_eq!(desk.refused("12-01 08:00", consolidator, draft_consolidation(BASE)), ["inputs_open"]);
    assert_eq!(desk.refused("12-01 08:00", consolidator, absence("so-khcn/1")), ["no_deadline"]);
    for kind in [Kind::FixDeadline, Kind::Waive] {
        assert!(desk.offered("10-06 09:00", "ubnd-tinh.head", kind));
        assert!(!desk.offered("10-06 09:00", "so-tai-chinh.head", kind));
    }
    let source = "Kế hoạch 77/KH-UBND, mục III";
    assert_eq!(desk.refused("10-06 09:00", "so-tai-chinh.head", fix("10-10 17:00", source)), ["wrong_unit"]);
    assert_eq!(desk.refused("10-06 09:00", "ubnd-tinh.head", fix("10-10 17:00", "")), ["text_missing"]);
    let early = desk.refused("10-06 09:00", "ubnd-tinh.head", fix("09-30 17:00", source));
    assert_eq!(early, ["effective_before_issue"]);
    assert_eq!(desk.ok("10-06 10:00", "ubnd-tinh.head", fix("10-10 17:00", source)), ["deadline_fixed"]);
    let twice = desk.refused("10-06 11:00", "ubnd-tinh.head", fix("10-13 17:00", source));
    assert_eq!(twice, ["deadline_already_fixed"]);

    assert_eq!(desk.ok("10-13 08:00", consolidator, absence("so-khcn/1")), ["absence_recorded"]);
    assert_eq!(desk.ok("10-13 09:00", "ubnd-tinh.head", waive("so-y-te/1")), ["waived"]);
    assert_eq!(desk.ok("10-13 10:00", consolidator, draft_consolidation(BASE)), ["consolidation_drafted"]);
}

#[test]
fn rule_13_what_two_consolidations_took_stays_incorporated_while_one_of_them_stands() {
    let second = r#"
    [[assignments]]
    id = "3"
    title = "Tổng hợp để theo dõi"
    performers = [{ unit = "so-tu-phap" }]
    vetted_by = { unit = "vp-ubnd" }
    deadline = { kind = "no_later_than", date = 2025-10-17 }
    consolidates = ["1"]
    "#;
    let other = "so-tu-phap/3";
    let reopen = |key: &str| json!({"reopen": {"obligation": key, "reason": "Sai phụ lục"}});
    let mut desk = Desk::in_force(&format!("{TWO_INPUTS}{second}"));
    settle(&mut desk, "so-y-te/1", "Y tế", "10-07");
    settle(&mut desk, "so-khcn/1", "Khoa học", "10-07");
    for (key, unit) in [(BASE, "so-tai-chinh"), (other, "so-tu-phap")] {
        desk.ok("10-08 09:00", &format!("{unit}.officer-1"), draft_consolidation(key));
        desk.ok("10-08 10:00", &format!("{unit}.head"), sign_consolidation(key, "Tổng hợp"));
        desk.ok("10-08 11:00", "vp-ubnd.officer-1", accept(key));
    }
    desk.ok("10-09 09:00", "vp-ubnd.officer-1", reopen(BASE));
    assert_eq!(desk.state("so-y-te/1"), "incorporated", "the other consolidation contains it");
    let ObligationState::Incorporated(kept) = desk.obligation("so-y-te/1").state() else { panic!() };
    assert_eq!(kept.into_consolidation(), desk.id(other));
    desk.ok("10-09 10:00", "vp-ubnd.officer-1", reopen(other));
    assert_eq!(desk.state("so-y-te/1"), "accepted");
}

#[test]
fn rule_18_with_everything_waived_or_absent_a_nil_consolidation_lists_the_reasons() {
    let consolidator = "so-tai-chinh.officer-1";
    let mut desk = Desk::in_force(TWO_INPUTS);
    desk.ok("10-09 09:00", "ubnd-tinh.head", waive("so-y-te/1"));
    desk.ok("10-13 08:00", consolidator, absence("so-khcn/1"));
    desk.ok("10-13 09:00", consolidator, draft_consolidation(BASE));
    let inputs = drafted(&desk, BASE);
    assert!(inputs.is_nil());
    let mut fates: Vec<_> = inputs.0.iter().map(|input| format!("{:?}", input.fate)).collect();
    fates.sort();
    assert_eq!(fates, ["Absent", "Waived"]);

    let mut signing = sign_consolidation(BASE, "Không có báo cáo");
    assert_eq!(desk.refused("10-13 10:00", "so-tai-chinh.head", signing.clone()), ["text_missing"]);
    signing["sign_consolidation"]["nil_reason"] = json!("Một sở được miễn, một sở vắng");
    assert_eq!(desk.ok("10-13 10:00", "so-tai-chinh.head", signing), ["consolidation_signed"]);
    desk.ok("10-14 09:00", "vp-ubnd.officer-1", accept(BASE));
    desk.ok("10-14 10:00", "ubnd-tinh.head", json!({"close": {"reason": "Xong"}}));
    assert_eq!(desk.stands(), "concluded");
}

#[test]
fn rule_18_the_consolidation_itself_may_be_waived() {
    let mut desk = Desk::in_force(TWO_INPUTS);
    let close = json!({"close": {"reason": "Không còn cần thiết"}});
    desk.ok("10-09 09:00", "ubnd-tinh.head", waive("so-y-te/1"));
    desk.ok("10-09 09:00", "ubnd-tinh.head", waive("so-khcn/1"));
    assert_eq!(desk.refused("10-09 10:00", "ubnd-tinh.head", close.clone()), ["obligations_open"]);
    assert_eq!(desk.refused("10-09 10:00", "so-tai-chinh.head", waive(BASE)), ["wrong_unit"]);
    assert_eq!(desk.ok("10-09 10:00", "ubnd-tinh.head", waive(BASE)), ["waived"]);
    assert!(desk.obligation(BASE).state().is_settled());
    assert_eq!(desk.ok("10-09 11:00", "ubnd-tinh.head", close), ["closed"]);
}

#[test]
fn rule_33_deemed_consent_is_a_proof_of_its_own_kind() {
    let body = r#"
        [[assignments]]
        id = "1"
        title = "Góp ý dự thảo"
        performers = [{ unit = "so-y-te" }, { unit = "so-khcn" }]
        binding = "request"
        vetted_by = "nobody"
        on_silence = "consent"
        deadline = { kind = "no_later_than", date = 2025-10-10 }

        [[assignments]]
        id = "2"
        title = "Tổng hợp, tiếp thu, giải trình"
        performers = [{ unit = "so-tai-chinh" }]
        vetted_by = { unit = "vp-ubnd" }
        deadline = { kind = "no_later_than", date = 2025-10-17 }
        consolidates = ["1"]
    "#;
    let consolidator = "so-tai-chinh.officer-1";
    let mut undelivered = Desk::new().issued(body);
    let blocked = undelivered.refused("10-13 08:00", consolidator, silence("so-khcn/1"));
    assert_eq!(blocked, ["not_delivered"]);

    let mut desk = Desk::in_force(body);
    desk.ok("10-08 09:00", "so-y-te.officer-1", report("so-y-te/1", "Nhất trí, có ý kiến"));
    assert_eq!(desk.refused("10-10 16:00", consolidator, silence("so-khcn/1")), ["deadline_not_passed"]);
    assert_eq!(desk.refused("10-13 08:00", "so-khcn.head", silence("so-khcn/1")), ["wrong_unit"]);
    assert_eq!(desk.refused("10-13 08:00", consolidator, absence("so-khcn/1")), ["not_an_order"]);
    assert_eq!(desk.ok("10-13 08:00", consolidator, silence("so-khcn/1")), ["consent_deemed"]);
    assert_eq!(
        (desk.state("so-khcn/1"), desk.standing("10-13 09:00", "so-khcn/1")),
        ("consented", "consented")
    );
    assert!(desk.obligation("so-khcn/1").state().is_settled());
    let settled = desk.refused("10-13 09:00", consolidator, silence("so-y-te/1"));
    assert_eq!(settled, ["wrong_obligation_state"]);

    desk.ok("10-13 10:00", consolidator, draft_consolidation(BASE));
    let inputs = drafted(&desk, BASE);
    let consented: Vec<_> = inputs.0.iter().filter(|input| input.fate == Fate::Consented).collect();
    assert_eq!(consented.len(), 1);
    assert_eq!(consented[0].obligation, desk.id("so-khcn/1"));

    // An opinion that comes after all takes its place, and the signature waits for a new draft.
    desk.ok("10-13 11:00", "so-khcn.officer-1", report("so-khcn/1", "Có ý kiến khác"));
    let signing = sign_consolidation(BASE, "Tổng hợp");
    assert_eq!(desk.refused("10-13 14:00", "so-tai-chinh.head", signing), ["inputs_changed"]);
}
