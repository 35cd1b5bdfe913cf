//! Forward what was vetted and collected to whom it is meant for: an event, not a condition of settlement.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::Found;
use crate::authority::{self, Authorised, Authority, Need, RECORD};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::id::UnitId;
use crate::obligation::{ObligationId, StateName};
use crate::refusal::{Reason, Reasons};

/// Forward what was collected to whom it is meant for: an event, not a condition of settlement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Forward {
    /// Which obligation.
    pub obligation: ObligationId,
    /// To whom.
    pub to: UnitId,
}

impl Act for Forward {
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
        let mut reasons = found.require_state(&[StateName::Accepted, StateName::Incorporated]);
        let forwarded = found.proceedings.is_forwarded(target);
        reasons.require(!forwarded, || Reason::AlreadyForwarded { obligation: target });
        let authorised = match found.assignment.roles.collector {
            Some(unit) => {
                reasons.keep(authority::authorise(ctx, &[Need::new(Authority::Collector, unit, RECORD)]))
            }
            None => {
                reasons.add(Reason::NoCollector { obligation: target });
                None
            }
        };
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let known = ctx.directory.unit(self.to).is_some();
        if !known {
            return Err(Reason::UnknownUnit { unit: self.to }.into());
        }
        Ok(event::Forwarded { obligation: found.id, to: self.to }.into())
    }
}
