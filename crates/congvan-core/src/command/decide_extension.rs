//! Decide on an extension that was asked for: grant it, or refuse it with a reason and perhaps a counter-proposal.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ask_extension::{require_dependents, require_later};
use super::ground::{Found, require_grounds};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::directory::Power;
use crate::event;
use crate::instrument::Instrument;
use crate::obligation::{ObligationId, StateName};
use crate::proceedings::ExtensionRequest;
use crate::refusal::{Reason, Reasons};
use congvan_calendar::Instant;

/// Decide on an extension that was asked for: grant it, or refuse it with a reason and perhaps a counter-proposal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideExtension {
    /// What the authority would grant instead, when it refuses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<Instant>,
    /// Whether it is granted.
    pub grant: bool,
    /// The document it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// Which obligation.
    pub obligation: ObligationId,
    /// Why.
    pub reason: String,
    /// Why a consolidation that waits for it is not moved too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unmoved: Option<String>,
}

impl Act for DecideExtension {
    type Target = ObligationId;
    type Ground<'a> = (Found<'a>, &'a ExtensionRequest);

    fn target(&self) -> Self::Target {
        self.obligation
    }

    fn admit<'a>(
        directive: &'a Directive,
        target: Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let found = Found::in_force(directive, target)?;
        let mut reasons = Reasons::none();
        let request = found.proceedings.extension_request(target);
        reasons.require(request.is_some(), || Reason::NoOpenRequest { obligation: target });
        let person = ctx.actor.person;
        let asked = request.is_some_and(|request| request.asked_by == person);
        reasons.require(!asked, || Reason::AskerMayNotDecide { person });
        let authorised = reasons.keep(found.by_issuer(ctx, Power::Extend));
        reasons.finish(authorised.zip(request)).map(|(authorised, request)| (authorised, (found, request)))
    }

    fn check(&self) -> Reasons {
        require_grounds(&self.reason, self.instrument.as_ref())
    }

    fn judge(
        &self,
        (found, request): &Self::Ground<'_>,
        _: &Directive,
        _: &Ctx<'_>,
    ) -> Result<Events, Reasons> {
        if !self.grant {
            // What is proposed instead is an extension too.
            if let Some(counter) = self.counter {
                require_later(found, counter).check()?;
            }
            let refused = event::ExtensionRefused {
                counter: self.counter,
                obligation: found.id,
                reason: self.reason.clone(),
            };
            return Ok(refused.into());
        }
        let mut reasons = found.require_state(EXTENDABLE);
        // Asked for before the consolidation was signed, granted after: the absence that it names stands.
        reasons.merge(found.require_unlocked());
        reasons.merge(require_later(found, request.due));
        reasons.merge(require_dependents(found, request.due, &[], self.unmoved.as_deref()));
        reasons.check()?;
        let extended = event::Extended {
            due: request.due,
            instrument: self.instrument.clone(),
            obligations: vec![found.id],
            reason: self.reason.clone(),
            unmoved: self.unmoved.clone(),
        };
        Ok(extended.into())
    }
}

/// The states in which a deadline can be moved.
pub(crate) const EXTENDABLE: &[StateName] =
    &[StateName::Owed, StateName::Drafting, StateName::Submitted, StateName::Returned, StateName::Absent];
