//! The sealed log: it is canonical JSON, and no change of it goes unseen.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper of tests may fail as a test fails"
)]

use congvan_core::hash::ContentHash;
use congvan_store::conformance::Author;
use congvan_store::{
    Broken, Chain, FORMAT, Flaw, GENESIS, Journal as _, LineError, MemoryJournal, Position, Record, Row,
    Stream, Unsealed, verify,
};
use proptest::prelude::*;

/// Two whole lives, whose events alternate in the journal.
fn journal() -> MemoryJournal {
    let journal = MemoryJournal::new();
    let mut authors = [Author::new("d-1").unwrap(), Author::new("d-2").unwrap()];
    for _ in 0..3 {
        for author in &mut authors {
            author.write(&journal, 1).unwrap();
        }
    }
    for author in &mut authors {
        let mut decisions = author.finish().unwrap();
        decisions.push(author.annotate("Ghi chú: \"đã\tnhận\" \\ \u{1} 𝄞 \u{2028}").unwrap());
        for decision in decisions {
            let entry = author.entry(&decision).unwrap();
            journal.append(entry).unwrap();
        }
    }
    journal
}

fn records(directive: &str) -> Vec<Record> {
    journal().read(directive.parse().unwrap(), 0, 100).unwrap()
}

fn known(records: &[Record]) -> Stream {
    let last = records.last().unwrap();
    Stream { directive: last.directive(), head: last.hash(), version: last.sequence() }
}

fn check<'a>(rows: impl IntoIterator<Item = Row<'a>>, known: &Stream) -> Result<u64, Broken> {
    verify(known.directive, rows, Some(known)).map(|verified| verified.events)
}

#[test]
fn every_line_is_canonical_json() {
    for record in journal().feed(Position::START, 100).unwrap() {
        let line = record.to_json_line();
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(line, serde_json_canonicalizer::to_string(&value).unwrap());
        // The hash covers the canonical JSON of every other column.
        let mut columns = value.as_object().unwrap().clone();
        assert_eq!(columns.remove("hash").unwrap(), record.hash().to_string());
        assert_eq!(columns.len(), 10);
        let others = serde_json_canonicalizer::to_vec(&columns).unwrap();
        assert_eq!(ContentHash::of(&others), record.hash());
    }
}

#[test]
fn a_line_is_read_as_it_was_written() {
    for record in records("d-1") {
        let line = record.to_json_line();
        let read = Record::from_json_line(&line).unwrap();
        assert_eq!(read, record);
        assert_eq!(read.to_json_line(), line);
    }
}

#[test]
fn an_exported_log_verifies_without_its_journal() {
    let records = records("d-1");
    let lines: Vec<_> = records.iter().map(Record::to_json_line).collect();
    let read: Vec<_> = lines.iter().map(|line| Record::from_json_line(line).unwrap()).collect();
    let verified = verify(read[0].directive(), read.iter().map(Record::row), None).unwrap();
    assert_eq!((verified.events, verified.head), (records.len() as u64, known(&records).head));
    assert_eq!(Chain::new(read[0].directive()).verified().head, GENESIS);
}

#[test]
fn a_line_of_another_release_is_an_error() {
    let line = records("d-1")[1].to_json_line();
    let later = line.replace(&format!("\"format\":{FORMAT}"), "\"format\":2");
    assert!(matches!(Record::from_json_line(&later), Err(LineError::Column { sequence: 2, .. })));
    let unknown = line.replace("\"drafted\"", "\"drawn\"");
    assert!(matches!(Record::from_json_line(&unknown), Err(LineError::Column { .. })));
    let more = line.replacen('{', "{\"more\":1,", 1);
    assert!(matches!(Record::from_json_line(&more), Err(LineError::Line(_))));
    let less = line.replacen("\"sequence\":2,", "", 1);
    assert!(matches!(Record::from_json_line(&less), Err(LineError::Line(_))));
}

#[test]
fn every_truncation_is_found_against_a_known_head() {
    let records = records("d-1");
    let known = known(&records);
    for length in 0..records.len() {
        let broken = check(records[..length].iter().map(Record::row), &known).unwrap_err();
        assert_eq!(broken.sequence, length as u64 + 1);
        assert!(matches!(broken.what, Flaw::Missing { .. }), "{broken}");
    }
    let shorter = Stream { version: known.version - 1, head: records[records.len() - 2].hash(), ..known };
    let broken = check(records.iter().map(Record::row), &shorter).unwrap_err();
    assert_eq!(broken.sequence, known.version);
    let other = Stream { head: GENESIS, ..known };
    assert!(matches!(
        check(records.iter().map(Record::row), &other),
        Err(Broken { what: Flaw::OtherHead { .. }, .. })
    ));
}

#[test]
fn every_bit_of_every_line_counts() {
    let records = records("d-1");
    let known = known(&records);
    let directive = known.directive;
    for (at, record) in records.iter().enumerate() {
        let line = record.to_json_line().into_bytes();
        for byte in 0..line.len() {
            for bit in 0..8 {
                let mut flipped = line.clone();
                flipped[byte] ^= 1 << bit;
                let Ok(text) = String::from_utf8(flipped) else { continue };
                let Ok(read) = Record::from_json_line(&text) else { continue };
                // Upper-case digits of a hash are the same hash.
                if read == *record {
                    assert_eq!(read.to_json_line().into_bytes(), line);
                    continue;
                }
                let mut chain = Chain::new(directive);
                for before in &records[..at] {
                    chain.check(&before.row()).unwrap();
                }
                let broken = chain.check(&read.row()).unwrap_err();
                assert_eq!(broken.sequence, record.sequence(), "byte {byte} bit {bit} of {text}");
            }
        }
    }
}

#[test]
fn a_record_of_another_log_is_refused() {
    let (own, other) = (records("d-1"), records("d-2"));
    let known = known(&own);
    for at in 0..own.len() {
        let spliced =
            own.iter().enumerate().map(|(n, record)| if n == at { other[n].row() } else { record.row() });
        let broken = check(spliced, &known).unwrap_err();
        assert_eq!(broken.sequence, at as u64 + 1);
        assert!(matches!(broken.what, Flaw::OtherDirective { .. }), "{broken}");
        // Even under the right name.
        let renamed = own.iter().enumerate().map(|(n, record)| {
            if n == at { Row { directive: known.directive, ..other[n].row() } } else { record.row() }
        });
        assert_eq!(check(renamed, &known).unwrap_err().sequence, at as u64 + 1);
    }
}

/// A change of the order: delete a record, repeat it, or let two change places.
fn rearranged(length: usize, changes: &[(u8, usize, usize)]) -> Vec<usize> {
    let mut order: Vec<_> = (0..length).collect();
    for (kind, a, b) in changes {
        if order.is_empty() {
            break;
        }
        let (a, b) = (a % order.len(), b % order.len());
        match kind {
            0 => drop(order.remove(a)),
            1 => order.insert(b, order[a]),
            _ => order.swap(a, b),
        }
    }
    order
}

proptest! {
    /// The first place that is not as it was is named, and a log as it was verifies.
    #[test]
    fn every_rearrangement_is_named(changes in proptest::collection::vec((0..3_u8, 0..9_usize, 0..9_usize), 0..4)) {
        let records = records("d-1");
        let known = known(&records);
        let order = rearranged(records.len(), &changes);
        let wrong = (0..records.len()).find(|at| order.get(*at) != Some(at));
        let wrong = wrong.or((order.len() > records.len()).then_some(records.len()));
        match (check(order.iter().map(|at| records[*at].row()), &known), wrong) {
            (Ok(events), None) => prop_assert_eq!(events, known.version),
            (Err(broken), Some(at)) => prop_assert_eq!(broken.sequence, at as u64 + 1),
            (found, wrong) => prop_assert!(false, "{:?} is wrong and the check says {:?}", wrong, found),
        }
    }
}

#[test]
fn what_is_sealed_elsewhere_is_what_a_journal_stores() {
    let journal = MemoryJournal::new();
    let mut authors = [Author::new("d-1").unwrap(), Author::new("d-2").unwrap()];
    for author in &mut authors {
        author.write(&journal, 2).unwrap();
    }
    let mut several = false;
    for author in &mut authors {
        for decision in author.finish().unwrap() {
            let entry = author.entry(&decision).unwrap();
            let unsealed = Unsealed::of(&entry).unwrap();
            assert_eq!(
                (unsealed.directive(), unsealed.version()),
                (decision.directive(), decision.version())
            );
            let stream = journal.stream(decision.directive()).unwrap().unwrap();
            let lines = unsealed.seal(journal.head().unwrap(), stream.head);
            journal.append(entry).unwrap();
            let stored = journal.read(decision.directive(), decision.version(), 100).unwrap();
            several |= stored.len() > 1;
            assert_eq!(lines.len(), stored.len());
            for (line, record) in lines.iter().zip(&stored) {
                assert_eq!(line.line, record.to_json_line());
                assert_eq!((line.hash, line.position), (record.hash(), record.position()));
                assert_eq!(line.sequence, record.sequence());
            }
        }
    }
    assert!(several);
}
