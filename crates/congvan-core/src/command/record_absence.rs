//! Record that an order was not carried out by its deadline.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use crate::authority::{self, Authorised};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::mandate::Binding;
use crate::obligation::{ObligationId, StateName};
use crate::refusal::{Reason, Reasons};

/// Record that an order was not carried out by its deadline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordAbsence {
    /// Which obligation.
    pub obligation: ObligationId,
    /// What is known of it.
    pub reason: String,
}

impl Act for RecordAbsence {
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
        let binding = found.assignment.binding;
        reasons.require(binding == Binding::Order, || Reason::NotAnOrder { obligation: target, binding });
        reasons.merge(found.require_silence(ctx));
        reasons.merge(found.require_unlocked());
        let authorised = reasons.keep(authority::authorise(ctx, &found.recorders()));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::AbsenceRecorded { obligation: found.id, reason: self.reason.clone() }.into())
    }
}
