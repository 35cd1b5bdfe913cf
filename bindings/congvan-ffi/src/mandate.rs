//! The mandate as an object: read once, shared by the commands and events that carry it.

mod assignment;
mod header;
mod meeting_plan;
mod policy;

use std::sync::Arc;

/// The mandate (nội dung giao): what a directive orders, as data read from TOML or JSON.
#[derive(Clone, Debug, PartialEq, uniffi::Object)]
pub struct Mandate {
    core: Arc<congvan::Mandate>,
}

impl Mandate {
    /// The object for a mandate of the core.
    #[must_use]
    pub const fn new(core: Arc<congvan::Mandate>) -> Self {
        Self { core }
    }

    /// The mandate of the core.
    #[must_use]
    pub fn core(&self) -> Arc<congvan::Mandate> {
        Arc::clone(&self.core)
    }
}
