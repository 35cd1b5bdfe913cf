//! Judges the structure of a directory: what is refused before anything is looked up in it.

mod cycle;
mod office;

use std::collections::BTreeMap;
use std::fmt::Display;

use congvan_text::Text;

use super::DirectoryData;
use super::fault::{Fault, Noun};
use super::span::Span;
use super::unit::{Group, Unit};
use crate::id::{CommitteeId, GroupId, OfficeId, PartyId, PersonId, UnitId};

/// The only version of the format so far.
pub(super) const FORMAT: u32 = 1;

/// Every fault of the structure, in the order of the file's lists; empty where there is none.
pub(super) fn faults(data: &DirectoryData) -> Vec<Fault> {
    let mut review = Review::of(data);
    review.header();
    for (at, unit) in data.units.iter().enumerate() {
        review.unit(at, unit);
    }
    for (at, group) in data.groups.iter().enumerate() {
        review.group(at, group);
    }
    review.offices();
    review.persons();
    review.holdings();
    review.delegations();
    review.parties();
    review.committees();
    review.cycles();
    review.faults
}

struct Review<'a> {
    data: &'a DirectoryData,
    units: BTreeMap<UnitId, usize>,
    groups: BTreeMap<GroupId, usize>,
    offices: BTreeMap<OfficeId, usize>,
    persons: BTreeMap<PersonId, usize>,
    /// Whether a unit has two parents on one day.
    parents_overlap: bool,
    faults: Vec<Fault>,
}

impl<'a> Review<'a> {
    fn of(data: &'a DirectoryData) -> Self {
        let mut faults = Vec::new();
        let units = numbered(&mut faults, Noun::UNIT, data.units.iter().map(|unit| unit.id));
        let groups = numbered(&mut faults, Noun::GROUP, data.groups.iter().map(|group| group.id));
        let offices = numbered(&mut faults, Noun::OFFICE, data.offices.iter().map(|office| office.id));
        let persons = numbered(&mut faults, Noun::PERSON, data.persons.iter().map(|person| person.id));
        numbered::<PartyId>(&mut faults, Noun::PARTY, data.parties.iter().map(|party| party.id));
        numbered::<CommitteeId>(
            &mut faults,
            Noun::COMMITTEE,
            data.committees.iter().map(|committee| committee.id),
        );
        Self { data, units, groups, offices, persons, parents_overlap: false, faults }
    }

    fn header(&mut self) {
        if self.data.format != FORMAT {
            self.faults.push(Fault::format(self.data.format, FORMAT));
        }
        self.text("version".to_owned(), &self.data.version, VERSION);
    }

    fn unit(&mut self, at: usize, unit: &Unit) {
        let path = format!("units[{at}]");
        self.span(format!("{path}.exists"), unit.exists);
        if unit.names.is_empty() {
            self.faults.push(Fault::missing(format!("{path}.names"), &NAME));
        }
        for (n, name) in unit.names.iter().enumerate() {
            self.text(format!("{path}.names[{n}].name"), &name.name, NAME);
        }
        for (n, alias) in unit.aliases.iter().enumerate() {
            self.text(format!("{path}.aliases[{n}]"), alias, NAME);
        }
        for (n, code) in unit.codes.iter().enumerate() {
            self.text(format!("{path}.codes[{n}].code"), &code.code, CODE);
        }
        for (n, parent) in unit.parents.iter().enumerate() {
            self.unit_reference(parent.unit, || format!("{path}.parents[{n}].unit"));
        }
        for (n, predecessor) in unit.predecessors.iter().enumerate() {
            self.unit_reference(*predecessor, || format!("{path}.predecessors[{n}]"));
        }
        self.unit_days(&path, unit);
    }

    fn unit_days(&mut self, path: &str, unit: &Unit) {
        let names = unit.names.iter().enumerate();
        let names = names.map(|(n, name)| Dated::new(name.span(), format!("{path}.names[{n}]"), &name.name));
        self.exclusive(&NAME, names.collect());
        let parents = unit.parents.iter().enumerate();
        let parents =
            parents.map(|(n, parent)| Dated::new(parent.span(), format!("{path}.parents[{n}]"), parent.unit));
        let parents_are_exclusive = self.exclusive(&PARENT, parents.collect());
        self.parents_overlap |= !parents_are_exclusive;
        let mut systems: BTreeMap<Option<&str>, Vec<Dated>> = BTreeMap::new();
        for (n, code) in unit.codes.iter().enumerate() {
            let dated = Dated::new(code.span(), format!("{path}.codes[{n}]"), &code.code);
            systems.entry(code.system.as_deref()).or_default().push(dated);
        }
        for codes in systems.into_values() {
            self.exclusive(&CODE, codes);
        }
    }

    fn group(&mut self, at: usize, group: &Group) {
        let path = format!("groups[{at}]");
        self.text(format!("{path}.name"), &group.name, NAME);
        for (n, unit) in group.units.iter().enumerate() {
            self.unit_reference(*unit, || format!("{path}.units[{n}]"));
        }
        for (n, member) in group.dated_units.iter().enumerate() {
            self.span(format!("{path}.dated_units[{n}]"), member.span());
            self.unit_reference(member.unit, || format!("{path}.dated_units[{n}].unit"));
        }
        for (n, nested) in group.groups.iter().enumerate() {
            if !self.groups.contains_key(nested) {
                self.faults.push(Fault::unknown(Noun::GROUP, nested, format!("{path}.groups[{n}]")));
            }
        }
    }

    fn unit_reference(&mut self, unit: UnitId, path: impl FnOnce() -> String) {
        if !self.units.contains_key(&unit) {
            self.faults.push(Fault::unknown(Noun::UNIT, unit, path()));
        }
    }

    fn office_reference(&mut self, office: OfficeId, path: impl FnOnce() -> String) {
        if !self.offices.contains_key(&office) {
            self.faults.push(Fault::unknown(Noun::OFFICE, office, path()));
        }
    }

    fn person_reference(&mut self, person: PersonId, path: impl FnOnce() -> String) {
        if !self.persons.contains_key(&person) {
            self.faults.push(Fault::unknown(Noun::PERSON, person, path()));
        }
    }

    fn text(&mut self, path: String, text: &str, what: Text) {
        if congvan_text::fold_name(text).is_empty() {
            self.faults.push(Fault::missing(path, &what));
        }
    }

    fn span(&mut self, path: String, span: Span) {
        if let (true, Some(from), Some(until)) = (span.is_empty(), span.from, span.until) {
            self.faults.push(Fault::empty_span(path, from, until));
        }
    }

    /// Refuses intervals without a day, and two of them that share one; says whether no two do.
    fn exclusive(&mut self, what: &Text, mut values: Vec<Dated>) -> bool {
        for dated in &values {
            self.span(dated.path.clone(), dated.span);
        }
        values.retain(|dated| !dated.span.is_empty());
        values.sort_by_key(|dated| dated.span.from);
        let mut widest: Option<Dated> = None;
        let mut exclusive = true;
        for dated in values {
            let Some(earlier) = widest.take() else {
                widest = Some(dated);
                continue;
            };
            if earlier.span.intersection(&dated.span).is_some() {
                exclusive = false;
                self.faults.push(Fault::overlap(dated.path.clone(), what, &dated.value, &earlier.path));
            }
            let reaches_further = match (dated.span.until, earlier.span.until) {
                (_, None) => false,
                (None, Some(_)) => true,
                (Some(one), Some(two)) => one > two,
            };
            widest = Some(if reaches_further { dated } else { earlier });
        }
        exclusive
    }
}

/// A value with the days on which it holds and its place.
struct Dated {
    span: Span,
    path: String,
    value: String,
}

impl Dated {
    fn new(span: Span, path: String, value: impl Display) -> Self {
        Self { span, path, value: value.to_string() }
    }
}

const VERSION: Text = Text::fixed("phiên bản danh bạ", "the directory's version");
const NAME: Text = Text::fixed("tên", "name");
const CODE: Text = Text::fixed("mã định danh", "code");
const PARENT: Text = Text::fixed("đơn vị cấp trên", "parent");

/// The position of each identifier; the second use of one is a fault.
fn numbered<I: Copy + Ord + Display>(
    faults: &mut Vec<Fault>,
    noun: Noun,
    ids: impl Iterator<Item = I>,
) -> BTreeMap<I, usize> {
    let mut positions = BTreeMap::new();
    for (at, id) in ids.enumerate() {
        match positions.get(&id) {
            Some(first) => faults.push(Fault::duplicate(noun, id, *first, at)),
            None => {
                positions.insert(id, at);
            }
        }
    }
    positions
}
