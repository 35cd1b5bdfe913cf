//! What somebody could do now: kinds of command with their targets.

use congvan::core::id::UnitId;
use congvan::core::meeting::MeetingIndex;
use congvan::core::obligation::ObligationId;
use congvan::{Kind, Offer, Target};

/// A kind of command with its target, without a payload: permitted exactly when some payload of it is accepted.
#[uniffi::remote(Record)]
pub struct Offer {
    /// The kind.
    pub kind: Kind,
    /// The target.
    pub target: Target,
}

/// What a command is aimed at.
#[uniffi::remote(Enum)]
pub enum Target {
    /// The directive as a whole.
    Directive,
    /// A receiver.
    Unit(UnitId),
    /// An obligation.
    Obligation(ObligationId),
    /// A meeting.
    Meeting(MeetingIndex),
}
