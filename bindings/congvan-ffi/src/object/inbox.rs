//! The inbox, page by page.

use std::sync::Arc;

use congvan::core::command::{Kind, Target};
use congvan::core::id::DirectiveId;
use congvan::{Instant, register};

use crate::error::RefusalReason;

/// One thing that a person may do, or that waits for something.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct InboxEntry {
    /// The directive.
    pub directive: DirectiveId,
    /// What can be done.
    pub kind: Kind,
    /// With what, as commands name it.
    pub target: Target,
    /// With what, as people name it: the key of an obligation, the identifier of a meeting or unit.
    pub name: Option<String>,
    /// By when, where it has a deadline.
    pub due: Option<Instant>,
    /// Why it cannot be done yet, with obligations by their keys; empty when it can be done now.
    pub blocked_by: Vec<RefusalReason>,
}

/// A page of an inbox: what can be done first, the earliest due first.
#[derive(Clone, Debug, uniffi::Record)]
pub struct InboxPage {
    /// The entries of this page.
    pub entries: Vec<InboxEntry>,
    /// How many there are on all pages.
    pub total: u64,
    /// The next page, where there is one.
    pub next: Option<Arc<InboxNext>>,
}

/// An entry as the register lists it, and why it waits, told with the names of its directive.
type Listed = (register::InboxEntry, Vec<RefusalReason>);

/// The way to the next page: of the inbox as it stood when it was asked for.
#[derive(Clone, Debug, uniffi::Object)]
pub struct InboxNext {
    entries: Arc<[Listed]>,
    from: usize,
    limit: usize,
}

impl InboxNext {
    pub(super) fn first(entries: Vec<Listed>, limit: u32) -> Self {
        Self { entries: entries.into(), from: 0, limit: (limit as usize).max(1) }
    }
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl InboxNext {
    /// Reads the page.
    #[must_use]
    pub fn read(&self) -> InboxPage {
        let until = self.from.saturating_add(self.limit).min(self.entries.len());
        let page = self.entries.get(self.from..until).unwrap_or_default();
        let next = Self { from: until, ..self.clone() };
        InboxPage {
            entries: page.iter().map(Into::into).collect(),
            total: u64::try_from(self.entries.len()).unwrap_or(u64::MAX),
            next: (until < self.entries.len()).then(|| Arc::new(next)),
        }
    }
}

impl From<&Listed> for InboxEntry {
    fn from((entry, blocked_by): &Listed) -> Self {
        // Why it waits was told where the directive was at hand.
        let register::InboxEntry { blocked: _, directive, due, kind, name, target } = entry;
        Self {
            directive: *directive,
            kind: *kind,
            target: *target,
            name: name.clone(),
            due: *due,
            blocked_by: blocked_by.clone(),
        }
    }
}
