//! What is owed cannot be accepted.

use congvan_core::obligation::{Acceptance, Accepted, Owed};

fn accept(owed: Owed) -> Accepted {
    owed.accept(Acceptance::Vetted)
}

fn main() {}
