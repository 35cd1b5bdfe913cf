//! Return a revision with findings per criterion; granting a recall is a return too (status code 15).

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
use crate::obligation::{ObligationId, Recalling, Submitted};
use crate::refusal::{Reason, Reasons};

/// Return a revision with findings per criterion; granting a recall is a return too (status code 15).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Return {
    /// What was found, criterion by criterion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Verdict>,
    /// The content hash of the revision that was read.
    pub hash: ContentHash,
    /// Which obligation.
    pub obligation: ObligationId,
    /// Why.
    pub reason: String,
}

impl Act for Return {
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
        let authorised = reasons.keep(found.by_vetter(ctx, submitted.map(Submitted::revision)));
        reasons
            .finish(authorised.zip(submitted))
            .map(|(authorised, submitted)| (authorised, (found, submitted)))
    }

    fn check(&self) -> Reasons {
        require_text("reason", &self.reason)
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
        for verdict in &self.findings {
            let known = found.assignment.criteria.iter().any(|criterion| criterion.id == verdict.criterion);
            reasons.require(known, || Reason::UnknownCriterion { criterion: verdict.criterion });
            reasons.merge(require_text("findings.reason", &verdict.reason));
        }
        // Where there are criteria, one of them is not met; granting a recall needs no finding.
        let granting = submitted.recall_state() == Recalling::Requested;
        let unmet = self.findings.iter().any(|verdict| !verdict.met) || !submitted.failed().is_empty();
        reasons.require(granting || unmet || found.assignment.criteria.is_empty(), || Reason::NoFinding);
        reasons.check()?;
        let returned = event::Returned {
            findings: self.findings.clone(),
            hash: self.hash,
            obligation: found.id,
            reason: self.reason.clone(),
        };
        Ok(returned.into())
    }
}
