//! Before its first event.

use std::sync::Arc;

use serde::Serialize;

use super::Drafted;
use crate::mandate::Mandate;

/// Before its first event.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Unwritten {
    _private: (),
}

impl Unwritten {
    pub(crate) fn draft(self, mandate: Arc<Mandate>) -> Drafted {
        Drafted::new(mandate)
    }
}
