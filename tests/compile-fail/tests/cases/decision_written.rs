//! A decision is the licence to append: it cannot be written down.

use congvan_core::directive::Events;
use congvan_core::id::DirectiveId;
use congvan_core::{Decision, Stamp};

fn forge(directive: DirectiveId, stamp: Stamp, events: Events) -> Decision {
    Decision { directive, version: 0, stamp, events }
}

fn main() {}
