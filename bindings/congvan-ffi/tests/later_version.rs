//! A log that a later version wrote: what this one does not know is kept, shown, and never folded.
#![cfg(test)]

use congvan::store::Row;
use congvan_ffi::event::Event;
use congvan_ffi::{CongvanError, Directive, json, record, verify};

/// A record as it was sealed.
fn line(event: &str, format: u16) -> String {
    let unsealed = line_with(event, format, &zeros());
    let hash = Row::from_json_line(&unsealed).unwrap().computed_hash(&mut Vec::new());
    line_with(event, format, &hash.to_string())
}

fn zeros() -> String {
    format!("sha256:{}", "0".repeat(64))
}

fn line_with(event: &str, format: u16, hash: &str) -> String {
    let zeros = zeros();
    let stamp = r#"{"actor":{"capacity":"head","person":"p1","unit":"u1"},"authority":"issuer","effective_at":"2024-03-25T08:00:00+07:00","recorded_at":"2024-03-25T08:00:00+07:00"}"#;
    format!(
        r#"{{"command_id":"c1","directive":"d1","event":{event},"fingerprint":"{zeros}","format":{format},"hash":"{hash}","position":1,"previous":"{zeros}","rules":"{zeros}","sequence":1,"stamp":{stamp}}}"#
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
    let mut read = record::record_from_json(&line(LATER, 1)).unwrap();
    assert_eq!(record::record_to_json(read.clone()).unwrap(), line(LATER, 1));
    read.sequence += 1;
    assert!(matches!(record::record_to_json(read), Err(CongvanError::Corrupt { .. })));
}

#[test]
fn an_event_that_was_altered_is_not_taken_for_a_later_one() {
    let altered = line(LATER, 1).replace("digitised", "digitized");
    for refused in [
        record::record_from_json(&altered).map(|_| ()),
        verify("d1".parse().unwrap(), vec![altered.clone()]).map(|_| ()),
        Directive::replay("d1".parse().unwrap(), vec![altered.clone()]).map(|_| ()),
    ] {
        let Err(CongvanError::Corrupt { reason }) = refused else { panic!("{refused:?}") };
        assert!(
            reason.vi.contains("không còn như khi ghi") && reason.en.contains("not as it was"),
            "{reason:?}"
        );
    }
}

#[test]
fn a_wrong_line_of_many_is_named_by_its_number() {
    let lines = format!("{}\n\nthùng", line(LATER, 1));
    let Err(CongvanError::Input { errors }) = record::records_from_json(&lines) else { panic!("{lines}") };
    assert_eq!((errors[0].line, errors[0].field.as_str()), (3, "record"));
    assert!(errors[0].told.vi.starts_with("dòng 3: ") && errors[0].told.en.starts_with("line 3: "));
}
