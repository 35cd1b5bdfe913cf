//! What each person holds and was delegated.

use chrono::NaiveDate;
use congvan_calendar::Instant;
use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;

use super::office::DelegationKind;
use crate::actor::Capacity;
use crate::id::{PersonId, UnitId};
use crate::proceedings::{index, narrow};

/// The roles of each person, in the order in which the directory names the persons: commands come unit by unit, and
/// the persons of a unit then lie beside each other in memory. The table of places alone is small enough to stay near.
#[derive(Debug, Default)]
pub(super) struct RolesOfPersons {
    places: HashTable<u32>,
    list: Vec<(PersonId, Roles)>,
}

impl RolesOfPersons {
    #[inline]
    pub(super) fn of(&self, person: &PersonId) -> Option<&Roles> {
        let is_meant = |place: &u32| at(&self.list, *place).is_some_and(|(id, _)| id == person);
        let place = self.places.find(hash(person), is_meant)?;
        at(&self.list, *place).map(|(_, roles)| roles)
    }

    /// Changes the roles of this person, who has none at first.
    pub(super) fn change(&mut self, person: PersonId, change: impl FnOnce(&mut Roles)) {
        let Self { places, list } = self;
        let is_meant = |place: &u32| at(list, *place).is_some_and(|(id, _)| *id == person);
        let place = places.find(hash(&person), is_meant).copied().unwrap_or_else(|| {
            let fresh = narrow(list.len());
            list.push((person, Roles::default()));
            places
                .insert_unique(hash(&person), fresh, |place| at(list, *place).map_or(0, |(id, _)| hash(id)));
            fresh
        });
        if let Some((_, roles)) = list.get_mut(index(place)) {
            change(roles);
        }
    }
}

#[inline]
fn at(list: &[(PersonId, Roles)], place: u32) -> Option<&(PersonId, Roles)> {
    list.get(index(place))
}

#[inline]
fn hash(person: &PersonId) -> u64 {
    FxBuildHasher.hash_one(person)
}

/// What one person holds and was delegated. The first post stands in the table itself: most people have one, and a
/// question costs one step to memory then.
#[derive(Debug, Default)]
pub(super) struct Roles {
    first: Option<Post>,
    more: Option<Box<MoreRoles>>,
}

/// The further posts of a person, and what was delegated to one.
#[derive(Debug, Default)]
struct MoreRoles {
    posts: Vec<Post>,
    grants: Vec<Grant>,
}

/// That a person holds an office on some days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Post {
    pub(super) days: Days,
    pub(super) capacity: Capacity,
    pub(super) acting: bool,
    pub(super) unit: UnitId,
    /// Position of the office.
    pub(super) office: u32,
}

/// That something was delegated to a person on some days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grant {
    pub(super) days: Days,
    pub(super) kind: DelegationKind,
    pub(super) unit: UnitId,
    /// Position of the delegation.
    pub(super) at: usize,
    /// Position of the deputy's office to which it was passed on.
    pub(super) passed_to: Option<usize>,
}

/// A half-open interval of days in the form that is compared fastest: every command is asked about an instant, and to
/// work out its day would cost more than the rest of the question.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    pub(super) from: Instant,
    pub(super) until: Option<Instant>,
}

impl Days {
    pub(super) fn new(from: NaiveDate, until: Option<NaiveDate>) -> Self {
        Self { from: Instant::start_of(from), until: until.map(Instant::start_of) }
    }

    /// The days of both; none where they have no day in common.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let until = match (self.until, other.until) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let from = self.from.max(other.from);
        until.is_none_or(|until| from < until).then_some(Self { from, until })
    }

    #[inline]
    fn contains(self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }
}

impl Roles {
    pub(super) fn add(&mut self, post: Post) {
        match self.first {
            Some(_) => self.more.get_or_insert_default().posts.push(post),
            None => self.first = Some(post),
        }
    }

    pub(super) fn grant(&mut self, grant: Grant) {
        self.more.get_or_insert_default().grants.push(grant);
    }

    #[inline]
    fn any_post(&self, is_meant: impl Fn(&Post) -> bool) -> bool {
        self.first.as_ref().is_some_and(&is_meant)
            || self.more.as_ref().is_some_and(|more| more.posts.iter().any(is_meant))
    }

    fn grants(&self) -> &[Grant] {
        self.more.as_ref().map_or(&[], |more| more.grants.as_slice())
    }

    #[inline]
    pub(super) fn holds(&self, unit: &UnitId, capacity: Capacity, acting: bool, at: Instant) -> bool {
        self.any_post(|post| {
            post.capacity == capacity && post.acting == acting && post.days.contains(at) && post.unit == *unit
        })
    }

    pub(super) fn holds_any(&self, unit: &UnitId, at: Instant) -> bool {
        self.any_post(|post| post.days.contains(at) && post.unit == *unit)
    }

    /// Whether the person holds the office at this position.
    pub(super) fn holds_office(&self, office: usize, at: Instant) -> bool {
        let office = u32::try_from(office).ok();
        self.any_post(|post| post.days.contains(at) && Some(post.office) == office)
    }

    pub(super) fn is_delegated(&self, unit: &UnitId, kind: DelegationKind, at: Instant) -> bool {
        self.grants().iter().any(|grant| grant.kind == kind && grant.days.contains(at) && grant.unit == *unit)
    }

    /// The positions of the delegations in force for the unit, each with that of the deputy's office it was passed on to.
    pub(super) fn delegations(
        &self,
        unit: UnitId,
        at: Instant,
    ) -> impl Iterator<Item = (usize, Option<usize>)> {
        let in_force =
            self.grants().iter().filter(move |grant| grant.days.contains(at) && grant.unit == unit);
        in_force.map(|grant| (grant.at, grant.passed_to))
    }

    /// Whether one of the deputies' offices that the person holds in the unit is meant.
    pub(super) fn any_deputy(&self, unit: UnitId, at: Instant, is_meant: impl Fn(usize) -> bool) -> bool {
        self.any_post(|post| {
            post.capacity == Capacity::Deputy
                && post.days.contains(at)
                && post.unit == unit
                && usize::try_from(post.office).is_ok_and(&is_meant)
        })
    }
}
