//! The key of a state: two states with one key allow the same moves, up to the names of interchangeable units.
//!
//! A key has no numbers of revisions, no hashes and no dates; of time it keeps the order of the instants ahead. People
//! appear only where they may come to vet what they worked on.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher as _};

use congvan_calendar::Instant;
use congvan_core::evidence::Fate;
use congvan_core::id::{FieldId, PersonId, UnitId};
use congvan_core::meeting::{Meeting, MeetingState};
use congvan_core::obligation::{Obligation, ObligationId, ObligationState, Performer, Recalling};
use congvan_core::{Capacity, Proceedings};

use super::node::{Node, past};
use super::{Model, Symmetry};

/// How many bytes an obligation has in a key.
const WIDTH: usize = PARTS + 8;

/// How many of them say something other than who worked on it.
const PARTS: usize = 9;

/// The hash of a key: 128 bits, so that two states of a search are never taken for one by chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key(u64, u64);

impl Model {
    pub(super) fn key(&self, node: &Node) -> Key {
        let mut bytes = Vec::with_capacity(256);
        bytes.push(byte(node.directive.state().name()));
        bytes.push(self.quiet_bits(node));
        if let Some(proceedings) = node.directive.proceedings() {
            let ahead = self.ahead(node);
            for (_, meeting) in proceedings.meetings() {
                of_meeting(meeting, &ahead, &mut bytes);
            }
            self.of_obligations(proceedings, &ahead, &mut bytes);
        }
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            hasher.write_u8(salt);
            hasher.write(&bytes);
            hasher.finish()
        };
        Key(half(0), half(1))
    }

    /// The free obligations that stand for all: of several alike, one.
    pub(super) fn targets(&self, node: &Node) -> Vec<ObligationId> {
        let Some(proceedings) = node.directive.proceedings() else { return Vec::new() };
        let ahead = self.ahead(node);
        let mut seen = std::collections::BTreeSet::new();
        let free = proceedings.obligations().filter(|(id, _)| self.free.contains(id));
        free.filter(|(id, found)| {
            self.symmetry != Symmetry::Lanes || {
                let alike = (found.terms_lane(proceedings), self.shape(proceedings, found));
                seen.insert((alike, self.local(proceedings, *id, found, &ahead)))
            }
        })
        .map(|(id, _)| id)
        .collect()
    }

    /// The receivers that are free to decline.
    pub(super) fn declining(&self, node: &Node) -> Vec<UnitId> {
        self.receivers.iter().copied().filter(|unit| self.may_decline(node, *unit)).collect()
    }

    fn of_obligations(&self, proceedings: &Proceedings, ahead: &[Instant], bytes: &mut Vec<u8>) {
        match self.symmetry {
            Symmetry::None => {
                for (id, found) in proceedings.obligations() {
                    bytes.extend(self.local(proceedings, id, found, ahead));
                }
                bytes.extend(self.subject_units(proceedings));
            }
            Symmetry::Units => self.by_unit(proceedings, ahead, bytes),
            Symmetry::Lanes => self.by_lane(proceedings, ahead, bytes),
        }
    }

    /// Acknowledgements and disputes, unit by unit.
    fn subject_units(&self, proceedings: &Proceedings) -> Vec<u8> {
        self.receivers.iter().map(|unit| receipt(proceedings, *unit)).collect()
    }

    /// Units of one shape are interchangeable: their columns are put in order.
    fn by_unit(&self, proceedings: &Proceedings, ahead: &[Instant], bytes: &mut Vec<u8>) {
        let mut columns: BTreeMap<Option<Performer>, Vec<u8>> = BTreeMap::new();
        for (id, found) in proceedings.obligations() {
            let performer = proceedings.performer(found);
            let column = columns.entry(performer).or_insert_with(|| {
                let unit = performer.and_then(Performer::unit);
                let shape = unit.and_then(|unit| self.shapes.get(&unit)).copied().unwrap_or(u16::MAX);
                let mut head = shape.to_be_bytes().to_vec();
                head.push(unit.map_or(0, |unit| receipt(proceedings, unit)));
                head
            });
            column.extend(self.local(proceedings, id, found, ahead));
        }
        let mut columns: Vec<_> = columns.into_values().collect();
        columns.sort_unstable();
        bytes.extend(columns.into_iter().flatten());
    }

    /// Where nothing ties the obligations of one unit together, those of each lane are put in order by themselves; and
    /// where the fields are alike, so are the fields.
    fn by_lane(&self, proceedings: &Proceedings, ahead: &[Instant], bytes: &mut Vec<u8>) {
        let mut lanes: BTreeMap<(Option<FieldId>, u16, u16), Vec<[u8; WIDTH]>> = BTreeMap::new();
        for (id, found) in proceedings.obligations() {
            let (assignment, field) = found.terms_lane(proceedings);
            let shape = self.shape(proceedings, found);
            lanes.entry((field, assignment, shape)).or_default().push(self.local(
                proceedings,
                id,
                found,
                ahead,
            ));
        }
        let mut fields: BTreeMap<Option<FieldId>, Vec<u8>> = BTreeMap::new();
        for ((field, assignment, shape), mut found) in lanes {
            found.sort_unstable();
            let column = fields.entry(field).or_default();
            column.extend(assignment.to_be_bytes());
            column.extend(if field.is_some() && self.fields_alike { [0, 0] } else { shape.to_be_bytes() });
            column.extend(found.into_iter().flatten());
        }
        let outside = fields.remove(&None);
        let mut columns: Vec<_> = fields.into_values().collect();
        if self.fields_alike {
            columns.sort_unstable();
        }
        bytes.extend(outside.into_iter().chain(columns).flatten());
    }

    fn shape(&self, proceedings: &Proceedings, found: &Obligation) -> u16 {
        let unit = proceedings.performer(found).and_then(Performer::unit);
        unit.and_then(|unit| self.shapes.get(&unit)).copied().unwrap_or(u16::MAX)
    }

    /// Everything about one obligation that a later decision may ask.
    fn local(
        &self,
        proceedings: &Proceedings,
        id: ObligationId,
        found: &Obligation,
        ahead: &[Instant],
    ) -> [u8; WIDTH] {
        let terms = found.terms();
        let vetter = proceedings.vetter(found);
        let first_vetter = self.vetters.get(&id).copied().flatten();
        let reassigned = u8::from(vetter != first_vetter);
        let moved = u8::from(proceedings.holder(found) != proceedings.performer(found));
        let locked = u8::from(proceedings.is_locked(found));
        let asked = proceedings
            .extension_request(id)
            .map_or(0, |request| 1_u8.saturating_add(u8::from(self.decides(request.asked_by))));
        let forwarded = u8::from(proceedings.is_forwarded(id));
        let addenda = u8::from(!proceedings.addenda(id).is_empty());
        let mut bytes = [0; WIDTH];
        let (parts, workers) = bytes.split_at_mut(PARTS);
        parts.copy_from_slice(&[
            byte(found.state().name()),
            step(proceedings, id, found),
            rank(terms.due(), ahead),
            terms.extensions().min(self.bounds.extensions.saturating_add(1)),
            reassigned | moved << 1 | locked << 2 | forwarded << 3 | addenda << 4,
            asked,
            u8::from(terms.was_absent()) | u8::from(terms.due().is_some()) << 1,
            into(proceedings, found),
            rank(self.vetting_dues.get(&id).copied(), ahead),
        ]);
        workers.copy_from_slice(&self.workers(proceedings, id, found).to_be_bytes());
        bytes
    }

    fn decides(&self, person: PersonId) -> bool {
        let issuing = self.subject.mandate.header.issuing_body;
        self.cast.of_unit(issuing).iter().any(|actor| actor.person == person)
    }

    /// Who of those that may come to vet worked on it, one bit each.
    fn workers(&self, proceedings: &Proceedings, id: ObligationId, found: &Obligation) -> u64 {
        let fallback = self.subject.mandate.fallback_vetter();
        let units = [proceedings.vetter(found), Some(fallback)].into_iter().flatten();
        let people = units.flat_map(|unit| self.cast.of_unit(unit));
        let vetting = people.filter(|actor| actor.capacity != Capacity::Clerk);
        // A cast has a few people of each capacity: two units never have as many as there are bits.
        vetting.take(64).fold(0, |bits, actor| {
            let works = proceedings.is_author(id, actor.person)
                || found.state().revision().is_some_and(|revision| revision.is_work_of(actor.person))
                || matches!(found.state(), ObligationState::Drafting(state)
                    if state.drafted_by().contains(actor.person));
            bits << 1 | u64::from(works)
        })
    }
}

/// The lane of an obligation as its assignment and field.
trait Laned {
    fn terms_lane(&self, proceedings: &Proceedings) -> (u16, Option<FieldId>);
}

impl Laned for Obligation {
    fn terms_lane(&self, proceedings: &Proceedings) -> (u16, Option<FieldId>) {
        proceedings.lane(self).map_or((u16::MAX, None), |lane| (lane.assignment(), lane.field()))
    }
}

/// How far it is within its state.
fn step(proceedings: &Proceedings, id: ObligationId, found: &Obligation) -> u8 {
    match found.state() {
        ObligationState::Submitted(state) => {
            let recall = match state.recall_state() {
                Recalling::Open => 1,
                Recalling::VettingStarted => 2,
                Recalling::Requested => 3,
            };
            recall | u8::from(!state.failed().is_empty()) << 4
        }
        ObligationState::Drafting(state) => match state.inputs() {
            None => 1,
            Some(inputs) => {
                let mut current = proceedings.inputs_of(id).map(|(id, input)| (id, Fate::of(input)));
                let same =
                    inputs.0.iter().all(|input| current.next() == Some((input.obligation, Some(input.fate))));
                if same && current.next().is_none() { 2 } else { 3 }
            }
        },
        ObligationState::Waived(state) => u8::from(state.revision().is_some()),
        ObligationState::Accepted(state) => u8::from(state.revision().is_some()),
        ObligationState::Owed(_)
        | ObligationState::Returned(_)
        | ObligationState::Incorporated(_)
        | ObligationState::Absent(_)
        | ObligationState::NoResponse(_)
        | ObligationState::Consented(_)
        | ObligationState::Continuing(_)
        | ObligationState::Ended(_)
        | ObligationState::Lapsed(_) => 0,
    }
}

/// Into which of the consolidations that take it an input went.
fn into(proceedings: &Proceedings, found: &Obligation) -> u8 {
    let ObligationState::Incorporated(state) = found.state() else { return 0 };
    let at = proceedings.consolidations_of(found).position(|id| id == state.into_consolidation());
    at.and_then(|at| u8::try_from(at).ok()).map_or(u8::MAX, |at| at.saturating_add(1))
}

fn of_meeting(meeting: &Meeting, ahead: &[Instant], bytes: &mut Vec<u8>) {
    bytes.push(byte(meeting.state().name()));
    let window = super::node::of_meeting(meeting);
    bytes.extend([window.first(), window.get(1)].map(|at| place(at.copied(), ahead)));
    bytes.push(match meeting.state() {
        MeetingState::Planned(state) => u8::from(state.tentative().is_some()),
        MeetingState::Scheduled(state) => place(state.slot().start.plus_minutes(60), ahead),
        MeetingState::Held(state) => u8::from(state.adjourned()),
        MeetingState::Postponed(_) | MeetingState::Announced(_) | MeetingState::Cancelled(_) => 0,
    });
}

/// Where a deadline stands among the instants ahead; 0 when it has passed, 255 without one.
fn rank(due: Option<Instant>, ahead: &[Instant]) -> u8 {
    place(due.map(past), ahead)
}

fn place(instant: Option<Instant>, ahead: &[Instant]) -> u8 {
    let Some(instant) = instant else { return u8::MAX };
    ahead
        .binary_search(&instant)
        .ok()
        .and_then(|at| u8::try_from(at).ok())
        .map_or(0, |at| at.saturating_add(1))
}

fn receipt(proceedings: &Proceedings, unit: UnitId) -> u8 {
    u8::from(proceedings.acknowledged_at(unit).is_some()) | u8::from(proceedings.dispute(unit).is_some()) << 1
}

/// The position of a state's name in its list.
fn byte<N: Named>(name: N) -> u8 {
    N::all().iter().position(|known| *known == name).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

/// A list of names.
trait Named: Copy + PartialEq + 'static {
    fn all() -> &'static [Self];
}

impl Named for congvan_core::directive::StateName {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

impl Named for congvan_core::obligation::StateName {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}

impl Named for congvan_core::meeting::MeetingStateName {
    fn all() -> &'static [Self] {
        Self::ALL
    }
}
