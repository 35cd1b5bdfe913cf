//! Submit a revision, or the first one straight away; one document may discharge several obligations.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use super::sending::{Sending, require_fields, require_sendable, require_signatory, require_some_signatory};
use crate::actor::Capacity;
use crate::authority::{Authorised, SEND};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event::{Completed, Fields};
use crate::hash::ContentHash;
use crate::id::PersonId;
use crate::mandate::Completion;
use crate::obligation::ObligationId;
use crate::refusal::Reasons;

/// Submit a revision, or the first one straight away; one document may discharge several obligations.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Submit {
    /// The structured fields, such as breakthroughs and the rank committed to.
    #[serde(default)]
    pub fields: Fields,
    /// The hash of its content, which stays with the host.
    pub hash: ContentHash,
    /// The other obligations that the same document discharges.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<ObligationId>,
    /// Where the content is kept by the host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The media type of the content, such as `application/pdf`.
    pub media_type: String,
    /// Which obligation.
    pub obligation: ObligationId,
    /// In which capacity the signer signed.
    pub signed_as: Capacity,
    /// Who signed it.
    pub signed_by: PersonId,
}

impl Act for Submit {
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
        let mut reasons = require_sendable(&found);
        reasons.merge(found.require_completion(Completion::Submission));
        let authorised = reasons.keep(found.by_holder(ctx, SEND));
        if let Some(unit) = found.holder(ctx).filter(|_| authorised.is_some()) {
            reasons.merge(require_some_signatory(&found, unit, ctx.now, ctx));
        }
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        let mut reasons = require_text("media_type", &self.media_type);
        reasons.merge(require_joint(self.obligation, &self.joint));
        reasons
    }

    fn judge(
        &self,
        found: &Self::Ground<'_>,
        directive: &Directive,
        ctx: &Ctx<'_>,
    ) -> Result<Events, Reasons> {
        let sending = Sending {
            completed: Completed::Submission,
            fields: &self.fields,
            hash: self.hash,
            first: self.obligation,
            joint: &self.joint,
            location: self.location.as_deref(),
            media_type: &self.media_type,
            receipt: None,
            signed_as: self.signed_as,
            signed_by: self.signed_by,
            at: ctx.now,
        };
        let mut reasons = require_fields(&self.fields, found);
        if let Some(unit) = found.holder(ctx) {
            reasons.merge(require_signatory(&sending, found, unit, ctx));
        }
        reasons.check()?;
        // One document may discharge several obligations, each of which is admitted by itself.
        let mut events = sending.events(found, ctx);
        for id in self.joint.iter().copied().filter(|id| *id != found.id) {
            let (_, other) = Self::admit(directive, id, ctx)?;
            // Who signs in one field does not sign in another.
            if let Some(unit) = other.holder(ctx) {
                require_signatory(&sending, &other, unit, ctx).check()?;
            }
            events.append(sending.events(&other, ctx));
        }
        Ok(events)
    }
}

/// The joint obligations are others than the first, each named once.
pub(crate) fn require_joint(first: ObligationId, joint: &[ObligationId]) -> Reasons {
    let mut reasons = Reasons::none();
    if joint.is_empty() {
        return reasons;
    }
    let mut seen = std::collections::BTreeSet::from([first]);
    for id in joint {
        reasons.require(seen.insert(*id), || crate::refusal::Reason::NamedTwice { obligation: *id });
    }
    reasons
}
