//! The error with which a deserialisation stops: what serde said, kept as data, and the node where it was said.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

use super::tree::Spot;
use crate::lang::Text;

/// Parts the two languages of a text that passes through serde, which carries one string only.
const BETWEEN: char = '\u{2029}';

/// An error for use in an implementation of `Deserialize`, told in both languages when [`read`](super::read) meets it.
///
/// Another deserialiser shows the English text, and the Vietnamese on a line below it.
pub fn custom<E: de::Error>(text: &Text) -> E {
    let text = text.clone().visible();
    E::custom(format_args!("{}{BETWEEN}{}", text.en, text.vi))
}

/// Why a deserialisation stopped, and where.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fault {
    pub(super) reason: Reason,
    /// The innermost node that was being read, and what its reader asked for.
    pub(super) at: Option<(Spot, Hint)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reason {
    WrongType { seen: Seen, expecting: String },
    WrongValue { seen: Seen, expecting: String },
    WrongLength { len: usize, expecting: String },
    UnknownVariant { name: String, known: &'static [&'static str] },
    UnknownField { name: String, known: &'static [&'static str] },
    MissingField(&'static str),
    DuplicateField(&'static str),
    NotOneVariant,
    TooLong { len: usize, wanted: usize },
    Custom(String),
}

/// What serde saw, as far as it helps to find the value again.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Seen {
    Bool(bool),
    Integer(i128),
    Float(f64),
    Text(String),
    Other,
}

/// What a reader asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Hint {
    Any,
    Bool,
    Integer { least: i128, most: u128 },
    Float,
    Letter,
    Text,
    Nothing,
    List,
    Tuple(usize),
    Map,
    Struct(&'static [&'static str]),
    Enum(&'static [&'static str]),
}

impl Fault {
    pub(super) fn new(reason: Reason) -> Self {
        Self { reason, at: None }
    }

    /// The fault at this place, unless it was already located further inside.
    pub(super) fn located(mut self, spot: Spot, hint: Hint) -> Self {
        self.at.get_or_insert((spot, hint));
        self
    }
}

impl Seen {
    fn of(unexpected: Unexpected<'_>) -> Self {
        match unexpected {
            Unexpected::Bool(value) => Self::Bool(value),
            Unexpected::Unsigned(value) => Self::Integer(value.into()),
            Unexpected::Signed(value) => Self::Integer(value.into()),
            Unexpected::Float(value) => Self::Float(value),
            Unexpected::Char(value) => Self::Text(value.into()),
            Unexpected::Str(value) => Self::Text(value.to_owned()),
            Unexpected::Bytes(_)
            | Unexpected::Unit
            | Unexpected::Option
            | Unexpected::NewtypeStruct
            | Unexpected::Seq
            | Unexpected::Map
            | Unexpected::Enum
            | Unexpected::UnitVariant
            | Unexpected::NewtypeVariant
            | Unexpected::TupleVariant
            | Unexpected::StructVariant
            | Unexpected::Other(_) => Self::Other,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.reason)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(Reason::Custom(message.to_string()))
    }

    fn invalid_type(unexpected: Unexpected<'_>, expecting: &dyn Expected) -> Self {
        Self::new(Reason::WrongType { seen: Seen::of(unexpected), expecting: expecting.to_string() })
    }

    fn invalid_value(unexpected: Unexpected<'_>, expecting: &dyn Expected) -> Self {
        Self::new(Reason::WrongValue { seen: Seen::of(unexpected), expecting: expecting.to_string() })
    }

    fn invalid_length(len: usize, expecting: &dyn Expected) -> Self {
        Self::new(Reason::WrongLength { len, expecting: expecting.to_string() })
    }

    fn unknown_variant(name: &str, known: &'static [&'static str]) -> Self {
        Self::new(Reason::UnknownVariant { name: name.to_owned(), known })
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        Self::new(Reason::UnknownField { name: name.to_owned(), known })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Reason::MissingField(field))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(Reason::DuplicateField(field))
    }
}

/// The two languages of a message that [`custom`] made; the same text twice for any other message.
#[must_use]
pub fn both_languages(message: &str) -> Text {
    match message.split_once(BETWEEN) {
        Some((en, vi)) => Text::new(vi.to_owned(), en.to_owned()),
        None => Text::new(message.to_owned(), message.to_owned()),
    }
}
