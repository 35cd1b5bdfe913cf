//! A journal in memory: the reference for every other store, and the one for tests and trials.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::{Bound, ControlFlow};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use congvan_calendar::Instant;
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId};

use crate::GENESIS;
use crate::append::{Append, AppendError, Committed, Outcome};
use crate::document::{Document, KeepError};
use crate::journal::{DueItem, Journal, Position, ReadError, Stream};
use crate::record::Record;
use crate::row::{FORMAT, Row};
use crate::seal::{Place, Seal, SealError, seal};

/// A journal in memory; it is gone with the process.
#[derive(Debug, Default)]
pub struct MemoryJournal {
    inner: RwLock<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    due: BTreeSet<DueItem>,
    feed: Vec<(DirectiveId, u64)>,
    kept: BTreeMap<(String, String), Vec<String>>,
    logs: BTreeMap<DirectiveId, Log>,
}

#[derive(Debug, Default)]
struct Log {
    commands: HashMap<CommandId, Outcome>,
    due: Option<Instant>,
    entries: Vec<Entry>,
    // The sealed texts one after another: an event is encoded once, hashed and stored where it stands.
    text: Vec<u8>,
}

#[derive(Debug)]
struct Entry {
    command_id: CommandId,
    fingerprint: ContentHash,
    rules: ContentHash,
    seal: Seal,
}

impl Log {
    fn version(&self) -> u64 {
        self.entries.len() as u64
    }

    fn head(&self) -> ContentHash {
        self.entries.last().map_or(GENESIS, |entry| entry.seal.hash())
    }

    fn row(&self, directive: DirectiveId, entry: &Entry) -> Result<Row<'_>, SealError> {
        let (event, stamp) = entry.seal.texts(&self.text)?;
        let Place { position, previous, sequence } = entry.seal.place();
        Ok(Row {
            command_id: entry.command_id,
            directive,
            event,
            fingerprint: entry.fingerprint,
            format: FORMAT,
            hash: entry.seal.hash(),
            position,
            previous,
            rules: entry.rules,
            sequence,
            stamp,
        })
    }

    /// Seals the events of a decision behind the others, all or none.
    fn push(&mut self, entry: &Append<'_>, mut position: Position) -> Result<Position, AppendError> {
        let (entries, text) = (self.entries.len(), self.text.len());
        for event in entry.decision.events().iter() {
            position = position.next();
            let place = Place { position, previous: self.head(), sequence: self.version().saturating_add(1) };
            match seal(&mut self.text, entry, event, place) {
                Ok(seal) => self.entries.push(Entry {
                    command_id: entry.command_id,
                    fingerprint: entry.fingerprint,
                    rules: entry.rules,
                    seal,
                }),
                Err(error) => {
                    self.entries.truncate(entries);
                    self.text.truncate(text);
                    return Err(AppendError::not_committed(error));
                }
            }
        }
        Ok(position)
    }
}

impl Inner {
    fn head(&self) -> Position {
        Position::new(self.feed.len() as u64)
    }

    fn append(&mut self, entry: &Append<'_>) -> Result<Committed, AppendError> {
        let (directive, expected) = (entry.decision.directive(), entry.decision.version());
        let head = self.head();
        let log = self.logs.get(&directive);
        if let Some(outcome) = log.and_then(|log| log.commands.get(&entry.command_id)) {
            return outcome.answer(directive, entry.command_id, entry.fingerprint);
        }
        let found = log.map_or(0, Log::version);
        if found != expected {
            return Err(AppendError::Conflict { directive, expected, found });
        }
        let log = self.logs.entry(directive).or_default();
        let position = log.push(entry, head)?;
        let first = expected.saturating_add(1);
        let last = log.version();
        let committed = Committed { first, last, position, replayed: false };
        let again = Committed { replayed: true, ..committed };
        log.commands.insert(entry.command_id, Outcome { committed: again, fingerprint: entry.fingerprint });
        if log.due != entry.next_due {
            if let Some(due) = log.due {
                self.due.remove(&DueItem { due, directive });
            }
            self.due.extend(entry.next_due.map(|due| DueItem { due, directive }));
            log.due = entry.next_due;
        }
        self.feed.extend((first..=last).map(|sequence| (directive, sequence)));
        Ok(committed)
    }

    fn entry(&self, directive: DirectiveId, sequence: u64) -> Option<(&Log, &Entry)> {
        let log = self.logs.get(&directive)?;
        let index = usize::try_from(sequence.checked_sub(1)?).ok()?;
        Some((log, log.entries.get(index)?))
    }

    fn stream(directive: DirectiveId, log: &Log) -> Option<Stream> {
        // A log whose first decision could not be sealed has no event.
        (log.version() > 0).then(|| Stream { directive, head: log.head(), version: log.version() })
    }
}

impl MemoryJournal {
    /// An empty journal.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    // A writer that panicked left the journal as it was before or after its append: `push` undoes what it began.
    fn inner(&self) -> RwLockReadGuard<'_, Inner> {
        self.inner.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn inner_mut(&self) -> RwLockWriteGuard<'_, Inner> {
        self.inner.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Journal for MemoryJournal {
    fn append(&self, entry: Append<'_>) -> Result<Committed, AppendError> {
        self.inner_mut().append(&entry)
    }

    fn outcome(&self, directive: DirectiveId, command_id: CommandId) -> Result<Option<Outcome>, ReadError> {
        Ok(self.inner().logs.get(&directive).and_then(|log| log.commands.get(&command_id)).copied())
    }

    fn stream(&self, directive: DirectiveId) -> Result<Option<Stream>, ReadError> {
        Ok(self.inner().logs.get(&directive).and_then(|log| Inner::stream(directive, log)))
    }

    fn scan(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let inner = self.inner();
        let Some(log) = inner.logs.get(&directive) else { return Ok(()) };
        let skip = usize::try_from(after).unwrap_or(usize::MAX);
        for entry in log.entries.iter().skip(skip) {
            let row = log.row(directive, entry).map_err(ReadError::unavailable)?;
            if visit(row).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn list(&self, after: Option<DirectiveId>, limit: usize) -> Result<Vec<Stream>, ReadError> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let inner = self.inner();
        let logs = inner.logs.range((from, Bound::Unbounded));
        Ok(logs.filter_map(|(directive, log)| Inner::stream(*directive, log)).take(limit).collect())
    }

    fn feed(&self, after: Position, limit: usize) -> Result<Vec<Record>, ReadError> {
        let inner = self.inner();
        let skip = usize::try_from(after.get()).unwrap_or(usize::MAX);
        let places = inner.feed.iter().skip(skip).take(limit);
        places
            .filter_map(|(directive, sequence)| Some((*directive, inner.entry(*directive, *sequence)?)))
            .map(|(directive, (log, entry))| {
                let row = log.row(directive, entry).map_err(ReadError::unavailable)?;
                Record::decode(&row).map_err(|error| ReadError::corrupt(directive, row.sequence, error))
            })
            .collect()
    }

    fn head(&self) -> Result<Position, ReadError> {
        Ok(self.inner().head())
    }

    fn due(&self, until: Instant, after: Option<DueItem>, limit: usize) -> Result<Vec<DueItem>, ReadError> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let inner = self.inner();
        let items = inner.due.range((from, Bound::Unbounded));
        Ok(items.copied().take_while(|item| item.due <= until).take(limit).collect())
    }

    fn keep(&self, document: &Document) -> Result<(), KeepError> {
        let mut inner = self.inner_mut();
        let texts = inner.kept.entry((document.kind.clone(), document.name.clone())).or_default();
        let latest = texts.len() as u64;
        if document.version == latest.saturating_add(1) {
            texts.push(document.text.clone());
            return Ok(());
        }
        let there = document.version.checked_sub(1).and_then(|index| usize::try_from(index).ok());
        match there.and_then(|index| texts.get(index)) {
            Some(text) if *text == document.text => Ok(()),
            Some(_) | None => Err(KeepError::version(document, latest)),
        }
    }

    fn kept(&self, kind: &str, name: &str, version: Option<u64>) -> Result<Option<Document>, ReadError> {
        let inner = self.inner();
        let Some(texts) = inner.kept.get(&(kind.to_owned(), name.to_owned())) else { return Ok(None) };
        let version = version.unwrap_or(texts.len() as u64);
        let index = version.checked_sub(1).and_then(|index| usize::try_from(index).ok());
        let text = index.and_then(|index| texts.get(index));
        Ok(text.map(|text| Document {
            kind: kind.to_owned(),
            name: name.to_owned(),
            text: text.clone(),
            version,
        }))
    }

    fn catalogue(&self, kind: &str) -> Result<Vec<(String, u64)>, ReadError> {
        let inner = self.inner();
        let of_kind = inner.kept.iter().filter(|((found, _), texts)| found == kind && !texts.is_empty());
        Ok(of_kind.map(|((_, name), texts)| (name.clone(), texts.len() as u64)).collect())
    }
}
