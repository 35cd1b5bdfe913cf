//! Whose powers they are: rules 6 and 7.

use congvan_core::Mandate;
use congvan_core::command::Kind;
use congvan_text::read::Format;
use serde_json::{Value, json};

use crate::desk::{Desk, accept, acting_for, dispatch, drafting, issuing, province, report, report_by, when};

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
fn rule_07_the_power_to_waive_hides_in_no_other_power() {
    let listed = BY_ORDER.replace(r#"["waive"]"#, r#"["amend", "settle_decline"]"#);
    let by_order = acting_for("ubnd-tinh", "p.vp-ubnd.head", "by_order");
    let mut desk = Desk::changed(|text| format!("{text}\n{listed}")).issued(VETTED).received();
    let amend = |change: Value| {
        let instrument =
            json!({"number": "9", "notation": "UBND-NV", "date": "2025-10-06", "signer": "Chủ tịch"});
        json!({"amend": {"changes": [change], "instrument": instrument, "reason": "Bão"}})
    };
    let waived = amend(json!({"waive": {"obligations": ["so-y-te/1"]}}));
    assert_eq!(desk.refused("10-06 09:00", &by_order, waived.clone()), ["power_not_delegated"]);
    let extended = amend(json!({"extend": {"obligations": ["so-y-te/1"], "due": when("10-13 17:00")}}));
    assert_eq!(desk.refused("10-06 09:00", &by_order, extended), ["power_not_delegated"]);
    let more = json!({"add_performers": {"assignment": "1", "performers": [{"unit": "so-tu-phap"}]}});
    assert_eq!(desk.ok("10-06 09:00", &by_order, amend(more)), ["added"]);

    desk.ok("10-06 10:00", "so-y-te.head", json!({"decline": {"unit": "so-y-te", "reason": "Nhầm"}}));
    let settle = |outcome: &str| json!({"settle_decline": {"unit": "so-y-te", "outcome": outcome, "reason": "Đã xem xét"}});
    assert_eq!(desk.refused("10-06 11:00", &by_order, settle("waive")), ["power_not_delegated"]);
    assert_eq!(desk.ok("10-06 11:00", &by_order, settle("uphold")), ["decline_settled"]);
    assert_eq!(desk.ok("10-06 14:00", "ubnd-tinh.head", waived), ["waived"]);
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

/// An order that the chief of the office passes on to his deputy.
const PASSED_ON: &str = r#"
    [[delegations]]
    person = "p.vp-ubnd.head"
    from_office = "ubnd-tinh.head"
    kind = "by_order"
    powers = ["sign", "waive"]
    deputies = ["vp-ubnd.deputy"]
    from = 2025-07-01
    instrument = "Quy chế làm việc của UBND tỉnh"
"#;

#[test]
fn rule_06_an_order_is_passed_on_to_the_deputy_who_signs_for_the_chief_of_the_office() {
    let chain = |links: &str, office: &str| {
        let line = format!(r#"authority = {links}, office = "{office}""#);
        dispatch(VETTED).replace(r#"authority = ["for_head"], office = "ubnd-tinh.deputy""#, &line)
    };
    let sign = json!({"sign": {}});
    let chief = acting_for("ubnd-tinh", "p.vp-ubnd.head", "by_order");
    let deputy = acting_for("ubnd-tinh", "p.vp-ubnd.deputy", "by_order");
    let passed_on = |text: String| format!("{text}\n{PASSED_ON}");

    // TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG.
    let mut desk = Desk::changed(passed_on);
    let mandate = chain(r#"["by_order", "for_head"]"#, "vp-ubnd.deputy");
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));
    assert_eq!(desk.refused("10-01 08:30", &chief, sign.clone()), ["not_the_signer"]);
    assert_eq!(desk.refused("10-01 08:30", "vp-ubnd.deputy", sign.clone()), ["wrong_unit"]);
    let stranger = acting_for("ubnd-tinh", "p.so-noi-vu.deputy", "by_order");
    assert_eq!(desk.refused("10-01 08:30", &stranger, sign.clone()), ["power_not_delegated"]);
    assert_eq!(desk.ok("10-01 08:30", &deputy, sign.clone()), ["signed"]);
    desk.ok("10-01 09:00", "vp-ubnd.clerk", issuing(1));
    // He has what the order lists, and no more.
    assert_eq!(desk.ok("10-06 09:00", &deputy, waive("so-y-te/1")), ["waived"]);
    let close = json!({"close": {"reason": "Xong"}});
    assert_eq!(desk.refused("10-06 09:00", &deputy, close), ["power_not_delegated", "obligations_open"]);

    // Not passed on, the deputy has nothing of it.
    let kept = PASSED_ON.replace("deputies", "# deputies");
    let mut desk = Desk::changed(|text| format!("{text}\n{kept}"));
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));
    assert_eq!(desk.refused("10-01 08:30", &deputy, sign.clone()), ["power_not_delegated"]);
    desk.ok("10-01 08:40", "so-noi-vu.officer-1", drafting(&chain(r#"["by_order"]"#, "vp-ubnd.head")));
    assert_eq!(desk.ok("10-01 08:50", &chief, sign), ["signed"]);
}

#[test]
fn rule_06_what_is_passed_on_ends_with_either_office() {
    let sign = json!({"sign": {}});
    let deputy = acting_for("ubnd-tinh", "p.vp-ubnd.deputy", "by_order");
    let mandate = dispatch(VETTED).replace(
        r#"authority = ["for_head"], office = "ubnd-tinh.deputy""#,
        r#"authority = ["by_order", "for_head"], office = "vp-ubnd.deputy""#,
    );
    for left in ["head", "deputy"] {
        let until = |text: String| {
            let held = format!(r#"person = "p.vp-ubnd.{left}", from = 2025-07-01"#);
            assert!(text.contains(&held));
            format!("{}\n{PASSED_ON}", text.replace(&held, &format!("{held}, until = 2025-10-02")))
        };
        let mut desk = Desk::changed(until);
        desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));
        let late = desk.refused("10-02 08:00", &deputy, sign.clone());
        assert_eq!(late[0], "power_not_delegated", "{left}");
        assert_eq!(desk.ok("10-01 09:00", &deputy, sign.clone()), ["signed"], "{left}");
    }
}

#[test]
fn rule_06_an_authorisation_is_never_passed_on_and_an_order_only_to_ones_own_deputy() {
    let with = |delegation: String| province(move |text| format!("{text}\n{delegation}"));
    assert!(with(PASSED_ON.to_owned()).is_ok());
    let authorised = PASSED_ON
        .replace(r#""by_order""#, r#""by_authorisation""#)
        .replace("from = 2025-07-01", "from = 2025-07-01\n    until = 2025-12-31");
    assert!(with(authorised.replace(r#"deputies = ["vp-ubnd.deputy"]"#, "")).is_ok());
    for (wrong, says) in [
        (authorised, "cannot pass it on"),
        (PASSED_ON.replace("vp-ubnd.deputy", "vp-ubnd.officer-1"), "one's own deputy only"),
        (PASSED_ON.replace("vp-ubnd.deputy", "so-noi-vu.deputy"), "one's own deputy only"),
    ] {
        let error = with(wrong).unwrap_err();
        assert!(error.contains(says), "{error}");
    }
    // A dispatch cannot print it either.
    let printed = dispatch(VETTED).replace(r#"["for_head"]"#, r#"["by_authorisation", "for_head"]"#);
    assert!(Mandate::read("mandate.toml", &printed, Format::Toml).is_err());
}

#[test]
fn rule_06_the_signer_signs_in_the_capacity_that_the_dispatch_prints() {
    let mandate = dispatch(VETTED).replace(
        r#"authority = ["for_head"], office = "ubnd-tinh.deputy""#,
        r#"authority = ["acting"], office = "ubnd-tinh.head""#,
    );
    let mut desk = Desk::new();
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));
    assert_eq!(desk.refused("10-01 08:30", "ubnd-tinh.head", json!({"sign": {}})), ["wrong_capacity"]);

    let acting = |text: String| {
        let held = r#"person = "p.ubnd-tinh.head", from = 2025-07-01"#;
        text.replace(held, &format!("{held}, acting = true"))
    };
    let mut desk = Desk::changed(acting);
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));
    assert_eq!(desk.ok("10-01 08:30", "ubnd-tinh.head as acting", json!({"sign": {}})), ["signed"]);
}

/// Two fields, an assignment owed in each of them, and one owed in none.
const IN_FIELDS: &str = r#"
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
    performers = [{ unit = "so-y-te" }, { unit = "so-tai-chinh" }]
    per_field = ["cchc", "cds"]
    vetted_by = "standing_agency"
    deadline = { kind = "no_later_than", date = 2025-10-10 }

    [[assignments]]
    id = "2"
    title = "Kế hoạch chung"
    performers = [{ unit = "so-y-te" }]
    vetted_by = { unit = "so-noi-vu" }
    deadline = { kind = "by_reference", document = "Kế hoạch 77/KH-UBND" }

    [[assignments]]
    id = "3"
    title = "Kế hoạch của lĩnh vực"
    performers = [{ unit = "so-y-te" }]
    per_field = ["cds"]
    vetted_by = "standing_agency"
    deadline = { kind = "by_reference", document = "Kế hoạch 77/KH-UBND" }
"#;

/// The province in which a deputy is in charge of these fields only.
fn in_charge(office: &str, fields: &str) -> impl Fn(String) -> String {
    let (found, limited) =
        (format!(r#"id = "{office}", "#), format!(r#"id = "{office}", portfolio = {fields}, "#));
    move |text| {
        assert!(text.contains(&found));
        text.replace(&found, &limited)
    }
}

/// A desk with the directive in fields in force, signed by the Chairman and received by everybody.
fn in_fields(change: impl Fn(String) -> String) -> Desk {
    let mandate = dispatch(IN_FIELDS).replace(
        r#"{ authority = ["for_head"], office = "ubnd-tinh.deputy" }"#,
        r#"{ office = "ubnd-tinh.head" }"#,
    );
    let mut desk = Desk::changed(change);
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));
    desk.ok("10-01 08:30", "ubnd-tinh.head", json!({"sign": {}}));
    desk.ok("10-01 09:00", "vp-ubnd.clerk", issuing(1));
    desk.received()
}

const DEPUTY: &str = "ubnd-tinh.deputy";

#[test]
fn rule_07_a_deputy_waives_and_extends_within_his_portfolio() {
    let mut desk = in_fields(in_charge(DEPUTY, r#"["cchc"]"#));
    assert!(desk.offered("10-06 09:00", DEPUTY, Kind::Waive));
    assert_eq!(desk.refused("10-06 09:00", DEPUTY, waive("so-y-te/1/cds")), ["out_of_portfolio"]);
    let told = desk.told("10-06 09:00", DEPUTY, waive("so-y-te/1/cds"));
    assert_eq!((&told[0]["fields"], &told[0]["capacity"]), (&json!(["cds"]), &json!("deputy")));
    // What is owed in no field belongs to all of them.
    assert_eq!(desk.refused("10-06 09:00", DEPUTY, waive("so-y-te/2")), ["out_of_portfolio"]);
    assert_eq!(desk.ok("10-06 09:00", DEPUTY, waive("so-y-te/1/cchc")), ["waived"]);
    assert_eq!(desk.ok("10-06 09:00", "ubnd-tinh.head", waive("so-y-te/1/cds")), ["waived"]);

    let decide = |key: &str| json!({"decide_extension": {"obligation": key, "grant": true, "reason": "Bão"}});
    for field in ["cchc", "cds"] {
        let key = format!("so-tai-chinh/1/{field}");
        let ask = json!({"ask_extension": {"obligation": key, "due": when("10-15 17:00"), "reason": "Bão"}});
        desk.ok("10-06 10:00", "so-tai-chinh.head", ask);
    }
    let outside = desk.refused("10-06 11:00", DEPUTY, decide("so-tai-chinh/1/cds"));
    assert_eq!(outside, ["out_of_portfolio"]);
    assert_eq!(desk.ok("10-06 11:00", DEPUTY, decide("so-tai-chinh/1/cchc")), ["extended"]);
    // Without a limit in the directory there is none.
    assert_eq!(in_fields(|text| text).ok("10-06 09:00", DEPUTY, waive("so-y-te/2")), ["waived"]);
}

#[test]
fn rule_07_acts_on_several_obligations_stay_within_the_portfolio() {
    let mut desk = in_fields(in_charge(DEPUTY, r#"["cds"]"#));
    let fix = |keys: &[&str]| json!({"fix_deadline": {"obligations": keys, "due": when("10-20 17:00"), "source": "Kế hoạch 77/KH-UBND"}});
    let both = fix(&["so-y-te/3/cds", "so-y-te/2"]);
    assert_eq!(desk.refused("10-06 09:00", DEPUTY, both), ["out_of_portfolio"]);
    assert!(desk.offered("10-06 09:00", DEPUTY, Kind::FixDeadline));
    assert_eq!(desk.ok("10-06 09:00", DEPUTY, fix(&["so-y-te/3/cds"])), ["deadline_fixed"]);
    // What is left to be fixed lies outside.
    assert!(!desk.offered("10-06 10:00", DEPUTY, Kind::FixDeadline));
    assert_eq!(desk.refused("10-06 10:00", DEPUTY, fix(&["so-y-te/2"])), ["out_of_portfolio"]);

    let to =
        |key: &str| json!({"reassign_vetting": {"obligations": [key], "reason": "Chậm", "to": "so-tu-phap"}});
    assert_eq!(desk.refused("10-06 11:00", DEPUTY, to("so-y-te/1/cchc")), ["out_of_portfolio"]);
    assert_eq!(desk.ok("10-06 11:00", DEPUTY, to("so-y-te/1/cds")), ["vetting_reassigned"]);

    let amend = |change: Value| {
        let instrument =
            json!({"number": "9", "notation": "UBND-NV", "date": "2025-10-06", "signer": "Chủ tịch"});
        json!({"amend": {"changes": [change], "instrument": instrument, "reason": "Bão"}})
    };
    let waive = |key: &str| amend(json!({"waive": {"obligations": [key]}}));
    assert_eq!(desk.refused("10-06 14:00", DEPUTY, waive("so-y-te/1/cchc")), ["out_of_portfolio"]);
    assert_eq!(desk.ok("10-06 14:00", DEPUTY, waive("so-y-te/1/cds")), ["waived"]);
    let more = |assignment: &str| {
        amend(json!({"add_performers": {"assignment": assignment, "performers": [{"unit": "so-tu-phap"}]}}))
    };
    assert_eq!(desk.refused("10-06 15:00", DEPUTY, more("1")), ["out_of_portfolio"]);
    assert_eq!(desk.ok("10-06 15:00", DEPUTY, more("3")), ["added"]);
}

#[test]
fn rule_07_the_directive_as_a_whole_takes_a_portfolio_of_all_its_fields() {
    let sign = json!({"sign": {}});
    let instrument =
        json!({"number": "9", "notation": "UBND-NV", "date": "2025-10-06", "signer": "Chủ tịch"});
    let revoke = json!({"revoke": {"instrument": instrument, "reason": "Trái thẩm quyền"}});
    let mut desk = Desk::changed(in_charge(DEPUTY, r#"["cchc"]"#));
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&dispatch(IN_FIELDS)));
    assert_eq!(desk.refused("10-01 08:30", DEPUTY, sign.clone()), ["out_of_portfolio"]);

    let mut desk = Desk::changed(in_charge(DEPUTY, r#"["cchc", "cds", "da06"]"#)).issued(IN_FIELDS);
    assert_eq!(desk.ok("10-06 08:30", DEPUTY, revoke.clone()), ["revoked"]);
    let mut desk = in_fields(in_charge(DEPUTY, r#"["cchc"]"#));
    assert_eq!(desk.refused("10-06 08:30", DEPUTY, revoke), ["out_of_portfolio"]);

    // A directive that names no field lies in nobody's portfolio.
    let mut desk = Desk::changed(in_charge(DEPUTY, r#"["cchc"]"#));
    desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&dispatch(VETTED)));
    assert_eq!(desk.refused("10-01 08:30", DEPUTY, sign), ["out_of_portfolio"]);
}

#[test]
fn rule_07_a_deputy_signs_for_his_unit_within_his_portfolio() {
    let (inside, outside) = ("so-y-te/1/cds", "so-y-te/1/cchc");
    let mut desk = in_fields(in_charge("so-y-te.deputy", r#"["cds"]"#));
    let refused = desk.refused("10-07 09:00", "so-y-te.officer-1", report_by(outside, "Báo cáo", "deputy"));
    assert_eq!(refused, ["signatory_without_authority"]);
    let mut joint = report_by(inside, "Báo cáo", "deputy");
    joint["submit"]["joint"] = json!([outside]);
    let refused = desk.refused("10-07 09:00", "so-y-te.officer-1", joint);
    assert_eq!(refused, ["signatory_without_authority"]);
    desk.ok("10-07 09:00", "so-y-te.officer-1", report_by(inside, "Báo cáo", "deputy"));

    // Drafting and sending are no decisions: he does them in any field, and the head signs.
    let mut signed = report(outside, "Báo cáo");
    signed["submit"]["signed_by"] = json!("p.so-y-te.head");
    desk.ok("10-07 10:00", "so-y-te.deputy", json!({"start_draft": {"obligation": outside}}));
    desk.ok("10-07 11:00", "so-y-te.deputy", signed);
    let decline = json!({"decline": {"unit": "so-y-te", "reason": "Không thuộc chức năng"}});
    assert_eq!(desk.refused("10-07 14:00", "so-y-te.deputy", decline), ["out_of_portfolio"]);
}

#[test]
fn rule_07_a_delegation_holds_in_its_fields() {
    let limited = BY_ORDER.replace(r#"powers = ["waive"]"#, "powers = [\"waive\"]\n    fields = [\"cchc\"]");
    let by_order = acting_for("ubnd-tinh", "p.vp-ubnd.head", "by_order");
    let mut desk = in_fields(|text| format!("{text}\n{limited}"));
    assert_eq!(desk.refused("10-06 09:00", &by_order, waive("so-y-te/1/cds")), ["out_of_portfolio"]);
    assert_eq!(desk.refused("10-06 09:00", &by_order, waive("so-y-te/2")), ["out_of_portfolio"]);
    assert_eq!(desk.ok("10-06 09:00", &by_order, waive("so-y-te/1/cchc")), ["waived"]);

    // Passed on, it holds where both the order and the deputy's portfolio reach.
    let passed_on = limited.replace("from = 2025", "deputies = [\"vp-ubnd.deputy\"]\n    from = 2025");
    let deputy = acting_for("ubnd-tinh", "p.vp-ubnd.deputy", "by_order");
    for (fields, codes) in [(r#"["cds"]"#, Some("out_of_portfolio")), (r#"["cchc"]"#, None)] {
        let in_charge = in_charge("vp-ubnd.deputy", fields);
        let mut desk = in_fields(|text| format!("{}\n{passed_on}", in_charge(text)));
        match codes {
            Some(code) => {
                assert_eq!(desk.refused("10-06 09:00", &deputy, waive("so-y-te/1/cchc")), [code]);
            }
            None => assert_eq!(desk.ok("10-06 09:00", &deputy, waive("so-y-te/1/cchc")), ["waived"]),
        }
    }
}
