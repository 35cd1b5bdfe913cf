//! The roster: who owes what by when, frozen on the day of issue.

mod expand;

pub(crate) use expand::MAX_CHAIN;
pub use expand::{Plan, Unresolved};

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::UnitId;
use crate::obligation::Key;

/// One obligation as frozen at issue, or added by amendment. Its position in the log is its [`crate::ObligationId`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The last instant on time; none where the deadline is not resolved or there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// The units that lead jointly beside the performer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<UnitId>,
    /// Performer, assignment, field and period.
    #[schemars(with = "String")]
    pub key: Key,
    /// The vetting unit; none where nobody vets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vetter: Option<UnitId>,
    /// Until when it is vetted, where the mandate says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vetting_due: Option<Instant>,
}
