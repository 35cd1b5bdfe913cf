//! A record of the log with its event and stamp as values.

use congvan::core::id::{CommandId, DirectiveId};
use congvan::store::{self, Broken, DecodeError, Flaw, LineError, Position, Row};
use congvan::{ContentHash, Say as _, Stamp};

use crate::error::CongvanError;
use crate::event::Event;
use crate::json;

uniffi::custom_type!(Position, u64, { remote, lower: |at| at.get(), try_lift: |at| Ok(Position::new(at)) });

/// One event as it was recorded, with everything that its hash covers.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
#[uniffi(name = "LogRecord")]
pub struct Record {
    /// What the caller named the command with.
    pub command_id: CommandId,
    /// Which directive.
    pub directive: DirectiveId,
    /// What happened; `Unknown` where a later version wrote it.
    pub event: Event,
    /// The fingerprint of the command.
    pub fingerprint: ContentHash,
    /// The version of the log format.
    pub format: u16,
    /// The hash of all the other columns.
    pub hash: ContentHash,
    /// The place in the order of commits.
    pub position: Position,
    /// The hash of the record before it.
    pub previous: ContentHash,
    /// The hash of the province's own rules that were in force.
    pub rules: ContentHash,
    /// The place in the directive's log, from 1.
    pub sequence: u64,
    /// Who did it, by what authority, when.
    pub stamp: Stamp,
}

impl From<store::Record> for Record {
    fn from(record: store::Record) -> Self {
        let Row {
            command_id,
            directive,
            event: _,
            fingerprint,
            format,
            hash,
            position,
            previous,
            rules,
            sequence,
            stamp: _,
        } = record.row();
        let (stamp, event) = record.into_event();
        Self {
            command_id,
            directive,
            event: event.into(),
            fingerprint,
            format,
            hash,
            position,
            previous,
            rules,
            sequence,
            stamp,
        }
    }
}

/// Reads a record from its line of JSON; its hash is looked at only where this version cannot read it.
///
/// An event that a later version wrote is `Unknown` and keeps its text, also one that this version knows by name only.
///
/// # Errors
/// `Input` where the line is not a record, `Newer` where a later version wrote its format or its stamp, `Corrupt` where a
/// column cannot be read.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn record_from_json(line: &str) -> Result<Record, CongvanError> {
    match store::Record::from_json_line(line) {
        Ok(record) => Ok(record.into()),
        // What has its hash was written so; what has not was altered, whatever it is now.
        Err(error @ LineError::Column { source: DecodeError::Later { .. }, .. }) => {
            json::unknown_record(line).ok_or_else(|| unreadable(line, error))
        }
        Err(error) => Err(unreadable(line, error)),
    }
}

/// Reads a record that a store holds: a line that is none was not given by the caller, it is damage.
pub(crate) fn stored_record(line: &str) -> Result<Record, CongvanError> {
    record_from_json(line).map_err(|error| {
        if matches!(error, CongvanError::Input { .. }) { CongvanError::damaged(error.text()) } else { error }
    })
}

/// Reads many records, each from a line of its own; empty lines are passed over.
///
/// # Errors
/// As [`record_from_json`], for the first line that is wrong.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn records_from_json(lines: &str) -> Result<Vec<Record>, CongvanError> {
    let numbered = (1..).zip(lines.lines()).filter(|(_, line)| !line.trim().is_empty());
    numbered.map(|(number, line)| record_from_json(line).map_err(|error| error.in_line(number))).collect()
}

/// The record as one line of canonical JSON, as `export` writes it and as it was sealed.
///
/// # Errors
/// `Corrupt` where the columns do not have the hash that the record carries, so that nothing altered passes on.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn record_to_json(record: Record) -> Result<String, CongvanError> {
    let Record {
        command_id,
        directive,
        event,
        fingerprint,
        format,
        hash,
        position,
        previous,
        rules,
        sequence,
        stamp,
    } = record;
    let (event, stamp) = (json::event_to_json(event)?, json::canonical(&stamp)?);
    let row = Row {
        command_id,
        directive,
        event: &event,
        fingerprint,
        format,
        hash,
        position,
        previous,
        rules,
        sequence,
        stamp: &stamp,
    };
    let computed = row.computed_hash(&mut Vec::new());
    if computed != hash {
        return Err(Broken { directive, sequence, what: Flaw::Altered { computed, sealed: hash } }.into());
    }
    // The line is put together from texts, so it is one.
    Ok(String::from_utf8(row.to_json_line()).unwrap_or_default())
}

/// What is wrong with a line. A column that cannot be read and has its hash is one of a later version.
fn unreadable(line: &str, error: LineError) -> CongvanError {
    if matches!(error, LineError::Line(_) | LineError::TooLong { .. }) {
        let told = error.say();
        return CongvanError::argument("record", String::new(), (&told.vi, &told.en));
    }
    match (error.into(), altered(line)) {
        (CongvanError::Corrupt { .. }, Some(broken)) => broken.into(),
        (error, _) => error,
    }
}

/// That a record does not have its hash.
fn altered(line: &str) -> Option<Broken> {
    let row = Row::from_json_line(line).ok()?;
    let (directive, sequence, sealed) = (row.directive, row.sequence, row.hash);
    let computed = row.computed_hash(&mut Vec::new());
    let what = Flaw::Altered { computed, sealed };
    (computed != sealed).then_some(Broken { directive, sequence, what })
}
