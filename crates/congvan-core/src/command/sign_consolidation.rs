//! Sign a consolidation: proofs and hashes are rechecked, and its inputs locked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::draft_consolidation::all_settled;
use super::ground::{Found, require_text};
use super::sending::{Sending, accepted_at_once};
use crate::authority::{Authorised, DECIDE};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event::{self, Completed, Fields};
use crate::evidence::Inputs;
use crate::hash::ContentHash;
use crate::obligation::{ObligationId, ObligationState, StateName};
use crate::refusal::{Reason, Reasons};

/// Sign a consolidation: proofs and hashes are rechecked, and its inputs locked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignConsolidation {
    /// The hash of its content, which stays with the host.
    pub hash: ContentHash,
    /// Where the content is kept by the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The media type of the content, such as `application/pdf`.
    pub media_type: String,
    /// Why a consolidation in which nothing was accepted is signed all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nil_reason: Option<String>,
    /// Which obligation.
    pub obligation: ObligationId,
}

impl Act for SignConsolidation {
    type Target = ObligationId;
    type Ground<'a> = (Found<'a>, Inputs);

    fn target(&self) -> Self::Target {
        self.obligation
    }

    fn admit<'a>(
        directive: &'a Directive,
        target: Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let found = Found::in_force(directive, target)?;
        let mut reasons = found.require_state(&[StateName::Drafting]);
        reasons.require(found.is_consolidation(), || Reason::NotAConsolidation { obligation: target });
        let authorised = reasons.keep(found.by_holder(ctx, DECIDE));
        let proof = reasons.keep(all_settled(&found));
        let drafted = drafted_inputs(&found);
        reasons.require(drafted.is_some(), || Reason::NotDrafted { consolidation: target });
        // A change since the draft is cured by drafting again, which is another command: it belongs to admission.
        let inputs = proof.map(|proof| proof.inputs());
        if let (Some(inputs), Some(drafted)) = (&inputs, drafted) {
            let changed = inputs.changed_since(drafted);
            reasons.require(changed.is_empty(), || Reason::InputsChanged { consolidation: target, changed });
        }
        reasons.finish(authorised.zip(inputs)).map(|(authorised, inputs)| (authorised, (found, inputs)))
    }

    fn check(&self) -> Reasons {
        require_text("media_type", &self.media_type)
    }

    fn judge(
        &self,
        (found, inputs): &Self::Ground<'_>,
        _: &Directive,
        ctx: &Ctx<'_>,
    ) -> Result<Events, Reasons> {
        if inputs.is_nil() && !inputs.0.is_empty() {
            require_text("nil_reason", self.nil_reason.as_deref().unwrap_or_default()).check()?;
        }
        let mut fields = Fields::default();
        if let Some(reason) = &self.nil_reason {
            fields.other.insert("nil_reason".to_owned(), reason.clone());
        }
        let sending = Sending {
            completed: Completed::Submission,
            fields: &fields,
            hash: self.hash,
            first: found.id,
            joint: &[],
            location: self.location.as_deref(),
            media_type: &self.media_type,
            receipt: None,
            signed_as: ctx.actor.capacity,
            signed_by: ctx.actor.person,
            at: ctx.now,
        };
        let submission = Box::new(sending.submission(found, ctx));
        let signed = event::ConsolidationSigned { inputs: inputs.clone(), submission };
        let mut events = Events::one(signed.into());
        if let Some(accepted) = accepted_at_once(found, self.hash) {
            events.push(accepted);
        }
        Ok(events)
    }
}

/// The inputs as they stood when the consolidation was drafted.
fn drafted_inputs<'a>(found: &Found<'a>) -> Option<&'a Inputs> {
    if let ObligationState::Drafting(state) = found.obligation.state() { state.inputs() } else { None }
}
