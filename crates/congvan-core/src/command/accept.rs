//! Accept a revision; its content hash is cited, so that an older one is never approved by mistake.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{Found, require_text};
use crate::authority::Authorised;
use crate::context::Ctx;
use crate::directive::{Directive, Events};
use crate::event;
use crate::event::Verdict;
use crate::hash::ContentHash;
use crate::mandate::CriterionCheck;
use crate::obligation::{Acceptance, ObligationId, Submitted};
use crate::refusal::{Reason, Reasons};

/// Accept a revision; its content hash is cited, so that an older one is never approved by mistake.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accept {
    /// The content hash of the revision that was read.
    pub hash: ContentHash,
    /// Which obligation.
    pub obligation: ObligationId,
    /// The verdicts on the criteria that a person judges.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub verdicts: Vec<Verdict>,
}

impl Act for Accept {
    type Target = ObligationId;
    type Ground<'a> = (Found<'a>, &'a Submitted);

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
        let submitted = reasons.keep(found.submitted());
        for criterion in submitted.map(Submitted::failed).unwrap_or_default() {
            reasons.add(Reason::CriterionNotMet { obligation: target, criterion: *criterion });
        }
        let authorised = reasons.keep(found.by_vetter(ctx, submitted.map(Submitted::revision)));
        reasons
            .finish(authorised.zip(submitted))
            .map(|(authorised, submitted)| (authorised, (found, submitted)))
    }

    fn judge(
        &self,
        (found, submitted): &Self::Ground<'_>,
        _: &Directive,
        _: &Ctx<'_>,
    ) -> Result<Events, Reasons> {
        let mut reasons = Reasons::none();
        let current = submitted.revision().hash();
        reasons.require(self.hash == current, || Reason::StaleRevision {
            obligation: found.id,
            cited: self.hash,
            current,
        });
        for criterion in &found.assignment.criteria {
            let verdict = self.verdicts.iter().find(|verdict| verdict.criterion == criterion.id);
            let human = criterion.check == CriterionCheck::Human;
            reasons
                .require(!human || verdict.is_some(), || Reason::VerdictMissing { criterion: criterion.id });
        }
        for verdict in &self.verdicts {
            let known = found.assignment.criteria.iter().any(|criterion| criterion.id == verdict.criterion);
            reasons.require(known, || Reason::UnknownCriterion { criterion: verdict.criterion });
            reasons.require(verdict.met, || Reason::VerdictContradicts { criterion: verdict.criterion });
            reasons.merge(require_text("verdicts.reason", &verdict.reason));
        }
        reasons.check()?;
        let accepted = event::Accepted {
            ground: Acceptance::Vetted,
            hash: Some(self.hash),
            obligation: found.id,
            verdicts: self.verdicts.clone(),
        };
        Ok(accepted.into())
    }
}
