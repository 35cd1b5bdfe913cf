//! Cancel a meeting: the authority alone may.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Sitting, by_issuer_of_all, require_text};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::meeting::{MeetingIndex, MeetingStateName};
use crate::refusal::Reasons;

/// Cancel a meeting: the authority alone may.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Which meeting.
    pub meeting: MeetingIndex,
    /// Why.
    pub reason: String,
}

impl Act for Cancel {
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
            MeetingStateName::Scheduled,
            MeetingStateName::Postponed,
        ]);
        let authorised = reasons.keep(by_issuer_of_all(sitting.proceedings.mandate(), ctx, Power::Amend));
        reasons.finish(authorised).map(|authorised| (authorised, sitting))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, sitting: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::MeetingCancelled { meeting: sitting.at, reason: self.reason.clone() }.into())
    }
}
