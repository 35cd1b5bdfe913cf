//! Nobody outside the core builds an acceptance.

use congvan_core::obligation::{Acceptance, Accepted};

fn accept() -> Accepted {
    Accepted::new(None, Acceptance::Vetted)
}

fn main() {}
