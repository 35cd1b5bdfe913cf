//! What was decided on a state cannot be asked of it once it has moved on.

use congvan_core::{Command, Ctx, Directive};

fn twice(directive: Directive, command: &Command, ctx: &Ctx<'_>) {
    if let Ok(decision) = directive.decide(command, ctx) {
        let _ = directive.apply(&decision);
        let _ = directive.decide(command, ctx);
    }
}

fn main() {}
