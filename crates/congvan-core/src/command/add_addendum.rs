//! Add a document after the consolidation was signed: the state stays, the board says so.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use crate::authority::{Authorised, SEND};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::hash::ContentHash;
use crate::obligation::ObligationId;
use crate::refusal::{Reason, Reasons};

/// Add a document after the consolidation was signed: the state stays, the board says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddAddendum {
    /// The hash of its content.
    pub hash: ContentHash,
    /// Where the content is kept by the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The media type of the content.
    pub media_type: String,
    /// Which obligation.
    pub obligation: ObligationId,
}

impl Act for AddAddendum {
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
        let mut reasons = Reasons::none();
        let locked = found.proceedings.is_locked(found.obligation);
        reasons.require(locked, || Reason::NotYetConsolidated { obligation: target });
        let authorised = reasons.keep(found.by_holder(ctx, SEND));
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        require_text("media_type", &self.media_type)
    }

    fn judge(&self, found: &Self::Ground<'_>, _: &Directive, ctx: &Ctx<'_>) -> Result<Events, Reasons> {
        let added = event::AddendumAdded {
            at: ctx.now,
            hash: self.hash,
            location: self.location.clone(),
            media_type: self.media_type.clone(),
            obligation: found.id,
        };
        Ok(added.into())
    }
}
