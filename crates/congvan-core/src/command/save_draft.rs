//! Save a draft; its content stays with the host.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::Found;
use crate::authority::{Authorised, WORK};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::hash::ContentHash;
use crate::obligation::{ObligationId, StateName};
use crate::refusal::Reasons;

/// Save a draft; its content stays with the host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveDraft {
    /// The hash of the draft.
    pub hash: ContentHash,
    /// Which obligation.
    pub obligation: ObligationId,
}

impl Act for SaveDraft {
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
        let mut reasons = found.require_state(&[StateName::Drafting]);
        reasons.merge(found.require_plain());
        let authorised = reasons.keep(found.by_holder(ctx, WORK));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, _: &Ctx<'_>) -> Result<Events, Reasons> {
        Ok(event::DraftSaved { hash: self.hash, obligation: found.id }.into())
    }
}
