//! A planned meeting has nothing that holds it.

use congvan_core::meeting::{Held, Planned};

fn hold(planned: Planned) -> Held {
    planned.hold(false)
}

fn main() {}
