//! A finding: what a careful clerk would ask about a mandate before it is issued.

use chrono::NaiveDate;
use congvan::Say as _;
use congvan::core::finding::{self, Facts, Severity};
use congvan::core::id::{AssignmentId, UnitId};

use crate::text::Text;

/// How grave a finding is.
#[uniffi::remote(Enum)]
pub enum Severity {
    /// Worth knowing; nothing has to be done.
    Note,
    /// Probably not what was meant.
    Warning,
    /// A conflict of dates: a ruling must be recorded before issue.
    Conflict,
}

/// What a careful clerk would ask about a mandate.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Finding {
    /// The stable code, such as `deadline-on-issue-day`; rulings name it.
    pub code: String,
    /// How grave it is.
    pub severity: Severity,
    /// The place in the mandate by identifiers, such as `assignments.1a`; rulings name it.
    pub place: String,
    /// The line of the text that the mandate was read from, the first being 1; 0 where there is none.
    pub line: u32,
    /// The column in characters, the first being 1; 0 where there is none.
    pub column: u32,
    /// The units concerned.
    pub units: Vec<UnitId>,
    /// The assignments concerned.
    pub assignments: Vec<AssignmentId>,
    /// The days concerned, in order.
    pub days: Vec<NaiveDate>,
    /// How many working days are left.
    pub working_days: Option<u32>,
    /// Why it is a finding, in one clause.
    pub sentence: Text,
    /// What can be done about it.
    pub cure: Text,
    /// All of it on one line.
    pub told: Text,
}

impl From<finding::Finding> for Finding {
    fn from(found: finding::Finding) -> Self {
        let told = found.say().into();
        let finding::Finding { code, severity, place, at, facts, reason, remedy } = found;
        let Facts { units, assignments, days, working_days } = facts;
        let (line, column) = at.map_or((0, 0), |at| (at.line, at.column));
        Self {
            code: code.as_str().to_owned(),
            severity,
            place,
            line,
            column,
            units,
            assignments,
            days,
            working_days,
            sentence: reason.into(),
            cure: remedy.into(),
            told,
        }
    }
}
