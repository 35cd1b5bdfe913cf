//! The indexes agree with a naive scan of the lists, over random directories.

use proptest::prelude::*;

use super::*;

const PEOPLE: usize = 4;
const UNITS: usize = 3;
const DAYS: u32 = 24;
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
const OFFICES: [Capacity; 4] = [Capacity::Head, Capacity::Deputy, Capacity::Clerk, Capacity::Officer];

fn on(n: u32) -> NaiveDate {
    day("2024-01-01") + chrono::Days::new(u64::from(n))
}

fn person(n: usize) -> PersonId {
    id(&format!("p{n}"))
}

fn unit(n: usize) -> UnitId {
    id(&format!("u{n}"))
}

/// The office of a capacity of a unit; there is one of each.
fn office(unit: usize, capacity: usize) -> OfficeId {
    id(&format!("o{unit}.{capacity}"))
}

prop_compose! {
    fn holdings()(drawn in prop::collection::vec((0..UNITS, 0..OFFICES.len(), 0..PEOPLE, 0..DAYS, 1..DAYS, any::<bool>(), any::<bool>()), 0..16))
        -> Vec<Holding>
    {
        let holding = |(of, capacity, who, from, length, acting, ends): (usize, usize, usize, u32, u32, bool, bool)| Holding {
            office: office(of, capacity),
            person: person(who),
            from: on(from),
            until: ends.then(|| on(from + length)),
            acting: acting && capacity == 0,
        };
        drawn.into_iter().map(holding).collect()
    }
}

prop_compose! {
    fn delegations()(drawn in prop::collection::vec((0..UNITS, 0..PEOPLE, any::<bool>(), 0..DAYS, 1..DAYS), 0..8)) -> Vec<Delegation> {
        let delegation = |(of, who, by_order, from, length): (usize, usize, bool, u32, u32)| Delegation {
            person: person(who),
            from_office: office(of, 0),
            kind: if by_order { DelegationKind::ByOrder } else { DelegationKind::ByAuthorisation },
            powers: vec![if length % 2 == 0 { Power::Sign } else { Power::Extend }],
            fields: Vec::new(),
            from: on(from),
            until: Some(on(from + length)),
            instrument: "Quy chế".to_owned(),
        };
        drawn.into_iter().map(delegation).collect()
    }
}

prop_compose! {
    fn data()(holdings in holdings(), delegations in delegations(), chairs in prop::collection::vec((0..UNITS, 0..UNITS), 0..3)) -> DirectoryData {
        let name = |name: String| vec![DatedName { name, from: None, until: None }];
        let a_unit = |n: usize| Unit {
            id: unit(n), names: name(format!("U{n}")), aliases: vec![], codes: vec![], parents: vec![],
            exists: Span::ALWAYS, predecessors: vec![], source: None,
        };
        let an_office = |(of, n): (usize, usize)| Office {
            id: office(of, n), unit: unit(of), capacity: OFFICES[n], title_vi: "Chức vụ".to_owned(), title_en: None, portfolio: vec![],
        };
        let committee = |(n, (chair, agency)): (usize, (usize, usize))| Committee {
            id: id(&format!("c{n}")), name: "C".to_owned(), chair: Some(office(chair, 1)), standing_agency: Some(unit(agency)),
            series: None, source: None,
        };
        DirectoryData {
            format: 1,
            version: "random".to_owned(),
            units: (0..UNITS).map(a_unit).collect(),
            groups: vec![],
            offices: (0..UNITS).flat_map(|of| (0..OFFICES.len()).map(move |n| (of, n))).map(an_office).collect(),
            persons: (0..PEOPLE).map(|n| Person { id: person(n), name: format!("P{n}"), source: None }).collect(),
            holdings,
            delegations,
            parties: vec![],
            committees: chairs.into_iter().enumerate().map(committee).collect(),
        }
    }
}

fn in_force(from: NaiveDate, until: Option<NaiveDate>, on: NaiveDate) -> bool {
    on >= from && until.is_none_or(|until| on < until)
}

/// Whether two holdings of one office share a day of those that are asked about.
fn has_two_holders(data: &DirectoryData) -> bool {
    (0..3 * DAYS).any(|n| {
        let held = data.holdings.iter().filter(|held| in_force(held.from, held.until, on(n)));
        let mut offices: Vec<_> = held.map(|held| held.office).collect();
        offices.sort();
        offices.windows(2).any(|pair| pair[0] == pair[1])
    })
}

/// What `holds` says, told from the lists alone.
fn scanned(data: &DirectoryData, who: PersonId, of: UnitId, capacity: Capacity, on: NaiveDate) -> bool {
    let held =
        || data.holdings.iter().filter(|held| held.person == who && in_force(held.from, held.until, on));
    let office = |id: OfficeId| data.offices.iter().find(|office| office.id == id).unwrap();
    let delegated = |kind: DelegationKind| {
        let by = |d: &&Delegation| d.person == who && d.kind == kind && in_force(d.from, d.until, on);
        data.delegations.iter().filter(by).any(|d| office(d.from_office).unit == of)
    };
    let holds = |capacity: Capacity, acting: bool| {
        held().any(|h| {
            office(h.office).unit == of && office(h.office).capacity == capacity && h.acting == acting
        })
    };
    match capacity {
        Capacity::Head => holds(Capacity::Head, false),
        Capacity::Acting => holds(Capacity::Head, true),
        Capacity::Deputy | Capacity::Clerk | Capacity::Officer => holds(capacity, false),
        Capacity::ByOrder => delegated(DelegationKind::ByOrder),
        Capacity::ByAuthorisation => delegated(DelegationKind::ByAuthorisation),
        Capacity::Chair => held().any(|h| {
            let chairs = |c: &Committee| c.chair == Some(h.office) && c.standing_agency == Some(of);
            office(h.office).unit == of || data.committees.iter().any(chairs)
        }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn holds_agrees_with_a_scan_and_two_holders_are_refused(data in data()) {
        let directory = match Directory::from_data(data.clone()) {
            Ok(directory) => directory,
            Err(error) => {
                prop_assert!(error.faults().iter().all(|fault| fault.kind == FaultKind::Overlap), "{error}");
                prop_assert!(has_two_holders(&data), "{error}");
                return Ok(());
            }
        };
        prop_assert!(!has_two_holders(&data));
        for n in 0..2 * DAYS {
            for of in (0..UNITS).map(unit) {
                let mut people = Vec::new();
                for who in (0..PEOPLE).map(person) {
                    for capacity in CAPACITIES {
                        let holds = directory.holds(who, of, capacity, on(n));
                        prop_assert_eq!(holds, scanned(&data, who, of, capacity, on(n)), "{} {} {:?} {}", who, of, capacity, on(n));
                        people.extend((holds && capacity != Capacity::Chair).then_some((who, capacity)));
                    }
                }
                people.sort();
                prop_assert_eq!(directory.people_of(of, on(n)), people);
            }
        }
    }

    #[test]
    fn a_delegation_agrees_with_a_scan(delegations in delegations(), data in data()) {
        let data = DirectoryData { holdings: vec![], delegations, ..data };
        let directory = Directory::from_data(data.clone()).unwrap();
        for n in 0..2 * DAYS {
            for (who, of) in (0..PEOPLE).flat_map(|who| (0..UNITS).map(move |of| (person(who), of))) {
                for (kind, power) in [(DelegationKind::ByOrder, Power::Sign), (DelegationKind::ByAuthorisation, Power::Extend)] {
                    let scanned = data.delegations.iter().any(|d| {
                        (d.person, d.from_office, d.kind) == (who, office(of, 0), kind)
                            && d.powers.contains(&power)
                            && in_force(d.from, d.until, on(n))
                    });
                    prop_assert_eq!(directory.delegated(who, unit(of), kind.capacity(), power, on(n)), scanned);
                }
            }
        }
    }
}
