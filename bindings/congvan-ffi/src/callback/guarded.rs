//! A journal that takes nothing after an object of the caller raised something.

use std::ops::ControlFlow;
use std::sync::Arc;

use congvan::Instant;
use congvan::core::event::{Event, Stamp};
use congvan::core::id::{CommandId, DirectiveId};
use congvan::store::{
    Append, AppendError, Committed, Document, DueItem, Journal, KeepError, Outcome, Position, ReadError,
    Record, Row, Stream,
};

/// Hands everything on, except a decision that was judged while an object of the caller raised.
pub(crate) struct Guarded(pub(crate) Arc<dyn Journal>);

impl Journal for Guarded {
    fn append(&self, entry: Append<'_>) -> Result<Committed, AppendError> {
        match super::failed() {
            Some(error) => Err(AppendError::not_committed(error)),
            None => self.0.append(entry),
        }
    }

    fn outcome(&self, directive: DirectiveId, command_id: CommandId) -> Result<Option<Outcome>, ReadError> {
        self.0.outcome(directive, command_id)
    }

    fn stream(&self, directive: DirectiveId) -> Result<Option<Stream>, ReadError> {
        self.0.stream(directive)
    }

    fn scan(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.0.scan(directive, after, visit)
    }

    fn replay(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Stamp, Event) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.0.replay(directive, after, visit)
    }

    fn list(&self, after: Option<DirectiveId>, limit: usize) -> Result<Vec<Stream>, ReadError> {
        self.0.list(after, limit)
    }

    fn sweep(
        &self,
        after: Position,
        limit: usize,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.0.sweep(after, limit, visit)
    }

    fn head(&self) -> Result<Position, ReadError> {
        self.0.head()
    }

    fn due(&self, until: Instant, after: Option<DueItem>, limit: usize) -> Result<Vec<DueItem>, ReadError> {
        self.0.due(until, after, limit)
    }

    fn keep(&self, document: &Document) -> Result<(), KeepError> {
        self.0.keep(document)
    }

    fn kept(&self, kind: &str, name: &str, version: Option<u64>) -> Result<Option<Document>, ReadError> {
        self.0.kept(kind, name, version)
    }

    fn catalogue(&self, kind: &str) -> Result<Vec<(String, u64)>, ReadError> {
        self.0.catalogue(kind)
    }

    fn read(&self, directive: DirectiveId, after: u64, limit: usize) -> Result<Vec<Record>, ReadError> {
        self.0.read(directive, after, limit)
    }
}
