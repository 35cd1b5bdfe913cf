//! A standing duty that goes on.

use serde::Serialize;

use super::Ended;

/// A standing duty (thường xuyên) that goes on until it is ended.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Continuing {
    _private: (),
}

impl Continuing {
    pub(crate) const fn new() -> Self {
        Self { _private: () }
    }

    pub(crate) fn end(self) -> Ended {
        Ended::new()
    }
}
