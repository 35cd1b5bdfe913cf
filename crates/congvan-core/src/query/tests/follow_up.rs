//! The mandate that a conclusion leads to.

use congvan_text::Say as _;
use congvan_text::read::Format;
use serde_json::{Value, json};

use super::desk::{Desk, at};
use super::*;
use crate::mandate::{Addressee, Header, LinkKind};
use crate::meeting::MeetingIndex;
use crate::{Capacity, Mandate, event};

/// A second meeting, which waits for nothing.
const SECOND: &str = r#"
[[meetings]]
id = "n"
name = "Họp bổ sung"
lead = "vp"
chair = "ub.head"
window = { from = 2024-04-05, until = 2024-04-12 }
"#;

/// Schedules and holds the meeting, and announces what it assigns.
fn conclude(desk: &mut Desk, meeting: u16, number: &str, follow_ups: &Value) {
    let slot = json!({"start": at("2024-04-08T08:00"), "minutes": 120});
    desk.act("vp.head", "2024-04-05T10:00", json!({"schedule": {"meeting": meeting, "slot": slot}}));
    // The second meeting has no agenda, and somebody comes to it.
    let heads: &[&str] = if meeting == 0 { &["sa", "sb", "sc", "th", "vp"] } else { &["vp"] };
    let attendance: Vec<_> = heads
        .iter()
        .map(|unit| json!({"unit": unit, "presence": "head", "person": format!("p.{unit}.head")}))
        .collect();
    let held = json!({
        "adjourned": false, "attendance": attendance, "ended_at": at("2024-04-08T10:00"), "meeting": meeting,
    });
    let chair = Desk::person("ub", Capacity::Chair);
    desk.try_act(&chair, at("2024-04-08T10:30"), json!({ "hold": held })).unwrap();
    let notice =
        json!({"date": "2024-04-09", "notation": "TB-VP", "number": number, "signer": "Chánh Văn phòng"});
    let announced = json!({
        "decisions": ["Thông qua", "Bổ sung số liệu"], "follow_ups": follow_ups, "meeting": meeting,
        "notice": notice,
    });
    desk.act("vp.clerk", "2024-04-09T08:00", json!({ "announce": announced }));
}

/// One assignment in the field and one for a party, the first with a decision behind it.
fn two() -> Value {
    json!([
        {"decision": 2, "assignment": {
            "id": "1", "title": "Bổ sung số liệu", "performers": [{"group": "all"}, {"unit": "sd"}],
            "per_field": ["f"], "vetted_by": "standing_agency",
            "deadline": {"kind": "no_later_than", "date": "2024-04-26"},
        }},
        {"decision": 1, "assignment": {
            "id": "2", "title": "Hỗ trợ kỹ thuật", "performers": [{"party": "vnpt"}, {"unit": "sd"}],
            "vetted_by": "nobody", "source": "mục 3",
            "deadline": {"kind": "working_days_after", "days": 5, "after": {"event": "issue"}},
        }},
    ])
}

fn header(desk: &Desk) -> Header {
    desk.proceedings().mandate().header.further("Triển khai kết luận".to_owned())
}

fn follow_up(desk: &Desk, meeting: Option<u16>) -> Result<Mandate, FollowUpError> {
    desk.proceedings().follow_up(&desk.events, meeting.map(MeetingIndex), header(desk))
}

#[test]
fn a_conclusion_leads_to_a_mandate_that_rests_on_it() {
    let mut desk = Desk::prepared();
    conclude(&mut desk, 0, "07", &two());
    let found = follow_up(&desk, None).unwrap();
    let links: Vec<_> = found
        .header
        .links
        .iter()
        .map(|link| (link.kind, link.document.as_str(), link.date.unwrap().to_string()))
        .collect();
    assert_eq!(
        links,
        [
            (LinkKind::Basis, "07/TB-VP", "2024-04-09".to_owned()),
            (LinkKind::FollowsConclusion, "07/TB-VP", "2024-04-09".to_owned()),
            (LinkKind::Refers, "01/UBND-TH", "2024-03-22".to_owned()),
        ]
    );
    let basis = &found.header.links[0];
    assert_eq!((basis.issuer.as_deref(), basis.note.as_deref()), (Some("Chánh Văn phòng"), Some("Họp quý")));
    assert_eq!(
        found.header.addressees,
        [
            Addressee::Group("all".parse().unwrap()),
            Addressee::Unit("sd".parse().unwrap()),
            Addressee::Party("vnpt".parse().unwrap())
        ]
    );
    let announced = two();
    for (at, source) in [(0, "decision 2"), (1, "mục 3")] {
        let mut expected: crate::mandate::Assignment =
            serde_json::from_value(announced[at]["assignment"].clone()).unwrap();
        expected.source = Some(source.to_owned());
        assert_eq!(found.assignments[at], expected);
    }
    assert_eq!(found.assignments.len(), 2);
    assert_eq!(found.fields, desk.proceedings().mandate().fields);
    assert!(found.meetings.is_empty() && found.rulings.is_empty());
    let text = serde_json::to_string(&found).unwrap();
    assert_eq!(Mandate::read("m.json", &text, Format::Json).unwrap().value, found, "it is read as it was");
    assert!(found.problems(&desk.directory, "2024-04-10".parse().unwrap()).is_empty());
}

#[test]
fn a_header_keeps_what_is_the_issuers_and_the_callers() {
    let mut desk = Desk::with(
        r#"
[policy]
near_due_days = 9
ending = ["z"]
"#,
    );
    desk.register("sa", "2024-03-22T10:00");
    let own = &desk.proceedings().mandate().header;
    let mut header = own.further("Việc khác".to_owned());
    assert_eq!(
        (header.issuing_body, header.office, header.notation.as_deref(), header.subject.as_str()),
        (own.issuing_body, own.office, Some("UBND-TH"), "Việc khác")
    );
    assert!(!own.addressees.is_empty() && header.addressees.is_empty());
    let link = json!([
        {"kind": "basis", "document": "07/TB-VP"}, {"kind": "basis", "document": "01/QĐ-UBND"},
        {"kind": "refers", "document": "07/TB-VP"},
    ]);
    header.links = serde_json::from_value(link).unwrap();
    header.addressees = vec![Addressee::Unit("sc".parse().unwrap())];
    let proceedings = desk.proceedings();
    let plain = json!([{"assignment": {
        "id": "1", "title": "Việc", "performers": [{"unit": "sa"}], "vetted_by": "nobody",
    }}]);
    let announced = event::ConclusionAnnounced {
        decisions: Vec::new(),
        follow_ups: serde_json::from_value(plain).unwrap(),
        meeting: MeetingIndex(0),
        notice: serde_json::from_value(
            json!({"date": "2024-04-09", "notation": "TB-VP", "number": "07", "signer": "Chánh Văn phòng"}),
        )
        .unwrap(),
    };
    let events = [(desk.events[0].0, announced.into())];
    let found = proceedings.follow_up(&events, None, header).unwrap();
    let cited: Vec<_> = found.header.links.iter().map(|link| (link.kind, link.document.as_str())).collect();
    assert_eq!(
        cited,
        [
            (LinkKind::Basis, "07/TB-VP"),
            (LinkKind::FollowsConclusion, "07/TB-VP"),
            (LinkKind::Refers, "01/UBND-TH"),
            (LinkKind::Basis, "01/QĐ-UBND"),
            (LinkKind::Refers, "07/TB-VP")
        ]
    );
    assert_eq!(found.header.addressees, [Addressee::Unit("sc".parse().unwrap())]);
    assert!(found.fields.is_empty(), "no assignment is in a field");
    assert_eq!((found.policy.near_due_days, found.policy.ending.len()), (9, 0));
    assert_eq!(found.assignments[0].source, None);
}

#[test]
fn an_assignment_for_every_standing_agency_needs_every_field() {
    let mut desk = Desk::prepared();
    let agencies = json!([{"assignment": {
        "id": "1", "title": "Việc", "performers": ["standing_agencies"], "vetted_by": "nobody",
    }}]);
    conclude(&mut desk, 0, "07", &agencies);
    let found = follow_up(&desk, Some(0)).unwrap();
    assert_eq!(found.fields, desk.proceedings().mandate().fields);
    assert!(found.header.addressees.is_empty(), "an agency is addressed by no name");
}

#[test]
fn what_was_not_announced_or_assigns_nothing_is_told() {
    let mut desk = Desk::prepared();
    let refused = |found: Result<Mandate, FollowUpError>| {
        let error = found.unwrap_err();
        (error.clone(), error.say())
    };
    let (error, told) = refused(follow_up(&desk, None));
    assert_eq!(error, FollowUpError::NotAnnounced { meeting: None });
    assert_eq!(told.vi, "chưa có cuộc họp nào được thông báo kết luận");
    let (error, told) = refused(follow_up(&desk, Some(0)));
    assert_eq!(error, FollowUpError::NotAnnounced { meeting: Some("m".parse().unwrap()) });
    assert_eq!(told.en, "the conclusion of meeting `m` is not announced yet");
    conclude(&mut desk, 0, "07", &json!([]));
    let (error, told) = refused(follow_up(&desk, None));
    assert!(matches!(error, FollowUpError::NoFollowUps { ref notices } if notices.len() == 1), "{error:?}");
    assert_eq!(told.en, "conclusion 07/TB-VP (09/04/2024) assigns nothing to follow up");
    assert!(told.vi.contains("07/TB-VP (09/04/2024) không giao nhiệm vụ nào"), "{}", told.vi);
}

#[test]
fn of_several_conclusions_one_is_chosen_unless_only_one_assigns_something() {
    for (first, several) in [(json!([]), false), (two(), true)] {
        let mut desk = Desk::prepared_with(SECOND);
        conclude(&mut desk, 0, "07", &first);
        conclude(&mut desk, 1, "08", &two());
        let found = follow_up(&desk, None);
        if several {
            let meetings = ["m", "n"].map(|id| id.parse().unwrap()).to_vec();
            let error = found.unwrap_err();
            assert_eq!(error, FollowUpError::Several { meetings });
            assert!(error.say().vi.ends_with("chọn một trong: `m`, `n`"), "{error}");
        } else {
            assert_eq!(found.unwrap().header.links[0].document, "08/TB-VP");
        }
        let chosen = follow_up(&desk, Some(1)).unwrap();
        assert_eq!(chosen.header.links[0].document, "08/TB-VP");
    }
}
