//! Signed: the content is frozen, number and date are missing.

use std::sync::Arc;

use congvan_calendar::Instant;
use serde::Serialize;

use super::{Drafted, InForce};
use crate::hash::ContentHash;
use crate::mandate::{Mandate, Ruling};
use crate::proceedings::{Issue, Proceedings, RosterError};
use crate::roster::Entry;

/// Signed: the content is frozen; the clerk numbers, dates and dispatches it, or refuses the number.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Signed {
    mandate: Arc<Mandate>,
    rulings: Vec<Ruling>,
    hash: ContentHash,
    at: Instant,
}

impl Signed {
    pub(crate) const fn new(
        mandate: Arc<Mandate>,
        rulings: Vec<Ruling>,
        hash: ContentHash,
        at: Instant,
    ) -> Self {
        Self { mandate, rulings, hash, at }
    }

    /// The text that was signed.
    #[must_use]
    pub const fn mandate(&self) -> &Arc<Mandate> {
        &self.mandate
    }

    /// The rulings recorded beside those of the mandate.
    #[must_use]
    pub fn rulings(&self) -> &[Ruling] {
        &self.rulings
    }

    /// The hash that the signer froze.
    #[must_use]
    pub const fn hash(&self) -> ContentHash {
        self.hash
    }

    /// When it was signed.
    #[must_use]
    pub const fn at(&self) -> Instant {
        self.at
    }

    pub(crate) fn rule(mut self, ruling: Ruling) -> Self {
        self.rulings.push(ruling);
        self
    }

    pub(crate) fn return_to_draft(self) -> Drafted {
        Drafted::back(self.mandate, self.rulings)
    }

    pub(crate) fn issue(self, issue: Issue, at: Instant, roster: &[Entry]) -> Result<InForce, RosterError> {
        Ok(InForce::new(Proceedings::build(self.mandate, self.hash, (issue, at), roster)?))
    }
}
