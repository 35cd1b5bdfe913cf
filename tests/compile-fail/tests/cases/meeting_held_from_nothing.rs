//! Nobody outside the core says that a meeting was held.

use congvan_core::meeting::{Held, Slot};

fn held(slot: Slot) -> Held {
    Held::new(slot, 1, false)
}

fn main() {}
