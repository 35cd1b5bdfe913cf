//! Which commands are named as a help, and until and from when.

use serde_json::{Value, json};

use super::desk::{Desk, assignment, at};
use super::*;
use crate::ObligationId;
use congvan_text::Say as _;

/// What is named as a help for an obligation, by kind, wherever it stands in the way.
fn helps(desk: &Desk, key: &str, now: congvan_calendar::Instant) -> Vec<&'static str> {
    let end = desk.proceedings().blockers(now).pop().unwrap();
    let found = end.blockers.iter().find(|blocker| blocker.key.to_string() == key);
    found.unwrap_or_else(|| panic!("{key} is settled")).moves.iter().map(|help| help.kind.as_str()).collect()
}

/// What is named as a help for the meeting itself, with who may give it.
fn meeting_helps(desk: &Desk, now: &str) -> Vec<(&'static str, Value)> {
    let blockages = desk.proceedings().blockers(at(now));
    let meeting = blockages.iter().find(|blockage| matches!(blockage.awaited, Awaited::Meeting { .. }));
    let moves = &meeting.unwrap().moves;
    moves.iter().map(|help| (help.kind.as_str(), serde_json::to_value(&help.who).unwrap())).collect()
}

fn due(desk: &Desk, id: ObligationId) -> congvan_calendar::Instant {
    desk.proceedings().obligation(id).unwrap().terms().due().unwrap()
}

#[test]
fn vetting_is_given_to_another_once_its_time_has_passed() {
    let mut desk = Desk::issued();
    desk.submit("sa/a/f", "2024-03-26T16:00");
    let until = desk.proceedings().vetting_due(desk.id("sa/a/f")).unwrap();
    assert_eq!(helps(&desk, "sa/a/f", until), ["accept", "return", "waive"]);
    let after = until.plus_minutes(1).unwrap();
    assert_eq!(helps(&desk, "sa/a/f", after), ["accept", "return", "reassign_vetting", "waive"]);
}

#[test]
fn absence_is_recorded_once_the_deadline_has_passed() {
    let desk = Desk::issued();
    let until = due(&desk, desk.id("sa/a/f"));
    assert_eq!(helps(&desk, "sa/a/f", until), ["submit", "amend", "waive"]);
    let after = until.plus_minutes(1).unwrap();
    assert_eq!(helps(&desk, "sa/a/f", after), ["submit", "record_absence", "amend", "waive"]);
    assert_eq!(helps(&desk, "sa/ask", after), ["submit", "record_no_response", "amend", "waive"]);
}

#[test]
fn no_response_is_recorded_at_any_time_where_nothing_was_ordered_by_a_day() {
    let undated = [
        ("order", "", false),
        ("request", "binding = \"request\"", true),
        ("consent", "binding = \"request\"\non_silence = \"consent\"", false),
    ];
    let written: String =
        undated.iter().map(|(id, lines, _)| assignment(id, "unit = \"sa\"", lines)).collect();
    let dated = "deadline = { kind = \"no_later_than\", date = 2024-03-27 }";
    let consent = "on_silence = \"consent\"";
    let written = written
        + &assignment("silent", "unit = \"sa\"", &format!("{consent}\n{dated}"))
        + &assignment("asked", "unit = \"sa\"", &format!("binding = \"request\"\n{consent}\n{dated}"));
    let mut desk = Desk::with_only(&written);
    desk.register("sa", "2024-03-22T10:00");
    let now = at("2024-03-28T08:00");
    for (id, _, any_time) in undated {
        let found = helps(&desk, &format!("sa/{id}"), now);
        assert_eq!(found.contains(&"record_no_response"), any_time, "{id}: {found:?}");
        assert!(!found.contains(&"record_absence"), "{id}: {found:?}");
        assert!(found.contains(&"fix_deadline"), "{id}: {found:?}");
    }
    let both = ["submit", "record_absence", "record_no_response", "amend", "waive"];
    assert_eq!(helps(&desk, "sa/silent", now), both);
    assert_eq!(helps(&desk, "sa/asked", now), ["submit", "record_no_response", "amend", "waive"]);
}

#[test]
fn clerks_record_what_an_outside_party_hands_in() {
    let lines = "roles = { collector = \"sd\" }\ndeadline = { kind = \"no_later_than\", date = 2024-03-27 }";
    let desk = Desk::with_only(&assignment("p", "party = \"vnpt\"", lines));
    let end = desk.proceedings().blockers(at("2024-03-25T08:00")).pop().unwrap();
    let help = end.blockers[0].moves.iter().find(|help| help.kind == crate::Kind::RecordOnBehalf).unwrap();
    let clerk = |unit: &str| json!({"unit": {"unit": unit, "capacities": ["clerk"]}});
    assert_eq!(serde_json::to_value(&help.who).unwrap(), json!([clerk("vp"), clerk("sd")]));
}

/// A report that a meeting waits for.
fn report_and_meeting() -> Desk {
    let mut desk = Desk::with_only(
        r#"
[[assignments]]
id = "b"
title = "Báo cáo"
performers = [{ unit = "sa" }]
per_field = ["f"]
vetted_by = "standing_agency"
deadline = { kind = "no_later_than", date = 2024-04-01 }

[[meetings]]
id = "m"
name = "Họp quý"
lead = "vp"
chair = "ub.head"
window = { from = 2024-04-05, until = 2024-04-12 }
prepares = ["b"]
reports = ["b"]
minutes = 120
"#,
    );
    desk.register("sa", "2024-03-22T10:00");
    desk
}

fn settle(desk: &mut Desk, day: &str) {
    desk.submit("sa/b/f", &format!("{day}T08:00"));
    desk.accept("sa/b/f", "th.officer", &format!("{day}T09:00"));
}

fn reopen(desk: &mut Desk, now: &str) {
    let id = desk.id("sa/b/f");
    desk.act("th.officer", now, json!({"reopen": {"obligation": id, "reason": "số liệu sai"}}));
}

fn schedule(desk: &mut Desk, now: &str, start: &str) {
    let slot = json!({"start": at(start), "minutes": 120, "room": "A"});
    desk.act("vp.head", now, json!({"schedule": {"meeting": 0, "slot": slot}}));
}

fn hold(desk: &mut Desk, now: &str, adjourned: bool) {
    let attendance = json!([{"unit": "sa", "presence": "head", "person": "p.sa.head"}]);
    let hold = json!({"meeting": 0, "attendance": attendance, "adjourned": adjourned, "ended_at": at(now)});
    desk.act("ub.chair", now, json!({ "hold": hold }));
}

fn by_issuer() -> Value {
    json!([{"unit": {"unit": "ub", "capacities": ["head", "deputy", "acting"]}}])
}

#[test]
fn a_meeting_without_a_date_is_proposed_then_scheduled_then_needs_another_window() {
    let mut desk = report_and_meeting();
    let kinds =
        |desk: &Desk, now| meeting_helps(desk, now).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
    let [(kind, who)] = &meeting_helps(&desk, "2024-03-25T08:00")[..] else { panic!("one help") };
    assert_eq!((*kind, &who[0]["unit"]["unit"]), ("propose", &json!("vp")));
    settle(&mut desk, "2024-03-26");
    let [(kind, who)] = &meeting_helps(&desk, "2024-03-26T10:00")[..] else { panic!("one help") };
    assert_eq!((*kind, &who[0]["unit"]["unit"]), ("schedule", &json!("vp")));
    assert_eq!(kinds(&desk, "2024-04-12T23:00"), ["schedule"], "the last day of the window");
    assert_eq!(meeting_helps(&desk, "2024-04-13T08:00"), [("amend", by_issuer())]);
    schedule(&mut desk, "2024-03-27T08:00", "2024-04-08T08:00");
    desk.act("vp.head", "2024-03-27T09:00", json!({"postpone": {"meeting": 0, "reason": "chủ trì vắng"}}));
    assert_eq!(kinds(&desk, "2024-03-28T08:00"), ["schedule"]);
    assert_eq!(kinds(&desk, "2024-04-13T08:00"), ["amend"]);
    reopen(&mut desk, "2024-03-28T09:00");
    assert_eq!(
        kinds(&desk, "2024-03-28T10:00"),
        Vec::<&str>::new(),
        "a postponed meeting waits for its report"
    );
}

#[test]
fn a_scheduled_meeting_is_held_from_its_beginning_on() {
    let mut desk = report_and_meeting();
    settle(&mut desk, "2024-03-26");
    schedule(&mut desk, "2024-03-27T08:00", "2024-04-08T08:00");
    assert_eq!(meeting_helps(&desk, "2024-04-08T07:59"), []);
    let held = [("hold", json!([{"office": {"office": "ub.head"}}]))];
    assert_eq!(meeting_helps(&desk, "2024-04-08T08:00"), held);
    assert_eq!(meeting_helps(&desk, "2024-04-08T09:00"), held);
    reopen(&mut desk, "2024-04-01T08:00");
    assert_eq!(meeting_helps(&desk, "2024-04-08T09:00"), [], "its report is open again");
}

#[test]
fn a_held_meeting_is_announced_unless_it_was_adjourned() {
    let held = |adjourned: bool| {
        let mut desk = report_and_meeting();
        settle(&mut desk, "2024-03-26");
        schedule(&mut desk, "2024-03-27T08:00", "2024-04-08T08:00");
        hold(&mut desk, "2024-04-08T10:00", adjourned);
        desk
    };
    let [(kind, who)] = &meeting_helps(&held(false), "2024-04-08T11:00")[..] else { panic!("one help") };
    assert_eq!((*kind, &who[0]["unit"]["unit"]), ("announce", &json!("vp")));
    let late = meeting_helps(&held(false), "2024-04-13T08:00");
    assert_eq!(late[0].0, "announce", "its window has passed, and it was held within it");
    let mut adjourned = held(true);
    assert_eq!(meeting_helps(&adjourned, "2024-04-12T11:00")[0].0, "schedule");
    assert_eq!(meeting_helps(&adjourned, "2024-04-13T08:00"), [("amend", by_issuer())]);
    reopen(&mut adjourned, "2024-04-08T11:00");
    assert_eq!(meeting_helps(&adjourned, "2024-04-08T12:00"), []);
}

#[test]
fn the_end_names_the_meetings_that_it_waits_for_and_no_obligations_that_are_not_there() {
    let told = |desk: &Desk| {
        let end = desk.proceedings().blockers(at("2024-03-28T08:00")).pop().unwrap().say();
        (end.vi.into_owned(), end.en.into_owned())
    };
    let mut desk = report_and_meeting();
    let both = (
        "việc hoàn tất văn bản: còn chờ 1 nghĩa vụ chưa xong và thông báo kết luận cuộc họp `m`".to_owned(),
        "the end of the directive: waits for 1 open obligation and the conclusion of the meeting `m`"
            .to_owned(),
    );
    assert_eq!(told(&desk), both);
    settle(&mut desk, "2024-03-26");
    let meeting = (
        "việc hoàn tất văn bản: còn chờ thông báo kết luận cuộc họp `m`".to_owned(),
        "the end of the directive: waits for the conclusion of the meeting `m`".to_owned(),
    );
    assert_eq!(told(&desk), meeting);
    desk.act("ub.head", "2024-03-27T08:00", json!({"cancel": {"meeting": 0, "reason": "không cần họp"}}));
    assert!(told(&desk).0.ends_with("không còn vướng mắc"), "{:?}", told(&desk));
    let (_, many) = told(&Desk::without_meeting());
    assert!(many.starts_with("the end of the directive: waits for 8 open obligations"), "{many}");
    assert!(!many.contains("meeting"), "{many}");
}
