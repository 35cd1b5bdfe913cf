//! Who acts: a natural person, for a unit, in a capacity.

use congvan_text::{Say, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{PersonId, UnitId};

/// Who acts: a natural person, for a unit, in a capacity, and on whose behalf.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// In which capacity the person acts.
    pub capacity: Capacity,
    /// The unit on whose behalf a receiving clerk records, where it is not the person's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<UnitId>,
    /// The natural person; four-eyes compares these.
    pub person: PersonId,
    /// The unit the person acts for.
    pub unit: UnitId,
}

/// In which capacity a person acts. Powers follow the authority that is exercised, not who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
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

impl Say for Capacity {
    fn say(&self) -> Text {
        match self {
            Self::Officer => Text::fixed("công chức", "officer"),
            Self::Head => Text::fixed("người đứng đầu", "head"),
            Self::Deputy => Text::fixed("cấp phó ký thay (KT.)", "deputy signing for the head (KT.)"),
            Self::Acting => Text::fixed("quyền người đứng đầu (Q.)", "acting head (Q.)"),
            Self::ByOrder => Text::fixed("thừa lệnh (TL.)", "by order (TL.)"),
            Self::ByAuthorisation => Text::fixed("thừa ủy quyền (TUQ.)", "by authorisation (TUQ.)"),
            Self::Clerk => Text::fixed("văn thư", "clerk"),
            Self::Chair => Text::fixed("người chủ trì cuộc họp", "chair of the meeting"),
        }
    }
}
