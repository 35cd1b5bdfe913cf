//! The cells of state, command and capacity: which were hit, and which nobody has tried yet.

use std::collections::{BTreeMap, BTreeSet};

use congvan_core::directive::StateName as DirectiveState;
use congvan_core::meeting::MeetingStateName;
use congvan_core::obligation::StateName;
use congvan_core::{Capacity, Command, Directive, Kind, Target};

/// One cell: the state of what a command is aimed at, its kind, and the capacity in which somebody tried it.
pub type Cell = (&'static str, Kind, &'static str);

/// The state of what there is not.
const NOTHING: &str = "nothing";

/// The capacities, with their frozen names.
pub(super) const CAPACITIES: [(Capacity, &str); 8] = [
    (Capacity::Officer, "officer"),
    (Capacity::Head, "head"),
    (Capacity::Deputy, "deputy"),
    (Capacity::Acting, "acting"),
    (Capacity::ByOrder, "by_order"),
    (Capacity::ByAuthorisation, "by_authorisation"),
    (Capacity::Clerk, "clerk"),
    (Capacity::Chair, "chair"),
];

/// Every cell that there is: those that were hit, with how often, and the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    hit: BTreeMap<Cell, u64>,
    missed: BTreeMap<&'static str, BTreeSet<(Kind, &'static str)>>,
}

impl Default for Cells {
    /// Every kind of command on every state of what it is aimed at, and on what there is not, in every capacity.
    fn default() -> Self {
        let mut cells = Self { hit: BTreeMap::new(), missed: BTreeMap::new() };
        for kind in Kind::ALL {
            for state in states(*kind) {
                let of_kind = CAPACITIES.iter().map(|(_, capacity)| (*kind, *capacity));
                cells.missed.entry(state).or_default().extend(of_kind);
            }
        }
        cells
    }
}

impl Cells {
    /// Counts a command that somebody tried.
    pub(super) fn count(&mut self, (state, kind, capacity): Cell) {
        *self.hit.entry((state, kind, capacity)).or_default() += 1;
        if let Some(missed) = self.missed.get_mut(state) {
            missed.remove(&(kind, capacity));
        }
    }

    /// What nobody has tried on this state yet.
    pub(super) fn missed_on(&self, state: &str) -> Vec<(Kind, Capacity)> {
        let missed = self.missed.get(state).into_iter().flatten();
        missed.filter_map(|(kind, name)| Some((*kind, of_name(name)?))).collect()
    }

    /// The cells that were hit, with how often.
    #[must_use]
    pub const fn hit(&self) -> &BTreeMap<Cell, u64> {
        &self.hit
    }

    /// The cells that were never hit.
    pub fn missed(&self) -> impl Iterator<Item = Cell> {
        self.missed
            .iter()
            .flat_map(|(state, cells)| cells.iter().map(|(kind, capacity)| (*state, *kind, *capacity)))
    }

    /// Of the cells that were never hit, those on a state that something was in when somebody tried another command.
    #[must_use]
    pub fn passed_by(&self) -> Vec<Cell> {
        let reached: BTreeSet<_> = self.hit.keys().map(|(state, kind, _)| (*state, aim(*kind))).collect();
        self.missed().filter(|(state, kind, _)| reached.contains(&(*state, aim(*kind)))).collect()
    }
}

/// The cell that a command hits.
pub(super) fn cell(directive: &Directive, command: &Command, of: Capacity) -> Cell {
    (state(directive, command.target()), command.kind(), name(of))
}

/// The state of a target.
pub(super) fn state(directive: &Directive, target: Target) -> &'static str {
    let proceedings = directive.proceedings();
    let state = match target {
        Target::Directive | Target::Unit(_) => Some(directive.state().name().as_str()),
        Target::Obligation(id) => {
            proceedings.and_then(|found| found.obligation(id)).map(|found| found.state().name().as_str())
        }
        Target::Meeting(at) => {
            proceedings.and_then(|found| found.meeting(at)).map(|found| found.state().name().as_str())
        }
    };
    state.unwrap_or(NOTHING)
}

fn name(of: Capacity) -> &'static str {
    CAPACITIES.iter().find(|(known, _)| *known == of).map_or("", |(_, name)| name)
}

fn of_name(name: &str) -> Option<Capacity> {
    CAPACITIES.iter().find(|(_, known)| *known == name).map(|(capacity, _)| *capacity)
}

/// What a command of this kind is aimed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Aim {
    Directive,
    Obligation,
    Meeting,
}

/// The states that a command of this kind can find its target in.
fn states(kind: Kind) -> Vec<&'static str> {
    let nothing = || std::iter::once(NOTHING);
    match aim(kind) {
        Aim::Directive => DirectiveState::ALL.iter().map(|state| state.as_str()).collect(),
        Aim::Obligation => StateName::ALL.iter().map(|state| state.as_str()).chain(nothing()).collect(),
        Aim::Meeting => MeetingStateName::ALL.iter().map(|state| state.as_str()).chain(nothing()).collect(),
    }
}

const fn aim(kind: Kind) -> Aim {
    match kind {
        Kind::Draft
        | Kind::RecordRuling
        | Kind::Sign
        | Kind::ReturnToDraft
        | Kind::Discard
        | Kind::Issue
        | Kind::Amend
        | Kind::FixDeadline
        | Kind::ReassignVetting
        | Kind::Acknowledge
        | Kind::Decline
        | Kind::SettleDecline
        | Kind::Revoke
        | Kind::Replace
        | Kind::Remind
        | Kind::Close
        | Kind::Conclude
        | Kind::Annotate => Aim::Directive,
        Kind::AskExtension
        | Kind::DecideExtension
        | Kind::StartDraft
        | Kind::SaveDraft
        | Kind::Submit
        | Kind::RecordOnBehalf
        | Kind::DeclareDone
        | Kind::RecordOwnAct
        | Kind::RequestRecall
        | Kind::RefuseRecall
        | Kind::Recall
        | Kind::StartVetting
        | Kind::Accept
        | Kind::Return
        | Kind::Reopen
        | Kind::RecordAbsence
        | Kind::RecordNoResponse
        | Kind::Waive
        | Kind::AddAddendum
        | Kind::EndStanding
        | Kind::Forward
        | Kind::DraftConsolidation
        | Kind::SignConsolidation => Aim::Obligation,
        Kind::Propose
        | Kind::Schedule
        | Kind::Reschedule
        | Kind::Postpone
        | Kind::Cancel
        | Kind::Hold
        | Kind::Announce => Aim::Meeting,
    }
}
