//! Sealing: an event is encoded once, and the same bytes are hashed and stored.

use std::ops::Range;

use congvan_core::event::Event;
use congvan_core::hash::ContentHash;

use crate::append::Append;
use crate::journal::Position;
use crate::row::{FORMAT, Row, before_event, between};

/// Where a record goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The place in the order of commits.
    pub position: Position,
    /// The hash of the record before it, [`crate::GENESIS`] for the first.
    pub previous: ContentHash,
    /// The place in the directive's log, from 1.
    pub sequence: u64,
}

/// A sealed record, whose text stands in the buffer that was given to [`seal`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    place: Place,
    hash: ContentHash,
    event: Range<usize>,
    stamp: Range<usize>,
}

/// An event could not be sealed; nothing was stored.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// The event or the stamp has no JSON.
    #[error("the event cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The seal was used with another buffer than its own.
    #[error("the sealed text is not in this buffer")]
    Buffer,
}

/// Writes the record of one event of an entry to the end of `buffer` and seals it.
///
/// # Errors
/// The event has no JSON; the buffer then ends with a part of it.
pub fn seal(
    buffer: &mut Vec<u8>,
    entry: &Append<'_>,
    event: &Event,
    place: Place,
) -> Result<Seal, serde_json::Error> {
    let start = buffer.len();
    before_event(buffer, entry.command_id, entry.decision.directive());
    let event_start = buffer.len();
    serde_json::to_writer(&mut *buffer, event)?;
    let event = event_start..buffer.len();
    let Place { position, previous, sequence } = place;
    between(buffer, entry.fingerprint, FORMAT, None, entry.rules, (sequence, position, previous));
    let stamp_start = buffer.len();
    serde_json::to_writer(&mut *buffer, entry.decision.stamp())?;
    let stamp = stamp_start..buffer.len();
    buffer.push(b'}');
    let hash = ContentHash::of(buffer.get(start..).unwrap_or_default());
    Ok(Seal { place, hash, event, stamp })
}

impl Seal {
    /// Where the record goes.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// The hash of the record.
    #[must_use]
    pub const fn hash(&self) -> ContentHash {
        self.hash
    }

    /// The columns to store.
    ///
    /// # Errors
    /// The buffer is not the one it was sealed in.
    pub fn row<'b>(&self, buffer: &'b [u8], entry: &Append<'_>) -> Result<Row<'b>, SealError> {
        Ok(Row {
            command_id: entry.command_id,
            directive: entry.decision.directive(),
            event: text(buffer, &self.event)?,
            fingerprint: entry.fingerprint,
            format: FORMAT,
            hash: self.hash,
            position: self.place.position,
            previous: self.place.previous,
            rules: entry.rules,
            sequence: self.place.sequence,
            stamp: text(buffer, &self.stamp)?,
        })
    }

    pub(crate) fn texts<'b>(&self, buffer: &'b [u8]) -> Result<(&'b str, &'b str), SealError> {
        Ok((text(buffer, &self.event)?, text(buffer, &self.stamp)?))
    }
}

fn text<'b>(buffer: &'b [u8], range: &Range<usize>) -> Result<&'b str, SealError> {
    let bytes = buffer.get(range.clone()).ok_or(SealError::Buffer)?;
    std::str::from_utf8(bytes).map_err(|_| SealError::Buffer)
}
