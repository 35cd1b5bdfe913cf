//! Propose a tentative date; it may be done at any time and binds nobody.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::Sitting;
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::meeting::{MeetingIndex, MeetingStateName, Slot};
use crate::refusal::{Reason, Reasons};

/// Propose a tentative date; it may be done at any time and binds nobody.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Propose {
    /// Which meeting.
    pub meeting: MeetingIndex,
    /// When and where.
    pub slot: Slot,
}

impl Act for Propose {
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
        let mut reasons = sitting.require_state(&[MeetingStateName::Planned, MeetingStateName::Postponed]);
        let authorised = reasons.keep(sitting.by_organiser(ctx));
        reasons.finish(authorised).map(|authorised| (authorised, sitting))
    }

    fn judge(&self, sitting: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = Reasons::none();
        let start = self.slot.start;
        reasons.require(start > ctx.now, || Reason::SlotInPast { start });
        reasons.check()?;
        Ok(event::MeetingProposed { meeting: sitting.at, slot: self.slot.clone() }.into())
    }
}
