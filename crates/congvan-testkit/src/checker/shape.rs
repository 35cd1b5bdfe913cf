//! What makes units alike: everything about a unit that a decision may ask for.
//!
//! Two units of one shape owe the same until the same instants, are vetted by the same units, rank among the same peers,
//! and whoever acts for the one has his like in the other. What the core never asks of a unit by name is left out: who
//! cooperates, who is informed, and to whom a copy goes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use congvan_calendar::DeadlineRule;
use congvan_core::directory::{Delegation, Power};
use congvan_core::id::{AssignmentId, FieldId, GroupId, PersonId, UnitId};
use congvan_core::mandate::{Assignment, CriterionCheck, Vetting};
use congvan_core::obligation::Performer;
use congvan_core::{Capacity, Entry};

use super::Subject;

/// What makes units alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shape {
    owes: Vec<Owed>,
    /// Each deadline per performer of the mandate, as it says for this unit: what it comes to at issue or on receipt,
    /// and whatever is due with it, follows from that.
    deadlines: Vec<Option<String>>,
    /// Who acts for it, from each day on which that changes; of several posts alike two stand for all.
    staff: Vec<(NaiveDate, Vec<Post>)>,
    /// As what somebody acts for it who also acts for another unit with a part, and as what there.
    shared: BTreeSet<(Post, UnitId, Post)>,
    /// A unit with a role of its own is like no other.
    alone: Option<UnitId>,
}

/// One thing that is owed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Owed {
    assignment: AssignmentId,
    field: Option<FieldId>,
    /// The group among whose members it ranks, for each criterion that asks for a rank.
    peers: Vec<Option<GroupId>>,
}

/// As what somebody acts for a unit, and how far that goes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Post {
    capacity: Capacity,
    /// A deputy's portfolios, and what an order or an authorisation hands over.
    limits: Vec<Limit>,
}

/// The fields and powers that a post is limited to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Limit {
    fields: Vec<FieldId>,
    powers: Vec<Power>,
    /// The portfolios of the deputy to whom an order was passed on.
    passed: Vec<Vec<FieldId>>,
}

/// Who acts for a unit from a day on.
type Roll = Vec<(NaiveDate, Vec<(PersonId, Post)>)>;

/// How many of several posts alike stand for all: two, so that four eyes can be told apart.
const OF_EACH: usize = 2;

impl Subject {
    /// The shape of every unit that performs something.
    pub(super) fn shape_of_each(&self) -> BTreeMap<UnitId, Shape> {
        let roster = self.roster();
        let alone = self.with_a_role(&roster);
        let rolls = self.rolls(&roster, &alone);
        let mut shared = shared(&rolls);
        let mut owes: BTreeMap<UnitId, Vec<Owed>> = BTreeMap::new();
        for entry in &roster {
            if let Some(unit) = entry.key.performer.unit() {
                owes.entry(unit).or_default().push(self.owed(unit, entry));
            }
        }
        let shape = |(unit, owes): (UnitId, _)| {
            let shape = Shape {
                owes,
                deadlines: self.own_deadlines(unit),
                staff: rolls.get(&unit).map(staff).unwrap_or_default(),
                shared: shared.remove(&unit).unwrap_or_default(),
                alone: alone.contains(&unit).then_some(unit),
            };
            (unit, shape)
        };
        owes.into_iter().map(shape).collect()
    }

    /// Everybody who acts for more than one unit with a part: he may come to judge for one what he did for another.
    pub(super) fn shared_persons(&self) -> BTreeSet<PersonId> {
        let roster = self.roster();
        let mut units: BTreeMap<PersonId, BTreeSet<UnitId>> = BTreeMap::new();
        for (unit, roll) in self.rolls(&roster, &self.with_a_role(&roster)) {
            for (person, _) in roll.into_iter().flat_map(|(_, people)| people) {
                units.entry(person).or_default().insert(unit);
            }
        }
        units.into_iter().filter(|(_, units)| units.len() > 1).map(|(person, _)| person).collect()
    }

    /// Whether the fields differ in name only: each asks the same of the same units, its agency does nothing else and
    /// shares nobody, and nobody is in charge of some of them.
    pub(super) fn fields_alike(&self) -> bool {
        let mandate = &self.mandate;
        let agencies: Vec<_> = mandate.fields.iter().filter_map(|field| field.standing_agency).collect();
        let distinct = agencies.iter().collect::<BTreeSet<_>>().len() == mandate.fields.len();
        let roster = self.roster();
        let rolls = self.rolls(&roster, &self.with_a_role(&roster));
        let shared = shared(&rolls);
        let performs = |unit: UnitId| roster.iter().any(|entry| entry.key.performer.unit() == Some(unit));
        let idle = agencies.iter().all(|unit| {
            let header = &mandate.header;
            !performs(*unit)
                && ![header.issuing_body, mandate.office(), mandate.fallback_vetter()].contains(unit)
                && mandate.meetings.iter().all(|meeting| meeting.lead != *unit)
                && mandate.assignments.iter().all(|known| known.vetted_by != Some(Vetting::Unit(*unit)))
                && !shared.contains_key(unit)
        });
        let staff_of = |unit: &UnitId| rolls.get(unit).map(staff);
        let alike = agencies.windows(2).all(|pair| match pair {
            [one, other] => staff_of(one) == staff_of(other),
            _ => true,
        });
        let everywhere = mandate.assignments.iter().all(|known| {
            !known.own_field && (known.per_field.is_empty() || known.per_field.len() == mandate.fields.len())
        });
        let people = rolls.values().flatten().flat_map(|(_, people)| people);
        let mut limits = people.flat_map(|(_, post)| &post.limits);
        let unlimited = limits.all(|limit| limit.fields.is_empty() && limit.passed.iter().all(Vec::is_empty));
        distinct && idle && alike && everywhere && unlimited && mandate.fields.len() > 1
    }

    fn owed(&self, unit: UnitId, entry: &Entry) -> Owed {
        let (assignment, field) = (entry.key.assignment, entry.key.field);
        let found = self.mandate.assignment(assignment).map(|(_, found)| found);
        let checks = found.into_iter().flat_map(|found| &found.criteria).map(|criterion| &criterion.check);
        let peers = checks.filter_map(|check| {
            let CriterionCheck::RankAmongPeers { groups } = check else { return None };
            Some(groups.iter().copied().find(|group| self.directory.is_member(*group, unit, self.day)))
        });
        Owed { assignment, field, peers: peers.collect() }
    }

    /// What each deadline per performer says for this unit; other deadlines say the same for every unit.
    fn own_deadlines(&self, unit: UnitId) -> Vec<Option<String>> {
        let name = Performer::Unit(unit).to_string();
        let of_assignment = |known: &Assignment| {
            let rules = [Some(&known.deadline), known.vetting_deadline.as_ref()].into_iter().flatten();
            rules.filter_map(|rule| own_rule(rule, &name)).collect::<Vec<_>>()
        };
        self.mandate.assignments.iter().flat_map(of_assignment).collect()
    }

    /// Units that do more than perform: they issue, record, vet, collect, monitor, lead jointly, arrange, sign or take
    /// the chair; and whatever stands above the issuing body, which has its powers.
    fn with_a_role(&self, roster: &[Entry]) -> BTreeSet<UnitId> {
        let mandate = &self.mandate;
        let header = &mandate.header;
        let unit_of = |office| self.directory.office(office).map(|found| found.unit);
        let mut units = BTreeSet::from([header.issuing_body, mandate.office(), mandate.fallback_vetter()]);
        units.extend(header.drafting_unit);
        units.extend(unit_of(header.signer.office));
        units.extend(self.above(header.issuing_body));
        units.extend(mandate.fields.iter().filter_map(|field| field.standing_agency));
        units.extend(mandate.meetings.iter().map(|meeting| meeting.lead));
        units.extend(mandate.meetings.iter().filter_map(|meeting| unit_of(meeting.chair)));
        for assignment in &mandate.assignments {
            units.extend(assignment.roles.monitor);
            units.extend(assignment.roles.collector);
            if let Some(Vetting::Unit(unit)) = assignment.vetted_by {
                units.insert(unit);
            }
        }
        for entry in roster {
            let consolidates = mandate
                .assignment(entry.key.assignment)
                .is_some_and(|(_, found)| !found.consolidates.is_empty());
            if consolidates || !entry.joint.is_empty() {
                units.extend(entry.key.performer.unit());
                units.extend(&entry.joint);
            }
        }
        units
    }

    /// Every unit that a unit belonged to on any day, and theirs.
    pub(super) fn above(&self, unit: UnitId) -> BTreeSet<UnitId> {
        let mut found = BTreeSet::new();
        let mut open = vec![unit];
        while let Some(known) = open.pop().and_then(|unit| self.directory.unit(unit)) {
            let parents = known.parents.iter().map(|parent| parent.unit);
            open.extend(parents.filter(|parent| found.insert(*parent)));
        }
        found
    }

    /// Who acts for each unit with a part, from the day of issue on.
    fn rolls(&self, roster: &[Entry], with_a_role: &BTreeSet<UnitId>) -> BTreeMap<UnitId, Roll> {
        let performers = roster.iter().filter_map(|entry| entry.key.performer.unit());
        let units: BTreeSet<UnitId> = performers.chain(with_a_role.iter().copied()).collect();
        let days = self.days();
        let roll = |unit: UnitId| -> Roll {
            let people = |day: &NaiveDate| {
                let people = self.directory.people_of(unit, *day).into_iter();
                let posts =
                    people.map(|(person, capacity)| (person, self.post(person, unit, capacity, *day)));
                (*day, posts.collect())
            };
            let mut roll: Roll = days.iter().map(people).collect();
            roll.dedup_by(|(_, later), (_, earlier)| later == earlier);
            roll
        };
        units.into_iter().map(|unit| (unit, roll(unit))).collect()
    }

    /// The day of issue, and every later day on which the directory has somebody come or go.
    fn days(&self) -> BTreeSet<NaiveDate> {
        let data = self.directory.data();
        let held = data.holdings.iter().flat_map(|holding| [Some(holding.from), holding.until]);
        let handed = data.delegations.iter().flat_map(|given| [Some(given.from), given.until]);
        let later = held.chain(handed).flatten().filter(|day| *day > self.day);
        later.chain([self.day]).collect()
    }

    fn post(&self, person: PersonId, unit: UnitId, capacity: Capacity, day: NaiveDate) -> Post {
        let limits = match capacity {
            Capacity::Deputy => {
                let portfolios = self.portfolios(person, unit, day).into_iter();
                portfolios.map(|fields| Limit { fields, powers: Vec::new(), passed: Vec::new() }).collect()
            }
            Capacity::ByOrder | Capacity::ByAuthorisation => {
                let given = self.directory.delegations(person, unit, capacity, day).into_iter();
                given.map(|delegation| self.handed(delegation, person, day)).collect()
            }
            Capacity::Officer | Capacity::Head | Capacity::Acting | Capacity::Clerk | Capacity::Chair => {
                Vec::new()
            }
        };
        Post { capacity, limits }
    }

    /// The portfolios of the deputies' offices that a person holds in a unit.
    fn portfolios(&self, person: PersonId, unit: UnitId, day: NaiveDate) -> Vec<Vec<FieldId>> {
        let offices = self.directory.offices_of(unit);
        let held = offices.filter(|office| {
            office.capacity == Capacity::Deputy && self.directory.holds_office(person, office.id, day)
        });
        held.map(|office| office.portfolio.clone()).collect()
    }

    fn handed(&self, delegation: Delegation, person: PersonId, day: NaiveDate) -> Limit {
        let offices = delegation.deputies.iter().filter_map(|office| self.directory.office(*office));
        let his = offices.filter(|office| {
            person != delegation.person && self.directory.holds_office(person, office.id, day)
        });
        let passed = his.map(|office| office.portfolio.clone()).collect();
        Limit { fields: delegation.fields, powers: delegation.powers, passed }
    }
}

/// What a deadline per performer says for one of them; none where the deadline is the same for all.
fn own_rule(rule: &DeadlineRule, name: &str) -> Option<Option<String>> {
    let DeadlineRule::PerPerformer { rules, otherwise } = rule else { return None };
    let own = rules.get(name).or(otherwise.as_deref());
    Some(own.map(|own| serde_json::to_string(own).unwrap_or_else(|_| name.to_owned())))
}

/// The posts of a unit from each day on which they change, without the names.
fn staff(roll: &Roll) -> Vec<(NaiveDate, Vec<Post>)> {
    let posts = |people: &[(PersonId, Post)]| {
        let mut counted: BTreeMap<&Post, usize> = BTreeMap::new();
        for (_, post) in people {
            let count = counted.entry(post).or_default();
            *count = count.saturating_add(1).min(OF_EACH);
        }
        counted.into_iter().flat_map(|(post, count)| std::iter::repeat_n(post.clone(), count)).collect()
    };
    let mut staff: Vec<(NaiveDate, Vec<Post>)> =
        roll.iter().map(|(day, people)| (*day, posts(people))).collect();
    staff.dedup_by(|(_, later), (_, earlier)| later == earlier);
    staff
}

/// As what people of each unit act for it and for another one; nothing where nobody does.
fn shared(rolls: &BTreeMap<UnitId, Roll>) -> BTreeMap<UnitId, BTreeSet<(Post, UnitId, Post)>> {
    let mut posts: BTreeMap<PersonId, BTreeSet<(UnitId, &Post)>> = BTreeMap::new();
    for (unit, roll) in rolls {
        for (person, post) in roll.iter().flat_map(|(_, people)| people) {
            posts.entry(*person).or_default().insert((*unit, post));
        }
    }
    let mut shared: BTreeMap<UnitId, BTreeSet<(Post, UnitId, Post)>> = BTreeMap::new();
    for posts in posts.values() {
        for (unit, here) in posts {
            let others = posts.iter().filter(|(other, _)| other != unit);
            let mut ties =
                others.map(|(other, there)| ((*here).clone(), *other, (*there).clone())).peekable();
            if ties.peek().is_some() {
                shared.entry(*unit).or_default().extend(ties);
            }
        }
    }
    shared
}
