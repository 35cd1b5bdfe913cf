//! A journal in the caller's language.

use std::ops::ControlFlow;
use std::sync::Arc;

use congvan::core::id::{CommandId, DirectiveId};
use congvan::store::{
    self, Append, AppendError, Document, GENESIS, KeepError, Outcome, Position, ReadError, Row, Stream,
    Unsealed,
};
use congvan::{ContentHash, Instant};

use crate::error::CongvanError;

/// How many rows of a foreign journal are read at a time.
const PAGE: u32 = 500;

/// A journal: it appends what was decided and reads it again.
///
/// Sequences of a directive and positions of the journal begin at 1 and have no gaps. A reader never sees a part of an
/// entry, nor a position before all earlier ones. Several threads call at once. `run_journal_conformance` tries every promise.
#[uniffi::export(foreign)]
pub trait Journal: Send + Sync {
    /// Appends an entry, all of it or nothing, durably. In one transaction:
    ///
    /// 1. if the command of this directive is there with the entry's fingerprint, answer as then, with `replayed`; with
    ///    another fingerprint raise `CommandReused`;
    /// 2. if the directive does not stand at the entry's version, raise `Conflict` with the version found;
    /// 3. seal the entry behind the journal's last position and the hash of the directive's last row, and store the rows,
    ///    the command with its fingerprint and places, and the directive's next due instant in place of the one before.
    ///
    /// Raise `NotCommitted` when nothing was stored for certain; whatever else is raised leaves that open.
    fn append(&self, entry: Arc<JournalEntry>) -> Result<Committed, CongvanError>;

    /// What became of a command; none when it was never committed.
    fn outcome(
        &self,
        directive: DirectiveId,
        command_id: CommandId,
    ) -> Result<Option<JournalOutcome>, CongvanError>;

    /// One directive's log; none when it has no row.
    fn stream(&self, directive: DirectiveId) -> Result<Option<JournalStream>, CongvanError>;

    /// The lines of a directive after a sequence, in order, at most so many.
    fn read(&self, directive: DirectiveId, after: u64, limit: u32) -> Result<Vec<String>, CongvanError>;

    /// The logs in the byte order of their directives' identifiers, after one of them, at most so many.
    fn streams(&self, after: Option<DirectiveId>, limit: u32) -> Result<Vec<JournalStream>, CongvanError>;

    /// The lines of all directives in the order of their positions, after one of them, at most so many.
    fn feed(&self, after: u64, limit: u32) -> Result<Vec<String>, CongvanError>;

    /// The last position; 0 when there is none.
    fn head(&self) -> Result<u64, CongvanError>;

    /// The directives that are due at this instant or before, ordered by instant and then by identifier, after one of
    /// them, at most so many.
    fn due(&self, until: Instant, after: Option<DueItem>, limit: u32) -> Result<Vec<DueItem>, CongvanError>;

    /// Stores a version of a document that is not there yet.
    fn keep(&self, document: KeptDocument) -> Result<(), CongvanError>;

    /// A document: this version of it, or the latest; none when there is none.
    fn kept(
        &self,
        kind: String,
        name: String,
        version: Option<u64>,
    ) -> Result<Option<KeptDocument>, CongvanError>;

    /// The documents of a kind with their latest versions, in the byte order of the names.
    fn catalogue(&self, kind: String) -> Result<Vec<KeptVersion>, CongvanError>;
}

/// What is to be appended; it is sealed inside the transaction that stores it.
#[derive(Debug, uniffi::Object)]
pub struct JournalEntry(Unsealed);

/// One sealed row as it is stored: the line, and what it is looked up by.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SealedRow {
    /// The place in the directive's log, from 1.
    pub sequence: u64,
    /// The place in the order of commits of the whole journal, from 1.
    pub position: u64,
    /// The hash of the row; the directive's next row is sealed with it.
    pub hash: ContentHash,
    /// The row as one line of canonical JSON; store it as it stands.
    pub line: String,
}

/// What was committed: the rows and where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Committed {
    /// The sequence of the first row.
    pub first: u64,
    /// The sequence of the last row; the directive's version from now on.
    pub last: u64,
    /// The position of the last row.
    pub position: u64,
    /// Whether the command had been committed before and this is the same answer again.
    pub replayed: bool,
}

/// What became of a command that was committed earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct JournalOutcome {
    /// The sequence of its first row.
    pub first: u64,
    /// The sequence of its last row.
    pub last: u64,
    /// The position of its last row.
    pub position: u64,
    /// The fingerprint of the command.
    pub fingerprint: ContentHash,
}

/// One directive's log: how long it is and the hash it ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct JournalStream {
    /// Which directive.
    pub directive: DirectiveId,
    /// How many rows it has.
    pub version: u64,
    /// The hash of the last row.
    pub head: ContentHash,
}

/// A directive that wants attention, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DueItem {
    /// When.
    pub due: Instant,
    /// Which directive.
    pub directive: DirectiveId,
}

/// A version of a text that is kept beside the log; a version is never changed.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct KeptDocument {
    /// What it is, such as `directory` or `calendar`.
    pub kind: String,
    /// Which one.
    pub name: String,
    /// Its version: 1, 2, 3 and so on.
    pub version: u64,
    /// The text, as it was given.
    pub text: String,
}

/// A kept document and its latest version.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct KeptVersion {
    /// Which one.
    pub name: String,
    /// Its latest version.
    pub version: u64,
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl JournalEntry {
    /// Which directive.
    #[must_use]
    pub fn directive(&self) -> DirectiveId {
        self.0.directive()
    }

    /// What the caller named the command with.
    #[must_use]
    pub fn command_id(&self) -> CommandId {
        self.0.command_id()
    }

    /// The fingerprint of the command: the same name with another one is another command.
    #[must_use]
    pub fn fingerprint(&self) -> ContentHash {
        self.0.fingerprint()
    }

    /// The version of the directive that it was decided on, and the only one that it may follow.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.0.version()
    }

    /// When the directive next wants attention; none when nothing is open.
    #[must_use]
    pub fn next_due(&self) -> Option<Instant> {
        self.0.next_due()
    }

    /// Seals the rows behind the journal's last position, 0 where it is empty, and the hash of the directive's last row,
    /// none where it has none.
    pub fn seal(&self, head: u64, previous: Option<ContentHash>) -> Result<Vec<SealedRow>, CongvanError> {
        Ok(sealed(&self.0, head, previous))
    }
}

/// The rows of an entry behind these.
pub(crate) fn sealed(entry: &Unsealed, head: u64, previous: Option<ContentHash>) -> Vec<SealedRow> {
    let lines = entry.seal(Position::new(head), previous.unwrap_or(GENESIS)).into_iter();
    lines
        .map(|store::SealedLine { hash, line, position, sequence }| SealedRow {
            sequence,
            position: position.get(),
            hash,
            line,
        })
        .collect()
}

impl From<store::Committed> for Committed {
    fn from(committed: store::Committed) -> Self {
        let store::Committed { first, last, position, replayed } = committed;
        Self { first, last, position: position.get(), replayed }
    }
}

impl From<Committed> for store::Committed {
    fn from(committed: Committed) -> Self {
        let Committed { first, last, position, replayed } = committed;
        Self { first, last, position: Position::new(position), replayed }
    }
}

impl From<JournalStream> for Stream {
    fn from(stream: JournalStream) -> Self {
        let JournalStream { directive, version, head } = stream;
        Self { directive, head, version }
    }
}

impl From<KeptDocument> for Document {
    fn from(document: KeptDocument) -> Self {
        let KeptDocument { kind, name, version, text } = document;
        Self { kind, name, text, version }
    }
}

/// A journal of the caller as the register uses it.
pub(crate) struct ForeignJournal(pub(crate) Arc<dyn Journal>);

impl store::Journal for ForeignJournal {
    fn append(&self, entry: Append<'_>) -> Result<store::Committed, AppendError> {
        let unsealed = Unsealed::of(&entry).map_err(AppendError::not_committed)?;
        self.0.append(Arc::new(JournalEntry(unsealed))).map(Into::into).map_err(not_appended)
    }

    fn outcome(&self, directive: DirectiveId, command_id: CommandId) -> Result<Option<Outcome>, ReadError> {
        let found = self.0.outcome(directive, command_id).map_err(ReadError::unavailable)?;
        Ok(found.map(|JournalOutcome { first, last, position, fingerprint }| Outcome {
            committed: store::Committed { first, last, position: Position::new(position), replayed: true },
            fingerprint,
        }))
    }

    fn stream(&self, directive: DirectiveId) -> Result<Option<Stream>, ReadError> {
        Ok(self.0.stream(directive).map_err(ReadError::unavailable)?.map(Into::into))
    }

    fn scan(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let mut after = after;
        loop {
            let before = after;
            let lines = self.0.read(directive, after, PAGE).map_err(ReadError::unavailable)?;
            for line in &lines {
                let sequence = after.saturating_add(1);
                let row = Row::from_json_line(line)
                    .map_err(|error| ReadError::corrupt(directive, sequence, error))?;
                after = row.sequence;
                if visit(row).is_break() {
                    return Ok(());
                }
            }
            if lines.len() < PAGE as usize {
                return Ok(());
            }
            if after <= before {
                return Err(ReadError::corrupt(directive, before, "the journal gives the same rows again"));
            }
        }
    }

    fn list(&self, after: Option<DirectiveId>, limit: usize) -> Result<Vec<Stream>, ReadError> {
        let found = self.0.streams(after, small(limit)).map_err(ReadError::unavailable)?;
        Ok(found.into_iter().map(Into::into).collect())
    }

    fn sweep(
        &self,
        after: Position,
        limit: usize,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let lines = self.0.feed(after.get(), small(limit)).map_err(ReadError::unavailable)?;
        for (line, place) in lines.iter().take(limit).zip(after.get().saturating_add(1)..) {
            let row = Row::from_json_line(line)
                .map_err(|error| ReadError::corrupt(format!("at position {place}"), place, error))?;
            if visit(row).is_break() {
                break;
            }
        }
        Ok(())
    }

    fn head(&self) -> Result<Position, ReadError> {
        Ok(Position::new(self.0.head().map_err(ReadError::unavailable)?))
    }

    fn due(
        &self,
        until: Instant,
        after: Option<store::DueItem>,
        limit: usize,
    ) -> Result<Vec<store::DueItem>, ReadError> {
        let after = after.map(|store::DueItem { due, directive }| DueItem { due, directive });
        let found = self.0.due(until, after, small(limit)).map_err(ReadError::unavailable)?;
        Ok(found.into_iter().map(|DueItem { due, directive }| store::DueItem { due, directive }).collect())
    }

    fn keep(&self, document: &Document) -> Result<(), KeepError> {
        let Document { kind, name, text, version } = document.clone();
        let there =
            |version| self.0.kept(kind.clone(), name.clone(), version).map_err(KeepError::unavailable);
        let latest = there(None)?.map_or(0, |found| found.version);
        if version == latest.saturating_add(1) {
            return self.0.keep(KeptDocument { kind, name, version, text }).map_err(KeepError::unavailable);
        }
        match there(Some(version))? {
            Some(found) if found.text == text => Ok(()),
            Some(_) | None => Err(KeepError::version(document, latest)),
        }
    }

    fn kept(&self, kind: &str, name: &str, version: Option<u64>) -> Result<Option<Document>, ReadError> {
        let found = self.0.kept(kind.to_owned(), name.to_owned(), version).map_err(ReadError::unavailable)?;
        Ok(found.map(Into::into))
    }

    fn catalogue(&self, kind: &str) -> Result<Vec<(String, u64)>, ReadError> {
        let found = self.0.catalogue(kind.to_owned()).map_err(ReadError::unavailable)?;
        Ok(found.into_iter().map(|KeptVersion { name, version }| (name, version)).collect())
    }
}

fn small(limit: usize) -> u32 {
    u32::try_from(limit).unwrap_or(u32::MAX)
}

/// What a journal of the caller raised while it appended: only what says so is known to have stored nothing.
fn not_appended(error: CongvanError) -> AppendError {
    match error {
        CongvanError::Conflict { directive, expected, found } => {
            AppendError::Conflict { directive, expected, found }
        }
        CongvanError::CommandReused { directive, command_id } => {
            AppendError::CommandReused { directive, command_id }
        }
        error @ CongvanError::NotCommitted { .. } => AppendError::not_committed(error),
        error @ (CongvanError::UnknownOutcome { .. }
        | CongvanError::Refused { .. }
        | CongvanError::Input { .. }
        | CongvanError::NotFound { .. }
        | CongvanError::OutOfTurn { .. }
        | CongvanError::Unavailable { .. }
        | CongvanError::Corrupt { .. }
        | CongvanError::Newer { .. }
        | CongvanError::Closed
        | CongvanError::Callback { .. }) => AppendError::unknown(error),
    }
}
