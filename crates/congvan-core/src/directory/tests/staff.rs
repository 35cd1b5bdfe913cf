//! A staff in place of the lists: what the lists say when asked alike, and never more than a directory would take.

use super::*;

/// Answers out of lists, of which it gives everything to whoever asks: the directory chooses.
#[derive(Debug)]
struct Lists(Posted);

impl Staff for Lists {
    fn of_person(&self, _: PersonId, _: NaiveDate) -> Posted {
        self.0.clone()
    }

    fn of_office(&self, _: OfficeId, _: NaiveDate) -> Posted {
        self.0.clone()
    }
}

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

/// The directory without its lists, filled by a staff that has these.
fn staffed(directory: &Directory, holdings: Vec<Holding>, delegations: Vec<Delegation>) -> Directory {
    let data = DirectoryData { holdings: Vec::new(), delegations: Vec::new(), ..directory.data().clone() };
    let posted = Posted { holdings, delegations };
    Directory::from_data(data).unwrap().with_staff(Some(Arc::new(Lists(posted))))
}

#[test]
fn a_staff_that_has_the_lists_answers_as_the_lists_do() {
    let yes = alike(&province(), &["2023-12-31", "2024-01-01", "2024-03-24", "2024-03-25", "2024-04-01"]);
    assert!(yes > 20, "only {yes} answers were yes");
    let yes = alike(&passing_on(), &["2023-12-31", "2024-01-01", "2024-02-15", "2024-03-05", "2024-03-15"]);
    assert!(yes > 100, "only {yes} answers were yes");
}

/// Holds what a staff with the lists of a directory answers on these days to what the directory answers; gives the number
/// of persons who hold what was asked.
fn alike(written: &Directory, days: &[&str]) -> usize {
    let data = written.data();
    let staffed = staffed(written, data.holdings.clone(), data.delegations.clone());
    let mut yes = 0;
    for on in days.iter().copied().map(day) {
        for office in &data.offices {
            assert_eq!(written.holding(office.id, on), staffed.holding(office.id, on), "{}", office.id);
        }
        for unit in &data.units {
            assert_eq!(written.people_of(unit.id, on), staffed.people_of(unit.id, on), "{}", unit.id);
            for power in [Power::Sign, Power::Schedule, Power::Waive, Power::Submit] {
                let asked = |directory: &Directory| {
                    directory.delegates_within(unit.id, power, on, <[FieldId]>::is_empty)
                };
                assert_eq!(asked(written), asked(&staffed), "{} {power:?}", unit.id);
            }
        }
        for person in &data.persons {
            for office in &data.offices {
                let asked = |directory: &Directory| directory.holds_office(person.id, office.id, on);
                assert_eq!(asked(written), asked(&staffed), "{} {}", person.id, office.id);
            }
            for (unit, capacity) in data.units.iter().flat_map(|unit| CAPACITIES.map(|it| (unit.id, it))) {
                let asked = |directory: &Directory| {
                    let powers = [Power::Sign, Power::Waive].map(|power| {
                        let field = Some(id("cchc"));
                        directory.delegated_in(person.id, unit, capacity, power, field, on)
                    });
                    let holds = directory.holds(person.id, unit, capacity, on);
                    let deputises = directory.deputises_within(person.id, unit, on, <[FieldId]>::is_empty);
                    let mut delegations = directory.delegations(person.id, unit, capacity, on);
                    delegations.sort_by_key(|delegation| format!("{delegation:?}"));
                    (holds, deputises, powers, delegations)
                };
                assert_eq!(asked(written), asked(&staffed), "{} {unit} {capacity:?} {on}", person.id);
                yes += usize::from(asked(&staffed).0);
            }
        }
    }
    yes
}

#[test]
fn a_staff_stands_in_place_of_the_lists() {
    let holding = Holding { person: id("binh"), ..province().data().holdings[0].clone() };
    let lists = Posted { holdings: vec![holding], delegations: Vec::new() };
    let directory = province().with_staff(Some(Arc::new(Lists(lists))));
    let on = day("2024-03-20");
    assert!(directory.holds(id("binh"), id("ubnd-tinh"), Capacity::Head, on));
    assert!(!directory.holds(id("tho"), id("ubnd-tinh"), Capacity::Head, on));
    assert_eq!(directory.holder(id("tinh.head"), on), Some(id("binh")));
    assert_ne!(directory, province());
    let again = directory.with_staff(None);
    assert!(again.holds(id("tho"), id("ubnd-tinh"), Capacity::Head, on));
    assert_eq!(again, province());
}

#[test]
fn a_staff_grants_nothing_that_a_directory_would_not_take() {
    let data = province().data().clone();
    let on = day("2024-03-20");
    let endless = Delegation { until: None, ..data.delegations[1].clone() };
    let of_an_officer = Delegation { from_office: id("snv.officer"), ..data.delegations[0].clone() };
    let ended = Delegation { until: Some(on), ..data.delegations[0].clone() };
    let nowhere = Holding { office: id("nowhere"), ..data.holdings[0].clone() };
    let over = Holding { until: Some(on), ..data.holdings[0].clone() };
    let directory = staffed(&province(), vec![nowhere, over], vec![endless, of_an_officer, ended]);
    for (unit, capacity) in data.units.iter().flat_map(|unit| CAPACITIES.map(|it| (unit.id, it))) {
        for person in &data.persons {
            assert!(!directory.holds(person.id, unit, capacity, on), "{} {unit} {capacity:?}", person.id);
        }
        assert_eq!(directory.people_of(unit, on), []);
        assert!(!directory.delegates_within(unit, Power::Sign, on, |_| true));
    }
    assert_eq!(directory.holder(id("tinh.head"), on), None);
}
