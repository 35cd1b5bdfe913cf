//! An independent model of the lifecycle: a plain table of who may do what in which state.
//!
//! It is written from the rules of the lifecycle and from the decree, by reading them again, and not from the engine. It
//! shares no guard with it: the engine proves things with types, counters and evidence; the model keeps a flat list of
//! obligations and counts. The differential run gives both the same commands and lets them disagree, so what one
//! refuses the other must refuse, with the same codes.
//!
//! What the model takes as given, because it has tests of its own: the calendar (which instant a written deadline is),
//! the members of a group on a day, the structure of a mandate and the findings of the checker, the form of a notation,
//! and the hash of a text. What it does not judge is the reason's facts and texts, a province's own rules, the fields of
//! portfolios and delegations, and due dates of vetting that a mandate sets: on commands that touch these the two may
//! differ, and a soak says where.
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

mod admit;
mod effect;
mod form;
mod ground;
mod part;
mod people;
mod roster;
mod sitting;
mod states;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use congvan_calendar::{Calendar, Instant};
use congvan_core::directive::{Issued, StateName as DirectiveState};
use congvan_core::evidence::Fate;
use congvan_core::id::{CriterionId, DirectiveId, FieldId, PersonId, UnitId};
use congvan_core::mandate::{Assignment, Completion, Mandate, MeetingPlan, Ruling, Window};
use congvan_core::meeting::{MeetingIndex, MeetingStateName};
use congvan_core::obligation::{ObligationId, Performer, StateName};
use congvan_core::proceedings::Issue;
use congvan_core::{Actor, Command, ContentHash, Directory, ReasonCode};

/// The refusal codes of one answer; none means accepted.
pub type Codes = BTreeSet<ReasonCode>;

/// One obligation, in a line.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) assignment: Arc<Assignment>,
    pub(crate) authors: BTreeSet<PersonId>,
    pub(crate) begun: bool,
    pub(crate) due: Option<Instant>,
    pub(crate) extensions: u8,
    pub(crate) failed: Vec<CriterionId>,
    pub(crate) field: Option<FieldId>,
    pub(crate) forwarded: bool,
    pub(crate) head_signed: bool,
    pub(crate) hash: Option<ContentHash>,
    pub(crate) holder: Performer,
    pub(crate) inputs: Option<Vec<(ObligationId, Fate)>>,
    pub(crate) joint: Vec<UnitId>,
    pub(crate) kept: bool,
    pub(crate) number: u16,
    pub(crate) performer: Performer,
    pub(crate) printed: Option<Instant>,
    pub(crate) recall_asked: bool,
    pub(crate) request: Option<(PersonId, Instant)>,
    pub(crate) state: StateName,
    pub(crate) vetter: Option<UnitId>,
}

impl Row {
    fn empty(assignment: &Arc<Assignment>, performer: Performer) -> Self {
        Self {
            assignment: Arc::clone(assignment),
            authors: BTreeSet::new(),
            begun: false,
            due: None,
            extensions: 0,
            failed: Vec::new(),
            field: None,
            forwarded: false,
            head_signed: false,
            hash: None,
            holder: performer,
            inputs: None,
            joint: Vec::new(),
            kept: false,
            number: 0,
            performer,
            printed: None,
            recall_asked: false,
            request: None,
            state: StateName::Owed,
            vetter: None,
        }
    }

    fn consolidates(&self) -> bool {
        !self.assignment.consolidates.is_empty()
    }

    /// Whether it consolidates another one: an assignment it names, in its field where both have one.
    fn takes(&self, input: &Self) -> bool {
        self.assignment.consolidates.contains(&input.assignment.id)
            && (input.field.is_none() || self.field.is_none() || input.field == self.field)
    }

    const fn extendable(&self) -> bool {
        matches!(
            self.state,
            StateName::Owed
                | StateName::Drafting
                | StateName::Submitted
                | StateName::Returned
                | StateName::Absent
        )
    }

    /// Whether something was handed in that still stands, or that was kept.
    fn given(&self) -> bool {
        match self.state {
            StateName::Submitted | StateName::Returned | StateName::Accepted | StateName::Incorporated => {
                self.hash.is_some()
            }
            StateName::Waived => self.kept,
            StateName::Owed
            | StateName::Drafting
            | StateName::Absent
            | StateName::NoResponse
            | StateName::Consented
            | StateName::Continuing
            | StateName::Ended
            | StateName::Lapsed => false,
        }
    }

    const fn open(&self) -> bool {
        matches!(
            self.state,
            StateName::Owed
                | StateName::Drafting
                | StateName::Submitted
                | StateName::Returned
                | StateName::Continuing
        )
    }

    /// What became of it, once it is settled.
    fn fate(&self) -> Option<Fate> {
        match self.state {
            StateName::Accepted | StateName::Incorporated => {
                let revision = if self.hash.is_some() { self.number } else { 0 };
                Some(Fate::Accepted { hash: self.hash, revision })
            }
            StateName::Waived => Some(Fate::Waived),
            StateName::Absent => Some(Fate::Absent),
            StateName::NoResponse => Some(Fate::NoResponse),
            StateName::Consented => Some(Fate::Consented),
            StateName::Ended => Some(Fate::Ended),
            StateName::Owed
            | StateName::Drafting
            | StateName::Submitted
            | StateName::Returned
            | StateName::Continuing
            | StateName::Lapsed => None,
        }
    }
}

/// One meeting, in a line.
#[derive(Clone, Debug)]
pub(crate) struct Sitting {
    pub(crate) adjourned: bool,
    pub(crate) plan: MeetingPlan,
    pub(crate) slot: Option<congvan_core::meeting::Slot>,
    pub(crate) state: MeetingStateName,
    pub(crate) window: Option<Window>,
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
        let mut codes = form::form(command);
        codes.extend(self.admit(actor, now, command.kind(), command.target()));
        if codes.is_empty() {
            codes = self.ground(actor, now, command);
        }
        codes
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

    fn row_mut(&mut self, id: ObligationId) -> Option<&mut Row> {
        self.rows.get_mut(usize::try_from(id.0).ok()?)
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
            let same = self
                .rows
                .iter()
                .filter(|other| other.assignment.id == row.assignment.id && other.field == row.field);
            units.extend(same.flat_map(|other| other.joint.iter().copied()));
        }
        units
    }

    /// The obligations that a consolidation takes: of the assignments it names, in its field where both have one.
    fn inputs(&self, of: &Row) -> impl Iterator<Item = (ObligationId, &Row)> {
        self.numbered().filter(|(_, row)| of.takes(row))
    }

    /// The consolidations that take an obligation.
    fn takers(&self, id: ObligationId) -> impl Iterator<Item = (ObligationId, &Row)> {
        self.numbered()
            .filter(move |(_, row)| row.consolidates() && self.inputs(row).any(|(input, _)| input == id))
    }

    /// Whether a signed consolidation that was neither returned nor waived contains it (rule 13).
    fn locked(&self, id: ObligationId) -> bool {
        self.takers(id).any(|(_, row)| {
            matches!(row.state, StateName::Submitted | StateName::Accepted | StateName::Incorporated)
        })
    }

    /// The obligations that a meeting prepares and that are open.
    fn unprepared(&self, sitting: &Sitting) -> bool {
        self.rows.iter().any(|row| sitting.plan.prepares.contains(&row.assignment.id) && row.open())
    }

    /// The units that a meeting invites: those that report, and those that owe attendance.
    fn invited(&self, sitting: &Sitting) -> BTreeSet<UnitId> {
        let rows = self.rows.iter().filter(|row| {
            sitting.plan.reports.contains(&row.assignment.id)
                || row.assignment.completion == Completion::Attendance(sitting.plan.id)
        });
        rows.filter_map(|row| row.holder.unit()).collect()
    }
}
