//! What was submitted, with its structured fields, and what a vetter found.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use congvan::core::event::{
    Breakthrough, Completed, Direction, Fields, Milestone, Novelty, Quantity, RankCommitment, Receipt,
    Submission, Target, Verdict,
};
use congvan::core::id::{CriterionId, FieldId, PersonId};
use congvan::core::obligation::{Acceptance, Drafters, ObligationId};
use congvan::{Capacity, ContentHash, Instant};

use crate::error::CongvanError;

/// Texts by name.
type NamedTexts = BTreeMap<String, String>;

uniffi::custom_type!(NamedTexts, HashMap<String, String>, {
    remote,
    lower: |texts| texts.into_iter().collect(),
    try_lift: |texts| Ok(texts.into_iter().collect()),
});

uniffi::custom_type!(Drafters, Vec<PersonId>, {
    remote,
    lower: |drafters| drafters.iter().collect(),
    try_lift: |persons| Ok(Drafters::of(persons).ok_or_else(|| CongvanError::misread("drafted_by", String::new(), (
        "phải có ít nhất một người soạn thảo",
        "there must be at least one drafter",
    )))?),
});

/// One revision as submitted: what the log keeps of it.
#[uniffi::remote(Record)]
pub struct Submission {
    /// In which way the obligation is completed.
    pub completed: Completed,
    /// Everybody who worked on it.
    pub drafted_by: Drafters,
    /// The criteria that the machine found not to be met.
    #[uniffi(default = [])]
    pub failed: Vec<CriterionId>,
    /// Its structured fields.
    pub fields: Fields,
    /// The hash of its content.
    pub hash: ContentHash,
    /// The other obligations that the same document discharges.
    #[uniffi(default = [])]
    pub joint: Vec<ObligationId>,
    /// Where the content is kept by the host.
    #[uniffi(default = None)]
    pub location: Option<String>,
    /// The media type of the content, such as `application/pdf`.
    pub media_type: String,
    /// Which obligation.
    pub obligation: ObligationId,
    /// How a receiving clerk came by it, where it was recorded on behalf of the performer.
    #[uniffi(default = None)]
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
#[uniffi::remote(Enum)]
pub enum Completed {
    /// By a document.
    Submission,
    /// By the unit's own act or document.
    OwnAct,
    /// By declaring it done.
    Declaration,
}

/// How a receiving clerk came by a submission.
#[uniffi::remote(Record)]
pub struct Receipt {
    /// The channel, such as paper, post or e-mail.
    pub channel: String,
    /// The evidence of receipt, such as the arrival number and stamp.
    pub evidence: String,
}

/// The structured fields of a submission.
#[uniffi::remote(Record)]
pub struct Fields {
    /// The breakthroughs (khâu đột phá) registered.
    #[uniffi(default = [])]
    pub breakthroughs: Vec<Breakthrough>,
    /// Whatever else the host wants kept, by name.
    pub other: BTreeMap<String, String>,
    /// The rank committed to.
    #[uniffi(default = None)]
    pub rank: Option<RankCommitment>,
}

/// A breakthrough (khâu đột phá) that a unit registers.
#[uniffi::remote(Record)]
pub struct Breakthrough {
    /// How conformity with the law is stated.
    #[uniffi(default = None)]
    pub conformity: Option<String>,
    /// The field of work.
    pub field: FieldId,
    /// When what is done.
    #[uniffi(default = [])]
    pub milestones: Vec<Milestone>,
    /// What is new about it, where that is claimed.
    #[uniffi(default = None)]
    pub novelty: Option<Novelty>,
    /// What will exist at the end.
    #[uniffi(default = [])]
    pub products: Vec<String>,
    /// How it is to be reached.
    #[uniffi(default = [])]
    pub solutions: Vec<String>,
    /// What is to be reached, against what was assigned.
    #[uniffi(default = [])]
    pub targets: Vec<Target>,
    /// What it is, in a line.
    pub title: String,
}

/// When what is done.
#[uniffi::remote(Record)]
#[uniffi(name = "BreakthroughMilestone")]
pub struct Milestone {
    /// By which day.
    pub date: NaiveDate,
    /// What.
    pub what: String,
}

/// The claim that a breakthrough is new.
#[uniffi::remote(Record)]
pub struct Novelty {
    /// What is new compared with the assigned targets.
    pub justification: String,
}

/// What is to be reached, against what was assigned.
#[uniffi::remote(Record)]
#[uniffi(name = "BreakthroughTarget")]
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
#[uniffi::remote(Enum)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// The rank in an index that a unit commits to.
#[uniffi::remote(Record)]
pub struct RankCommitment {
    /// The index, such as the public administration reform index of a year.
    pub index: String,
    /// The rank among the peers of the unit's group; 1 is best.
    pub rank: u32,
    /// The year.
    pub year: i32,
}

/// What a vetter found on one criterion.
#[uniffi::remote(Record)]
pub struct Verdict {
    /// Which criterion.
    pub criterion: CriterionId,
    /// Whether it is met.
    pub met: bool,
    /// Why.
    pub reason: String,
}

/// On what ground an obligation counts as accepted.
#[uniffi::remote(Enum)]
pub enum Acceptance {
    /// A person who neither drafted nor signed it vetted it.
    Vetted,
    /// The mandate says that nobody vets it.
    NoVettingRequired,
    /// The head or a named deputy attended.
    Attended,
}
