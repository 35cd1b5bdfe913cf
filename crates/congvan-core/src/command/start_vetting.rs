//! Begin vetting: from now on the sender can only ask for the submission.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::Found;
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::obligation::{ObligationId, Recalling, Submitted};
use crate::refusal::{Reason, Reasons};

/// Begin vetting: from now on the sender can only ask for the submission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StartVetting {
    /// Which obligation.
    pub obligation: ObligationId,
}

impl Act for StartVetting {
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
            reasons.require(submitted.recall_state() == Recalling::Open, || Reason::VettingBegun {
                obligation: target,
            });
        }
        let authorised = reasons.keep(found.by_vetter(ctx, submitted.map(Submitted::revision)));
        reasons
            .finish(authorised.zip(submitted))
            .map(|(authorised, submitted)| (authorised, (found, submitted)))
    }

    fn judge(&self, (found, _): &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::VettingStarted { obligation: found.id }.into())
    }
}
