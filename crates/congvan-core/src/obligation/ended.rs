//! A standing duty that was ended.

use serde::Serialize;

/// A standing duty that was ended: final.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Ended {
    _private: (),
}

impl Ended {
    pub(crate) const fn new() -> Self {
        Self { _private: () }
    }
}
