//! The only clock of the library: the core is told the time.

use congvan_calendar::Instant;

/// The present instant in the civil time of Viet Nam, from the machine's clock.
#[must_use]
pub fn now() -> Instant {
    Instant::from_civil(chrono::Utc::now().naive_utc() + chrono::TimeDelta::hours(7))
}
