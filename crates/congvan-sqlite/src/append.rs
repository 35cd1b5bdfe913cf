//! Appending: one transaction per decision.

use congvan_calendar::Instant;
use congvan_core::hash::ContentHash;
use congvan_store::{Append, AppendError, Committed, Document, GENESIS, KeepError, Place, Row, seal};
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};

use crate::journal::Writer;
use crate::read::{self, hash, integer};

/// A commit ended without an answer.
#[derive(Debug, thiserror::Error)]
#[error("an earlier commit ended without an answer; open the journal again")]
struct Unsettled;

/// Where a log ends.
struct End {
    due: Option<i64>,
    head: ContentHash,
    version: u64,
}

pub(crate) fn append(writer: &mut Writer, entry: &Append<'_>) -> Result<Committed, AppendError> {
    if writer.unsettled {
        return Err(AppendError::not_committed(Unsettled));
    }
    let Writer { connection, buffer, unsettled } = writer;
    // The lock is taken at once: a version that was read cannot change before the events are written.
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(AppendError::not_committed)?;
    let committed = write(&transaction, buffer, entry)?;
    if committed.replayed {
        return Ok(committed);
    }
    transaction.commit().map_err(|error| {
        // The events may be in the write-ahead log all the same: only opening it again tells.
        *unsettled = true;
        AppendError::unknown(error)
    })?;
    Ok(committed)
}

fn write(
    transaction: &Transaction<'_>,
    buffer: &mut Vec<u8>,
    entry: &Append<'_>,
) -> Result<Committed, AppendError> {
    let (directive, expected) = (entry.decision.directive(), entry.decision.version());
    let known =
        read::outcome(transaction, directive, entry.command_id).map_err(AppendError::not_committed)?;
    if let Some(outcome) = known {
        return outcome.answer(directive, entry.command_id, entry.fingerprint);
    }
    let end = end(transaction, directive.as_str()).map_err(AppendError::not_committed)?;
    let found = end.as_ref().map_or(0, |end| end.version);
    if found != expected {
        return Err(AppendError::Conflict { directive, expected, found });
    }
    let mut place = Place {
        position: read::head(transaction).map_err(AppendError::not_committed)?,
        previous: end.as_ref().map_or(GENESIS, |end| end.head),
        sequence: expected,
    };
    for event in entry.decision.events().iter() {
        place.position = place.position.next();
        place.sequence = place.sequence.saturating_add(1);
        buffer.clear();
        let sealed = seal(buffer, entry, event, place).map_err(AppendError::not_committed)?;
        let row = sealed.row(buffer, entry).map_err(AppendError::not_committed)?;
        insert(transaction, &row).map_err(AppendError::not_committed)?;
        place.previous = sealed.hash();
    }
    advance(transaction, entry, end.as_ref(), &place).map_err(AppendError::not_committed)?;
    let Place { position, previous: _, sequence: last } = place;
    Ok(Committed { first: expected.saturating_add(1), last, position, replayed: false })
}

fn end(connection: &Connection, directive: &str) -> Result<Option<End>, congvan_store::Cause> {
    let sql = "SELECT version, head, due FROM streams WHERE directive = ?1";
    let found = connection
        .prepare_cached(sql)?
        .query_row([directive], |row| Ok((row.get::<_, i64>(0)?, hash(row.get_ref(1)?), row.get(2)?)));
    let Some((version, head, due)) = found.optional()? else { return Ok(None) };
    let head = head.ok_or("the hash that the log ends with is none; verify the log")?;
    Ok(Some(End { due, head, version: u64::try_from(version)? }))
}

fn insert(transaction: &Transaction<'_>, row: &Row<'_>) -> rusqlite::Result<()> {
    let sql = "INSERT INTO events (directive, sequence, position, command_id, fingerprint, format, stamp, event, \
               rules, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    transaction.prepare_cached(sql)?.execute(params![
        row.directive.as_str(),
        integer(row.sequence),
        integer(row.position.get()),
        row.command_id.as_str(),
        row.fingerprint.as_bytes(),
        row.format,
        row.stamp,
        row.event,
        row.rules.as_bytes(),
        row.previous.as_bytes(),
        row.hash.as_bytes(),
    ])?;
    Ok(())
}

/// Moves the end of the log; the index of what is due is touched only when that changed.
fn advance(
    transaction: &Transaction<'_>,
    entry: &Append<'_>,
    end: Option<&End>,
    place: &Place,
) -> rusqlite::Result<()> {
    let directive = entry.decision.directive();
    let directive = directive.as_str();
    let (version, head) = (integer(place.sequence), place.previous.as_bytes());
    let due = entry.next_due.map(Instant::micros);
    match end {
        None => {
            let sql = "INSERT INTO streams (directive, version, head, due) VALUES (?1, ?2, ?3, ?4)";
            transaction.prepare_cached(sql)?.execute(params![directive, version, head, due])?;
        }
        Some(end) if end.due == due => {
            let sql = "UPDATE streams SET version = ?2, head = ?3 WHERE directive = ?1";
            transaction.prepare_cached(sql)?.execute(params![directive, version, head])?;
        }
        Some(_) => {
            let sql = "UPDATE streams SET version = ?2, head = ?3, due = ?4 WHERE directive = ?1";
            transaction.prepare_cached(sql)?.execute(params![directive, version, head, due])?;
        }
    }
    Ok(())
}

pub(crate) fn keep(writer: &mut Writer, document: &Document) -> Result<(), KeepError> {
    if writer.unsettled {
        return Err(KeepError::unavailable(Unsettled));
    }
    let transaction = writer
        .connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(KeepError::unavailable)?;
    let Document { kind, name, text, version } = document;
    let latest = read::latest(&transaction, kind, name).map_err(KeepError::unavailable)?;
    if *version <= latest {
        let there = read::kept(&transaction, kind, name, Some(*version)).map_err(KeepError::unavailable)?;
        let same = there.is_some_and(|there| there.text == *text);
        return if same { Ok(()) } else { Err(KeepError::version(document, latest)) };
    }
    if *version != latest.saturating_add(1) {
        return Err(KeepError::version(document, latest));
    }
    let sealed = document.hash().map_err(KeepError::unavailable)?;
    let sql = "INSERT INTO kept (kind, name, version, text, hash) VALUES (?1, ?2, ?3, ?4, ?5)";
    let row = params![kind, name, integer(*version), text, sealed.as_bytes()];
    transaction.execute(sql, row).map_err(KeepError::unavailable)?;
    transaction.commit().map_err(|error| {
        writer.unsettled = true;
        KeepError::unavailable(error)
    })
}
