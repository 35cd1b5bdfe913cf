//! The SHA-256 of a document's bytes, which approvals and consolidations cite.

use congvan_text::{Say, Text, read};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// The SHA-256 of content, written `sha256:` and 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash([u8; 32]);

/// A text is not `sha256:` and 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a content hash; expected `sha256:` and 64 hexadecimal digits")]
pub struct ContentHashError(String);

impl Say for ContentHashError {
    fn say(&self) -> Text {
        let vi = format!("`{}` không phải mã băm của nội dung; cần `sha256:` và 64 chữ số hệ 16", self.0);
        Text::new(vi, self.to_string()).visible()
    }
}

impl ContentHash {
    /// The hash of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// A hash computed elsewhere.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn text(&self) -> [u8; 71] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = *b"sha256:0000000000000000000000000000000000000000000000000000000000000000";
        let (_, digits) = text.split_at_mut(7);
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
            for (digit, value) in pair.iter_mut().zip([byte >> 4, byte & 15]) {
                *digit = DIGITS.get(usize::from(value)).copied().unwrap_or(b'0');
            }
        }
        text
    }
}

impl std::str::FromStr for ContentHash {
    type Err = ContentHashError;

    fn from_str(text: &str) -> Result<Self, ContentHashError> {
        let wrong = || ContentHashError(text.chars().take(100).collect());
        let digits = text.strip_prefix("sha256:").filter(|digits| digits.len() == 64).ok_or_else(wrong)?;
        let mut bytes = [0; 32];
        for (slot, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
            let mut value = 0;
            for digit in pair {
                let digit = char::from(*digit).to_digit(16).ok_or_else(wrong)?;
                value = value * 16 + u8::try_from(digit).map_err(|_| wrong())?;
            }
            *slot = value;
        }
        Ok(Self(bytes))
    }
}

impl std::fmt::Display for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(std::str::from_utf8(&self.text()).unwrap_or_default())
    }
}

impl std::fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for ContentHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(&self.text()).unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for ContentHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(|error: ContentHashError| read::custom(&error.say()))
    }
}

impl schemars::JsonSchema for ContentHash {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ContentHash".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^sha256:[0-9a-fA-F]{64}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_bytes_round_trip() {
        let hash = ContentHash::of(b"abc");
        let text = hash.to_string();
        assert_eq!(text, "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(text.parse(), Ok(hash));
        assert!("sha256:ba78".parse::<ContentHash>().is_err());
        assert!(text.replace("b", "g").parse::<ContentHash>().is_err());
    }

    #[test]
    fn the_bytes_are_the_same_on_every_way() {
        let bytes: [u8; 32] = std::array::from_fn(|at| u8::try_from(at * 8 + 7).unwrap());
        let hash = ContentHash::from_bytes(bytes);
        assert_eq!(hash.as_bytes(), &bytes);
        let text = "sha256:070f171f272f373f474f575f676f777f878f979fa7afb7bfc7cfd7dfe7eff7ff";
        assert_eq!(format!("{hash}|{hash:?}|{hash:>73}"), format!("{text}|{text}|  {text}"));
        assert_eq!(serde_json::to_string(&hash).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<ContentHash>(&format!("\"{text}\"")).unwrap(), hash);
        assert_eq!(text.to_uppercase().replace("SHA", "sha").parse(), Ok(hash));
    }

    #[test]
    fn what_is_no_hash_is_told_in_both_languages() {
        let error = "sha1:ff".parse::<ContentHash>().unwrap_err().say();
        assert_eq!(error.vi, "`sha1:ff` không phải mã băm của nội dung; cần `sha256:` và 64 chữ số hệ 16");
        assert_eq!(error.en, "`sha1:ff` is not a content hash; expected `sha256:` and 64 hexadecimal digits");
        let read = serde_json::from_str::<ContentHash>("\"sha1:ff\"").unwrap_err().to_string();
        assert!(read.contains("`sha1:ff` is not a content hash"), "{read}");
    }

    #[test]
    fn the_schema_says_what_is_allowed() {
        let schema = serde_json::to_value(schemars::schema_for!(ContentHash)).unwrap();
        let part = |name: &str| schema.get(name).unwrap().clone();
        assert_eq!((part("title"), part("type")), ("ContentHash".into(), "string".into()));
        assert_eq!(part("pattern"), "^sha256:[0-9a-fA-F]{64}$");
    }
}
