//! The journal: one connection writes, one reads.

use std::fs::File;
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use congvan_calendar::Instant;
use congvan_core::event::{Event, Stamp};
use congvan_core::id::{CommandId, DirectiveId};
use congvan_store::{
    Append, AppendError, Committed, Document, DueItem, Journal, KeepError, Outcome, Position, ReadError, Row,
    Stream,
};
use rusqlite::Connection;

use crate::known::Known;
#[cfg(test)]
use crate::known::held;
use crate::open::{self, Expect, OpenError};
use crate::{append, read};

/// A journal in one SQLite file, which several processes may share.
#[derive(Debug)]
pub struct SqliteJournal {
    // Locked behind a connection, never before one, and not while a writer waits for others or for the disk: whoever
    // reads would wait with it.
    known: Mutex<Known>,
    path: Option<PathBuf>,
    // None for a journal in memory: it has one connection.
    reader: Option<Mutex<Connection>>,
    writer: Mutex<Writer>,
}

/// The connection that writes.
#[derive(Debug)]
pub(crate) struct Writer {
    pub(crate) connection: Connection,
    /// Where the records of an append are sealed.
    pub(crate) buffer: Vec<u8>,
    /// Whether a commit ended without an answer: nothing is written then until the journal was opened again.
    pub(crate) unsettled: bool,
}

impl SqliteJournal {
    /// Opens the register at a path, or creates it where no file is.
    ///
    /// # Errors
    /// See [`OpenError`]; a file that is something else is left as it is.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        Self::over(path.as_ref(), Expect::Anything)
    }

    /// Opens the register at a path.
    ///
    /// # Errors
    /// As [`SqliteJournal::open`], and [`OpenError::Missing`] where no file is.
    pub fn open_existing(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        Self::over(path.as_ref(), Expect::Register)
    }

    /// Creates a register at a path.
    ///
    /// # Errors
    /// As [`SqliteJournal::open`], and [`OpenError::Exists`] where a file is.
    pub fn create_new(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        let path = path.as_ref();
        // Of two processes that create the same file, one wins here.
        File::create_new(path).map_err(|source| {
            let path = path.to_owned();
            if source.kind() == ErrorKind::AlreadyExists {
                OpenError::Exists { path }
            } else {
                OpenError::File { path, source: source.into() }
            }
        })?;
        Self::over(path, Expect::Anything)
    }

    /// A register in memory, gone with the process.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub fn open_in_memory() -> Result<Self, OpenError> {
        Ok(Self::new(None, None, open::in_memory()?))
    }

    fn over(path: &Path, expect: Expect) -> Result<Self, OpenError> {
        let writer = open::writer(path, expect)?;
        let reader = open::reader(path)?;
        Ok(Self::new(Some(path), Some(reader), writer))
    }

    fn new(path: Option<&Path>, reader: Option<Connection>, writer: Connection) -> Self {
        Self {
            known: Mutex::new(Known::new()),
            path: path.map(Path::to_owned),
            reader: reader.map(Mutex::new),
            writer: Mutex::new(Writer { connection: writer, buffer: Vec::new(), unsettled: false }),
        }
    }

    /// Where the register is; none for one in memory.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    // A thread that panicked while it held a connection has rolled its transaction back.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Writer> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(crate) fn known(&self) -> MutexGuard<'_, Known> {
        held(&self.known)
    }

    pub(crate) fn read_with<T>(&self, read: impl FnOnce(&Connection) -> T) -> T {
        match &self.reader {
            Some(reader) => read(&reader.lock().unwrap_or_else(PoisonError::into_inner)),
            None => read(&self.writer().connection),
        }
    }
}

impl Journal for SqliteJournal {
    fn append(&self, entry: Append<'_>) -> Result<Committed, AppendError> {
        append::append(&mut self.writer(), &self.known, &entry)
    }

    fn outcome(&self, directive: DirectiveId, command_id: CommandId) -> Result<Option<Outcome>, ReadError> {
        self.read_with(|connection| read::outcome(connection, &self.known, directive, command_id))
    }

    fn stream(&self, directive: DirectiveId) -> Result<Option<Stream>, ReadError> {
        self.read_with(|connection| read::stream(connection, directive))
    }

    fn scan(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.read_with(|connection| read::scan(connection, directive, after, visit))
    }

    fn replay(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Stamp, Event) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.read_with(|connection| read::replay(connection, directive, after, visit))
    }

    fn list(&self, after: Option<DirectiveId>, limit: usize) -> Result<Vec<Stream>, ReadError> {
        self.read_with(|connection| read::list(connection, after, limit))
    }

    fn sweep(
        &self,
        after: Position,
        limit: usize,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.read_with(|connection| read::sweep(connection, after, limit, visit))
    }

    fn head(&self) -> Result<Position, ReadError> {
        self.read_with(read::head)
    }

    fn due(&self, until: Instant, after: Option<DueItem>, limit: usize) -> Result<Vec<DueItem>, ReadError> {
        self.read_with(|connection| read::due(connection, until, after, limit))
    }

    fn keep(&self, document: &Document) -> Result<(), KeepError> {
        append::keep(&mut self.writer(), document)
    }

    fn kept(&self, kind: &str, name: &str, version: Option<u64>) -> Result<Option<Document>, ReadError> {
        self.read_with(|connection| read::kept(connection, kind, name, version))
    }

    fn catalogue(&self, kind: &str) -> Result<Vec<(String, u64)>, ReadError> {
        self.read_with(|connection| read::catalogue(connection, kind))
    }
}
