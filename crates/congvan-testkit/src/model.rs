//! An independent model of the lifecycle: a plain table of who may do what in which state.
//!
//! It is written from the rules of the lifecycle and from the decree, by reading them again, and not from the engine. It
//! shares no guard with it: the engine proves things with types, counters and evidence; the model keeps a flat list of
//! obligations and counts. The differential run gives both the same commands and lets them disagree, so what one
//! refuses the other must refuse, with the same codes.
//!
//! What the model takes as given, because it has tests of its own: the calendar (which instant a written deadline is),
//! the members of a group on a day, the structure of a mandate and the findings of the checker, the form of a notation,
//! whether a document cites another, and the hash of a text. What it does not judge is the reason's facts and texts, and a
//! province's own rules.
//!
//! ```
//! use congvan_core::{Command, ReasonCode};
//! use congvan_testkit::model::Model;
//! use congvan_testkit::strategy::{self, Item, Order, Staff};
//!
//! let staff = Staff { units: 2, people: 0, shared: false, acting: false, leaves: None, delegations: Vec::new(), limits: 0 };
//! let item = Item { performers: 1, completion: 4, binding: 3, vetting: 2, deadline: 7, days: 3, consolidates: 0, flags: 0 };
//! let order = Order { items: vec![item], meetings: Vec::new(), policy: 0 };
//! let world = strategy::world_of(&staff, &order).ok_or("the parts do not fit together")?;
//! let model = Model::new("d1".parse()?, &world.directory, &world.calendar);
//! let sign: Command = congvan_core::command::Sign {}.into();
//! // Nothing is drafted, so that there is nothing to sign.
//! let codes = model.judge(&world.issuer, world.start, &sign);
//! assert!(codes.contains(&ReasonCode::WrongState));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod act;
mod admit;
mod amend;
mod effect;
mod form;
mod ground;
mod obligation;
mod people;
mod roster;
mod row;
mod states;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use congvan_calendar::{Calendar, Instant};
use congvan_core::directive::{Issued, StateName as DirectiveState};
use congvan_core::id::{DirectiveId, UnitId};
use congvan_core::mandate::{Assignment, Completion, Mandate, MeetingPlan, Ruling, Window};
use congvan_core::meeting::{MeetingIndex, MeetingStateName, Slot};
use congvan_core::obligation::ObligationId;
use congvan_core::proceedings::Issue;
use congvan_core::{Actor, Command, Directory, ReasonCode};

pub(crate) use row::Row;

/// The refusal codes of one answer; none means accepted.
pub type Codes = BTreeSet<ReasonCode>;

/// One meeting, in a line.
#[derive(Clone, Debug)]
pub(crate) struct Sitting {
    pub(crate) adjourned: bool,
    pub(crate) plan: MeetingPlan,
    pub(crate) slot: Option<Slot>,
    pub(crate) state: MeetingStateName,
    pub(crate) window: Option<Window>,
}

impl Sitting {
    /// Whether a further sitting was ordered.
    fn goes_on(&self) -> bool {
        self.state == MeetingStateName::Held && self.adjourned
    }

    /// Whether the meeting waits for this obligation.
    fn waits_for(&self, row: &Row) -> bool {
        self.plan.prepares.contains(&row.assignment.id) && row.open()
    }
}

/// A directive as the model sees it.
#[derive(Clone, Debug)]
pub struct Model<'w> {
    assignments: Vec<Arc<Assignment>>,
    calendar: &'w Calendar,
    directory: &'w Directory,
    disputes: BTreeSet<UnitId>,
    id: DirectiveId,
    issue: Option<(Issue, Instant)>,
    issued: Option<NaiveDate>,
    mandate: Option<Arc<Mandate>>,
    pub(crate) meetings: Vec<Sitting>,
    received: BTreeMap<UnitId, Instant>,
    pub(crate) rows: Vec<Row>,
    rulings: Vec<Ruling>,
    signed: Option<NaiveDate>,
    stage: DirectiveState,
    successors: Vec<Issued>,
}

impl<'w> Model<'w> {
    /// A directive before its first command.
    #[must_use]
    pub const fn new(id: DirectiveId, directory: &'w Directory, calendar: &'w Calendar) -> Self {
        Self {
            assignments: Vec::new(),
            calendar,
            directory,
            disputes: BTreeSet::new(),
            id,
            issue: None,
            issued: None,
            mandate: None,
            meetings: Vec::new(),
            received: BTreeMap::new(),
            rows: Vec::new(),
            rulings: Vec::new(),
            signed: None,
            stage: DirectiveState::Unwritten,
            successors: Vec::new(),
        }
    }

    /// The codes of the first tier that refuses; none where the command is accepted.
    #[must_use]
    pub fn judge(&self, actor: &Actor, now: Instant, command: &Command) -> Codes {
        let asks = act::Asks { actor, now };
        let mut codes = form::form(command);
        codes.extend(self.admit(asks, command.kind(), command.target()));
        if codes.is_empty() { self.ground(asks, command) } else { codes }
    }

    /// Tells the model which directives were issued that may replace this one.
    pub fn know(&mut self, successors: &[Issued]) {
        self.successors = successors.to_vec();
    }

    /// The state that the directive is in.
    #[must_use]
    pub const fn state(&self) -> DirectiveState {
        self.stage
    }

    fn row(&self, id: ObligationId) -> Option<&Row> {
        self.rows.get(usize::try_from(id.0).ok()?)
    }

    fn sitting(&self, at: MeetingIndex) -> Option<&Sitting> {
        self.meetings.get(usize::from(at.0))
    }

    fn numbered(&self) -> impl Iterator<Item = (ObligationId, &Row)> {
        (0_u32..).map(ObligationId).zip(&self.rows)
    }

    /// Whoever holds an obligation; and whoever leads the assignment jointly, until it is given to another unit.
    fn holders(&self, row: &Row) -> BTreeSet<UnitId> {
        let mut units: BTreeSet<UnitId> = row.holder.unit().into_iter().collect();
        if row.holder == row.performer {
            let same = self.rows.iter().filter(|other| other.is_like(row));
            units.extend(same.flat_map(|other| other.joint.iter().copied()));
        }
        units
    }

    /// The consolidations that take an obligation.
    fn takers(&self, row: &Row) -> impl Iterator<Item = (ObligationId, &Row)> {
        self.numbered().filter(|(_, taker)| taker.takes(row))
    }

    /// Whether a signed consolidation that was neither returned nor waived contains it (rule 13).
    fn locked(&self, row: &Row) -> bool {
        self.takers(row).any(|(_, taker)| taker.signed())
    }

    /// The units that a meeting invites: those that report, and those that owe attendance.
    fn invited(&self, sitting: &Sitting) -> BTreeSet<UnitId> {
        let plan = &sitting.plan;
        let rows = self.rows.iter().filter(|row| {
            plan.reports.contains(&row.assignment.id)
                || row.open() && row.assignment.completion == Completion::Attendance(plan.id)
        });
        rows.filter_map(|row| row.holder.unit()).collect()
    }
}
