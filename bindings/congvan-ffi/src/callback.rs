//! What a host implements in its own language, and how it is asked.
//!
//! Objects of the caller are never asked under a lock. What they raise is kept until the judgement ends and is then the
//! answer to the call, whatever the judgement came to: nothing is appended after something was raised.

mod authority;
mod clock;
mod conformance;
mod guarded;
mod journal;
mod rule;
mod subscriber;

pub use authority::{AuthorityProvider, Posted};
pub use clock::Clock;
pub use conformance::{ConformanceResult, JournalFactory, run_journal_conformance};
pub use journal::{
    Committed, DueItem, Journal, JournalEntry, JournalOutcome, JournalStream, KeptDocument, KeptVersion,
    SealedRow,
};
pub use rule::{CustomRule, Objection, RuleQuestion};
pub use subscriber::EventSubscriber;

pub(crate) use authority::ForeignStaff;
pub(crate) use guarded::Guarded;
pub(crate) use journal::{ForeignJournal, sealed};
pub(crate) use rule::rules;

use std::cell::RefCell;
use std::collections::HashMap;

use chrono::NaiveDate;
use congvan::core::directory;
use congvan::core::id::{OfficeId, PersonId};

use crate::error::CongvanError;

/// What was asked and raised in the judgement that goes on in this thread.
#[derive(Default)]
struct Judgement {
    failed: Option<CongvanError>,
    offices: HashMap<(OfficeId, NaiveDate), directory::Posted>,
    persons: HashMap<(PersonId, NaiveDate), directory::Posted>,
}

thread_local! {
    static JUDGEMENT: RefCell<Option<Judgement>> = const { RefCell::new(None) };
}

/// Judges with objects of the caller: what one of them raised is the answer.
pub(crate) fn judged<T>(judge: impl FnOnce() -> Result<T, CongvanError>) -> Result<T, CongvanError> {
    // A callback may call the library again: each judgement has its own memory.
    let outer = JUDGEMENT.replace(Some(Judgement::default()));
    let answer = judge();
    let inner = JUDGEMENT.replace(outer);
    match inner.and_then(|judgement| judgement.failed) {
        Some(error) => Err(error),
        None => answer,
    }
}

/// Keeps what an object of the caller raised; the first counts.
pub(crate) fn fail(error: CongvanError) {
    JUDGEMENT.with_borrow_mut(|judgement| {
        if let Some(judgement) = judgement {
            judgement.failed.get_or_insert(error);
        }
    });
}

/// What was raised so far in the judgement that goes on.
pub(crate) fn failed() -> Option<CongvanError> {
    JUDGEMENT.with_borrow(|judgement| judgement.as_ref().and_then(|found| found.failed.clone()))
}

/// Whether a judgement goes on in this thread.
pub(crate) fn is_judging() -> bool {
    JUDGEMENT.with_borrow(Option::is_some)
}
