//! Submissions and vetting: rules 8 to 12.

use congvan_core::Mandate;
use congvan_core::command::Kind;
use congvan_text::read::Format;
use serde_json::{Value, json};

use crate::desk::{
    Desk, accept, dispatch, draft_consolidation, instant, report, report_by, send_back, sign_consolidation,
    when,
};
use crate::who::clerk_and_officer;

const VETTED: &str = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }]
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

const TWO_FIELDS: &str = r#"
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
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }, { unit = "so-xay-dung" }]
    per_field = ["cchc", "cds"]
    vetted_by = "standing_agency"
    deadline = { kind = "no_later_than", date = 2025-10-10 }

    [[assignments]]
    id = "2"
    title = "Góp ý của doanh nghiệp"
    performers = [{ party = "hoi-doanh-nghiep" }]
    binding = "invitation"
    vetted_by = { unit = "so-noi-vu" }
    deadline = { kind = "no_later_than", date = 2025-10-10 }
"#;

fn with_reason(kind: &str, key: &str) -> Value {
    json!({kind: {"obligation": key, "reason": "Số liệu chưa đúng"}})
}

#[test]
fn rule_08_recall_is_allowed_until_vetting_has_begun() {
    let key = "so-y-te/1";
    let mut desk = Desk::in_force(VETTED);
    desk.ok("10-06 09:00", "so-y-te.officer-1", report(key, "Bản một"));
    assert_eq!(desk.refused("10-06 10:00", "so-noi-vu.head", with_reason("recall", key)), ["wrong_unit"]);
    let request = with_reason("request_recall", key);
    assert_eq!(desk.refused("10-06 10:00", "so-y-te.head", request), ["vetting_not_begun"]);
    let silent = json!({"recall": {"obligation": key, "reason": ""}});
    assert_eq!(desk.refused("10-06 10:00", "so-y-te.head", silent), ["text_missing"]);
    assert_eq!(desk.ok("10-06 10:00", "so-y-te.clerk", with_reason("recall", key)), ["recalled"]);
    assert_eq!(desk.state(key), "drafting");
    let again = desk.refused("10-06 10:30", "so-y-te.clerk", with_reason("recall", key));
    assert_eq!(again, ["wrong_obligation_state"]);

    desk.ok("10-06 11:00", "so-y-te.officer-1", report(key, "Bản hai"));
    desk.ok("10-06 14:00", "so-noi-vu.officer-1", json!({"start_vetting": {"obligation": key}}));
    let late = desk.refused("10-06 15:00", "so-y-te.head", with_reason("recall", key));
    assert_eq!(late, ["vetting_begun"]);
    let again = json!({"start_vetting": {"obligation": key}});
    assert_eq!(desk.refused("10-06 15:00", "so-noi-vu.officer-2", again), ["vetting_begun"]);
    assert!(!desk.offered("10-06 15:00", "so-y-te.head", Kind::Recall));
}

#[test]
fn rule_08_a_request_for_recall_is_granted_by_a_return_or_refused() {
    let key = "so-y-te/1";
    let mut desk = Desk::in_force(VETTED);
    desk.ok("10-06 09:00", "so-y-te.officer-1", report(key, "Bản một"));
    let refuse = with_reason("refuse_recall", key);
    assert_eq!(desk.refused("10-06 10:00", "so-noi-vu.head", refuse.clone()), ["recall_not_requested"]);
    desk.ok("10-06 10:00", "so-noi-vu.officer-1", json!({"start_vetting": {"obligation": key}}));
    let request = with_reason("request_recall", key);
    assert_eq!(desk.refused("10-06 11:00", "so-noi-vu.head", request.clone()), ["wrong_unit"]);
    assert_eq!(desk.ok("10-06 11:00", "so-y-te.head", request.clone()), ["recall_requested"]);
    let twice = desk.refused("10-06 11:30", "so-y-te.head", request.clone());
    assert_eq!(twice, ["recall_already_requested"]);
    assert_eq!(desk.refused("10-06 13:00", "so-y-te.deputy", refuse.clone()), ["wrong_unit"]);
    assert_eq!(desk.ok("10-06 14:00", "so-noi-vu.officer-2", refuse), ["recall_refused"]);
    assert_eq!(desk.state(key), "submitted");

    desk.ok("10-07 08:00", "so-y-te.head", request);
    let grant = send_back(key, "Đồng ý cho lấy lại");
    assert_eq!(desk.ok("10-07 09:00", "so-noi-vu.officer-1", grant), ["returned"]);
    assert_eq!(desk.state(key), "returned");
}

#[test]
fn rule_09_the_authority_reassigns_a_vetting_that_is_overdue() {
    let key = "so-y-te/1";
    let to = |unit: &str| json!({"reassign_vetting": {"obligations": [key], "reason": "Chậm thẩm định", "to": unit}});
    let mut desk = Desk::in_force(&VETTED.replace(r#"{ unit = "vp-ubnd" }"#, r#""nobody""#));
    desk.ok("10-07 09:00", "so-y-te.officer-1", report(key, "Báo cáo"));
    let early = desk.refused("10-17 15:00", "ubnd-tinh.head", to("so-tu-phap"));
    assert_eq!(early, ["vetting_still_in_time"]);
    assert!(!desk.offered("10-17 15:00", "ubnd-tinh.head", Kind::ReassignVetting));

    assert!(desk.offered("10-20 08:00", "ubnd-tinh.head", Kind::ReassignVetting));
    assert_eq!(desk.refused("10-20 08:00", "so-noi-vu.head", to("so-tu-phap")), ["wrong_unit"]);
    assert_eq!(desk.refused("10-20 08:00", "ubnd-tinh.head", to("so-noi-vu")), ["nothing_changes"]);
    assert_eq!(desk.refused("10-20 08:00", "ubnd-tinh.head", to("so-la")), ["unknown_unit"]);
    assert_eq!(desk.ok("10-20 09:00", "ubnd-tinh.head", to("so-tu-phap")), ["vetting_reassigned"]);
    assert_eq!(desk.refused("10-20 10:00", "so-noi-vu.officer-1", accept(key)), ["wrong_unit"]);
    assert_eq!(desk.ok("10-20 10:00", "so-tu-phap.officer-1", accept(key)), ["accepted"]);
    assert_eq!(desk.refused("10-20 11:00", "ubnd-tinh.head", to("so-noi-vu")), ["nothing_named"]);
}

#[test]
fn rule_09_vetting_has_a_due_date_of_its_own() {
    let key = "so-y-te/1";
    let to = |unit: &str| json!({"reassign_vetting": {"obligations": [key], "reason": "Chậm thẩm định", "to": unit}});
    let vetting =
        r#"vetting_deadline = { kind = "working_days_after", after = { event = "issue" }, days = 2 }"#;
    let own = VETTED.replacen("deadline =", &format!("{vetting}\n    deadline ="), 1);
    let mut desk = Desk::in_force(&own.replace(r#"{ unit = "vp-ubnd" }"#, r#""nobody""#));
    let proceedings = desk.directive().proceedings().unwrap();
    assert_eq!(proceedings.vetting_due(desk.id(key)).unwrap().date().to_string(), "2025-10-03");
    // The consolidation that waits for it is due a fortnight later, and is the default.
    let usual = Desk::in_force(VETTED);
    let proceedings = usual.directive().proceedings().unwrap();
    assert_eq!(proceedings.vetting_due(usual.id(key)).unwrap().date().to_string(), "2025-10-17");

    desk.ok("10-02 09:00", "so-y-te.officer-1", report(key, "Báo cáo"));
    assert_eq!(desk.refused("10-03 15:00", "ubnd-tinh.head", to("so-tu-phap")), ["vetting_still_in_time"]);
    assert_eq!(desk.ok("10-06 08:00", "ubnd-tinh.head", to("so-tu-phap")), ["vetting_reassigned"]);

    let unvetted = own.replace(r#"vetted_by = { unit = "so-noi-vu" }"#, r#"vetted_by = "nobody""#);
    assert!(Mandate::read("mandate.toml", &dispatch(&unvetted), Format::Toml).is_err());
}

#[test]
fn rule_10_an_acceptance_is_reopened_until_the_consolidation_is_signed() {
    let key = "so-y-te/1";
    let reopen = with_reason("reopen", key);
    let mut desk = Desk::in_force(VETTED);
    desk.ok("10-07 09:00", "so-y-te.officer-1", report(key, "Bản một"));
    let open = desk.refused("10-07 09:30", "so-noi-vu.officer-1", reopen.clone());
    assert_eq!(open, ["wrong_obligation_state"]);
    desk.ok("10-07 10:00", "so-noi-vu.officer-1", accept(key));
    assert_eq!(desk.refused("10-08 08:00", "so-y-te.head", reopen.clone()), ["wrong_unit", "own_work"]);
    assert_eq!(desk.refused("10-08 08:00", "so-y-te.deputy", reopen.clone()), ["wrong_unit"]);
    assert_eq!(desk.refused("10-08 08:00", "ubnd-tinh.head", reopen.clone()), ["wrong_unit"]);
    let silent = json!({"reopen": {"obligation": key, "reason": ""}});
    assert_eq!(desk.refused("10-08 08:00", "so-noi-vu.officer-1", silent), ["text_missing"]);
    assert_eq!(desk.ok("10-08 09:00", "so-noi-vu.officer-2", reopen.clone()), ["reopened"]);
    assert_eq!(desk.state(key), "returned");

    desk.ok("10-09 09:00", "so-y-te.officer-1", report(key, "Bản hai"));
    desk.ok("10-09 10:00", "so-noi-vu.officer-1", accept(key));
    desk.ok("10-13 09:00", "so-tai-chinh.officer-1", draft_consolidation("so-tai-chinh/2"));
    let addendum = json!({"add_addendum": {
        "obligation": key, "hash": "text:Đính chính", "media_type": "application/pdf",
    }});
    let early = desk.refused("10-13 10:00", "so-y-te.officer-1", addendum.clone());
    assert_eq!(early, ["not_yet_consolidated"]);
    desk.ok("10-14 09:00", "so-tai-chinh.head", sign_consolidation("so-tai-chinh/2", "Tổng hợp"));

    assert_eq!(desk.refused("10-14 10:00", "so-noi-vu.officer-1", reopen), ["input_locked"]);
    assert_eq!(desk.refused("10-14 10:00", "so-khcn.officer-1", addendum.clone()), ["wrong_unit"]);
    assert_eq!(desk.ok("10-14 11:00", "so-y-te.officer-1", addendum), ["addendum_added"]);
    assert_eq!(desk.state(key), "accepted");
    desk.ok("10-15 09:00", "vp-ubnd.officer-1", accept("so-tai-chinh/2"));
    assert_eq!(desk.state(key), "incorporated");
    let after = desk.refused("10-15 10:00", "so-noi-vu.officer-1", with_reason("reopen", key));
    assert_eq!(after, ["wrong_obligation_state", "input_locked"]);
}

#[test]
fn rule_11_the_revision_finally_accepted_decides_whether_it_was_on_time() {
    let key = "so-y-te/1";
    let mut desk = Desk::in_force(VETTED);
    desk.ok("10-09 09:00", "so-y-te.officer-1", report(key, "Bản một"));
    desk.ok("10-13 09:00", "so-noi-vu.officer-1", send_back(key, "Thiếu phụ lục"));
    assert_eq!(desk.standing("10-13 10:00", key), "overdue");
    desk.ok("10-14 09:00", "so-y-te.officer-1", report(key, "Bản hai"));
    let stale = json!({"accept": {"obligation": key, "hash": "text:Bản một"}});
    assert_eq!(desk.refused("10-15 08:00", "so-noi-vu.officer-1", stale), ["stale_revision"]);
    desk.ok("10-15 09:00", "so-noi-vu.officer-1", accept(key));
    assert_eq!(desk.standing("10-15 10:00", key), "settled_late");

    let proceedings = desk.directive().proceedings().unwrap();
    let facts = proceedings.standing_facts(desk.id(key), instant("10-15 10:00")).unwrap();
    assert_eq!(facts.first_submitted, Some(instant("10-09 09:00")));
    assert_eq!(facts.submitted, Some(instant("10-14 09:00")));
    assert_eq!(facts.due, facts.printed_due);
    assert_eq!(facts.due.unwrap().date().to_string(), "2025-10-10");
}

#[test]
fn rule_11_the_time_of_vetting_is_not_charged() {
    let key = "so-y-te/1";
    let mut desk = Desk::in_force(VETTED);
    desk.ok("10-10 16:00", "so-y-te.officer-1", report(key, "Bản một"));
    assert_eq!(desk.standing("10-20 08:00", key), "in_time");
    desk.ok("10-20 09:00", "so-noi-vu.officer-1", accept(key));
    assert_eq!(desk.standing("10-20 10:00", key), "settled_on_time");

    let mut desk = Desk::in_force(VETTED);
    desk.ok("10-13 08:00", "so-y-te.officer-1", report(key, "Bản một"));
    assert_eq!(desk.standing("10-13 09:00", key), "overdue");
    desk.ok("10-13 09:00", "so-noi-vu.officer-1", accept(key));
    assert_eq!(desk.standing("10-13 10:00", key), "settled_late");
}

#[test]
fn rule_12_one_document_discharges_several_obligations_vetted_field_by_field() {
    let (cchc, cds) = ("so-y-te/1/cchc", "so-y-te/1/cds");
    let joint = |others: &[&str]| {
        let mut command = report(cchc, "Báo cáo chung");
        command["submit"]["joint"] = json!(others);
        command
    };
    let mut desk = Desk::in_force(TWO_FIELDS);
    assert_eq!(desk.refused("10-07 09:00", "so-y-te.officer-1", joint(&[cds, cds])), ["named_twice"]);
    assert_eq!(desk.refused("10-07 09:00", "so-y-te.officer-1", joint(&[cchc])), ["named_twice"]);
    let others = joint(&["so-xay-dung/1/cds"]);
    assert_eq!(desk.refused("10-07 09:00", "so-y-te.officer-1", others), ["wrong_unit"]);
    assert_eq!(desk.state(cchc), "owed");
    let events = desk.ok("10-07 09:00", "so-y-te.officer-1", joint(&[cds]));
    assert_eq!(events, ["draft_started", "submitted", "draft_started", "submitted"]);

    assert_eq!(desk.refused("10-07 10:00", "so-noi-vu.officer-1", accept(cds)), ["wrong_unit"]);
    assert_eq!(desk.ok("10-07 10:00", "so-noi-vu.officer-1", accept(cchc)), ["accepted"]);
    let back = send_back(cds, "Thiếu số liệu");
    assert_eq!(desk.ok("10-07 10:00", "so-khcn.officer-1", back), ["returned"]);
    assert_eq!((desk.state(cchc), desk.state(cds)), ("accepted", "returned"));
    let settled = desk.refused("10-08 09:00", "so-y-te.officer-1", joint(&[cds]));
    assert_eq!(settled, ["wrong_obligation_state"]);
}

/// A clerk's record of a report on paper, registered at this instant.
fn on_paper(key: &str, effective: &str) -> Value {
    let unit = key.split('/').next().unwrap();
    json!({"record_on_behalf": {
        "obligation": key, "hash": "text:Bản giấy", "media_type": "application/pdf",
        "effective_at": when(effective), "signed_as": "head", "signed_by": format!("p.{unit}.head"),
        "receipt": {"channel": "bản giấy", "evidence": "Dấu đến số 812"},
    }})
}

#[test]
fn rule_12_a_clerk_records_what_came_on_paper_with_evidence_and_in_effective_time() {
    let key = "so-y-te/1/cchc";
    let mut desk = Desk::in_force(TWO_FIELDS);
    let clerk = "vp-ubnd.clerk";
    let future = desk.refused("10-07 09:00", clerk, on_paper(key, "10-07 10:00"));
    assert_eq!(future, ["effective_after_recorded"]);
    let before = desk.refused("10-07 09:00", clerk, on_paper(key, "09-30 10:00"));
    assert_eq!(before, ["effective_before_issue"]);
    let mut bare = on_paper(key, "10-06 10:00");
    bare["record_on_behalf"]["receipt"]["evidence"] = json!("");
    assert_eq!(desk.refused("10-07 09:00", clerk, bare), ["text_missing"]);
    let mut unsigned = on_paper(key, "10-06 10:00");
    unsigned["record_on_behalf"]["signed_by"] = json!("p.so-khcn.head");
    assert_eq!(desk.refused("10-07 09:00", clerk, unsigned), ["signatory_without_authority"]);
    let paper = on_paper(key, "10-06 10:00");
    assert_eq!(desk.refused("10-07 09:00", "vp-ubnd.officer-1", paper.clone()), ["wrong_capacity"]);
    assert_eq!(desk.refused("10-07 09:00", "so-khcn.clerk", paper.clone()), ["wrong_unit"]);

    // Entered after the deadline, received before it: effective time counts.
    assert_eq!(desk.ok("10-13 09:00", clerk, paper), ["draft_started", "submitted"]);
    let (_, stamp, _) = desk.history().last().unwrap();
    assert_eq!((stamp.effective_at, stamp.recorded_at), (instant("10-06 10:00"), instant("10-13 09:00")));
    desk.ok("10-13 10:00", "so-noi-vu.officer-1", accept(key));
    assert_eq!(desk.standing("10-13 11:00", key), "settled_on_time");
}

/// The Department of Health, whose head and deputy left on 7 October; nobody has taken their places.
fn led_by_nobody(text: String) -> String {
    let leaving = |text: String, post: &str| {
        let held = format!(r#"{{ office = "so-y-te.{post}", person = "p.so-y-te.{post}", from = 2025-07-01"#);
        assert!(text.contains(&held), "nobody holds the post of {post}");
        text.replace(&held, &format!("{held}, until = 2025-10-07"))
    };
    ["head", "deputy"].into_iter().fold(text, leaving)
}

#[test]
fn rule_12_what_was_signed_in_office_is_recorded_after_the_signatory_left() {
    let key = "so-y-te/1/cchc";
    let clerk = "vp-ubnd.clerk";
    let mut desk = Desk::changed(led_by_nobody).issued(TWO_FIELDS).received();
    let late = desk.refused("10-08 09:00", clerk, on_paper(key, "10-07 10:00"));
    assert_eq!(late, ["signatory_without_authority"]);
    assert_eq!(desk.ok("10-08 09:00", clerk, on_paper(key, "10-06 10:00")), ["draft_started", "submitted"]);
}

#[test]
fn rule_12_a_clerk_records_for_an_outside_party() {
    let mut desk = Desk::in_force(TWO_FIELDS);
    let (key, _) = keys_of_the_party(&desk);
    let mut paper = on_paper(&key, "10-06 10:00");
    paper["record_on_behalf"]["signed_by"] = json!("p.chu-tich-hiep-hoi");
    assert_eq!(desk.refused("10-07 09:00", "so-noi-vu.officer-1", paper.clone()), ["wrong_capacity"]);
    assert_eq!(desk.ok("10-07 09:00", "so-noi-vu.clerk", paper), ["draft_started", "submitted"]);
    let codes = desk.refused("10-07 10:00", "so-noi-vu.clerk", accept(&key));
    assert_eq!(codes, ["wrong_capacity", "own_work"]);
    assert_eq!(desk.ok("10-07 10:00", "so-noi-vu.officer-1", accept(&key)), ["accepted"]);
}

/// The key of the outside party's obligation, and its number.
fn keys_of_the_party(desk: &Desk) -> (String, u32) {
    let proceedings = desk.directive().proceedings().unwrap();
    let mut found = proceedings.obligations().map(|(id, _)| (proceedings.key(id).unwrap().to_string(), id.0));
    found.find(|(key, _)| key.contains("hoi-doanh-nghiep")).unwrap()
}

#[test]
fn rule_12_the_clerk_who_recorded_it_may_not_vet_it() {
    let key = "so-y-te/1/cchc";
    for drafted in [false, true] {
        let mut desk = Desk::changed(clerk_and_officer).issued(TWO_FIELDS).received();
        if drafted {
            desk.ok("10-06 08:00", "so-y-te.officer-1", json!({"start_draft": {"obligation": key}}));
        }
        desk.ok("10-07 09:00", "so-noi-vu.clerk-2", on_paper(key, "10-06 10:00"));
        assert_eq!(
            desk.refused("10-07 10:00", "so-noi-vu.officer-2", accept(key)),
            ["own_work"],
            "{drafted}"
        );
        assert_eq!(desk.ok("10-07 10:00", "so-noi-vu.officer-1", accept(key)), ["accepted"]);
    }
    // What he merely sends for the unit that owes it is sent by nobody's leave but its own.
    let mut desk = Desk::in_force(TWO_FIELDS);
    let sent = desk.refused("10-07 09:00", "so-noi-vu.clerk", report_by(key, "Báo cáo", "head"));
    assert_eq!(sent, ["wrong_unit"]);
}
