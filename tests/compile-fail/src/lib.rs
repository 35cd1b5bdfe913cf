//! The control of the cases in `tests/cases`: what a host does, written the same way, compiles.

use congvan_core::evidence::{AllSettled, Inputs, Prepared};
use congvan_core::meeting::Held;
use congvan_core::obligation::Submitted;
use congvan_core::{Command, Ctx, Decision, Directive, Refusal};

/// Decides and applies; nothing is applied where another state was decided on.
///
/// # Errors
/// What refuses the command.
pub fn decide_and_apply(
    directive: Directive,
    command: &Command,
    ctx: &Ctx<'_>,
) -> Result<Option<Directive>, Refusal> {
    let decision: Decision = directive.decide(command, ctx)?;
    Ok(directive.apply(&decision).ok())
}

/// What a consolidation contains, from the proof that everything is settled.
#[must_use]
pub fn inputs(proof: &AllSettled<'_>) -> Inputs {
    proof.inputs()
}

/// The states and proofs that the cases try to forge can be named by anybody.
#[must_use]
pub fn named() -> Option<(Submitted, Held, Prepared<'static>)> {
    None
}
