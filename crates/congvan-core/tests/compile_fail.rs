//! What must not compile: every proof that the types carry, forged; and a control that must.
#![cfg(test)]

/// Compiled with this test and not as a case: without a case that runs, the cases and what they depend on are only
/// checked, and no code is made for them.
#[path = "compile_fail/control.rs"]
mod control;

#[test]
fn what_the_types_allow_compiles() {
    control::written_by_a_host();
}

#[test]
fn what_the_types_forbid_does_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/forbidden_*.rs");
}
