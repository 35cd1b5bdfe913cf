//! Histories that cannot have happened are refused, wherever they come from.

use congvan_calendar::Instant;
use serde_json::{Value, json};

use crate::directive::Directive;
use crate::event::{Event, Stamp};
use crate::meeting::{MeetingIndex, MeetingState};
use crate::obligation::StateName;
use crate::query::tests::desk::{Desk, at};

/// The directive after its history and these events, or what is wrong with the last of them.
fn then(desk: &Desk, events: &[Value]) -> Result<Directive, String> {
    let stamp: Stamp = desk.events.last().unwrap().0;
    let mut directive = Directive::new("d".parse().unwrap());
    for (stamp, event) in &desk.events {
        directive = directive.evolve(stamp, event).unwrap();
    }
    for event in events {
        let event: Event = serde_json::from_value(event.clone()).unwrap();
        directive = directive.evolve(&stamp, &event).map_err(|error| error.to_string())?;
    }
    Ok(directive)
}

fn slot(start: Instant) -> Value {
    json!({"minutes": 120, "start": start})
}

fn scheduled(start: Instant) -> Value {
    json!({"meeting_scheduled": {"agenda": [], "invited": [], "meeting": 0, "slot": slot(start)}})
}

fn held(adjourned: bool) -> Value {
    let ended = at("2024-04-08T10:00");
    json!({"meeting_held": {"adjourned": adjourned, "attendance": [], "ended_at": ended, "meeting": 0}})
}

#[test]
fn a_meeting_sits_prepared_and_within_its_window() {
    let inside = at("2024-04-08T08:00");
    assert!(then(&Desk::issued(), &[scheduled(inside)]).is_err(), "nothing is settled");
    let desk = Desk::prepared();
    assert!(then(&desk, &[scheduled(at("2024-04-15T08:00"))]).is_err(), "after the window");
    let moved = |start| json!({"meeting_rescheduled": {"meeting": 0, "reason": "vì", "slot": slot(start)}});
    let later = at("2024-04-09T08:00");
    let directive = then(&desk, &[scheduled(inside), moved(later)]).unwrap();
    let meeting = directive.proceedings().unwrap().meeting(MeetingIndex(0)).unwrap();
    let MeetingState::Scheduled(sitting) = meeting.state() else { panic!("{meeting:?}") };
    assert_eq!(sitting.slot().start, later);
    assert!(then(&desk, &[scheduled(inside), moved(at("2024-04-15T08:00"))]).is_err());
    assert!(then(&desk, &[moved(inside)]).is_err(), "it was not scheduled");
}

#[test]
fn only_an_adjourned_meeting_sits_again_and_only_another_is_concluded() {
    let desk = Desk::prepared();
    let (first, second) = (scheduled(at("2024-04-08T08:00")), scheduled(at("2024-04-09T08:00")));
    let instrument = json!({"date": "2024-04-09", "notation": "TB-VP", "number": "9", "signer": "Chủ tịch"});
    let announced =
        json!({"conclusion_announced": {"decisions": ["một"], "meeting": 0, "notice": instrument}});
    let sequence = |events: &[&Value]| {
        then(&desk, &events.iter().map(|event| (*event).clone()).collect::<Vec<_>>()).map(|_| ())
    };
    assert_eq!(sequence(&[&first, &held(true), &second, &held(false), &announced]), Ok(()));
    assert!(sequence(&[&first, &held(false), &second]).is_err(), "it was not adjourned");
    assert!(sequence(&[&first, &held(true), &announced]).is_err(), "it was adjourned");
}

#[test]
fn what_is_told_of_obligations_is_told_of_those_there_are() {
    let desk = Desk::issued();
    let reminded = |id: u32| json!({"reminded": {"obligations": [id], "text": "đôn đốc"}});
    assert!(then(&desk, &[reminded(0)]).is_ok());
    assert!(then(&desk, &[reminded(99)]).is_err());
    let stamp = desk.events.last().unwrap().0;
    let annotated: Event = serde_json::from_value(json!({"annotated": {"text": "đính chính"}})).unwrap();
    assert!(Directive::new("d".parse().unwrap()).evolve(&stamp, &annotated).is_err(), "nothing is written");
}

#[test]
fn a_directive_concludes_with_what_is_open_carried_on() {
    let desk = Desk::issued();
    let open: Vec<_> = desk.proceedings().obligations().map(|(id, _)| id).collect();
    let carried = |ids: &[crate::ObligationId]| {
        let carried: Vec<_> = ids.iter().map(|id| json!({"into": "công văn 9", "obligation": id})).collect();
        json!({"concluded": {"carried": carried}})
    };
    let (_, all_but_one) = open.split_first().unwrap();
    assert!(then(&desk, &[carried(&open)]).is_ok(), "{:?}", then(&desk, &[carried(&open)]).err());
    assert!(then(&desk, &[carried(all_but_one)]).is_err());
}

#[test]
fn a_decline_that_is_granted_waives_what_is_open_and_still_held() {
    let mut desk = Desk::issued();
    desk.submit("sa/a/f", "2024-03-25T08:00");
    desk.accept("sa/a/f", "th.officer", "2024-03-25T09:00");
    let events = [
        json!({"declined": {"reason": "vì", "unit": "sa"}}),
        json!({"decline_settled": {"outcome": "waive", "reason": "vì", "unit": "sa"}}),
    ];
    let directive = then(&desk, &events).unwrap();
    let state = |key: &str| directive.proceedings().unwrap().obligation(desk.id(key)).unwrap().state().name();
    assert_eq!(state("sa/a/f"), StateName::Accepted);
    assert_eq!(state("sa/ask"), StateName::Waived);
    assert_eq!(state("sb/a/f"), StateName::Owed);
}

/// The events of this kind in the history of a desk.
fn of_kind(desk: &Desk, kind: &str) -> Vec<Value> {
    let events = desk.events.iter().map(|(_, event)| serde_json::to_value(event).unwrap());
    events.filter(|event| event.get(kind).is_some()).collect()
}

#[test]
fn a_consolidation_holds_exactly_what_was_settled() {
    let settled = |content: &str| {
        let mut desk = Desk::issued();
        for unit in ["sa", "sb", "sc"] {
            let (key, now) = (format!("{unit}/a/f"), format!("2024-03-25T{content}"));
            desk.submit(&key, &now);
            desk.accept(&key, "th.officer", "2024-03-25T09:00");
        }
        desk
    };
    let (desk, mut other) = (settled("08:00"), settled("08:30"));
    other.consolidate("th/k/f", "2024-03-25T10:00");
    let drafted = of_kind(&other, "consolidation_drafted");
    assert!(then(&settled("08:30"), &drafted).is_ok());
    assert!(then(&desk, &drafted).is_err(), "these are other revisions");
    assert!(then(&Desk::issued(), &drafted).is_err(), "nothing is settled");
}

#[test]
fn what_is_submitted_was_drafted() {
    let mut desk = Desk::issued();
    desk.submit("sa/a/f", "2024-03-25T08:00");
    let (started, submitted) = (of_kind(&desk, "draft_started"), of_kind(&desk, "submitted"));
    assert!(then(&Desk::issued(), &[started.clone(), submitted.clone()].concat()).is_ok());
    assert!(then(&Desk::issued(), &submitted).is_err());
    desk.send_back("sa/a/f", "th.officer", "2024-03-25T09:00");
    let mut again = submitted;
    again[0]["submitted"]["revision"] = json!(2);
    assert!(then(&desk, &[started, again.clone()].concat()).is_ok());
    assert!(then(&desk, &again).is_err());
}

#[test]
fn a_roster_stands_in_the_order_of_its_performers_each_obligation_once() {
    let desk = Desk::unregistered();
    let issued_with = |change: fn(&mut Vec<Value>)| {
        let mut directive = Directive::new("d".parse().unwrap());
        for (stamp, event) in &desk.events {
            let mut event = serde_json::to_value(event).unwrap();
            if let Some(Value::Array(roster)) = event.pointer_mut("/issued/roster") {
                change(roster);
            }
            let event: Event = serde_json::from_value(event).unwrap();
            directive = directive.evolve(stamp, &event).map_err(|error| error.to_string())?;
        }
        Ok::<_, String>(())
    };
    assert_eq!(issued_with(|_| ()), Ok(()));
    let refused = |change| issued_with(change).unwrap_err();
    assert!(refused(|roster| roster.reverse()).contains("out of order"));
    assert!(refused(|roster| roster.insert(0, roster[0].clone())).contains("stands twice"));
    let unknown = refused(|roster| roster[0]["key"] = json!("sa/nowhere"));
    assert!(unknown.contains("names no assignment"), "{unknown}");
}
