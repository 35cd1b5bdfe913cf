//! The mandate (nội dung giao): what a directive orders, as data read from TOML or JSON.
//!
//! The format is general: a directive may have no vetting, no consolidation, no meeting, or several of each; duties
//! without a deliverable; requests and targets beside orders. Structure that cannot mean anything is refused when the
//! text is read ([`Mandate::read`]); everything a careful clerk would ask about is a [`crate::check::Finding`].

mod assignment;
mod freeze;
mod header;
mod meeting;
mod notation;
mod read;
#[cfg(test)]
pub(crate) mod sample;
mod schema;
mod structure;

pub use assignment::{
    Assignment, Binding, Completion, Criterion, CriterionCheck, OnSilence, Performers, Roles, Vetting,
};
pub use freeze::notation_problem;
pub use header::{
    Addressee, DocumentType, Header, IssuingAuthority, Link, LinkKind, SignerLine, SigningAuthority, Urgency,
};
pub use meeting::{MeetingPlan, Quorum, Window};
pub use notation::{NotationError, printed_symbol, read_symbol};
pub(crate) use read::anchors;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{AssignmentId, CommitteeId, FieldId, MeetingId, PersonId, UnitId};

/// What a directive orders: header, fields, assignments, meetings and the policy that holds among them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    /// The version of this format; 1 is the only one so far.
    #[serde(default = "one")]
    pub format: u32,
    /// What stands at the head and the foot of the dispatch.
    pub header: Header,
    /// The fields of work (lĩnh vực), each with its committee and standing agency.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// What is to be done, in the order of the directive's items.
    pub assignments: Vec<Assignment>,
    /// The meetings that the directive orders; may be none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<MeetingPlan>,
    /// What holds among all of it where the assignments say nothing else.
    #[serde(default)]
    pub policy: Policy,
    /// Rulings (ý kiến xử lý) already recorded on conflicts of dates; needed before issue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rulings: Vec<Ruling>,
}

const fn one() -> u32 {
    1
}

/// A field of work (lĩnh vực) with the committee that leads it and the agency that stands for the committee.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The identifier that assignments use.
    pub id: FieldId,
    /// The field's name, as printed.
    pub name: String,
    /// The committee (Ban Chỉ đạo) of the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committee: Option<CommitteeId>,
    /// The standing agency (cơ quan thường trực) that vets and consolidates the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standing_agency: Option<UnitId>,
    /// Where the designation of the standing agency stands, or that it is inferred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What holds among the assignments where they say nothing else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// Who vets where four-eyes leaves nobody in the vetting unit; by default the issuing body's office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fallback_vetter: Option<UnitId>,
    /// Whether one assignment may have several leads; Decree 191/2026/ND-CP wants exactly one.
    pub joint_leads: bool,
    /// How many days before the due instant an obligation counts as near due.
    pub near_due_days: u32,
    /// The most extensions of one obligation; none means no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_extensions: Option<u8>,
    /// The assignments that must be settled before `close` may end a directive without a meeting; none means all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ending: Vec<AssignmentId>,
    /// What holds for a deadline that falls on a day off and says nothing itself.
    pub on_day_off: congvan_calendar::DayOff,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            fallback_vetter: None,
            joint_leads: false,
            near_due_days: 3,
            max_extensions: None,
            ending: Vec::new(),
            on_day_off: congvan_calendar::DayOff::default(),
        }
    }
}

/// A recorded ruling on a finding: who decided, when and why the directive goes out as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ruling {
    /// The code of the finding that is ruled on.
    pub finding: String,
    /// The place the finding names, such as `assignments.1a`; none means every place of that code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Why it stands.
    pub reason: String,
    /// Who ruled.
    pub by: PersonId,
    /// On which day.
    pub on: NaiveDate,
}

impl Mandate {
    /// The assignment of this identifier, with its position.
    #[must_use]
    pub fn assignment(&self, id: AssignmentId) -> Option<(usize, &Assignment)> {
        self.assignments.iter().enumerate().find(|(_, assignment)| assignment.id == id)
    }

    /// The field of this identifier, with its position.
    #[must_use]
    pub fn field(&self, id: FieldId) -> Option<(usize, &Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.id == id)
    }

    /// The meeting of this identifier, with its position.
    #[must_use]
    pub fn meeting(&self, id: MeetingId) -> Option<(usize, &MeetingPlan)> {
        self.meetings.iter().enumerate().find(|(_, meeting)| meeting.id == id)
    }

    /// The unit that numbers, dates and dispatches for the issuing body, and vets as a last resort.
    #[must_use]
    pub fn office(&self) -> UnitId {
        self.header.office.unwrap_or(self.header.issuing_body)
    }

    /// Who vets where four-eyes leaves nobody in the vetting unit.
    #[must_use]
    pub fn fallback_vetter(&self) -> UnitId {
        self.policy.fallback_vetter.unwrap_or_else(|| self.office())
    }
}
