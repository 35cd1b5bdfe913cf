//! A row: the stored columns of one record, as text.

use congvan_core::event::{Event, EventName, Stamp};
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId};

use crate::journal::Position;

/// The version of the log format that this release writes.
pub const FORMAT: u16 = 1;

/// The stored columns of one record, with the event and the stamp as the text that was hashed.
///
/// The texts are kept as they were written: a later release whose events have more fields still verifies them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// What the caller named the command with.
    pub command_id: CommandId,
    /// Which directive.
    pub directive: DirectiveId,
    /// The canonical JSON of the event.
    pub event: &'a str,
    /// The fingerprint of the command.
    pub fingerprint: ContentHash,
    /// The version of the log format.
    pub format: u16,
    /// The hash of all the other columns.
    pub hash: ContentHash,
    /// The place in the order of commits.
    pub position: Position,
    /// The hash of the record before it, [`crate::GENESIS`] for the first.
    pub previous: ContentHash,
    /// The hash of the province's own rules that were in force.
    pub rules: ContentHash,
    /// The place in the directive's log, from 1.
    pub sequence: u64,
    /// The canonical JSON of the stamp.
    pub stamp: &'a str,
}

/// Why a row is not a record that this release can read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// The format is not known.
    #[error("its format is {found}, this release reads up to {FORMAT}; use a later release")]
    UnknownFormat {
        /// The version of the format.
        found: u16,
    },
    /// The record is as it was sealed, and holds something that this release does not know.
    #[error("{what} was written by a later release; use that release")]
    Later {
        /// What is not known: the name of the event, and what in it where the event itself is known.
        what: String,
    },
    /// The event cannot be read.
    #[error("its event cannot be read: {source}")]
    Event {
        /// Why.
        source: serde_json::Error,
    },
    /// The stamp cannot be read.
    #[error("its stamp cannot be read: {source}")]
    Stamp {
        /// Why.
        source: serde_json::Error,
    },
}

impl Row<'_> {
    /// The event and its stamp.
    ///
    /// What cannot be read was written by a later release when the record has its hash, and was altered when it has not.
    ///
    /// # Errors
    /// An unknown format, an unknown event, or a text that is neither event nor stamp.
    pub fn decode(&self) -> Result<(Stamp, Event), DecodeError> {
        decode(self.format, self.stamp, self.event).map_err(|error| self.judged(error))
    }

    fn judged(&self, error: DecodeError) -> DecodeError {
        match error {
            DecodeError::Event { source } | DecodeError::Stamp { source } if self.is_sealed() => {
                DecodeError::Later { what: self.unknown(&source) }
            }
            DecodeError::Event { .. }
            | DecodeError::Stamp { .. }
            | DecodeError::UnknownFormat { .. }
            | DecodeError::Later { .. } => error,
        }
    }

    /// Whether the columns have the hash that they were sealed with.
    fn is_sealed(&self) -> bool {
        self.computed_hash(&mut Vec::new()) == self.hash
    }

    /// What is not known: the name of the event, and what in it where the event itself is known.
    fn unknown(&self, problem: &serde_json::Error) -> String {
        let event: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(self.event).unwrap_or_default();
        let name = event.keys().next().map_or("?", String::as_str);
        if !EventName::ALL.iter().any(|known| known.as_str() == name) {
            return name.to_owned();
        }
        let told = problem.to_string();
        // Everything that this release does know is of no use to whoever reads it.
        let what = told.split(", expected").next().unwrap_or_default();
        format!("{name} ({what})")
    }

    /// The hash that the other columns have; `scratch` is overwritten.
    #[must_use]
    pub fn computed_hash(&self, scratch: &mut Vec<u8>) -> ContentHash {
        scratch.clear();
        self.write(scratch, false);
        ContentHash::of(scratch)
    }

    /// The row as one line of canonical JSON, its hash included, without a line end.
    #[must_use]
    pub fn to_json_line(&self) -> Vec<u8> {
        let mut line =
            Vec::with_capacity(self.event.len().saturating_add(self.stamp.len()).saturating_add(600));
        self.write(&mut line, true);
        line
    }

    fn write(&self, out: &mut Vec<u8>, with_hash: bool) {
        before_event(out, self.command_id, self.directive);
        out.extend_from_slice(self.event.as_bytes());
        let hash = with_hash.then_some(self.hash);
        let place = (self.sequence, self.position, self.previous);
        between(out, self.fingerprint, self.format, hash, self.rules, place);
        out.extend_from_slice(self.stamp.as_bytes());
        out.push(b'}');
    }
}

/// The event and its stamp from their texts, for a store that replays a log without its other columns.
///
/// # Errors
/// An unknown format, or a text that is neither event nor stamp. Only the whole record tells what a later release wrote
/// from damage: [`Row::decode`] does.
pub fn decode(format: u16, stamp: &str, event: &str) -> Result<(Stamp, Event), DecodeError> {
    if format != FORMAT {
        return Err(DecodeError::UnknownFormat { found: format });
    }
    let stamp = serde_json::from_str(stamp).map_err(|source| DecodeError::Stamp { source })?;
    let event = serde_json::from_str(event).map_err(|source| DecodeError::Event { source })?;
    Ok((stamp, event))
}

/// What stands before the event.
pub(crate) fn before_event(out: &mut Vec<u8>, command_id: CommandId, directive: DirectiveId) {
    // Identifiers are ASCII letters, digits, `-`, `_` and `.`: they need no escaping.
    out.extend_from_slice(b"{\"command_id\":\"");
    out.extend_from_slice(command_id.as_str().as_bytes());
    out.extend_from_slice(b"\",\"directive\":\"");
    out.extend_from_slice(directive.as_str().as_bytes());
    out.extend_from_slice(b"\",\"event\":");
}

/// What stands between the event and the stamp.
pub(crate) fn between(
    out: &mut Vec<u8>,
    fingerprint: ContentHash,
    format: u16,
    hash: Option<ContentHash>,
    rules: ContentHash,
    (sequence, position, previous): (u64, Position, ContentHash),
) {
    out.extend_from_slice(b",\"fingerprint\":\"");
    push_hash(out, fingerprint);
    out.extend_from_slice(b"\",\"format\":");
    push_number(out, u64::from(format));
    if let Some(hash) = hash {
        out.extend_from_slice(b",\"hash\":\"");
        push_hash(out, hash);
        out.push(b'"');
    }
    out.extend_from_slice(b",\"position\":");
    push_number(out, position.get());
    out.extend_from_slice(b",\"previous\":\"");
    push_hash(out, previous);
    out.extend_from_slice(b"\",\"rules\":\"");
    push_hash(out, rules);
    out.extend_from_slice(b"\",\"sequence\":");
    push_number(out, sequence);
    out.extend_from_slice(b",\"stamp\":");
}

fn push_number(out: &mut Vec<u8>, mut number: u64) {
    let start = out.len();
    loop {
        out.push(b'0' + u8::try_from(number % 10).unwrap_or(0));
        number /= 10;
        if number == 0 {
            break;
        }
    }
    if let Some(digits) = out.get_mut(start..) {
        digits.reverse();
    }
}

const fn pairs() -> [[u8; 2]; 256] {
    const fn digit(value: u8) -> u8 {
        if value < 10 { b'0' + value } else { b'a' + value - 10 }
    }
    let mut pairs = [[0; 2]; 256];
    let mut byte: u8 = 0;
    loop {
        #[expect(clippy::indexing_slicing, reason = "evaluated by the compiler; a byte is below 256")]
        {
            pairs[byte as usize] = [digit(byte >> 4), digit(byte & 15)];
        }
        if byte == u8::MAX {
            return pairs;
        }
        byte += 1;
    }
}

const PAIRS: [[u8; 2]; 256] = pairs();

fn push_hash(out: &mut Vec<u8>, hash: ContentHash) {
    let mut text = *b"sha256:0000000000000000000000000000000000000000000000000000000000000000";
    let (_, digits) = text.split_at_mut(7);
    for (slot, byte) in digits.chunks_exact_mut(2).zip(hash.as_bytes()) {
        slot.copy_from_slice(PAIRS.get(usize::from(*byte)).unwrap_or(b"00"));
    }
    out.extend_from_slice(&text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_hashes_are_written_as_serde_writes_them() {
        for number in [0, 1, 9, 10, 99, 100, 1_234_567_890, u64::MAX] {
            let mut out = Vec::new();
            push_number(&mut out, number);
            assert_eq!(out, number.to_string().into_bytes());
        }
        for text in ["", "a", "abc"] {
            let hash = ContentHash::of(text.as_bytes());
            let mut out = Vec::new();
            push_hash(&mut out, hash);
            assert_eq!(out, hash.to_string().into_bytes());
        }
    }
}
