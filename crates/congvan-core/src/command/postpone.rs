//! Postpone a scheduled meeting: it is again without a date.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Sitting, require_text};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::meeting::{MeetingIndex, MeetingStateName};
use crate::refusal::Reasons;

/// Postpone a scheduled meeting: it is again without a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Postpone {
    /// Which meeting.
    pub meeting: MeetingIndex,
    /// Why.
    pub reason: String,
}

impl Act for Postpone {
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
        let authorised = reasons.keep(sitting.by_organiser_or_chair(ctx));
        reasons.finish(authorised).map(|authorised| (authorised, sitting))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, sitting: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::MeetingPostponed { meeting: sitting.at, reason: self.reason.clone() }.into())
    }
}
