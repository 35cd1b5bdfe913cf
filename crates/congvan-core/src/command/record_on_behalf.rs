//! Record a submission on paper, or of an outside party, on behalf of its performer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_effective, require_text};
use super::sending::{Sending, require_fields, require_sendable, require_signatory, require_some_signatory};
use super::submit::require_joint;
use crate::actor::Capacity;
use crate::authority::{self, Authorised, Authority, CLERK, Need};
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event::{Completed, Fields, Receipt};
use crate::hash::ContentHash;
use crate::id::PersonId;
use crate::mandate::Completion;
use crate::obligation::{ObligationId, Performer};
use crate::refusal::Reasons;
use congvan_calendar::Instant;

/// Record a submission on paper, or of an outside party, on behalf of its performer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordOnBehalf {
    /// When it was received, in effective time.
    pub effective_at: Instant,
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
    /// How it was received.
    pub receipt: Receipt,
    /// In which capacity the signer signed.
    pub signed_as: Capacity,
    /// Who signed it.
    pub signed_by: PersonId,
}

impl Act for RecordOnBehalf {
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
        let office = found.proceedings.mandate().office();
        let mut needs = vec![Need::new(Authority::Office, office, CLERK)];
        needs.extend(
            found.assignment.roles.collector.map(|unit| Need::new(Authority::Collector, unit, CLERK)),
        );
        needs.extend(
            found.proceedings.vetter(found.obligation).map(|unit| Need::new(Authority::Vetter, unit, CLERK)),
        );
        let authorised = reasons.keep(authority::authorise(ctx, &needs));
        let holder = found.proceedings.holder(found.obligation).and_then(Performer::unit);
        if let Some(unit) = holder.filter(|_| authorised.is_some()) {
            let issued = Instant::start_of(found.proceedings.issue().date);
            reasons.merge(require_some_signatory(&found, unit, issued, ctx));
        }
        reasons.finish(authorised).map(|authorised| (authorised, found))
    }

    fn check(&self) -> Reasons {
        let mut reasons = require_text("media_type", &self.media_type);
        reasons.merge(require_text("receipt.channel", &self.receipt.channel));
        reasons.merge(require_text("receipt.evidence", &self.receipt.evidence));
        reasons.merge(require_joint(self.obligation, &self.joint));
        reasons
    }

    fn effective_at(&self, _: &Ctx<'_>) -> Instant {
        self.effective_at
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
            receipt: Some(&self.receipt),
            signed_as: self.signed_as,
            signed_by: self.signed_by,
            at: self.effective_at,
        };
        let mut reasons = require_effective(self.effective_at, found.proceedings, ctx);
        reasons.merge(require_fields(&self.fields, found));
        // Whoever signs for an outside party is not in the directory.
        let holder = found.proceedings.holder(found.obligation).and_then(Performer::unit);
        if let Some(unit) = holder {
            reasons.merge(require_signatory(&sending, found, unit, ctx));
        }
        reasons.check()?;
        // One document may discharge several obligations, each of which is admitted by itself.
        let mut events = sending.events(found, ctx);
        for id in self.joint.iter().copied().filter(|id| *id != found.id) {
            let (_, other) = Self::admit(directive, id, ctx)?;
            // Who signs for one unit or in one field does not sign for another.
            if let Some(unit) = other.proceedings.holder(other.obligation).and_then(Performer::unit) {
                require_signatory(&sending, &other, unit, ctx).check()?;
            }
            events.append(sending.events(&other, ctx));
        }
        Ok(events)
    }
}
