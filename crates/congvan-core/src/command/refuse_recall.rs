//! Refuse to give a submission back (status code 16).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::obligation::{ObligationId, Recalling, Submitted};
use crate::refusal::{Reason, Reasons};

/// Refuse to give a submission back (status code 16).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseRecall {
    /// Which obligation.
    pub obligation: ObligationId,
    /// Why.
    pub reason: String,
}

impl Act for RefuseRecall {
    type Target = ObligationId;
    type Ground<'a> = (Found<'a>, &'a Submitted);

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
        let submitted = reasons.keep(found.submitted());
        if let Some(submitted) = submitted {
            reasons.require(submitted.recall_state() == Recalling::Requested, || {
                Reason::RecallNotRequested { obligation: target }
            });
        }
        let authorised = reasons.keep(found.by_vetter(ctx, submitted.map(Submitted::revision)));
        reasons
            .finish(authorised.zip(submitted))
            .map(|(authorised, submitted)| (authorised, (found, submitted)))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, (found, _): &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::RecallRefused { obligation: found.id, reason: self.reason.clone() }.into())
    }
}
