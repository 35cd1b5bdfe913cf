//! An assignment (nhiệm vụ): who owes what, to whom, by when, and how it is settled.

use congvan_calendar::{DayOff, DeadlineRule};
use congvan_text::{Say, Text};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{AssignmentId, CriterionId, FieldId, GroupId, MeetingId, OfficeId, PartyId, UnitId};

/// One assignment of a mandate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The identifier, such as `1a`.
    pub id: AssignmentId,
    /// What is to be done, in a line.
    pub title: String,
    /// Who owes it: each performer owes its own.
    pub performers: Vec<Performers>,
    /// Cooperating units, monitor, collector and recipients.
    #[serde(default, skip_serializing_if = "Roles::is_empty")]
    pub roles: Roles,
    /// Owed once for each of these fields; empty means once. With `own_field` only in the fields where the performer
    /// is the standing agency.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub per_field: Vec<FieldId>,
    /// Whether a performer owes it only in the fields where it is the standing agency.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own_field: bool,
    /// How it is completed.
    #[serde(default)]
    pub completion: Completion,
    /// How binding it is.
    #[serde(default)]
    pub binding: Binding,
    /// Who vets. Left out is a finding and means nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vetted_by: Option<Vetting>,
    /// Whether who vets is said by the directive or supplied by the people who wrote this mandate down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vetted_by_source: Option<String>,
    /// By when it is vetted; none means the deadline of the consolidation that waits for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vetting_deadline: Option<DeadlineRule>,
    /// What a submission is vetted against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<Criterion>,
    /// By when.
    #[serde(default = "no_deadline")]
    pub deadline: DeadlineRule,
    /// What holds when the deadline falls on a day off; none means the policy's answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_day_off: Option<DayOff>,
    /// The assignments this one consolidates; a consolidation in a field takes the inputs of its field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consolidates: Vec<AssignmentId>,
    /// What silence after the deadline means, for opinions (Decree 191/2026/ND-CP).
    #[serde(default)]
    pub on_silence: OnSilence,
    /// Where the directive says it, such as `item 1, first dash`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

const fn no_deadline() -> DeadlineRule {
    DeadlineRule::None { urgency_word: None }
}

/// Who performs: several entries add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Performers {
    /// One unit.
    Unit(UnitId),
    /// Every member of a group on the day of issue, frozen then.
    Group(GroupId),
    /// The unit of an office, held by whoever holds it that day.
    Office(OfficeId),
    /// An outside party, for which a receiving clerk records.
    Party(PartyId),
    /// The standing agencies of the mandate's fields.
    StandingAgencies,
}

/// The other roles around an assignment.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Roles {
    /// Whether the performers lead jointly: they owe one obligation together, and any of them may act on it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub joint: bool,
    /// Units that help and owe nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cooperating: Vec<UnitId>,
    /// The unit that reminds, records absence and closes standing duties; never vets, waives or extends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monitor: Option<UnitId>,
    /// The unit it is sent through (thông qua), apart from vetter and recipient.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collector: Option<UnitId>,
    /// Who receives it to act.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<UnitId>,
    /// Who receives it to know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub informed: Vec<UnitId>,
}

impl Roles {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How an assignment is completed. Only a submission has drafts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Completion {
    /// By a submission (sản phẩm) with numbered revisions.
    #[default]
    Submission,
    /// By the unit's own act or document, which it records.
    OwnAct,
    /// By declaring it done.
    Declaration,
    /// By attending this meeting.
    Attendance(MeetingId),
    /// Standing (thường xuyên), until it is ended.
    Standing,
}

/// How binding an assignment is. Only an order can become overdue or absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// Yêu cầu, giao: an order.
    #[default]
    Order,
    /// Đề nghị: a request.
    Request,
    /// Mời: an invitation.
    Invitation,
    /// Chỉ tiêu phấn đấu: a target.
    Target,
}

/// Who vets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Vetting {
    /// The standing agency of the obligation's field.
    StandingAgency,
    /// A named unit.
    Unit(UnitId),
    /// Nobody, said and not left out.
    Nobody,
}

/// What silence after the deadline means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnSilence {
    /// Nothing: it stays owed until absence or no response is recorded.
    #[default]
    Nothing,
    /// Consent: silence settles it.
    Consent,
}

/// One criterion that a submission is vetted against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// The identifier that findings of a vetting use.
    pub id: CriterionId,
    /// What it asks, in a line.
    pub title: String,
    /// How it is judged.
    #[serde(default)]
    pub check: CriterionCheck,
}

/// How a criterion is judged: by machine from the structured fields of a submission, or by a person with a reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CriterionCheck {
    /// A person judges, with a reason.
    #[default]
    Human,
    /// Every target is strictly better than the assigned baseline in its direction, or novelty is claimed and justified.
    BetterThanBaselineOrNew,
    /// At least one solution.
    HasSolution,
    /// At least one milestone dated within this year.
    HasMilestoneIn {
        /// The year.
        year: i32,
    },
    /// At least one product.
    HasProduct,
    /// Conformity with the law is stated.
    StatesConformity,
    /// A rank that is an integer among the peers of the unit's group.
    RankAmongPeers {
        /// The groups of peers; the one that the performer belongs to counts.
        groups: Vec<GroupId>,
    },
}

impl Say for Completion {
    fn say(&self) -> Text {
        match self {
            Self::Submission => Text::fixed("nộp sản phẩm", "by a submission"),
            Self::OwnAct => {
                Text::fixed("hành vi hoặc văn bản của chính đơn vị", "by the unit's own act or document")
            }
            Self::Declaration => Text::fixed("báo cáo đã hoàn thành", "by declaring it done"),
            Self::Attendance(meeting) => {
                Text::new(format!("dự cuộc họp {meeting}"), format!("by attending the meeting {meeting}"))
            }
            Self::Standing => Text::fixed("thường xuyên", "standing, until it is ended"),
        }
    }
}

impl Say for Binding {
    fn say(&self) -> Text {
        match self {
            Self::Order => Text::fixed("yêu cầu bắt buộc", "an order"),
            Self::Request => Text::fixed("đề nghị", "a request"),
            Self::Invitation => Text::fixed("mời", "an invitation"),
            Self::Target => Text::fixed("chỉ tiêu phấn đấu", "a target"),
        }
    }
}
