//! Owed and not begun.

use serde::Serialize;

use super::{Absent, Consented, Drafting, NoResponse};
use crate::id::PersonId;

/// Owed and not begun.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Owed {
    // A state is built by its transitions only.
    _private: (),
}

impl Owed {
    pub(crate) const fn new() -> Self {
        Self { _private: () }
    }

    pub(crate) fn start(self, by: PersonId) -> Drafting {
        Drafting::begin(by)
    }

    pub(crate) fn record_absence(self) -> Absent {
        Absent::new()
    }

    pub(crate) fn record_no_response(self) -> NoResponse {
        NoResponse::new()
    }

    pub(crate) fn deem_consent(self) -> Consented {
        Consented::new()
    }
}
