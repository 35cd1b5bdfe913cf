//! An assignment: who owes what, to whom, by when, and how it is settled.

use congvan::calendar::{DayOff, DeadlineRule};
use congvan::core::id::{AssignmentId, CriterionId, FieldId, GroupId, MeetingId, OfficeId, PartyId, UnitId};
use congvan::core::mandate::{
    Assignment, Binding, Completion, Criterion, CriterionCheck, OnSilence, Performers, Roles, Vetting,
};

/// One assignment of a mandate.
#[uniffi::remote(Record)]
pub struct Assignment {
    /// The identifier, such as `1a`.
    pub id: AssignmentId,
    /// What is to be done, in a line.
    pub title: String,
    /// Who owes it: each performer owes its own.
    pub performers: Vec<Performers>,
    /// Cooperating units, monitor, collector and recipients.
    pub roles: Roles,
    /// Owed once for each of these fields; empty means once. With `own_field` only in the fields where the performer
    /// is the standing agency.
    #[uniffi(default = [])]
    pub per_field: Vec<FieldId>,
    /// Whether a performer owes it only in the fields where it is the standing agency.
    #[uniffi(default = false)]
    pub own_field: bool,
    /// How it is completed.
    pub completion: Completion,
    /// How binding it is.
    pub binding: Binding,
    /// Who vets. Left out is a finding and means nobody.
    #[uniffi(default = None)]
    pub vetted_by: Option<Vetting>,
    /// Whether who vets is said by the directive or supplied by the people who wrote this mandate down.
    #[uniffi(default = None)]
    pub vetted_by_source: Option<String>,
    /// By when it is vetted; none means the deadline of the consolidation that waits for it.
    #[uniffi(default = None)]
    pub vetting_deadline: Option<DeadlineRule>,
    /// What a submission is vetted against.
    #[uniffi(default = [])]
    pub criteria: Vec<Criterion>,
    /// By when.
    pub deadline: DeadlineRule,
    /// What holds when the deadline falls on a day off; none means the policy's answer.
    #[uniffi(default = None)]
    pub on_day_off: Option<DayOff>,
    /// The assignments this one consolidates; a consolidation in a field takes the inputs of its field.
    #[uniffi(default = [])]
    pub consolidates: Vec<AssignmentId>,
    /// What silence after the deadline means, for opinions (Decree 191/2026/ND-CP).
    pub on_silence: OnSilence,
    /// Where the directive says it, such as `item 1, first dash`.
    #[uniffi(default = None)]
    pub source: Option<String>,
}

/// Who performs: several entries add up.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Record)]
pub struct Roles {
    /// Whether the performers lead jointly: they owe one obligation together, and any of them may act on it.
    #[uniffi(default = false)]
    pub joint: bool,
    /// Units that help and owe nothing.
    #[uniffi(default = [])]
    pub cooperating: Vec<UnitId>,
    /// The unit that reminds, records absence and closes standing duties; never vets, waives or extends.
    #[uniffi(default = None)]
    pub monitor: Option<UnitId>,
    /// The unit it is sent through (thông qua), apart from vetter and recipient.
    #[uniffi(default = None)]
    pub collector: Option<UnitId>,
    /// Who receives it to act.
    #[uniffi(default = [])]
    pub recipients: Vec<UnitId>,
    /// Who receives it to know.
    #[uniffi(default = [])]
    pub informed: Vec<UnitId>,
}

/// How an assignment is completed. Only a submission has drafts.
#[uniffi::remote(Enum)]
pub enum Completion {
    /// By a submission (sản phẩm) with numbered revisions.
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
#[uniffi::remote(Enum)]
pub enum Binding {
    /// Yêu cầu, giao: an order.
    Order,
    /// Đề nghị: a request.
    Request,
    /// Mời: an invitation.
    Invitation,
    /// Chỉ tiêu phấn đấu: a target.
    Target,
}

/// Who vets.
#[uniffi::remote(Enum)]
pub enum Vetting {
    /// The standing agency of the obligation's field.
    StandingAgency,
    /// A named unit.
    Unit(UnitId),
    /// Nobody, said and not left out.
    Nobody,
}

/// What silence after the deadline means.
#[uniffi::remote(Enum)]
pub enum OnSilence {
    /// Nothing: it stays owed until absence or no response is recorded.
    Nothing,
    /// Consent: silence settles it.
    Consent,
}

/// One criterion that a submission is vetted against.
#[uniffi::remote(Record)]
pub struct Criterion {
    /// The identifier that findings of a vetting use.
    pub id: CriterionId,
    /// What it asks, in a line.
    pub title: String,
    /// How it is judged.
    pub check: CriterionCheck,
}

/// How a criterion is judged: by machine from the structured fields of a submission, or by a person with a reason.
#[uniffi::remote(Enum)]
pub enum CriterionCheck {
    /// A person judges, with a reason.
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
