//! The numbers that are taken, over every directive of the journal.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Datelike as _;
use congvan_core::Event;
use congvan_core::check::Numbers;
use congvan_core::id::{DirectiveId, UnitId};
use congvan_store::{Position, Record};

use super::digest::Digest;

/// The numbers that are taken up to a position of the journal; what comes later is read when it is asked for.
#[derive(Debug, Default)]
pub(super) struct Taken {
    // Issuer and series of what was drafted and not yet issued: a number counts within them.
    drafts: BTreeMap<DirectiveId, (UnitId, Option<String>)>,
    numbers: Arc<Numbers>,
    seen: Position,
}

impl Taken {
    /// The numbers that are taken; shared, so that asking costs the same however many there are.
    pub(super) fn numbers(&self) -> Arc<Numbers> {
        Arc::clone(&self.numbers)
    }
}

impl Digest for Taken {
    fn seen(&self) -> Position {
        self.seen
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

    fn skip_to(&mut self, position: Position) {
        self.seen = position;
    }
}
