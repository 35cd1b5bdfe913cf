//! The document that an act of the issuing side rests on.

use chrono::NaiveDate;
use congvan::core::instrument::Instrument;

/// The document that an act of the issuing side rests on: number, notation, date and signer, as printed.
#[uniffi::remote(Record)]
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
