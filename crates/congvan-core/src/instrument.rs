//! The document (văn bản làm căn cứ) that an act of the issuing side rests on.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The document that an act of the issuing side rests on: number, notation, date and signer, as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Its date.
    pub date: NaiveDate,
    /// Its notation, such as `UBND-SNV`.
    pub notation: String,
    /// Its number, as printed.
    pub number: String,
    /// Who signed it, as printed.
    pub signer: String,
}

impl std::fmt::Display for Instrument {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{} ({})", self.number, self.notation, self.date.format("%d/%m/%Y"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instrument_reads_as_offices_cite_it() {
        let instrument = Instrument {
            date: NaiveDate::from_ymd_opt(2024, 3, 5).unwrap(),
            notation: "UBND-SNV".to_owned(),
            number: "3552".to_owned(),
            signer: "Chủ tịch".to_owned(),
        };
        assert_eq!(instrument.to_string(), "3552/UBND-SNV (05/03/2024)");
    }
}
