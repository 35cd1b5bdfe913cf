//! What is appended, and the three ways in which that can end.

use congvan_calendar::Instant;
use congvan_core::directive::Decision;
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId};
use serde::Serialize;

use crate::Cause;
use crate::journal::Position;

/// What is appended: a decision and what makes it findable again.
#[derive(Clone, Copy, Debug)]
pub struct Append<'a> {
    /// What the caller named the command with.
    pub command_id: CommandId,
    /// What was decided; it carries the directive and the version it was decided on.
    pub decision: &'a Decision,
    /// The [`fingerprint`] of the command, so that the same name with another body is a conflict.
    pub fingerprint: ContentHash,
    /// When the directive next wants attention, after this decision; none when nothing is open.
    pub next_due: Option<Instant>,
    /// The hash of the province's own rules that were in force.
    pub rules: ContentHash,
}

/// What was committed: the events and where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The sequence number of the first event, from 1.
    pub first: u64,
    /// The sequence number of the last event; the directive's version from now on.
    pub last: u64,
    /// The position of the last event in the order of commits of the whole journal.
    pub position: Position,
    /// Whether the command had been committed before and this is the same answer again.
    pub replayed: bool,
}

/// What became of a command that was committed earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was committed; `replayed` is true.
    pub committed: Committed,
    /// The fingerprint of the command that was committed.
    pub fingerprint: ContentHash,
}

impl Outcome {
    /// The answer to a command that comes again under the same name.
    ///
    /// # Errors
    /// [`AppendError::CommandReused`] when it is another command.
    pub fn answer(
        self,
        directive: DirectiveId,
        command_id: CommandId,
        fingerprint: ContentHash,
    ) -> Result<Committed, AppendError> {
        if self.fingerprint == fingerprint {
            Ok(self.committed)
        } else {
            Err(AppendError::CommandReused { directive, command_id })
        }
    }
}

/// Why nothing is known to have been appended.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AppendError {
    /// The directive has moved on since the decision was made: load it again, decide again.
    #[error(
        "directive `{directive}` is at version {found}, the decision was made on version {expected}; \
         load it again and decide again"
    )]
    Conflict {
        /// Which directive.
        directive: DirectiveId,
        /// The version that it was decided on.
        expected: u64,
        /// The version that the journal has.
        found: u64,
    },
    /// The command's name was used before for another command.
    #[error(
        "command `{command_id}` of directive `{directive}` was committed with another body; \
         send a new command under a new name"
    )]
    CommandReused {
        /// Which directive.
        directive: DirectiveId,
        /// The name that was used twice.
        command_id: CommandId,
    },
    /// Nothing was committed, and nothing will be.
    #[error("nothing was committed; mend the cause and send the command again")]
    NotCommitted {
        /// Why.
        source: Cause,
    },
    /// Whether it was committed is not known.
    #[error(
        "it is not known whether the command was committed; open the journal again and send it again under the same name"
    )]
    Unknown {
        /// Why.
        source: Cause,
    },
}

impl AppendError {
    /// Nothing was committed, for this reason.
    pub fn not_committed(source: impl Into<Cause>) -> Self {
        Self::NotCommitted { source: source.into() }
    }

    /// Nothing is known, for this reason.
    pub fn unknown(source: impl Into<Cause>) -> Self {
        Self::Unknown { source: source.into() }
    }
}

#[derive(Serialize)]
struct Named<'a, A, C> {
    actor: &'a A,
    at: Instant,
    command: &'a C,
}

/// The fingerprint of a command: the SHA-256 of the JSON of who sent what and when.
///
/// # Errors
/// The actor or the command has no JSON; those of `congvan-core` always have.
pub fn fingerprint<A: Serialize, C: Serialize>(
    actor: &A,
    at: Instant,
    command: &C,
) -> Result<ContentHash, serde_json::Error> {
    Ok(ContentHash::of(&serde_json::to_vec(&Named { actor, at, command })?))
}
