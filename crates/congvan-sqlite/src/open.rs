//! Opening a register file: each step that can fail has an error of its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::schema::{APPLICATION_ID, MIGRATIONS, VERSION};

/// SQLite 3.51.3, the first release in which resetting the write-ahead log is safe with several connections.
const OLDEST_LIBRARY: i32 = 3_051_003;

/// How long a writer waits for the others.
const PATIENCE: Duration = Duration::from_secs(30);

/// After how many pages the write-ahead log is taken into the file: an append writes about three, and taking them in
/// costs two more synchronisations.
const CHECKPOINT_PAGES: i64 = 4_000;

/// How often a step of opening is tried when another process does the same.
const ATTEMPTS: u32 = 50;

/// Why a register was not opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The SQLite library can corrupt files that several connections write.
    #[error("SQLite {found} can corrupt a shared file; link SQLite 3.51.3 or newer, such as the bundled one")]
    LibraryTooOld {
        /// The version of the library.
        found: String,
    },
    /// A new register was asked for where a file is.
    #[error("`{}` exists; choose another path, an existing register is never overwritten", path.display())]
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// An existing register was asked for where none is.
    #[error("there is no register at `{}`; check the path or create one with `congvan init`", path.display())]
    Missing {
        /// Where.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("`{}` is not a register; choose a register or a path without a file", path.display())]
    NotARegister {
        /// Where.
        path: PathBuf,
    },
    /// The file was written by a later release.
    #[error(
        "the register has version {found} of the tables, this release knows up to {supported}; use a later release"
    )]
    TooNew {
        /// The version of the file's tables.
        found: u64,
        /// The latest version that this release knows.
        supported: u64,
    },
    /// The file cannot be opened at all.
    #[error("`{}` cannot be opened; check the folder, the permissions and the space", path.display())]
    File {
        /// Where.
        path: PathBuf,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The connection could not be set up.
    #[error("the connection to the register could not be set up")]
    Settings {
        /// Why.
        source: rusqlite::Error,
    },
    /// The file system does not allow write-ahead logging.
    #[error("the register stays in journal mode `{found}` instead of `wal`; keep it on a local disk")]
    NoWriteAheadLog {
        /// The mode that it is in.
        found: String,
    },
    /// Commits would not be synchronised with the disk.
    #[error("the connection has synchronous level {found} instead of 2, which would lose commits")]
    NotSynchronous {
        /// The level.
        found: i64,
    },
    /// The tables could not be brought up to date; the file is as it was.
    #[error("the register's tables could not be brought up to date; restore a backup or use another release")]
    Migration {
        /// Why.
        source: Box<rusqlite_migration::Error>,
    },
}

/// What is to be at the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expect {
    Anything,
    Register,
}

pub(crate) fn check_library(number: i32, text: &str) -> Result<(), OpenError> {
    if number < OLDEST_LIBRARY { Err(OpenError::LibraryTooOld { found: text.to_owned() }) } else { Ok(()) }
}

/// A connection that may write, to tables that are up to date.
pub(crate) fn writer(path: &Path, expect: Expect) -> Result<Connection, OpenError> {
    check_library(rusqlite::version_number(), rusqlite::version())?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let create = match expect {
        Expect::Anything => OpenFlags::SQLITE_OPEN_CREATE,
        Expect::Register if path.exists() => OpenFlags::empty(),
        Expect::Register => return Err(OpenError::Missing { path: path.to_owned() }),
    };
    let mut connection = connect(path, flags | create)?;
    recognise(&connection, path, expect)?;
    patiently(&mut connection, write_ahead)?;
    synchronise(&connection)?;
    migrate(&mut connection)?;
    // A commit that another process began and a crash cut short is in the log only: it must be on the disk before a
    // replayed command is answered from it.
    let settled = connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
    settled.map_err(|source| OpenError::Settings { source })?;
    Ok(connection)
}

/// A connection that only reads.
pub(crate) fn reader(path: &Path) -> Result<Connection, OpenError> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.pragma_update(None, "query_only", true).map_err(|source| OpenError::Settings { source })?;
    Ok(connection)
}

/// A register in memory.
pub(crate) fn in_memory() -> Result<Connection, OpenError> {
    check_library(rusqlite::version_number(), rusqlite::version())?;
    let settings = |source| OpenError::Settings { source };
    let mut connection = Connection::open_in_memory().map_err(settings)?;
    configure(&connection).map_err(settings)?;
    migrate(&mut connection)?;
    Ok(connection)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, OpenError> {
    let file = |source: rusqlite::Error| OpenError::File { path: path.to_owned(), source: source.into() };
    let connection = Connection::open_with_flags(path, flags).map_err(file)?;
    configure(&connection).map_err(|source| OpenError::Settings { source })?;
    Ok(connection)
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(32);
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)
}

/// Looks before anything is written: a foreign file stays as it is.
fn recognise(connection: &Connection, path: &Path, expect: Expect) -> Result<(), OpenError> {
    let foreign = || OpenError::NotARegister { path: path.to_owned() };
    let number = |sql| match connection.query_row(sql, [], |row| row.get::<_, i64>(0)) {
        Ok(number) => Ok(number),
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => Err(foreign()),
        Err(source) => Err(OpenError::File { path: path.to_owned(), source: source.into() }),
    };
    // One statement, so that another process cannot create the register between two looks.
    let mark = number("SELECT application_id FROM pragma_application_id()")?;
    let version = number("SELECT user_version FROM pragma_user_version()")?;
    if mark == i64::from(APPLICATION_ID) {
        let found = u64::try_from(version).map_err(|_| foreign())?;
        let supported = VERSION as u64;
        return if found > supported { Err(OpenError::TooNew { found, supported }) } else { Ok(()) };
    }
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    let fresh = number(
        "SELECT application_id = 0 AND user_version = 0 AND (SELECT count(*) FROM sqlite_schema) = 0 \
         FROM pragma_application_id(), pragma_user_version()",
    )?;
    if fresh == 1 && tables == 0 && expect == Expect::Anything {
        return Ok(());
    }
    // Another process may have created the register since the first look.
    let mark = number("SELECT application_id FROM pragma_application_id()")?;
    if mark == i64::from(APPLICATION_ID) { Ok(()) } else { Err(foreign()) }
}

fn write_ahead(connection: &mut Connection) -> Result<(), OpenError> {
    let mode = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0));
    let found = mode.map_err(|source| OpenError::Settings { source })?;
    if found == "wal" { Ok(()) } else { Err(OpenError::NoWriteAheadLog { found }) }
}

fn synchronise(connection: &Connection) -> Result<(), OpenError> {
    let settings = |source| OpenError::Settings { source };
    connection.pragma_update(None, "synchronous", "FULL").map_err(settings)?;
    let found =
        connection.query_row("PRAGMA synchronous", [], |row| row.get::<_, i64>(0)).map_err(settings)?;
    if found == 2 { Ok(()) } else { Err(OpenError::NotSynchronous { found }) }
}

fn migrate(connection: &mut Connection) -> Result<(), OpenError> {
    patiently(connection, |connection| {
        MIGRATIONS.to_latest(connection).map_err(|source| OpenError::Migration { source: Box::new(source) })
    })
}

/// Tries again when another process did the same at the same time.
fn patiently(
    connection: &mut Connection,
    mut step: impl FnMut(&mut Connection) -> Result<(), OpenError>,
) -> Result<(), OpenError> {
    let mut tried = 1;
    loop {
        let Err(error) = step(connection) else { return Ok(()) };
        if tried == ATTEMPTS {
            return Err(error);
        }
        tried += 1;
        // To begin a write is to wait until the others have ended theirs.
        let turn = connection.transaction_with_behavior(TransactionBehavior::Immediate);
        turn.and_then(rusqlite::Transaction::rollback).map_err(|source| OpenError::Settings { source })?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_library_is_refused() {
        assert!(check_library(OLDEST_LIBRARY, "3.51.3").is_ok());
        for (number, text) in [(3_051_002, "3.51.2"), (3_040_001, "3.40.1"), (0, "")] {
            assert!(
                matches!(check_library(number, text), Err(OpenError::LibraryTooOld { found }) if found == text)
            );
        }
        check_library(rusqlite::version_number(), rusqlite::version()).unwrap();
    }

    #[test]
    fn migrations_are_valid() {
        MIGRATIONS.validate().unwrap();
    }
}
