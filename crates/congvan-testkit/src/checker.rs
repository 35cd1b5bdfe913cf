//! The bounded exhaustive checker: every state that the shipped `decide` and `evolve` reach, each looked at once.
//!
//! A [`Subject`] is a mandate in its directory; it is reduced to a few units of each shape, since units that owe the same
//! are interchangeable. From the draft on, everybody who has a part tries every kind of command, and time passes to the
//! next instant that matters. Each step is judged by the invariants ([`Property`]); when all states are known, a
//! backward pass asks from which of them the end is still reached without revoking. The answer is a [`Report`]: a proof
//! up to its bounds with counts, or the shortest [`Counterexample`], which is a scenario that replays.
//!
//! Small subjects are searched whole. Where more obligations hang together than fit, a few of them at a time are free
//! while the others follow a straight path (all accepted, all waived, all absent): [`Bounds::free`] says how many.
//!
//! ```
//! use congvan_testkit::checker::{Bounds, Checker, Subject};
//!
//! // One unit, one field, no meeting, and the commands that every directive goes through.
//! let subject = Subject::lifecycle(1, 1, false)?;
//! let bounds = Bounds { kinds: Bounds::main_kinds(), ..Bounds::default() };
//! let report = Checker::new(&subject, bounds)?.run(&mut |_| {});
//! assert!(report.proved(), "{}", report.text().en);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod cast;
mod counterexample;
mod explore;
mod graph;
mod key;
mod lifecycle;
mod moves;
mod node;
mod property;
mod quiet;
mod report;
mod retrace;
mod script;
mod shape;
mod slice;
mod subject;

pub use counterexample::{Counterexample, ToldStep};
pub use explore::Passages;
pub use property::Property;
pub use report::{Report, Slice};
pub use slice::Background;
pub use subject::Subject;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_core::id::{DirectiveId, UnitId};
use congvan_core::obligation::ObligationId;
use congvan_core::{Actor, Kind};
use congvan_text::{Say, Text};

use crate::strategy::World;
use cast::Cast;

/// How far the checker looks.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// How many units of each shape stand for all of them, at least 1.
    pub units: usize,
    /// Up to how many obligations a subject is searched whole.
    pub whole: usize,
    /// How many obligations are free at a time in a larger subject: 1 or 2.
    pub free: usize,
    /// How many extensions one obligation is granted.
    pub extensions: u8,
    /// How many moves away from the root.
    pub depth: u32,
    /// After how many states, over all its searches, a run gives up, which its report then says. What the last of them
    /// leads to is still counted.
    pub states: usize,
    /// The kinds of command that are tried.
    pub kinds: BTreeSet<Kind>,
}

impl Default for Bounds {
    /// One unit of each shape, one free obligation, every kind of command that moves a state.
    fn default() -> Self {
        Self {
            units: 1,
            whole: 3,
            free: 1,
            extensions: 1,
            depth: u32::MAX,
            states: 20_000_000,
            kinds: Self::every_kind(),
        }
    }
}

impl Bounds {
    /// Every kind of command that leads to another state; notes, reminders and saved drafts change none.
    #[must_use]
    pub fn every_kind() -> BTreeSet<Kind> {
        let still = [Kind::Annotate, Kind::Remind, Kind::SaveDraft, Kind::RecordRuling, Kind::Replace];
        Kind::ALL.iter().copied().filter(|kind| !still.contains(kind)).collect()
    }

    /// The kinds that every directive goes through: submit, vet, waive, be absent, consolidate, sit, end.
    #[must_use]
    pub fn main_kinds() -> BTreeSet<Kind> {
        BTreeSet::from([
            Kind::Draft,
            Kind::Sign,
            Kind::Issue,
            Kind::Acknowledge,
            Kind::Submit,
            Kind::Accept,
            Kind::Return,
            Kind::Waive,
            Kind::RecordAbsence,
            Kind::DraftConsolidation,
            Kind::SignConsolidation,
            Kind::Schedule,
            Kind::Hold,
            Kind::Announce,
            Kind::Amend,
            Kind::Close,
            Kind::Conclude,
            Kind::Revoke,
        ])
    }
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many moves the states now looked at are away from the root.
    pub depth: u32,
    /// How many states are known in this slice.
    pub states: usize,
    /// How many of them wait to be looked at.
    pub waiting: usize,
}

/// A subject that cannot be checked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// No unit would stand for those of its shape, and nothing would be looked at.
    #[error("0 units of each shape: expected at least 1")]
    NoUnits,
    /// The mandate orders nothing of anybody.
    #[error("the mandate orders nothing of anybody on the day of issue; expected at least one obligation")]
    NothingOrdered,
    /// Nobody holds the office that signs.
    #[error("office `{office}` signs, and nobody holds it on {day}; add a holding to the directory")]
    NobodySigns {
        /// The office.
        office: String,
        /// The day of issue.
        day: NaiveDate,
    },
    /// It cannot even be issued.
    #[error("the mandate cannot be issued on {day}: {}", problem.en)]
    NotIssued {
        /// The day of issue.
        day: NaiveDate,
        /// What refuses it.
        problem: Text,
    },
    /// A built-in lifecycle of this size does not exist.
    #[error("{units} units and {fields} fields: expected 1 to 99 units and 1 to 9 fields")]
    Size {
        /// How many units were asked for.
        units: usize,
        /// How many fields.
        fields: usize,
    },
    /// The text of a built-in subject is wrong.
    #[error("{}", _0.en)]
    Text(Text),
}

impl Say for CheckError {
    fn say(&self) -> Text {
        let vi = match self {
            Self::NoUnits => "0 đơn vị mỗi loại; cần ít nhất 1".to_owned(),
            Self::NothingOrdered => {
                "nội dung giao không giao việc gì cho ai vào ngày ban hành; cần ít nhất một nghĩa vụ"
                    .to_owned()
            }
            Self::NobodySigns { office, day } => format!(
                "chức vụ `{office}` là người ký nhưng ngày {} không có ai giữ; bổ sung người giữ vào danh bạ",
                day.format("%d/%m/%Y")
            ),
            Self::NotIssued { day, problem } => {
                format!("không ban hành được nội dung giao ngày {}: {}", day.format("%d/%m/%Y"), problem.vi)
            }
            Self::Size { units, fields } => {
                format!("{units} đơn vị và {fields} lĩnh vực; cần từ 1 đến 99 đơn vị và từ 1 đến 9 lĩnh vực")
            }
            Self::Text(text) => text.vi.clone().into_owned(),
        };
        Text::new(vi, self.to_string())
    }
}

/// What counts as the same state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symmetry {
    /// Nothing: each unit is told apart.
    None,
    /// Units of one shape.
    Units,
    /// The obligations of one lane and shape, whichever unit has them: where nobody declines, nothing ties together
    /// what one unit owes in two lanes.
    Lanes,
}

/// A subject with its people, and what is free in this search.
#[derive(Debug)]
pub(crate) struct Model {
    id: DirectiveId,
    receivers: Vec<UnitId>,
    subject: Subject,
    world: World,
    cast: Cast,
    shapes: BTreeMap<UnitId, u16>,
    vetters: BTreeMap<ObligationId, Option<UnitId>>,
    /// Until when obligations are vetted, where the mandate says so and somebody tries to reassign a vetting.
    vetting_dues: BTreeMap<ObligationId, Instant>,
    bounds: Bounds,
    kinds: BTreeSet<Kind>,
    symmetry: Symmetry,
    fields_alike: bool,
    free: BTreeSet<ObligationId>,
    background: Option<Background>,
    /// Whether waiting may lead back, since quiet periods follow each other.
    takes_turns: bool,
    /// Who may do without the rules, in each state, what nobody may do with them.
    probe: Option<Box<Model>>,
}

/// A subject that is ready to be searched.
#[derive(Debug)]
pub struct Checker {
    id: DirectiveId,
    issuer: Actor,
    subject: Subject,
    bounds: Bounds,
    symmetry: Option<Symmetry>,
}

impl Checker {
    /// Reduces the subject to its distinct shapes of unit, and tries to issue it.
    ///
    /// # Errors
    /// No unit is to be looked at, the mandate orders nothing, nobody signs it, or it cannot be issued.
    pub fn new(subject: &Subject, bounds: Bounds) -> Result<Self, CheckError> {
        let subject = subject.reduced(bounds.units)?;
        let id = "d1".parse::<DirectiveId>().map_err(|error| CheckError::Text(error.say()))?;
        let issuer = subject.issuer()?;
        let checker = Self { id, issuer, subject, bounds, symmetry: None };
        checker.issue()?;
        Ok(checker)
    }

    /// Counts states as the same only so far; by default as far as is sound.
    #[must_use]
    pub const fn with_symmetry(mut self, symmetry: Symmetry) -> Self {
        self.symmetry = Some(symmetry);
        self
    }

    /// The subject as it is searched.
    #[must_use]
    pub const fn subject(&self) -> &Subject {
        &self.subject
    }
}

#[cfg(test)]
mod tests;
