//! A register as the first releases wrote it.

use std::path::PathBuf;

use congvan_sqlite::SqliteJournal;
use congvan_store::conformance::Author;
use rusqlite::Connection;
use tempfile::TempDir;

/// The tables of the first releases.
const FIRST_TABLES: &str = include_str!("../../src/schema/001.sql");

/// A register in these tables, filled with six events of two directives from a register of today, after a change to what they hold.
pub(crate) fn as_first_written(folder: &TempDir, change: &str) -> PathBuf {
    let today = folder.path().join("today");
    let journal = SqliteJournal::create_new(&today).unwrap();
    let (mut first, mut second) = (Author::new("d-1").unwrap(), Author::new("d-2").unwrap());
    second.write(&journal, 3).unwrap();
    first.write(&journal, 2).unwrap();
    second.write(&journal, 1).unwrap();
    drop(journal);
    let path = folder.path().join("first");
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch(FIRST_TABLES).unwrap();
    sql.execute("ATTACH ?1 AS today", [today.to_str().unwrap()]).unwrap();
    sql.execute_batch(
        "INSERT INTO events SELECT directive, id & 4294967295, position, command_id, fingerprint, format, stamp, event, \
         rules, previous, hash FROM today.records JOIN today.logs ON number = id >> 32; \
         INSERT INTO streams SELECT directive, id & 4294967295, hash, 1000 FROM today.records \
         JOIN today.logs ON number = id >> 32 WHERE ends; \
         PRAGMA user_version = 1",
    )
    .unwrap();
    sql.execute_batch(change).unwrap();
    path
}
