//! Record that a meeting was held: how each reporting unit was represented, and whether it was adjourned.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Sitting, require_effective};
use super::schedule::{agenda_of, require_prepared};
use super::sending::decided;
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::id::UnitId;
use crate::mandate::Completion;
use crate::meeting::{Attendance, MeetingState, Presence};
use crate::meeting::{MeetingIndex, MeetingStateName};
use crate::obligation::{Acceptance, ObligationId, Performer, StateName};
use crate::refusal::{Reason, Reasons};
use congvan_calendar::Instant;
use std::collections::BTreeSet;

/// Record that a meeting was held: how each reporting unit was represented, and whether it was adjourned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// Whether the chair adjourned to a further sitting.
    #[serde(default)]
    pub adjourned: bool,
    /// How each reporting unit was represented.
    pub attendance: Vec<Attendance>,
    /// When it ended.
    pub ended_at: Instant,
    /// Which meeting.
    pub meeting: MeetingIndex,
    /// What the chair has recorded, such as on a missing quorum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Act for Hold {
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
        let mut reasons = sitting.require_state(&[MeetingStateName::Scheduled]);
        reasons.merge(require_prepared(&sitting));
        if let MeetingState::Scheduled(scheduled) = sitting.state() {
            let start = scheduled.slot().start;
            reasons.require(ctx.now >= start, || Reason::NotYetBegun { start });
        }
        let authorised = reasons.keep(sitting.by_chair(ctx));
        reasons.finish(authorised).map(|authorised| (authorised, sitting))
    }

    fn effective_at(&self, _: &Ctx<'_>) -> Instant {
        self.ended_at
    }

    fn judge(&self, sitting: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = require_effective(self.ended_at, sitting.proceedings, ctx);
        if let MeetingState::Scheduled(scheduled) = sitting.state() {
            let start = scheduled.slot().start;
            reasons.require(self.ended_at >= start, || Reason::NotYetBegun { start });
        }
        let mut wanted: BTreeSet<_> =
            agenda_of(sitting).into_iter().flat_map(|item| item.reporting).collect();
        wanted.extend(owing(sitting).filter_map(|(_, unit)| unit));
        let recorded: BTreeSet<_> = self.attendance.iter().map(|entry| entry.unit).collect();
        let units: Vec<_> = wanted.difference(&recorded).copied().collect();
        reasons.require(units.is_empty(), || Reason::AttendanceMissing { units });
        reasons.merge(self.require_quorum(sitting));
        reasons.check()?;
        let held = event::MeetingHeld {
            adjourned: self.adjourned,
            attendance: self.attendance.clone(),
            ended_at: self.ended_at,
            meeting: sitting.at,
            note: self.note.clone(),
        };
        let mut events = vec![held.into()];
        if !self.adjourned {
            events.extend(self.attended(sitting));
        }
        decided(events)
    }
}

impl Hold {
    /// A missing quorum needs the chair's recorded note; an absent head is a note and no block.
    fn require_quorum(&self, sitting: &Sitting<'_>) -> Reasons {
        let mut reasons = Reasons::none();
        let Some(quorum) = sitting.plan.quorum else { return reasons };
        let counts = |entry: &&Attendance| matches!(entry.presence, Presence::Head | Presence::Deputy);
        let present = crate::proceedings::narrow(self.attendance.iter().filter(counts).count());
        let noted = self.note.as_deref().is_some_and(|note| !note.trim().is_empty());
        reasons.require(present >= quorum.present || noted, || Reason::QuorumMissing {
            present,
            needed: quorum.present,
        });
        reasons
    }

    /// Whoever owed attendance and was represented has settled it.
    fn attended(&self, sitting: &Sitting<'_>) -> Vec<event::Event> {
        let present: BTreeSet<_> = self
            .attendance
            .iter()
            .filter(|entry| matches!(entry.presence, Presence::Head | Presence::Deputy))
            .map(|entry| entry.unit)
            .collect();
        let came = owing(sitting).filter(|(_, unit)| unit.is_some_and(|unit| present.contains(&unit)));
        let settled = |id| event::Accepted {
            ground: Acceptance::Attended,
            hash: None,
            obligation: id,
            verdicts: Vec::new(),
        };
        came.map(|(id, _)| settled(id).into()).collect()
    }
}

/// What is owed by attending this meeting, with the unit that owes it.
fn owing<'a>(sitting: &Sitting<'a>) -> impl Iterator<Item = (ObligationId, Option<UnitId>)> + 'a {
    let (proceedings, plan) = (sitting.proceedings, sitting.plan);
    let owed = proceedings.obligations().filter(move |(_, found)| {
        let completion = proceedings.assignment(found).map(|known| known.completion);
        found.state().name() == StateName::Owed && completion == Some(Completion::Attendance(plan.id))
    });
    owed.map(move |(id, found)| (id, proceedings.holder(found).and_then(Performer::unit)))
}
