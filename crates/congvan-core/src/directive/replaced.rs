//! Replaced by another directive.

use serde::Serialize;

use crate::id::DirectiveId;
use crate::proceedings::Proceedings;

/// Replaced by another directive: final; each open obligation was carried or has lapsed.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct Replaced {
    proceedings: Proceedings,
    by: DirectiveId,
}

impl Replaced {
    pub(crate) const fn new(proceedings: Proceedings, by: DirectiveId) -> Self {
        Self { proceedings, by }
    }

    /// Obligations and meetings as they ended.
    #[must_use]
    pub const fn proceedings(&self) -> &Proceedings {
        &self.proceedings
    }

    /// The directive that replaced it.
    #[must_use]
    pub const fn by(&self) -> DirectiveId {
        self.by
    }
}
