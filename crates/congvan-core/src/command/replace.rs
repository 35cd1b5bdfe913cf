//! Replace the directive by another one that was issued in equivalent form (Decree 30/2020/ND-CP, article 18.3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{by_issuer, require_instrument};
use crate::authority::{Authorised};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::refusal::{Reason, Reasons};
use crate::directory::Power;
use crate::instrument::Instrument;
use crate::proceedings::Proceedings;
use crate::id::DirectiveId;
use crate::obligation::ObligationId;

/// Replace the directive by another one that was issued in equivalent form (Decree 30/2020/ND-CP, article 18.3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Replace {
    /// The new directive.
    pub by: DirectiveId,
    /// The open obligations that the new directive carries on; the others lapse.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<ObligationId>,
    /// The new document.
    pub instrument: Instrument,
}

impl Act for Replace {
    type Target = ();
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        by_issuer(proceedings.mandate(), ctx, Power::Replace).map(|authorised| (authorised, proceedings))
    }

    fn check(&self) -> Reasons {
        require_instrument("instrument", &self.instrument)
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, directive: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = Reasons::none();
        reasons.require(self.by != directive.id(), || Reason::ReplacesItself);
        reasons.merge(require_open(&self.carried, proceedings));
        reasons.check()?;
        let replaced = event::Replaced {
            by: self.by,
            carried: self.carried.clone(),
            instrument: self.instrument.clone(),
        };
        Ok(replaced.into())
    }
}

/// What is carried on elsewhere is open, and named once.
pub(crate) fn require_open(carried: &[ObligationId], proceedings: &Proceedings) -> Reasons {
    let mut reasons = Reasons::none();
    let mut seen = std::collections::BTreeSet::new();
    for id in carried {
        reasons.require(seen.insert(*id), || Reason::NamedTwice { obligation: *id });
        match proceedings.obligation(*id) {
            Some(found) => {
                let open = found.state().name().is_open();
                reasons.require(open, || Reason::CarriedNotOpen { obligation: *id });
            }
            None => reasons.add(Reason::UnknownObligation { obligation: *id }),
        }
    }
    reasons
}
