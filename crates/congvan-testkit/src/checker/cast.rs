//! Who may try what: a few people of each unit that has a part in the directive.

use std::collections::{BTreeMap, BTreeSet};

use congvan_core::id::{PersonId, UnitId};
use congvan_core::obligation::{ObligationId, Performer};
use congvan_core::{Actor, Capacity, Directive, Kind, Target};

use super::Subject;
use crate::strategy::actors_of;

/// How many people of each capacity stand for all who act for one unit only: two officers, so that four eyes can be told
/// apart. Whoever acts for several units is told apart from everybody.
const OF_EACH: usize = 2;

/// The people of a subject, unit by unit.
#[derive(Clone, Debug)]
pub(super) struct Cast {
    by_unit: BTreeMap<UnitId, Vec<Actor>>,
    /// Whoever takes the chair of a meeting.
    chairs: Vec<Actor>,
    /// Whoever holds the office that signs.
    signers: Vec<Actor>,
    /// The units that draft, issue and dispatch.
    home: Vec<UnitId>,
}

impl Cast {
    pub(super) fn of(subject: &Subject) -> Self {
        let mut by_unit: BTreeMap<UnitId, Vec<Actor>> = BTreeMap::new();
        let mut seen: BTreeMap<(UnitId, Capacity), usize> = BTreeMap::new();
        let (mut chairs, mut signers) = (Vec::new(), Vec::new());
        let shared = subject.shared_persons();
        let signer = subject.directory.holder(subject.mandate.header.signer.office, subject.day);
        let chairing: BTreeSet<PersonId> = subject
            .mandate
            .meetings
            .iter()
            .filter_map(|meeting| subject.directory.holder(meeting.chair, subject.day))
            .collect();
        for actor in actors_of(&subject.directory) {
            let real = actor.capacity == Capacity::Chair
                || matches!(actor.capacity, Capacity::ByOrder | Capacity::ByAuthorisation)
                || subject.directory.holds(actor.person, actor.unit, actor.capacity, subject.day);
            if !real {
                continue;
            }
            if actor.capacity == Capacity::Chair {
                chairs.extend(chairing.contains(&actor.person).then_some(actor));
                continue;
            }
            if Some(actor.person) == signer {
                signers.push(actor);
            }
            let people = by_unit.entry(actor.unit).or_default();
            if shared.contains(&actor.person) {
                people.push(actor);
                continue;
            }
            let count = seen.entry((actor.unit, actor.capacity)).or_default();
            if *count < OF_EACH {
                *count = count.saturating_add(1);
                people.push(actor);
            }
        }
        let header = &subject.mandate.header;
        let home = [header.drafting_unit, Some(header.issuing_body), Some(subject.mandate.office())];
        Self { by_unit, chairs, signers, home: home.into_iter().flatten().collect() }
    }

    pub(super) fn of_unit(&self, unit: UnitId) -> &[Actor] {
        self.by_unit.get(&unit).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether somebody of one unit acts for the other too; of one and the same unit everybody does.
    pub(super) fn share(&self, one: UnitId, other: UnitId) -> bool {
        let there = self.of_unit(other);
        self.of_unit(one).iter().any(|actor| there.iter().any(|known| known.person == actor.person))
    }

    /// Everybody of the cast, for the payloads of an offer.
    pub(super) fn all(&self) -> Vec<Actor> {
        self.by_unit.values().flatten().chain(&self.chairs).copied().collect()
    }

    /// The units whose people could conceivably be admitted to this kind of command at this target, the likeliest first.
    pub(super) fn candidates(&self, kind: Kind, target: Target, directive: &Directive) -> Vec<Actor> {
        let mut units = Vec::new();
        match target {
            Target::Directive => units.extend(&self.home),
            Target::Unit(unit) => {
                units.push(unit);
                units.extend(&self.home);
            }
            Target::Obligation(id) => units.extend(around(kind, id, directive)),
            Target::Meeting(at) => {
                let plan = directive.proceedings().and_then(|found| found.meeting_plan(at));
                units.extend(plan.map(|plan| plan.lead));
                units.extend(&self.home);
            }
        }
        let mut seen = BTreeSet::new();
        let mut found: Vec<Actor> = Vec::new();
        if matches!(kind, Kind::Sign) {
            found.extend(&self.signers);
        }
        if matches!(target, Target::Meeting(_)) {
            found.extend(&self.chairs);
        }
        for unit in units {
            if seen.insert(unit) {
                found.extend(self.of_unit(unit));
            }
        }
        found
    }
}

/// The units around an obligation: who holds, vets, consolidates, monitors, collects and issues.
fn around(kind: Kind, id: ObligationId, directive: &Directive) -> Vec<UnitId> {
    let Some((proceedings, obligation)) =
        directive.proceedings().and_then(|found| Some((found, found.obligation(id)?)))
    else {
        return Vec::new();
    };
    let mandate = proceedings.mandate();
    let holders = || {
        let joint = proceedings.lane(obligation).map(|_| proceedings.performer(obligation));
        let parties = [proceedings.holder(obligation), joint.flatten()];
        parties.into_iter().flatten().filter_map(Performer::unit).collect::<Vec<_>>()
    };
    let issuing = [mandate.header.issuing_body, mandate.office()];
    match side(kind) {
        Side::Holder => [holders(), vec![mandate.office()]].concat(),
        Side::Vetter => {
            let vetters = [proceedings.vetter(obligation), Some(mandate.fallback_vetter())];
            vetters.into_iter().flatten().collect()
        }
        Side::Issuer => issuing.to_vec(),
        Side::Recorder => {
            let consolidators = proceedings
                .consolidations_of(obligation)
                .filter_map(|id| proceedings.holder(proceedings.obligation(id)?)?.unit());
            let mut units: Vec<UnitId> = consolidators.collect();
            units.extend(proceedings.monitor(obligation));
            units.extend(proceedings.collector(obligation));
            units.extend(proceedings.vetter(obligation));
            units.extend(issuing.iter().rev());
            units
        }
    }
}

/// On whose side a kind of command is.
enum Side {
    Holder,
    Vetter,
    Issuer,
    Recorder,
}

const fn side(kind: Kind) -> Side {
    match kind {
        Kind::StartVetting | Kind::Accept | Kind::Return | Kind::Reopen | Kind::RefuseRecall => Side::Vetter,
        Kind::Waive | Kind::DecideExtension | Kind::FixDeadline | Kind::ReassignVetting | Kind::Amend => {
            Side::Issuer
        }
        Kind::RecordAbsence
        | Kind::RecordNoResponse
        | Kind::RecordOnBehalf
        | Kind::EndStanding
        | Kind::Forward
        | Kind::Remind => Side::Recorder,
        Kind::Draft
        | Kind::RecordRuling
        | Kind::Sign
        | Kind::ReturnToDraft
        | Kind::Discard
        | Kind::Issue
        | Kind::Acknowledge
        | Kind::Decline
        | Kind::SettleDecline
        | Kind::Revoke
        | Kind::Replace
        | Kind::AskExtension
        | Kind::StartDraft
        | Kind::SaveDraft
        | Kind::Submit
        | Kind::DeclareDone
        | Kind::RecordOwnAct
        | Kind::Recall
        | Kind::RequestRecall
        | Kind::AddAddendum
        | Kind::DraftConsolidation
        | Kind::SignConsolidation
        | Kind::Propose
        | Kind::Schedule
        | Kind::Reschedule
        | Kind::Postpone
        | Kind::Cancel
        | Kind::Hold
        | Kind::Announce
        | Kind::Close
        | Kind::Conclude
        | Kind::Annotate => Side::Holder,
    }
}
