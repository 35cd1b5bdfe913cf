//! A decision is appended once.

use congvan_core::Decision;

fn twice(decision: &Decision) -> Decision {
    Decision::clone(decision)
}

fn main() {}
