//! The end: rules 27 to 30.

use congvan_core::command::Kind;
use congvan_core::directive::State;
use congvan_core::obligation::{Lapse, ObligationState};
use serde_json::{Value, json};

use crate::desk::{
    Desk, accept, dispatch, draft_consolidation, drafting, instant, instrument, issuing, report,
    sign_consolidation, when,
};

const CHAIRMAN: &str = "ubnd-tinh.head";
const CHAIR: &str = "ubnd-tinh.head as chair";

const STANDING: &str = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }]
    vetted_by = "nobody"
    deadline = { kind = "no_later_than", date = 2025-10-10 }

    [[assignments]]
    id = "2"
    title = "Trực ban"
    performers = [{ unit = "so-khcn" }]
    roles = { monitor = "so-xay-dung" }
    completion = "standing"
    deadline = { kind = "end_of_year", year = 2025 }
"#;

const MEETING: &str = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }]
    vetted_by = "nobody"
    deadline = { kind = "no_later_than", date = 2025-10-10 }

    [[assignments]]
    id = "2"
    title = "Việc làm tiếp"
    performers = [{ unit = "so-khcn" }, { unit = "so-tu-phap" }]
    vetted_by = { unit = "so-noi-vu" }
    deadline = { kind = "no_later_than", date = 2025-12-31 }

    [[meetings]]
    id = "hop"
    name = "Họp nghe báo cáo"
    lead = "vp-ubnd"
    chair = "ubnd-tinh.head"
    window = { from = 2025-10-13, until = 2025-10-17 }
    prepares = ["1"]
    reports = ["1"]
"#;

fn close() -> Value {
    json!({"close": {"reason": "Các nhiệm vụ đã hoàn thành"}})
}

fn lapse(desk: &Desk, key: &str) -> Lapse {
    let ObligationState::Lapsed(state) = desk.obligation(key).state() else {
        panic!("`{key}` has not lapsed")
    };
    state.cause()
}

/// How many obligations a concluded directive carried on, and whether a meeting's conclusion ended it.
fn concluded(desk: &Desk) -> (usize, bool) {
    let State::Concluded(state) = desk.directive().state() else { panic!("it is {}", desk.stands()) };
    (state.carried(), state.with_meeting())
}

#[test]
fn rule_27_without_a_meeting_it_ends_by_an_explicit_act() {
    let mut desk = Desk::in_force(STANDING);
    assert_eq!(desk.refused("10-08 08:00", CHAIRMAN, close()), ["obligations_open"]);
    assert_eq!(desk.refused("10-08 08:00", "so-noi-vu.head", close()), ["wrong_unit", "obligations_open"]);
    desk.ok("10-08 09:00", "so-y-te.officer-1", report("so-y-te/1", "Báo cáo"));
    // A standing duty is ended by somebody, not by the calendar.
    assert_eq!(desk.refused("12-31 23:00", CHAIRMAN, close()), ["obligations_open"]);
    let end = |key: &str| json!({"end_standing": {"obligation": key, "reason": "Hết mùa bão"}});
    assert_eq!(desk.refused("10-09 08:00", "so-khcn.head", end("so-khcn/2")), ["wrong_unit"]);
    assert_eq!(desk.refused("10-09 08:00", CHAIRMAN, end("so-y-te/1")), ["wrong_obligation_state"]);
    assert_eq!(desk.ok("10-09 09:00", "so-xay-dung.officer-1", end("so-khcn/2")), ["standing_ended"]);

    // Everything is settled, and it is still in force until somebody closes it.
    assert_eq!(desk.stands(), "in_force");
    assert_eq!(desk.refused("10-09 10:00", "vp-ubnd.head", close()), ["wrong_unit"]);
    assert_eq!(desk.refused("10-09 10:00", CHAIRMAN, json!({"close": {"reason": ""}})), ["text_missing"]);
    assert_eq!(desk.refused("10-09 10:00", CHAIRMAN, json!({"conclude": {}})), ["no_conclusion"]);
    assert_eq!(desk.ok("10-09 10:00", "ubnd-tinh.deputy", close()), ["closed"]);
    assert_eq!((desk.stands(), concluded(&desk)), ("concluded", (0, false)));
}

#[test]
fn rule_27_only_the_ending_obligations_must_be_settled() {
    let body = r#"
        [[assignments]]
        id = "1"
        title = "Báo cáo"
        performers = [{ unit = "so-y-te" }]
        vetted_by = "nobody"
        deadline = { kind = "no_later_than", date = 2025-10-10 }

        [[assignments]]
        id = "2"
        title = "Tuyên truyền"
        performers = [{ unit = "so-khcn" }]
        vetted_by = "nobody"

        [policy]
        ending = ["1"]
    "#;
    let mut desk = Desk::in_force(body);
    assert_eq!(desk.refused("10-08 08:00", CHAIRMAN, close()), ["obligations_open"]);
    desk.ok("10-08 09:00", "so-y-te.officer-1", report("so-y-te/1", "Báo cáo"));
    assert_eq!(desk.ok("10-08 10:00", CHAIRMAN, close()), ["closed"]);
    assert_eq!((desk.state("so-y-te/1"), lapse(&desk, "so-khcn/2")), ("accepted", Lapse::Closed));
}

/// Has the meeting held and its conclusion announced, with assignment 2 still open.
fn announced() -> Desk {
    let mut desk = Desk::in_force(MEETING);
    desk.ok("10-08 09:00", "so-y-te.officer-1", report("so-y-te/1", "Báo cáo"));
    let slot = json!({"start": when("10-14 08:00"), "minutes": 120});
    desk.ok("10-13 09:00", "vp-ubnd.officer-1", json!({"schedule": {"meeting": "hop", "slot": slot}}));
    let attendance = json!([{"unit": "so-y-te", "presence": "head"}]);
    let hold = json!({"hold": {"meeting": "hop", "ended_at": when("10-14 10:00"), "attendance": attendance}});
    desk.ok("10-14 10:30", CHAIR, hold);
    let notice = instrument("311", "10-15");
    let announce = json!({"announce": {"meeting": "hop", "decisions": ["Thống nhất"], "notice": notice}});
    desk.ok("10-15 09:00", "vp-ubnd.clerk", announce);
    desk
}

#[test]
fn rule_27_a_directive_that_orders_a_meeting_is_concluded_and_not_closed() {
    let mut desk = Desk::in_force(MEETING);
    assert_eq!(desk.refused("10-08 08:00", CHAIRMAN, close()), ["meeting_ordered", "obligations_open"]);
    assert_eq!(
        desk.refused("10-08 08:00", CHAIRMAN, json!({"conclude": {}})),
        ["meetings_open", "no_conclusion"]
    );
    let cancel = json!({"cancel": {"meeting": "hop", "reason": "Không còn cần họp"}});
    assert_eq!(desk.refused("10-08 08:00", "vp-ubnd.head", cancel.clone()), ["wrong_unit"]);
    assert_eq!(desk.ok("10-08 09:00", CHAIRMAN, cancel.clone()), ["meeting_cancelled"]);
    assert_eq!(desk.refused("10-08 10:00", CHAIRMAN, cancel), ["wrong_meeting_state"]);
    for key in ["so-y-te/1", "so-khcn/2", "so-tu-phap/2"] {
        desk.ok("10-08 10:00", CHAIRMAN, json!({"waive": {"obligation": key, "reason": "Thôi"}}));
    }
    assert_eq!(desk.refused("10-08 11:00", CHAIRMAN, json!({"conclude": {}})), ["no_conclusion"]);
    assert_eq!(desk.ok("10-08 11:00", CHAIRMAN, close()), ["closed"]);

    let mut desk = announced();
    assert_eq!(desk.refused("10-16 09:00", CHAIRMAN, close()), ["meeting_ordered", "obligations_open"]);
}

#[test]
fn rule_28_open_obligations_are_settled_waived_or_carried_before_concluding() {
    let carried = |keys: &[&str], into: &str| {
        let carried: Vec<_> = keys.iter().map(|key| json!({"obligation": key, "into": into})).collect();
        json!({"conclude": {"carried": carried}})
    };
    let into = "Thông báo 311/TB-UBND";
    let mut desk = announced();
    let told = desk.told("10-16 09:00", CHAIRMAN, carried(&[], into));
    assert_eq!(told[0]["code"], "obligations_open");
    let mut open = [desk.id("so-khcn/2").0, desk.id("so-tu-phap/2").0];
    open.sort_unstable();
    assert_eq!((&told[0]["count"], &told[0]["open"]), (&json!(2), &json!(open)));

    let waive = json!({"waive": {"obligation": "so-tu-phap/2", "reason": "Không còn cần"}});
    desk.ok("10-16 10:00", CHAIRMAN, waive);
    assert_eq!(
        desk.refused("10-16 11:00", CHAIRMAN, carried(&["so-tu-phap/2"], into)),
        ["carried_not_open", "obligations_open"]
    );
    assert_eq!(desk.refused("10-16 11:00", CHAIRMAN, carried(&["so-khcn/2"], " ")), ["text_missing"]);
    let twice = carried(&["so-khcn/2", "so-khcn/2"], into);
    assert_eq!(desk.refused("10-16 11:00", CHAIRMAN, twice), ["named_twice"]);
    let last = carried(&["so-khcn/2"], into);
    assert_eq!(desk.refused("10-16 11:00", "vp-ubnd.head", last.clone()), ["wrong_unit"]);
    assert_eq!(desk.ok("10-16 11:00", CHAIRMAN, last), ["concluded"]);
    assert_eq!((desk.stands(), lapse(&desk, "so-khcn/2")), ("concluded", Lapse::Carried));
    assert_eq!(concluded(&desk), (1, true));
}

#[test]
fn rule_29_a_concluded_directive_is_never_reopened_and_only_annotated() {
    let mut desk = Desk::in_force(STANDING);
    desk.ok("10-08 09:00", "so-y-te.officer-1", report("so-y-te/1", "Báo cáo"));
    let end = json!({"end_standing": {"obligation": "so-khcn/2", "reason": "Hết mùa bão"}});
    desk.ok("10-09 09:00", CHAIRMAN, end);
    desk.ok("10-09 10:00", CHAIRMAN, close());

    let revoke = json!({"revoke": {"instrument": instrument("90", "10-10"), "reason": "Sai"}});
    let reopen = json!({"reopen": {"obligation": "so-y-te/1", "reason": "Sai"}});
    let addendum = json!({"add_addendum": {
        "obligation": "so-y-te/1", "hash": "text:Bổ sung", "media_type": "application/pdf",
    }});
    for (actor, command) in [
        ("so-noi-vu.officer-1", drafting(&dispatch(STANDING))),
        ("ubnd-tinh.deputy", json!({"sign": {}})),
        (CHAIRMAN, revoke),
        (CHAIRMAN, close()),
        ("so-noi-vu.head", reopen),
        ("so-y-te.officer-1", report("so-y-te/1", "Báo cáo mới")),
        ("so-y-te.officer-1", addendum),
    ] {
        assert_eq!(desk.refused("10-10 09:00", actor, command.clone()), ["wrong_state"], "{command}");
    }
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Annotate) {
        assert!(!desk.offered("10-10 09:00", CHAIRMAN, *kind), "{kind}");
    }

    // Corrections and what came too late are annotations, which change no state.
    let annotate = |text: &str| json!({"annotate": {"about": "so-y-te/1", "corrects": 5, "text": text}});
    assert_eq!(desk.refused("10-10 10:00", "so-y-te.head", annotate("Bổ sung")), ["wrong_unit"]);
    assert_eq!(desk.refused("10-10 10:00", "vp-ubnd.clerk", annotate(" ")), ["text_missing"]);
    let before = json!(desk.directive().proceedings().unwrap());
    assert_eq!(desk.ok("10-10 10:00", "vp-ubnd.clerk", annotate("Số liệu trang 3 đọc là 12")), ["annotated"]);
    assert_eq!((desk.stands(), json!(desk.directive().proceedings().unwrap())), ("concluded", before));

    // A new directive cites it.
    let link = r#"links = [{ kind = "refers", document = "1/UBND-NV", date = 2025-10-01 }]"#;
    let mandate = dispatch(STANDING).replace("subject =", &format!("{link}\n        subject ="));
    desk.turn_to("van-ban-hai");
    assert_eq!(desk.ok("10-13 08:00", "so-noi-vu.officer-1", drafting(&mandate)), ["drafted"]);
}

const REPORT: &str = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }, { unit = "so-khcn" }, { unit = "so-tu-phap" }]
    vetted_by = { unit = "so-noi-vu" }
    deadline = { kind = "no_later_than", date = 2025-10-17 }

    [[assignments]]
    id = "2"
    title = "Tổng hợp"
    performers = [{ unit = "so-tai-chinh" }]
    vetted_by = { unit = "vp-ubnd" }
    deadline = { kind = "no_later_than", date = 2025-10-24 }
    consolidates = ["1"]
"#;

/// One report accepted, one submitted, one owed.
fn half_way() -> Desk {
    let mut desk = Desk::in_force(REPORT);
    desk.ok("10-08 09:00", "so-y-te.officer-1", report("so-y-te/1", "Báo cáo"));
    desk.ok("10-08 10:00", "so-noi-vu.officer-1", accept("so-y-te/1"));
    desk.ok("10-08 11:00", "so-khcn.officer-1", report("so-khcn/1", "Báo cáo"));
    desk
}

#[test]
fn rule_30_revoking_needs_its_own_instrument_and_keeps_the_content() {
    let mut desk = half_way();
    let revoke = json!({"revoke": {"instrument": instrument("90", "10-09"), "reason": "Trái thẩm quyền"}});
    for (actor, code) in [
        ("so-noi-vu.head", "wrong_unit"),
        ("vp-ubnd.head", "wrong_unit"),
        ("ubnd-tinh.clerk", "wrong_capacity"),
    ] {
        assert_eq!(desk.refused("10-09 09:00", actor, revoke.clone()), [code], "{actor}");
    }
    let silent = json!({"revoke": {"instrument": instrument("90", "10-09"), "reason": ""}});
    assert_eq!(desk.refused("10-09 09:00", CHAIRMAN, silent), ["text_missing"]);
    assert_eq!(desk.ok("10-09 10:00", CHAIRMAN, revoke.clone()), ["revoked"]);

    assert_eq!(desk.stands(), "revoked");
    assert_eq!(desk.state("so-y-te/1"), "accepted");
    for key in ["so-khcn/1", "so-tu-phap/1", "so-tai-chinh/2"] {
        assert_eq!(lapse(&desk, key), Lapse::Revoked, "{key}");
    }
    // What had been handed in is kept.
    assert!(desk.obligation("so-khcn/1").state().revision().is_some());
    assert_eq!(desk.standing("10-31 08:00", "so-khcn/1"), "lapsed");
    assert_eq!(desk.refused("10-09 11:00", CHAIRMAN, revoke), ["wrong_state"]);
    assert_eq!(
        desk.refused("10-09 11:00", "so-tu-phap.officer-1", report("so-tu-phap/1", "x")),
        ["wrong_state"]
    );
}

/// Drafts the directive that is to replace the one on the desk, with this link and this change of its mandate.
fn draft_the_new_one(desk: &mut Desk, link: &str, change: impl Fn(String) -> String) {
    desk.turn_to("van-ban-moi");
    let links = format!("links = [{link}]\n        subject =");
    let mandate = change(dispatch(REPORT).replace("subject =", &links));
    desk.ok("10-09 08:00", "so-noi-vu.officer-1", drafting(&mandate));
}

const REPLACES: &str = r#"{ kind = "replaces", document = "1/UBND-NV", date = 2025-10-01 }"#;

/// Signs and issues the new directive on 9 October under number 2.
fn issue_the_new_one(desk: &mut Desk, signer: &str) {
    desk.ok("10-09 08:30", signer, json!({"sign": {}}));
    let issue = json!({"issue": {"number": 2, "notation": "UBND-NV", "date": "2025-10-09"}});
    desk.ok("10-09 09:00", "vp-ubnd.clerk", issue);
    desk.turn_to("van-ban");
}

fn replace(by: &str, carried: &[&str]) -> Value {
    json!({"replace": {"by": by, "carried": carried, "instrument": instrument("2", "10-09")}})
}

#[test]
fn rule_30_replacing_carries_or_lapses_each_open_obligation() {
    let mut desk = half_way();
    draft_the_new_one(&mut desk, REPLACES, |text| text);
    issue_the_new_one(&mut desk, "ubnd-tinh.deputy");
    assert_eq!(desk.refused("10-09 09:30", "so-noi-vu.head", replace("van-ban-moi", &[])), ["wrong_unit"]);
    assert_eq!(desk.refused("10-09 09:30", CHAIRMAN, replace("van-ban", &[])), ["replaces_itself"]);
    let settled = replace("van-ban-moi", &["so-y-te/1"]);
    assert_eq!(desk.refused("10-09 09:30", CHAIRMAN, settled), ["carried_not_open"]);
    let twice = replace("van-ban-moi", &["so-khcn/1", "so-khcn/1"]);
    assert_eq!(desk.refused("10-09 09:30", CHAIRMAN, twice), ["named_twice"]);
    let some = replace("van-ban-moi", &["so-khcn/1", "so-tai-chinh/2"]);
    assert_eq!(desk.ok("10-09 10:00", CHAIRMAN, some), ["replaced"]);

    let State::Replaced(state) = desk.directive().state() else { panic!("it is {}", desk.stands()) };
    assert_eq!(state.by(), "van-ban-moi".parse().unwrap());
    assert_eq!(desk.state("so-y-te/1"), "accepted");
    assert_eq!(lapse(&desk, "so-khcn/1"), Lapse::Carried);
    assert_eq!(lapse(&desk, "so-tai-chinh/2"), Lapse::Carried);
    assert_eq!(lapse(&desk, "so-tu-phap/1"), Lapse::Replaced);
    let work = [draft_consolidation("so-tai-chinh/2"), sign_consolidation("so-tai-chinh/2", "x")];
    for command in work {
        assert_eq!(desk.refused("10-09 11:00", "so-tai-chinh.head", command), ["wrong_state"]);
    }
    desk.turn_to("van-ban-moi");
    assert_eq!((desk.stands(), desk.state("so-khcn/1")), ("in_force", "owed"));
}

#[test]
fn rule_30_replacing_waits_for_the_new_directive_and_takes_effect_with_its_issue() {
    let mut desk = half_way();
    let unknown = replace("van-ban-moi", &[]);
    assert_eq!(desk.refused("10-09 07:00", CHAIRMAN, unknown.clone()), ["successor_not_issued"]);
    draft_the_new_one(&mut desk, REPLACES, |text| text);
    desk.ok("10-09 08:30", "ubnd-tinh.deputy", json!({"sign": {}}));
    desk.turn_to("van-ban");
    // Drafted and signed is not issued.
    assert_eq!(desk.refused("10-09 08:40", CHAIRMAN, unknown.clone()), ["successor_not_issued"]);
    assert!(!desk.offered("10-09 08:40", CHAIRMAN, Kind::Replace));
    assert_eq!(desk.stands(), "in_force");

    desk.turn_to("van-ban-moi");
    let issue = json!({"issue": {"number": 2, "notation": "UBND-NV", "date": "2025-10-09"}});
    desk.ok("10-09 09:00", "vp-ubnd.clerk", issue);
    desk.turn_to("van-ban");
    assert!(desk.offered("10-09 09:10", CHAIRMAN, Kind::Replace));
    assert!(!desk.offered("10-09 09:10", "so-noi-vu.head", Kind::Replace));
    // Neither another directive nor another document takes its place.
    assert_eq!(desk.refused("10-09 09:10", CHAIRMAN, replace("van-ban-ba", &[])), ["successor_not_issued"]);
    for (number, date) in [("3", "10-09"), ("2", "10-08")] {
        let mut other = unknown.clone();
        other["replace"]["instrument"] = instrument(number, date);
        assert_eq!(desk.refused("10-09 09:10", CHAIRMAN, other), ["another_instrument"]);
    }
    // Recorded the next day, in effect since the issue.
    assert_eq!(desk.ok("10-10 10:00", CHAIRMAN, unknown), ["replaced"]);
    let (_, stamp, _) = desk.history().last().unwrap();
    assert_eq!((stamp.effective_at, stamp.recorded_at), (instant("10-09 09:00"), instant("10-10 10:00")));
}

#[test]
fn rule_30_a_successor_cites_what_it_replaces_in_equivalent_form_from_the_same_body_or_above() {
    let as_it_is = |text: String| text;
    let as_a_plan =
        |text: String| text.replace("official_dispatch", "plan").replace("UBND-NV\"\n", "KH-UBND\"\n");
    let of_a_department = |text: String| {
        text.replace(r#"issuing_body = "ubnd-tinh""#, r#"issuing_body = "so-noi-vu""#).replace(
            r#"authority = ["for_head"], office = "ubnd-tinh.deputy""#,
            r#"office = "so-noi-vu.head""#,
        )
    };
    let other_number = r#"{ kind = "replaces", document = "11/UBND-NV", date = 2025-10-01 }"#;
    let other_day = r#"{ kind = "replaces", document = "1/UBND-NV", date = 2024-10-01 }"#;
    let mentions = r#"{ kind = "refers", document = "1/UBND-NV", date = 2025-10-01 }"#;
    let undated = r#"{ kind = "replaces", document = "01/UBND-NV" }"#;
    type Change<'a> = &'a dyn Fn(String) -> String;
    let cases: [(&str, Change<'_>, &str, bool); 7] = [
        (REPLACES, &as_it_is, "ubnd-tinh.deputy", true),
        (undated, &as_it_is, "ubnd-tinh.deputy", true),
        (other_number, &as_it_is, "ubnd-tinh.deputy", false),
        (other_day, &as_it_is, "ubnd-tinh.deputy", false),
        (mentions, &as_it_is, "ubnd-tinh.deputy", false),
        (REPLACES, &as_a_plan, "ubnd-tinh.deputy", false),
        (REPLACES, &of_a_department, "so-noi-vu.head", false),
    ];
    for (link, change, signer, fits) in cases {
        let mut desk = half_way();
        draft_the_new_one(&mut desk, link, change);
        desk.ok("10-09 08:30", signer, json!({"sign": {}}));
        let notation = if desk.directive().mandate().unwrap().header.document_type
            == congvan_core::mandate::DocumentType::Plan
        {
            "KH-UBND"
        } else {
            "UBND-NV"
        };
        let issue = json!({"issue": {"number": 2, "notation": notation, "date": "2025-10-09"}});
        desk.ok("10-09 09:00", "vp-ubnd.clerk", issue);
        desk.turn_to("van-ban");
        assert_eq!(desk.offered("10-09 09:30", CHAIRMAN, Kind::Replace), fits, "{link}");
        let mut command = replace("van-ban-moi", &[]);
        command["replace"]["instrument"]["notation"] = json!(notation);
        if fits {
            assert_eq!(desk.ok("10-09 10:00", CHAIRMAN, command), ["replaced"], "{link}");
        } else {
            assert_eq!(desk.refused("10-09 10:00", CHAIRMAN, command), ["successor_not_issued"], "{link}");
        }
    }
}

#[test]
fn rule_30_what_was_revoked_replaces_nothing_and_what_does_not_fit_is_named() {
    let mut desk = half_way();
    draft_the_new_one(&mut desk, REPLACES, |text| text);
    issue_the_new_one(&mut desk, "ubnd-tinh.deputy");
    // A third directive, which says nothing of the first.
    desk.turn_to("van-ban-ba");
    desk.ok("10-09 09:10", "so-noi-vu.officer-1", drafting(&dispatch(REPORT)));
    desk.ok("10-09 09:20", "ubnd-tinh.deputy", json!({"sign": {}}));
    let issue = json!({"issue": {"number": 3, "notation": "UBND-NV", "date": "2025-10-09"}});
    desk.ok("10-09 09:30", "vp-ubnd.clerk", issue);
    desk.turn_to("van-ban");
    let mut third = replace("van-ban-ba", &[]);
    third["replace"]["instrument"] = instrument("3", "10-09");
    assert_eq!(desk.refused("10-09 10:00", CHAIRMAN, third), ["not_its_successor"]);

    desk.turn_to("van-ban-moi");
    let revoke = json!({"revoke": {"instrument": instrument("90", "10-09"), "reason": "Sai"}});
    desk.ok("10-09 11:00", CHAIRMAN, revoke);
    desk.turn_to("van-ban");
    assert_eq!(desk.refused("10-09 14:00", CHAIRMAN, replace("van-ban-moi", &[])), ["successor_not_issued"]);
}

#[test]
fn rule_30_a_superior_of_the_issuer_revokes_too() {
    let mandate = dispatch(REPORT)
        .replace(r#"issuing_body = "ubnd-tinh""#, r#"issuing_body = "so-noi-vu""#)
        .replace(r#"authority = ["for_head"], office = "ubnd-tinh.deputy""#, r#"office = "so-noi-vu.head""#);
    let revoke = json!({"revoke": {"instrument": instrument("90", "10-02"), "reason": "Trái thẩm quyền"}});
    for (actor, code) in
        [("ubnd-tinh.head", None), ("so-noi-vu.head", None), ("so-y-te.head", Some("wrong_unit"))]
    {
        let mut desk = Desk::new();
        desk.ok("10-01 08:00", "so-noi-vu.officer-1", drafting(&mandate));
        desk.ok("10-01 08:30", "so-noi-vu.head", json!({"sign": {}}));
        desk.ok("10-01 09:00", "vp-ubnd.clerk", issuing(1));
        match code {
            Some(code) => assert_eq!(desk.refused("10-02 09:00", actor, revoke.clone()), [code]),
            None => assert_eq!(desk.ok("10-02 09:00", actor, revoke.clone()), ["revoked"], "{actor}"),
        }
    }
}

#[test]
fn rule_30_an_instrument_bears_number_notation_and_signer() {
    let mut desk = half_way();
    for part in ["number", "notation", "signer"] {
        let mut blank = instrument("90", "10-09");
        blank[part] = json!(" ");
        let revoke = json!({"revoke": {"instrument": blank, "reason": "Trái thẩm quyền"}});
        assert_eq!(desk.refused("10-09 09:00", CHAIRMAN, revoke), ["text_missing"], "{part}");
        let waive = json!({"waive": {"obligation": "so-khcn/1", "reason": "Thôi", "instrument": blank}});
        assert_eq!(desk.refused("10-09 09:00", CHAIRMAN, waive), ["text_missing"], "{part}");
    }
}
