//! Every release reads every log ever written: committed histories verify, replay to the same end, and are written
//! again byte for byte. A history that has been committed is never edited.
#![cfg(test)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use congvan_core::Directive;
use congvan_store::{Record, verify};
use serde::Deserialize;

/// What a history is known to end in.
#[derive(Debug, Deserialize, PartialEq)]
struct End {
    events: usize,
    head: String,
    state: String,
    obligations: BTreeMap<String, usize>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compat")
}

/// Reads, verifies and replays one history.
fn end_of(path: &Path) -> End {
    let text = std::fs::read_to_string(path).unwrap();
    let records: Vec<Record> = text.lines().map(|line| Record::from_json_line(line).unwrap()).collect();
    for (record, line) in records.iter().zip(text.lines()) {
        assert_eq!(record.to_json_line(), line, "{}: written again byte for byte", path.display());
    }
    let id = records[0].directive();
    verify(id, records.iter().map(Record::row), None).unwrap();
    let directive = records.iter().fold(Directive::new(id), |directive, record| {
        directive.evolve(record.stamp(), record.event()).unwrap()
    });
    let mut obligations = BTreeMap::new();
    for (_, found) in directive.proceedings().unwrap().obligations() {
        *obligations.entry(found.state().name().as_str().to_owned()).or_insert(0) += 1;
    }
    End {
        events: records.len(),
        head: records[records.len() - 1].hash().to_string(),
        state: directive.state().name().as_str().to_owned(),
        obligations,
    }
}

#[test]
fn histories_of_every_release_are_read() {
    let mut histories = 0;
    for release in std::fs::read_dir(folder()).unwrap() {
        let release = release.unwrap().path();
        let known = std::fs::read_to_string(release.join("ends.json")).unwrap();
        let known: BTreeMap<String, End> = serde_json::from_str(&known).unwrap();
        for (name, known) in known {
            let path = release.join(format!("{name}.jsonl"));
            assert_eq!(end_of(&path), known, "{}", path.display());
            histories += 1;
        }
    }
    assert!(histories >= 6, "found {histories} histories");
}

#[test]
fn a_history_with_an_unknown_event_is_an_error_and_not_skipped() {
    let text = std::fs::read_to_string(folder().join("0.1/revoked.jsonl")).unwrap();
    let line = text.lines().find(|line| line.contains("\"acknowledged\"")).unwrap();
    assert!(Record::from_json_line(&line.replace("\"acknowledged\"", "\"received\"")).is_err());
    assert!(Record::from_json_line(&line.replace("\"format\":1", "\"format\":2")).is_err());
    assert!(Record::from_json_line(line).is_ok());
}
