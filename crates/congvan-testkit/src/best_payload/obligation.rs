//! Payloads of what is aimed at an obligation.

use congvan_core::command::{
    Accept, AddAddendum, AskExtension, DecideExtension, DeclareDone, DraftConsolidation, EndStanding,
    Forward, Recall, RecordAbsence, RecordNoResponse, RecordOnBehalf, RecordOwnAct, RefuseRecall, Reopen,
    RequestRecall, Return, SaveDraft, SignConsolidation, StartDraft, StartVetting, Submit, Waive,
};
use congvan_core::event::{Receipt, Verdict};
use congvan_core::id::{PersonId, UnitId};
use congvan_core::mandate::CriterionCheck;
use congvan_core::obligation::{Obligation, ObligationId, Performer};
use congvan_core::{Capacity, Command, ContentHash, Kind, Proceedings};

use super::paper::{PDF, Paper, kept_at, papers};
use super::{Asked, not_aimed_so, why};

pub(super) fn of_obligation(asked: &Asked<'_>, kind: Kind, obligation: ObligationId) -> Option<Vec<Command>> {
    let reason = why();
    let one = |command: Command| Some(vec![command]);
    match kind {
        Kind::AskExtension => {
            let due = due_of(asked, obligation).max(Some(asked.ctx.now));
            one(AskExtension { due: due?.plus_minutes(2 * 24 * 60)?, obligation, reason }.into())
        }
        Kind::DecideExtension => Some(extensions(obligation)),
        Kind::StartDraft => one(StartDraft { obligation }.into()),
        Kind::SaveDraft => one(SaveDraft { hash: hash(asked, "draft", obligation), obligation }.into()),
        Kind::Submit => Some(submissions(asked, obligation)),
        Kind::RecordOnBehalf => Some(recordings(asked, obligation)),
        Kind::DeclareDone => one(DeclareDone { obligation, statement: reason }.into()),
        Kind::RecordOwnAct => one(RecordOwnAct { obligation, statement: reason }.into()),
        Kind::Recall => one(Recall { obligation, reason }.into()),
        Kind::RequestRecall => one(RequestRecall { obligation, reason }.into()),
        Kind::RefuseRecall => one(RefuseRecall { obligation, reason }.into()),
        Kind::StartVetting => one(StartVetting { obligation }.into()),
        Kind::Accept => {
            let (hash, verdicts) = (current(asked, obligation), verdicts(asked, obligation, true));
            one(Accept { hash, obligation, verdicts }.into())
        }
        Kind::Return => {
            let (hash, findings) = (current(asked, obligation), verdicts(asked, obligation, false));
            one(Return { findings, hash, obligation, reason }.into())
        }
        Kind::Reopen => one(Reopen { obligation, reason }.into()),
        Kind::Waive => one(Waive { instrument: None, obligation, reason }.into()),
        Kind::RecordAbsence => one(RecordAbsence { obligation, reason }.into()),
        Kind::RecordNoResponse => one(RecordNoResponse { obligation, reason }.into()),
        Kind::AddAddendum => {
            let hash = hash(asked, "addendum", obligation);
            one(AddAddendum { hash, location: None, media_type: PDF.to_owned(), obligation }.into())
        }
        Kind::EndStanding => one(EndStanding { obligation, reason }.into()),
        Kind::Forward => one(Forward { obligation, to: asked.world.mandate.header.issuing_body }.into()),
        Kind::DraftConsolidation => one(DraftConsolidation { obligation }.into()),
        Kind::SignConsolidation => {
            let (hash, nil_reason) = (hash(asked, "consolidation", obligation), Some(reason));
            let (location, media_type) = (Some(kept_at(obligation)), PDF.to_owned());
            one(SignConsolidation { hash, location, media_type, nil_reason, obligation }.into())
        }
        other => not_aimed_so(other),
    }
}

pub(super) fn found<'a>(asked: &Asked<'a>, id: ObligationId) -> Option<(&'a Proceedings, &'a Obligation)> {
    let proceedings = asked.directive.proceedings()?;
    Some((proceedings, proceedings.obligation(id)?))
}

fn due_of(asked: &Asked<'_>, id: ObligationId) -> Option<congvan_calendar::Instant> {
    found(asked, id).and_then(|(_, obligation)| obligation.terms().due())
}

/// A content that differs from one version of the directive to the next.
fn hash(asked: &Asked<'_>, what: &str, id: ObligationId) -> ContentHash {
    ContentHash::of(format!("{what} {id} {}", asked.directive.version()).as_bytes())
}

/// The hash of the revision that is to be vetted.
fn current(asked: &Asked<'_>, id: ObligationId) -> ContentHash {
    let revision = found(asked, id).and_then(|(_, obligation)| obligation.state().revision());
    revision.map_or_else(|| hash(asked, "none", id), congvan_core::obligation::Revision::hash)
}

/// A verdict on every criterion that a person judges, or on any criterion where it is not met.
fn verdicts(asked: &Asked<'_>, id: ObligationId, met: bool) -> Vec<Verdict> {
    let assignment =
        found(asked, id).and_then(|(proceedings, obligation)| proceedings.assignment(obligation));
    let criteria = assignment.into_iter().flat_map(|assignment| assignment.criteria.iter());
    criteria
        .filter(|criterion| !met || criterion.check == CriterionCheck::Human)
        .map(|criterion| Verdict { criterion: criterion.id, met, reason: why() })
        .collect()
}

/// Granting it with a reason why nothing else moves, and refusing it.
fn extensions(obligation: ObligationId) -> Vec<Command> {
    [true, false]
        .into_iter()
        .map(|grant| {
            let unmoved = grant.then(why);
            DecideExtension { counter: None, grant, instrument: None, obligation, reason: why(), unmoved }
                .into()
        })
        .collect()
}

/// Who may sign for a unit: its head, an acting head, deputies, and those who submit by order or authorisation.
fn signatories(asked: &Asked<'_>, unit: UnitId) -> Vec<(PersonId, Capacity)> {
    let directory = asked.ctx.directory;
    let mut people = directory.people_of(unit, asked.ctx.now.date());
    // Whoever has left since may have signed what is recorded late.
    people.extend(directory.people_of(unit, asked.world.start.date()));
    let mut found: Vec<_> = people
        .into_iter()
        .filter(|(_, capacity)| matches!(capacity, Capacity::Head | Capacity::Deputy | Capacity::Acting))
        .collect();
    let delegated = asked.world.actors.iter().filter(|actor| {
        actor.unit == unit && matches!(actor.capacity, Capacity::ByOrder | Capacity::ByAuthorisation)
    });
    found.extend(delegated.map(|actor| (actor.person, actor.capacity)));
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|who| seen.insert(*who));
    found
}

/// The unit for which a submission is signed: the actor's own where it leads jointly.
fn signing_unit(asked: &Asked<'_>, id: ObligationId) -> Option<UnitId> {
    let (proceedings, obligation) = found(asked, id)?;
    let own = asked.ctx.actor.unit;
    if proceedings.is_holder(obligation, own) { Some(own) } else { proceedings.holder(obligation)?.unit() }
}

/// With good fields and with poor ones; the latter can only be returned.
fn submissions(asked: &Asked<'_>, obligation: ObligationId) -> Vec<Command> {
    let Some(unit) = signing_unit(asked, obligation) else { return Vec::new() };
    let papers = papers(asked, obligation);
    let mut all = Vec::new();
    for (signed_by, signed_as) in signatories(asked, unit) {
        for Paper { fields, location, media_type } in papers.clone() {
            let submit = Submit {
                fields,
                hash: hash(asked, "submission", obligation),
                joint: Vec::new(),
                location,
                media_type,
                obligation,
                signed_as,
                signed_by,
            };
            all.push(submit.into());
        }
    }
    all
}

fn recordings(asked: &Asked<'_>, obligation: ObligationId) -> Vec<Command> {
    let Some((proceedings, found)) = found(asked, obligation) else { return Vec::new() };
    let signatories = match proceedings.holder(found).and_then(Performer::unit) {
        Some(unit) => signatories(asked, unit),
        None => "p.ngoai".parse().map(|person| (person, Capacity::Head)).into_iter().collect(),
    };
    // On paper it may have come on any day since the issue.
    let issued = congvan_calendar::Instant::end_of(proceedings.issue().date);
    let times = [asked.ctx.now, issued.min(asked.ctx.now)];
    let combined = signatories.into_iter().flat_map(|who| times.map(|at| (who, at)));
    let good = papers(asked, obligation).into_iter().next();
    let record = |((signed_by, signed_as), effective_at)| {
        let Paper { fields, location, media_type } = good.clone()?;
        let record = RecordOnBehalf {
            effective_at,
            fields,
            hash: hash(asked, "paper", obligation),
            joint: Vec::new(),
            location,
            media_type,
            obligation,
            receipt: Receipt { channel: "bưu chính".to_owned(), evidence: "dấu đến".to_owned() },
            signed_as,
            signed_by,
        };
        Some(record.into())
    };
    combined.filter_map(record).collect()
}
