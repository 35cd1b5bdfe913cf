//! Whoever changes a row behind the journal's back is found out, and the row is named.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a helper of tests may fail as a test fails")]

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

#[test]
fn every_column_of_every_row_is_covered() {
    let register = Register::new();
    let sql = register.sql();
    let columns: Vec<String> = sql
        .prepare("SELECT name FROM pragma_table_info('events')")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(columns.len(), 11, "{columns:?}");
    let events = register.journal.stream(id("d-1")).unwrap().unwrap().version;
    for sequence in 1..=events {
        for column in &columns {
            // Changes of one bit, of length, of type within what the column allows.
            let changes: &[&str] = match column.as_str() {
                "sequence" | "position" => &["{c} + 1000", "-{c}"],
                "format" => &["{c} + 1", "{c} + 65536", "-1"],
                "fingerprint" | "rules" | "previous" | "hash" => &[
                    "zeroblob(32)",
                    "x''",
                    "CAST({c} || x'00' AS BLOB)",
                    "unhex(substr(hex({c}), 1, 63) || CASE substr(hex({c}), 64) WHEN '0' THEN '1' ELSE '0' END)",
                ],
                "event" => &[
                    "{c} || ' '",
                    "' ' || {c}",
                    "replace({c}, '}', ',\"x\":1}')",
                    "'{\"unheard_of\":{}}'",
                    "''",
                ],
                "stamp" => &[
                    "{c} || ' '",
                    "replace({c}, '2024', '2023')",
                    "'{}'",
                    "replace({c}, '\"person\":\"', '\"person\":\"x')",
                ],
                _ => &["{c} || 'x'", "'d-3'", "''", "{c} || ' '"],
            };
            for change in changes {
                // The seal of the first record follows zeros already.
                if column == "previous" && sequence == 1 && *change == "zeroblob(32)" {
                    continue;
                }
                sql.execute_batch("BEGIN").unwrap();
                sql.execute_batch("CREATE TEMP TABLE before AS SELECT * FROM events WHERE directive = 'd-1'")
                    .unwrap();
                let value = change.replace("{c}", column);
                let statement = format!(
                    "UPDATE events SET {column} = {value} WHERE directive = 'd-1' AND sequence = {sequence} AND {column} IS NOT {value}"
                );
                assert_eq!(sql.execute(&statement, []).unwrap(), 1, "{statement} changes nothing");
                sql.execute_batch("COMMIT").unwrap();
                let found = register.broken();
                assert_eq!(found, ("d-1".to_owned(), sequence), "{statement}");
                assert!(verify_stream(&register.journal, id("d-1")).is_err());
                verify_stream(&register.journal, id("d-2")).unwrap();
                sql.execute_batch(
                    "BEGIN; DELETE FROM events WHERE directive NOT IN ('d-2'); \
                     INSERT INTO events SELECT * FROM before; DROP TABLE before; COMMIT",
                )
                .unwrap();
                verify_journal(&register.journal).unwrap();
            }
        }
    }
}

#[test]
fn deleted_moved_and_inserted_rows_are_named() {
    let last = Register::new().journal.stream(id("d-1")).unwrap().unwrap().version;
    let cases = [
        ("DELETE FROM events WHERE directive = 'd-1' AND sequence = 3", ("d-1", 3)),
        // The end of the log was cut off, with nothing else changed.
        ("DELETE FROM events WHERE directive = 'd-1' AND sequence = {last}", ("d-1", last)),
        ("DELETE FROM events WHERE directive = 'd-2'", ("d-2", 1)),
        // Two records change places.
        (
            "UPDATE events SET sequence = -2 WHERE directive = 'd-1' AND sequence = 2; \
             UPDATE events SET sequence = 2 WHERE directive = 'd-1' AND sequence = 3; \
             UPDATE events SET sequence = 3 WHERE directive = 'd-1' AND sequence = -2",
            ("d-1", 2),
        ),
        // A record is repeated at the end.
        (
            "INSERT INTO events SELECT directive, {last} + 1, 1000, command_id, fingerprint, format, stamp, event, rules, previous, hash \
             FROM events WHERE directive = 'd-1' AND sequence = {last}",
            ("d-1", last + 1),
        ),
        // A record is taken from another log.
        (
            "DELETE FROM events WHERE directive = 'd-1' AND sequence = 4; \
             UPDATE events SET directive = 'd-1' WHERE directive = 'd-2' AND sequence = 4",
            ("d-1", 4),
        ),
        ("UPDATE streams SET version = {last} - 1 WHERE directive = 'd-1'", ("d-1", last)),
        ("UPDATE streams SET head = zeroblob(32) WHERE directive = 'd-2'", ("d-2", 4)),
    ];
    for (statement, (directive, sequence)) in cases {
        let register = Register::new();
        let statement = statement.replace("{last}", &last.to_string());
        register.sql().execute_batch(&statement).unwrap();
        assert_eq!(register.broken(), (directive.to_owned(), sequence), "{statement}");
    }
}

#[test]
fn a_log_that_vanished_whole_leaves_a_gap() {
    let register = Register::new();
    register
        .sql()
        .execute_batch(
            "DELETE FROM events WHERE directive = 'd-2'; DELETE FROM streams WHERE directive = 'd-2'",
        )
        .unwrap();
    match verify_journal(&register.journal) {
        Err(VerifyError::Gap { position }) => assert_eq!(position.get(), 2),
        other => panic!("expected a gap, found {other:?}"),
    }
}

#[test]
fn unknown_formats_and_events_are_errors_and_never_skipped() {
    for change in ["format = 2", "event = '{\"unheard_of\":{}}'", "stamp = '{}'", "command_id = ' '"] {
        let register = Register::new();
        let statement = format!("UPDATE events SET {change} WHERE directive = 'd-1' AND sequence = 3");
        register.sql().execute_batch(&statement).unwrap();
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
