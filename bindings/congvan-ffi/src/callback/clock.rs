//! A clock of the caller.

use congvan::Instant;

use crate::error::CongvanError;

/// A clock that stands in place of the machine's; asked when a call is not told the instant.
#[uniffi::export(foreign)]
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Result<Instant, CongvanError>;
}
