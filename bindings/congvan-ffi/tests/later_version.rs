//! A log that a later version wrote: what this one does not know is kept, shown, and never folded.
#![cfg(test)]

use congvan_ffi::CongvanError;
use congvan_ffi::event::Event;
use congvan_ffi::{json, record};

fn line(event: &str, format: u16) -> String {
    let hash = format!("sha256:{}", "0".repeat(64));
    let stamp = r#"{"actor":{"capacity":"head","person":"p1","unit":"u1"},"authority":"issuer","effective_at":"2024-03-25T08:00:00+07:00","recorded_at":"2024-03-25T08:00:00+07:00"}"#;
    format!(
        r#"{{"command_id":"c1","directive":"d1","event":{event},"fingerprint":"{hash}","format":{format},"hash":"{hash}","position":1,"previous":"{hash}","rules":"{hash}","sequence":1,"stamp":{stamp}}}"#
    )
}

const LATER: &str = r#"{"digitised":{"pages":3,"by":{"office":"so-noi-vu"}}}"#;

#[test]
fn an_unknown_event_keeps_its_name_and_text() {
    let read = record::record_from_json(&line(LATER, 1)).unwrap();
    let unknown = Event::Unknown { code: "digitised".to_owned(), raw: LATER.to_owned() };
    assert_eq!(read.event, unknown);
    assert_eq!(json::event_from_json(LATER).unwrap(), unknown);
    assert_eq!(json::event_to_json(unknown).unwrap(), LATER);
}

#[test]
fn an_unknown_event_is_never_handed_to_the_core() {
    let unknown = Event::Unknown { code: "digitised".to_owned(), raw: LATER.to_owned() };
    let refused = congvan::Event::try_from(unknown).unwrap_err();
    assert_eq!(refused, CongvanError::Newer { code: "digitised".to_owned() });
}

#[test]
fn an_unknown_format_is_refused_as_newer() {
    let refused = record::record_from_json(&line(LATER, 2)).unwrap_err();
    assert!(matches!(refused, CongvanError::Newer { .. }), "{refused}");
}

#[test]
fn what_is_no_event_at_all_is_not_taken_for_a_later_one() {
    for text in ["{}", "[]", r#"{"a":1,"b":2}"#, "null", "", r#"{"accepted":{}}"#] {
        assert!(matches!(json::event_from_json(text), Err(CongvanError::Input { .. })), "{text}");
    }
    assert!(record::record_from_json("{}").is_err());
}

#[test]
fn a_record_whose_columns_do_not_have_its_hash_is_not_written() {
    let read = record::record_from_json(&line(LATER, 1)).unwrap();
    assert!(matches!(record::record_to_json(read), Err(CongvanError::Corrupt { .. })));
}
