//! The indexes agree with plain scans, and the structure is refused exactly when a plain scan finds it unsound.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;

const UNITS: usize = 4;
const PERSONS: usize = 3;
const DAYS: u64 = 8;
const OFFICES: [(usize, Capacity); 7] = [
    (0, Capacity::Head),
    (0, Capacity::Deputy),
    (0, Capacity::Officer),
    (1, Capacity::Head),
    (1, Capacity::Clerk),
    (2, Capacity::Head),
    (2, Capacity::Officer),
];
const CAPACITIES: [Capacity; 8] = [
    Capacity::Officer,
    Capacity::Head,
    Capacity::Deputy,
    Capacity::Acting,
    Capacity::ByOrder,
    Capacity::ByAuthorisation,
    Capacity::Clerk,
    Capacity::Chair,
];
const POWERS: [Power; 3] = [Power::Sign, Power::Waive, Power::Vet];

fn nth(n: u64) -> NaiveDate {
    day("2024-03-22") + chrono::Days::new(n)
}

fn named<T: FromStr<Err: Debug>>(kind: &str, n: usize) -> T {
    id(&format!("{kind}{n}"))
}

fn empty() -> DirectoryData {
    let unit = |n: usize| Unit {
        id: named("u", n),
        names: vec![DatedName { name: format!("Đơn vị {n}"), from: None, until: None }],
        aliases: Vec::new(),
        codes: Vec::new(),
        parents: Vec::new(),
        exists: Span::ALWAYS,
        predecessors: Vec::new(),
        source: None,
    };
    let office = |(n, (unit, capacity)): (usize, &(usize, Capacity))| Office {
        id: named("o", n),
        unit: named("u", *unit),
        capacity: *capacity,
        title_vi: "Chức vụ".to_owned(),
        title_en: None,
        portfolio: Vec::new(),
    };
    let person = |n: usize| Person { id: named("p", n), name: format!("Người {n}"), source: None };
    DirectoryData {
        format: 1,
        version: "1".to_owned(),
        units: (0..UNITS).map(unit).collect(),
        groups: Vec::new(),
        offices: OFFICES.iter().enumerate().map(office).collect(),
        persons: (0..PERSONS).map(person).collect(),
        holdings: Vec::new(),
        delegations: Vec::new(),
        parties: Vec::new(),
        committees: Vec::new(),
    }
}

fn span() -> impl Strategy<Value = Span> {
    (option::of(0..DAYS), option::of(0..DAYS))
        .prop_map(|(from, until)| Span::new(from.map(nth), until.map(nth)))
}

fn holding() -> impl Strategy<Value = Holding> {
    let days = (0..DAYS, option::weighted(0.8, 0..DAYS));
    (0..OFFICES.len(), 0..PERSONS, days, any::<bool>()).prop_map(|(office, person, (from, until), acting)| {
        Holding {
            office: named("o", office),
            person: named("p", person),
            from: nth(from),
            until: until.map(nth),
            acting,
        }
    })
}

fn delegation() -> impl Strategy<Value = Delegation> {
    let kinds = prop_oneof![Just(DelegationKind::ByOrder), Just(DelegationKind::ByAuthorisation)];
    let powers = proptest::sample::subsequence(&POWERS[..], 1..=2);
    let fields = vec((0_usize..2).prop_map(|n| named("f", n)), 0..2);
    let days = (0..DAYS, 1..DAYS);
    (0..PERSONS, 0..OFFICES.len(), kinds, powers, fields, days).prop_map(
        |(person, office, kind, powers, fields, (from, length))| Delegation {
            person: named("p", person),
            from_office: named("o", office),
            kind,
            powers,
            fields,
            deputies: Vec::new(),
            from: nth(from),
            until: Some(nth(from + length)),
            instrument: "Quy chế".to_owned(),
        },
    )
}

fn committee() -> impl Strategy<Value = Committee> {
    (0..OFFICES.len(), 0..UNITS).prop_map(|(office, unit)| Committee {
        id: id("c"),
        name: "Ban Chỉ đạo".to_owned(),
        chair: Some(named("o", office)),
        standing_agency: Some(named("u", unit)),
        series: None,
        source: None,
    })
}

/// Data whose holdings and delegations may or may not be allowed.
fn staffed() -> impl Strategy<Value = DirectoryData> {
    (vec(holding(), 0..8), vec(delegation(), 0..3), option::of(committee())).prop_map(
        |(holdings, delegations, c)| DirectoryData {
            holdings,
            delegations,
            committees: c.into_iter().collect(),
            ..empty()
        },
    )
}

/// The same data without what may not be.
fn sound() -> impl Strategy<Value = DirectoryData> {
    staffed().prop_map(|mut data| {
        let wanted = std::mem::take(&mut data.holdings);
        for holding in wanted {
            data.holdings.push(holding);
            if !staff_is_sound(&data, false) {
                data.holdings.pop();
            }
        }
        let is_heads = |office: OfficeId| capacity_of(office) == Capacity::Head;
        data.delegations.retain(|delegation| is_heads(delegation.from_office));
        data
    })
}

fn position(office: OfficeId) -> usize {
    office.as_str()[1..].parse().unwrap()
}

fn capacity_of(office: OfficeId) -> Capacity {
    OFFICES[position(office)].1
}

fn unit_of(office: OfficeId) -> UnitId {
    named("u", OFFICES[position(office)].0)
}

fn in_days(from: NaiveDate, until: Option<NaiveDate>, on: NaiveDate) -> bool {
    from <= on && until.is_none_or(|until| on < until)
}

/// Day by day: nobody shares an office, no interval is empty, only heads act and delegate.
fn staff_is_sound(data: &DirectoryData, with_delegations: bool) -> bool {
    let is_filled =
        data.holdings.iter().all(|holding| holding.until.is_none_or(|until| holding.from < until));
    let heads_act = data.holdings.iter().all(|h| !h.acting || capacity_of(h.office) == Capacity::Head);
    let is_single = (0..=DAYS).map(nth).all(|on| {
        let mut holders: BTreeMap<OfficeId, usize> = BTreeMap::new();
        for holding in data.holdings.iter().filter(|holding| in_days(holding.from, holding.until, on)) {
            *holders.entry(holding.office).or_default() += 1;
        }
        holders.values().all(|count| *count == 1)
    });
    let heads_delegate = data.delegations.iter().all(|d| capacity_of(d.from_office) == Capacity::Head);
    is_filled && heads_act && is_single && (heads_delegate || !with_delegations)
}

fn scan_holds(
    data: &DirectoryData,
    person: PersonId,
    unit: UnitId,
    capacity: Capacity,
    on: NaiveDate,
) -> bool {
    let mut held = data.holdings.iter().filter(|h| h.person == person && in_days(h.from, h.until, on));
    let mut delegated = data
        .delegations
        .iter()
        .filter(|d| d.person == person && unit_of(d.from_office) == unit && in_days(d.from, d.until, on));
    match capacity {
        Capacity::Head | Capacity::Deputy | Capacity::Clerk | Capacity::Officer => {
            held.any(|h| unit_of(h.office) == unit && capacity_of(h.office) == capacity && !h.acting)
        }
        Capacity::Acting => held.any(|h| unit_of(h.office) == unit && h.acting),
        Capacity::ByOrder => delegated.any(|d| d.kind == DelegationKind::ByOrder),
        Capacity::ByAuthorisation => delegated.any(|d| d.kind == DelegationKind::ByAuthorisation),
        Capacity::Chair => held.any(|h| {
            let mut committees = data.committees.iter();
            unit_of(h.office) == unit
                || committees.any(|c| c.chair == Some(h.office) && c.standing_agency == Some(unit))
        }),
    }
}

/// Whether some chain of edges comes back to where it began.
fn is_cyclic(edges: &[(usize, usize)]) -> bool {
    let reached = |start: usize| {
        let mut reached: BTreeSet<usize> = BTreeSet::new();
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            let next = edges.iter().filter(|(from, _)| *from == node).map(|(_, to)| *to);
            open.extend(next.filter(|to| reached.insert(*to)));
        }
        reached
    };
    edges.iter().any(|(from, _)| reached(*from).contains(from))
}

proptest! {
    #[test]
    fn the_index_agrees_with_a_scan(data in sound()) {
        let directory = Directory::from_data(data.clone()).unwrap();
        for (unit, on) in (0..UNITS).flat_map(|unit| (0..=DAYS).map(move |on| (named("u", unit), nth(on)))) {
            let mut people = Vec::new();
            for (person, capacity) in
                (0..PERSONS).flat_map(|person| CAPACITIES.map(|capacity| (named("p", person), capacity)))
            {
                let expected = scan_holds(&data, person, unit, capacity, on);
                prop_assert_eq!(directory.holds(person, unit, capacity, on), expected);
                people.extend((expected && capacity != Capacity::Chair).then_some((person, capacity)));
                for power in POWERS {
                    for field in [None, Some(named("f", 0))] {
                        let expected = data.delegations.iter().any(|d| {
                            d.person == person
                                && unit_of(d.from_office) == unit
                                && d.kind.capacity() == capacity
                                && d.powers.contains(&power)
                                && (d.fields.is_empty() || field.is_some_and(|field| d.fields.contains(&field)))
                                && in_days(d.from, d.until, on)
                        });
                        let delegated = directory.delegated_in(person, unit, capacity, power, field, on);
                        prop_assert_eq!(delegated, expected);
                    }
                }
            }
            people.sort();
            prop_assert_eq!(directory.people_of(unit, on), people);
        }
    }

    #[test]
    fn a_holder_holds_the_office(data in sound(), office in 0..OFFICES.len(), on in 0..=DAYS) {
        let directory = Directory::from_data(data).unwrap();
        let (office, on) = (named("o", office), nth(on));
        for person in (0..PERSONS).map(|n| named("p", n)) {
            let holds = directory.holds_office(person, office, on);
            prop_assert_eq!(holds, directory.holder(office, on) == Some(person));
        }
    }

    #[test]
    fn staff_is_refused_exactly_when_a_scan_finds_it_unsound(data in staffed()) {
        prop_assert_eq!(Directory::from_data(data.clone()).is_ok(), staff_is_sound(&data, true));
    }

    #[test]
    fn parents_are_refused_exactly_when_some_day_has_two_or_a_cycle(
        edges in vec((0..UNITS, 0..UNITS, span()), 0..6),
    ) {
        let mut data = empty();
        for (child, parent, days) in &edges {
            let parent = DatedParent { unit: named("u", *parent), from: days.from, until: days.until };
            data.units[*child].parents.push(parent);
        }
        // One day before and one day after every bound stand for all others.
        let is_sound = edges.iter().all(|(.., days)| !days.is_empty())
            && (0..=DAYS + 1).map(|n| nth(n) - chrono::Days::new(1)).all(|on| {
                let on_day: Vec<_> =
                    edges.iter().filter(|(.., days)| days.contains(on)).map(|(c, p, _)| (*c, *p)).collect();
                let children: BTreeSet<_> = on_day.iter().map(|(child, _)| *child).collect();
                children.len() == on_day.len() && !is_cyclic(&on_day)
            });
        prop_assert_eq!(Directory::from_data(data).is_ok(), is_sound);
    }

    #[test]
    fn groups_and_predecessors_are_refused_exactly_when_cyclic(edges in vec((0..UNITS, 0..UNITS), 0..6)) {
        let mut nested = empty();
        nested.groups = (0..UNITS)
            .map(|n| Group {
                id: named("g", n),
                name: format!("Nhóm {n}"),
                units: vec![named("u", n)],
                dated_units: Vec::new(),
                groups: edges.iter().filter(|(from, _)| *from == n).map(|(_, to)| named("g", *to)).collect(),
                source: None,
            })
            .collect();
        let mut followed = empty();
        for (later, earlier) in &edges {
            followed.units[*later].predecessors.push(named("u", *earlier));
        }
        prop_assert_eq!(Directory::from_data(followed).is_ok(), !is_cyclic(&edges));
        let directory = Directory::from_data(nested);
        prop_assert_eq!(directory.is_ok(), !is_cyclic(&edges));
        for (group, on) in (0..UNITS).map(|n| (n, nth(0))) {
            let Ok(directory) = &directory else { break };
            let members = directory.members(named("g", group), on).unwrap();
            for unit in 0..UNITS {
                let mut with_way_back = edges.clone();
                with_way_back.push((unit, group));
                // A unit is inside exactly when a way back from its own group closes a cycle.
                let is_inside = is_cyclic(&with_way_back);
                prop_assert_eq!(members.contains(&named("u", unit)), is_inside);
                prop_assert_eq!(directory.is_member(named("g", group), named("u", unit), on), is_inside);
            }
        }
    }
}
