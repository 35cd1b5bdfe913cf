//! What units, parties, persons and obligations are called: by the directory on a day, else by identifier.

use chrono::NaiveDate;
use congvan::Directory;
use congvan::core::Proceedings;
use congvan::core::id::{OfficeId, PersonId, UnitId};
use congvan::core::obligation::{Key, Performer};
use congvan::core::refusal::Names;

/// What things are called on a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Called<'a> {
    directory: &'a Directory,
    day: NaiveDate,
}

impl<'a> Called<'a> {
    pub(crate) const fn on(directory: &'a Directory, day: NaiveDate) -> Self {
        Self { directory, day }
    }

    /// The names as refusals use them.
    pub(crate) const fn names(self, proceedings: Option<&'a Proceedings>) -> Names<'a> {
        Names::on(self.directory, self.day).within(proceedings)
    }

    pub(crate) fn unit(self, id: UnitId) -> String {
        self.directory.unit(id).map_or_else(|| id.to_string(), |unit| unit.name_on(self.day).to_owned())
    }

    pub(crate) fn performer(self, performer: Performer) -> String {
        match performer {
            Performer::Unit(unit) => self.unit(unit),
            Performer::Party(party) => {
                self.directory.party(party).map_or_else(|| party.to_string(), |found| found.name.clone())
            }
        }
    }

    pub(crate) fn person(self, id: PersonId) -> String {
        self.directory.person(id).map_or_else(|| id.to_string(), |person| person.name.clone())
    }

    /// A person and the unit acted for; a title that names the unit says both.
    pub(crate) fn person_of(self, id: PersonId, unit: UnitId) -> String {
        let (person, name) = (self.person(id), self.unit(unit));
        let aliases = self.directory.unit(unit).map(|found| found.aliases.as_slice()).unwrap_or_default();
        if person.contains(&name) || aliases.iter().any(|alias| person.contains(alias)) {
            return person;
        }
        format!("{person} ({name})")
    }

    pub(crate) fn office(self, id: OfficeId) -> String {
        self.directory.office(id).map_or_else(
            || id.to_string(),
            |office| format!("{} ({})", office.title_vi, self.unit(office.unit)),
        )
    }

    /// The key, as commands name it, and whose it is.
    pub(crate) fn obligation(self, key: Key) -> String {
        format!("{key} ({})", self.performer(key.performer))
    }
}
