//! What issue adds, what becomes of receivers, and what goes on elsewhere.

use chrono::NaiveDate;
use congvan::Instant;
use congvan::core::Entry;
use congvan::core::event::{Carried, Settlement};
use congvan::core::id::UnitId;
use congvan::core::obligation::{Key, ObligationId};
use congvan::core::proceedings::Issue;

/// Number, date and notation of a directive that was issued.
#[uniffi::remote(Record)]
pub struct Issue {
    /// The date it bears.
    pub date: NaiveDate,
    /// The notation, such as `UBND-SNV`.
    pub notation: String,
    /// The number within issuer, series and year (Decree 30/2020/ND-CP, article 15.1).
    pub number: u32,
}

/// One obligation as frozen at issue, or added by amendment. Its position in the log is its [`crate::ObligationId`].
#[uniffi::remote(Record)]
pub struct Entry {
    /// The last instant on time; none where the deadline is not resolved or there is none.
    #[uniffi(default = None)]
    pub due: Option<Instant>,
    /// The units that lead jointly beside the performer.
    #[uniffi(default = [])]
    pub joint: Vec<UnitId>,
    /// Performer, assignment, field and period.
    pub key: Key,
    /// The vetting unit; none where nobody vets.
    #[uniffi(default = None)]
    pub vetter: Option<UnitId>,
    /// Until when it is vetted, where the mandate says so.
    #[uniffi(default = None)]
    pub vetting_due: Option<Instant>,
}

/// How the authority settles a decline.
#[uniffi::remote(Enum)]
pub enum Settlement {
    /// The obligations stand.
    Uphold,
    /// The receiver's open obligations are waived.
    Waive,
    /// The receiver's open obligations are held by another unit from now on.
    Reassign(UnitId),
}

/// An open obligation that goes on under a follow-up directive.
#[uniffi::remote(Record)]
pub struct Carried {
    /// The document or directive that carries it on, as cited.
    pub into: String,
    /// Which obligation.
    pub obligation: ObligationId,
}
