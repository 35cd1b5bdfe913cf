//! What is kept of how directives were issued: read on when it is asked for.

use std::ops::ControlFlow;
use std::sync::{Mutex, MutexGuard, PoisonError};

use congvan_core::Event;
use congvan_core::id::DirectiveId;
use congvan_store::{Journal, Position, ReadError, Record};

/// How many records are read at a time, and how many directives.
const PAGE: usize = 1_000;

/// What is kept of every record up to a position. What comes after a directive was issued changes nothing in it.
pub(super) trait Digest: Default {
    /// The position until which records were read.
    fn seen(&self) -> Position;

    /// Takes the next record of a directive.
    fn read(&mut self, record: &Record);

    /// Everything up to this position was read.
    fn skip_to(&mut self, position: Position);
}

/// Answers from everything that the journal has now.
///
/// The journal may be the host's own code and is never asked under a lock.
pub(super) fn caught_up<D: Digest, T>(
    digest: &Mutex<D>,
    journal: &dyn Journal,
    answer: impl FnOnce(&D) -> T,
) -> Result<T, ReadError> {
    begin(digest, journal)?;
    loop {
        let after = held(digest).seen();
        let page = journal.feed(after, PAGE)?;
        let mut digest = held(digest);
        if page.is_empty() {
            return Ok(answer(&digest));
        }
        // Whoever was faster has taken the page.
        if digest.seen() == after {
            for record in &page {
                digest.read(record);
            }
        }
    }
}

/// The first time, each directive is read until it was issued: those are few records, while most of a long journal is
/// what happened afterwards.
fn begin<D: Digest>(digest: &Mutex<D>, journal: &dyn Journal) -> Result<(), ReadError> {
    if held(digest).seen() != Position::START {
        return Ok(());
    }
    let head = journal.head()?;
    // A short journal is one page of the feed.
    if head.get() <= PAGE as u64 {
        return Ok(());
    }
    let mut begun = D::default();
    let mut after = None;
    loop {
        let page = journal.list(after, PAGE)?;
        let Some(last) = page.last() else { break };
        after = Some(last.directive);
        for stream in page {
            until_issued(journal, stream.directive, head, &mut begun)?;
        }
    }
    begun.skip_to(head);
    let mut digest = held(digest);
    if digest.seen() == Position::START {
        *digest = begun;
    }
    Ok(())
}

/// Reads what a directive had at a position, until it was issued.
fn until_issued(
    journal: &dyn Journal,
    directive: DirectiveId,
    head: Position,
    digest: &mut impl Digest,
) -> Result<(), ReadError> {
    let mut failed = None;
    journal.scan(directive, 0, &mut |row| {
        if row.position > head {
            return ControlFlow::Break(());
        }
        match Record::decode(&row) {
            Ok(record) => {
                digest.read(&record);
                let is_over = matches!(record.event(), Event::Issued(_));
                if is_over { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            }
            Err(error) => {
                failed = Some(ReadError::undecodable(directive, row.sequence, error));
                ControlFlow::Break(())
            }
        }
    })?;
    failed.map_or(Ok(()), Err)
}

fn held<D>(digest: &Mutex<D>) -> MutexGuard<'_, D> {
    digest.lock().unwrap_or_else(PoisonError::into_inner)
}
