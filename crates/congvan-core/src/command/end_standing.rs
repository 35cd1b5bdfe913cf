//! End a standing duty: its monitor or the authority may.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use crate::authority::{self, Authorised, Authority, Need, WORK};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::obligation::{ObligationId, StateName};
use crate::refusal::Reasons;

/// End a standing duty: its monitor or the authority may.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndStanding {
    /// Which obligation.
    pub obligation: ObligationId,
    /// Why.
    pub reason: String,
}

impl Act for EndStanding {
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
        let mut reasons = found.require_state(&[StateName::Continuing]);
        let issuer = found.proceedings.mandate().header.issuing_body;
        let scope = found.scope();
        let mut needs =
            vec![Need::decision(Authority::Issuer, issuer, scope).or_delegated(Power::Close, scope)];
        needs.extend(found.assignment.roles.monitor.map(|unit| Need::new(Authority::Monitor, unit, WORK)));
        let authorised = reasons.keep(authority::authorise(ctx, &needs));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::StandingEnded { obligation: found.id, reason: self.reason.clone() }.into())
    }
}
