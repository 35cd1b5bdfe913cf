//! A decision is never empty: no list of events is made from outside.

use congvan_core::directive::Events;

fn none() -> Option<Events> {
    Events::of(Vec::new())
}

fn main() {}
