//! A decimal number, exact and written one way only.

use std::fmt;
use std::str::FromStr;

use congvan_text::{Say, Text, read};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const SCALE: i64 = 1_000_000;
const DIGITS: usize = 6;

/// A decimal number with at most six digits behind the point, written as text such as `95.5`: it compares exactly, and
/// canonical JSON has one way of writing it. A plain JSON number is read too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantity(i64);

/// A text is not a decimal number with at most six digits behind the point.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a number; expected digits with at most six behind the point, such as `95.5`")]
pub struct QuantityError(String);

impl Say for QuantityError {
    fn say(&self) -> Text {
        let vi = format!(
            "`{}` không phải số; cần các chữ số, nhiều nhất sáu chữ số sau dấu chấm, ví dụ `95.5`",
            self.0
        );
        Text::new(vi, self.to_string()).visible()
    }
}

impl From<i32> for Quantity {
    fn from(whole: i32) -> Self {
        Self(i64::from(whole) * SCALE)
    }
}

impl FromStr for Quantity {
    type Err = QuantityError;

    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let wrong = || QuantityError(text.chars().take(40).collect());
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !numeric(whole) || !numeric(fraction) || fraction.len() > DIGITS {
            return Err(wrong());
        }
        let whole: i64 = whole.parse().map_err(|_| wrong())?;
        let fraction: i64 = format!("{fraction:0<DIGITS$}").parse().map_err(|_| wrong())?;
        let value =
            whole.checked_mul(SCALE).and_then(|value| value.checked_add(fraction)).ok_or_else(wrong)?;
        Ok(Self(if negative { -value } else { value }))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.unsigned_abs();
        let scale = SCALE.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        let fraction = format!("{:0DIGITS$}", size % scale);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{}{point}{fraction}", size / scale)
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Whole(i64),
            Float(f64),
            Text(String),
        }
        let text = match Written::deserialize(deserializer)? {
            Written::Whole(number) => number.to_string(),
            Written::Float(number) => number.to_string(),
            Written::Text(text) => text,
        };
        text.parse().map_err(|error: QuantityError| read::custom(&error.say()))
    }
}

impl schemars::JsonSchema for Quantity {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Quantity".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,6})?$" }]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_have_one_form() {
        for (text, form) in [("95.50", "95.5"), ("-0.000001", "-0.000001"), ("7", "7"), ("0.0", "0")] {
            assert_eq!(text.parse::<Quantity>().unwrap().to_string(), form);
        }
        for text in ["", ".", "1.", ".5", "1.1234567", "1e3", "ba", "99999999999999999999"] {
            assert!(text.parse::<Quantity>().is_err(), "{text}");
        }
        assert!("95.5".parse::<Quantity>().unwrap() > "95.499999".parse().unwrap());
        assert_eq!(serde_json::from_str::<Quantity>("95.5").unwrap(), "95.5".parse().unwrap());
        assert_eq!(serde_json::to_string(&Quantity::from(95)).unwrap(), "\"95\"");
    }

    #[test]
    fn the_schema_allows_what_is_read_and_nothing_else() {
        let schema = serde_json::to_value(schemars::schema_for!(Quantity)).unwrap();
        let schema = jsonschema::validator_for(&schema).unwrap();
        for text in ["95.50", "-0.000001", "7", "", ".", "1.", ".5", "1.1234567", "1e3", "ba", "--1", " 1"] {
            let written = serde_json::Value::from(text);
            assert_eq!(schema.is_valid(&written), text.parse::<Quantity>().is_ok(), "{text}");
        }
        for (written, allowed) in
            [("95.5", true), ("7", true), ("true", false), ("null", false), ("[7]", false)]
        {
            assert_eq!(schema.is_valid(&serde_json::from_str(written).unwrap()), allowed, "{written}");
            assert_eq!(serde_json::from_str::<Quantity>(written).is_ok(), allowed, "{written}");
        }
    }
}
