//! Replace the directive by another one that was issued in equivalent form (Decree 30/2020/ND-CP, article 18.3).
//!
//! The new directive is issued on its own; the proof of that comes with the context, so that nothing is replaced by what
//! does not exist.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Act;
use super::ground::{by_issuer_of_all, require_instrument};
use congvan_calendar::Instant;

use crate::authority::{self, Authorised};
use crate::context::Ctx;
use crate::directive::{Directive, Events, Issued};
use crate::directory::Power;
use crate::event;
use crate::id::DirectiveId;
use crate::instrument::Instrument;
use crate::obligation::ObligationId;
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};

/// Replace the directive by another one that was issued in equivalent form (Decree 30/2020/ND-CP, article 18.3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Replace {
    /// The new directive.
    pub by: DirectiveId,
    /// The open obligations that the new directive carries on; the others lapse.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<ObligationId>,
    /// The new document: number, notation and date of the new directive.
    pub instrument: Instrument,
}

impl Act for Replace {
    type Target = ();
    type Ground<'a> = &'a Proceedings;

    fn target(&self) -> Self::Target {}

    fn admit<'a>(
        directive: &'a Directive,
        (): Self::Target,
        ctx: &Ctx<'_>,
    ) -> Result<(Authorised, Self::Ground<'a>), Reasons> {
        let proceedings = directive.in_force()?;
        let mut reasons = Reasons::none();
        let authorised = reasons.keep(by_issuer_of_all(proceedings.mandate(), ctx, Power::Replace));
        let some = ctx
            .successors
            .iter()
            .any(|issued| require_successor(issued, directive.id(), proceedings, ctx).is_empty());
        reasons.require(some, || Reason::SuccessorNotIssued);
        reasons.finish(authorised).map(|authorised| (authorised, proceedings))
    }

    fn check(&self) -> Reasons {
        require_instrument("instrument", &self.instrument)
    }

    /// It takes effect when the new directive was issued, however late that is recorded here.
    fn effective_at(&self, ctx: &Ctx<'_>) -> Instant {
        self.successor(ctx).map_or(ctx.now, Issued::at)
    }

    fn judge(
        &self,
        proceedings: &Self::Ground<'_>,
        directive: &Directive,
        ctx: &Ctx<'_>,
    ) -> Result<Events, Reasons> {
        let mut reasons = require_open(&self.carried, proceedings);
        if self.by == directive.id() {
            reasons.add(Reason::ReplacesItself);
        } else if let Some(issued) = self.successor(ctx) {
            reasons.merge(require_successor(issued, directive.id(), proceedings, ctx));
            reasons.merge(self.require_instrument(issued));
        } else {
            reasons.add(Reason::SuccessorNotIssued);
        }
        reasons.check()?;
        let replaced = event::Replaced {
            by: self.by,
            carried: self.carried.clone(),
            instrument: self.instrument.clone(),
        };
        Ok(replaced.into())
    }
}

impl Replace {
    /// The proof that the new directive was issued, where the host has it.
    fn successor<'a>(&self, ctx: &Ctx<'a>) -> Option<&'a Issued> {
        ctx.successors.iter().find(|issued| issued.id() == self.by)
    }

    /// The document that is cited is the new directive's own.
    fn require_instrument(&self, issued: &Issued) -> Reasons {
        let mut reasons = Reasons::none();
        let (cited, issue) = (&self.instrument, issued.issue());
        let same =
            cited.date == issue.date && issue.is_cited_as(&format!("{}/{}", cited.number, cited.notation));
        reasons.require(same, || Reason::AnotherInstrument {
            cited: cited.to_string(),
            issued: issue.to_string(),
            date: issue.date,
        });
        reasons
    }
}

/// The new directive says that it replaces this one, comes from the same body or one above it, has the equivalent form,
/// and was issued after it.
fn require_successor(issued: &Issued, id: DirectiveId, proceedings: &Proceedings, ctx: &Ctx<'_>) -> Reasons {
    let mut reasons = Reasons::none();
    let header = &proceedings.mandate().header;
    let by_authority = issued.issuing_body() == header.issuing_body
        || authority::is_above(ctx, issued.issuing_body(), header.issuing_body);
    let fits = issued.id() != id
        && issued.replaces(proceedings.issue())
        && by_authority
        && issued.document_type() == header.document_type
        && issued.at() >= proceedings.issued_at();
    reasons.require(fits, || Reason::NotItsSuccessor {
        by: issued.id(),
        document: proceedings.issue().to_string(),
        date: proceedings.issue().date,
    });
    reasons
}

/// What is carried on elsewhere is open, and named once.
pub(crate) fn require_open(carried: &[ObligationId], proceedings: &Proceedings) -> Reasons {
    let mut reasons = Reasons::none();
    let mut seen = std::collections::BTreeSet::new();
    for id in carried {
        reasons.require(seen.insert(*id), || Reason::NamedTwice { obligation: *id });
        match proceedings.obligation(*id) {
            Some(found) => {
                let open = found.state().name().is_open();
                reasons.require(open, || Reason::CarriedNotOpen { obligation: *id });
            }
            None => reasons.add(Reason::UnknownObligation { obligation: *id }),
        }
    }
    reasons
}
