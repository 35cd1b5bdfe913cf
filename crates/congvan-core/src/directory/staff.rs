//! Staff: who holds which office, where a host keeps that itself in place of the directory's lists.

use std::fmt;

use chrono::NaiveDate;

use super::Directory;
use super::office::{Delegation, Holding, Office, Power};
use crate::actor::Capacity;
use crate::id::{OfficeId, PersonId, UnitId};

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

impl Desk<'_> {
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
        let mut found = self.staff.of_person(person, self.on).delegations;
        found.retain(|delegation| {
            delegation.person == person
                && delegation.kind.capacity() == kind
                && self.is_sound(delegation, unit)
        });
        found
    }

    pub(super) fn people_of(self, unit: UnitId) -> Vec<(PersonId, Capacity)> {
        let mut people = Vec::new();
        for office in self.directory.offices_of(unit) {
            let Posted { holdings, delegations } = self.staff.of_office(office.id, self.on);
            let holder = holdings
                .iter()
                .find(|holding| holding.office == office.id && holding.span().contains(self.on));
            people.extend(holder.map(|holding| {
                (holding.person, if holding.acting { Capacity::Acting } else { office.capacity })
            }));
            let exercised = delegations.iter().filter(|delegation| self.is_sound(delegation, unit));
            people.extend(exercised.map(|delegation| (delegation.person, delegation.kind.capacity())));
        }
        people
    }

    pub(super) fn delegates(self, unit: UnitId, power: Power) -> bool {
        let mut offices = self.directory.offices_of(unit);
        offices.any(|office| {
            let delegations = self.staff.of_office(office.id, self.on).delegations;
            delegations.iter().any(|given| self.is_sound(given, unit) && given.covers(power, None))
        })
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
