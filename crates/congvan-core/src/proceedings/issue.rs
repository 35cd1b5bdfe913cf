//! What issue added to the signed text.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Number, date and notation of a directive that was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The date it bears.
    pub date: NaiveDate,
    /// The notation, such as `UBND-SNV`.
    pub notation: String,
    /// The number within issuer, series and year (Decree 30/2020/ND-CP, article 15.1).
    pub number: u32,
}

impl Issue {
    /// Whether a citation such as `147/TB-UBND` or `07/UBND-NV` means this document.
    #[must_use]
    pub fn is_cited_as(&self, document: &str) -> bool {
        let Some((number, notation)) = document.split_once('/') else { return false };
        number.trim().parse() == Ok(self.number) && notation.trim() == self.notation
    }
}

impl std::fmt::Display for Issue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Numbers below ten carry a leading zero (appendix I, part II.3).
        write!(f, "{:02}/{}", self.number, self.notation)
    }
}

#[cfg(test)]
mod tests {
    use crate::query::tests::desk::Desk;

    #[test]
    fn a_directive_is_called_by_its_number_and_notation() {
        assert_eq!(Desk::unregistered().proceedings().issue().to_string(), "01/UBND-TH");
    }
}
