//! Reopen an acceptance in which an error was found, until the consolidation is signed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::obligation::{ObligationId, StateName};
use crate::refusal::{Reason, Reasons};

/// Reopen an acceptance in which an error was found, until the consolidation is signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopen {
    /// Which obligation.
    pub obligation: ObligationId,
    /// Why.
    pub reason: String,
}

impl Act for Reopen {
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
        let mut reasons = found.require_state(&[StateName::Accepted]);
        reasons.merge(found.require_unlocked());
        let given = found.obligation.state().revision().is_some();
        reasons.require(given, || Reason::WrongCompletion {
            obligation: target,
            completion: found.assignment.completion,
        });
        let authorised = reasons.keep(found.by_vetter(ctx, found.obligation.state().revision()));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::Reopened { obligation: found.id, reason: self.reason.clone() }.into())
    }
}
