//! Verifying what a journal holds.

use std::ops::ControlFlow;

use congvan_core::id::DirectiveId;

use crate::chain::{Broken, Chain, Flaw, Verified};
use crate::journal::{Journal, Position, ReadError, Stream};
use crate::row::DecodeError;

const PAGE: usize = 256;

/// A whole journal that was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// How many events there are.
    pub events: u64,
    /// Every log with the hash it ends with, in the order of the directives' ids.
    pub streams: Vec<Stream>,
}

/// Why a journal does not verify.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VerifyError {
    /// A log is broken.
    #[error(transparent)]
    Broken(Broken),
    /// An event of the journal is missing: the positions have a gap.
    #[error("the event at position {position} is missing; restore a backup")]
    Gap {
        /// The first position without an event.
        position: Position,
    },
    /// Nothing could be read, or what is as it was sealed holds something that this release does not know.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
}

impl From<Broken> for VerifyError {
    fn from(broken: Broken) -> Self {
        let Broken { directive, sequence, what } = broken;
        let Flaw::Undecodable(source) = what else {
            return Self::Broken(Broken { directive, sequence, what });
        };
        match source {
            DecodeError::Later { .. } | DecodeError::UnknownFormat { .. } => {
                Self::Unreadable(ReadError::Later { directive, sequence, source })
            }
            DecodeError::Event { .. } | DecodeError::Stamp { .. } => {
                Self::Broken(Broken { directive, sequence, what: source.into() })
            }
        }
    }
}

/// Verifies one directive's log against the version and hash that the journal has for it.
///
/// # Errors
/// The first record that is not what was appended, or the store failed.
pub fn verify_stream(journal: &dyn Journal, directive: DirectiveId) -> Result<Verified, VerifyError> {
    match journal.stream(directive)? {
        Some(known) => check(journal, &known, &mut Vec::new()),
        None => check_absent(journal, directive),
    }
}

/// Verifies every log of a journal, and that no event of the journal is missing.
///
/// # Errors
/// The first record that is not what was appended, the first gap in the positions, or the store failed.
pub fn verify_journal(journal: &dyn Journal) -> Result<Audit, VerifyError> {
    let head = journal.head()?;
    let mut audit = Audit::default();
    let mut positions = Vec::new();
    let mut after = None;
    loop {
        let page = journal.list(after, PAGE)?;
        let Some(last) = page.last() else { break };
        after = Some(last.directive);
        for stream in &page {
            let verified = check(journal, stream, &mut positions)?;
            audit.events = audit.events.saturating_add(verified.events);
        }
        audit.streams.extend(page);
    }
    positions.sort_unstable();
    // What others append meanwhile may stand after `head` with gaps, which a later verification sees closed.
    let mut expected = Position::START.next();
    for position in positions.into_iter().filter(|position| *position <= head) {
        if position != expected {
            return Err(VerifyError::Gap { position: expected });
        }
        expected = expected.next();
    }
    if expected <= head { Err(VerifyError::Gap { position: expected }) } else { Ok(audit) }
}

fn check(
    journal: &dyn Journal,
    known: &Stream,
    positions: &mut Vec<Position>,
) -> Result<Verified, VerifyError> {
    let mut chain = Chain::new(known.directive);
    let (mut failed, mut more) = (None, false);
    let scanned = journal.scan(known.directive, 0, &mut |row| {
        if chain.verified().events == known.version {
            more = true;
            return ControlFlow::Break(());
        }
        match chain.check(&row) {
            Ok(()) => {
                positions.push(row.position);
                ControlFlow::Continue(())
            }
            Err(broken) => {
                failed = Some(broken);
                ControlFlow::Break(())
            }
        }
    });
    if let Some(broken) = failed {
        return Err(broken.into());
    }
    settle(scanned, &chain)?;
    // What others appended meanwhile is not asked for; what nobody appended is.
    if more && journal.stream(known.directive)?.is_none_or(|now| now.version <= known.version) {
        return Err(chain.surplus().into());
    }
    Ok(chain.finish(Some(known))?)
}

fn check_absent(journal: &dyn Journal, directive: DirectiveId) -> Result<Verified, VerifyError> {
    let known = Stream { directive, head: crate::GENESIS, version: 0 };
    check(journal, &known, &mut Vec::new())
}

fn settle(scanned: Result<(), ReadError>, chain: &Chain) -> Result<(), VerifyError> {
    match scanned {
        Ok(()) => Ok(()),
        Err(ReadError::Corrupt { what, .. }) => Err(chain.unreadable(what).into()),
        Err(
            error @ (ReadError::Unavailable { .. } | ReadError::Altered { .. } | ReadError::Later { .. }),
        ) => Err(error.into()),
    }
}
