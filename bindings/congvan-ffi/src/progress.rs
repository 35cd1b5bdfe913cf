//! How far a directive has come, in the shapes that reports ask for.

use congvan::core::id::{AssignmentId, FieldId};
use congvan::core::obligation::Performer;
use congvan::core::query::{
    Counts, Emulation, EmulationRow, FieldProgress, Progress, StageKind, StageProgress, Statistics,
    UnitProgress, WorkProgress,
};

/// How far a set of obligations has come.
#[uniffi::remote(Record)]
pub struct Counts {
    /// How many there are.
    pub total: u32,
    /// Accepted, waived, absent, settled by silence, or ended.
    pub settled: u32,
    /// Neither settled nor lapsed.
    pub open: u32,
    /// Fallen away with the directive, or carried into another.
    pub lapsed: u32,
    /// Done on time.
    pub on_time: u32,
    /// Done late, overdue or absent.
    pub late: u32,
    /// Returned, and submitted again since: to be vetted, or accepted.
    pub resubmitted: u32,
    /// Returned at least once.
    pub returned: u32,
    /// Absent.
    pub absent: u32,
    /// Waived.
    pub waived: u32,
}

/// How far a directive has come.
#[uniffi::remote(Record)]
pub struct Progress {
    /// Every obligation.
    pub total: Counts,
    /// Per holder, in order.
    pub units: Vec<UnitProgress>,
    /// Per assignment, in the order of the directive's items.
    pub assignments: Vec<WorkProgress>,
    /// Per field, in the order of the mandate; what is owed without a field stands last.
    pub fields: Vec<FieldProgress>,
    /// Per stage: how deep it lies in what is consolidated; the meetings last.
    pub stages: Vec<StageProgress>,
}

/// How far a unit or an outside party has come with what it holds.
#[uniffi::remote(Record)]
pub struct UnitProgress {
    /// Who holds it.
    pub holder: Performer,
    /// How far.
    pub counts: Counts,
}

/// How far an assignment has come.
#[uniffi::remote(Record)]
pub struct WorkProgress {
    /// The assignment.
    pub assignment: AssignmentId,
    /// How far.
    pub counts: Counts,
}

/// How far a field has come.
#[uniffi::remote(Record)]
pub struct FieldProgress {
    /// The field; none for what is not owed per field.
    pub field: Option<FieldId>,
    /// How far.
    pub counts: Counts,
}

/// How far a stage has come.
#[uniffi::remote(Record)]
pub struct StageProgress {
    /// Its number, from 1.
    pub stage: u16,
    /// What it consists of.
    pub kind: StageKind,
    /// The assignments in it, in the order of the directive's items; none for the meetings.
    pub assignments: Vec<AssignmentId>,
    /// How far; the last stage counts meetings.
    pub counts: Counts,
}

/// What a stage consists of.
#[uniffi::remote(Enum)]
pub enum StageKind {
    /// Obligations that consolidate nothing, or only what lies in earlier stages.
    Work,
    /// The meetings.
    Meeting,
}

/// Orders in the shape of the state's reports: done and open, each on time and late; the others apart.
///
/// An absence counts as not done and late, whatever it settles for a consolidation; an addendum to it as done and
/// late. What is neither on time nor late stands apart: orders without a deadline, and those that were waived, lapsed
/// or settled by silence.
#[uniffi::remote(Record)]
pub struct Statistics {
    /// Done, submitted in time (hoàn thành đúng hạn).
    pub done_on_time: u32,
    /// Done late (hoàn thành quá hạn).
    pub done_late: u32,
    /// Not done, the deadline ahead (chưa hoàn thành, trong hạn).
    pub open_on_time: u32,
    /// Not done and overdue or absent (chưa hoàn thành, quá hạn).
    pub open_late: u32,
    /// Done, without a deadline (không có thời hạn, đã hoàn thành).
    pub no_deadline_done: u32,
    /// Not done, without a deadline (không có thời hạn, chưa hoàn thành).
    pub no_deadline_open: u32,
    /// Waived, lapsed, or settled by silence.
    pub not_counted: u32,
}

/// What each unit did with the orders it holds; one line per unit, in order.
#[uniffi::remote(Record)]
pub struct Emulation {
    /// One line per holder.
    pub rows: Vec<EmulationRow>,
}

/// What one unit did with the orders it holds.
///
/// Every order stands in exactly one of the columns from `on_time` to `no_deadline`; `returned` counts beside them.
#[uniffi::remote(Record)]
pub struct EmulationRow {
    /// Who holds them now.
    pub holder: Performer,
    /// How many orders.
    pub total: u32,
    /// Done on time.
    pub on_time: u32,
    /// Done late, or overdue.
    pub late: u32,
    /// Late because the directive arrived after the due instant, which is not the unit's doing.
    pub late_on_arrival: u32,
    /// Absent, whether or not something came as an addendum.
    pub absent: u32,
    /// Waived.
    pub waived: u32,
    /// Lapsed, or settled by silence.
    pub fell_away: u32,
    /// Not done, the deadline ahead.
    pub open: u32,
    /// Without a deadline, done or not.
    pub no_deadline: u32,
    /// How many were returned at least once.
    pub returned: u32,
}
