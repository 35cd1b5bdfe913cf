//! A directive that moved on is gone.

use congvan_core::{Directive, Event, Stamp};

fn twice(directive: Directive, stamp: &Stamp, event: &Event) {
    let _ = directive.evolve(stamp, event);
    let _ = directive.version();
}

fn main() {}
