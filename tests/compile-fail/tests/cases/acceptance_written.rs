//! An acceptance cannot be written down.

use congvan_core::obligation::{Acceptance, Accepted};

fn accept() -> Accepted {
    Accepted { revision: None, ground: Acceptance::Vetted }
}

fn main() {}
