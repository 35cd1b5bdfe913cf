//! The mandate as an object: read once, shared by the commands and events that carry it.

mod assignment;
mod header;
mod meeting_plan;
mod policy;

use std::sync::Arc;

use congvan::text::read::Places;

/// The mandate (nội dung giao): what a directive orders, as data read from TOML or JSON.
#[derive(Clone, Debug, uniffi::Object)]
pub struct Mandate {
    core: Arc<congvan::Mandate>,
    // Where it stands in the text that it was read from, for findings.
    places: Option<Places>,
}

impl PartialEq for Mandate {
    /// The same mandate, wherever it was read.
    fn eq(&self, other: &Self) -> bool {
        self.core == other.core
    }
}

impl Mandate {
    /// The object for a mandate of the core.
    #[must_use]
    pub const fn new(core: Arc<congvan::Mandate>) -> Self {
        Self { core, places: None }
    }

    /// The object for a mandate that was read from a text.
    pub(crate) const fn read(core: Arc<congvan::Mandate>, places: Places) -> Self {
        Self { core, places: Some(places) }
    }

    /// Where it stands in the text that it was read from.
    pub(crate) const fn places(&self) -> Option<&Places> {
        self.places.as_ref()
    }

    /// The mandate of the core.
    #[must_use]
    pub fn core(&self) -> Arc<congvan::Mandate> {
        Arc::clone(&self.core)
    }
}
