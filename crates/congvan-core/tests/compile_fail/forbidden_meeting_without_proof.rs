//! A meeting is held by whoever has it scheduled and prepared: neither proof nor state can be written down.

use congvan_core::evidence::Prepared;
use congvan_core::meeting::{Held, Slot};
use congvan_core::Proceedings;

fn prepared(proceedings: &Proceedings) -> Prepared<'_> {
    Prepared { _proceedings: proceedings }
}

fn held(slot: Slot) -> Held {
    Held::new(slot, 1, false)
}

fn main() {}
