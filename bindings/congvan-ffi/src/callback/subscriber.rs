//! A subscriber that events are pushed to.

use crate::error::CongvanError;

/// Is told of events in the order of commits, each at least once.
///
/// It is told in the thread that executed a command, after the commit and under no lock; another thread that commits
/// meanwhile leaves its events to the one that is telling. Whoever raises is told the same events again later.
#[uniffi::export(foreign)]
pub trait EventSubscriber: Send + Sync {
    /// Takes records of the log, one line of canonical JSON each, oldest first.
    fn on_events(&self, lines: Vec<String>) -> Result<(), CongvanError>;
}
