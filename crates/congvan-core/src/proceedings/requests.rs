//! What is asked and not yet decided, and what came after a consolidation was signed.

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::hash::ContentHash;
use crate::id::PersonId;

/// An extension that the lead asked for and nobody has decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ExtensionRequest {
    /// The person who asked, and so may not decide.
    pub asked_by: PersonId,
    /// The last instant on time that was asked for.
    pub due: Instant,
}

/// A directive that a receiver declined as misaddressed: it settles nothing until the authority decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Dispute {
    /// The person who declined.
    pub declined_by: PersonId,
}

/// A document that came after the consolidation was signed: it changes no state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct AddendumRecord {
    /// When.
    pub at: Instant,
    /// The hash of its content.
    pub hash: ContentHash,
}
