//! The key of an obligation, fixed at issue and readable by people.

use std::fmt;
use std::str::FromStr;

use congvan_text::{Say, Text, read};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::{AssignmentId, FieldId, IdError, PartyId, UnitId};

/// Who performs: a unit, or an outside party for which a receiving clerk records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Performer {
    /// A unit.
    Unit(UnitId),
    /// An outside party.
    Party(PartyId),
}

impl Performer {
    /// The unit, unless it is an outside party.
    #[must_use]
    pub const fn unit(self) -> Option<UnitId> {
        match self {
            Self::Unit(unit) => Some(unit),
            Self::Party(_) => None,
        }
    }
}

impl fmt::Display for Performer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unit(unit) => write!(f, "{unit}"),
            Self::Party(party) => write!(f, "party:{party}"),
        }
    }
}

impl FromStr for Performer {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        match text.strip_prefix("party:") {
            Some(party) => party.parse().map(Self::Party),
            None => text.parse().map(Self::Unit),
        }
    }
}

impl Serialize for Performer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Performer, assignment, field and period: written `so-tai-chinh/1a/cchc`, with `@2` behind it for the second period.
///
/// The period is 0 for an assignment owed once. Recurring duties will count from 1, in the same key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Who performed it at issue; the current holder may differ.
    pub performer: Performer,
    /// The assignment.
    pub assignment: AssignmentId,
    /// The field, for an assignment owed once per field.
    pub field: Option<FieldId>,
    /// The period, 0 for an assignment owed once.
    pub period: u16,
}

/// A text is not the key of an obligation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// There are not two or three parts.
    #[error("`{0}` is not an obligation; expected `performer/assignment` or `performer/assignment/field`")]
    Parts(String),
    /// A part is not an identifier.
    #[error("`{text}` is not an obligation: {source}")]
    Id {
        /// What was given.
        text: String,
        /// What is wrong with the part.
        source: IdError,
    },
    /// What follows `@` is not a number.
    #[error("`{0}` is not an obligation; expected a number after `@`")]
    Period(String),
}

impl Say for KeyError {
    fn say(&self) -> Text {
        let vi = match self {
            Self::Parts(text) => format!(
                "`{text}` không phải nghĩa vụ; viết như `đơn-vị/nhiệm-vụ` hoặc `đơn-vị/nhiệm-vụ/lĩnh-vực`"
            ),
            Self::Id { text, source } => format!("`{text}` không phải nghĩa vụ: {}", source.say().vi),
            Self::Period(text) => format!("`{text}` không phải nghĩa vụ; sau `@` phải là một số"),
        };
        Text::new(vi, self.to_string()).visible()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.performer, self.assignment)?;
        if let Some(field) = self.field {
            write!(f, "/{field}")?;
        }
        if self.period > 0 {
            write!(f, "@{}", self.period)?;
        }
        Ok(())
    }
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (path, period) = match text.split_once('@') {
            Some((path, period)) => (path, period.parse().map_err(|_| KeyError::Period(text.to_owned()))?),
            None => (text, 0),
        };
        let id = |source| KeyError::Id { text: text.to_owned(), source };
        let parts: Vec<&str> = path.split('/').collect();
        let [performer, assignment, field @ ..] = parts.as_slice() else {
            return Err(KeyError::Parts(text.to_owned()));
        };
        if field.len() > 1 {
            return Err(KeyError::Parts(text.to_owned()));
        }
        Ok(Self {
            performer: performer.parse().map_err(id)?,
            assignment: assignment.parse().map_err(id)?,
            field: field.first().map(|field| field.parse()).transpose().map_err(id)?,
            period,
        })
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|error: KeyError| read::custom(&error.say()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_round_trip() {
        for text in ["so-tai-chinh/1a/cchc", "so-tai-chinh/1b", "party:vcci/opinion", "so-y-te/3@2"] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), text);
        }
        assert!(matches!("so-y-te".parse::<Key>(), Err(KeyError::Parts(_))));
        assert!(matches!("a/b/c/d".parse::<Key>(), Err(KeyError::Parts(_))));
        assert!(matches!("sở/1a".parse::<Key>(), Err(KeyError::Id { .. })));
        assert!(matches!("a/b@x".parse::<Key>(), Err(KeyError::Period(_))));
    }
}
