//! Who is what on a day: read off the lists of the directory, one by one (Decree 30/2020/ND-CP, article 13).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use congvan_core::directory::{Delegation, DelegationKind, Holding, Office, Power};
use congvan_core::id::{FieldId, OfficeId, PersonId, UnitId};
use congvan_core::{Actor, Capacity, ReasonCode as Code};

use super::act::{LEADERS, Scope};
use super::{Model, Row};

impl Model<'_> {
    fn office_of(&self, id: OfficeId) -> Option<&Office> {
        self.directory.data().offices.iter().find(|office| office.id == id)
    }

    fn holdings(&self, on: NaiveDate) -> impl Iterator<Item = &Holding> {
        self.directory.data().holdings.iter().filter(move |held| held.span().contains(on))
    }

    /// The offices that a person holds on a day, each with the capacity that it gives.
    pub(super) fn offices(
        &self,
        person: PersonId,
        on: NaiveDate,
    ) -> impl Iterator<Item = (&Office, Capacity)> {
        self.holdings(on).filter(move |held| held.person == person).filter_map(|held| {
            let office = self.office_of(held.office)?;
            Some((office, if held.acting { Capacity::Acting } else { office.capacity }))
        })
    }

    /// Whether a person holds this very office on a day.
    pub(super) fn holds_office(&self, person: PersonId, office: OfficeId, on: NaiveDate) -> bool {
        self.holdings(on).any(|held| held.office == office && held.person == person)
    }

    /// What the head of a unit gave to others that is in force on a day: to whom, what, and the portfolio of the deputy
    /// to whom the head whose deputy he is passed an order on (rule 6).
    fn granted(&self, unit: UnitId, on: NaiveDate) -> Vec<(PersonId, &Delegation, &[FieldId])> {
        let mut granted: Vec<(PersonId, &Delegation, &[FieldId])> = Vec::new();
        for given in self.directory.data().delegations.iter().filter(|given| given.span().contains(on)) {
            if self.office_of(given.from_office).is_none_or(|office| office.unit != unit) {
                continue;
            }
            granted.push((given.person, given, &[]));
            let passed = given.deputies.iter().filter(|_| given.kind == DelegationKind::ByOrder);
            for deputy in passed.filter_map(|deputy| self.office_of(*deputy)) {
                let heads = |(office, capacity): (&Office, Capacity)| {
                    office.unit == deputy.unit && matches!(capacity, Capacity::Head | Capacity::Acting)
                };
                let holders = self.holdings(on).filter(|held| held.office == deputy.id);
                let holders = holders.filter(|_| self.offices(given.person, on).any(heads));
                granted.extend(holders.map(|held| (held.person, given, deputy.portfolio.as_slice())));
            }
        }
        granted
    }

    /// Why an actor of the right unit is not what the act asks for: the capacity, the office behind it, the power, the
    /// fields. A deputy decides within his portfolio; where an officer suffices, nobody decides for a head.
    pub(super) fn fits(
        &self,
        actor: &Actor,
        allowed: &[Capacity],
        power: Option<Power>,
        scope: &Scope,
        on: NaiveDate,
    ) -> Option<Code> {
        let by = matches!(actor.capacity, Capacity::ByOrder | Capacity::ByAuthorisation);
        let (limits, lacking): (Vec<[&[FieldId]; 2]>, Code) = if let Some(power) = power.filter(|_| by) {
            let mine = self.granted(actor.unit, on).into_iter().filter(|(person, given, _)| {
                *person == actor.person
                    && given.kind.capacity() == actor.capacity
                    && given.powers.contains(&power)
            });
            let limits = mine.map(|(_, given, portfolio)| [given.fields.as_slice(), portfolio]);
            (limits.collect(), Code::PowerNotDelegated)
        } else if allowed.contains(&actor.capacity) {
            let decides = actor.capacity == Capacity::Deputy && !allowed.contains(&Capacity::Officer);
            let mine = self
                .offices(actor.person, on)
                .filter(|(office, capacity)| office.unit == actor.unit && *capacity == actor.capacity);
            let limits =
                mine.map(|(office, _)| [if decides { office.portfolio.as_slice() } else { &[] }, &[]]);
            (limits.collect(), Code::NotInCapacity)
        } else {
            (Vec::new(), Code::WrongCapacity)
        };
        let within = limits.iter().any(|limits| limits.iter().all(|limit| scope.within(limit)));
        (!within).then_some(if limits.is_empty() { lacking } else { Code::OutOfPortfolio })
    }

    /// Whether a person signs for a unit: its head, a deputy, an acting head, or by a delegation of that power.
    pub(super) fn may_sign(
        &self,
        (person, capacity): (PersonId, Capacity),
        unit: UnitId,
        row: &Row,
        on: NaiveDate,
    ) -> bool {
        let actor = Actor { capacity, on_behalf: None, person, unit };
        self.fits(&actor, LEADERS, Some(Power::Submit), &self.scope(row), on).is_none()
    }

    /// Everybody who holds an office of the unit, or acts for its head, on this day.
    pub(super) fn people(&self, unit: UnitId, on: NaiveDate) -> Vec<(PersonId, Capacity)> {
        let held = self.holdings(on).filter_map(|held| {
            let office = self.office_of(held.office).filter(|office| office.unit == unit)?;
            Some((held.person, if held.acting { Capacity::Acting } else { office.capacity }))
        });
        let given = self.granted(unit, on).into_iter();
        held.chain(given.map(|(person, given, _)| (person, given.kind.capacity()))).collect()
    }

    /// The unit and every unit above it on this day.
    pub(super) fn with_superiors(&self, unit: UnitId, on: NaiveDate) -> BTreeSet<UnitId> {
        let mut found = BTreeSet::new();
        let mut next = Some(unit);
        while let Some(unit) = next.filter(|unit| found.insert(*unit)) {
            next = self.directory.unit(unit).and_then(|unit| {
                let on_day = |from: Option<NaiveDate>, until: Option<NaiveDate>| {
                    from.is_none_or(|from| from <= on) && until.is_none_or(|until| on < until)
                };
                unit.parents.iter().find(|parent| on_day(parent.from, parent.until)).map(|parent| parent.unit)
            });
        }
        found
    }
}
