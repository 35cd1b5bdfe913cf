//! Ask for a submission after vetting has begun (status code 13).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use crate::authority::{Authorised, SEND};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::obligation::{ObligationId, Recalling};
use crate::refusal::{Reason, Reasons};

/// Ask for a submission after vetting has begun (status code 13).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestRecall {
    /// Which obligation.
    pub obligation: ObligationId,
    /// Why.
    pub reason: String,
}

impl Act for RequestRecall {
    type Target = ObligationId;
    type Ground<'a> = Found<'a>;

    fn target(&self) -> Self::Target {
        self.obligation
    }

    fn admit<'a>(
        directive: &'a Directive,
        target: Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let found = Found::in_force(directive, target)?;
        let mut reasons = Reasons::none();
        if let Some(submitted) = reasons.keep(found.submitted()) {
            match submitted.recall_state() {
                Recalling::Open => reasons.add(Reason::VettingNotBegun { obligation: target }),
                Recalling::Requested => reasons.add(Reason::RecallAlreadyRequested { obligation: target }),
                Recalling::VettingStarted => {}
            }
        }
        let authorised = reasons.keep(found.by_holder(ctx, SEND));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::RecallRequested { obligation: found.id, reason: self.reason.clone() }.into())
    }
}
