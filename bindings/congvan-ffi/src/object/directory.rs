//! The directory as an object: units, groups, offices and who holds them.

use std::sync::Arc;

use chrono::NaiveDate;
use congvan::core::id::{GroupId, OfficeId, PersonId, UnitId};
use congvan::{Actor, Say as _};
use congvan_testkit::scenario::read_actor;

use super::{answer, format_of, read_file};
use crate::callback::{AuthorityProvider, ForeignStaff};
use crate::error::CongvanError;

/// The directory of a province: units, groups, offices and persons, each valid on dates. It never changes.
#[derive(Clone, Debug, uniffi::Object)]
pub struct Directory {
    core: congvan::Directory,
    file: String,
    text: String,
}

impl Directory {
    pub(crate) const fn core(&self) -> &congvan::Directory {
        &self.core
    }

    /// The name of the file and its text, as they were read.
    pub(crate) fn source(&self) -> (&str, &str) {
        (&self.file, &self.text)
    }
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Directory {
    /// Reads a directory from the text of a file; the name tells the format and stands in every error.
    #[uniffi::constructor]
    pub fn from_text(file: String, text: String) -> Result<Self, CongvanError> {
        let core = congvan::Directory::read(&file, &text, format_of(&file)?)?;
        Ok(Self { core, file, text })
    }

    /// Reads a directory from a file, TOML or JSON by its name.
    #[uniffi::constructor]
    pub fn from_file(path: String) -> Result<Self, CongvanError> {
        let (text, _) = read_file(&path)?;
        Self::from_text(path, text)
    }

    /// The same units and offices, with a host's own directory of persons in place of the holdings and delegations.
    #[must_use]
    pub fn with_authority_provider(&self, provider: Arc<dyn AuthorityProvider>) -> Self {
        let core = self.core.clone().with_staff(Some(Arc::new(ForeignStaff(provider))));
        Self { core, ..self.clone() }
    }

    /// The version of the data.
    #[must_use]
    pub fn version(&self) -> String {
        self.core.version().to_owned()
    }

    /// The identifiers of the units in their order, after one of them, at most so many.
    #[uniffi::method(default(after = None, limit = 1000))]
    pub fn unit_ids(&self, after: Option<UnitId>, limit: u32) -> Result<Vec<UnitId>, CongvanError> {
        Ok(answer::units(self.core.units().map(|unit| unit.id), after, limit))
    }

    /// The name of a unit on a day.
    pub fn unit_name(&self, unit: UnitId, on: NaiveDate) -> Result<Option<String>, CongvanError> {
        Ok(self.core.unit(unit).map(|unit| unit.name_on(on).to_owned()))
    }

    /// The units that are called so on a day, whatever the Unicode form, dashes and spaces; several may be.
    pub fn find_unit(&self, name: String, on: NaiveDate) -> Result<Vec<UnitId>, CongvanError> {
        Ok(self.core.find_unit(&name, on))
    }

    /// The members of a group on a day in their order, after one of them, at most so many; none where the group is not known.
    #[uniffi::method(default(after = None, limit = 1000))]
    pub fn members(
        &self,
        group: GroupId,
        on: NaiveDate,
        after: Option<UnitId>,
        limit: u32,
    ) -> Result<Option<Vec<UnitId>>, CongvanError> {
        Ok(self.core.members(group, on).map(|members| answer::units(members, after, limit)))
    }

    /// Who holds an office on a day.
    pub fn holder(&self, office: OfficeId, on: NaiveDate) -> Result<Option<PersonId>, CongvanError> {
        crate::callback::judged(|| Ok(self.core.holder(office, on)))
    }

    /// Who acts under a name such as `so-noi-vu.head` or `ubnd-tinh.deputy as chair` on a day.
    pub fn actor(&self, name: String, on: NaiveDate) -> Result<Actor, CongvanError> {
        crate::callback::judged(|| {
            read_actor(&name.clone().into(), &self.core, on).map_err(|error| {
                let told = error.say();
                CongvanError::argument("name", String::new(), (&told.vi, &told.en))
            })
        })
    }

    /// The data as JSON.
    pub fn to_json(&self) -> Result<String, CongvanError> {
        answer::json(self.core.data())
    }
}
