//! The directive that replaces the one of a walk.

use std::sync::Arc;

use congvan_core::directive::Issued;
use congvan_core::event::{self, Event};
use congvan_core::mandate::{Link, LinkKind};
use congvan_core::proceedings::Issue;
use congvan_core::{Directive, Mandate, Stamp};

/// A directive of the same mandate that says it replaces this one, issued right after it under the next number.
pub(super) fn of(directive: &Directive, issue: &Issue, stamp: &Stamp) -> Option<Issued> {
    let mut mandate = Mandate::clone(directive.mandate()?);
    mandate.header.links.push(Link {
        kind: LinkKind::Replaces,
        document: issue.to_string(),
        date: Some(issue.date),
        issuer: None,
        note: None,
    });
    let hash = mandate.content_hash();
    let authority = mandate.header.signer.authority.clone();
    let issue = Issue { number: issue.number.saturating_add(1), ..issue.clone() };
    let events: [Event; 3] = [
        event::Drafted { mandate: Arc::new(mandate) }.into(),
        event::Signed { authority, hash }.into(),
        event::Issued { issue, late_reason: None, roster: Vec::new() }.into(),
    ];
    let new = Directive::new(format!("{}-x", directive.id()).parse().ok()?);
    let folded = events.iter().try_fold(new, |new, event| new.evolve(stamp, event));
    folded.ok()?.issued()
}
