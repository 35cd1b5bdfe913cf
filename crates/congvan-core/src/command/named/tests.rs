//! Commands and events with keys and identifiers in place of positions.

use serde_json::{Value, json};

use super::*;
use crate::event;
use crate::query::tests::desk::{Desk, at, submit};

/// The command with its positions, and as people write it again.
fn both_ways(desk: &Desk, written: &Value) -> (Value, Value) {
    let command = Command::from_named(written.clone(), desk.directive()).unwrap();
    (serde_json::to_value(&command).unwrap(), command.to_named(desk.directive()))
}

#[test]
fn a_command_is_read_and_written_with_the_names_of_its_directive() {
    let desk = Desk::issued();
    let [one, other] = ["sa/a/f", "sa/ask"].map(|key| desk.id(key));
    let instrument =
        json!({"date": "2024-03-25", "notation": "UBND-TH", "number": "9", "signer": "Chủ tịch"});
    let extended = |one: Value| {
        json!({"amend": {"instrument": instrument, "reason": "vì", "changes": [
            {"extend": {"due": at("2024-04-01T17:00"), "obligations": [one], "unmoved": "vì"}},
        ]}})
    };
    let replaced =
        |ids: [Value; 2]| json!({"replace": {"by": "d2", "carried": ids, "instrument": instrument}});
    let mut sent = submit(one, "sa", "x");
    // What the host keeps for itself has names of its own.
    sent["submit"]["fields"] = json!({"other": {"meeting": "giao ban", "obligation": "sa/a/f"}});
    let mut named_sent = sent.clone();
    sent["submit"]["joint"] = json!([other]);
    named_sent["submit"]["obligation"] = json!("sa/a/f");
    named_sent["submit"]["joint"] = json!(["sa/ask"]);
    let pairs = [
        (json!({"start_draft": {"obligation": one}}), json!({"start_draft": {"obligation": "sa/a/f"}})),
        (
            json!({"annotate": {"about": other, "text": "đính chính"}}),
            json!({"annotate": {"about": "sa/ask", "text": "đính chính"}}),
        ),
        (
            json!({"cancel": {"meeting": 0, "reason": "vì"}}),
            json!({"cancel": {"meeting": "m", "reason": "vì"}}),
        ),
        (extended(json!(one)), extended(json!("sa/a/f"))),
        (replaced([json!(one), json!(other)]), replaced([json!("sa/a/f"), json!("sa/ask")])),
        (sent, named_sent),
    ];
    for (positions, names) in pairs {
        assert_eq!(both_ways(&desk, &names), (positions.clone(), names.clone()));
        // Positions are read too.
        assert_eq!(both_ways(&desk, &positions), (positions, names));
    }
}

#[test]
fn an_event_is_written_with_the_names_of_its_directive() {
    let desk = Desk::issued();
    let named = |event: crate::Event| event.to_named(desk.directive());
    let started = event::DraftStarted { obligation: desk.id("sb/a/f") };
    assert_eq!(named(started.into()), json!({"draft_started": {"obligation": "sb/a/f"}}));
    let cancelled = event::MeetingCancelled { meeting: MeetingIndex(0), reason: "vì".to_owned() };
    assert_eq!(named(cancelled.into()), json!({"meeting_cancelled": {"meeting": "m", "reason": "vì"}}));
    let unknown = event::MeetingCancelled { meeting: MeetingIndex(7), reason: "vì".to_owned() };
    assert_eq!(named(unknown.into()), json!({"meeting_cancelled": {"meeting": 7, "reason": "vì"}}));
}

#[test]
fn the_form_of_a_command_is_checked_without_its_directive() {
    for sound in [
        json!({"start_draft": {"obligation": "so-khong-co/9/x"}}),
        json!({"accept": {"obligation": "so-khong-co/9", "hash": "current"}}),
        json!({"cancel": {"meeting": "khong-co", "reason": "x"}}),
        json!({"draft_consolidation": {"obligation": 3}}),
    ] {
        assert_eq!(Command::check_named(sound.clone()), Ok(()), "{sound}");
    }
    let not_a_key = Command::check_named(json!({"start_draft": {"obligation": "khong phai"}}));
    assert!(matches!(not_a_key, Err(NamingError::Key(_))), "{not_a_key:?}");
    for unsound in
        [json!({"sing": {}}), json!({"start_draft": {"obligatoin": "so-khong-co/9"}}), json!("sign")]
    {
        let found = Command::check_named(unsound.clone());
        assert!(matches!(found, Err(NamingError::Form(_))), "{unsound}: {found:?}");
    }
}
