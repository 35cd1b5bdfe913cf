//! Waive an obligation: the authority alone may, and only before it is accepted.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_grounds};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::instrument::Instrument;
use crate::obligation::{ObligationId, StateName};
use crate::refusal::Reasons;

/// Waive an obligation: the authority alone may, and only before it is accepted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Waive {
    /// The document it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// Which obligation.
    pub obligation: ObligationId,
    /// Why.
    pub reason: String,
}

impl Act for Waive {
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
        let mut reasons = found.require_state(WAIVABLE);
        reasons.merge(found.require_unlocked());
        let authorised = reasons.keep(found.by_issuer(ctx, Power::Waive));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        require_grounds(&self.reason, self.instrument.as_ref())
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        let waived = event::Waived {
            instrument: self.instrument.clone(),
            obligations: vec![found.id],
            reason: self.reason.clone(),
        };
        Ok(waived.into())
    }
}

/// The states in which an obligation can be waived: only before it is accepted.
pub(crate) const WAIVABLE: &[StateName] =
    &[StateName::Owed, StateName::Drafting, StateName::Submitted, StateName::Returned, StateName::Continuing];
