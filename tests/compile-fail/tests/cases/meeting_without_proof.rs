//! The proof that a meeting is prepared cannot be written down.

use congvan_core::evidence::Prepared;
use congvan_core::Proceedings;

fn prepared(proceedings: &Proceedings) -> Prepared<'_> {
    Prepared { _proceedings: proceedings }
}

fn main() {}
