//! The inbox: what a person may do now, over every directive, and what is blocked by what.

use std::collections::BTreeSet;

use congvan_calendar::Instant;
use congvan_core::id::DirectiveId;
use congvan_core::meeting::MeetingStateName;
use congvan_core::{Actor, Ctx, Directive, Kind, Refusal, Target};
use serde::Serialize;

use super::{LoadError, Register};

/// One thing that a person may do, or that waits for something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InboxEntry {
    /// Why it cannot be done yet; none when it can be done now.
    pub blocked: Option<Refusal>,
    /// The directive.
    pub directive: DirectiveId,
    /// By when, where it has a deadline.
    pub due: Option<Instant>,
    /// What can be done.
    pub kind: Kind,
    /// With what: the key of an obligation, the identifier of a meeting or unit; none for the directive itself.
    pub name: Option<String>,
    /// With what, as commands name it.
    pub target: Target,
}

/// The next steps of the lifecycle, which a person wants to see even while they are blocked.
const AWAITED: &[Kind] = &[
    Kind::DraftConsolidation,
    Kind::SignConsolidation,
    Kind::Schedule,
    Kind::Hold,
    Kind::Close,
    Kind::Conclude,
];

impl Register {
    /// What this actor may do now with any directive, and the next steps of his that something blocks; the earliest due
    /// first.
    ///
    /// # Errors
    /// The journal failed, or a history is corrupt.
    pub fn inbox(&self, actor: &Actor, at: Instant) -> Result<Vec<InboxEntry>, super::RegisterError> {
        let mut entries = Vec::new();
        let mut after = None;
        loop {
            let page = self.directives(after, 100)?;
            let Some(last) = page.last() else { break };
            after = Some(*last);
            for id in page {
                entries.extend(self.inbox_of(id, actor, at)?);
            }
        }
        entries.sort_by_key(|entry| (entry.blocked.is_some(), entry.due.is_none(), entry.due));
        Ok(entries)
    }

    fn inbox_of(&self, id: DirectiveId, actor: &Actor, at: Instant) -> Result<Vec<InboxEntry>, LoadError> {
        let settings = self.settings();
        self.ask(id, |directive| {
            let ctx = settings.ctx(actor, at, None);
            let successors = self.successors_of(directive, &ctx)?;
            let ctx = Ctx { successors: &successors, ..ctx };
            let entry = |kind, target, blocked| InboxEntry {
                blocked,
                directive: id,
                due: due_of(directive, target),
                kind,
                name: name_of(directive, target),
                target,
            };
            let offers: Vec<_> = directive.permitted(ctx).collect();
            let offered: BTreeSet<_> = offers.iter().map(|offer| (offer.kind, offer.target)).collect();
            let mut entries: Vec<_> =
                offers.iter().map(|offer| entry(offer.kind, offer.target, None)).collect();
            for kind in AWAITED {
                for target in awaited(directive, *kind) {
                    if offered.contains(&(*kind, target)) {
                        continue;
                    }
                    if let Some(Err(refusal)) = directive.admissible(*kind, target, &ctx)
                        && is_mine(&refusal)
                    {
                        entries.push(entry(*kind, target, Some(refusal)));
                    }
                }
            }
            Ok(entries)
        })?
    }
}

/// Whether only the state of affairs blocks it, and not who asks.
fn is_mine(refusal: &Refusal) -> bool {
    use congvan_core::ReasonCode as Code;
    let blocking = [
        Code::InputsOpen,
        Code::InputsChanged,
        Code::NotDrafted,
        Code::MeetingNotPrepared,
        Code::NotYetBegun,
    ];
    let waiting = [Code::ObligationsOpen, Code::MeetingsOpen, Code::NoConclusion];
    refusal.codes().all(|code| blocking.contains(&code) || waiting.contains(&code))
}

fn awaited(directive: &Directive, kind: Kind) -> Vec<Target> {
    let Some(proceedings) = directive.proceedings() else { return Vec::new() };
    if matches!(kind, Kind::Close | Kind::Conclude) {
        // A directive ends in one of two ways, and the other one can never happen (rules 27 and 28).
        let cancelled = MeetingStateName::Cancelled;
        let sits = proceedings.meetings().any(|(_, meeting)| meeting.state().name() != cancelled);
        return if sits == (kind == Kind::Conclude) { vec![Target::Directive] } else { Vec::new() };
    }
    if matches!(kind, Kind::Schedule | Kind::Hold) {
        return proceedings.meetings().map(|(at, _)| Target::Meeting(at)).collect();
    }
    let consolidations = proceedings.obligations().filter(|(_, found)| proceedings.is_consolidation(found));
    consolidations.map(|(id, _)| Target::Obligation(id)).collect()
}

fn due_of(directive: &Directive, target: Target) -> Option<Instant> {
    if let Target::Obligation(id) = target {
        return directive.proceedings()?.obligation(id)?.terms().due();
    }
    None
}

fn name_of(directive: &Directive, target: Target) -> Option<String> {
    match target {
        Target::Directive => None,
        Target::Unit(unit) => Some(unit.to_string()),
        Target::Obligation(id) => Some(directive.proceedings()?.key(id)?.to_string()),
        Target::Meeting(at) => Some(directive.proceedings()?.meeting_plan(at)?.id.to_string()),
    }
}
