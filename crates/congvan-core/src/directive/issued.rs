//! Proof that a directive was issued, and what it says of the ones before it.

use congvan_calendar::Instant;

use super::{Directive, State};
use crate::id::{DirectiveId, UnitId};
use crate::mandate::{DocumentType, LinkKind, Mandate};
use crate::proceedings::{Issue, Proceedings};

/// Proof that a directive was issued and not revoked, which replacing another one takes. Nothing outside this crate can
/// build one but from the directive itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Issued {
    id: DirectiveId,
    at: Instant,
    issue: Issue,
    mandate: std::sync::Arc<Mandate>,
}

impl Directive {
    /// The proof that it was issued; none before, and none once it is revoked.
    #[must_use]
    pub fn issued(&self) -> Option<Issued> {
        let of = |proceedings: &Proceedings| Issued {
            id: self.id(),
            at: proceedings.issued_at(),
            issue: proceedings.issue().clone(),
            mandate: std::sync::Arc::clone(proceedings.mandate()),
        };
        match self.state() {
            State::InForce(state) => Some(of(state.proceedings())),
            State::Concluded(state) => Some(of(state.proceedings())),
            State::Replaced(state) => Some(of(state.proceedings())),
            State::Unwritten(_)
            | State::Drafted(_)
            | State::Signed(_)
            | State::Discarded(_)
            | State::Revoked(_) => None,
        }
    }
}

impl Issued {
    /// Which directive.
    #[must_use]
    pub const fn id(&self) -> DirectiveId {
        self.id
    }

    /// When it was issued.
    #[must_use]
    pub const fn at(&self) -> Instant {
        self.at
    }

    /// Number, date and notation.
    #[must_use]
    pub const fn issue(&self) -> &Issue {
        &self.issue
    }

    /// The body that issued it.
    #[must_use]
    pub fn issuing_body(&self) -> UnitId {
        self.mandate.header.issuing_body
    }

    /// The type of document.
    #[must_use]
    pub fn document_type(&self) -> DocumentType {
        self.mandate.header.document_type
    }

    /// Whether it says that it replaces the document of this number, notation and date (thay thế).
    #[must_use]
    pub fn replaces(&self, issue: &Issue) -> bool {
        self.mandate.header.links.iter().any(|link| {
            let dated = link.date.is_none_or(|date| date == issue.date);
            link.kind == LinkKind::Replaces && dated && issue.is_cited_as(&link.document)
        })
    }
}
