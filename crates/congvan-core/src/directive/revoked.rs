//! Revoked by its issuer or a superior.

use serde::Serialize;

use crate::proceedings::Proceedings;

/// Revoked by its issuer or a superior: final; open obligations have lapsed, content is kept.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Revoked {
    proceedings: Proceedings,
}

impl Revoked {
    pub(crate) const fn new(proceedings: Proceedings) -> Self {
        Self { proceedings }
    }

    /// Obligations and meetings as they ended.
    #[must_use]
    pub const fn proceedings(&self) -> &Proceedings {
        &self.proceedings
    }
}
