//! Announce a meeting's conclusion (thông báo kết luận) with its own number: the office issues it for the chair.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Sitting, by_office, require_instrument, require_text};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::event::FollowUp;
use crate::instrument::Instrument;
use crate::meeting::MeetingState;
use crate::meeting::{MeetingIndex, MeetingStateName};
use crate::refusal::{Reason, Reasons};

/// Announce a meeting's conclusion (thông báo kết luận) with its own number: the office issues it for the chair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Announce {
    /// What was decided.
    pub decisions: Vec<String>,
    /// What is to be assigned in consequence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    /// Which meeting.
    pub meeting: MeetingIndex,
    /// The notice itself.
    pub notice: Instrument,
}

impl Act for Announce {
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
        let mut reasons = sitting.require_state(&[MeetingStateName::Held]);
        if let MeetingState::Held(held) = sitting.state() {
            reasons.require(!held.adjourned(), || Reason::Adjourned { meeting: target });
        }
        let authorised = reasons.keep(by_office(sitting.proceedings.mandate(), ctx));
        reasons.finish(authorised).map(|authorised| (authorised, sitting))
    }

    fn check(&self) -> Reasons {
        let mut reasons = require_instrument("notice", &self.notice);
        reasons.require(!self.decisions.is_empty(), || Reason::TextMissing { what: "decisions" });
        for decision in &self.decisions {
            reasons.merge(require_text("decisions", decision));
        }
        reasons
    }

    fn judge(&self, sitting: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        let announced = event::ConclusionAnnounced {
            decisions: self.decisions.clone(),
            follow_ups: self.follow_ups.clone(),
            meeting: sitting.at,
            notice: self.notice.clone(),
        };
        Ok(announced.into())
    }
}
