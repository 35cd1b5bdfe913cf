//! Which commands a log has. They are read from the records when the log is first asked, and kept in memory: a table of
//! all commands would be one more page to write with each of them, in another place each time.

use std::num::NonZeroUsize;
use std::sync::{Mutex, MutexGuard, PoisonError};

use congvan_core::id::CommandId;
use congvan_store::CommandIndex;
use lru::LruCache;
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::read::Log;

/// Of how many logs the commands are kept; of one that was long not asked they are read again.
const LOGS: NonZeroUsize = NonZeroUsize::new(1_024).unwrap();

/// The commands of the logs that were last asked.
#[derive(Debug)]
pub(crate) struct Known {
    logs: LruCache<Log, Names>,
}

/// The commands of the first records of a log.
#[derive(Debug, Default)]
struct Names {
    // A command stands under the sequence number of its first record.
    index: CommandIndex,
    // The sequence number of the last record that was looked at.
    until: u64,
}

/// What is known, for one question: a log that was not read to its end is read on, so a panic leaves nothing wrong behind.
pub(crate) fn held(known: &Mutex<Known>) -> MutexGuard<'_, Known> {
    known.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Known {
    pub(crate) fn new() -> Self {
        Self { logs: LruCache::new(LOGS) }
    }

    /// The sequence number of a command's first record; none when the log has no such command.
    ///
    /// Others may have written meanwhile: what the log has beyond what is known is read before.
    pub(crate) fn first(
        &mut self,
        connection: &Connection,
        log: Log,
        command_id: CommandId,
    ) -> rusqlite::Result<Option<u64>> {
        let names = self.logs.get_or_insert_mut(log, Names::default);
        names.catch_up(connection, log)?;
        names.find(connection, log, command_id)
    }

    /// The same of a log that is known to have so many records.
    pub(crate) fn first_of(
        &mut self,
        connection: &Connection,
        log: Log,
        version: u64,
        command_id: CommandId,
    ) -> rusqlite::Result<Option<u64>> {
        let names = self.logs.get_or_insert_mut(log, Names::default);
        if names.until > version {
            // Records are gone that were there: what is said of them is forgotten with them.
            *names = Names::default();
        }
        if names.until < version {
            names.catch_up(connection, log)?;
        }
        names.find(connection, log, command_id)
    }

    /// How many commands of a log are known, and until where.
    #[cfg(test)]
    pub(crate) fn count(&self, log: Log) -> Option<(usize, u64)> {
        self.logs.peek(&log).map(|names| (names.index.len(), names.until))
    }

    /// Adds a command that was committed now, where everything before it is known.
    pub(crate) fn add(&mut self, log: Log, command_id: CommandId, first: u64, last: u64) {
        let names = self.logs.get_or_insert_mut(log, Names::default);
        if names.until.saturating_add(1) == first {
            names.add(command_id, first);
            names.until = last;
        }
    }
}

impl Names {
    /// Looks at the records behind those that were looked at, whole decisions only: what failed halfway is begun anew.
    fn catch_up(&mut self, connection: &Connection, log: Log) -> rusqlite::Result<()> {
        let looked = self.look(connection, log);
        if looked.is_err() {
            *self = Self::default();
        }
        looked
    }

    fn look(&mut self, connection: &Connection, log: Log) -> rusqlite::Result<()> {
        let sql = "SELECT id, command_id FROM records WHERE id > ?1 AND id <= ?2 ORDER BY id";
        let mut statement = connection.prepare_cached(sql)?;
        let from = log.id(self.until).unwrap_or_else(|| log.last());
        let mut rows = statement.query(params![from, log.last()])?;
        let mut before = None;
        while let Some(found) = rows.next()? {
            let sequence = Log::sequence(found.get(0)?);
            // A name that is none is no command's; whoever reads the record is told.
            let name = found.get_ref(1)?.as_str().ok().and_then(|name| name.parse().ok());
            if let Some(command_id) = name.filter(|_| name != before) {
                self.add(command_id, sequence);
            }
            before = name;
            self.until = sequence;
        }
        Ok(())
    }

    fn add(&mut self, command_id: CommandId, first: u64) {
        // A log has no record beyond what the half of its number can say.
        if let Ok(first) = u32::try_from(first) {
            self.index.add(command_id, first);
        }
    }

    fn find(
        &self,
        connection: &Connection,
        log: Log,
        command_id: CommandId,
    ) -> rusqlite::Result<Option<u64>> {
        let mut failed = None;
        let found = self.index.find(command_id, |first| {
            is_of(connection, log, first, command_id).unwrap_or_else(|error| {
                failed = Some(error);
                true
            })
        });
        failed.map_or(Ok(found.map(u64::from)), Err)
    }
}

/// Whether a record is one of this command.
fn is_of(connection: &Connection, log: Log, sequence: u32, command_id: CommandId) -> rusqlite::Result<bool> {
    let sql = "SELECT command_id = ?2 FROM records WHERE id = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let asked = params![log.id(u64::from(sequence)), command_id.as_str()];
    Ok(statement.query_row(asked, |row| row.get(0)).optional()?.unwrap_or(false))
}
