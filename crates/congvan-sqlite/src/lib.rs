//! The journal over one SQLite file: embedded, durable, shared by several processes.
//!
//! Every append is one transaction in write-ahead logging with full synchronisation: what was answered survives a crash
//! of the process or the machine. A library older than SQLite 3.51.3 is refused, because it can corrupt a file that
//! several connections write (the fault in resetting the write-ahead log, present since 3.7.0).

mod append;
mod backup;
mod cause;
mod journal;
mod known;
mod open;
mod read;
mod schema;

pub use backup::BackupError;
pub use cause::{cause, is_damaged};
pub use journal::SqliteJournal;
pub use open::OpenError;
