//! Meetings: rules 25 and 26.

use congvan_calendar::Instant;
use congvan_core::meeting::{MeetingIndex, MeetingState};
use serde_json::{Value, json};

use crate::desk::{Desk, accept, instant, instrument, report, when};

const MEETING: &str = r#"
    [[assignments]]
    id = "1"
    title = "Báo cáo"
    performers = [{ unit = "so-y-te" }, { unit = "so-khcn" }]
    vetted_by = { unit = "so-noi-vu" }
    deadline = { kind = "no_later_than", date = 2025-10-10 }

    [[meetings]]
    id = "hop"
    name = "Họp nghe báo cáo"
    lead = "vp-ubnd"
    chair = "ubnd-tinh.head"
    window = { from = 2025-10-13, until = 2025-10-24 }
    prepares = ["1"]
    reports = ["1"]
"#;

const ORGANISER: &str = "vp-ubnd.officer-1";
const CHAIR: &str = "ubnd-tinh.head as chair";

fn slot(kind: &str, start: &str) -> Value {
    json!({kind: {"meeting": "hop", "slot": {"start": when(start), "minutes": 120}}})
}

fn postpone() -> Value {
    json!({"postpone": {"meeting": "hop", "reason": "Chưa đủ thành phần"}})
}

fn hold(ended: &str, presences: [&str; 2]) -> Value {
    let [health, science] = presences;
    json!({"hold": {"meeting": "hop", "ended_at": when(ended), "attendance": [
        {"unit": "so-y-te", "presence": health}, {"unit": "so-khcn", "presence": science},
    ]}})
}

fn announce() -> Value {
    json!({"announce": {
        "meeting": "hop", "decisions": ["Thống nhất báo cáo"], "notice": instrument("311", "10-21"),
    }})
}

/// Has both reports accepted on 8 October.
fn prepare(desk: &mut Desk) {
    for unit in ["so-y-te", "so-khcn"] {
        let key = format!("{unit}/1");
        desk.ok("10-08 09:00", &format!("{unit}.officer-1"), report(&key, unit));
        desk.ok("10-08 10:00", "so-noi-vu.officer-1", accept(&key));
    }
}

/// A desk with the meeting scheduled for Tuesday, 14 October, 08:00.
fn scheduled(body: &str) -> Desk {
    let mut desk = Desk::in_force(body);
    prepare(&mut desk);
    desk.ok("10-13 09:00", ORGANISER, slot("schedule", "10-14 08:00"));
    desk
}

fn meeting(desk: &Desk) -> &'static str {
    let proceedings = desk.directive().proceedings().unwrap();
    let (_, meeting) = proceedings.meetings().next().unwrap();
    meeting.state().name().as_str()
}

/// The sitting that the state of the meeting tells of, and when it begins; a meeting without a firm date tells of none.
fn sitting(desk: &Desk) -> (u16, Option<Instant>) {
    let meeting = desk.directive().proceedings().unwrap().meeting(MeetingIndex(0)).unwrap();
    match meeting.state() {
        MeetingState::Planned(planned) => (0, planned.tentative().map(|slot| slot.start)),
        MeetingState::Scheduled(scheduled) => (scheduled.sitting(), Some(scheduled.slot().start)),
        MeetingState::Held(held) => (held.sittings(), Some(held.slot().start)),
        MeetingState::Announced(announced) => (announced.sittings(), Some(announced.slot().start)),
        MeetingState::Postponed(_) | MeetingState::Cancelled(_) => (0, None),
    }
}

#[test]
fn rule_25_a_tentative_date_may_be_proposed_any_time_a_firm_one_needs_the_evidence() {
    let mut desk = Desk::in_force(MEETING);
    assert_eq!(desk.ok("10-02 09:00", ORGANISER, slot("propose", "10-14 08:00")), ["meeting_proposed"]);
    assert_eq!(sitting(&desk), (0, Some(instant("10-14 08:00"))));
    assert_eq!(desk.refused("10-02 09:00", ORGANISER, slot("propose", "10-01 08:00")), ["slot_in_past"]);
    assert_eq!(desk.refused("10-02 09:00", "so-y-te.head", slot("propose", "10-14 08:00")), ["wrong_unit"]);
    let early = desk.refused("10-02 10:00", ORGANISER, slot("schedule", "10-14 08:00"));
    assert_eq!(early, ["meeting_not_prepared"]);

    prepare(&mut desk);
    assert_eq!(
        desk.refused("10-13 08:00", "so-noi-vu.head", slot("schedule", "10-14 08:00")),
        ["wrong_unit"]
    );
    assert_eq!(
        desk.refused("10-13 08:00", ORGANISER, slot("schedule", "10-10 08:00")),
        ["slot_in_past", "outside_window"]
    );
    assert_eq!(desk.refused("10-13 08:00", ORGANISER, slot("schedule", "10-27 08:00")), ["outside_window"]);
    assert_eq!(desk.ok("10-13 09:00", ORGANISER, slot("schedule", "10-14 08:00")), ["meeting_scheduled"]);

    // Holding needs it again: an acceptance reopened in between takes it away.
    let reopen = json!({"reopen": {"obligation": "so-y-te/1", "reason": "Sai số liệu"}});
    desk.ok("10-13 10:00", "so-noi-vu.officer-1", reopen);
    let unprepared = desk.refused("10-14 11:00", CHAIR, hold("10-14 10:30", ["head", "head"]));
    assert_eq!(unprepared, ["meeting_not_prepared"]);
}

#[test]
fn rule_25_a_sitting_on_a_day_off_needs_the_chairs_recorded_override() {
    let mut desk = Desk::in_force(MEETING);
    prepare(&mut desk);
    let saturday = slot("schedule", "10-18 08:00");
    assert_eq!(desk.refused("10-13 09:00", ORGANISER, saturday.clone()), ["day_off"]);
    let by = |person: &str, reason: &str| {
        let mut command = saturday.clone();
        command["schedule"]["overriding"] = json!({"by": person, "reason": reason});
        command
    };
    let other = by("p.ubnd-tinh.deputy", "Khẩn cấp");
    assert_eq!(desk.refused("10-13 09:00", ORGANISER, other), ["not_the_chair"]);
    assert_eq!(desk.refused("10-13 09:00", ORGANISER, by("p.ubnd-tinh.head", " ")), ["text_missing"]);
    let decided = by("p.ubnd-tinh.head", "Ứng phó bão khẩn cấp");
    assert_eq!(desk.ok("10-13 09:00", ORGANISER, decided), ["meeting_scheduled"]);
}

#[test]
fn rule_25_postponing_goes_back_to_no_date() {
    let mut desk = scheduled(MEETING);
    assert_eq!(desk.refused("10-13 10:00", "so-y-te.head", postpone()), ["wrong_unit"]);
    let silent = json!({"postpone": {"meeting": "hop", "reason": ""}});
    assert_eq!(desk.refused("10-13 10:00", ORGANISER, silent), ["text_missing"]);
    assert_eq!(desk.ok("10-13 10:00", ORGANISER, postpone()), ["meeting_postponed"]);
    assert_eq!(meeting(&desk), "postponed");
    assert_eq!(desk.refused("10-13 11:00", ORGANISER, postpone()), ["wrong_meeting_state"]);
    let undated = desk.refused("10-14 11:00", CHAIR, hold("10-14 10:30", ["head", "head"]));
    assert_eq!(undated, ["wrong_meeting_state"]);
    assert_eq!(desk.ok("10-14 11:00", ORGANISER, slot("schedule", "10-16 08:00")), ["meeting_scheduled"]);
    assert_eq!(sitting(&desk), (1, Some(instant("10-16 08:00"))));
}

#[test]
fn rule_25_the_chair_holds_and_adjourns_and_the_office_gives_notice_under_its_own_number() {
    let mut desk = scheduled(MEETING);
    let both = hold("10-14 10:30", ["head", "head"]);
    assert_eq!(desk.refused("10-14 07:30", CHAIR, hold("10-14 07:00", ["head", "head"])), ["not_yet_begun"]);
    assert_eq!(desk.refused("10-14 11:00", ORGANISER, both.clone()), ["wrong_unit"]);
    assert_eq!(desk.refused("10-14 11:00", "ubnd-tinh.head", both.clone()), ["wrong_capacity"]);
    assert_eq!(desk.refused("10-14 11:00", "ubnd-tinh.deputy as chair", both.clone()), ["not_the_chair"]);
    let future = desk.refused("10-14 11:00", CHAIR, hold("10-14 11:30", ["head", "head"]));
    assert_eq!(future, ["effective_after_recorded"]);

    let mut adjourned = both;
    adjourned["hold"]["adjourned"] = json!(true);
    assert_eq!(sitting(&desk), (1, Some(instant("10-14 08:00"))));
    assert_eq!(desk.ok("10-14 11:00", CHAIR, adjourned), ["meeting_held"]);
    assert_eq!(sitting(&desk), (1, Some(instant("10-14 08:00"))));
    assert_eq!(desk.refused("10-14 14:00", "vp-ubnd.clerk", announce()), ["adjourned"]);
    assert_eq!(desk.ok("10-14 14:00", ORGANISER, slot("schedule", "10-16 08:00")), ["meeting_scheduled"]);
    assert_eq!(sitting(&desk), (2, Some(instant("10-16 08:00"))));
    assert_eq!(desk.ok("10-16 11:00", CHAIR, hold("10-16 10:30", ["head", "deputy"])), ["meeting_held"]);
    assert_eq!(sitting(&desk), (2, Some(instant("10-16 08:00"))));
    // Only an adjourned meeting sits again.
    assert_eq!(
        desk.refused("10-16 14:00", ORGANISER, slot("schedule", "10-17 08:00")),
        ["wrong_meeting_state"]
    );

    assert_eq!(desk.refused("10-21 09:00", "so-noi-vu.clerk", announce()), ["wrong_unit"]);
    let mut empty = announce();
    empty["announce"]["decisions"] = json!([]);
    assert_eq!(desk.refused("10-21 09:00", "vp-ubnd.clerk", empty), ["text_missing"]);
    assert_eq!(desk.ok("10-21 09:00", "vp-ubnd.clerk", announce()), ["conclusion_announced"]);
    assert_eq!(sitting(&desk), (2, Some(instant("10-16 08:00"))));
    assert_eq!(desk.refused("10-21 10:00", "vp-ubnd.clerk", announce()), ["wrong_meeting_state"]);
}

#[test]
fn rule_26_without_a_quorum_rule_absence_is_a_note_and_no_block() {
    let mut desk = scheduled(MEETING);
    let mut forgotten = hold("10-14 10:30", ["missing", "missing"]);
    forgotten["hold"]["attendance"].as_array_mut().unwrap().pop();
    assert_eq!(desk.refused("10-14 11:00", CHAIR, forgotten), ["attendance_missing"]);
    assert_eq!(
        desk.ok("10-14 11:00", CHAIR, hold("10-14 10:30", ["missing", "unauthorised"])),
        ["meeting_held"]
    );
}

#[test]
fn rule_26_whoever_owes_attendance_is_recorded_too_though_he_reports_nothing() {
    let attend = r#"
    [[assignments]]
    id = "2"
    title = "Dự họp"
    performers = [{ unit = "so-tu-phap" }]
    vetted_by = "nobody"
    completion = { attendance = "hop" }
    "#;
    let mut desk = scheduled(&format!("{attend}{MEETING}"));
    let mut holding = hold("10-14 10:30", ["head", "head"]);
    assert_eq!(desk.refused("10-14 11:00", CHAIR, holding.clone()), ["attendance_missing"]);
    let came = json!({"unit": "so-tu-phap", "presence": "deputy"});
    holding["hold"]["attendance"].as_array_mut().unwrap().push(came);
    assert_eq!(desk.ok("10-14 11:00", CHAIR, holding), ["meeting_held", "accepted"]);
    assert_eq!(desk.state("so-tu-phap/2"), "accepted");
}

#[test]
fn rule_26_under_the_quorum_the_chair_postpones_or_holds_with_a_recorded_note() {
    let quorum = format!("{MEETING}\nquorum = {{ present = 2 }}");
    let mut desk = scheduled(&quorum);
    // A deputy without authorisation does not count.
    let short = hold("10-14 10:30", ["head", "unauthorised"]);
    assert_eq!(desk.refused("10-14 11:00", CHAIR, short.clone()), ["quorum_missing"]);
    let mut noted = short;
    noted["hold"]["note"] = json!(" ");
    assert_eq!(desk.refused("10-14 11:00", CHAIR, noted.clone()), ["quorum_missing"]);
    noted["hold"]["note"] = json!("Chủ trì quyết định vẫn họp, lấy ý kiến bằng văn bản sau");
    assert_eq!(desk.ok("10-14 11:00", CHAIR, noted), ["meeting_held"]);

    let mut desk = scheduled(&quorum);
    assert_eq!(desk.refused("10-14 11:00", "ubnd-tinh.deputy as chair", postpone()), ["not_the_chair"]);
    assert_eq!(desk.ok("10-14 11:00", CHAIR, postpone()), ["meeting_postponed"]);
    desk.ok("10-14 14:00", ORGANISER, slot("schedule", "10-16 08:00"));
    assert_eq!(desk.ok("10-16 11:00", CHAIR, hold("10-16 10:30", ["head", "deputy"])), ["meeting_held"]);
}
