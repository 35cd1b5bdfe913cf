//! Stable identifiers, parsed once at the edge and copied freely afterwards.
//!
//! An identifier is kept inline, so that events, stamps and states copy it without touching the heap; 39 bytes leave
//! room for the UUIDs that most e-office software uses.

use congvan_text::{Say, Text, read};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest identifier, in bytes.
pub const MAX_ID_BYTES: usize = 39;

/// Why a text is not an identifier.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// Nothing was given.
    #[error("an identifier must not be empty")]
    Empty,
    /// More than [`MAX_ID_BYTES`] bytes were given.
    #[error("identifier `{text}` has {bytes} bytes, at most {MAX_ID_BYTES} are allowed")]
    TooLong {
        /// What was given.
        text: String,
        /// Its length in bytes.
        bytes: usize,
    },
    /// A character other than ASCII letters, digits, `-`, `_` and `.` was given.
    #[error("identifier `{text}` contains `{found}`; ASCII letters, digits, `-`, `_` and `.` are allowed")]
    Character {
        /// What was given.
        text: String,
        /// The first character that is not allowed.
        found: char,
    },
}

impl Say for IdError {
    fn say(&self) -> Text {
        let vi = match self {
            Self::Empty => "mã không được để trống".to_owned(),
            Self::TooLong { text, bytes } => {
                format!("mã `{text}` dài {bytes} byte, tối đa là {MAX_ID_BYTES} byte")
            }
            Self::Character { text, found } => {
                format!("mã `{text}` có ký tự `{found}`; chỉ dùng chữ cái không dấu, chữ số, `-`, `_` và `.`")
            }
        };
        Text::new(vi, self.to_string()).visible()
    }
}

/// Five machine words, since every command compares and hashes several identifiers.
#[derive(Clone, Copy)]
#[repr(align(8))]
struct Inline {
    // INVARIANT: bytes after `len` are zero, so that comparing all of them compares the texts.
    bytes: [u8; MAX_ID_BYTES],
    len: u8,
}

impl PartialEq for Inline {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        let (a, b, c, d, e) = self.words();
        let (v, w, x, y, z) = other.words();
        (a ^ v) | (b ^ w) | (c ^ x) | (d ^ y) | (e ^ z) == 0
    }
}

impl Eq for Inline {}

impl PartialOrd for Inline {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Inline {
    #[inline]
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let in_reading_order = |(a, b, c, d, e): (u64, u64, u64, u64, u64)| {
            (u64::from_be(a), u64::from_be(b), u64::from_be(c), u64::from_be(d), u64::from_be(e))
        };
        in_reading_order(self.words()).cmp(&in_reading_order(other.words()))
    }
}

impl std::hash::Hash for Inline {
    #[inline]
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        // Two steps in place of five: most identifiers are shorter than two words, and the rest is folded over them.
        let (a, b, c, d, e) = self.words();
        state.write_u64(a ^ c.rotate_left(21) ^ e.rotate_left(42));
        state.write_u64(b ^ d.rotate_left(29));
    }
}

impl Inline {
    /// The text and its length as words, in the order of memory. Written without a loop, which would cost more than the
    /// comparison itself.
    #[inline]
    fn words(&self) -> (u64, u64, u64, u64, u64) {
        let (words, rest) = self.bytes.as_chunks::<8>();
        let ([a, b, c, d], [f, g, h, i, j, k, l]) = (words, rest) else {
            // INVARIANT: 39 bytes are four words and seven bytes.
            return (0, 0, 0, 0, 0);
        };
        let last = [*f, *g, *h, *i, *j, *k, *l, self.len];
        (
            u64::from_ne_bytes(*a),
            u64::from_ne_bytes(*b),
            u64::from_ne_bytes(*c),
            u64::from_ne_bytes(*d),
            u64::from_ne_bytes(last),
        )
    }

    fn parse(text: &str) -> Result<Self, IdError> {
        if text.is_empty() {
            return Err(IdError::Empty);
        }
        if text.len() > MAX_ID_BYTES {
            return Err(IdError::TooLong { text: text.to_owned(), bytes: text.len() });
        }
        if let Some(found) =
            text.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')))
        {
            return Err(IdError::Character { text: text.to_owned(), found });
        }
        let mut bytes = [0; MAX_ID_BYTES];
        for (slot, byte) in bytes.iter_mut().zip(text.bytes()) {
            *slot = byte;
        }
        let len = u8::try_from(text.len())
            .map_err(|_| IdError::TooLong { text: text.to_owned(), bytes: text.len() })?;
        Ok(Self { bytes, len })
    }

    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.len)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Inline);

        impl $name {
            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                Inline::parse(text).map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Inline::parse(&text).map(Self).map_err(|error| read::custom(&error.say()))
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string", "pattern": "^[A-Za-z0-9._-]+$", "minLength": 1, "maxLength": MAX_ID_BYTES
                })
            }
        }
    )+};
}

ids! {
    /// A unit (cơ quan, đơn vị): stable while names, codes and parents change.
    UnitId;
    /// A natural person; four-eyes compares these.
    PersonId;
    /// An office (chức vụ) that persons hold for intervals.
    OfficeId;
    /// A named group of units, expanded on the day of issue.
    GroupId;
    /// An outside party (organisation, the public): named, never a unit.
    PartyId;
    /// A committee (Ban Chỉ đạo).
    CommitteeId;
    /// A field (lĩnh vực) of work.
    FieldId;
    /// An assignment (nhiệm vụ) of a mandate.
    AssignmentId;
    /// A criterion of vetting.
    CriterionId;
    /// A meeting of a mandate.
    MeetingId;
    /// A directive (văn bản chỉ đạo) in a register.
    DirectiveId;
    /// What a caller names one command with, so that sending it again is harmless.
    CommandId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_kept() {
        assert!("a".repeat(MAX_ID_BYTES).parse::<UnitId>().is_ok());
        assert!(matches!(
            "a".repeat(MAX_ID_BYTES + 1).parse::<UnitId>(),
            Err(IdError::TooLong { bytes: 40, .. })
        ));
        assert_eq!("".parse::<UnitId>(), Err(IdError::Empty));
        assert!(matches!("sở-nv".parse::<UnitId>(), Err(IdError::Character { found: 'ở', .. })));
    }

    #[test]
    fn like_differences_in_two_words_do_not_cancel_each_other() {
        let id = |differs: [usize; 2]| -> UnitId {
            let text: String =
                (0..MAX_ID_BYTES).map(|place| if differs.contains(&place) { 'b' } else { 'a' }).collect();
            text.parse().unwrap()
        };
        let (same, words) = (id([MAX_ID_BYTES; 2]), [0, 8, 16, 24, 32]);
        for (first, second) in words.iter().flat_map(|&first| words.map(|second| (first, second))) {
            assert_ne!(same, id([first, second]), "at {first} and {second}");
        }
    }

    #[test]
    fn order_is_the_order_of_the_texts() {
        let mut ids: Vec<UnitId> = ["b", "ab", "a", "a-1"].iter().map(|t| t.parse().unwrap()).collect();
        ids.sort();
        assert_eq!(ids.iter().map(UnitId::as_str).collect::<Vec<_>>(), ["a", "a-1", "ab", "b"]);
    }

    #[test]
    fn what_is_no_identifier_is_told_in_both_languages() {
        let told = |text: &str| text.parse::<UnitId>().unwrap_err().say();
        assert_eq!(told("").vi, "mã không được để trống");
        let long = told(&"a".repeat(40));
        assert!(long.vi.ends_with("dài 40 byte, tối đa là 39 byte"), "{}", long.vi);
        assert!(long.en.ends_with("has 40 bytes, at most 39 are allowed"), "{}", long.en);
        assert_eq!(
            told("a b").en,
            "identifier `a b` contains ` `; ASCII letters, digits, `-`, `_` and `.` are allowed"
        );
        let read = serde_json::from_str::<UnitId>("\"a b\"").unwrap_err().to_string();
        assert!(read.contains("identifier `a b` contains"), "{read}");
    }

    #[test]
    fn it_is_written_as_its_text() {
        let id: UnitId = "so-nv".parse().unwrap();
        assert_eq!(format!("{id}|{id:>7}|{id:?}"), "so-nv|  so-nv|UnitId(so-nv)");
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, "\"so-nv\"");
        assert_eq!(serde_json::from_str::<UnitId>(&json).unwrap(), id);
    }

    #[test]
    fn the_schema_says_what_is_allowed() {
        let schema = serde_json::to_value(schemars::schema_for!(UnitId)).unwrap();
        let part = |name: &str| schema.get(name).unwrap().clone();
        assert_eq!(part("title"), "UnitId");
        assert_eq!(part("type"), "string");
        assert_eq!(part("pattern"), "^[A-Za-z0-9._-]+$");
        assert_eq!((part("minLength"), part("maxLength")), (1.into(), MAX_ID_BYTES.into()));
    }

    /// Keeps the words that it is given.
    #[derive(Default)]
    struct Words(Vec<u64>);

    impl std::hash::Hasher for Words {
        fn finish(&self) -> u64 {
            0
        }

        fn write(&mut self, _: &[u8]) {
            panic!("an identifier is hashed as words");
        }

        fn write_u64(&mut self, word: u64) {
            self.0.push(word);
        }
    }

    #[test]
    fn no_character_is_lost_in_the_hash() {
        let words = |text: &str| {
            let mut words = Words::default();
            std::hash::Hash::hash(&text.parse::<UnitId>().unwrap(), &mut words);
            words.0
        };
        // `w` has six of its eight bits set and `P` two, so that what joins bits in place of adding them loses some.
        for filled in ["w", "P"] {
            let text = filled.repeat(MAX_ID_BYTES);
            for at in 0..MAX_ID_BYTES {
                for other in ["v", "u", "s", "Q", "R", "T", "X", "p"] {
                    let mut changed = text.clone();
                    changed.replace_range(at..=at, other);
                    assert_ne!(words(&changed), words(&text), "{changed}");
                    assert_ne!(changed.parse::<UnitId>(), text.parse::<UnitId>(), "{changed}");
                }
            }
        }
    }
}
