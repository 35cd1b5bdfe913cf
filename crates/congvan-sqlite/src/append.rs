//! Appending: one transaction per decision.

use std::sync::Mutex;

use congvan_calendar::Instant;
use congvan_core::hash::ContentHash;
use congvan_store::{
    Append, AppendError, Committed, Document, GENESIS, KeepError, Outcome, Place, Position, Row, seal,
};
use rusqlite::{Connection, params};

use crate::journal::Writer;
use crate::known::{Known, held};
use crate::read::{self, End, Log, integer};

/// A commit ended without an answer.
#[derive(Debug, thiserror::Error)]
#[error("an earlier commit ended without an answer; open the journal again")]
struct Unsettled;

/// A log has no room for another record.
#[derive(Debug, thiserror::Error)]
#[error("the log has {0} records, which is as many as a log can hold")]
struct Full(u64);

/// Nothing can follow the end of a log that has none.
#[derive(Debug, thiserror::Error)]
#[error("the end of the log is missing or damaged; verify the log and restore a backup")]
struct Cut;

/// A transaction that writes: rolled back unless it was committed.
struct Turn<'c> {
    connection: &'c Connection,
}

impl<'c> Turn<'c> {
    // The lock is taken at once: a version that was read cannot change before the events are written.
    fn begin(connection: &'c Connection) -> rusqlite::Result<Self> {
        connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        Ok(Self { connection })
    }

    fn commit(self) -> rusqlite::Result<()> {
        self.connection.prepare_cached("COMMIT")?.execute([]).map(|_| ())
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if !self.connection.is_autocommit() {
            // What cannot be rolled back now is rolled back when the connection is closed.
            drop(self.connection.execute_batch("ROLLBACK"));
        }
    }
}

/// What an append stands on.
struct Ground {
    due: Option<i64>,
    head: ContentHash,
    log: Option<Log>,
    position: Position,
    version: u64,
}

pub(crate) fn append(
    writer: &mut Writer,
    known: &Mutex<Known>,
    entry: &Append<'_>,
) -> Result<Committed, AppendError> {
    if writer.unsettled {
        return Err(AppendError::not_committed(Unsettled));
    }
    let Writer { connection, buffer, unsettled } = writer;
    let turn = Turn::begin(connection).map_err(AppendError::not_committed)?;
    let (log, committed) = write(connection, known, buffer, entry)?;
    if committed.replayed {
        return Ok(committed);
    }
    turn.commit().map_err(|error| {
        // The events may be in the write-ahead log all the same: only opening it again tells.
        *unsettled = true;
        AppendError::unknown(error)
    })?;
    held(known).add(log, entry.command_id, committed.first, committed.last);
    Ok(committed)
}

fn write(
    connection: &Connection,
    known: &Mutex<Known>,
    buffer: &mut Vec<u8>,
    entry: &Append<'_>,
) -> Result<(Log, Committed), AppendError> {
    let (directive, expected) = (entry.decision.directive(), entry.decision.version());
    let ground = look(connection, entry).map_err(AppendError::not_committed)?;
    if let Some(log) = ground.log
        && let Some(outcome) = before(connection, known, entry, log, ground.version)?
    {
        return Ok((log, outcome.answer(directive, entry.command_id, entry.fingerprint)?));
    }
    let found = ground.version;
    if found != expected {
        return Err(AppendError::Conflict { directive, expected, found });
    }
    let log = match ground.log {
        Some(log) => log,
        None => begin(connection, entry).map_err(AppendError::not_committed)?,
    };
    let Ground { head: previous, position, .. } = ground;
    let mut place = Place { position, previous, sequence: expected };
    let last = expected.saturating_add(entry.decision.events().len() as u64);
    for event in entry.decision.events().iter() {
        place.position = place.position.next();
        place.sequence = place.sequence.saturating_add(1);
        buffer.clear();
        let sealed = seal(buffer, entry, event, place).map_err(AppendError::not_committed)?;
        let row = sealed.row(buffer, entry).map_err(AppendError::not_committed)?;
        let id = log.id(row.sequence).ok_or(Full(expected)).map_err(AppendError::not_committed)?;
        insert(connection, id, &row, place.sequence == last).map_err(AppendError::not_committed)?;
        place.previous = sealed.hash();
    }
    advance(connection, entry, log, &ground).map_err(AppendError::not_committed)?;
    let first = expected.saturating_add(1);
    Ok((log, Committed { first, last, position: place.position, replayed: false }))
}

/// What became of the command when it was committed before.
fn before(
    connection: &Connection,
    known: &Mutex<Known>,
    entry: &Append<'_>,
    log: Log,
    version: u64,
) -> Result<Option<Outcome>, AppendError> {
    let (directive, command_id) = (entry.decision.directive(), entry.command_id);
    let first = held(known).first_of(connection, log, version, command_id);
    let Some(first) = first.map_err(AppendError::not_committed)? else { return Ok(None) };
    read::outcome_at(connection, directive, log, first, command_id).map_err(AppendError::not_committed)
}

/// Everything that is asked before an append, in one question.
pub(crate) const LOOK: &str = "SELECT number, due, id, hash, ends, \
    (SELECT coalesce(max(position), 0) FROM records) \
    FROM (SELECT 1) LEFT JOIN logs ON directive = ?1 LEFT JOIN records ON id = (SELECT id FROM records \
            WHERE id BETWEEN number << 32 AND number << 32 | 4294967295 ORDER BY id DESC LIMIT 1)";

fn look(connection: &Connection, entry: &Append<'_>) -> Result<Ground, congvan_store::Cause> {
    let mut statement = connection.prepare_cached(LOOK)?;
    let directive = entry.decision.directive();
    let mut rows = statement.query([directive.as_str()])?;
    let found = rows.next()?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    let log = found.get::<_, Option<i64>>(0)?.map(Log::new);
    let end = match log {
        Some(_) => End::of(found.get_ref(2)?, found.get_ref(3)?, found.get_ref(4)?),
        None => End { head: Some(GENESIS), version: 0 },
    };
    Ok(Ground {
        due: found.get(1)?,
        head: end.head.ok_or(Cut)?,
        log,
        position: Position::new(u64::try_from(found.get::<_, i64>(5)?)?),
        version: end.version,
    })
}

/// Begins the log of a directive.
fn begin(connection: &Connection, entry: &Append<'_>) -> rusqlite::Result<Log> {
    let sql = "INSERT INTO logs (directive) VALUES (?1)";
    let number = connection.prepare_cached(sql)?.insert([entry.decision.directive().as_str()])?;
    Ok(Log::new(number))
}

fn insert(connection: &Connection, id: i64, row: &Row<'_>, ends: bool) -> rusqlite::Result<()> {
    let sql = "INSERT INTO records (id, position, command_id, fingerprint, format, stamp, event, rules, previous, hash, \
               ends) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    connection.prepare_cached(sql)?.execute(params![
        id,
        integer(row.position.get()),
        row.command_id.as_str(),
        row.fingerprint.as_bytes(),
        row.format,
        row.stamp,
        row.event,
        row.rules.as_bytes(),
        row.previous.as_bytes(),
        row.hash.as_bytes(),
        ends,
    ])?;
    Ok(())
}

/// Takes the mark of the end from the record that was the last; the index of what is due is touched only when that
/// changed.
fn advance(connection: &Connection, entry: &Append<'_>, log: Log, ground: &Ground) -> rusqlite::Result<()> {
    if let Some(last) = log.id(ground.version).filter(|_| ground.version > 0) {
        connection.prepare_cached("UPDATE records SET ends = 0 WHERE id = ?1")?.execute([last])?;
    }
    let due = entry.next_due.map(Instant::micros);
    if due != ground.due {
        let directive = entry.decision.directive();
        let sql = "UPDATE logs SET due = ?2 WHERE directive = ?1";
        connection.prepare_cached(sql)?.execute(params![directive.as_str(), due])?;
    }
    Ok(())
}

pub(crate) fn keep(writer: &mut Writer, document: &Document) -> Result<(), KeepError> {
    if writer.unsettled {
        return Err(KeepError::unavailable(Unsettled));
    }
    let Writer { connection, unsettled, .. } = writer;
    let turn = Turn::begin(connection).map_err(KeepError::unavailable)?;
    let Document { kind, name, text, version } = document;
    let latest = read::latest(connection, kind, name).map_err(KeepError::unavailable)?;
    if *version <= latest {
        let there = read::kept(connection, kind, name, Some(*version)).map_err(KeepError::unavailable)?;
        let same = there.is_some_and(|there| there.text == *text);
        return if same { Ok(()) } else { Err(KeepError::version(document, latest)) };
    }
    if *version != latest.saturating_add(1) {
        return Err(KeepError::version(document, latest));
    }
    let sealed = document.hash().map_err(KeepError::unavailable)?;
    let sql = "INSERT INTO kept (kind, name, version, text, hash) VALUES (?1, ?2, ?3, ?4, ?5)";
    let row = params![kind, name, integer(*version), text, sealed.as_bytes()];
    connection.execute(sql, row).map_err(KeepError::unavailable)?;
    turn.commit().map_err(|error| {
        *unsettled = true;
        KeepError::unavailable(error)
    })
}

#[cfg(test)]
mod tests;
