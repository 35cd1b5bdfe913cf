//! The control: what a host does, written the same way, compiles.

use congvan_core::evidence::{AllSettled, Inputs, Prepared};
use congvan_core::meeting::Held;
use congvan_core::obligation::Submitted;
use congvan_core::{Command, Ctx, Decision, Directive, Refusal};

fn decide_and_apply(directive: Directive, command: &Command, ctx: &Ctx<'_>) -> Result<Directive, Refusal> {
    let decision: Decision = directive.decide(command, ctx)?;
    Ok(directive.apply(&decision).expect("decided on this very state"))
}

fn inputs(proof: &AllSettled<'_>) -> Inputs {
    proof.inputs()
}

pub(super) fn written_by_a_host() {
    let _: fn(Directive, &Command, &Ctx<'_>) -> Result<Directive, Refusal> = decide_and_apply;
    let _: fn(&AllSettled<'_>) -> Inputs = inputs;
    let _: Option<(Submitted, Held, Prepared<'_>)> = None;
}
