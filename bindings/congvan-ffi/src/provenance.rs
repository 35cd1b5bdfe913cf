//! What a signed consolidation contains.

use congvan::core::evidence::Fate;
use congvan::core::id::{PersonId, UnitId};
use congvan::core::obligation::{Acceptance, Key, ObligationId};
use congvan::core::query::{Contained, Provenance, Vetted};
use congvan::{ContentHash, Instant};

/// What a signed consolidation contains.
#[uniffi::remote(Record)]
pub struct Provenance {
    /// The consolidation.
    pub key: Key,
    /// Its position.
    pub obligation: ObligationId,
    /// The number of the signed revision.
    pub revision: u16,
    /// The content hash of the signed revision.
    pub hash: ContentHash,
    /// Who signed it.
    pub signed_by: PersonId,
    /// When, in effective time.
    pub signed_at: Instant,
    /// How this revision was accepted; none while it is being vetted, or where it was returned or recalled.
    pub vetted: Option<Vetted>,
    /// Every expected input and what became of it, in the order of the obligations.
    pub inputs: Vec<Contained>,
}

/// One input of a consolidation.
#[uniffi::remote(Record)]
pub struct Contained {
    /// The input.
    pub key: Key,
    /// Its position.
    pub obligation: ObligationId,
    /// What became of it, with the number and hash of the accepted revision.
    pub fate: Fate,
    /// When the accepted revision was submitted, in effective time.
    pub submitted_at: Option<Instant>,
    /// Who signed the accepted revision.
    pub signed_by: Option<PersonId>,
    /// How it was accepted.
    pub vetted: Option<Vetted>,
    /// Why it was waived or recorded as absent.
    pub reason: Option<String>,
    /// Where the input is a consolidation itself, what the accepted revision contains.
    pub contains: Option<Box<Provenance>>,
}

/// How a revision was accepted.
#[uniffi::remote(Record)]
pub struct Vetted {
    /// Who accepted it; the sender where nobody vets.
    pub by: PersonId,
    /// For which unit.
    pub unit: UnitId,
    /// When it was recorded.
    pub at: Instant,
    /// On what ground.
    pub ground: Acceptance,
}
