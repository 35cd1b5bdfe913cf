//! The port to a journal, the sealed log format, the memory journal and the conformance suite.
//!
//! A [`Journal`] appends what `congvan-core` decided and reads it again; nothing else changes a log. Every record is
//! sealed: its hash is the SHA-256 of the canonical JSON (RFC 8785) of every stored column, the hash of the record
//! before it included, so that [`verify`] names the first record that was altered. Whoever brings a store of their own
//! runs [`journal_conformance!`] on it.

pub mod conformance;

mod append;
mod chain;
mod commands;
mod document;
mod journal;
mod memory;
mod record;
mod row;
mod seal;
mod unsealed;
mod verify;

pub use append::{Append, AppendError, Committed, Outcome, fingerprint};
pub use chain::{Broken, Chain, Flaw, Verified, verify};
pub use commands::CommandIndex;
pub use document::{Document, KeepError};
pub use journal::{DueItem, Journal, Position, ReadError, Stream};
pub use memory::MemoryJournal;
pub use record::{LineError, MAX_LINE_BYTES, Record};
pub use row::{DecodeError, FORMAT, Row, decode};
pub use seal::{Place, Seal, SealError, seal};
pub use unsealed::{SealedLine, Unsealed};
pub use verify::{Audit, VerifyError, verify_journal, verify_stream};

/// The hash that stands before the first record of every stream.
pub const GENESIS: congvan_core::ContentHash = congvan_core::ContentHash::from_bytes([0; 32]);

/// The error a store has for its own reasons.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;
