//! Nobody outside the core builds a decision.

use congvan_core::id::DirectiveId;
use congvan_core::{Decision, Event, Stamp};

fn forge(directive: DirectiveId, stamp: Stamp, event: Event) -> Decision {
    Decision::new(directive, 0, stamp, event.into())
}

fn main() {}
