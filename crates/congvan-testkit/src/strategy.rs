//! Proptest strategies: small worlds of a directory, a mandate, people and a day on which it begins.
//!
//! A world is built from plain numbers, so that a counterexample shrinks to few units and few assignments.

mod calendar;
mod directory;
mod mandate;
mod number;

pub use calendar::calendars;
pub use directory::{Staff, directory_of, staffs};
pub use mandate::{Item, Order, mandate_of, orders};
pub use number::world_from;

use std::sync::Arc;

use chrono::NaiveDate;
use congvan_calendar::{Calendar, Instant};
use congvan_core::directory::DelegationKind;
use congvan_core::{Actor, Capacity, Directory, Mandate};
use proptest::prelude::*;

/// Everything that a directive is decided with, and what it orders.
#[derive(Clone, Debug)]
pub struct World {
    /// Everybody who may try something, in each capacity that the directory gives, and some that it does not.
    pub actors: Vec<Actor>,
    /// The official calendar, or that of a province.
    pub calendar: Calendar,
    /// The units and people.
    pub directory: Directory,
    /// The head of the issuing body.
    pub issuer: Actor,
    /// What the directive orders.
    pub mandate: Arc<Mandate>,
    /// When it begins.
    pub start: Instant,
}

/// The day on which every generated directive begins: Monday, 25 March 2024.
#[must_use]
pub fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, 25).unwrap_or_default()
}

/// Small worlds: two to four performing units beside the issuing body, its office and the vetting agency; one to five
/// assignments and no meeting, one or two; the official calendar, or days off and make-up days of the province.
pub fn worlds() -> impl Strategy<Value = World> {
    (staffs(), orders(), calendars()).prop_filter_map("the parts fit together", |(staff, order, calendar)| {
        Some(World { calendar, ..world_of(&staff, &order)? })
    })
}

/// The world that these numbers stand for, under the official calendar; none where its parts do not fit together.
#[must_use]
pub fn world_of(staff: &Staff, order: &Order) -> Option<World> {
    let directory = directory_of(staff)?;
    let mandate = mandate_of(order, staff.units)?;
    if !mandate.problems(&directory, first_day()).is_empty() {
        return None;
    }
    let issuer = Actor {
        capacity: Capacity::Head,
        on_behalf: None,
        person: directory::id("p.ubnd.head")?,
        unit: mandate.header.issuing_body,
    };
    Some(World {
        actors: actors_of(&directory),
        calendar: Calendar::official(),
        directory,
        issuer,
        mandate: Arc::new(mandate),
        start: Instant::at(first_day(), 8, 0)?,
    })
}

/// Everybody in each capacity held or delegated, each head in the chair, and an impostor in every unit.
#[must_use]
pub fn actors_of(directory: &Directory) -> Vec<Actor> {
    let data = directory.data();
    let mut actors = Vec::new();
    for holding in &data.holdings {
        let Some(office) = directory.office(holding.office) else { continue };
        let capacity = if holding.acting { Capacity::Acting } else { office.capacity };
        let actor = Actor { capacity, on_behalf: None, person: holding.person, unit: office.unit };
        actors.push(actor);
        if matches!(capacity, Capacity::Head | Capacity::Deputy) {
            actors.push(Actor { capacity: Capacity::Chair, ..actor });
        }
    }
    for delegation in &data.delegations {
        let Some(office) = directory.office(delegation.from_office) else { continue };
        let capacity = match delegation.kind {
            DelegationKind::ByOrder => Capacity::ByOrder,
            DelegationKind::ByAuthorisation => Capacity::ByAuthorisation,
        };
        let acts = |person| Actor { capacity, on_behalf: None, person, unit: office.unit };
        actors.push(acts(delegation.person));
        let deputies = data.holdings.iter().filter(|holding| delegation.deputies.contains(&holding.office));
        actors.extend(deputies.map(|holding| acts(holding.person)));
    }
    // Somebody who claims to be the head of a unit to which he does not belong.
    let stranger = data.persons.first().map(|person| person.id);
    let units = data.units.iter().rev().take(2);
    let claim = |(unit, person)| Actor { capacity: Capacity::Head, on_behalf: None, person, unit };
    actors.extend(units.filter_map(|unit| Some((unit.id, stranger?))).map(claim));
    actors
}
