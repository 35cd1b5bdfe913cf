//! The conformance suite, run on a journal of the caller.

use std::sync::Arc;

use congvan::store::conformance::CASES;
use congvan::store::{self, MemoryJournal};

use super::journal::{ForeignJournal, Journal};
use crate::error::CongvanError;

/// Opens empty journals for the conformance suite.
#[uniffi::export(foreign)]
pub trait JournalFactory: Send + Sync {
    /// A journal that holds nothing; each call gives another one.
    fn open(&self) -> Result<Arc<dyn Journal>, CongvanError>;
}

/// What became of one promise of the suite.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ConformanceResult {
    /// The promise.
    pub name: String,
    /// Why it is not kept; none when it is.
    pub failure: Option<String>,
}

/// Tries every promise that a journal makes on journals of the caller, several of them from several threads at once.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn run_journal_conformance(
    factory: Arc<dyn JournalFactory>,
) -> Result<Vec<ConformanceResult>, CongvanError> {
    let results = CASES.iter().map(|case| {
        let mut unopened = None;
        let mut open = || -> Box<dyn store::Journal> {
            match factory.open() {
                Ok(journal) => Box::new(ForeignJournal(journal)),
                Err(error) => {
                    unopened = Some(error);
                    Box::new(MemoryJournal::new())
                }
            }
        };
        let outcome = (case.run)(&mut open);
        match unopened {
            Some(error) => Err(error),
            None => {
                let failure = outcome.err().map(|why| why.to_string());
                Ok(ConformanceResult { name: case.name.to_owned(), failure })
            }
        }
    });
    results.collect()
}
