//! Cancelled.

use serde::Serialize;

/// Cancelled: final.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Cancelled {
    _private: (),
}

impl Cancelled {
    pub(crate) const fn new() -> Self {
        Self { _private: () }
    }
}
