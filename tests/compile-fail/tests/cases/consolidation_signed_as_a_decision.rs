//! A consolidation is signed by a decision of the core; an event that says so is no decision.

use congvan_core::event::{ConsolidationSigned, Submission};
use congvan_core::evidence::Inputs;
use congvan_core::{Decision, Directive};

fn sign(directive: Directive, submission: Box<Submission>) {
    let event = ConsolidationSigned { inputs: Inputs::default(), submission };
    let decision: Decision = event.into();
    let _ = directive.apply(&decision);
}

fn main() {}
