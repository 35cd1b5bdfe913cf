//! The meeting planner: free slots in the window, best first, each with its reasons; or why there is none.
//!
//! A slot lies in the window in force, on a working day, inside one stretch of its working hours, after now; the chair,
//! the heads who report and the room are free for the whole of it. Slots are ranked by, in this order: at least one
//! whole working day between the final consolidation and the meeting, to prepare; a morning; fewer invited units that
//! must send a deputy; the earlier start.

mod candidate;
mod cause;
mod demand;
mod people;
#[cfg(test)]
mod tests;

pub use candidate::RankedSlot;
pub use cause::{Cause, Clash};
pub use demand::{Busy, Demand, Engaged};

use std::collections::BTreeSet;

use chrono::NaiveDate;
use congvan_calendar::{Calendar, Instant};
use serde::Serialize;

use crate::directory::Directory;
use crate::event::AgendaItem;
use crate::id::CommitteeId;
use crate::mandate::{MeetingPlan, Window};
use crate::meeting::{MeetingIndex, MeetingState, MeetingStateName};
use crate::obligation::{ObligationState, Performer};
use crate::proceedings::Proceedings;
use candidate::Survey;
use demand::Engagements;

/// How many days ahead are searched where the directive gives no window.
pub const HORIZON_DAYS: u64 = 30;

/// What the planner found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Planning {
    /// The committees that sit in the one sitting, in the order of the directive.
    pub committees: Vec<CommitteeId>,
    /// Who reports on what, in the order of the directive's items.
    pub agenda: Vec<AgendaItem>,
    /// Whether something that the meeting prepares is still open, so that a slot can only be proposed.
    pub tentative: bool,
    /// The free slots, best first, at most as many as were asked for.
    pub slots: Vec<RankedSlot>,
    /// Why there is no free slot.
    pub none_because: Option<Cause>,
}

/// Looks for slots in which a meeting can sit.
///
/// That there is none is an answer with its cause. Deterministic: the same question has the same answer.
#[must_use]
pub fn plan_meeting(
    proceedings: &Proceedings,
    meeting: MeetingIndex,
    calendar: &Calendar,
    directory: &Directory,
    demand: &Demand,
) -> Planning {
    let (Some(found), Some(plan)) = (proceedings.meeting(meeting), proceedings.meeting_plan(meeting)) else {
        return Planning::none(Cause::UnknownMeeting { meeting });
    };
    let mut planning = Planning {
        committees: plan.committees.clone(),
        agenda: agenda(proceedings, plan),
        tentative: proceedings.open_before_meeting(meeting) > 0,
        slots: Vec::new(),
        none_because: None,
    };
    if let Some(state) = finished(found.state()) {
        planning.none_because = Some(Cause::NotToBeScheduled { state });
        return planning;
    }
    let window = found.window().unwrap_or_else(|| horizon(demand.now));
    let survey = Survey {
        calendar,
        directory,
        plan,
        window,
        now: demand.now,
        step: demand.step_minutes.max(1),
        engagements: Engagements::of(demand),
        reporting: planning
            .agenda
            .iter()
            .flat_map(|item| item.reporting.iter().copied())
            .collect::<BTreeSet<_>>(),
        ready_on: ready_on(proceedings, plan, demand.now),
    };
    match survey.slots() {
        Ok(slots) => planning.slots = slots.into_iter().take(demand.limit).collect(),
        Err(cause) => planning.none_because = Some(cause),
    }
    planning
}

impl Planning {
    const fn none(cause: Cause) -> Self {
        Self {
            committees: Vec::new(),
            agenda: Vec::new(),
            tentative: false,
            slots: Vec::new(),
            none_because: Some(cause),
        }
    }
}

fn finished(state: &MeetingState) -> Option<MeetingStateName> {
    match state {
        MeetingState::Planned(_) | MeetingState::Scheduled(_) | MeetingState::Postponed(_) => None,
        MeetingState::Held(held) if held.adjourned() => None,
        MeetingState::Held(_) | MeetingState::Announced(_) | MeetingState::Cancelled(_) => Some(state.name()),
    }
}

fn horizon(now: Instant) -> Window {
    let from = now.date();
    let until = from.checked_add_days(chrono::Days::new(HORIZON_DAYS)).unwrap_or(from);
    Window { from, until }
}

/// Who reports on what, in the order of the directive's items: what scheduling the meeting will record.
fn agenda(proceedings: &Proceedings, plan: &MeetingPlan) -> Vec<AgendaItem> {
    let reported = proceedings.assignments().filter(|assignment| plan.reports.contains(&assignment.id));
    let item = |assignment: &std::sync::Arc<crate::mandate::Assignment>| {
        let held = proceedings.obligations().filter(|(_, found)| {
            proceedings.assignment(found).is_some_and(|known| known.id == assignment.id)
        });
        let reporting: BTreeSet<_> =
            held.filter_map(|(_, found)| proceedings.holder(found).and_then(Performer::unit)).collect();
        AgendaItem {
            assignment: assignment.id,
            reporting: reporting.into_iter().collect(),
            title: assignment.title.clone(),
        }
    };
    reported.map(item).collect()
}

/// The day on which what the meeting prepares is there: submitted, or due, or today where it is overdue. None where the
/// meeting waits for nothing that has a day.
fn ready_on(proceedings: &Proceedings, plan: &MeetingPlan, now: Instant) -> Option<NaiveDate> {
    let prepared = proceedings.obligations().filter(|(_, found)| {
        proceedings.assignment(found).is_some_and(|assignment| plan.prepares.contains(&assignment.id))
    });
    let day = |found: &crate::obligation::Obligation| match found.state() {
        ObligationState::Accepted(_) | ObligationState::Incorporated(_) | ObligationState::Submitted(_) => {
            found.state().revision().map(|revision| revision.at().date())
        }
        ObligationState::Owed(_) | ObligationState::Drafting(_) | ObligationState::Returned(_) => {
            found.terms().due().map(|due| due.date().max(now.date()))
        }
        ObligationState::Waived(_)
        | ObligationState::Absent(_)
        | ObligationState::NoResponse(_)
        | ObligationState::Consented(_)
        | ObligationState::Continuing(_)
        | ObligationState::Ended(_)
        | ObligationState::Lapsed(_) => None,
    };
    prepared.filter_map(|(_, found)| day(found)).max()
}
