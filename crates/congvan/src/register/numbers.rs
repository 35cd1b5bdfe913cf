//! The numbers that are taken, over every directive of the journal.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Datelike as _;
use congvan_core::Event;
use congvan_core::check::Numbers;
use congvan_core::id::{DirectiveId, UnitId};
use congvan_store::{Position, Record};

/// How many records are read at a time.
pub(super) const PAGE: usize = 1_000;

/// The numbers that are taken up to a position of the journal; what comes later is read when it is asked for.
#[derive(Debug, Default)]
pub(super) struct Taken {
    // Issuer and series of what was drafted and not yet issued: a number counts within them.
    drafts: BTreeMap<DirectiveId, (UnitId, Option<String>)>,
    numbers: Arc<Numbers>,
    seen: Position,
}

impl Taken {
    /// Up to where they are known.
    pub(super) const fn seen(&self) -> Position {
        self.seen
    }

    /// The numbers that are taken as far as is known; shared, so that asking costs the same however many there are.
    pub(super) fn numbers(&self) -> Arc<Numbers> {
        Arc::clone(&self.numbers)
    }

    /// Takes a page that was read behind this position, unless another thread has taken it.
    pub(super) fn take(&mut self, after: Position, page: &[Record]) {
        if self.seen == after {
            for record in page {
                self.read(record);
            }
        }
    }

    fn read(&mut self, record: &Record) {
        let directive = record.directive();
        if let Event::Drafted(drafted) = record.event() {
            let header = &drafted.mandate.header;
            self.drafts.insert(directive, (header.issuing_body, header.series.clone()));
        }
        if let Event::Discarded(_) = record.event() {
            self.drafts.remove(&directive);
        }
        if let Event::Issued(issued) = record.event()
            && let Some((issuer, series)) = self.drafts.remove(&directive)
        {
            let (year, number) = (issued.issue.date.year(), issued.issue.number);
            Arc::make_mut(&mut self.numbers).take(issuer, series.as_deref(), year, number);
        }
        self.seen = record.position();
    }
}
