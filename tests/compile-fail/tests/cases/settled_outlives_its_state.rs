//! A proof cannot outlive the state that it speaks of: the directive cannot move on while the proof is held.

use congvan_core::evidence::AllSettled;
use congvan_core::{Directive, Event, Stamp};

fn proof(_: &Directive) -> AllSettled<'_> {
    loop {}
}

fn hold(directive: Directive, stamp: &Stamp, event: &Event) {
    let held = proof(&directive);
    let _ = directive.evolve(stamp, event);
    let _ = held.inputs();
}

fn main() {}
