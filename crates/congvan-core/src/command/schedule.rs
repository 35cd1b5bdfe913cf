//! Schedule a meeting: what it prepares is settled, the slot lies in the window and on a working day.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::Sitting;
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::event::AgendaItem;
use crate::evidence::Prepared;
use crate::meeting::{ChairOverride, MeetingState};
use crate::meeting::{MeetingIndex, MeetingStateName, Slot};
use crate::refusal::{Reason, Reasons};
use std::collections::BTreeSet;

/// Schedule a meeting: what it prepares is settled, the slot lies in the window and on a working day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Which meeting.
    pub meeting: MeetingIndex,
    /// The chair's decision to sit on a day off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overriding: Option<ChairOverride>,
    /// When and where.
    pub slot: Slot,
}

impl Act for Schedule {
    type Target = MeetingIndex;
    type Ground<'a> = Sitting<'a>;

    fn target(&self) -> Self::Target {
        self.meeting
    }

    fn admit<'a>(
        directive: &'a Directive,
        target: Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let sitting = Sitting::in_force(directive, target)?;
        let mut reasons = sitting.require_state(&[
            MeetingStateName::Planned,
            MeetingStateName::Postponed,
            MeetingStateName::Held,
        ]);
        if let MeetingState::Held(held) = sitting.state() {
            // Only an adjourned meeting sits again.
            reasons.require(held.adjourned(), || Reason::WrongMeetingState {
                meeting: target,
                state: MeetingStateName::Held,
                expected: vec![MeetingStateName::Planned, MeetingStateName::Postponed],
            });
        }
        reasons.merge(require_prepared(&sitting));
        reasons.merge(require_window_ahead(&sitting, ctx));
        let authorised = reasons.keep(sitting.by_organiser(ctx));
        reasons.finish(authorised).map(|authorised| (authorised, sitting))
    }

    fn judge(&self, sitting: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        require_slot(sitting, &self.slot, self.overriding.as_ref(), ctx).check()?;
        let agenda = agenda_of(sitting);
        let invited: BTreeSet<_> = agenda.iter().flat_map(|item| item.reporting.iter().copied()).collect();
        let scheduled = event::MeetingScheduled {
            agenda,
            invited: invited.into_iter().collect(),
            meeting: sitting.at,
            overriding: self.overriding.clone(),
            slot: self.slot.clone(),
        };
        Ok(scheduled.into())
    }
}

/// What the meeting prepares is settled.
pub(crate) fn require_prepared(sitting: &Sitting<'_>) -> Reasons {
    match Prepared::of(sitting.proceedings, sitting.at) {
        Ok(_) => Reasons::none(),
        Err(count) => Reason::MeetingNotPrepared { meeting: sitting.at, count }.into(),
    }
}

/// A window that has passed can only be moved by instrument.
pub(crate) fn require_window_ahead(sitting: &Sitting<'_>, ctx: &Ctx<'_>) -> Reasons {
    let mut reasons = Reasons::none();
    if let Some(window) = sitting.meeting.window() {
        let day = ctx.now.date();
        reasons.require(day <= window.until, || Reason::OutsideWindow { day, window });
    }
    reasons
}

/// The slot lies ahead, in the window, and on a working day unless the chair decided otherwise.
pub(crate) fn require_slot(
    sitting: &Sitting<'_>,
    slot: &Slot,
    overriding: Option<&ChairOverride>,
    ctx: &Ctx<'_>,
) -> Reasons {
    let mut reasons = Reasons::none();
    let (start, day) = (slot.start, slot.start.date());
    reasons.require(start > ctx.now, || Reason::SlotInPast { start });
    if let Some(window) = sitting.meeting.window() {
        reasons.require(window.contains(day), || Reason::OutsideWindow { day, window });
    }
    match overriding {
        Some(decision) => {
            let (person, office) = (decision.by, sitting.plan.chair);
            let chairs = ctx.directory.holds_office(person, office, ctx.now.date());
            reasons.require(chairs, || Reason::NotTheChair { person, office });
            reasons.merge(super::ground::require_text("overriding.reason", &decision.reason));
        }
        None => reasons.require(ctx.calendar.is_working_day(day), || Reason::DayOff { day }),
    }
    reasons
}

/// The agenda in the order of the directive's items: who reports on what.
pub(crate) fn agenda_of(sitting: &Sitting<'_>) -> Vec<AgendaItem> {
    let assignments = sitting.proceedings.assignments();
    let reported = assignments.filter(|assignment| sitting.plan.reports.contains(&assignment.id));
    let item = |assignment: &std::sync::Arc<crate::mandate::Assignment>| {
        let obligations = sitting.proceedings.obligations();
        let reporting: BTreeSet<_> = obligations
            .filter(|(_, found)| {
                sitting.proceedings.assignment(found).is_some_and(|known| known.id == assignment.id)
            })
            .filter_map(|(_, found)| sitting.proceedings.holder(found)?.unit())
            .collect();
        AgendaItem {
            assignment: assignment.id,
            reporting: reporting.into_iter().collect(),
            title: assignment.title.clone(),
        }
    };
    reported.map(item).collect()
}
