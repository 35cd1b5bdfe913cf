//! What is kept of the journal's feed: read on when it is asked for.

use std::sync::{Mutex, MutexGuard, PoisonError};

use congvan_store::{Journal, Position, ReadError, Record};

/// How many records are read at a time.
const PAGE: usize = 1_000;

/// What is kept of every record up to a position.
pub(super) trait Digest {
    /// The position of the last record that was read.
    fn seen(&self) -> Position;

    /// Takes the next record.
    fn read(&mut self, record: &Record);
}

/// Answers from everything that the journal has now.
///
/// The journal may be the host's own code and is never asked under a lock.
pub(super) fn caught_up<D: Digest, T>(
    digest: &Mutex<D>,
    journal: &dyn Journal,
    answer: impl FnOnce(&D) -> T,
) -> Result<T, ReadError> {
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

fn held<D>(digest: &Mutex<D>) -> MutexGuard<'_, D> {
    digest.lock().unwrap_or_else(PoisonError::into_inner)
}
