//! A decision is the licence to append: it cannot be written down, built or read.

use congvan_core::id::DirectiveId;
use congvan_core::{Decision, Event, Stamp};

fn written(directive: DirectiveId, stamp: Stamp, events: congvan_core::directive::Events) -> Decision {
    Decision { directive, version: 0, stamp, events }
}

fn built(directive: DirectiveId, stamp: Stamp, event: Event) -> Decision {
    Decision::new(directive, 0, stamp, event.into())
}

fn read(text: &str) -> Decision {
    serde_json::from_str(text).unwrap()
}

fn main() {}
