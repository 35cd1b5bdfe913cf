//! Revoke the directive: open obligations lapse, content is kept (Decree 30/2020/ND-CP, article 18.4).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{by_issuer_of_all, require_grounds};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::instrument::Instrument;
use crate::proceedings::Proceedings;
use crate::refusal::Reasons;

/// Revoke the directive: open obligations lapse, content is kept (Decree 30/2020/ND-CP, article 18.4).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revoke {
    /// The document that revokes it.
    pub instrument: Instrument,
    /// Why.
    pub reason: String,
}

impl Act for Revoke {
    type Target = ();
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        by_issuer_of_all(proceedings.mandate(), ctx, Power::Revoke)
            .map(|authorised| (authorised, proceedings))
    }

    fn check(&self) -> Reasons {
        require_grounds(&self.reason, Some(&self.instrument))
    }

    fn judge(&self, _: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::Revoked { instrument: self.instrument.clone(), reason: self.reason.clone() }.into())
    }
}
