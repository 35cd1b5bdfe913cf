//! Fields, policy and rulings of a mandate.

use chrono::NaiveDate;
use congvan::calendar::DayOff;
use congvan::core::id::{AssignmentId, CommitteeId, FieldId, PersonId, UnitId};
use congvan::core::mandate::{Field, Policy, Ruling};

/// A field of work (lĩnh vực) with the committee that leads it and the agency that stands for the committee.
#[uniffi::remote(Record)]
pub struct Field {
    /// The identifier that assignments use.
    pub id: FieldId,
    /// The field's name, as printed.
    pub name: String,
    /// The committee (Ban Chỉ đạo) of the field.
    #[uniffi(default = None)]
    pub committee: Option<CommitteeId>,
    /// The standing agency (cơ quan thường trực) that vets and consolidates the field.
    #[uniffi(default = None)]
    pub standing_agency: Option<UnitId>,
    /// Where the designation of the standing agency stands, or that it is inferred.
    #[uniffi(default = None)]
    pub source: Option<String>,
}

/// What holds among the assignments where they say nothing else.
#[uniffi::remote(Record)]
pub struct Policy {
    /// Who vets where four-eyes leaves nobody in the vetting unit; by default the issuing body's office.
    #[uniffi(default = None)]
    pub fallback_vetter: Option<UnitId>,
    /// Whether one assignment may have several leads; Decree 191/2026/ND-CP wants exactly one.
    #[uniffi(default = false)]
    pub joint_leads: bool,
    /// How many days before the due instant an obligation counts as near due.
    pub near_due_days: u32,
    /// The most extensions of one obligation; none means no limit.
    #[uniffi(default = None)]
    pub max_extensions: Option<u8>,
    /// The assignments that must be settled before `close` may end a directive without a meeting; none means all.
    #[uniffi(default = [])]
    pub ending: Vec<AssignmentId>,
    /// What holds for a deadline that falls on a day off and says nothing itself.
    pub on_day_off: DayOff,
}

/// A recorded ruling on a finding: who decided, when and why the directive goes out as it is.
#[uniffi::remote(Record)]
pub struct Ruling {
    /// The code of the finding that is ruled on.
    pub finding: String,
    /// The place the finding names, such as `assignments.1a`; none means every place of that code.
    #[uniffi(default = None)]
    pub place: Option<String>,
    /// Why it stands.
    pub reason: String,
    /// Who ruled.
    pub by: PersonId,
    /// On which day.
    pub on: NaiveDate,
}
