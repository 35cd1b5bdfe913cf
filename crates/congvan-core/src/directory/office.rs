//! Offices (chức vụ), the persons who hold them, and what is delegated from them.

use chrono::NaiveDate;
use congvan_text::{Say, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::span::Span;
use crate::actor::Capacity;
use crate::id::{CommitteeId, FieldId, OfficeId, PartyId, PersonId, UnitId};

/// An office (chức vụ) of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// The identifier.
    pub id: OfficeId,
    /// The unit it belongs to.
    pub unit: UnitId,
    /// What its holder is: `head`, `deputy`, `clerk` or `officer`; the other capacities are ways to act, not offices.
    pub capacity: Capacity,
    /// The title in Vietnamese, as printed under a signature.
    pub title_vi: String,
    /// The title in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// The fields a deputy is in charge of, outside which he decides nothing for the head; none means every field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub portfolio: Vec<FieldId>,
}

/// A natural person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The identifier; four-eyes compares these.
    pub id: PersonId,
    /// The name, or the title of the office where the person is known by it alone.
    pub name: String,
    /// Where the entry comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// That a person holds an office on some days; an office has at most one holder on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holding {
    /// The office.
    pub office: OfficeId,
    /// Who holds it.
    pub person: PersonId,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which the person no longer holds it; none means that no end is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Whether it is held as acting head (Q., Decree 30/2020/ND-CP art. 13); only a head's office can be.
    #[serde(default, skip_serializing_if = "is_false")]
    pub acting: bool,
}

/// How powers are delegated (Decree 30/2020/ND-CP art. 13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DelegationKind {
    /// Thừa lệnh (TL.): by order, laid down in the working regulation.
    ByOrder,
    /// Thừa ủy quyền (TUQ.): by written authorisation, limited in time and content, never passed on.
    ByAuthorisation,
}

/// Powers of a head's office that another person exercises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// Who exercises the powers.
    pub person: PersonId,
    /// The office they come from; it must be a head's, since whoever acts for another cannot delegate.
    pub from_office: OfficeId,
    /// By order or by authorisation.
    pub kind: DelegationKind,
    /// The powers; at least one, and no other.
    pub powers: Vec<Power>,
    /// The fields they are limited to; none means every field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldId>,
    /// The deputies' offices to which the head of a unit who acts by order passes the powers on; their holders sign
    /// `TL. / KT.` within their portfolios (Decree 30/2020/ND-CP art. 13). An authorisation is never passed on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deputies: Vec<OfficeId>,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which they have ended; an authorisation must say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The regulation or the written authorisation.
    pub instrument: String,
}

/// What a delegation can hand over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
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

/// An outside party (organisation, the public): named, never made a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The identifier.
    pub id: PartyId,
    /// The name, as printed.
    pub name: String,
}

/// A committee (Ban Chỉ đạo), which leads a field of work and acts through a standing agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Committee {
    /// The identifier.
    pub id: CommitteeId,
    /// The name, as printed.
    pub name: String,
    /// The office whose holder chairs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair: Option<OfficeId>,
    /// The standing agency (cơ quan thường trực).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing_agency: Option<UnitId>,
    /// The series in which its own documents are numbered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// Where the designation comes from, or that it is inferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl DelegationKind {
    /// The capacity in which whoever was delegated acts.
    #[must_use]
    pub const fn capacity(self) -> Capacity {
        match self {
            Self::ByOrder => Capacity::ByOrder,
            Self::ByAuthorisation => Capacity::ByAuthorisation,
        }
    }
}

impl Holding {
    /// The days on which the office is held.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(Some(self.from), self.until)
    }
}

impl Delegation {
    /// The days on which the delegation is in force.
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(Some(self.from), self.until)
    }

    /// Whether it hands over the power, in the field where one is meant.
    #[must_use]
    pub fn covers(&self, power: Power, field: Option<FieldId>) -> bool {
        lies_in(&self.fields, field) && self.powers.contains(&power)
    }
}

/// Whether a field lies in these; where there are none, nothing is limited.
pub(super) fn lies_in(fields: &[FieldId], field: Option<FieldId>) -> bool {
    fields.is_empty() || field.is_some_and(|field| fields.contains(&field))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it may skip by reference")]
fn is_false(value: &bool) -> bool {
    !value
}

impl Say for Power {
    /// What the power is to do, such as "waive an obligation".
    fn say(&self) -> Text {
        match self {
            Self::Sign => Text::fixed("ký văn bản", "sign a document"),
            Self::Waive => Text::fixed("miễn nghĩa vụ", "waive an obligation"),
            Self::Extend => Text::fixed("gia hạn", "extend a deadline"),
            Self::Amend => Text::fixed("sửa đổi văn bản chỉ đạo", "amend a directive"),
            Self::Revoke => Text::fixed("thu hồi văn bản chỉ đạo", "revoke a directive"),
            Self::Replace => Text::fixed("thay thế văn bản chỉ đạo", "replace a directive"),
            Self::ReassignVetting => Text::fixed("giao lại việc thẩm định", "reassign a vetting"),
            Self::SettleDecline => Text::fixed("quyết định việc từ chối tiếp nhận", "settle a decline"),
            Self::FixDeadline => Text::fixed("ấn định thời hạn", "fix a deadline"),
            Self::Close => Text::fixed(
                "đóng văn bản chỉ đạo hoặc nhiệm vụ thường xuyên",
                "close a directive or end a standing duty",
            ),
            Self::Conclude => Text::fixed("kết thúc văn bản chỉ đạo", "conclude a directive"),
            Self::Vet => Text::fixed("thẩm định", "vet a submission"),
            Self::Submit => Text::fixed("ký, nộp thay mặt đơn vị", "sign and submit for the unit"),
            Self::Schedule => Text::fixed("xếp lịch họp", "schedule a meeting"),
            Self::Chair => Text::fixed("chủ trì cuộc họp", "chair a meeting"),
        }
    }
}
