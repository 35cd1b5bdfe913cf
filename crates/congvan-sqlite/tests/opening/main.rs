//! Opening: what is refused, and that a foreign file stays as it is.

#![expect(clippy::unwrap_used, reason = "a helper of tests may fail as a test fails")]

mod first;

use std::fs;

use congvan_sqlite::{BackupError, OpenError, SqliteJournal};
use congvan_store::conformance::Author;
use congvan_store::{Journal as _, verify_journal};
use rusqlite::Connection;
use tempfile::TempDir;

use first::as_first_written;

#[test]
fn a_register_is_opened_again_as_it_was() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let mut author = Author::new("d-1").unwrap();
    author.write(&SqliteJournal::create_new(&path).unwrap(), 3).unwrap();
    for open in [SqliteJournal::open, SqliteJournal::open_existing] {
        let journal = open(&path).unwrap();
        assert_eq!(journal.path(), Some(path.as_path()));
        author.write(&journal, 2).unwrap();
        assert_eq!(verify_journal(&journal).unwrap().events, author.version());
    }
}

#[test]
fn an_existing_file_is_never_created_anew() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    drop(SqliteJournal::create_new(&path).unwrap());
    assert!(matches!(SqliteJournal::create_new(&path), Err(OpenError::Exists { .. })));
    drop(SqliteJournal::open_existing(&path).unwrap());
}

#[test]
fn a_missing_file_is_not_created_by_opening_an_existing_one() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    assert!(matches!(SqliteJournal::open_existing(&path), Err(OpenError::Missing { .. })));
    assert!(!path.exists());
    let nowhere = folder.path().join("none").join("so.congvan");
    assert!(matches!(SqliteJournal::open(&nowhere), Err(OpenError::File { .. })));
    assert!(matches!(SqliteJournal::create_new(&nowhere), Err(OpenError::File { .. })));
}

#[test]
fn a_foreign_file_is_refused_and_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let text = folder.path().join("text");
    fs::write(
        &text,
        "This is a text and no database, long enough to have a whole header of its own. ".repeat(20),
    )
    .unwrap();
    let other = folder.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE x (y)").unwrap();
    let marked = folder.path().join("marked.db");
    Connection::open(&marked)
        .unwrap()
        .execute_batch("PRAGMA application_id = 7; PRAGMA user_version = 1")
        .unwrap();
    for path in [&text, &other, &marked] {
        let before = fs::read(path).unwrap();
        for open in [SqliteJournal::open, SqliteJournal::open_existing] {
            let refused = open(path);
            assert!(matches!(refused, Err(OpenError::NotARegister { .. })), "{path:?}: {refused:?}");
        }
        assert!(matches!(SqliteJournal::create_new(path), Err(OpenError::Exists { .. })));
        assert_eq!(fs::read(path).unwrap(), before, "{path:?} was changed");
    }
    let empty = folder.path().join("empty");
    fs::write(&empty, "").unwrap();
    assert!(matches!(SqliteJournal::open_existing(&empty), Err(OpenError::NotARegister { .. })));
}

#[test]
fn a_later_schema_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    drop(SqliteJournal::create_new(&path).unwrap());
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let refused = SqliteJournal::open(&path);
    assert!(matches!(refused, Err(OpenError::TooNew { found: 99, supported: 3 })), "{refused:?}");
}

#[test]
fn a_register_of_the_first_tables_is_brought_up_to_date() {
    let folder = TempDir::new().unwrap();
    let path = as_first_written(&folder, "");
    let (old, new) = (
        SqliteJournal::open_existing(folder.path().join("today")).unwrap(),
        SqliteJournal::open(path).unwrap(),
    );
    let audit = verify_journal(&new).unwrap();
    assert_eq!(audit, verify_journal(&old).unwrap());
    assert_eq!(audit.events, 6);
    let all = |journal: &SqliteJournal| journal.feed(congvan_store::Position::START, 100).unwrap();
    assert_eq!(all(&new), all(&old));
    let due = new.due("2024-01-01T00:00:00+07:00".parse().unwrap(), None, 10).unwrap();
    assert_eq!(due.iter().map(|item| item.directive.as_str()).collect::<Vec<_>>(), ["d-1", "d-2"]);
    let outcome = new.outcome("d-2".parse().unwrap(), "c-4".parse().unwrap()).unwrap().unwrap();
    assert_eq!((outcome.committed.last, outcome.committed.position.get()), (4, 6));
}

#[test]
fn a_register_with_an_index_of_commands_knows_them_without_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let mut author = Author::new("d-1").unwrap();
    author.write(&SqliteJournal::create_new(&path).unwrap(), 3).unwrap();
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch("CREATE INDEX commands ON records (command_id); PRAGMA user_version = 2").unwrap();
    let journal = SqliteJournal::open(&path).unwrap();
    let outcome = journal.outcome(author.id(), "c-2".parse().unwrap()).unwrap().unwrap();
    assert_eq!((outcome.committed.first, outcome.committed.last), (2, 2));
    author.write(&journal, 2).unwrap();
    assert_eq!(verify_journal(&journal).unwrap().events, 5);
    let indexes = "SELECT count(*) FROM sqlite_schema WHERE name = 'commands'";
    assert_eq!(sql.query_row(indexes, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}

#[test]
fn what_was_broken_before_stays_broken_when_the_tables_are_brought_up_to_date() {
    for change in [
        "DELETE FROM events WHERE directive = 'd-2' AND sequence = 4",
        "DELETE FROM events WHERE directive = 'd-2'",
        "UPDATE streams SET version = 3 WHERE directive = 'd-2'",
        "UPDATE streams SET head = zeroblob(32) WHERE directive = 'd-2'",
        "DELETE FROM streams WHERE directive = 'd-2'",
    ] {
        let folder = TempDir::new().unwrap();
        let journal = SqliteJournal::open(as_first_written(&folder, change)).unwrap();
        assert!(verify_journal(&journal).is_err(), "{change}");
    }
}

#[test]
fn a_backup_made_during_writing_verifies_and_is_a_prefix() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("so.congvan");
    let journal = SqliteJournal::create_new(&path).unwrap();
    let mut author = Author::new("d-1").unwrap();
    author.write(&journal, 5).unwrap();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| author.write(&journal, 100).unwrap());
        for number in 0..10 {
            let target = folder.path().join(format!("backup-{number}"));
            journal.backup_to(&target).unwrap();
            let backup = SqliteJournal::open_existing(&target).unwrap();
            let audit = verify_journal(&backup).unwrap();
            assert!(audit.events >= 5);
            let records = backup.feed(congvan_store::Position::START, 1_000).unwrap();
            assert_eq!(records.len() as u64, audit.events);
            assert_eq!(records, journal.feed(congvan_store::Position::START, records.len()).unwrap());
        }
        writer.join().unwrap();
    });
    let target = folder.path().join("backup-0");
    let before = fs::read(&target).unwrap();
    assert!(matches!(journal.backup_to(&target), Err(BackupError::Exists { .. })));
    assert_eq!(fs::read(&target).unwrap(), before);
    let memory = SqliteJournal::open_in_memory().unwrap();
    Author::new("d-1").unwrap().write(&memory, 3).unwrap();
    memory.backup_to(folder.path().join("memory")).unwrap();
    let copy = SqliteJournal::open_existing(folder.path().join("memory")).unwrap();
    assert_eq!(verify_journal(&copy).unwrap().events, 3);
}

#[test]
fn a_backup_that_fails_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let journal = SqliteJournal::create_new(folder.path().join("so.congvan")).unwrap();
    let nowhere = folder.path().join("none").join("backup");
    assert!(matches!(journal.backup_to(&nowhere), Err(BackupError::File { .. })));
    assert!(!nowhere.exists());
}
