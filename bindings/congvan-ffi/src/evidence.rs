//! What a consolidation is made from.

use congvan::ContentHash;
use congvan::core::evidence::{Fate, Input, Inputs};
use congvan::core::obligation::ObligationId;

uniffi::custom_type!(Inputs, Vec<Input>, { remote, lower: |inputs| inputs.0, try_lift: |inputs| Ok(Inputs(inputs)) });

/// One expected input and what became of it.
#[uniffi::remote(Record)]
pub struct Input {
    /// What became of it.
    pub fate: Fate,
    /// Which obligation.
    pub obligation: ObligationId,
}

/// What became of one expected input.
#[uniffi::remote(Enum)]
pub enum Fate {
    /// Accepted: with the number and the hash of the accepted revision, where it has one.
    Accepted {
        /// The content hash; none for attendance.
        hash: Option<ContentHash>,
        /// The revision's number; 0 for attendance.
        revision: u16,
    },
    /// Waived by the authority.
    Waived,
    /// Absent after the deadline.
    Absent,
    /// Not an order, and no response.
    NoResponse,
    /// Silence counted as consent.
    Consented,
    /// A standing duty that was ended.
    Ended,
}
