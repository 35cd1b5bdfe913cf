//! Who asks, which parts somebody may play, and which fields of work an act touches.

use std::collections::BTreeSet;

use congvan_calendar::Instant;
use congvan_core::directory::Power;
use congvan_core::id::{FieldId, UnitId};
use congvan_core::{Actor, Capacity, ReasonCode as Code};

use super::{Codes, Model, Row, Sitting};

/// Heads, deputies and acting heads: who decides for a unit.
pub(super) const LEADERS: &[Capacity] = &[Capacity::Head, Capacity::Deputy, Capacity::Acting];

/// Whoever may draft, vet or prepare.
pub(super) const OFFICERS: &[Capacity] =
    &[Capacity::Officer, Capacity::Head, Capacity::Deputy, Capacity::Acting];

/// Whoever may register, send and record.
pub(super) const DESK: &[Capacity] =
    &[Capacity::Clerk, Capacity::Officer, Capacity::Head, Capacity::Deputy, Capacity::Acting];

/// Who asks, and when.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asks<'a> {
    pub(super) actor: &'a Actor,
    pub(super) now: Instant,
}

/// One part that somebody may play: for which units, in which capacities, with which power where it is delegated.
pub(super) struct Part {
    pub(super) capacities: &'static [Capacity],
    pub(super) power: Option<Power>,
    pub(super) units: BTreeSet<UnitId>,
}

impl Part {
    pub(super) fn new(units: impl IntoIterator<Item = UnitId>, capacities: &'static [Capacity]) -> Self {
        Self { capacities, power: None, units: units.into_iter().collect() }
    }

    pub(super) fn with(self, power: Power) -> Self {
        Self { power: Some(power), ..self }
    }
}

/// The fields that an act touches: all of them, or any one, where the payload will say which.
pub(super) struct Scope {
    pub(super) any: bool,
    pub(super) fields: Vec<FieldId>,
}

impl Scope {
    /// Whether a limit covers it; no limit covers everything, and a limit covers nothing that lies in no field.
    pub(super) fn within(&self, limit: &[FieldId]) -> bool {
        let mut fields = self.fields.iter();
        let covered = |field: &FieldId| limit.contains(field);
        limit.is_empty()
            || if self.any { fields.any(covered) } else { !self.fields.is_empty() && fields.all(covered) }
    }
}

impl Model<'_> {
    /// Every field of the mandate: what an act on the directive as a whole touches.
    pub(super) fn whole(&self) -> Scope {
        let fields = self.mandate.iter().flat_map(|mandate| mandate.fields.iter().map(|field| field.id));
        Scope { any: false, fields: fields.collect() }
    }

    /// The field of an obligation; every field where it is owed in none.
    pub(super) fn scope(&self, row: &Row) -> Scope {
        row.field.map_or_else(|| self.whole(), |field| Scope { any: false, fields: vec![field] })
    }

    /// Whether the actor can play one of these parts.
    pub(super) fn plays(&self, asks: Asks<'_>, parts: &[Part], scope: &Scope) -> Codes {
        let mine = parts.iter().filter(|part| part.units.contains(&asks.actor.unit));
        let on = asks.now.date();
        let mut answers = mine.map(|part| self.fits(asks.actor, part.capacities, part.power, scope, on));
        let first = answers.next().unwrap_or(Some(Code::WrongUnit));
        let refused = first.is_some() && !answers.any(|code| code.is_none());
        first.filter(|_| refused).into_iter().collect()
    }

    /// The issuing body and whoever stands above it.
    pub(super) fn issuer(&self, asks: Asks<'_>) -> Part {
        let body = self.mandate.iter().map(|mandate| mandate.header.issuing_body);
        Part::new(body.flat_map(|body| self.with_superiors(body, asks.now.date())), LEADERS)
    }

    /// Whether the actor has a power of the issuer over what is touched.
    pub(super) fn by_issuer(&self, asks: Asks<'_>, power: Power, scope: &Scope) -> Codes {
        self.plays(asks, &[self.issuer(asks).with(power)], scope)
    }

    pub(super) fn office(&self) -> Part {
        Part::new(self.mandate.iter().map(|mandate| mandate.office()), DESK)
    }

    /// Whoever holds an obligation, or leads it jointly; by order or authorisation where that lists submitting.
    pub(super) fn holder(&self, row: &Row, capacities: &'static [Capacity]) -> Part {
        Part::new(self.holders(row), capacities).with(Power::Submit)
    }

    /// Whoever consolidates an obligation records its absence; where nobody does, the monitor or the office (rule 15).
    pub(super) fn recorders(&self, row: &Row) -> Vec<Part> {
        let takers = Part::new(self.takers(row).filter_map(|(_, taker)| taker.holder.unit()), OFFICERS);
        if takers.units.is_empty() {
            return vec![Part::new(row.assignment.roles.monitor, DESK), self.office()];
        }
        vec![takers]
    }

    /// Whoever may remind: those who record absence, the monitor, the office, the authority.
    pub(super) fn reminds(&self, asks: Asks<'_>, row: &Row) -> Codes {
        let mut parts = self.recorders(row);
        parts.extend([Part::new(row.assignment.roles.monitor, DESK), self.office(), self.issuer(asks)]);
        self.plays(asks, &parts, &self.scope(row))
    }

    /// Who vets: somebody of the vetting unit who worked on no revision, or of the fallback vetter (rules 1 and 2).
    pub(super) fn vets(&self, asks: Asks<'_>, row: &Row, given: bool) -> Codes {
        let Some(vetter) = row.vetter else { return [Code::NobodyVets].into() };
        let fallback = self.mandate.as_ref().map(|mandate| mandate.fallback_vetter());
        let part = |unit: Option<UnitId>| Part::new(unit, OFFICERS).with(Power::Vet);
        let by_head = given && row.head_signed && self.holders(row).contains(&vetter);
        let mut codes = if by_head && fallback != Some(vetter) {
            if asks.actor.unit == vetter {
                [Code::FallbackVets].into()
            } else {
                self.plays(asks, &[part(fallback)], &self.scope(row))
            }
        } else {
            let mut parts = vec![part(Some(vetter))];
            if given && !self.somebody_vets(asks, row, vetter) {
                parts.push(part(fallback));
            }
            self.plays(asks, &parts, &self.scope(row))
        };
        codes.extend((given && row.authors.contains(&asks.actor.person)).then_some(Code::OwnWork));
        codes
    }

    /// Whether somebody of the unit, or somebody to whom its head gave that power, may vet it.
    fn somebody_vets(&self, asks: Asks<'_>, row: &Row, unit: UnitId) -> bool {
        let (on, scope) = (asks.now.date(), self.scope(row));
        self.people(unit, on).into_iter().any(|(person, capacity)| {
            let actor = Actor { capacity, on_behalf: None, person, unit };
            let refused = self.fits(&actor, OFFICERS, Some(Power::Vet), &scope, on);
            refused.is_none() && !row.authors.contains(&person)
        })
    }

    /// Whether the vetting of an obligation may still be done: it is due with the first consolidation that waits for it,
    /// unless the mandate says otherwise, and somebody may do it (rule 9).
    pub(super) fn vetting_in_time(&self, asks: Asks<'_>, row: &Row) -> bool {
        let due = row.vetting_due.or_else(|| self.takers(row).filter_map(|(_, taker)| taker.due).min());
        let vetter = row.vetter.filter(|_| row.given());
        due.is_some_and(|due| asks.now <= due)
            && vetter.is_none_or(|vetter| self.somebody_vets(asks, row, vetter))
    }

    /// Whoever holds the office that takes the chair, or to whom that power is delegated.
    pub(super) fn takes_the_chair(&self, asks: Asks<'_>, sitting: &Sitting) -> Codes {
        let office = sitting.plan.chair;
        let unit = self.directory.office(office).map(|office| office.unit);
        let (person, on) = (asks.actor.person, asks.now.date());
        if asks.actor.capacity == Capacity::Chair && unit == Some(asks.actor.unit) {
            let mut offices = self.offices(person, on);
            let of_unit = offices.any(|(office, _)| Some(office.unit) == unit);
            let code = if of_unit { Code::NotTheChair } else { Code::NotInCapacity };
            return (!self.holds_office(person, office, on)).then_some(code).into_iter().collect();
        }
        self.plays(asks, &[Part::new(unit, &[]).with(Power::Chair)], &self.whole())
    }
}
