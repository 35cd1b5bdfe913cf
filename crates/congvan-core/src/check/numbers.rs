//! The numbers that are taken, within issuer, series and year.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::UnitId;

/// The numbers that are taken: each once within issuer, series and year (Decree 30/2020/ND-CP, article 15.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Numbers(BTreeSet<(UnitId, Option<String>, i32, u32)>);

impl Numbers {
    /// No number is taken.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeSet::new())
    }

    /// Takes a number; false when it was taken before.
    pub fn take(&mut self, issuer: UnitId, series: Option<&str>, year: i32, number: u32) -> bool {
        self.0.insert((issuer, series.map(str::to_owned), year, number))
    }

    /// Whether a number is taken.
    #[must_use]
    pub fn is_taken(&self, issuer: UnitId, series: Option<&str>, year: i32, number: u32) -> bool {
        self.0.contains(&(issuer, series.map(str::to_owned), year, number))
    }
}
