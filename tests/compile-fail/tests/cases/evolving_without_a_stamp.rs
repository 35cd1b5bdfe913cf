//! No state takes an event without its stamp.

use congvan_core::{Directive, Event};

fn evolve(directive: Directive, event: &Event) {
    let _ = directive.evolve(event);
}

fn main() {}
