//! Units (cơ quan, đơn vị) and groups of them: stable ids under names, codes and parents that change.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::span::Span;
use crate::id::{GroupId, UnitId};

/// A unit (cơ quan, đơn vị): one id for ever, with the names, codes and parents it had on each day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// The identifier, which outlives every name.
    pub id: UnitId,
    /// The official names; at least one, at most one on a day.
    pub names: Vec<DatedName>,
    /// Short forms and other spellings that people write, on whatever day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The codes other systems use for it; at most one of a system on a day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<DatedCode>,
    /// The units it belonged to; at most one on a day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<DatedParent>,
    /// The days on which the unit exists; left out means that it always does.
    #[serde(default, skip_serializing_if = "is_always")]
    pub exists: Span,
    /// The units whose work it took over; several units may follow one, and one may follow several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<UnitId>,
    /// Where the entry comes from, or that it is not verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// An official name, with the days on which it was the name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedName {
    /// The name, as printed.
    pub name: String,
    /// The first day of the name; none means from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The first day on which it is no longer the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// A code of a unit in a system, with the days on which it is in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedCode {
    /// The code, such as the identification code of Decision 20/2020/QD-TTg.
    pub code: String,
    /// The system the code belongs to; none is the host's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub system: Option<String>,
    /// The first day of the code; none means from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The first day on which it is no longer the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// The unit that a unit belongs to, with the days on which it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedParent {
    /// The unit above.
    pub unit: UnitId,
    /// The first day; none means from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The first day on which it no longer belongs there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

/// A named group of units, such as the agencies under a provincial committee, expanded on the day of issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The identifier that mandates use.
    pub id: GroupId,
    /// The name, as printed among addressees.
    pub name: String,
    /// The units that are members for as long as they exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// The units that are members on some days only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dated_units: Vec<DatedMember>,
    /// The groups whose members are members too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupId>,
    /// Where the list of members comes from, or that it is not verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A unit that is a member of a group on some days only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatedMember {
    /// The member.
    pub unit: UnitId,
    /// The first day of the membership; none means from the beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The first day on which it is no longer a member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Unit {
    /// The official name on the day.
    ///
    /// On a day that no name covers it is the last name that had begun by then, else the first one of the list, so
    /// that a unit which has ceased can still be named.
    #[must_use]
    pub fn name_on(&self, on: NaiveDate) -> &str {
        let in_use = self.names.iter().find(|name| name.span().contains(on));
        let begun = || {
            let begun = self.names.iter().filter(|name| name.from.is_none_or(|from| from <= on));
            begun.max_by_key(|name| name.from)
        };
        in_use.or_else(begun).or_else(|| self.names.first()).map_or("", |name| name.name.as_str())
    }

    /// Whether the unit exists on the day.
    #[must_use]
    pub fn exists_on(&self, on: NaiveDate) -> bool {
        self.exists.contains(on)
    }

    /// The code on the day; where several systems have one, the first of the list.
    #[must_use]
    pub fn code_on(&self, on: NaiveDate) -> Option<&str> {
        self.codes.iter().find(|code| code.span().contains(on)).map(|code| code.code.as_str())
    }

    /// The code of one system on the day.
    #[must_use]
    pub fn code_in(&self, system: &str, on: NaiveDate) -> Option<&str> {
        let of_system =
            |code: &&DatedCode| code.system.as_deref() == Some(system) && code.span().contains(on);
        self.codes.iter().find(of_system).map(|code| code.code.as_str())
    }

    /// The unit above on the day.
    #[must_use]
    pub fn parent_on(&self, on: NaiveDate) -> Option<UnitId> {
        self.parents.iter().find(|parent| parent.span().contains(on)).map(|parent| parent.unit)
    }
}

impl DatedName {
    pub(super) const fn span(&self) -> Span {
        Span::new(self.from, self.until)
    }
}

impl DatedCode {
    pub(super) const fn span(&self) -> Span {
        Span::new(self.from, self.until)
    }
}

impl DatedParent {
    pub(super) const fn span(&self) -> Span {
        Span::new(self.from, self.until)
    }
}

impl DatedMember {
    pub(super) const fn span(&self) -> Span {
        Span::new(self.from, self.until)
    }
}

fn is_always(span: &Span) -> bool {
    *span == Span::ALWAYS
}
