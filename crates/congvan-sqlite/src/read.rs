//! Reading: every column is checked for its type, and a row that is damaged is named.

use std::ops::ControlFlow;
use std::str::FromStr;
use std::sync::Mutex;

use congvan_calendar::Instant;
use congvan_core::event::{Event, Stamp};
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId};
use congvan_store::{Committed, Document, DueItem, GENESIS, Outcome, Position, ReadError, Row, Stream};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::known::{Known, held};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, position, command_id, fingerprint, format, stamp, event, rules, previous, hash, ends",
            $rest
        )
    };
}

/// A log in the table of records: the ids between its bounds are its records'.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Log(i64);

impl Log {
    pub(crate) const fn new(number: i64) -> Self {
        Self(number)
    }

    /// The id of its record with this sequence number; none beyond what a log can hold.
    pub(crate) fn id(self, sequence: u64) -> Option<i64> {
        let sequence = u32::try_from(sequence).ok()?;
        Some(self.0.checked_mul(1 << 32)? | i64::from(sequence))
    }

    /// The id that the last record of a full log would have.
    pub(crate) fn last(self) -> i64 {
        self.id(u64::from(u32::MAX)).unwrap_or(i64::MAX)
    }

    pub(crate) const fn sequence(id: i64) -> u64 {
        (id & 0xffff_ffff).cast_unsigned()
    }

    fn of(connection: &Connection, directive: DirectiveId) -> rusqlite::Result<Option<Self>> {
        let sql = "SELECT number FROM logs WHERE directive = ?1";
        let found = connection.prepare_cached(sql)?.query_row([directive.as_str()], |row| row.get(0));
        found.map(Self).optional()
    }
}

/// A count that SQLite holds; beyond what it can hold there is nothing.
pub(crate) fn integer(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn bound(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

pub(crate) fn hash(value: ValueRef<'_>) -> Option<ContentHash> {
    value.as_blob().ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok()).map(ContentHash::from_bytes)
}

fn number(value: ValueRef<'_>) -> Option<u64> {
    value.as_i64().ok().and_then(|number| u64::try_from(number).ok())
}

fn format(value: ValueRef<'_>) -> Option<u16> {
    number(value).and_then(|format| u16::try_from(format).ok())
}

fn id<T: FromStr>(value: ValueRef<'_>) -> Option<T> {
    value.as_str().ok().and_then(|text| text.parse().ok())
}

/// One row as its columns are; the column that cannot be one is named.
fn row<'a>(found: &'a rusqlite::Row<'_>, directive: DirectiveId) -> Result<Row<'a>, ReadError> {
    let column = |at| found.get_ref(at).map_err(ReadError::unavailable);
    let sequence = sequence(found)?;
    let bad = |what: &str| ReadError::corrupt(directive, sequence, format!("its {what} is none"));
    Ok(Row {
        command_id: id::<CommandId>(column(2)?).ok_or_else(|| bad("command id"))?,
        directive,
        event: column(6)?.as_str().map_err(|_| bad("event"))?,
        fingerprint: hash(column(3)?).ok_or_else(|| bad("fingerprint"))?,
        format: format(column(4)?).ok_or_else(|| bad("format"))?,
        hash: hash(column(9)?).ok_or_else(|| bad("hash"))?,
        position: number(column(1)?).map(Position::new).ok_or_else(|| bad("position"))?,
        previous: hash(column(8)?).ok_or_else(|| bad("hash of the record before it"))?,
        rules: hash(column(7)?).ok_or_else(|| bad("hash of the rules"))?,
        sequence,
        stamp: column(5)?.as_str().map_err(|_| bad("stamp"))?,
    })
}

fn sequence(found: &rusqlite::Row<'_>) -> Result<u64, ReadError> {
    let id = found.get_ref(0).map_err(ReadError::unavailable)?;
    Ok(id.as_i64().map_or(0, Log::sequence))
}

/// Whether a record is marked as the last of its log.
fn ends(value: ValueRef<'_>) -> Option<bool> {
    match number(value)? {
        0 => Some(false),
        1 => Some(true),
        2.. => None,
    }
}

pub(crate) fn scan(
    connection: &Connection,
    directive: DirectiveId,
    after: u64,
    visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
) -> Result<(), ReadError> {
    let Some(log) = Log::of(connection, directive).map_err(ReadError::unavailable)? else { return Ok(()) };
    let from = log.id(after).unwrap_or_else(|| log.last());
    let sql = select!(" FROM records WHERE id > ?1 AND id <= ?2 ORDER BY id");
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let mut rows = statement.query(params![from, log.last()]).map_err(ReadError::unavailable)?;
    let mut ended = false;
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        let bad = |what| Err(ReadError::corrupt(directive, sequence(found)?, what));
        if ended {
            return bad("it stands behind the end of its log");
        }
        let Some(mark) = ends(found.get_ref(10).map_err(ReadError::unavailable)?) else {
            return bad("its mark of the end is none");
        };
        ended = mark;
        if visit(row(found, directive)?).is_break() {
            break;
        }
    }
    Ok(())
}

/// The columns that a state is folded from, and no others: six of eleven would be read to be thrown away.
pub(crate) fn replay(
    connection: &Connection,
    directive: DirectiveId,
    after: u64,
    visit: &mut dyn FnMut(Stamp, Event) -> ControlFlow<()>,
) -> Result<(), ReadError> {
    let Some(log) = Log::of(connection, directive).map_err(ReadError::unavailable)? else { return Ok(()) };
    let from = log.id(after).unwrap_or_else(|| log.last());
    let sql = "SELECT id, format, stamp, event, ends FROM records WHERE id > ?1 AND id <= ?2 ORDER BY id";
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let mut rows = statement.query(params![from, log.last()]).map_err(ReadError::unavailable)?;
    let mut ended = false;
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        let column = |at| found.get_ref(at).map_err(ReadError::unavailable);
        let texts = (format(column(1)?), column(2)?.as_str(), column(3)?.as_str());
        let decoded = match texts {
            (Some(format), Ok(stamp), Ok(event)) => congvan_store::decode(format, stamp, event).ok(),
            (Some(_) | None, Ok(_) | Err(_), Ok(_) | Err(_)) => None,
        };
        let Some((stamp, event)) = decoded.filter(|_| !ended) else {
            return broken(connection, directive, sequence(found)?);
        };
        match ends(column(4)?) {
            Some(mark) => ended = mark,
            None => return broken(connection, directive, sequence(found)?),
        }
        if visit(stamp, event).is_break() {
            break;
        }
    }
    Ok(())
}

/// What is wrong with a record, of which the whole row is looked at; the one before it tells whether the log had ended.
fn broken(connection: &Connection, directive: DirectiveId, at: u64) -> Result<(), ReadError> {
    let mut why = None;
    scan(connection, directive, at.saturating_sub(2), &mut |row| {
        why = row.decode().err().map(|error| ReadError::undecodable(directive, row.sequence, error));
        if row.sequence < at { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    Err(why.unwrap_or_else(|| ReadError::corrupt(directive, at, "it was changed while it was read")))
}

pub(crate) fn sweep(
    connection: &Connection,
    after: Position,
    limit: usize,
    visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
) -> Result<(), ReadError> {
    let sql = select!(
        ", directive FROM records LEFT JOIN logs ON number = id >> 32 \
         WHERE position > ?1 ORDER BY position LIMIT ?2"
    );
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let mut rows =
        statement.query(params![integer(after.get()), bound(limit)]).map_err(ReadError::unavailable)?;
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        let stored = found.get_ref(11).map_err(ReadError::unavailable)?;
        let Some(directive) = id::<DirectiveId>(stored) else {
            let stored = stored.as_str().unwrap_or("?");
            return Err(ReadError::corrupt(stored, sequence(found)?, "its directive is none"));
        };
        if visit(row(found, directive)?).is_break() {
            break;
        }
    }
    Ok(())
}

pub(crate) fn outcome(
    connection: &Connection,
    known: &Mutex<Known>,
    directive: DirectiveId,
    command_id: CommandId,
) -> Result<Option<Outcome>, ReadError> {
    let Some(log) = Log::of(connection, directive).map_err(ReadError::unavailable)? else { return Ok(None) };
    let first = held(known).first(connection, log, command_id).map_err(ReadError::unavailable)?;
    first.map_or(Ok(None), |first| outcome_at(connection, directive, log, first, command_id))
}

/// What became of a command whose first record is known.
pub(crate) fn outcome_at(
    connection: &Connection,
    directive: DirectiveId,
    log: Log,
    first: u64,
    command_id: CommandId,
) -> Result<Option<Outcome>, ReadError> {
    let sql =
        "SELECT id, position, fingerprint, command_id FROM records WHERE id >= ?1 AND id <= ?2 ORDER BY id";
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let asked = params![log.id(first), log.last()];
    let mut rows = statement.query(asked).map_err(ReadError::unavailable)?;
    let mut outcome: Option<Outcome> = None;
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        let column = |at| found.get_ref(at).map_err(ReadError::unavailable);
        if id(column(3)?) != Some(command_id) {
            break;
        }
        let last = sequence(found)?;
        let bad = |what| ReadError::corrupt(directive, last, what);
        let position = number(column(1)?).map(Position::new).ok_or_else(|| bad("its position is none"))?;
        let fingerprint = hash(column(2)?).ok_or_else(|| bad("its fingerprint is none"))?;
        let committed = Committed { first, last, position, replayed: true };
        outcome = Some(Outcome { committed, fingerprint });
    }
    Ok(outcome)
}

/// Where a log ends, as far as its last record says.
pub(crate) struct End {
    /// The hash that the log ends with; none where its end is missing or damaged.
    pub(crate) head: Option<ContentHash>,
    pub(crate) version: u64,
}

impl End {
    /// From the id, the hash and the mark of a log's last record. A log whose end was cut off had one record more.
    pub(crate) fn of(id: ValueRef<'_>, sealed: ValueRef<'_>, mark: ValueRef<'_>) -> Self {
        let last = id.as_i64().map_or(0, Log::sequence);
        match ends(mark) {
            Some(true) => Self { head: hash(sealed), version: last },
            Some(false) | None => Self { head: None, version: last.saturating_add(1) },
        }
    }
}

macro_rules! streams {
    ($rest:literal) => {
        concat!(
            "SELECT directive, id, hash, ends FROM logs LEFT JOIN records ON id = (SELECT id FROM records \
             WHERE id BETWEEN number << 32 AND number << 32 | 4294967295 ORDER BY id DESC LIMIT 1) WHERE directive ",
            $rest
        )
    };
}

const STREAM: &str = streams!("= ?1");
const STREAMS: &str = streams!("> ?1 ORDER BY directive LIMIT ?2");

fn as_stream(found: &rusqlite::Row<'_>) -> Result<Stream, ReadError> {
    let column = |at| found.get_ref(at).map_err(ReadError::unavailable);
    let stored = column(0)?.as_str().unwrap_or("?");
    let bad = |what| ReadError::corrupt(stored, 0, what);
    let End { head, version } = End::of(column(1)?, column(2)?, column(3)?);
    let directive = stored.parse().map_err(|_| bad("the log's directive is none"))?;
    // No log ends with this: whoever verifies it finds out, and is told which record it is.
    Ok(Stream { directive, head: head.unwrap_or(GENESIS), version })
}

pub(crate) fn stream(connection: &Connection, directive: DirectiveId) -> Result<Option<Stream>, ReadError> {
    let mut statement = connection.prepare_cached(STREAM).map_err(ReadError::unavailable)?;
    let mut rows = statement.query([directive.as_str()]).map_err(ReadError::unavailable)?;
    rows.next().map_err(ReadError::unavailable)?.map(as_stream).transpose()
}

pub(crate) fn list(
    connection: &Connection,
    after: Option<DirectiveId>,
    limit: usize,
) -> Result<Vec<Stream>, ReadError> {
    let mut statement = connection.prepare_cached(STREAMS).map_err(ReadError::unavailable)?;
    let after = after.as_ref().map_or("", DirectiveId::as_str);
    let mut rows = statement.query(params![after, bound(limit)]).map_err(ReadError::unavailable)?;
    let mut streams = Vec::new();
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        streams.push(as_stream(found)?);
    }
    Ok(streams)
}

pub(crate) fn head(connection: &Connection) -> Result<Position, ReadError> {
    let sql = "SELECT coalesce(max(position), 0) FROM records";
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let head: i64 = statement.query_row([], |row| row.get(0)).map_err(ReadError::unavailable)?;
    Ok(Position::new(u64::try_from(head).unwrap_or(0)))
}

pub(crate) fn due(
    connection: &Connection,
    until: Instant,
    after: Option<DueItem>,
    limit: usize,
) -> Result<Vec<DueItem>, ReadError> {
    let sql = "SELECT due, directive FROM logs WHERE due IS NOT NULL AND due <= ?1 AND (due, directive) > (?2, ?3) \
               ORDER BY due, directive LIMIT ?4";
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let (from, directive) =
        after.as_ref().map_or((i64::MIN, ""), |item| (item.due.micros(), item.directive.as_str()));
    let asked = params![until.micros(), from, directive, bound(limit)];
    let mut rows = statement.query(asked).map_err(ReadError::unavailable)?;
    let mut items = Vec::new();
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        let column = |at| found.get_ref(at).map_err(ReadError::unavailable);
        let stored = column(1)?.as_str().unwrap_or("?");
        let bad = |what| ReadError::corrupt(stored, 0, what);
        let due = column(0)?.as_i64().ok().and_then(Instant::from_micros);
        items.push(DueItem {
            due: due.ok_or_else(|| bad("its due instant is none"))?,
            directive: stored.parse().map_err(|_| bad("its directive is none"))?,
        });
    }
    Ok(items)
}

pub(crate) fn latest(connection: &Connection, kind: &str, name: &str) -> rusqlite::Result<u64> {
    let sql = "SELECT coalesce(max(version), 0) FROM kept WHERE kind = ?1 AND name = ?2";
    let latest: i64 = connection.prepare_cached(sql)?.query_row([kind, name], |row| row.get(0))?;
    Ok(u64::try_from(latest).unwrap_or(0))
}

pub(crate) fn kept(
    connection: &Connection,
    kind: &str,
    name: &str,
    version: Option<u64>,
) -> Result<Option<Document>, ReadError> {
    let version = match version {
        Some(version) => version,
        None => latest(connection, kind, name).map_err(ReadError::unavailable)?,
    };
    let sql = "SELECT text, hash FROM kept WHERE kind = ?1 AND name = ?2 AND version = ?3";
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let found = statement.query_row(params![kind, name, integer(version)], |row| {
        let sealed = hash(row.get_ref(1)?);
        Ok((row.get_ref(0)?.as_str().map(str::to_owned).ok(), sealed))
    });
    let Some((text, sealed)) = found.optional().map_err(ReadError::unavailable)? else { return Ok(None) };
    let altered = || ReadError::Altered { kind: kind.to_owned(), name: name.to_owned(), version };
    let text = text.ok_or_else(altered)?;
    let document = Document { kind: kind.to_owned(), name: name.to_owned(), text, version };
    let computed = document.hash().map_err(ReadError::unavailable)?;
    if sealed == Some(computed) { Ok(Some(document)) } else { Err(altered()) }
}

pub(crate) fn catalogue(connection: &Connection, kind: &str) -> Result<Vec<(String, u64)>, ReadError> {
    let sql = "SELECT name, max(version) FROM kept WHERE kind = ?1 GROUP BY name ORDER BY name";
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let rows = statement
        .query_map([kind], |row| Ok((row.get(0)?, u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0))))
        .map_err(ReadError::unavailable)?;
    rows.collect::<rusqlite::Result<_>>().map_err(ReadError::unavailable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_question_walks_a_table() {
        let connection = crate::open::in_memory().unwrap();
        for sql in [STREAM, STREAMS, crate::append::LOOK] {
            let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let nulls = vec![None::<i64>; plan.parameter_count()];
            let steps = plan.query_map(rusqlite::params_from_iter(nulls), |row| row.get("detail")).unwrap();
            for step in steps {
                let step: String = step.unwrap();
                let walks =
                    step.contains("SCAN") && !step.contains("CONSTANT ROW") && !step.contains("subquery");
                assert!(!walks && !step.contains("TEMP B-TREE"), "{step} of {sql}");
            }
        }
    }
}
