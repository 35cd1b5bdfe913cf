//! Who holds what, as far as commands and refusals speak of it.

use congvan::core::directory::{DelegationKind, Power};
use congvan::core::id::{PartyId, UnitId};
use congvan::core::obligation::Performer;

/// What a delegation can hand over.
#[uniffi::remote(Enum)]
pub enum Power {
    /// Sign a dispatch or a document.
    Sign,
    /// Waive an obligation.
    Waive,
    /// Extend a deadline.
    Extend,
    /// Amend a directive.
    Amend,
    /// Revoke a directive (thu hồi).
    Revoke,
    /// Replace a directive (thay thế).
    Replace,
    /// Hand a vetting to another unit.
    ReassignVetting,
    /// Settle that a unit declined an assignment.
    SettleDecline,
    /// Resolve a deadline that was left open.
    FixDeadline,
    /// End a standing duty or close a directive.
    Close,
    /// Conclude a directive or a meeting.
    Conclude,
    /// Vet a submission (thẩm định): accept or return it.
    Vet,
    /// Submit for the unit.
    Submit,
    /// Schedule, reschedule or postpone a meeting.
    Schedule,
    /// Take the chair of a meeting.
    Chair,
}

/// How powers are delegated (Decree 30/2020/ND-CP art. 13).
#[uniffi::remote(Enum)]
pub enum DelegationKind {
    /// Thừa lệnh (TL.): by order, laid down in the working regulation.
    ByOrder,
    /// Thừa ủy quyền (TUQ.): by written authorisation, limited in time and content, never passed on.
    ByAuthorisation,
}

/// Who performs: a unit, or an outside party for which a receiving clerk records.
#[uniffi::remote(Enum)]
pub enum Performer {
    /// A unit.
    Unit(UnitId),
    /// An outside party.
    Party(PartyId),
}
