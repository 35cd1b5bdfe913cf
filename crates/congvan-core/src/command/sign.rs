//! Sign the draft: the content is frozen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::by_issuer_of_all;
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events, State, StateName};
use crate::directory::Power;
use crate::event;
use crate::mandate::Mandate;
use crate::refusal::{Reason, Reasons};
use std::sync::Arc;

/// Sign the draft: the content is frozen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sign {}

impl Act for Sign {
    type Target = ();
    type Ground<'a> = &'a Arc<Mandate>;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let State::Drafted(state) = directive.state() else {
            let expected = vec![StateName::Drafted];
            return Err(Reason::WrongState { state: directive.state().name(), expected }.into());
        };
        let mandate = state.mandate();
        let mut reasons = Reasons::none();
        let authorised = reasons.keep(by_issuer_of_all(mandate, ctx, Power::Sign));
        let (person, office) = (ctx.actor.person, mandate.header.signer.office);
        if authorised.is_some() {
            let holds = ctx.directory.holds_office(person, office, ctx.now.date());
            reasons.require(holds, || Reason::NotTheSigner { person, office });
            // The foot of the dispatch says in which capacity: KT., TL., TUQ., Q., or the head himself.
            let (capacity, signs) = (ctx.actor.capacity, mandate.header.signer.capacity());
            let as_printed = !holds || capacity == signs;
            reasons.require(as_printed, || Reason::WrongCapacity { capacity, allowed: vec![signs] });
        }
        reasons.finish(authorised).map(|authorised| (authorised, mandate))
    }

    fn judge(&self, mandate: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        let signed = event::Signed {
            authority: mandate.header.signer.authority.clone(),
            hash: mandate.content_hash(),
        };
        Ok(signed.into())
    }
}
