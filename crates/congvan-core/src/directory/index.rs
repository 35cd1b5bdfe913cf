//! What a directory looks up in place of scanning its lists.

use congvan_calendar::Instant;
use rustc_hash::FxHashMap;

use super::DirectoryData;
use super::name;
use super::roles::{Days, Grant, Post, Roles, RolesOfPersons};
use super::span::Span;
use super::unit::Unit;
use crate::actor::Capacity;
use crate::id::{GroupId, OfficeId, PersonId, UnitId};

/// Positions in the lists of a directory, and the roles of each person.
#[derive(Debug)]
pub(super) struct Index {
    units: FxHashMap<UnitId, usize>,
    units_in_order: Box<[usize]>,
    groups: FxHashMap<GroupId, usize>,
    offices: FxHashMap<OfficeId, usize>,
    persons: FxHashMap<PersonId, usize>,
    offices_of: FxHashMap<UnitId, Vec<usize>>,
    terms: FxHashMap<OfficeId, Vec<usize>>,
    roles: RolesOfPersons,
    people: FxHashMap<UnitId, Vec<Role>>,
    called: FxHashMap<String, Vec<Called>>,
    called_without_level: FxHashMap<String, Vec<Called>>,
}

/// That a unit is called so on some days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Called {
    pub(super) unit: UnitId,
    pub(super) days: Span,
}

/// That a person acts for a unit on some days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    pub(super) person: PersonId,
    pub(super) capacity: Capacity,
    pub(super) days: Span,
}

impl Index {
    pub(super) fn of(data: &DirectoryData) -> Self {
        let units: FxHashMap<_, _> = positions(data.units.iter().map(|unit| unit.id));
        let mut units_in_order: Vec<usize> = units.values().copied().collect();
        units_in_order.sort_by_key(|at| data.units.get(*at).map(|unit| unit.id));
        let mut index = Self {
            units,
            units_in_order: units_in_order.into(),
            groups: positions(data.groups.iter().map(|group| group.id)),
            offices: positions(data.offices.iter().map(|office| office.id)),
            persons: positions(data.persons.iter().map(|person| person.id)),
            offices_of: FxHashMap::default(),
            terms: FxHashMap::default(),
            roles: RolesOfPersons::default(),
            people: FxHashMap::default(),
            called: FxHashMap::default(),
            called_without_level: FxHashMap::default(),
        };
        for (at, office) in data.offices.iter().enumerate() {
            index.offices_of.entry(office.unit).or_default().push(at);
        }
        index.holdings(data);
        index.delegations(data);
        for unit in &data.units {
            index.names(unit);
        }
        index
    }

    pub(super) fn unit(&self, id: UnitId) -> Option<usize> {
        self.units.get(&id).copied()
    }

    pub(super) fn units_in_order(&self) -> impl Iterator<Item = usize> {
        self.units_in_order.iter().copied()
    }

    pub(super) fn group(&self, id: GroupId) -> Option<usize> {
        self.groups.get(&id).copied()
    }

    pub(super) fn office(&self, id: OfficeId) -> Option<usize> {
        self.offices.get(&id).copied()
    }

    pub(super) fn person(&self, id: PersonId) -> Option<usize> {
        self.persons.get(&id).copied()
    }

    /// The positions of a unit's offices.
    pub(super) fn offices_of(&self, unit: UnitId) -> &[usize] {
        self.offices_of.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// The positions of an office's holdings.
    pub(super) fn terms(&self, office: OfficeId) -> &[usize] {
        self.terms.get(&office).map_or(&[], Vec::as_slice)
    }

    #[inline]
    pub(super) fn roles(&self, person: &PersonId) -> Option<&Roles> {
        self.roles.of(person)
    }

    pub(super) fn people(&self, unit: UnitId) -> &[Role] {
        self.people.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// The units of this full form of a name.
    pub(super) fn called(&self, full: &str) -> &[Called] {
        self.called.get(full).map_or(&[], Vec::as_slice)
    }

    /// The units of this bare form of a name.
    pub(super) fn called_without_level(&self, bare: &str) -> &[Called] {
        self.called_without_level.get(bare).map_or(&[], Vec::as_slice)
    }

    fn holdings(&mut self, data: &DirectoryData) {
        for (at, holding) in data.holdings.iter().enumerate() {
            self.terms.entry(holding.office).or_default().push(at);
            let Some(position) = self.office(holding.office) else { continue };
            let Some(office) = data.offices.get(position) else { continue };
            let post = Post {
                days: Days::new(holding.from, holding.until),
                capacity: office.capacity,
                acting: holding.acting,
                unit: office.unit,
                office: u32::try_from(position).unwrap_or(u32::MAX),
            };
            self.roles.change(holding.person, |roles| roles.add(post));
            let capacity = if holding.acting { Capacity::Acting } else { office.capacity };
            let role = Role { person: holding.person, capacity, days: holding.span() };
            self.people.entry(office.unit).or_default().push(role);
        }
    }

    fn delegations(&mut self, data: &DirectoryData) {
        for (at, delegation) in data.delegations.iter().enumerate() {
            let office = self.office(delegation.from_office).and_then(|at| data.offices.get(at));
            let Some(office) = office else { continue };
            let days = Days::new(delegation.from, delegation.until);
            let grant = Grant { days, kind: delegation.kind, unit: office.unit, at, passed_to: None };
            self.grant(delegation.person, grant);
            for deputy in &delegation.deputies {
                self.pass_on(data, *deputy, delegation.person, grant);
            }
        }
    }

    /// A deputy holds what was passed on while he is the deputy and whoever passed it on is the head.
    fn pass_on(&mut self, data: &DirectoryData, deputy: OfficeId, head: PersonId, grant: Grant) {
        let Some(position) = self.office(deputy) else { return };
        let Some(unit) = data.offices.get(position).map(|office| office.unit) else { return };
        let is_heads = |office: OfficeId| {
            let office = self.office(office).and_then(|at| data.offices.get(at));
            office.is_some_and(|office| office.unit == unit && office.capacity == Capacity::Head)
        };
        let held = |holding: &super::office::Holding| Days::new(holding.from, holding.until);
        let mut passed = Vec::new();
        for headed in
            data.holdings.iter().filter(|holding| holding.person == head && is_heads(holding.office))
        {
            for holding in data.holdings.iter().filter(|holding| holding.office == deputy) {
                let days = grant.days.and(held(headed)).and_then(|days| days.and(held(holding)));
                let to = |days| (holding.person, Grant { days, passed_to: Some(position), ..grant });
                passed.extend(days.map(to));
            }
        }
        for (person, grant) in passed {
            self.grant(person, grant);
        }
    }

    fn grant(&mut self, person: PersonId, grant: Grant) {
        self.roles.change(person, |roles| roles.grant(grant));
        let days = Span::new(Some(grant.days.from.date()), grant.days.until.map(Instant::date));
        let role = Role { person, capacity: grant.kind.capacity(), days };
        self.people.entry(grant.unit).or_default().push(role);
    }

    fn names(&mut self, unit: &Unit) {
        for name in &unit.names {
            self.name(&name.name, unit.id, name.span());
        }
        for alias in &unit.aliases {
            self.name(alias, unit.id, Span::ALWAYS);
        }
        for code in &unit.codes {
            let called = Called { unit: unit.id, days: code.span() };
            self.called.entry(name::full(&code.code)).or_default().push(called);
        }
        let called = Called { unit: unit.id, days: Span::ALWAYS };
        self.called.entry(name::full(unit.id.as_str())).or_default().push(called);
    }

    fn name(&mut self, name: &str, unit: UnitId, days: Span) {
        let full = name::full(name);
        let bare = name::bare(&full).to_owned();
        self.called_without_level.entry(bare).or_default().push(Called { unit, days });
        self.called.entry(full).or_default().push(Called { unit, days });
    }
}

fn positions<I: std::hash::Hash + Eq>(ids: impl Iterator<Item = I>) -> FxHashMap<I, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}
