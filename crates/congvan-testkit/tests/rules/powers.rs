//! Whose powers they are: rules 6 and 7.

use congvan_core::command::Kind;
use serde_json::{Value, json};

use crate::desk::{Desk, accept, acting_for, dispatch, drafting, issuing, province, report, when};

const VETTED: &str = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }, { unit = "so-khcn" }]
    roles = { collector = "so-tu-phap", monitor = "so-xay-dung" }
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

const BY_ORDER: &str = r#"
    [[delegations]]
    person = "p.vp-ubnd.head"
    from_office = "ubnd-tinh.head"
    kind = "by_order"
    powers = ["waive"]
    from = 2025-07-01
    instrument = "Quyết định 15/QĐ-UBND"
"#;

const BY_AUTHORISATION: &str = r#"
    [[delegations]]
    person = "p.so-xay-dung.head"
    from_office = "ubnd-tinh.head"
    kind = "by_authorisation"
    powers = ["extend", "waive"]
    from = 2025-10-01
    until = 2025-10-10
    instrument = "Giấy uỷ quyền 03/GUQ-UBND"
"#;

fn waive(key: &str) -> Value {
    json!({"waive": {"obligation": key, "reason": "Đơn vị đang khắc phục hậu quả lũ"}})
}

#[test]
fn rule_06_powers_follow_the_authority_and_not_the_instructing_leader_or_the_signature() {
    let mandate = dispatch(VETTED)
        .replace(r#"authority = "head""#, "authority = \"head\"\ninstructing_leader = \"so-tai-chinh.head\"");
    let mut desk = Desk::new();
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));

    // KT.: the deputy who is to sign signs; neither the Chairman in his place nor the leader who told him to.
    let sign = json!({"sign": {}});
    assert_eq!(desk.refused("10-01 08:30", "ubnd-tinh.head", sign.clone()), ["not_the_signer"]);
    assert_eq!(desk.refused("10-01 08:30", "so-tai-chinh.head", sign.clone()), ["wrong_unit"]);
    assert_eq!(desk.refused("10-01 08:30", "ubnd-tinh.officer-1", sign.clone()), ["wrong_capacity"]);
    assert_eq!(desk.ok("10-01 08:30", "ubnd-tinh.deputy", sign), ["signed"]);
    desk.ok("10-01 09:00", "vp-ubnd.clerk", issuing(1));

    // The powers are the authority's: the Chairman's too, who did not sign; never the instructing leader's.
    assert_eq!(desk.refused("10-02 09:00", "so-tai-chinh.head", waive("so-y-te/1")), ["wrong_unit"]);
    assert_eq!(desk.ok("10-02 10:00", "ubnd-tinh.head", waive("so-y-te/1")), ["waived"]);
}

#[test]
fn rule_06_the_committee_has_the_powers_of_what_is_signed_for_it() {
    let mandate = dispatch(VETTED).replace(r#"authority = "head""#, r#"authority = "collective""#).replace(
        r#"["for_head"], office = "ubnd-tinh.deputy""#,
        r#"["for_collective"], office = "ubnd-tinh.head""#,
    );
    let mut desk = Desk::new();
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));
    assert_eq!(desk.refused("10-01 08:30", "ubnd-tinh.deputy", json!({"sign": {}})), ["not_the_signer"]);
    desk.ok("10-01 08:30", "ubnd-tinh.head", json!({"sign": {}}));
    desk.ok("10-01 09:00", "vp-ubnd.clerk", issuing(1));
    assert_eq!(desk.refused("10-02 10:00", "vp-ubnd.head", waive("so-y-te/1")), ["wrong_unit"]);
    assert_eq!(desk.ok("10-02 10:00", "ubnd-tinh.deputy", waive("so-y-te/1")), ["waived"]);
}

#[test]
fn rule_06_orders_and_authorisations_are_written_dated_and_scoped() {
    let with = |delegation: &str| {
        let delegation = delegation.to_owned();
        move |text: String| format!("{text}\n{delegation}")
    };
    assert!(province(with(BY_ORDER)).is_ok());
    assert!(province(with(BY_AUTHORISATION)).is_ok());
    // An order rests on a regulation, an authorisation has an end, and only a head hands his powers on.
    for (found, wrong) in [
        (BY_ORDER, BY_ORDER.replace("Quyết định 15/QĐ-UBND", "")),
        (BY_ORDER, BY_ORDER.replace(r#"["waive"]"#, "[]")),
        (BY_ORDER, BY_ORDER.replace("ubnd-tinh.head", "ubnd-tinh.deputy")),
        (BY_AUTHORISATION, BY_AUTHORISATION.replace("until = 2025-10-10", "")),
        (BY_AUTHORISATION, BY_AUTHORISATION.replace("Giấy uỷ quyền 03/GUQ-UBND", "")),
        (BY_AUTHORISATION, BY_AUTHORISATION.replace("ubnd-tinh.head", "vp-ubnd.officer-1")),
    ] {
        assert_ne!(found, wrong);
        assert!(province(with(&wrong)).is_err(), "{wrong}");
    }
}

#[test]
fn rule_06_an_acting_head_has_the_full_powers_of_the_head() {
    let acting = |text: String| {
        let held = r#"person = "p.ubnd-tinh.head", from = 2025-07-01"#;
        text.replace(held, &format!("{held}, acting = true"))
    };
    let mut desk = Desk::changed(acting).issued(VETTED);
    assert_eq!(desk.refused("10-02 09:00", "ubnd-tinh.head", waive("so-y-te/1")), ["not_in_capacity"]);
    assert_eq!(desk.ok("10-02 10:00", "ubnd-tinh.head as acting", waive("so-y-te/1")), ["waived"]);

    let mut desk = Desk::new().issued(VETTED);
    let claimed = desk.refused("10-02 10:00", "ubnd-tinh.head as acting", waive("so-y-te/1"));
    assert_eq!(claimed, ["not_in_capacity"]);
}

#[test]
fn rule_07_waiving_belongs_to_the_authority_before_acceptance() {
    let mut desk = Desk::in_force(VETTED);
    for (actor, code) in [
        ("so-noi-vu.head", "wrong_unit"),
        ("so-tu-phap.head", "wrong_unit"),
        ("so-tai-chinh.head", "wrong_unit"),
        ("so-xay-dung.head", "wrong_unit"),
        ("so-y-te.head", "wrong_unit"),
        ("vp-ubnd.head", "wrong_unit"),
        ("ubnd-tinh.officer-1", "wrong_capacity"),
        ("ubnd-tinh.clerk", "wrong_capacity"),
    ] {
        assert_eq!(desk.refused("10-06 09:00", actor, waive("so-y-te/1")), [code], "{actor}");
        assert!(!desk.offered("10-06 09:00", actor, Kind::Waive), "{actor}");
    }
    let unexplained = json!({"waive": {"obligation": "so-y-te/1", "reason": " "}});
    assert_eq!(desk.refused("10-06 09:00", "ubnd-tinh.head", unexplained), ["text_missing"]);
    assert_eq!(desk.ok("10-06 10:00", "ubnd-tinh.deputy", waive("so-y-te/1")), ["waived"]);
    assert_eq!(desk.refused("10-06 11:00", "ubnd-tinh.head", waive("so-y-te/1")), ["wrong_obligation_state"]);

    // Submitted it can still be waived, accepted it cannot.
    desk.ok("10-07 09:00", "so-khcn.officer-1", report("so-khcn/1", "Báo cáo"));
    desk.ok("10-07 10:00", "so-noi-vu.officer-1", accept("so-khcn/1"));
    assert_eq!(desk.refused("10-07 11:00", "ubnd-tinh.head", waive("so-khcn/1")), ["wrong_obligation_state"]);
    let mut desk = Desk::in_force(VETTED);
    desk.ok("10-07 09:00", "so-khcn.officer-1", report("so-khcn/1", "Báo cáo"));
    assert_eq!(desk.ok("10-07 10:00", "ubnd-tinh.head", waive("so-khcn/1")), ["waived"]);
}

#[test]
fn rule_07_an_order_or_authorisation_must_list_the_power_to_waive() {
    let orders = |text: String| format!("{text}\n{BY_ORDER}\n{BY_AUTHORISATION}");
    let by_order = acting_for("ubnd-tinh", "p.vp-ubnd.head", "by_order");
    let authorised = acting_for("ubnd-tinh", "p.so-xay-dung.head", "by_authorisation");
    let mut desk = Desk::changed(orders).issued(VETTED).received();
    assert_eq!(desk.ok("10-06 09:00", &by_order, waive("so-y-te/1")), ["waived"]);

    // Listed for waiving, not for extending; and only in the name of the body whose head gave the order.
    let ask =
        json!({"ask_extension": {"obligation": "so-khcn/1", "due": when("10-15 17:00"), "reason": "Bão"}});
    desk.ok("10-06 10:00", "so-khcn.head", ask);
    let grant = json!({"decide_extension": {"obligation": "so-khcn/1", "grant": true, "reason": "Bão"}});
    assert_eq!(desk.refused("10-06 11:00", &by_order, grant.clone()), ["power_not_delegated"]);
    let elsewhere = acting_for("so-noi-vu", "p.vp-ubnd.head", "by_order");
    assert_eq!(desk.refused("10-06 11:00", &elsewhere, waive("so-khcn/1")), ["wrong_unit"]);
    let stranger = acting_for("ubnd-tinh", "p.so-y-te.head", "by_order");
    assert_eq!(desk.refused("10-06 11:00", &stranger, waive("so-khcn/1")), ["power_not_delegated"]);

    // An authorisation ends on the day it names.
    assert_eq!(desk.refused("10-10 08:00", &authorised, waive("so-khcn/1")), ["power_not_delegated"]);
    assert_eq!(desk.ok("10-09 08:00", &authorised, grant), ["extended"]);
    assert_eq!(desk.ok("10-09 09:00", &authorised, waive("so-khcn/1")), ["waived"]);
}

#[test]
fn rule_07_a_superior_of_the_issuer_may_waive() {
    let mandate = dispatch(VETTED)
        .replace(r#""UBND-NV""#, r#""SNV-VP""#)
        .replace(r#"issuing_body = "ubnd-tinh""#, r#"issuing_body = "so-noi-vu""#)
        .replace(r#"authority = ["for_head"], office = "ubnd-tinh.deputy""#, r#"office = "so-noi-vu.head""#)
        .replace(r#"office = "vp-ubnd""#, "");
    let mut desk = Desk::new();
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));
    desk.ok("10-01 08:30", "so-noi-vu.head", json!({"sign": {}}));
    let issue = json!({"issue": {"number": 7, "notation": "SNV-VP", "date": "2025-10-01"}});
    desk.ok("10-01 09:00", "so-noi-vu.clerk", issue);
    // Another department stands beside the issuer, not above it.
    assert_eq!(desk.refused("10-02 09:00", "so-tai-chinh.head", waive("so-y-te/1")), ["wrong_unit"]);
    assert_eq!(desk.refused("10-02 09:00", "ubnd-tinh.clerk", waive("so-y-te/1")), ["wrong_capacity"]);
    assert_eq!(desk.ok("10-02 10:00", "ubnd-tinh.head", waive("so-y-te/1")), ["waived"]);
    assert_eq!(desk.ok("10-02 10:00", "so-noi-vu.deputy", waive("so-khcn/1")), ["waived"]);
}
