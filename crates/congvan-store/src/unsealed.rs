//! An entry as text, for whoever seals and stores elsewhere: a store in another language, a host's own table.

use congvan_calendar::Instant;
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId};

use crate::append::Append;
use crate::journal::Position;
use crate::row::{FORMAT, Row};
use crate::seal::write_event;

/// What is to be appended, written out but not sealed: where it goes is known only inside the transaction that stores it.
///
/// It is made from an [`Append`] and thereby from a decision, and it outlives both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsealed {
    command_id: CommandId,
    directive: DirectiveId,
    events: Vec<String>,
    fingerprint: ContentHash,
    next_due: Option<Instant>,
    rules: ContentHash,
    stamp: String,
    version: u64,
}

/// One sealed record as it is stored elsewhere: the line, and the columns that a store looks it up by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedLine {
    /// The hash of the record; the next one is sealed with it.
    pub hash: ContentHash,
    /// The record as one line of canonical JSON, without a line end.
    pub line: String,
    /// The place in the order of commits.
    pub position: Position,
    /// The place in the directive's log, from 1.
    pub sequence: u64,
}

impl Unsealed {
    /// The entry, written out.
    ///
    /// # Errors
    /// An event has no JSON; those of `congvan-core` always have.
    pub fn of(entry: &Append<'_>) -> Result<Self, serde_json::Error> {
        let events = entry.decision.events().iter().map(|event| {
            let mut text = Vec::new();
            write_event(&mut text, event)?;
            // Canonical JSON is UTF-8.
            Ok(String::from_utf8(text).unwrap_or_default())
        });
        Ok(Self {
            command_id: entry.command_id,
            directive: entry.decision.directive(),
            events: events.collect::<Result<_, serde_json::Error>>()?,
            fingerprint: entry.fingerprint,
            next_due: entry.next_due,
            rules: entry.rules,
            stamp: serde_json::to_string(entry.decision.stamp())?,
            version: entry.decision.version(),
        })
    }

    /// Seals the records behind the last one of the directive and behind the last position of the journal.
    ///
    /// `head` is the position of the journal's last event, and `previous` the hash of the directive's last record,
    /// [`crate::GENESIS`] where it has none.
    #[must_use]
    pub fn seal(&self, head: Position, previous: ContentHash) -> Vec<SealedLine> {
        let (mut position, mut previous, mut sequence) = (head, previous, self.version);
        let mut scratch = Vec::new();
        let mut lines = Vec::with_capacity(self.events.len());
        for event in &self.events {
            position = position.next();
            sequence = sequence.saturating_add(1);
            let mut row = Row {
                command_id: self.command_id,
                directive: self.directive,
                event,
                fingerprint: self.fingerprint,
                format: FORMAT,
                hash: crate::GENESIS,
                position,
                previous,
                rules: self.rules,
                sequence,
                stamp: &self.stamp,
            };
            row.hash = row.computed_hash(&mut scratch);
            previous = row.hash;
            // A line is put together from texts, so it is one.
            let line = String::from_utf8(row.to_json_line()).unwrap_or_default();
            lines.push(SealedLine { hash: row.hash, line, position, sequence });
        }
        lines
    }

    /// What the caller named the command with.
    #[must_use]
    pub const fn command_id(&self) -> CommandId {
        self.command_id
    }

    /// Which directive.
    #[must_use]
    pub const fn directive(&self) -> DirectiveId {
        self.directive
    }

    /// The fingerprint of the command.
    #[must_use]
    pub const fn fingerprint(&self) -> ContentHash {
        self.fingerprint
    }

    /// When the directive next wants attention, after this decision.
    #[must_use]
    pub const fn next_due(&self) -> Option<Instant> {
        self.next_due
    }

    /// The version that it was decided on: it may follow that and nothing else.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }
}
