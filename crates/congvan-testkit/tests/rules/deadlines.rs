//! Deadlines: rules 19 to 22.

use congvan_core::command::Kind;
use serde_json::{Value, json};

use crate::desk::{
    Desk, accept, acting_for, draft_consolidation, instant, instrument, report, send_back,
    sign_consolidation, when,
};

const REPORT: &str = r#"
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

const KEY: &str = "so-y-te/1";
const CHAIRMAN: &str = "ubnd-tinh.head";

fn ask(due: &str) -> Value {
    json!({"ask_extension": {"obligation": KEY, "due": when(due), "reason": "Mưa lũ"}})
}

fn decide(grant: bool) -> Value {
    json!({"decide_extension": {"obligation": KEY, "grant": grant, "reason": "Mưa lũ"}})
}

#[test]
fn rule_19_the_lead_asks_and_the_authority_decides() {
    let mut desk = Desk::in_force(REPORT);
    assert_eq!(desk.refused("10-08 09:00", "so-khcn.head", ask("10-15 17:00")), ["wrong_unit"]);
    assert_eq!(desk.refused("10-08 09:00", "so-y-te.officer-1", ask("10-15 17:00")), ["wrong_capacity"]);
    assert_eq!(desk.refused("10-08 09:00", "so-y-te.head", ask("10-09 17:00")), ["not_later"]);
    let mut silent = ask("10-15 17:00");
    silent["ask_extension"]["reason"] = json!("");
    assert_eq!(desk.refused("10-08 09:00", "so-y-te.head", silent), ["text_missing"]);
    assert_eq!(desk.refused("10-08 09:00", CHAIRMAN, decide(true)), ["no_open_request"]);
    assert_eq!(desk.ok("10-08 09:00", "so-y-te.head", ask("10-15 17:00")), ["extension_asked"]);
    let twice = desk.refused("10-08 10:00", "so-y-te.deputy", ask("10-16 17:00"));
    assert_eq!(twice, ["request_already_open"]);

    for actor in ["so-noi-vu.head", "so-tai-chinh.head", "vp-ubnd.head"] {
        assert_eq!(desk.refused("10-08 10:00", actor, decide(true)), ["wrong_unit"], "{actor}");
    }
    assert_eq!(
        desk.refused("10-08 10:00", "so-y-te.head", decide(true)),
        ["asker_may_not_decide", "wrong_unit"]
    );
    assert_eq!(desk.ok("10-08 11:00", CHAIRMAN, decide(true)), ["extended"]);
    assert_eq!(desk.obligation(KEY).terms().due(), Some(instant("10-15 17:00")));

    // Settled against the deadline in force, reported against the original too.
    desk.ok("10-14 09:00", "so-y-te.officer-1", report(KEY, "Báo cáo"));
    desk.ok("10-14 10:00", "so-noi-vu.officer-1", accept(KEY));
    let facts = desk.directive().proceedings().unwrap();
    let facts = facts.standing_facts(desk.id(KEY), instant("10-14 11:00")).unwrap();
    assert_eq!(facts.standing.as_str(), "settled_on_time");
    assert!(facts.late_against_printed && !facts.late);
    assert_eq!(desk.refused("10-14 11:00", "so-y-te.head", ask("10-16 17:00")), ["wrong_obligation_state"]);
}

#[test]
fn rule_19_the_asker_is_not_the_decider_even_with_the_authoritys_power() {
    let authorise = |text: String| {
        format!(
            r#"{text}
            [[delegations]]
            person = "p.so-y-te.head"
            from_office = "ubnd-tinh.head"
            kind = "by_authorisation"
            powers = ["extend"]
            from = 2025-10-01
            until = 2025-12-31
            instrument = "Giấy uỷ quyền 05/GUQ-UBND"
            "#
        )
    };
    let authorised = acting_for("ubnd-tinh", "p.so-y-te.head", "by_authorisation");
    let mut desk = Desk::changed(authorise).issued(REPORT).received();
    desk.ok("10-08 09:00", "so-y-te.head", ask("10-15 17:00"));
    assert_eq!(desk.refused("10-08 10:00", &authorised, decide(true)), ["asker_may_not_decide"]);
    assert_eq!(desk.refused("10-08 10:00", &authorised, decide(false)), ["asker_may_not_decide"]);

    // What his deputy asked for, the delegate decides.
    let mut desk = Desk::changed(authorise).issued(REPORT).received();
    desk.ok("10-08 09:00", "so-y-te.deputy", ask("10-15 17:00"));
    assert_eq!(desk.ok("10-08 10:00", &authorised, decide(true)), ["extended"]);
}

#[test]
fn rule_19_a_refusal_needs_a_reason_and_may_propose_another_day() {
    let limited = format!("{REPORT}\n[policy]\nmax_extensions = 1");
    let mut desk = Desk::in_force(&limited);
    desk.ok("10-08 09:00", "so-y-te.head", ask("10-16 17:00"));
    let mut silent = decide(false);
    silent["decide_extension"]["reason"] = json!(" ");
    assert_eq!(desk.refused("10-08 10:00", CHAIRMAN, silent), ["text_missing"]);
    // What is proposed instead is an extension too: later than the deadline in force.
    let mut counter = decide(false);
    for earlier in ["10-09 17:00", "10-10 12:00"] {
        counter["decide_extension"]["counter"] = when(earlier);
        assert_eq!(desk.refused("10-08 10:00", CHAIRMAN, counter.clone()), ["not_later"], "{earlier}");
    }
    counter["decide_extension"]["counter"] = when("10-13 17:00");
    assert_eq!(desk.ok("10-08 10:00", CHAIRMAN, counter), ["extension_refused"]);
    assert_eq!(desk.obligation(KEY).terms().due(), desk.obligation(KEY).terms().printed_due());
    assert_eq!(desk.refused("10-08 11:00", CHAIRMAN, decide(true)), ["no_open_request"]);

    desk.ok("10-08 14:00", "so-y-te.head", ask("10-13 17:00"));
    desk.ok("10-08 15:00", CHAIRMAN, decide(true));
    assert_eq!(desk.refused("10-09 09:00", "so-y-te.head", ask("10-14 17:00")), ["too_many_extensions"]);
}

/// Both inputs absent, an extension asked for, and the consolidation signed after that.
fn locked() -> Desk {
    let base = "so-tai-chinh/2";
    let mut desk = Desk::in_force(REPORT);
    for key in [KEY, "so-khcn/1"] {
        let absence = json!({"record_absence": {"obligation": key, "reason": "Không gửi"}});
        desk.ok("10-13 08:00", "so-tai-chinh.officer-1", absence);
    }
    desk.ok("10-13 09:00", "so-y-te.head", ask("10-16 17:00"));
    desk.ok("10-13 10:00", "so-tai-chinh.officer-1", draft_consolidation(base));
    let mut signing = sign_consolidation(base, "Không có báo cáo");
    signing["sign_consolidation"]["nil_reason"] = json!("Hai sở vắng");
    desk.ok("10-13 11:00", "so-tai-chinh.head", signing);
    desk
}

#[test]
fn rule_13_no_extension_is_granted_of_what_a_signed_consolidation_has_locked() {
    let mut desk = locked();
    assert_eq!(desk.refused("10-13 14:00", CHAIRMAN, decide(true)), ["input_locked"]);
    assert_eq!(desk.state(KEY), "absent");
    // Returned, it releases them: the extension is granted, and what was absent is owed again.
    desk.ok("10-13 15:00", "vp-ubnd.officer-1", send_back("so-tai-chinh/2", "Chờ Sở Y tế"));
    assert_eq!(desk.ok("10-13 16:00", CHAIRMAN, decide(true)), ["extended"]);
    assert_eq!(desk.state(KEY), "owed");

    // To refuse it moves nothing.
    let mut desk = locked();
    assert_eq!(desk.ok("10-13 14:00", CHAIRMAN, decide(false)), ["extension_refused"]);
}

fn amend(changes: Value) -> Value {
    json!({"amend": {"changes": changes, "instrument": instrument("77", "10-08"), "reason": "Mưa lũ"}})
}

#[test]
fn rule_20_an_extension_past_the_consolidation_moves_that_too_or_says_why_not() {
    let mut desk = Desk::in_force(REPORT);
    desk.ok("10-08 09:00", "so-y-te.head", ask("10-20 17:00"));
    assert_eq!(desk.refused("10-08 10:00", CHAIRMAN, decide(true)), ["dependent_not_moved"]);
    let mut unmoved = decide(true);
    unmoved["decide_extension"]["unmoved"] = json!(" ");
    assert_eq!(desk.refused("10-08 10:00", CHAIRMAN, unmoved.clone()), ["dependent_not_moved"]);
    unmoved["decide_extension"]["unmoved"] = json!("Tổng hợp các sở khác trước");
    assert_eq!(desk.ok("10-08 10:00", CHAIRMAN, unmoved), ["extended"]);

    // By instrument: both in one act, the consolidation at least as far.
    let extend = |key: &str, due: &str| json!({"extend": {"obligations": [key], "due": when(due)}});
    let (input, base) = ("so-khcn/1", "so-tai-chinh/2");
    let alone = amend(json!([extend(input, "10-20 17:00")]));
    assert_eq!(desk.refused("10-08 11:00", CHAIRMAN, alone), ["dependent_not_moved"]);
    let short = amend(json!([extend(input, "10-22 17:00"), extend(base, "10-21 17:00")]));
    assert_eq!(desk.refused("10-08 11:00", CHAIRMAN, short), ["dependent_not_moved"]);
    let earlier = amend(json!([extend(input, "10-09 17:00")]));
    assert_eq!(desk.refused("10-08 11:00", CHAIRMAN, earlier), ["not_later"]);
    let both = amend(json!([extend(input, "10-20 17:00"), extend(base, "10-24 17:00")]));
    assert_eq!(desk.refused("10-08 11:00", "so-tai-chinh.head", both.clone()), ["wrong_unit"]);
    assert_eq!(desk.ok("10-08 11:00", CHAIRMAN, both), ["extended", "extended"]);
    assert_eq!(desk.obligation(base).terms().due(), Some(instant("10-24 17:00")));
}

#[test]
fn rule_20_an_extension_after_absence_returns_to_owed_with_the_lateness_kept() {
    let mut desk = Desk::in_force(REPORT);
    let absence = json!({"record_absence": {"obligation": KEY, "reason": "Không gửi"}});
    desk.ok("10-13 08:00", "so-tai-chinh.officer-1", absence);
    assert_eq!(desk.refused("10-13 09:00", "so-y-te.head", ask("10-10 12:00")), ["not_later"]);
    desk.ok("10-13 09:00", "so-y-te.head", ask("10-16 17:00"));
    desk.ok("10-13 10:00", CHAIRMAN, decide(true));
    assert_eq!(desk.state(KEY), "owed");
    assert!(desk.obligation(KEY).terms().was_absent());
    desk.ok("10-14 09:00", "so-y-te.officer-1", report(KEY, "Báo cáo"));
    desk.ok("10-14 10:00", "so-noi-vu.officer-1", accept(KEY));
    assert_eq!(desk.standing("10-14 11:00", KEY), "settled_late");
}

fn register(unit: &str, at: &str) -> Value {
    json!({"acknowledge": {"unit": unit, "registered_at": when(at)}})
}

#[test]
fn rule_21_obligations_are_owed_from_issue_and_registered_by_each_addressee() {
    let mut desk = Desk::new().issued(REPORT);
    assert_eq!((desk.state(KEY), desk.standing("10-01 09:30", KEY)), ("owed", "in_time"));
    assert_eq!(desk.obligation(KEY).terms().due(), desk.obligation(KEY).terms().printed_due());

    let own = register("so-y-te", "10-02 08:00");
    assert_eq!(desk.refused("10-02 09:00", "so-khcn.clerk", own.clone()), ["wrong_unit"]);
    let future = register("so-y-te", "10-02 10:00");
    assert_eq!(desk.refused("10-02 09:00", "so-y-te.clerk", future), ["effective_after_recorded"]);
    let before = register("so-y-te", "09-30 10:00");
    assert_eq!(desk.refused("10-02 09:00", "so-y-te.clerk", before), ["effective_before_issue"]);
    let stranger = register("so-xay-dung", "10-02 08:00");
    assert_eq!(desk.refused("10-02 09:00", "so-xay-dung.clerk", stranger), ["unknown_unit"]);
    assert_eq!(desk.ok("10-02 09:00", "so-y-te.clerk", own.clone()), ["acknowledged"]);
    assert_eq!(desk.refused("10-02 10:00", "so-y-te.clerk", own), ["already_acknowledged"]);

    // The office may record delivery to another addressee, with evidence; it says nothing of the others.
    let mut delivered = register("so-khcn", "10-02 08:00");
    assert_eq!(desk.refused("10-02 09:00", "vp-ubnd.clerk", delivered.clone()), ["text_missing"]);
    delivered["acknowledge"]["evidence"] = json!("Sổ chuyển giao, trang 12");
    assert_eq!(desk.ok("10-02 09:00", "vp-ubnd.clerk", delivered), ["acknowledged"]);
    // Nobody need have registered it to do what it orders.
    let proceedings = desk.directive().proceedings().unwrap();
    assert!(proceedings.acknowledged_at("so-tai-chinh".parse().unwrap()).is_none());
}

#[test]
fn rule_21_a_deadline_counted_from_receipt_counts_from_the_receipt_of_whoever_holds_it() {
    let body = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }]
    vetted_by = { unit = "so-noi-vu" }
    deadline = { kind = "working_days_after", after = { event = "receipt" }, days = 5 }
    "#;
    let mut desk = Desk::new().issued(body);
    let decline = json!({"decline": {"unit": "so-y-te", "reason": "Không thuộc chức năng"}});
    let give = json!({"settle_decline": {
        "unit": "so-y-te", "outcome": {"reassign": "so-tu-phap"}, "reason": "Xét đề nghị",
    }});
    desk.ok("10-02 10:00", "so-y-te.head", decline);
    desk.ok("10-03 09:00", CHAIRMAN, give);
    // Whoever gave it on still registers what he was sent, and that starts nothing.
    assert_eq!(desk.ok("10-03 10:00", "so-y-te.clerk", register("so-y-te", "10-03 10:00")), ["acknowledged"]);
    assert_eq!(desk.obligation(KEY).terms().due(), None);
    let registered = desk.ok("10-06 10:00", "so-tu-phap.clerk", register("so-tu-phap", "10-06 10:00"));
    assert_eq!(registered, ["acknowledged", "deadline_fixed"]);
    assert_eq!(desk.obligation(KEY).terms().due().unwrap().date().to_string(), "2025-10-13");
}

#[test]
fn rule_21_overdue_on_arrival_is_a_standing_of_its_own() {
    let mut desk = Desk::new().issued(REPORT);
    assert_eq!(desk.standing("10-13 08:00", KEY), "overdue");
    desk.ok("10-13 09:00", "so-y-te.clerk", register("so-y-te", "10-13 08:30"));
    desk.ok("10-13 09:00", "so-khcn.clerk", register("so-khcn", "10-10 08:30"));
    assert_eq!(desk.standing("10-13 10:00", KEY), "overdue_on_arrival");
    assert_eq!(desk.standing("10-13 10:00", "so-khcn/1"), "overdue");
}

const MEETING: &str = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }]
    vetted_by = "nobody"
    deadline = { kind = "no_later_than", date = 2025-10-10 }

    [[meetings]]
    id = "hop"
    name = "Họp nghe báo cáo"
    lead = "vp-ubnd"
    chair = "ubnd-tinh.head"
    window = { from = 2025-10-13, until = 2025-10-17 }
    prepares = ["1"]
    reports = ["1"]
"#;

#[test]
fn rule_22_a_window_that_passed_is_moved_by_instrument_and_this_is_offered() {
    let mut desk = Desk::in_force(MEETING);
    desk.ok("10-08 09:00", "so-y-te.officer-1", report(KEY, "Báo cáo"));
    let schedule =
        |start: &str| json!({"schedule": {"meeting": "hop", "slot": {"start": when(start), "minutes": 120}}});
    let outside = desk.refused("10-13 09:00", "vp-ubnd.officer-1", schedule("10-21 08:00"));
    assert_eq!(outside, ["outside_window"]);
    assert!(desk.offered("10-17 09:00", "vp-ubnd.officer-1", Kind::Schedule));
    assert!(!desk.offered("10-20 09:00", "vp-ubnd.officer-1", Kind::Schedule));
    let late = desk.refused("10-20 09:00", "vp-ubnd.officer-1", schedule("10-21 08:00"));
    assert_eq!(late, ["outside_window"]);

    assert!(desk.offered("10-20 09:00", CHAIRMAN, Kind::Amend));
    let window = |from: &str, until: &str| {
        let window = json!({"from": format!("2025-{from}"), "until": format!("2025-{until}")});
        amend(json!([{"move_window": {"meeting": "hop", "window": window}}]))
    };
    let moved = window("10-21", "10-24");
    assert_eq!(desk.refused("10-20 10:00", "vp-ubnd.head", moved.clone()), ["wrong_unit"]);
    assert_eq!(desk.refused("10-20 10:00", CHAIRMAN, window("10-24", "10-21")), ["window_reversed"]);
    assert_eq!(desk.refused("10-20 10:00", CHAIRMAN, window("10-13", "10-17")), ["nothing_changes"]);
    assert_eq!(desk.ok("10-20 10:00", CHAIRMAN, moved), ["window_moved"]);
    assert_eq!(desk.ok("10-20 11:00", "vp-ubnd.officer-1", schedule("10-21 08:00")), ["meeting_scheduled"]);
}

#[test]
fn rule_21_a_joint_lead_that_is_not_addressed_registers_too() {
    let joint = r#"
        [[assignments]]
        id = "1"
        title = "Báo cáo chung"
        performers = [{ unit = "so-khcn" }, { unit = "so-y-te" }]
        roles = { joint = true }
        vetted_by = { unit = "so-noi-vu" }
        deadline = { kind = "no_later_than", date = 2025-10-10 }

        [policy]
        joint_leads = true
    "#;
    let mut desk = Desk::new().issued(joint);
    assert_eq!(desk.ok("10-02 09:00", "so-y-te.clerk", register("so-y-te", "10-02 08:00")), ["acknowledged"]);
    let stranger = register("so-xay-dung", "10-02 08:00");
    assert_eq!(desk.refused("10-02 09:00", "so-xay-dung.clerk", stranger), ["unknown_unit"]);
    let receivers = desk.directive().proceedings().unwrap().receivers(desk.directory());
    assert!(receivers.contains(&"so-y-te".parse().unwrap()));
}
