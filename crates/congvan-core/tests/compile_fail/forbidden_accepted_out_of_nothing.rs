//! An acceptance cannot be written down.

use congvan_core::obligation::{Acceptance, Accepted};

fn accept() -> Accepted {
    Accepted { revision: None, ground: Acceptance::Vetted }
}

fn also_accept() -> Accepted {
    Accepted::new(None, Acceptance::Vetted)
}

fn main() {}
