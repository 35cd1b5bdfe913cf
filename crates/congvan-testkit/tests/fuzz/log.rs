//! An exported log: read line by line, written again byte for byte, verified, and folded as far as it goes.

use congvan_calendar::Instant;
use congvan_core::{Directive, Event, Stamp};
use congvan_store::{LineError, Record, verify};

use crate::{Taken, told};

pub(crate) fn check(text: &str) -> Taken {
    let mut taken = Taken::Refused;
    let mut records: Vec<Record> = Vec::new();
    for line in text.lines() {
        match Record::from_json_line(line) {
            Ok(record) => {
                taken = Taken::Read;
                let written = record.to_json_line();
                assert_eq!(Record::from_json_line(&written).as_ref().ok(), Some(&record));
                records.push(record);
            }
            Err(error) => refused(&error),
        }
    }
    let Some(first) = records.first() else { return taken };
    let id = first.directive();
    if verify(id, records.iter().map(Record::row), None).is_err() {
        taken = Taken::Refused;
    }
    let mut directive = Directive::new(id);
    let mut history: Vec<(Stamp, Event)> = Vec::new();
    for record in &records {
        match directive.evolve(record.stamp(), record.event()) {
            Ok(next) => directive = next,
            Err(corrupt) => {
                assert!(!corrupt.to_string().is_empty());
                return taken;
            }
        }
        history.push((*record.stamp(), record.event().clone()));
    }
    ask(&directive, &history);
    taken
}

fn refused(error: &LineError) {
    told::line(error);
}

/// Whatever history was taken, the questions about it are answered.
fn ask(directive: &Directive, history: &[(Stamp, Event)]) {
    let days = ["0001-01-01", "2026-11-20", "9999-12-31"];
    for now in days.iter().map(|day| Instant::end_of(day.parse().unwrap())) {
        if let Some(proceedings) = directive.proceedings() {
            let _ = proceedings.board(now);
            let _ = proceedings.blockers(now);
            let _ = proceedings.timeline(history, now);
            let _ = proceedings.statistics(now);
        }
    }
}
