//! Draft a consolidation from its settled inputs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, NAMED};
use crate::authority::{Authorised, WORK};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::evidence::AllSettled;
use crate::obligation::{ObligationId, StateName};
use crate::refusal::{Reason, Reasons};

/// Draft a consolidation from its settled inputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftConsolidation {
    /// Which obligation.
    pub obligation: ObligationId,
}

impl Act for DraftConsolidation {
    type Target = ObligationId;
    type Ground<'a> = (Found<'a>, AllSettled<'a>);

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
        reasons.require(found.is_consolidation(), || Reason::NotAConsolidation { obligation: target });
        let authorised = reasons.keep(found.by_holder(ctx, WORK));
        let proof = reasons.keep(all_settled(&found));
        reasons.finish(authorised.zip(proof)).map(|(authorised, proof)| (authorised, (found, proof)))
    }

    fn judge(
        &self,
        (found, proof): &Self::Ground<'_>,
        _: &Directive,
        _: &Ctx<'_>,
    ) -> Result<Events, Reasons> {
        let inputs = proof.inputs();
        Ok(event::ConsolidationDrafted { inputs, obligation: found.id }.into())
    }
}

/// The proof that every expected input is settled, or the inputs that are open.
pub(crate) fn all_settled<'a>(found: &Found<'a>) -> Result<AllSettled<'a>, Reasons> {
    AllSettled::of(found.proceedings, found.id).map_err(|count| {
        let open = found.proceedings.inputs_of(found.id).filter(|(_, input)| !input.state().is_settled());
        let open = open.take(NAMED).map(|(id, _)| id).collect();
        Reason::InputsOpen { consolidation: found.id, count, open }.into()
    })
}
