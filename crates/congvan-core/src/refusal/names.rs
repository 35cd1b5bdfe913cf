//! What the things in a reason are called: by identifier, or as the proceedings and the directory call them.

use chrono::NaiveDate;
use congvan_text::Text;

use crate::directory::Directory;
use crate::id::{FieldId, OfficeId, PersonId, UnitId};
use crate::meeting::MeetingIndex;
use crate::obligation::{ObligationId, Performer};
use crate::proceedings::Proceedings;

/// What the things in a reason are called.
///
/// A reason knows identifiers and positions. The proceedings know the keys of obligations and the identifiers of
/// meetings; a directory knows what units, persons and offices are called on a day. An identifier that neither knows
/// stays as it is, in backticks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Names<'a> {
    proceedings: Option<&'a Proceedings>,
    directory: Option<(&'a Directory, NaiveDate)>,
}

impl<'a> From<&'a Proceedings> for Names<'a> {
    fn from(proceedings: &'a Proceedings) -> Self {
        Self { proceedings: Some(proceedings), directory: None }
    }
}

impl<'a> Names<'a> {
    /// Everything by identifier, obligations and meetings by number.
    #[must_use]
    pub const fn none() -> Self {
        Self { proceedings: None, directory: None }
    }

    /// Units, persons and offices as a directory calls them on a day.
    #[must_use]
    pub const fn on(directory: &'a Directory, day: NaiveDate) -> Self {
        Self { proceedings: None, directory: Some((directory, day)) }
    }

    /// Obligations and meetings by their keys in these proceedings, where there are any.
    #[must_use]
    pub const fn within(self, proceedings: Option<&'a Proceedings>) -> Self {
        Self { proceedings, ..self }
    }

    fn unit_name(self, id: UnitId) -> Option<&'a str> {
        let (directory, day) = self.directory?;
        directory.unit(id).map(|unit| unit.name_on(day))
    }

    pub(super) fn unit(self, id: UnitId) -> String {
        self.unit_name(id).map_or_else(|| format!("`{id}`"), ToOwned::to_owned)
    }

    pub(super) fn units(self, ids: &[UnitId]) -> String {
        comma(ids.iter().map(|id| self.unit(*id)))
    }

    pub(super) fn person(self, id: PersonId) -> String {
        let known = self.directory.and_then(|(directory, _)| directory.person(id));
        known.map_or_else(|| format!("`{id}`"), |person| person.name.clone())
    }

    /// The title, and the unit in which it is held.
    pub(super) fn office(self, id: OfficeId) -> Text {
        match self.directory.and_then(|(directory, _)| directory.office(id)) {
            Some(office) => {
                let unit = self.unit(office.unit);
                let en = office.title_en.as_ref().unwrap_or(&office.title_vi);
                Text::new(format!("{} ({unit})", office.title_vi), format!("{en} ({unit})"))
            }
            None => Text::new(format!("`{id}`"), format!("`{id}`")),
        }
    }

    /// The key, as commands name it, and whose it is.
    pub(super) fn obligation(self, id: ObligationId) -> String {
        let Some(key) = self.proceedings.and_then(|proceedings| proceedings.key(id)) else {
            return format!("`#{id}`");
        };
        let whose = match (key.performer, self.directory) {
            (Performer::Unit(unit), _) => self.unit_name(unit),
            (Performer::Party(party), Some((directory, _))) => {
                directory.party(party).map(|found| found.name.as_str())
            }
            (Performer::Party(_), None) => None,
        };
        whose.map_or_else(|| format!("`{key}`"), |whose| format!("`{key}` ({whose})"))
    }

    pub(super) fn obligations(self, ids: &[ObligationId]) -> String {
        comma(ids.iter().map(|id| self.obligation(*id)))
    }

    /// The obligations named, and how many more there are.
    pub(super) fn first_of(self, count: u32, ids: &[ObligationId]) -> Text {
        let named = self.obligations(ids);
        let more = (count as usize).saturating_sub(ids.len());
        if more == 0 {
            return Text::new(named.clone(), named);
        }
        Text::new(format!("{named} và `{more}` nghĩa vụ khác"), format!("{named} and `{more}` more"))
    }

    /// The fields, as the mandate calls them.
    pub(super) fn fields(self, ids: &[FieldId]) -> String {
        let mandate = self.proceedings.map(Proceedings::mandate);
        comma(ids.iter().map(|id| {
            let known = mandate.and_then(|mandate| mandate.field(*id));
            known.map_or_else(|| format!("`{id}`"), |(_, field)| field.name.clone())
        }))
    }

    pub(super) fn meeting(self, at: MeetingIndex) -> String {
        let plan = self.proceedings.and_then(|proceedings| proceedings.meeting_plan(at));
        plan.map_or_else(|| format!("`#{}`", at.0), |plan| format!("`{}`", plan.id))
    }
}

pub(super) fn comma(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join(", ")
}
