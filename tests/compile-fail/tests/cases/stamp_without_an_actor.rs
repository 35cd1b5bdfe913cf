//! An event without an actor is no event: the stamp wants all of it.

use congvan_calendar::Instant;
use congvan_core::authority::Authority;
use congvan_core::Stamp;

fn stamp(at: Instant) -> Stamp {
    Stamp { authority: Authority::Issuer, effective_at: at, recorded_at: at }
}

fn main() {}
