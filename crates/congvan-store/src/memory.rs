//! A journal in memory: the reference for every other store, and the one for tests and trials.

mod run;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Bound, ControlFlow};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use congvan_calendar::Instant;
use congvan_core::hash::ContentHash;
use congvan_core::id::{CommandId, DirectiveId};

use self::run::Run;
use self::text::{Start, Texts};
use crate::GENESIS;
use crate::append::{Append, AppendError, Committed, Outcome};
use crate::commands::CommandIndex;
use crate::document::{Document, KeepError};
use crate::journal::{DueItem, Journal, Position, ReadError, Stream};
use crate::row::{FORMAT, Row};
use crate::seal::{Place, seal};

/// A journal in memory; it is gone with the process.
#[derive(Debug, Default)]
pub struct MemoryJournal {
    inner: RwLock<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    due: BTreeSet<DueItem>,
    feed: Run<Feed>,
    kept: BTreeMap<(String, String), Vec<String>>,
    logs: Vec<Log>,
    numbers: BTreeMap<DirectiveId, usize>,
    scratch: Vec<u8>,
}

/// Which log, and which record of it counted from 0.
#[derive(Clone, Copy, Debug)]
struct Feed {
    entry: u32,
    log: u32,
}

// An append pays for the memory that it is the first to touch: what can be counted or shared is not written down.
#[derive(Debug)]
struct Log {
    batches: Run<Batch>,
    commands: CommandIndex,
    directive: DirectiveId,
    due: Option<Instant>,
    entries: Run<Entry>,
    // The hashes of the rules that were in force, one behind the other.
    rules: Vec<ContentHash>,
    texts: Texts,
}

/// What the records of one decision share.
#[derive(Debug)]
struct Batch {
    // The position before its first record.
    before: Position,
    command_id: CommandId,
    fingerprint: ContentHash,
    // Its first record, counted from 0.
    first: u32,
    rules: u32,
    stamp: Start,
    stamp_len: u32,
}

#[derive(Debug)]
struct Entry {
    batch: u32,
    event: Start,
    event_len: u32,
    hash: ContentHash,
}

/// There is no room for another record.
#[derive(Debug, thiserror::Error)]
#[error("the journal in memory has no room for another record; use a journal in a file")]
struct Full;

impl Log {
    fn new(directive: DirectiveId) -> Self {
        Self {
            batches: Run::default(),
            commands: CommandIndex::new(),
            directive,
            due: None,
            entries: Run::default(),
            rules: Vec::new(),
            texts: Texts::default(),
        }
    }

    fn version(&self) -> u64 {
        self.entries.len() as u64
    }

    fn head(&self) -> ContentHash {
        self.entries.last().map_or(GENESIS, |entry| entry.hash)
    }

    fn stream(&self) -> Option<Stream> {
        // A log whose first decision could not be sealed has no event.
        let (directive, head, version) = (self.directive, self.head(), self.version());
        (version > 0).then_some(Stream { directive, head, version })
    }

    fn outcome(&self, command_id: CommandId) -> Option<Outcome> {
        let is_meant = |at| self.batch(at).is_some_and(|batch| batch.command_id == command_id);
        let at = self.commands.find(command_id, is_meant)?;
        let batch = self.batch(at)?;
        let next = at.checked_add(1).and_then(|next| self.batch(next));
        let last = next.map_or(self.version(), |next| u64::from(next.first));
        let first = u64::from(batch.first).saturating_add(1);
        let committed = Committed { first, last, position: batch.position(last), replayed: true };
        Some(Outcome { committed, fingerprint: batch.fingerprint })
    }

    fn batch(&self, at: u32) -> Option<&Batch> {
        self.batches.get(usize::try_from(at).ok()?)
    }

    /// The record at a place counted from 0; none beyond the end.
    fn row(&self, at: usize) -> Option<Row<'_>> {
        let entry = self.entries.get(at)?;
        let batch = self.batch(entry.batch)?;
        let sequence = (at as u64).saturating_add(1);
        Some(Row {
            command_id: batch.command_id,
            directive: self.directive,
            event: self.texts.get(entry.event, entry.event_len)?,
            fingerprint: batch.fingerprint,
            format: FORMAT,
            hash: entry.hash,
            position: batch.position(sequence),
            previous: match at.checked_sub(1) {
                Some(before) => self.entries.get(before)?.hash,
                None => GENESIS,
            },
            rules: *self.rules.get(usize::try_from(batch.rules).ok()?)?,
            sequence,
            stamp: self.texts.get(batch.stamp, batch.stamp_len)?,
        })
    }

    /// Seals the events of a decision behind the others, all or none.
    fn push(
        &mut self,
        entry: &Append<'_>,
        before: Position,
        scratch: &mut Vec<u8>,
    ) -> Result<(), AppendError> {
        let entries = self.entries.len();
        let sealed = self.seal(entry, before, scratch);
        if sealed.is_err() {
            self.entries.truncate(entries);
        }
        sealed
    }

    /// Seals the events of a decision one behind the other.
    fn seal(
        &mut self,
        entry: &Append<'_>,
        before: Position,
        scratch: &mut Vec<u8>,
    ) -> Result<(), AppendError> {
        let full = || AppendError::not_committed(Full);
        let batch = u32::try_from(self.batches.len()).map_err(|_| full())?;
        let first = u32::try_from(self.entries.len()).map_err(|_| full())?;
        let mut place = Place { position: before, previous: self.head(), sequence: self.version() };
        let mut shared = None;
        for event in entry.decision.events().iter() {
            place.position = place.position.next();
            place.sequence = place.sequence.saturating_add(1);
            scratch.clear();
            let sealed = seal(scratch, entry, event, place).map_err(AppendError::not_committed)?;
            place.previous = sealed.hash();
            let (event, stamp) = sealed.bytes(scratch);
            let length = |text: &[u8]| u32::try_from(text.len()).map_err(|_| full());
            let (event_len, stamp_len) = (length(event)?, length(stamp)?);
            let event = self.texts.push(event).ok_or_else(full)?;
            self.entries.push(Entry { batch, event, event_len, hash: sealed.hash() });
            // Every record of a decision has the same stamp.
            if shared.is_none() {
                shared = self.texts.push(stamp).map(|stamp| (stamp, stamp_len));
            }
        }
        let (stamp, stamp_len) = shared.ok_or_else(full)?;
        let rules = self.rules_of(entry.rules).ok_or_else(full)?;
        let Append { command_id, fingerprint, .. } = *entry;
        self.batches.push(Batch { before, command_id, fingerprint, first, rules, stamp, stamp_len });
        self.commands.add(command_id, batch);
        Ok(())
    }

    /// Where the hash of these rules stands, which mostly are those that the decision before was under.
    fn rules_of(&mut self, rules: ContentHash) -> Option<u32> {
        if self.rules.last() != Some(&rules) {
            self.rules.push(rules);
        }
        u32::try_from(self.rules.len().checked_sub(1)?).ok()
    }
}

impl Batch {
    fn position(&self, sequence: u64) -> Position {
        Position::new(self.before.get().saturating_add(sequence.saturating_sub(u64::from(self.first))))
    }
}

impl Inner {
    fn head(&self) -> Position {
        Position::new(self.feed.len() as u64)
    }

    fn log(&self, directive: DirectiveId) -> Option<&Log> {
        self.logs.get(self.number(directive)?)
    }

    /// Where the log of a directive stands. One command often follows another on the same directive, and the last record
    /// tells which that was.
    fn number(&self, directive: DirectiveId) -> Option<usize> {
        let latest = self.feed.last().and_then(|feed| usize::try_from(feed.log).ok());
        let is_meant = |at: &usize| self.logs.get(*at).is_some_and(|log| log.directive == directive);
        latest.filter(is_meant).or_else(|| self.numbers.get(&directive).copied())
    }

    fn row(&self, Feed { entry, log }: Feed) -> Option<Row<'_>> {
        self.logs.get(usize::try_from(log).ok()?)?.row(usize::try_from(entry).ok()?)
    }

    fn append(&mut self, entry: &Append<'_>) -> Result<Committed, AppendError> {
        let (directive, expected) = (entry.decision.directive(), entry.decision.version());
        let head = self.head();
        let number = self.number(directive);
        if number.is_none() && expected == 0 {
            self.numbers.insert(directive, self.logs.len());
            self.logs.push(Log::new(directive));
        }
        let number = number.unwrap_or(self.logs.len().saturating_sub(1));
        let log = self.logs.get_mut(number).filter(|log| log.directive == directive);
        let Some(log) = log else { return Err(AppendError::Conflict { directive, expected, found: 0 }) };
        if let Some(outcome) = log.outcome(entry.command_id) {
            return outcome.answer(directive, entry.command_id, entry.fingerprint);
        }
        let found = log.version();
        if found != expected {
            return Err(AppendError::Conflict { directive, expected, found });
        }
        let full = |_| AppendError::not_committed(Full);
        let log_number = u32::try_from(number).map_err(full)?;
        let until = found.saturating_add(entry.decision.events().len() as u64);
        let places = u32::try_from(found).map_err(full)?..u32::try_from(until).map_err(full)?;
        log.push(entry, head, &mut self.scratch)?;
        if log.due != entry.next_due {
            if let Some(due) = log.due {
                self.due.remove(&DueItem { due, directive });
            }
            self.due.extend(entry.next_due.map(|due| DueItem { due, directive }));
            log.due = entry.next_due;
        }
        for entry in places {
            self.feed.push(Feed { entry, log: log_number });
        }
        let first = found.saturating_add(1);
        Ok(Committed { first, last: until, position: self.head(), replayed: false })
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
        Ok(self.inner().log(directive).and_then(|log| log.outcome(command_id)))
    }

    fn stream(&self, directive: DirectiveId) -> Result<Option<Stream>, ReadError> {
        Ok(self.inner().log(directive).and_then(Log::stream))
    }

    fn scan(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let inner = self.inner();
        let Some(log) = inner.log(directive) else { return Ok(()) };
        let mut at = usize::try_from(after).unwrap_or(usize::MAX);
        while let Some(row) = log.row(at) {
            if visit(row).is_break() {
                break;
            }
            at = at.saturating_add(1);
        }
        Ok(())
    }

    fn list(&self, after: Option<DirectiveId>, limit: usize) -> Result<Vec<Stream>, ReadError> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        let inner = self.inner();
        let numbers = inner.numbers.range((from, Bound::Unbounded));
        Ok(numbers.filter_map(|(_, number)| inner.logs.get(*number)?.stream()).take(limit).collect())
    }

    fn sweep(
        &self,
        after: Position,
        limit: usize,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let inner = self.inner();
        let skip = usize::try_from(after.get()).unwrap_or(usize::MAX);
        for row in inner.feed.iter_from(skip).take(limit).filter_map(|place| inner.row(*place)) {
            if visit(row).is_break() {
                break;
            }
        }
        Ok(())
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
