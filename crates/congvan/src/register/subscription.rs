//! Every event after a position, in the order of commits.

use congvan_store::{Journal, Position, ReadError, Record};

/// How many records are read at a time.
const PAGE: usize = 1_000;

/// A reader of every event after a position, in the order of commits.
///
/// It gives what there is and then ends; ask again later with [`Subscription::position`] kept, which a host stores beside
/// what it did with the events.
pub struct Subscription<'a> {
    journal: &'a dyn Journal,
    page: std::vec::IntoIter<Record>,
    position: Position,
}

impl std::fmt::Debug for Subscription<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Subscription").field("position", &self.position).finish_non_exhaustive()
    }
}

impl<'a> Subscription<'a> {
    pub(super) fn new(journal: &'a dyn Journal, after: Position) -> Self {
        Self { journal, page: Vec::new().into_iter(), position: after }
    }

    /// The position of the last event that was given.
    #[must_use]
    pub const fn position(&self) -> Position {
        self.position
    }
}

impl Iterator for Subscription<'_> {
    type Item = Result<Record, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.page.len() == 0 {
            match self.journal.feed(self.position, PAGE) {
                Ok(page) => self.page = page.into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
        let record = self.page.next()?;
        self.position = self.position.next();
        Some(Ok(record))
    }
}
