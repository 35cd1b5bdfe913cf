//! Reading: every column is checked for its type, and a row that is damaged is named.

use std::ops::ControlFlow;
use std::str::FromStr;

use congvan_calendar::Instant;
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId};
use congvan_store::{Committed, Document, DueItem, Outcome, Position, ReadError, Record, Row, Stream};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _, params};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT sequence, directive, position, command_id, fingerprint, format, stamp, event, rules, previous, hash ",
            "FROM events WHERE ",
            $rest
        )
    };
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

fn id<T: FromStr>(value: ValueRef<'_>) -> Option<T> {
    value.as_str().ok().and_then(|text| text.parse().ok())
}

/// One row as its columns are; the column that cannot be one is named.
fn row<'a>(found: &'a rusqlite::Row<'_>, asked: Option<DirectiveId>) -> Result<Row<'a>, ReadError> {
    let column = |at| found.get_ref(at).map_err(ReadError::unavailable);
    let sequence = number(column(0)?).unwrap_or(0);
    let stored = column(1)?.as_str().unwrap_or("?");
    let bad = |what: &str| ReadError::corrupt(stored, sequence, format!("its {what} is none"));
    let directive = match asked {
        // It was found by this key, and parsing it again for every row would cost.
        Some(directive) => directive,
        None => stored.parse().map_err(|_| bad("directive"))?,
    };
    Ok(Row {
        command_id: id::<CommandId>(column(3)?).ok_or_else(|| bad("command id"))?,
        directive,
        event: column(7)?.as_str().map_err(|_| bad("event"))?,
        fingerprint: hash(column(4)?).ok_or_else(|| bad("fingerprint"))?,
        format: number(column(5)?)
            .and_then(|format| u16::try_from(format).ok())
            .ok_or_else(|| bad("format"))?,
        hash: hash(column(10)?).ok_or_else(|| bad("hash"))?,
        position: number(column(2)?).map(Position::new).ok_or_else(|| bad("position"))?,
        previous: hash(column(9)?).ok_or_else(|| bad("hash of the record before it"))?,
        rules: hash(column(8)?).ok_or_else(|| bad("hash of the rules"))?,
        sequence,
        stamp: column(6)?.as_str().map_err(|_| bad("stamp"))?,
    })
}

pub(crate) fn scan(
    connection: &Connection,
    directive: DirectiveId,
    after: u64,
    visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
) -> Result<(), ReadError> {
    let sql = select!("directive = ?1 AND sequence > ?2 ORDER BY sequence");
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let mut rows =
        statement.query(params![directive.as_str(), integer(after)]).map_err(ReadError::unavailable)?;
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        if visit(row(found, Some(directive))?).is_break() {
            break;
        }
    }
    Ok(())
}

pub(crate) fn feed(connection: &Connection, after: Position, limit: usize) -> Result<Vec<Record>, ReadError> {
    let sql = select!("position > ?1 ORDER BY position LIMIT ?2");
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let mut rows =
        statement.query(params![integer(after.get()), bound(limit)]).map_err(ReadError::unavailable)?;
    let mut records = Vec::new();
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        let row = row(found, None)?;
        let corrupt = |error| ReadError::corrupt(row.directive, row.sequence, error);
        records.push(Record::decode(&row).map_err(corrupt)?);
    }
    Ok(records)
}

// Left to itself the planner walks the whole log to spare itself the sorting, which makes every append slower.
const OUTCOME: &str = "SELECT sequence, position, fingerprint FROM events INDEXED BY commands \
                       WHERE directive = ?1 AND command_id = ?2 ORDER BY sequence";

pub(crate) fn outcome(
    connection: &Connection,
    directive: DirectiveId,
    command_id: CommandId,
) -> Result<Option<Outcome>, ReadError> {
    let mut statement = connection.prepare_cached(OUTCOME).map_err(ReadError::unavailable)?;
    let mut rows =
        statement.query(params![directive.as_str(), command_id.as_str()]).map_err(ReadError::unavailable)?;
    let mut outcome: Option<Outcome> = None;
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        let column = |at| found.get_ref(at).map_err(ReadError::unavailable);
        let last = number(column(0)?).unwrap_or(0);
        let bad = |what| ReadError::corrupt(directive, last, what);
        let position = number(column(1)?).map(Position::new).ok_or_else(|| bad("its position is none"))?;
        let fingerprint = hash(column(2)?).ok_or_else(|| bad("its fingerprint is none"))?;
        let first = outcome.map_or(last, |outcome| outcome.committed.first);
        let committed = Committed { first, last, position, replayed: true };
        outcome = Some(Outcome { committed, fingerprint });
    }
    Ok(outcome)
}

fn as_stream(found: &rusqlite::Row<'_>) -> Result<Stream, ReadError> {
    let column = |at| found.get_ref(at).map_err(ReadError::unavailable);
    let stored = column(0)?.as_str().unwrap_or("?");
    let bad = |what| ReadError::corrupt(stored, 0, what);
    Ok(Stream {
        directive: stored.parse().map_err(|_| bad("the log's directive is none"))?,
        head: hash(column(2)?).ok_or_else(|| bad("the log's head is none"))?,
        version: number(column(1)?).ok_or_else(|| bad("the log's version is none"))?,
    })
}

pub(crate) fn stream(connection: &Connection, directive: DirectiveId) -> Result<Option<Stream>, ReadError> {
    let sql = "SELECT directive, version, head FROM streams WHERE directive = ?1";
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let mut rows = statement.query([directive.as_str()]).map_err(ReadError::unavailable)?;
    rows.next().map_err(ReadError::unavailable)?.map(as_stream).transpose()
}

pub(crate) fn list(
    connection: &Connection,
    after: Option<DirectiveId>,
    limit: usize,
) -> Result<Vec<Stream>, ReadError> {
    let sql = "SELECT directive, version, head FROM streams WHERE directive > ?1 ORDER BY directive LIMIT ?2";
    let mut statement = connection.prepare_cached(sql).map_err(ReadError::unavailable)?;
    let after = after.as_ref().map_or("", DirectiveId::as_str);
    let mut rows = statement.query(params![after, bound(limit)]).map_err(ReadError::unavailable)?;
    let mut streams = Vec::new();
    while let Some(found) = rows.next().map_err(ReadError::unavailable)? {
        streams.push(as_stream(found)?);
    }
    Ok(streams)
}

pub(crate) fn head(connection: &Connection) -> Result<Position, ReadError> {
    let sql = "SELECT coalesce(max(position), 0) FROM events";
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
    let sql = "SELECT due, directive FROM streams WHERE due IS NOT NULL AND due <= ?1 AND (due, directive) > (?2, ?3) \
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
    fn a_command_is_found_without_walking_its_log() {
        let connection = crate::open::in_memory().unwrap();
        let plan: String = connection
            .query_row(&format!("EXPLAIN QUERY PLAN {OUTCOME}"), ["d", "c"], |row| row.get("detail"))
            .unwrap();
        assert_eq!(plan, "SEARCH events USING INDEX commands (directive=? AND command_id=?)");
    }
}
