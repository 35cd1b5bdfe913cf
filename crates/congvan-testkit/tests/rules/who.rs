//! Who and whose: rules 1 to 5.

use congvan_core::obligation::Acceptance;
use congvan_core::{Event, command::Kind};
use serde_json::json;

use crate::desk::{Desk, accept, draft_consolidation, report, report_by, send_back, sign_consolidation};

/// A field whose standing agency itself owes the report that the standing agency vets.
const OWN_FIELD: &str = r#"
    [[fields]]
    id = "cchc"
    name = "Cải cách hành chính"
    standing_agency = "so-noi-vu"

    [[assignments]]
    id = "1"
    title = "Báo cáo cải cách hành chính"
    performers = [{ unit = "so-noi-vu" }, { unit = "so-y-te" }]
    per_field = ["cchc"]
    vetted_by = "standing_agency"
    deadline = { kind = "no_later_than", date = 2025-10-10 }
"#;

/// A second clerk's office, held by somebody who is an officer too.
pub(crate) fn clerk_and_officer(text: String) -> String {
    let office = r#"offices = [
        { id = "so-noi-vu.clerk-2", unit = "so-noi-vu", capacity = "clerk", title_vi = "Văn thư" },"#;
    let holding = r#"holdings = [
        { office = "so-noi-vu.clerk-2", person = "p.so-noi-vu.officer-2", from = 2025-07-01 },"#;
    text.replacen("offices = [", office, 1).replacen("holdings = [", holding, 1)
}

#[test]
fn rule_01_a_standing_agency_that_performs_is_vetted_by_another_person() {
    let own = "so-noi-vu/1/cchc";
    let mut desk = Desk::in_force(OWN_FIELD);
    assert_eq!(desk.state(own), "owed");
    desk.ok("10-07 09:00", "so-noi-vu.officer-1", report_by(own, "Báo cáo", "deputy"));

    assert_eq!(desk.refused("10-07 10:00", "so-noi-vu.officer-1", accept(own)), ["own_work"]);
    assert_eq!(desk.refused("10-07 10:00", "so-noi-vu.deputy", accept(own)), ["own_work"]);
    assert_eq!(desk.refused("10-07 10:00", "so-noi-vu.clerk", accept(own)), ["wrong_capacity"]);
    assert_eq!(desk.refused("10-07 10:00", "vp-ubnd.officer-1", accept(own)), ["wrong_unit"]);
    assert_eq!(desk.ok("10-07 11:00", "so-noi-vu.officer-2", accept(own)), ["accepted"]);

    // Somebody else's report is vetted as usual, whoever signed it.
    desk.ok("10-07 09:00", "so-y-te.officer-1", report("so-y-te/1/cchc", "Báo cáo"));
    assert_eq!(desk.ok("10-07 11:00", "so-noi-vu.head", accept("so-y-te/1/cchc")), ["accepted"]);
}

#[test]
fn rule_01_the_fallback_vetter_decides_what_the_head_signed() {
    let own = "so-noi-vu/1/cchc";
    let mut desk = Desk::in_force(OWN_FIELD);
    desk.ok("10-07 09:00", "so-noi-vu.officer-1", report(own, "Báo cáo"));

    assert_eq!(desk.refused("10-07 10:00", "so-noi-vu.officer-2", accept(own)), ["fallback_vets"]);
    assert_eq!(
        desk.refused("10-07 10:00", "so-noi-vu.officer-1", accept(own)),
        ["fallback_vets", "own_work"]
    );
    assert_eq!(desk.refused("10-07 10:00", "so-tai-chinh.head", accept(own)), ["wrong_unit"]);
    assert_eq!(desk.ok("10-07 11:00", "vp-ubnd.officer-1", accept(own)), ["accepted"]);

    // An acting head signs with the powers of the head, and so does the fallback vetter decide.
    let acting = |text: String| {
        let held = r#"person = "p.so-noi-vu.head", from = 2025-07-01"#;
        text.replace(held, &format!("{held}, acting = true"))
    };
    let mut desk = Desk::changed(acting).issued(OWN_FIELD).received();
    let mut signed = report(own, "Báo cáo");
    signed["submit"]["signed_as"] = json!("acting");
    desk.ok("10-07 09:00", "so-noi-vu.officer-1", signed);
    assert_eq!(desk.refused("10-07 10:00", "so-noi-vu.officer-2", accept(own)), ["fallback_vets"]);

    // The mandate may name another fallback vetter than the office.
    let named = format!("{OWN_FIELD}\n[policy]\nfallback_vetter = \"so-tu-phap\"");
    let mut desk = Desk::in_force(&named);
    desk.ok("10-07 09:00", "so-noi-vu.officer-1", report(own, "Báo cáo"));
    assert_eq!(desk.refused("10-07 10:00", "vp-ubnd.officer-1", accept(own)), ["wrong_unit"]);
    assert_eq!(desk.ok("10-07 11:00", "so-tu-phap.officer-1", accept(own)), ["accepted"]);
}

#[test]
fn rule_01_the_fallback_vetter_decides_where_nobody_is_eligible() {
    let own = "so-noi-vu/1/cchc";
    let save = |text: &str| json!({"save_draft": {"obligation": own, "hash": format!("text:{text}")}});
    let mut desk = Desk::in_force(OWN_FIELD);
    desk.ok("10-06 08:00", "so-noi-vu.officer-1", json!({"start_draft": {"obligation": own}}));
    desk.ok("10-06 09:00", "so-noi-vu.officer-2", save("b"));
    desk.ok("10-06 10:00", "so-noi-vu.head", save("c"));
    desk.ok("10-07 09:00", "so-noi-vu.clerk", report_by(own, "Báo cáo", "deputy"));

    for office in ["head", "deputy", "officer-1", "officer-2"] {
        let actor = format!("so-noi-vu.{office}");
        assert_eq!(desk.refused("10-07 10:00", &actor, accept(own)), ["own_work"], "{actor}");
    }
    assert_eq!(desk.ok("10-07 11:00", "vp-ubnd.officer-1", accept(own)), ["accepted"]);
}

#[test]
fn rule_02_the_drafter_and_the_signatory_may_not_vet_and_the_sending_clerk_is_neutral() {
    let own = "so-noi-vu/1/cchc";
    let mut desk = Desk::changed(clerk_and_officer).issued(OWN_FIELD).received();
    desk.ok("10-06 08:00", "so-noi-vu.officer-1", json!({"start_draft": {"obligation": own}}));
    desk.ok("10-07 09:00", "so-noi-vu.clerk-2", report_by(own, "Báo cáo", "deputy"));

    let revision = desk.obligation(own).state().revision().unwrap();
    let drafted_by: Vec<_> = revision.drafted_by().iter().map(|person| person.to_string()).collect();
    assert_eq!(drafted_by, ["p.so-noi-vu.officer-1"]);
    assert_eq!(revision.signed_by().as_str(), "p.so-noi-vu.deputy");
    let (_, stamp, _) = desk.history().last().unwrap();
    assert_eq!(stamp.actor.person.as_str(), "p.so-noi-vu.officer-2");

    for office in ["officer-1", "deputy"] {
        let actor = format!("so-noi-vu.{office}");
        assert_eq!(desk.refused("10-07 10:00", &actor, accept(own)), ["own_work"]);
        assert_eq!(desk.refused("10-07 10:00", &actor, send_back(own, "Thiếu số liệu")), ["own_work"]);
    }
    // He only sent it: as an officer he may vet it.
    assert_eq!(desk.ok("10-07 11:00", "so-noi-vu.officer-2", accept(own)), ["accepted"]);
}

#[test]
fn rule_02_whoever_drafted_an_earlier_revision_stays_its_drafter() {
    let own = "so-noi-vu/1/cchc";
    let mut desk = Desk::in_force(OWN_FIELD);
    desk.ok("10-06 09:00", "so-noi-vu.officer-1", report_by(own, "Báo cáo", "deputy"));
    desk.ok("10-06 10:00", "so-noi-vu.head", send_back(own, "Thiếu số liệu"));
    desk.ok("10-07 09:00", "so-noi-vu.officer-2", report_by(own, "Báo cáo lần hai", "deputy"));
    for office in ["officer-1", "officer-2", "deputy"] {
        let actor = format!("so-noi-vu.{office}");
        assert_eq!(desk.refused("10-07 10:00", &actor, accept(own)), ["own_work"]);
    }
    assert_eq!(desk.ok("10-07 11:00", "so-noi-vu.head", accept(own)), ["accepted"]);
}

/// A second deputy's office, held by somebody who is an officer too.
fn second_deputy(text: String) -> String {
    let office = r#"offices = [
        { id = "so-noi-vu.deputy-2", unit = "so-noi-vu", capacity = "deputy", title_vi = "Phó Giám đốc" },"#;
    let holding = r#"holdings = [
        { office = "so-noi-vu.deputy-2", person = "p.so-noi-vu.officer-2", from = 2025-07-01 },"#;
    text.replacen("offices = [", office, 1).replacen("holdings = [", holding, 1)
}

/// A report that the second deputy signs.
fn signed_by_the_second_deputy(key: &str, text: &str) -> serde_json::Value {
    let mut command = report_by(key, text, "deputy");
    command["submit"]["signed_by"] = json!("p.so-noi-vu.officer-2");
    command
}

#[test]
fn rule_02_whoever_signed_an_earlier_revision_never_vets_a_later_one() {
    let own = "so-noi-vu/1/cchc";
    for recalled in [false, true] {
        let mut desk = Desk::changed(second_deputy).issued(OWN_FIELD).received();
        desk.ok("10-06 09:00", "so-noi-vu.officer-1", report_by(own, "Báo cáo", "deputy"));
        if recalled {
            let recall = json!({"recall": {"obligation": own, "reason": "Nhầm phụ lục"}});
            desk.ok("10-06 10:00", "so-noi-vu.clerk", recall);
        } else {
            desk.ok("10-06 10:00", "so-noi-vu.head", send_back(own, "Thiếu số liệu"));
        }
        desk.ok("10-07 09:00", "so-noi-vu.officer-1", signed_by_the_second_deputy(own, "Báo cáo lần hai"));
        for office in ["officer-1", "deputy", "deputy-2"] {
            let actor = format!("so-noi-vu.{office}");
            let codes = desk.refused("10-07 10:00", &actor, accept(own));
            assert_eq!(codes, ["own_work"], "{actor}, {recalled}");
        }
        assert_eq!(desk.ok("10-07 11:00", "so-noi-vu.head", accept(own)), ["accepted"]);
    }
}

#[test]
fn rule_02_a_recorded_absence_forgets_nobody_who_drafted_or_signed() {
    let own = "so-noi-vu/1/cchc";
    let absence = json!({"record_absence": {"obligation": own, "reason": "Không gửi"}});
    // Given up while it was a draft, and given up after it was returned.
    for returned in [false, true] {
        let mut desk = Desk::changed(second_deputy).issued(OWN_FIELD).received();
        if returned {
            desk.ok("10-06 08:00", "so-noi-vu.officer-1", report_by(own, "Báo cáo", "deputy"));
            desk.ok("10-06 09:00", "so-noi-vu.head", send_back(own, "Thiếu số liệu"));
        } else {
            desk.ok("10-06 08:00", "so-noi-vu.officer-1", json!({"start_draft": {"obligation": own}}));
        }
        desk.ok("10-13 08:00", "vp-ubnd.clerk", absence.clone());
        desk.ok("10-13 09:00", "so-noi-vu.clerk", signed_by_the_second_deputy(own, "Báo cáo muộn"));
        let stranger = if returned { "so-noi-vu.head" } else { "so-noi-vu.deputy" };
        let mut authors = vec!["so-noi-vu.officer-1", "so-noi-vu.deputy-2"];
        authors.extend(returned.then_some("so-noi-vu.deputy"));
        for actor in authors {
            let codes = desk.refused("10-13 10:00", actor, accept(own));
            assert_eq!(codes, ["own_work"], "{actor}, {returned}");
        }
        assert_eq!(desk.ok("10-13 11:00", stranger, accept(own)), ["accepted"]);
    }
}

#[test]
fn rule_02_a_stranger_who_worked_on_it_hears_every_reason_at_once() {
    let key = "so-y-te/1/cchc";
    let mut desk = Desk::in_force(OWN_FIELD);
    desk.ok("10-07 09:00", "so-y-te.officer-1", report(key, "Báo cáo"));
    for command in [accept(key), send_back(key, "Thiếu"), json!({"start_vetting": {"obligation": key}})] {
        for actor in ["so-y-te.head", "so-y-te.officer-1"] {
            assert_eq!(desk.refused("10-07 10:00", actor, command.clone()), ["wrong_unit", "own_work"]);
        }
    }
}

#[test]
fn rule_03_vetted_by_nobody_is_submitted_and_accepted_in_one_decision() {
    let mut desk = Desk::in_force(
        r#"
        [[assignments]]
        id = "1"
        title = "Báo cáo"
        performers = [{ unit = "so-y-te" }, { unit = "so-khcn" }]
        vetted_by = "nobody"
        deadline = { kind = "no_later_than", date = 2025-10-10 }
        "#,
    );
    let before = desk.directive().version();
    let events = desk.ok("10-07 09:00", "so-y-te.officer-1", report("so-y-te/1", "Báo cáo"));
    assert_eq!(events, ["draft_started", "submitted", "accepted"]);
    assert_eq!(desk.directive().version(), before + 3);
    let (_, stamp, event) = desk.history().last().unwrap();
    let Event::Accepted(accepted) = event else { panic!("{event:?}") };
    assert_eq!(accepted.ground, Acceptance::NoVettingRequired);
    assert_eq!(stamp.actor.person.as_str(), "p.so-y-te.officer-1");
    assert_eq!(desk.state("so-y-te/1"), "accepted");

    // Nobody vets: neither what was accepted nor what is still owed.
    let codes = desk.refused("10-07 10:00", "vp-ubnd.officer-1", accept_hash("so-khcn/1"));
    assert_eq!(codes, ["wrong_obligation_state", "nobody_vets"]);
    assert!(!desk.offered("10-07 10:00", "vp-ubnd.officer-1", Kind::StartVetting));
}

/// Accepting a revision that may not exist.
fn accept_hash(key: &str) -> serde_json::Value {
    json!({"accept": {"obligation": key, "hash": "text:Báo cáo"}})
}

#[test]
fn rule_04_a_consolidation_has_a_vetter_of_its_own() {
    let mut desk = Desk::in_force(
        r#"
        [[assignments]]
        id = "1"
        title = "Báo cáo"
        performers = [{ unit = "so-y-te" }]
        vetted_by = "nobody"
        deadline = { kind = "no_later_than", date = 2025-10-10 }

        [[assignments]]
        id = "2"
        title = "Tổng hợp"
        performers = [{ unit = "so-noi-vu" }]
        vetted_by = { unit = "vp-ubnd" }
        deadline = { kind = "no_later_than", date = 2025-10-17 }
        consolidates = ["1"]

        [[assignments]]
        id = "3"
        title = "Trình UBND tỉnh"
        performers = [{ unit = "vp-ubnd" }]
        vetted_by = "nobody"
        deadline = { kind = "no_later_than", date = 2025-10-24 }
        consolidates = ["2"]
        "#,
    );
    desk.ok("10-07 09:00", "so-y-te.officer-1", report("so-y-te/1", "Báo cáo"));
    desk.ok("10-13 09:00", "so-noi-vu.officer-1", draft_consolidation("so-noi-vu/2"));
    let events = desk.ok("10-14 09:00", "so-noi-vu.head", sign_consolidation("so-noi-vu/2", "Tổng hợp"));
    assert_eq!(events, ["consolidation_signed"]);
    assert_eq!(desk.state("so-noi-vu/2"), "submitted");

    // It settles nothing until its vetter accepts it.
    let next = draft_consolidation("vp-ubnd/3");
    assert_eq!(desk.refused("10-14 10:00", "vp-ubnd.officer-1", next.clone()), ["inputs_open"]);
    assert_eq!(desk.refused("10-14 10:00", "so-noi-vu.officer-2", accept("so-noi-vu/2")), ["wrong_unit"]);
    assert_eq!(desk.ok("10-14 11:00", "vp-ubnd.officer-2", accept("so-noi-vu/2")), ["accepted"]);
    assert_eq!(desk.state("so-y-te/1"), "incorporated");

    // The final one is vetted by nobody: its signature settles it.
    desk.ok("10-15 09:00", "vp-ubnd.officer-1", next);
    let signing = sign_consolidation("vp-ubnd/3", "Báo cáo tỉnh");
    assert_eq!(desk.refused("10-15 10:00", "vp-ubnd.officer-1", signing.clone()), ["wrong_capacity"]);
    assert_eq!(desk.ok("10-15 10:00", "vp-ubnd.head", signing), ["consolidation_signed", "accepted"]);
    assert_eq!(desk.state("vp-ubnd/3"), "accepted");
    assert_eq!(desk.state("so-noi-vu/2"), "incorporated");
}

#[test]
fn rule_05_forwarding_is_an_event_and_no_condition_of_settlement() {
    let mut desk = Desk::in_force(
        r#"
        [[assignments]]
        id = "1"
        title = "Báo cáo"
        performers = [{ unit = "so-y-te" }]
        roles = { collector = "so-tu-phap", recipients = ["so-tai-chinh"] }
        vetted_by = { unit = "so-noi-vu" }
        deadline = { kind = "no_later_than", date = 2025-10-10 }

        [[assignments]]
        id = "2"
        title = "Báo cáo không qua đầu mối"
        performers = [{ unit = "so-y-te" }]
        vetted_by = "nobody"
        deadline = { kind = "no_later_than", date = 2025-10-10 }
        "#,
    );
    let forward = |key: &str| json!({"forward": {"obligation": key, "to": "so-tai-chinh"}});
    let key = "so-y-te/1";
    let early = desk.refused("10-06 09:00", "so-tu-phap.clerk", forward(key));
    assert_eq!(early, ["wrong_obligation_state"]);
    desk.ok("10-07 09:00", "so-y-te.officer-1", report(key, "Báo cáo"));

    // The vetter comes first, then the collector.
    let unvetted = desk.refused("10-07 09:30", "so-tu-phap.clerk", forward(key));
    assert_eq!(unvetted, ["wrong_obligation_state"]);
    assert!(!desk.offered("10-07 09:30", "so-tu-phap.clerk", Kind::Forward));

    // Neither the collector nor the recipient vets.
    for actor in ["so-tu-phap.head", "so-tai-chinh.head"] {
        assert_eq!(desk.refused("10-07 10:00", actor, accept(key)), ["wrong_unit"]);
    }
    assert_eq!(desk.ok("10-07 11:00", "so-noi-vu.officer-1", accept(key)), ["accepted"]);
    assert!(desk.obligation(key).state().is_settled());
    assert!(!desk.directive().proceedings().unwrap().is_forwarded(desk.id(key)));

    assert_eq!(desk.refused("10-08 08:00", "so-noi-vu.clerk", forward(key)), ["wrong_unit"]);
    assert_eq!(desk.ok("10-08 09:00", "so-tu-phap.clerk", forward(key)), ["forwarded"]);
    assert_eq!(desk.state(key), "accepted");
    assert_eq!(desk.refused("10-08 10:00", "so-tu-phap.clerk", forward(key)), ["already_forwarded"]);

    // What is accepted after a reopening is another revision: it goes the same way again.
    let reopen = json!({"reopen": {"obligation": key, "reason": "Sai số liệu"}});
    desk.ok("10-08 11:00", "so-noi-vu.officer-1", reopen);
    desk.ok("10-08 14:00", "so-y-te.officer-1", report(key, "Báo cáo đã sửa"));
    desk.ok("10-08 15:00", "so-noi-vu.officer-1", accept(key));
    assert_eq!(desk.ok("10-08 16:00", "so-tu-phap.clerk", forward(key)), ["forwarded"]);

    desk.ok("10-08 09:00", "so-y-te.officer-1", report("so-y-te/2", "Báo cáo"));
    assert_eq!(desk.refused("10-08 10:00", "so-tu-phap.clerk", forward("so-y-te/2")), ["no_collector"]);
}

#[test]
fn rule_01_an_acting_head_signs_like_the_head() {
    let own = "so-noi-vu/1/cchc";
    let acting = |text: String| {
        let held = r#"person = "p.so-noi-vu.head", from = 2025-07-01"#;
        assert!(text.contains(held));
        text.replace(held, &format!("{held}, acting = true"))
    };
    let mut desk = Desk::changed(acting).issued(OWN_FIELD).received();
    let mut signed = report(own, "Báo cáo");
    signed["submit"]["signed_as"] = json!("acting");
    desk.ok("10-07 09:00", "so-noi-vu.officer-1", signed);
    assert_eq!(desk.refused("10-07 10:00", "so-noi-vu.officer-2", accept(own)), ["fallback_vets"]);
    assert_eq!(desk.ok("10-07 11:00", "vp-ubnd.officer-1", accept(own)), ["accepted"]);
}

#[test]
fn rule_01_joint_standing_agencies_owe_each_their_own_field() {
    let mut desk = Desk::in_force(
        r#"
        [[fields]]
        id = "cchc"
        name = "Cải cách hành chính"
        standing_agency = "so-noi-vu"

        [[fields]]
        id = "cds"
        name = "Chuyển đổi số"
        standing_agency = "so-khcn"

        [[assignments]]
        id = "1"
        title = "Báo cáo lĩnh vực"
        performers = ["standing_agencies"]
        roles = { joint = true }
        per_field = ["cchc", "cds"]
        own_field = true
        vetted_by = "nobody"
        deadline = { kind = "no_later_than", date = 2025-10-10 }

        [policy]
        joint_leads = true
        "#,
    );
    // No field is left without anybody who owes it.
    for (key, officer) in
        [("so-noi-vu/1/cchc", "so-noi-vu.officer-1"), ("so-khcn/1/cds", "so-khcn.officer-1")]
    {
        assert_eq!(desk.state(key), "owed");
        desk.ok("10-07 09:00", officer, report(key, "Báo cáo"));
    }
}
