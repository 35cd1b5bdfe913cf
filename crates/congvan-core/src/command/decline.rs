//! Decline a misaddressed directive: it opens a dispute and settles nothing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::require_text;
use crate::authority::{self, Authorised, Authority, Need, Scope};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::id::UnitId;
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};

/// Decline a misaddressed directive: it opens a dispute and settles nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decline {
    /// Why.
    pub reason: String,
    /// The receiver.
    pub unit: UnitId,
}

impl Act for Decline {
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
        let receives = proceedings.is_receiver(target, ctx.directory);
        reasons.require(receives, || Reason::UnknownUnit { unit: target });
        reasons.require(proceedings.dispute(target).is_none(), || Reason::DisputeOpen { unit: target });
        let need = Need::decision(Authority::Holder, target, Scope::Whole(proceedings.mandate()));
        let authorised = reasons.keep(authority::authorise(ctx, &[need]));
        reasons.finish(authorised).map(|authorised| (authorised, proceedings))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
    }

    fn judge(&self, _: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::Declined { reason: self.reason.clone(), unit: self.unit }.into())
    }
}
