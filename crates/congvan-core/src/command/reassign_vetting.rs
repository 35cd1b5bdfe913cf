//! Give the vetting to another unit: after vetting is overdue, or at once where nobody may do it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, by_issuer, require_grounds, require_set};
use crate::authority::{Authorised, Scope};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::id::UnitId;
use crate::instrument::Instrument;
use crate::obligation::{ObligationId, StateName};
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};

/// Give the vetting to another unit: after vetting is overdue, or at once where nobody may do it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReassignVetting {
    /// The document it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// Which obligations.
    pub obligations: Vec<ObligationId>,
    /// Why.
    pub reason: String,
    /// The unit that vets from now on.
    pub to: UnitId,
}

impl Act for ReassignVetting {
    type Target = ();
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mut reasons = Reasons::none();
        let authorised = reasons.keep(by_issuer(
            proceedings.mandate(),
            ctx,
            Power::ReassignVetting,
            Scope::Part(proceedings.mandate()),
        ));
        let mut first = None;
        let movable = proceedings
            .obligations()
            .filter(|(_, found)| VETTED.contains(&found.state().name()))
            .any(|(id, _)| {
                let why = Found::of(proceedings, id).map(|found| {
                    let mut why = movable(&found, ctx);
                    if authorised.is_some() {
                        why.keep(found.by_issuer(ctx, Power::ReassignVetting));
                    }
                    why
                });
                match why.map(Reasons::check) {
                    Ok(Ok(())) => true,
                    Ok(Err(reasons)) | Err(reasons) => {
                        // A vetting that cannot move yet says more than an obligation that nobody vets.
                        if proceedings.vetter_of(id).is_some() {
                            first.get_or_insert(reasons);
                        }
                        false
                    }
                }
            });
        if !movable {
            reasons.merge(first.unwrap_or_else(|| Reason::NothingNamed.into()));
        }
        reasons.finish(authorised).map(|authorised| (authorised, proceedings))
    }

    fn check(&self) -> Reasons {
        let mut reasons = require_grounds(&self.reason, self.instrument.as_ref());
        reasons.merge(require_set(&self.obligations));
        reasons
    }

    fn judge(&self, proceedings: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let mut reasons = Reasons::none();
        let exists = ctx.directory.unit(self.to).is_some_and(|unit| unit.exists_on(ctx.now.date()));
        reasons.require(exists, || Reason::UnknownUnit { unit: self.to });
        for id in &self.obligations {
            let Some(found) = reasons.keep(Found::of(proceedings, *id)) else { continue };
            reasons.merge(found.require_state(VETTED));
            reasons.merge(movable(&found, ctx));
            reasons.keep(found.by_issuer(ctx, Power::ReassignVetting));
            reasons.require(proceedings.vetter(found.obligation) != Some(self.to), || Reason::NothingChanges);
        }
        reasons.check()?;
        let reassigned = event::VettingReassigned {
            instrument: self.instrument.clone(),
            obligations: self.obligations.clone(),
            reason: self.reason.clone(),
            to: self.to,
        };
        Ok(reassigned.into())
    }
}

/// The states before which or in which somebody vets.
const VETTED: &[StateName] =
    &[StateName::Owed, StateName::Drafting, StateName::Submitted, StateName::Returned];

/// Vetting is overdue, has no due date, or nobody may do it.
fn movable(found: &Found<'_>, ctx: &Ctx<'_>) -> Reasons {
    let mut reasons = Reasons::none();
    let vetted = found.proceedings.vetter(found.obligation).is_some();
    reasons.require(vetted, || Reason::NobodyVets { obligation: found.id });
    if let Some(due) = found.proceedings.vetting_due(found.id) {
        let late = ctx.now > due || found.nobody_may_vet(ctx);
        reasons.require(late, || Reason::VettingStillInTime { obligation: found.id, due });
    }
    reasons
}
