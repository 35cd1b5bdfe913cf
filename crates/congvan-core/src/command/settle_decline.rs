//! Settle a decline: uphold the obligations, waive them, or give them to another unit.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{by_issuer_of_all, require_grounds};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::event::Settlement;
use crate::id::UnitId;
use crate::instrument::Instrument;
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};

/// Settle a decline: uphold the obligations, waive them, or give them to another unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SettleDecline {
    /// The document it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// How.
    pub outcome: Settlement,
    /// Why.
    pub reason: String,
    /// The receiver.
    pub unit: UnitId,
}

impl Act for SettleDecline {
    type Target = UnitId;
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {
        self.unit
    }

    fn admit<'a>(
        directive: &'a Directive,
        target: Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mut reasons = Reasons::none();
        reasons.require(proceedings.dispute(target).is_some(), || Reason::NoDispute { unit: target });
        let authorised = reasons.keep(by_issuer_of_all(proceedings.mandate(), ctx, Power::SettleDecline));
        reasons.finish(authorised).map(|authorised| (authorised, proceedings))
    }

    fn check(&self) -> Reasons {
        require_grounds(&self.reason, self.instrument.as_ref())
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = Reasons::none();
        // Whoever settles it by order or authorisation waives only where that power is listed too.
        if self.outcome == Settlement::Waive {
            reasons.keep(by_issuer_of_all(proceedings.mandate(), ctx, Power::Waive));
        }
        if let Settlement::Reassign(to) = self.outcome {
            let exists = ctx.directory.unit(to).is_some_and(|unit| unit.exists_on(ctx.now.date()));
            reasons.require(exists, || Reason::UnknownUnit { unit: to });
            reasons.require(to != self.unit, || Reason::NothingChanges);
        }
        reasons.check()?;
        let settled = event::DeclineSettled {
            instrument: self.instrument.clone(),
            outcome: self.outcome,
            reason: self.reason.clone(),
            unit: self.unit,
        };
        Ok(settled.into())
    }
}
