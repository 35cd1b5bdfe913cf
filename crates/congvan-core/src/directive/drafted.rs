//! Drafted.

use std::sync::Arc;

use congvan_calendar::Instant;
use serde::Serialize;

use super::{Discarded, Signed};
use crate::hash::ContentHash;
use crate::mandate::{Mandate, Ruling};

/// Drafted: the mandate can still change.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Drafted {
    mandate: Arc<Mandate>,
    rulings: Vec<Ruling>,
}

impl Drafted {
    pub(crate) const fn new(mandate: Arc<Mandate>) -> Self {
        Self { mandate, rulings: Vec::new() }
    }

    pub(crate) const fn back(mandate: Arc<Mandate>, rulings: Vec<Ruling>) -> Self {
        Self { mandate, rulings }
    }

    /// The draft.
    #[must_use]
    pub const fn mandate(&self) -> &Arc<Mandate> {
        &self.mandate
    }

    /// The rulings recorded beside those of the mandate.
    #[must_use]
    pub fn rulings(&self) -> &[Ruling] {
        &self.rulings
    }

    pub(crate) fn redraft(self, mandate: Arc<Mandate>) -> Self {
        Self { mandate, rulings: self.rulings }
    }

    pub(crate) fn rule(mut self, ruling: Ruling) -> Self {
        self.rulings.push(ruling);
        self
    }

    pub(crate) fn sign(self, hash: ContentHash, at: Instant) -> Signed {
        Signed::new(self.mandate, self.rulings, hash, at)
    }

    pub(crate) fn discard(self) -> Discarded {
        Discarded::new()
    }
}
