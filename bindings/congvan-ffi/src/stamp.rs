//! Who did it, in which capacity, by what authority and when.

use congvan::core::authority::Authority;
use congvan::{Actor, Instant, Stamp};

/// Who did it, in which capacity, by what authority, when it was recorded and from when it holds.
#[uniffi::remote(Record)]
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

/// By what authority somebody acted; the log keeps it apart from who acted.
#[uniffi::remote(Enum)]
pub enum Authority {
    /// The body that issued the directive, or one above it.
    Issuer,
    /// The office that numbers, dispatches and records for it.
    Office,
    /// The unit that drafts the directive.
    Drafter,
    /// The unit that owes the obligation.
    Holder,
    /// The unit that vets.
    Vetter,
    /// The unit that consolidates.
    Consolidator,
    /// The unit that monitors.
    Monitor,
    /// The unit it is sent through.
    Collector,
    /// The unit that arranges a meeting.
    Organiser,
    /// The chair of a meeting.
    Chair,
}
