//! Staff: who holds which office, where a host keeps that itself in place of the directory's lists.

use std::fmt;

use chrono::NaiveDate;

use super::Directory;
use super::office::{Delegation, Holding, Office, Power};
use crate::actor::Capacity;
use crate::id::{FieldId, OfficeId, PersonId, UnitId};

/// Who holds which office and exercises whose powers on a day, as a host's own directory of persons knows it.
///
/// Units and offices stay the directory's; what a staff answers stands in place of the directory's holdings and
/// delegations. It is asked again and again in one decision and must answer alike each time; what does not concern the
/// person, the office or the day that was asked for is passed over. Whoever cannot answer answers nobody, which denies.
pub trait Staff: fmt::Debug + Send + Sync {
    /// What the person holds and was delegated on the day.
    fn of_person(&self, person: PersonId, on: NaiveDate) -> Posted;

    /// Who holds the office on the day, and to whom its powers are delegated.
    fn of_office(&self, office: OfficeId, on: NaiveDate) -> Posted;
}

/// What a staff knows of a person or an office on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Posted {
    /// Who holds which office; an office has at most one holder on a day.
    pub holdings: Vec<Holding>,
    /// Who acts by order (TL.) or by authorisation (TUQ.), with which powers.
    pub delegations: Vec<Delegation>,
}

/// A staff with the directory whose offices it fills, asked on one day.
#[derive(Clone, Copy)]
pub(super) struct Desk<'a> {
    pub(super) directory: &'a Directory,
    pub(super) staff: &'a dyn Staff,
    pub(super) on: NaiveDate,
}

impl<'a> Desk<'a> {
    pub(super) fn holding(self, office: OfficeId) -> Option<Holding> {
        let mut holdings = self.staff.of_office(office, self.on).holdings.into_iter();
        holdings.find(|holding| holding.office == office && holding.span().contains(self.on))
    }

    /// Whether the person holds an office of the directory that is meant.
    pub(super) fn holds(self, person: PersonId, is_meant: impl Fn(&Office, &Holding) -> bool) -> bool {
        self.staff.of_person(person, self.on).holdings.iter().any(|holding| {
            let office = self.directory.office(holding.office);
            holding.person == person
                && holding.span().contains(self.on)
                && office.is_some_and(|office| is_meant(office, holding))
        })
    }

    pub(super) fn delegations(self, person: PersonId, unit: UnitId, kind: Capacity) -> Vec<Delegation> {
        let grants = self.grants(person, unit).into_iter().map(|(delegation, _)| delegation);
        grants.filter(|delegation| delegation.kind.capacity() == kind).collect()
    }

    /// What the unit's head delegated to the person, and what was passed on to the person as a deputy, each with the
    /// deputy's office.
    pub(super) fn grants(self, person: PersonId, unit: UnitId) -> Vec<(Delegation, Option<OfficeId>)> {
        let Posted { holdings, delegations } = self.staff.of_person(person, self.on);
        let own = delegations.into_iter().filter(|delegation| delegation.person == person);
        let mut grants: Vec<_> = own.map(|delegation| (delegation, None)).collect();
        let held =
            holdings.iter().filter(|holding| holding.person == person && holding.span().contains(self.on));
        let deputies = held.filter_map(|holding| self.directory.office(holding.office));
        for deputy in deputies.filter(|office| office.capacity == Capacity::Deputy) {
            for head in self.heads(deputy.unit) {
                let passed = self.staff.of_person(head, self.on).delegations.into_iter();
                let to_deputy = passed.filter(|delegation| {
                    delegation.person == head && delegation.deputies.contains(&deputy.id)
                });
                grants.extend(to_deputy.map(|delegation| (delegation, Some(deputy.id))));
            }
        }
        grants.retain(|(delegation, _)| self.is_sound(delegation, unit));
        grants
    }

    pub(super) fn people_of(self, unit: UnitId) -> Vec<(PersonId, Capacity)> {
        let mut people = Vec::new();
        for office in self.directory.offices_of(unit) {
            people.extend(self.holding(office.id).map(|holding| {
                (holding.person, if holding.acting { Capacity::Acting } else { office.capacity })
            }));
            let delegations = self.staff.of_office(office.id, self.on).delegations;
            for delegation in delegations.iter().filter(|delegation| self.is_sound(delegation, unit)) {
                let capacity = delegation.kind.capacity();
                people.push((delegation.person, capacity));
                people.extend(self.passed_on(delegation).map(|deputy| (deputy, capacity)));
            }
        }
        people
    }

    pub(super) fn delegates(self, unit: UnitId, power: Power, within: impl Fn(&[FieldId]) -> bool) -> bool {
        let mut offices = self.directory.offices_of(unit);
        offices.any(|office| {
            let delegations = self.staff.of_office(office.id, self.on).delegations;
            delegations.iter().any(|given| {
                self.is_sound(given, unit) && given.powers.contains(&power) && within(&given.fields)
            })
        })
    }

    /// The deputies to whom a delegation is passed on while whoever passes it on is their head.
    fn passed_on(self, delegation: &Delegation) -> impl Iterator<Item = PersonId> {
        let deputies = delegation.deputies.iter().filter_map(move |office| self.directory.office(*office));
        let his =
            deputies.filter(move |office| self.heads(office.unit).any(|head| head == delegation.person));
        his.filter_map(move |office| Some(self.holding(office.id)?.person))
    }

    /// Who holds the offices of a unit's head.
    fn heads(self, unit: UnitId) -> impl Iterator<Item = PersonId> {
        let offices = self.directory.offices_of(unit).filter(|office| office.capacity == Capacity::Head);
        offices.filter_map(move |office| Some(self.holding(office.id)?.person))
    }

    /// Whether the delegation is what a directory would take (Decree 30/2020/ND-CP art. 13): from the head's office of
    /// this unit, in force, and an authorisation has an end.
    fn is_sound(self, delegation: &Delegation, unit: UnitId) -> bool {
        let from = self.directory.office(delegation.from_office);
        let is_limited = match delegation.kind.capacity() {
            Capacity::ByAuthorisation => delegation.until.is_some(),
            Capacity::Officer
            | Capacity::Head
            | Capacity::Deputy
            | Capacity::Acting
            | Capacity::ByOrder
            | Capacity::Clerk
            | Capacity::Chair => true,
        };
        is_limited
            && delegation.span().contains(self.on)
            && from.is_some_and(|office| office.unit == unit && office.capacity == Capacity::Head)
    }
}
