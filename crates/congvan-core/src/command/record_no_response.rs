//! Record that nobody responded to what was not an order, or that silence counts as consent.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use crate::authority::{self, Authorised};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::mandate::{Binding, OnSilence};
use crate::obligation::{ObligationId, StateName};
use crate::refusal::{Reason, Reasons};

/// Record that nobody responded to what was not an order, or that silence counts as consent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordNoResponse {
    /// Which obligation.
    pub obligation: ObligationId,
    /// What is known of it.
    pub reason: String,
}

impl Act for RecordNoResponse {
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
        let mut reasons = found.require_state(&[StateName::Owed, StateName::Drafting, StateName::Returned]);
        let consent = found.assignment.on_silence == OnSilence::Consent;
        let order = found.assignment.binding == Binding::Order;
        reasons.require(consent || !order, || Reason::IsAnOrder { obligation: target });
        // Without a deadline there is nothing to have passed: what was not an order may be settled at any time.
        if consent || found.obligation.terms().due().is_some() {
            reasons.merge(found.require_silence(ctx));
        }
        reasons.merge(found.require_unlocked());
        let authorised = reasons.keep(authority::authorise(ctx, &found.recorders()));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        if found.assignment.on_silence == OnSilence::Consent {
            return Ok(event::ConsentDeemed { obligation: found.id }.into());
        }
        Ok(event::NoResponseRecorded { obligation: found.id, reason: self.reason.clone() }.into())
    }
}
