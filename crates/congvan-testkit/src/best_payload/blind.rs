//! What somebody sends who has not looked at the directive: aimed at what is not there, or not there yet.

use congvan_core::command::{Amend, Change, FixDeadline, ReassignVetting, RecordOnBehalf, Remind, Submit};
use congvan_core::event::{Fields, Receipt};
use congvan_core::obligation::ObligationId;
use congvan_core::{Command, ContentHash, Kind, Offer, Target};

use super::paper::PDF;
use super::{Asked, instrument, why};

/// A payload for an offer that has none, since what its payload would name is not there.
#[must_use]
pub fn blind(asked: &Asked<'_>, offer: Offer) -> Option<Command> {
    let (actor, now) = (asked.ctx.actor, asked.ctx.now);
    let any = || vec![ObligationId(1)];
    match (offer.kind, offer.target) {
        (Kind::Amend, Target::Directive) => {
            let changes = vec![Change::Waive { obligations: any() }];
            Some(Amend { changes, instrument: instrument(asked.ctx), reason: why() }.into())
        }
        (Kind::FixDeadline, Target::Directive) => {
            let due = now.plus_minutes(2 * 24 * 60)?;
            Some(FixDeadline { due, obligations: any(), source: why() }.into())
        }
        (Kind::Remind, Target::Directive) => Some(Remind { obligations: any(), text: why() }.into()),
        (Kind::ReassignVetting, Target::Directive) => Some(
            ReassignVetting { instrument: None, obligations: any(), reason: why(), to: actor.unit }.into(),
        ),
        (Kind::Submit, Target::Obligation(obligation)) => {
            let submit = Submit {
                fields: Fields::default(),
                hash: ContentHash::of(b"blind"),
                joint: Vec::new(),
                location: None,
                media_type: PDF.to_owned(),
                obligation,
                signed_as: actor.capacity,
                signed_by: actor.person,
            };
            Some(submit.into())
        }
        (Kind::RecordOnBehalf, Target::Obligation(obligation)) => {
            let record = RecordOnBehalf {
                effective_at: now,
                fields: Fields::default(),
                hash: ContentHash::of(b"blind"),
                joint: Vec::new(),
                location: None,
                media_type: PDF.to_owned(),
                obligation,
                receipt: Receipt { channel: "bưu chính".to_owned(), evidence: "dấu đến".to_owned() },
                signed_as: actor.capacity,
                signed_by: actor.person,
            };
            Some(record.into())
        }
        _other => None,
    }
}
