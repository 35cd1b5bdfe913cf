//! What can go wrong, apart for opening, loading, executing and everything else.

use congvan_core::Refusal;
use congvan_core::directive::CorruptHistory;
use congvan_core::id::DirectiveId;
use congvan_store::{AppendError, KeepError, ReadError};
use congvan_text::read::InputErrors;

/// A register could not be opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// The address is neither `sqlite:PATH` nor `memory:`.
    #[error("`{0}` is not the address of a register; expected `sqlite:PATH` or `memory:`")]
    Address(String),
    /// The file could not be opened.
    #[cfg(feature = "sqlite")]
    #[error(transparent)]
    Sqlite(#[from] congvan_sqlite::OpenError),
    /// A kept directory or calendar could not be read.
    #[error("what the register keeps could not be read: {0}")]
    Kept(String),
    /// The journal could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// A directive could not be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// There is no such directive.
    #[error("there is no directive `{directive}` in this register")]
    Unknown {
        /// What was asked for.
        directive: DirectiveId,
    },
    /// Its history is corrupt.
    #[error(transparent)]
    Corrupt(#[from] CorruptHistory),
    /// The journal could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// A command was not executed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExecuteError {
    /// It is refused, with every reason: the person corrects the request.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// The journal did not take it: the caller sends it again as the error says.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// The directive could not be loaded: the operator looks.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The journal could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The command cannot be written as JSON.
    #[error("the command cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

/// Something else of the register failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// The text of a directory or calendar is wrong.
    #[error(transparent)]
    Input(InputErrors),
    /// It could not be kept.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// The journal could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A directive could not be loaded.
    #[error(transparent)]
    Load(#[from] LoadError),
}
