//! What was submitted, with its structured fields.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::actor::Capacity;
use crate::hash::ContentHash;
use crate::id::{CriterionId, FieldId, PersonId};
use crate::obligation::{Drafters, ObligationId};

use super::Quantity;

/// One revision as submitted: what the log keeps of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Submission {
    /// In which way the obligation is completed.
    pub completed: Completed,
    /// Everybody who worked on it.
    pub drafted_by: Drafters,
    /// The criteria that the machine found not to be met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub failed: Vec<CriterionId>,
    /// Its structured fields.
    #[serde(default, skip_serializing_if = "Fields::is_empty")]
    pub fields: Fields,
    /// The hash of its content.
    pub hash: ContentHash,
    /// The other obligations that the same document discharges.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<ObligationId>,
    /// Where the content is kept by the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The media type of the content, such as `application/pdf`.
    pub media_type: String,
    /// Which obligation.
    pub obligation: ObligationId,
    /// How a receiving clerk came by it, where it was recorded on behalf of the performer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<Receipt>,
    /// The revision's number, from 1.
    pub revision: u16,
    /// In which capacity the signer signed.
    pub signed_as: Capacity,
    /// Who signed it.
    pub signed_by: PersonId,
    /// When it was submitted, in effective time.
    pub submitted_at: Instant,
}

/// In which way an obligation is completed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Completed {
    /// By a document.
    #[default]
    Submission,
    /// By the unit's own act or document.
    OwnAct,
    /// By declaring it done.
    Declaration,
}

/// How a receiving clerk came by a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The channel, such as paper, post or e-mail.
    pub channel: String,
    /// The evidence of receipt, such as the arrival number and stamp.
    pub evidence: String,
}

/// The structured fields of a submission.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Fields {
    /// The breakthroughs (khâu đột phá) registered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breakthroughs: Vec<Breakthrough>,
    /// Whatever else the host wants kept, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub other: BTreeMap<String, String>,
    /// The rank committed to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<RankCommitment>,
}

impl Fields {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A breakthrough (khâu đột phá) that a unit registers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Breakthrough {
    /// How conformity with the law is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conformity: Option<String>,
    /// The field of work.
    pub field: FieldId,
    /// When what is done.
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// What is new about it, where that is claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub novelty: Option<Novelty>,
    /// What will exist at the end.
    #[serde(default)]
    pub products: Vec<String>,
    /// How it is to be reached.
    #[serde(default)]
    pub solutions: Vec<String>,
    /// What is to be reached, against what was assigned.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// What it is, in a line.
    pub title: String,
}

/// When what is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// By which day.
    pub date: NaiveDate,
    /// What.
    pub what: String,
}

/// The claim that a breakthrough is new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Novelty {
    /// What is new compared with the assigned targets.
    pub justification: String,
}

/// What is to be reached, against what was assigned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The target that was assigned.
    pub baseline: Quantity,
    /// Which way is better.
    pub direction: Direction,
    /// The metric, in words.
    pub metric: String,
    /// The unit of measure, such as `%`.
    pub unit: String,
    /// The target that is registered.
    pub value: Quantity,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// The rank in an index that a unit commits to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RankCommitment {
    /// The index, such as the public administration reform index of a year.
    pub index: String,
    /// The rank among the peers of the unit's group; 1 is best.
    pub rank: u32,
    /// The year.
    pub year: i32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_none_only_while_each_of_them_is_empty() {
        let read = |text: &str| serde_json::from_str::<Fields>(text).unwrap();
        assert!(Fields::default().is_empty() && read("{}").is_empty());
        for text in [r#"{"other":{"so-trang":"12"}}"#, r#"{"rank":{"index":"par","rank":3,"year":2024}}"#] {
            assert!(!read(text).is_empty(), "{text}");
            assert_eq!(serde_json::to_string(&read(text)).unwrap(), text);
        }
    }
}
