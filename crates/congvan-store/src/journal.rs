//! The port that every store implements.

use std::ops::ControlFlow;

use congvan_calendar::Instant;
use congvan_core::event::{Event, Stamp};
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId};
use serde::{Deserialize, Serialize};

use crate::Cause;
use crate::append::{Append, AppendError, Committed, Outcome};
use crate::document::{Document, KeepError};
use crate::record::Record;
use crate::row::{DecodeError, Row};

/// A place in the order of commits of a whole journal: 1 for the first event, without gaps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Position(u64);

impl Position {
    /// Before the first event.
    pub const START: Self = Self(0);

    /// The place with this number.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// Its number.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The next place.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// One directive's log: how long it is and the hash it ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    /// Which directive.
    pub directive: DirectiveId,
    /// The hash of the last record.
    pub head: ContentHash,
    /// How many events it has.
    pub version: u64,
}

/// A directive that wants attention, ordered by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DueItem {
    /// When.
    pub due: Instant,
    /// Which directive.
    pub directive: DirectiveId,
}

/// Why nothing was read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// A record is damaged; it is never skipped.
    #[error(
        "record {sequence} of directive `{directive}` cannot be read: {what}; verify the log and restore a backup"
    )]
    Corrupt {
        /// Which directive, as it was asked for.
        directive: String,
        /// Which record of it.
        sequence: u64,
        /// What is wrong with it.
        what: String,
    },
    /// A record is as it was sealed and this release does not know what it holds; it is never skipped nor guessed.
    #[error("record {sequence} of directive `{directive}` cannot be read by this release")]
    Later {
        /// Which directive.
        directive: DirectiveId,
        /// Which record of it.
        sequence: u64,
        /// What is not known.
        source: DecodeError,
    },
    /// A kept document is not what was kept.
    #[error("version {version} of {kind} `{name}` was altered; restore a backup")]
    Altered {
        /// What it is.
        kind: String,
        /// Which one.
        name: String,
        /// Which version.
        version: u64,
    },
    /// The store failed.
    #[error("the journal cannot be read; mend the cause and read again")]
    Unavailable {
        /// Why.
        source: Cause,
    },
}

impl ReadError {
    /// A record is damaged.
    pub fn corrupt(directive: impl ToString, sequence: u64, what: impl ToString) -> Self {
        Self::Corrupt { directive: directive.to_string(), sequence, what: what.to_string() }
    }

    /// A record that is there and cannot be decoded.
    #[must_use]
    pub fn undecodable(directive: DirectiveId, sequence: u64, source: DecodeError) -> Self {
        match source {
            DecodeError::Later { .. } | DecodeError::UnknownFormat { .. } => {
                Self::Later { directive, sequence, source }
            }
            DecodeError::Event { .. } | DecodeError::Stamp { .. } => {
                Self::corrupt(directive, sequence, source)
            }
        }
    }

    /// The store failed.
    pub fn unavailable(source: impl Into<Cause>) -> Self {
        Self::Unavailable { source: source.into() }
    }
}

/// A journal: it appends what was decided and reads it again.
///
/// Sequence numbers of a directive and positions of the journal begin at 1 and have no gaps; a reader never sees a part
/// of a decision, nor a position before all earlier ones.
pub trait Journal: Send + Sync {
    /// Appends the events of a decision, all or none, durably.
    ///
    /// The same command id with the same fingerprint gives the same answer again, with `replayed`, and only once the
    /// original is durable; this is looked at before the version.
    ///
    /// # Errors
    /// See [`AppendError`]; only [`AppendError::Unknown`] leaves open whether the events are there.
    fn append(&self, entry: Append<'_>) -> Result<Committed, AppendError>;

    /// What became of a command; none when it was never committed.
    ///
    /// # Errors
    /// The store failed.
    fn outcome(&self, directive: DirectiveId, command_id: CommandId) -> Result<Option<Outcome>, ReadError>;

    /// One directive's log; none when it has no event.
    ///
    /// # Errors
    /// The store failed.
    fn stream(&self, directive: DirectiveId) -> Result<Option<Stream>, ReadError>;

    /// Shows the rows of a directive after a sequence number, in order, until the visitor breaks off.
    ///
    /// The visitor must not call the journal: the store may hold a lock meanwhile.
    ///
    /// # Errors
    /// The store failed, or a row cannot even be shown.
    fn scan(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError>;

    /// Shows the events of a directive after a sequence number with their stamps, in order, until the visitor breaks off:
    /// all that a state is folded from.
    ///
    /// A store that reads these columns faster than whole rows says so by a method of its own. Other columns may be
    /// damaged then without being noticed here; [`crate::verify_stream`] looks at all of them.
    ///
    /// The visitor must not call the journal: the store may hold a lock meanwhile.
    ///
    /// # Errors
    /// The store failed, or a record is damaged or written by a later release.
    fn replay(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Stamp, Event) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let mut failed = None;
        self.scan(directive, after, &mut |row| match row.decode() {
            Ok((stamp, event)) => visit(stamp, event),
            Err(error) => {
                failed = Some(ReadError::undecodable(directive, row.sequence, error));
                ControlFlow::Break(())
            }
        })?;
        failed.map_or(Ok(()), Err)
    }

    /// The logs in the order of their directives' ids, after one of them.
    ///
    /// # Errors
    /// The store failed.
    fn list(&self, after: Option<DirectiveId>, limit: usize) -> Result<Vec<Stream>, ReadError>;

    /// Shows the rows of all directives in the order of commits, after a position, at most so many or until the visitor
    /// breaks off.
    ///
    /// The visitor must not call the journal: the store may hold a lock meanwhile.
    ///
    /// # Errors
    /// The store failed, or a row cannot even be shown.
    fn sweep(
        &self,
        after: Position,
        limit: usize,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError>;

    /// The position of the last event; [`Position::START`] when there is none.
    ///
    /// # Errors
    /// The store failed.
    fn head(&self) -> Result<Position, ReadError>;

    /// The directives that want attention at this instant or before, the earliest first, after one of them.
    ///
    /// # Errors
    /// The store failed.
    fn due(&self, until: Instant, after: Option<DueItem>, limit: usize) -> Result<Vec<DueItem>, ReadError>;

    /// Keeps the next version of a document; keeping the same version with the same text again is harmless.
    ///
    /// # Errors
    /// The version is not the next one, or the store failed.
    fn keep(&self, document: &Document) -> Result<(), KeepError>;

    /// A document that was kept: this version of it, or the latest; none when there is none.
    ///
    /// # Errors
    /// The document was altered, or the store failed.
    fn kept(&self, kind: &str, name: &str, version: Option<u64>) -> Result<Option<Document>, ReadError>;

    /// The names of the documents of a kind with their latest versions, in the order of the names.
    ///
    /// # Errors
    /// The store failed.
    fn catalogue(&self, kind: &str) -> Result<Vec<(String, u64)>, ReadError>;

    /// The records of a directive after a sequence number, at most so many.
    ///
    /// # Errors
    /// The store failed, or a record is damaged or written by a later release.
    fn read(&self, directive: DirectiveId, after: u64, limit: usize) -> Result<Vec<Record>, ReadError> {
        gathered(limit, |visit| self.scan(directive, after, visit))
    }

    /// The records of all directives in the order of commits, after a position, at most so many.
    ///
    /// # Errors
    /// The store failed, or a record is damaged or written by a later release.
    fn feed(&self, after: Position, limit: usize) -> Result<Vec<Record>, ReadError> {
        gathered(limit, |visit| self.sweep(after, limit, visit))
    }
}

/// The records of the first rows that are shown, at most so many.
fn gathered(
    limit: usize,
    show: impl FnOnce(&mut dyn FnMut(Row<'_>) -> ControlFlow<()>) -> Result<(), ReadError>,
) -> Result<Vec<Record>, ReadError> {
    let mut records = Vec::new();
    if limit == 0 {
        return Ok(records);
    }
    let mut failed = None;
    show(&mut |row| {
        match Record::decode(&row) {
            Ok(record) => records.push(record),
            Err(error) => {
                failed = Some(ReadError::undecodable(row.directive, row.sequence, error));
                return ControlFlow::Break(());
            }
        }
        if records.len() < limit { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    })?;
    failed.map_or(Ok(records), Err)
}
