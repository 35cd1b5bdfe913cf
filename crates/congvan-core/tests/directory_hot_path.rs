//! Asking a directory who acts for a unit, which every command does, allocates nothing.

use allocation_counter::measure;
use chrono::NaiveDate;
use congvan_core::directory::Power;
use congvan_core::{Capacity, Directory};
use congvan_text::read::Format;

const TEXT: &str = include_str!("../../../examples/directive-3552/directory.toml");

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

#[test]
fn asking_who_acts_for_a_unit_allocates_nothing() {
    let directory = Directory::read("directory.toml", TEXT, Format::Toml).unwrap();
    let people: Vec<_> = directory.data().persons.iter().map(|person| person.id).collect();
    let units: Vec<_> = directory.units().map(|unit| unit.id).collect();
    let day: NaiveDate = "2024-03-25".parse().unwrap();
    let mut held = 0_usize;
    let counted = measure(|| {
        for (person, unit) in people.iter().flat_map(|person| units.iter().map(move |unit| (*person, *unit)))
        {
            for capacity in CAPACITIES {
                held += usize::from(directory.holds(person, unit, capacity, day));
                held += usize::from(directory.delegated(person, unit, capacity, Power::Sign, day));
            }
        }
    });
    assert_eq!(counted.count_total, 0);
    // Each person holds one office, in which he may chair for his unit too; besides, the Chairman of the province
    // chairs for the three standing agencies.
    assert_eq!(held, 2 * people.len() + 3);
    let people_of = measure(|| drop(directory.people_of(units[0], day)));
    assert!(people_of.count_total > 0, "the counter counts");
}
