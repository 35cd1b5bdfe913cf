//! Move a scheduled meeting to another slot.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Sitting, require_text};
use super::schedule::{require_prepared, require_slot, require_window_ahead};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::meeting::{ChairOverride, MeetingState};
use crate::meeting::{MeetingIndex, MeetingStateName, Slot};
use crate::refusal::{Reason, Reasons};

/// Move a scheduled meeting to another slot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reschedule {
    /// Which meeting.
    pub meeting: MeetingIndex,
    /// The chair's decision to sit on a day off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overriding: Option<ChairOverride>,
    /// Why.
    pub reason: String,
    /// When and where.
    pub slot: Slot,
}

impl Act for Reschedule {
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
        reasons.merge(require_window_ahead(&sitting, ctx));
        let authorised = reasons.keep(sitting.by_organiser(ctx));
        reasons.finish(authorised).map(|authorised| (authorised, sitting))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, sitting: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = require_slot(sitting, &self.slot, self.overriding.as_ref(), ctx);
        if let MeetingState::Scheduled(scheduled) = sitting.state() {
            reasons.require(*scheduled.slot() != self.slot, || Reason::NothingChanges);
        }
        reasons.check()?;
        let rescheduled = event::MeetingRescheduled {
            meeting: sitting.at,
            overriding: self.overriding.clone(),
            reason: self.reason.clone(),
            slot: self.slot.clone(),
        };
        Ok(rescheduled.into())
    }
}
