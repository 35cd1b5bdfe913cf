//! Who acts.

use congvan::core::id::{PersonId, UnitId};
pub use congvan::{Actor, Capacity};

/// Who acts: a natural person, for a unit, in a capacity, and on whose behalf.
#[uniffi::remote(Record)]
pub struct Actor {
    /// In which capacity the person acts.
    pub capacity: Capacity,
    /// The unit on whose behalf a receiving clerk records, where it is not the person's own.
    #[uniffi(default = None)]
    pub on_behalf: Option<UnitId>,
    /// The natural person; four-eyes compares these.
    pub person: PersonId,
    /// The unit the person acts for.
    pub unit: UnitId,
}

/// In which capacity a person acts. Powers follow the authority that is exercised, not who signs.
#[uniffi::remote(Enum)]
pub enum Capacity {
    /// Công chức, chuyên viên: drafts, vets, prepares.
    Officer,
    /// Người đứng đầu: decides for the unit.
    Head,
    /// Cấp phó ký thay (KT.): decides for the head within the portfolio.
    Deputy,
    /// Quyền (Q.): acting head, with full powers.
    Acting,
    /// Thừa lệnh (TL.): by order, with the powers listed in the regulation.
    ByOrder,
    /// Thừa ủy quyền (TUQ.): by written authorisation, with the powers listed in it, never re-delegated.
    ByAuthorisation,
    /// Văn thư: receives, registers, numbers, sends and records; never vets or decides.
    Clerk,
    /// Chủ trì cuộc họp: takes the chair of a meeting.
    Chair,
}
