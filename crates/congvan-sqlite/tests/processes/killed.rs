//! Writers that are killed.

use std::collections::BTreeMap;
use std::path::Path;

use congvan_sqlite::SqliteJournal;
use congvan_store::{verify_journal, verify_stream};
use tempfile::TempDir;

use crate::writer::{ack, lost, start};

const KILLS: u64 = 240;

/// Numbers that look random and are the same in every run (xorshift).
fn next(state: &mut u64) -> u64 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state
}

/// Kills a writer after so many acknowledgements and gives all that came before its end.
fn kill_after(path: &Path, directive: &str, count: u64, early: bool) -> Vec<(String, u64)> {
    let (mut child, mut out) = start(path, directive, 0, early);
    let mut acks = Vec::new();
    while (acks.len() as u64) < count {
        acks.push(ack(&mut out).expect("the writer goes on until it is killed"));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What it said before it died counts too.
    acks.extend(std::iter::from_fn(|| ack(&mut out)));
    acks
}

#[test]
fn no_acknowledged_event_is_lost_when_the_writer_is_killed() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let mut state = 0x9e37_79b9_7f4a_7c15;
    let (mut acknowledged, mut logs) = (0, BTreeMap::<String, u64>::new());
    for round in 0..KILLS {
        let directive = format!("d-{}", round / 8);
        let acks = kill_after(&path, &directive, 1 + next(&mut state) % 12, false);
        acknowledged += acks.len();
        let journal = SqliteJournal::open_existing(&path).unwrap();
        assert_eq!(lost(&journal, &directive, &acks), 0, "round {round} of {directive}");
        let verified = verify_stream(&journal, directive.parse().unwrap()).unwrap();
        let (_, last) = acks.last().unwrap();
        // One commit may have been made and not acknowledged.
        assert!(verified.events == *last || verified.events == *last + 1, "{} after {last}", verified.events);
        logs.insert(directive, verified.events);
    }
    let journal = SqliteJournal::open_existing(&path).unwrap();
    let audit = verify_journal(&journal).unwrap();
    assert_eq!(audit.events, logs.values().sum::<u64>());
    assert!(audit.events >= acknowledged as u64 && acknowledged as u64 >= KILLS);
}

/// The control: a writer that answers before the commit does lose events in the same trial.
#[test]
fn answering_before_the_commit_is_found_out() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let found = (0..500).any(|round| {
        let acks = kill_after(&path, "d-1", 1 + round % 3, true);
        lost(&SqliteJournal::open(&path).unwrap(), "d-1", &acks) > 0
    });
    assert!(found, "a writer that answers too early was not found out");
}
