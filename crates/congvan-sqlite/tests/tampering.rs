//! Whoever changes a row behind the journal's back is found out, and the row is named.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of tests may fail as a test fails")]

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use congvan_core::event::{Event, Stamp};
use congvan_core::id::DirectiveId;
use congvan_sqlite::SqliteJournal;
use congvan_store::conformance::Author;
use congvan_store::{Document, Journal as _, ReadError, VerifyError, verify_journal, verify_stream};
use rusqlite::Connection;
use tempfile::TempDir;

struct Register {
    folder: TempDir,
    journal: SqliteJournal,
}

impl Register {
    /// Two logs, `d-1` and `d-2`, whose events alternate; `d-1` goes on to its end.
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let journal = SqliteJournal::create_new(folder.path().join("so.congvan")).unwrap();
        let (mut first, mut second) = (Author::new("d-1").unwrap(), Author::new("d-2").unwrap());
        for _ in 0..4 {
            first.write(&journal, 1).unwrap();
            second.write(&journal, 1).unwrap();
        }
        for decision in first.finish().unwrap() {
            let entry = first.entry(&decision).unwrap();
            journal.append(entry).unwrap();
        }
        verify_journal(&journal).unwrap();
        Self { folder, journal }
    }

    fn sql(&self) -> Connection {
        Connection::open(self.folder.path().join("so.congvan")).unwrap()
    }

    /// What a statement says of `d-1` and `d-2` and their records, in terms of the tables.
    fn execute(&self, statement: &str) {
        let sql = self.sql();
        let number = |directive: &str| -> i64 {
            sql.query_row("SELECT number FROM logs WHERE directive = ?1", [directive], |row| row.get(0))
                .unwrap()
        };
        let (first, second) = (number("d-1") << 32, number("d-2") << 32);
        let statement = statement.replace("{d-1}", &first.to_string()).replace("{d-2}", &second.to_string());
        sql.execute_batch(&statement).unwrap();
    }

    fn broken(&self) -> (String, u64) {
        match verify_journal(&self.journal) {
            Err(VerifyError::Broken(broken)) => (broken.directive.to_string(), broken.sequence),
            other => panic!("expected a broken record, found {other:?}"),
        }
    }
}

fn id(text: &str) -> DirectiveId {
    text.parse().unwrap()
}

/// Changes of one bit, of length, of type within what a column allows.
fn changes(column: &str) -> &'static [&'static str] {
    match column {
        "position" => &["{c} + 1000", "-{c}"],
        // To the same place of no log, of a later log, and to a later place of its own.
        "id" => &["-{c}", "{c} + (1000 << 32)", "{c} + 1000"],
        "format" => &["{c} + 1", "{c} + 65536", "-1"],
        "ends" => &["1 - {c}", "2", "-1"],
        "fingerprint" | "rules" | "previous" | "hash" => &[
            "zeroblob(32)",
            "x''",
            "CAST({c} || x'00' AS BLOB)",
            "unhex(substr(hex({c}), 1, 63) || CASE substr(hex({c}), 64) WHEN '0' THEN '1' ELSE '0' END)",
        ],
        "event" => {
            &["{c} || ' '", "' ' || {c}", "replace({c}, '}', ',\"x\":1}')", "'{\"unheard_of\":{}}'", "''"]
        }
        "stamp" => &[
            "{c} || ' '",
            "replace({c}, '2024', '2023')",
            "'{}'",
            "replace({c}, '\"person\":\"', '\"person\":\"x')",
        ],
        _ => &["{c} || 'x'", "'d-3'", "''", "{c} || ' '"],
    }
}

#[test]
fn every_column_of_every_row_is_covered() {
    let register = Register::new();
    let sql = register.sql();
    let columns: Vec<String> = sql
        .prepare("SELECT name FROM pragma_table_info('records')")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(columns.len(), 11, "{columns:?}");
    let events = register.journal.stream(id("d-1")).unwrap().unwrap().version;
    let log: i64 =
        sql.query_row("SELECT number FROM logs WHERE directive = 'd-1'", [], |row| row.get(0)).unwrap();
    let mut refused = BTreeSet::new();
    for sequence in 1..=events {
        let row = (log << 32) + i64::try_from(sequence).unwrap();
        for column in &columns {
            for change in changes(column) {
                // The seal of the first record follows zeros already.
                if column == "previous" && sequence == 1 && *change == "zeroblob(32)" {
                    continue;
                }
                sql.execute_batch("BEGIN; CREATE TEMP TABLE before AS SELECT * FROM records").unwrap();
                let value = change.replace("{c}", column);
                let statement = format!(
                    "UPDATE records SET {column} = {value} WHERE id = {row} AND {column} IS NOT {value}"
                );
                assert_eq!(sql.execute(&statement, []).unwrap(), 1, "{statement} changes nothing");
                sql.execute_batch("COMMIT").unwrap();
                let found = register.broken();
                // A log that ends too early or goes on behind its end is broken at the next record.
                let at = sequence + u64::from(*change == "1 - {c}");
                assert_eq!(found, ("d-1".to_owned(), at), "{statement}");
                assert!(verify_stream(&register.journal, id("d-1")).is_err());
                if matches!(column.as_str(), "event" | "stamp" | "format" | "ends") {
                    let told = told(&register.journal);
                    assert_eq!(told, seen(&register.journal), "{statement}");
                    refused.insert(told.map_err(|error| error.replace(char::is_numeric, "")).err());
                }
                verify_stream(&register.journal, id("d-2")).unwrap();
                sql.execute_batch(
                    "BEGIN; DELETE FROM records; INSERT INTO records SELECT * FROM before; DROP TABLE before; COMMIT",
                )
                .unwrap();
                verify_journal(&register.journal).unwrap();
            }
        }
    }
    // Read as what they are: a format, an event and a stamp that are none, a mark that is none, one that came too early.
    assert!(refused.len() > 5, "a replay refuses for few reasons: {refused:?}");
}

type Events = Vec<(Stamp, Event)>;

/// What a replay of `d-1` gives.
fn told(journal: &SqliteJournal) -> Result<Events, String> {
    let mut events = Events::new();
    let replayed = journal.replay(id("d-1"), 0, &mut |stamp, event| {
        events.push((stamp, event));
        ControlFlow::Continue(())
    });
    replayed.map(|()| events).map_err(|error| error.to_string())
}

/// The same from whole rows.
fn seen(journal: &SqliteJournal) -> Result<Events, String> {
    let mut events = Ok(Events::new());
    let scanned = journal.scan(id("d-1"), 0, &mut |row| match (&mut events, row.decode()) {
        (Ok(events), Ok(decoded)) => {
            events.push(decoded);
            ControlFlow::Continue(())
        }
        (_, Err(error)) => {
            events = Err(ReadError::undecodable(id("d-1"), row.sequence, error).to_string());
            ControlFlow::Break(())
        }
        (Err(_), Ok(_)) => ControlFlow::Break(()),
    });
    scanned.map_err(|error| error.to_string()).and(events)
}

#[test]
fn deleted_moved_and_inserted_rows_are_named() {
    let last = Register::new().journal.stream(id("d-1")).unwrap().unwrap().version;
    let cases = [
        ("DELETE FROM records WHERE id = {d-1} + 3", ("d-1", 3)),
        // The end of the log was cut off, with nothing else changed.
        ("DELETE FROM records WHERE id = {d-1} + {last}", ("d-1", last)),
        ("DELETE FROM records WHERE id > {d-1} + 2 AND id < {d-1} + 1000", ("d-1", 3)),
        ("DELETE FROM records WHERE id > {d-2} AND id < {d-2} + 1000", ("d-2", 1)),
        // Two records change places.
        (
            "UPDATE records SET id = -2 WHERE id = {d-1} + 2; \
             UPDATE records SET id = {d-1} + 2 WHERE id = {d-1} + 3; \
             UPDATE records SET id = {d-1} + 3 WHERE id = -2",
            ("d-1", 2),
        ),
        // A record is repeated at the end, with the mark of the end and with the mark moved.
        (
            "INSERT INTO records SELECT id + 1, 1000, command_id, fingerprint, format, stamp, event, rules, previous, \
             hash, ends FROM records WHERE id = {d-1} + {last}",
            ("d-1", last + 1),
        ),
        (
            "INSERT INTO records SELECT id + 1, 1000, command_id, fingerprint, format, stamp, event, rules, previous, \
             hash, ends FROM records WHERE id = {d-1} + {last}; UPDATE records SET ends = 0 WHERE id = {d-1} + {last}",
            ("d-1", last + 1),
        ),
        // A record is taken from another log.
        (
            "DELETE FROM records WHERE id = {d-1} + 4; UPDATE records SET id = {d-1} + 4 WHERE id = {d-2} + 4",
            ("d-1", 4),
        ),
        // Two logs change names.
        (
            "UPDATE logs SET directive = 'd-3' WHERE directive = 'd-1'; \
             UPDATE logs SET directive = 'd-1' WHERE directive = 'd-2'; \
             UPDATE logs SET directive = 'd-2' WHERE directive = 'd-3'",
            ("d-1", 1),
        ),
    ];
    for (statement, (directive, sequence)) in cases {
        let register = Register::new();
        register.execute(&statement.replace("{last}", &last.to_string()));
        assert_eq!(register.broken(), (directive.to_owned(), sequence), "{statement}");
    }
}

#[test]
fn a_log_that_vanished_whole_leaves_a_gap() {
    for statement in [
        "DELETE FROM records WHERE id > {d-2} AND id < {d-2} + 1000; DELETE FROM logs WHERE directive = 'd-2'",
        "DELETE FROM logs WHERE directive = 'd-2'",
    ] {
        let register = Register::new();
        register.execute(statement);
        match verify_journal(&register.journal) {
            Err(VerifyError::Gap { position }) => assert_eq!(position.get(), 2),
            other => panic!("expected a gap, found {other:?}"),
        }
    }
}

#[test]
fn a_record_of_no_log_is_an_error_and_never_skipped() {
    let register = Register::new();
    register.execute("DELETE FROM logs WHERE directive = 'd-2'");
    let fed = register.journal.feed(congvan_store::Position::START, 100);
    assert!(matches!(fed, Err(ReadError::Corrupt { sequence: 1, .. })), "{fed:?}");
}

/// The last record of `d-1` as a later release would have sealed it, with this event.
fn sealed_later(register: &Register, event: &str) -> u64 {
    let version = register.journal.stream(id("d-1")).unwrap().unwrap().version;
    let mut hash = None;
    let mut sweep = |row: congvan_store::Row<'_>| {
        let changed = congvan_store::Row { event, ..row };
        hash = Some(changed.computed_hash(&mut Vec::new()));
        ControlFlow::Continue(())
    };
    register.journal.scan(id("d-1"), version - 1, &mut sweep).unwrap();
    let hash: String = hash.unwrap().as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    register.execute(&format!(
        "UPDATE records SET event = '{event}', hash = x'{hash}' WHERE id = {{d-1}} + {version}"
    ));
    version
}

#[test]
fn what_a_later_release_sealed_is_no_damage_and_is_never_skipped() {
    let teleported = r#"{"teleported":{"to":"so-y-te"}}"#;
    let reason_by_code = r#"{"closed":{"reason":{"code":7}}}"#;
    for (event, what) in [(teleported, "teleported"), (reason_by_code, "closed (invalid type: map")] {
        let register = Register::new();
        let version = sealed_later(&register, event);
        let failures = [
            register.journal.read(id("d-1"), 0, 100).unwrap_err(),
            register.journal.feed(congvan_store::Position::START, 100).unwrap_err(),
            match verify_journal(&register.journal) {
                Err(VerifyError::Unreadable(error)) => error,
                other => panic!("expected what a later release wrote, found {other:?}"),
            },
        ];
        for failure in failures {
            let ReadError::Later { directive, sequence, source } = &failure else { panic!("{failure:?}") };
            assert_eq!((*directive, *sequence), (id("d-1"), version));
            assert!(source.to_string().starts_with(what), "{source}");
            assert!(!failure.to_string().contains("restore a backup"), "{failure}");
        }
        let mut swept = 0;
        let all = &mut |_: congvan_store::Row<'_>| {
            swept += 1;
            ControlFlow::Continue(())
        };
        register.journal.sweep(congvan_store::Position::START, 100, all).unwrap();
        assert_eq!(swept, register.journal.head().unwrap().get());
    }
    let register = Register::new();
    register.execute("UPDATE records SET format = 2 WHERE id = {d-1} + 3");
    let read = register.journal.read(id("d-1"), 0, 100);
    assert!(matches!(read, Err(ReadError::Later { sequence: 3, .. })), "{read:?}");
}

#[test]
fn altered_events_stamps_and_names_are_errors_and_never_skipped() {
    for change in ["event = '{\"unheard_of\":{}}'", "stamp = '{}'", "command_id = ' '"] {
        let register = Register::new();
        register.execute(&format!("UPDATE records SET {change} WHERE id = {{d-1}} + 3"));
        for read in [
            register.journal.read(id("d-1"), 0, 100),
            register.journal.read(id("d-1"), 2, 1),
            register.journal.feed(congvan_store::Position::START, 100),
        ] {
            match read {
                Err(ReadError::Corrupt { directive, sequence, .. }) => {
                    assert_eq!((directive.as_str(), sequence), ("d-1", 3), "{change}");
                }
                other => panic!("expected a corrupt record, found {other:?}"),
            }
        }
    }
}

#[test]
fn a_kept_document_that_was_changed_is_not_given_out() {
    let register = Register::new();
    let document =
        Document { kind: "directory".into(), name: "current".into(), text: "a".into(), version: 1 };
    register.journal.keep(&document).unwrap();
    for change in ["text = 'b'", "text = ''", "hash = zeroblob(32)", "hash = x''"] {
        register.sql().execute_batch(&format!("UPDATE kept SET {change}")).unwrap();
        let given = register.journal.kept("directory", "current", None);
        assert!(matches!(given, Err(ReadError::Altered { version: 1, .. })), "{change}: {given:?}");
    }
}
