//! The chain of hashes: it names the first record that is not what was appended.

use congvan_core::hash::ContentHash;
use congvan_core::id::DirectiveId;

use crate::GENESIS;
use crate::journal::{Position, Stream};
use crate::row::{DecodeError, Row};

/// A log that was checked from its first record to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many records it has.
    pub events: u64,
    /// The hash of the last record, [`GENESIS`] when there is none.
    pub head: ContentHash,
}

/// The first record that is not what was appended.
#[derive(Debug, thiserror::Error)]
#[error("record {sequence} of directive `{directive}` is broken: {what}")]
pub struct Broken {
    /// Which directive was checked.
    pub directive: DirectiveId,
    /// The place at which the log stops being what was appended, from 1.
    pub sequence: u64,
    /// What is wrong there.
    pub what: Flaw,
}

/// What is wrong with a record.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Flaw {
    /// It belongs to another directive.
    #[error("it belongs to directive `{found}`")]
    OtherDirective {
        /// Which one.
        found: DirectiveId,
    },
    /// Another record stands in its place.
    #[error("record {found} stands in its place")]
    OtherSequence {
        /// Which one.
        found: u64,
    },
    /// It was committed before the record before it.
    #[error("its position {found} is not after {before}")]
    PositionOrder {
        /// The position before it.
        before: Position,
        /// Its position.
        found: Position,
    },
    /// It does not follow the record before it.
    #[error("it follows a record with hash {found}, the one before it has {expected}")]
    NotLinked {
        /// The hash of the record before it.
        expected: ContentHash,
        /// The hash that it names.
        found: ContentHash,
    },
    /// Its columns do not have its hash.
    #[error("its columns have hash {computed}, it was sealed with {sealed}")]
    Altered {
        /// The hash that its columns have.
        computed: ContentHash,
        /// The hash that it was sealed with.
        sealed: ContentHash,
    },
    /// It cannot be decoded.
    #[error(transparent)]
    Undecodable(#[from] DecodeError),
    /// It cannot be read from the store.
    #[error("{0}")]
    Unreadable(String),
    /// The log ends before it.
    #[error("the log ends before it, {expected} records were appended")]
    Missing {
        /// How many records there should be.
        expected: u64,
    },
    /// The log goes on where it should have ended.
    #[error("the log has more than the {expected} records that were appended")]
    Surplus {
        /// How many records there should be.
        expected: u64,
    },
    /// The log ends with another hash than it is known to end with.
    #[error("the log ends with hash {found}, it is known to end with {expected}")]
    OtherHead {
        /// The hash it is known to end with.
        expected: ContentHash,
        /// The hash it ends with.
        found: ContentHash,
    },
}

/// A check of one directive's log, row by row.
#[derive(Debug)]
pub struct Chain {
    directive: DirectiveId,
    events: u64,
    head: ContentHash,
    position: Position,
    scratch: Vec<u8>,
}

impl Chain {
    /// Before the first record.
    #[must_use]
    pub const fn new(directive: DirectiveId) -> Self {
        Self { directive, events: 0, head: GENESIS, position: Position::START, scratch: Vec::new() }
    }

    /// Checks the next row: its place, its link, its hash, and that it can be decoded.
    ///
    /// # Errors
    /// The row is not the one that was appended there.
    pub fn check(&mut self, row: &Row<'_>) -> Result<(), Broken> {
        let expected = self.events.saturating_add(1);
        if let Err(what) = self.flaw(row, expected) {
            return Err(self.broken(expected, what));
        }
        self.events = expected;
        self.head = row.hash;
        self.position = row.position;
        Ok(())
    }

    /// What was checked so far.
    #[must_use]
    pub const fn verified(&self) -> Verified {
        Verified { events: self.events, head: self.head }
    }

    /// The end of the log, against what it is known to end with.
    ///
    /// # Errors
    /// The log was cut off, or goes on after its known end, or ends differently.
    pub fn finish(self, known: Option<&Stream>) -> Result<Verified, Broken> {
        if let Some(known) = known {
            let expected = known.version;
            let next = self.events.saturating_add(1);
            if self.events < expected {
                return Err(self.broken(next, Flaw::Missing { expected }));
            }
            if self.events > expected {
                return Err(self.broken(expected.saturating_add(1), Flaw::Surplus { expected }));
            }
            if self.head != known.head {
                let what = Flaw::OtherHead { expected: known.head, found: self.head };
                return Err(self.broken(self.events, what));
            }
        }
        Ok(self.verified())
    }

    /// A flaw that the store found on the way to the next row.
    pub(crate) fn unreadable(&self, what: String) -> Broken {
        self.broken(self.events.saturating_add(1), Flaw::Unreadable(what))
    }

    /// The log goes on after its known end.
    pub(crate) const fn surplus(&self) -> Broken {
        self.broken(self.events.saturating_add(1), Flaw::Surplus { expected: self.events })
    }

    fn flaw(&mut self, row: &Row<'_>, expected: u64) -> Result<(), Flaw> {
        if row.directive != self.directive {
            return Err(Flaw::OtherDirective { found: row.directive });
        }
        if row.sequence != expected {
            return Err(Flaw::OtherSequence { found: row.sequence });
        }
        if row.previous != self.head {
            return Err(Flaw::NotLinked { expected: self.head, found: row.previous });
        }
        let computed = row.computed_hash(&mut self.scratch);
        if row.hash != computed {
            return Err(Flaw::Altered { computed, sealed: row.hash });
        }
        if row.position <= self.position {
            return Err(Flaw::PositionOrder { before: self.position, found: row.position });
        }
        // A record of an unknown format or event is an error, never skipped.
        row.decode().map(|_| ()).map_err(Flaw::from)
    }

    const fn broken(&self, sequence: u64, what: Flaw) -> Broken {
        Broken { directive: self.directive, sequence, what }
    }
}

/// Checks a directive's log from its first row, and its end against what is known of it.
///
/// # Errors
/// The first row that is not what was appended: altered, deleted, inserted, moved, duplicated, cut off, or taken from
/// another log.
pub fn verify<'a>(
    directive: DirectiveId,
    rows: impl IntoIterator<Item = Row<'a>>,
    known: Option<&Stream>,
) -> Result<Verified, Broken> {
    let mut chain = Chain::new(directive);
    for row in rows {
        chain.check(&row)?;
    }
    chain.finish(known)
}
