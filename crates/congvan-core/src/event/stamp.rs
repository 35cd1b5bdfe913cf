//! Who did it, in which capacity, and when.

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::authority::Authority;

/// Who did it, in which capacity, by what authority, when it was recorded and from when it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stamp {
    /// Who acted.
    pub actor: Actor,
    /// By what authority.
    pub authority: Authority,
    /// From when it holds: not after `recorded_at`, since paper is entered late.
    pub effective_at: Instant,
    /// When it was recorded.
    pub recorded_at: Instant,
}
