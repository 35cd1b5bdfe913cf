//! Small directories: each unit with a head, and perhaps deputy, clerk and officers; orders and authorisations.

use std::str::FromStr;

use chrono::Days;
use congvan_core::Directory;
use congvan_core::actor::Capacity;
use congvan_core::directory::{
    DatedName, DatedParent, Delegation, DelegationKind, DirectoryData, Group, Holding, Office, Party, Person,
    Power, Span, Unit,
};
use proptest::prelude::*;

use super::first_day;

/// The numbers that a directory is built from.
#[derive(Clone, Debug)]
pub struct Staff {
    /// How many units perform, from 2 to 4.
    pub units: usize,
    /// Three bits for each unit: it has a deputy, a clerk, a second officer.
    pub people: u32,
    /// Whether an officer of the first unit also serves the vetting agency.
    pub shared: bool,
    /// Whether the last unit is led by an acting head.
    pub acting: bool,
    /// The head of which performing unit leaves on the fifth day, with nobody after him.
    pub leaves: Option<usize>,
    /// Delegations from the head of the issuing body: by authorisation or by order, and which powers.
    pub delegations: Vec<(bool, u16)>,
    /// Who is limited to fields: 1 the issuing body's deputy, 2 the other deputies, 4 the delegations; and 8: an order is
    /// passed on to a deputy.
    pub limits: u8,
}

/// The numbers of small directories.
pub fn staffs() -> impl Strategy<Value = Staff> {
    let delegations = prop::collection::vec((any::<bool>(), any::<u16>()), 0..3);
    let leaves = prop::option::weighted(0.2, 0_usize..4);
    let limits = prop_oneof![3 => Just(0_u8), 1 => 0_u8..16];
    (2_usize..=4, any::<u32>(), any::<bool>(), any::<bool>(), leaves, delegations, limits).prop_map(
        |(units, people, shared, acting, leaves, delegations, limits)| Staff {
            units,
            people,
            shared,
            acting,
            leaves,
            delegations,
            limits,
        },
    )
}

const POWERS: [Power; 15] = [
    Power::Sign,
    Power::Waive,
    Power::Extend,
    Power::Amend,
    Power::Revoke,
    Power::Replace,
    Power::ReassignVetting,
    Power::SettleDecline,
    Power::FixDeadline,
    Power::Close,
    Power::Conclude,
    Power::Vet,
    Power::Submit,
    Power::Schedule,
    Power::Chair,
];

/// The identifier that a text is; none where it is none.
pub(super) fn id<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

/// The directory that these numbers stand for.
///
/// `tw` stands above the issuing body `ubnd`; `vp` is its office and `snv` vets; `u0`, `u1` and so on perform.
#[must_use]
pub fn directory_of(staff: &Staff) -> Option<Directory> {
    let mut data = DirectoryData {
        format: 1,
        version: "generated".to_owned(),
        units: Vec::new(),
        groups: Vec::new(),
        offices: Vec::new(),
        persons: Vec::new(),
        holdings: Vec::new(),
        delegations: Vec::new(),
        parties: vec![Party { id: id("hoi")?, name: "Hiệp hội".to_owned() }],
        committees: Vec::new(),
    };
    let performing: Vec<String> = (0..staff.units).map(|at| format!("u{at}")).collect();
    unit(&mut data, "tw", None, 0)?;
    unit(&mut data, "ubnd", Some("tw"), 1)?;
    unit(&mut data, "vp", Some("ubnd"), 6)?;
    unit(&mut data, "snv", Some("ubnd"), 3)?;
    for (at, name) in performing.iter().enumerate() {
        let bits = staff.people.checked_shr(u32::try_from(at).ok()?.checked_mul(3)?).unwrap_or_default();
        unit(&mut data, name, Some("ubnd"), bits & 7)?;
    }
    let all: Option<Vec<_>> = performing.iter().map(|name| id(name)).collect();
    data.groups.push(group("all", all?)?);
    let mut mixed = vec![id("snv")?];
    mixed.extend(performing.iter().take(2).filter_map(|name| id::<congvan_core::id::UnitId>(name)));
    data.groups.push(group("mixed", mixed)?);
    if staff.shared {
        let mine = id("p.u0.officer")?;
        let office = id("snv.officer")?;
        data.holdings
            .iter_mut()
            .filter(|holding| holding.office == office)
            .for_each(|holding| holding.person = mine);
    }
    if staff.acting {
        let office = id(&format!("{}.head", performing.last()?))?;
        data.holdings
            .iter_mut()
            .filter(|holding| holding.office == office)
            .for_each(|holding| holding.acting = true);
    }
    if let Some(name) = staff.leaves.and_then(|at| performing.get(at)) {
        let office = id(&format!("{name}.head"))?;
        let until = first_day().checked_add_days(Days::new(4));
        data.holdings
            .iter_mut()
            .filter(|holding| holding.office == office)
            .for_each(|holding| holding.until = until);
    }
    for (at, (authorised, mask)) in staff.delegations.iter().enumerate() {
        let person = ["p.vp.head", "p.snv.head", "p.vp.deputy"].get(at)?;
        data.delegations.extend(delegation(person, *authorised, *mask));
    }
    limit(&mut data, staff.limits)?;
    Directory::from_data(data).ok()
}

/// Limits deputies and delegations to fields of the generated mandates, and passes an order on.
fn limit(data: &mut DirectoryData, limits: u8) -> Option<()> {
    let issuing = id("ubnd")?;
    for office in data.offices.iter_mut().filter(|office| office.capacity == Capacity::Deputy) {
        let (bit, field) = if office.unit == issuing { (1, "f0") } else { (2, "f1") };
        if limits & bit > 0 {
            office.portfolio = vec![id(field)?];
        }
    }
    for delegation in &mut data.delegations {
        if limits & 4 > 0 {
            delegation.fields = vec![id("f0")?];
        }
        let heads_the_office = delegation.person == id("p.vp.head")?;
        if limits & 8 > 0 && heads_the_office && delegation.kind == DelegationKind::ByOrder {
            delegation.deputies = vec![id("vp.deputy")?];
        }
    }
    Some(())
}

fn group(name: &str, units: Vec<congvan_core::id::UnitId>) -> Option<Group> {
    Some(Group {
        id: id(name)?,
        name: format!("Nhóm {name}"),
        units,
        dated_units: Vec::new(),
        groups: Vec::new(),
        source: None,
    })
}

fn delegation(person: &str, authorised: bool, mask: u16) -> Option<Delegation> {
    let chosen = POWERS.iter().enumerate().filter(|(at, _)| {
        mask.checked_shr(u32::try_from(*at).unwrap_or(31)).is_some_and(|bits| bits & 1 == 1)
    });
    let powers: Vec<_> = chosen.map(|(_, power)| *power).collect();
    let until = first_day().checked_add_days(Days::new(9));
    Some(Delegation {
        person: id(person)?,
        from_office: id("ubnd.head")?,
        kind: if authorised { DelegationKind::ByAuthorisation } else { DelegationKind::ByOrder },
        powers: if powers.is_empty() { vec![Power::Amend] } else { powers },
        fields: Vec::new(),
        deputies: Vec::new(),
        from: first_day().checked_sub_days(Days::new(30))?,
        until: if authorised { until } else { None },
        instrument: "Quy chế làm việc".to_owned(),
    })
}

/// A unit with a head and an officer, and whom the bits add: 1 a deputy, 2 a clerk, 4 a second officer.
fn unit(data: &mut DirectoryData, name: &str, parent: Option<&str>, bits: u32) -> Option<()> {
    let parent = match parent {
        Some(parent) => Some(DatedParent { unit: id(parent)?, from: None, until: None }),
        None => None,
    };
    data.units.push(Unit {
        id: id(name)?,
        names: vec![DatedName { name: format!("Đơn vị {name}"), from: None, until: None }],
        aliases: Vec::new(),
        codes: Vec::new(),
        parents: parent.into_iter().collect(),
        exists: Span::ALWAYS,
        predecessors: Vec::new(),
        source: None,
    });
    let mut people = vec![("head", Capacity::Head), ("officer", Capacity::Officer)];
    let more =
        [("deputy", Capacity::Deputy, 1), ("clerk", Capacity::Clerk, 2), ("officer2", Capacity::Officer, 4)];
    // The office of the issuing body always has the people without whom nothing is issued.
    let wanted = if name == "vp" { 7 } else { bits };
    people.extend(
        more.iter().filter(|(_, _, bit)| wanted & bit > 0).map(|(role, capacity, _)| (*role, *capacity)),
    );
    for (role, capacity) in people {
        let (office, person) = (id(&format!("{name}.{role}"))?, id(&format!("p.{name}.{role}"))?);
        data.offices.push(Office {
            id: office,
            unit: id(name)?,
            capacity,
            title_vi: format!("Chức danh {role}"),
            title_en: None,
            portfolio: Vec::new(),
        });
        data.persons.push(Person { id: person, name: format!("Người {name} {role}"), source: None });
        let from = first_day().checked_sub_days(Days::new(400))?;
        data.holdings.push(Holding { office, person, from, until: None, acting: false });
    }
    Some(())
}
