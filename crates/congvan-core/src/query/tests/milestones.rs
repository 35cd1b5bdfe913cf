//! Which events a reader of the history sees, and how they are told.

use congvan_text::Say as _;
use serde_json::json;

use super::desk::{Desk, assignment, at};
use super::*;

/// The milestones of a kind: the obligations or the meeting, and the reason.
fn about(desk: &Desk, kind: MilestoneKind) -> Vec<(String, Option<String>)> {
    let timeline = desk.proceedings().timeline(&desk.events, at("2024-04-20T11:00"));
    let of_kind = timeline.milestones.into_iter().filter(|milestone| milestone.kind == kind);
    of_kind
        .map(|milestone| {
            let mut names: Vec<_> = milestone.keys.iter().map(ToString::to_string).collect();
            names.extend(milestone.meeting.map(|meeting| meeting.to_string()));
            (names.join(" "), milestone.reason)
        })
        .collect()
}

fn one(names: &str, reason: Option<&str>) -> Vec<(String, Option<String>)> {
    vec![(names.to_owned(), reason.map(str::to_owned))]
}

#[test]
fn a_consolidation_and_what_comes_after_it_are_named() {
    let mut desk = consolidated();
    assert_eq!(about(&desk, MilestoneKind::ConsolidationSigned), one("th/k/f", None));
    let late = json!({
        "obligation": desk.id("sc/a/f"), "hash": crate::ContentHash::of(b"late"), "media_type": "application/pdf",
    });
    desk.act("sc.clerk", "2024-03-29T10:00", json!({ "add_addendum": late }));
    assert_eq!(about(&desk, MilestoneKind::Addendum), one("sc/a/f", None));
    desk.accept("th/k/f", "vp.officer", "2024-03-29T15:00");
    assert_eq!(about(&desk, MilestoneKind::ConsolidationAccepted), one("th/k/f", None));
    assert_eq!(about(&desk, MilestoneKind::AbsenceRecorded), one("sc/a/f", Some("không nộp")));
    assert_eq!(about(&desk, MilestoneKind::Returned), one("sb/a/f", Some("thiếu số liệu")));
}

#[test]
fn silence_that_is_consent_is_named() {
    let lines = "binding = \"request\"\non_silence = \"consent\"\ndeadline = { kind = \"no_later_than\", date = 2024-03-27 }";
    let mut desk = Desk::with_only(&assignment("w", "unit = \"sa\"", lines));
    desk.register("sa", "2024-03-22T10:00");
    let silent = json!({"obligation": desk.id("sa/w"), "reason": "không trả lời"});
    desk.act("vp.officer", "2024-03-28T08:00", json!({ "record_no_response": silent }));
    assert_eq!(about(&desk, MilestoneKind::Silence), one("sa/w", None));
}

#[test]
fn what_is_told_of_the_whole_directive_has_its_reason() {
    let mut desk = Desk::unregistered();
    desk.act(
        "sc.head",
        "2024-03-25T08:10",
        json!({"decline": {"reason": "không thuộc thẩm quyền", "unit": "sc"}}),
    );
    assert_eq!(about(&desk, MilestoneKind::Declined), one("", Some("không thuộc thẩm quyền")));
    assert_eq!(about(&desk, MilestoneKind::Issued), one("", None));
}

#[test]
fn what_is_told_of_a_meeting_names_it() {
    let mut desk = Desk::prepared();
    let slot = json!({"start": at("2024-04-08T08:00"), "minutes": 120, "room": "A"});
    desk.act("vp.head", "2024-04-01T10:00", json!({"schedule": {"meeting": 0, "slot": slot}}));
    desk.act("vp.head", "2024-04-01T11:00", json!({"postpone": {"meeting": 0, "reason": "chủ trì vắng"}}));
    assert_eq!(about(&desk, MilestoneKind::MeetingScheduled), one("m", None));
    assert_eq!(about(&desk, MilestoneKind::MeetingPostponed), one("m", Some("chủ trì vắng")));
    assert_eq!(said(&desk, MilestoneKind::MeetingScheduled), ["meeting scheduled `m`"]);
}

#[test]
fn a_milestone_names_what_it_is_about_up_to_three() {
    let mut desk = Desk::issued();
    let remind = |desk: &mut Desk, keys: &[&str], now: &str| {
        let obligations: Vec<_> = keys.iter().map(|key| desk.id(key)).collect();
        desk.act("vp.officer", now, json!({"remind": {"obligations": obligations, "text": "đôn đốc"}}));
    };
    let all = ["sa/a/f", "sb/a/f", "sc/a/f", "sa/ask", "sc/open"];
    remind(&mut desk, &all[..3], "2024-03-25T08:00");
    remind(&mut desk, &all, "2024-03-25T09:00");
    assert_eq!(said(&desk, MilestoneKind::Signed), ["directive signed"]);
    let reminded = said(&desk, MilestoneKind::Reminded);
    assert_eq!(
        reminded,
        ["reminded `sa/a/f`, `sb/a/f`, `sc/a/f`", "reminded `sa/a/f`, `sb/a/f`, `sc/a/f` and 2 others"]
    );
    remind(&mut desk, &["sa/ask"], "2024-03-25T10:00");
    let timeline = desk.proceedings().timeline(&desk.events, at("2024-03-29T11:00"));
    let vi = timeline.milestones.last().unwrap().say().vi;
    assert!(vi.ends_with(": đôn đốc `sa/ask`"), "{vi}");
}

/// The milestones of a kind as they are told, without when.
fn said(desk: &Desk, kind: MilestoneKind) -> Vec<String> {
    let timeline = desk.proceedings().timeline(&desk.events, at("2024-04-02T11:00"));
    let of_kind = timeline.milestones.iter().filter(|milestone| milestone.kind == kind);
    of_kind.map(|milestone| milestone.say().en.split_once(": ").unwrap().1.to_owned()).collect()
}
