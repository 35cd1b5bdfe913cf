//! What must not compile: every proof that the types carry, forged; and a control that must.
#![cfg(test)]

#[test]
fn what_the_types_forbid_does_not_compile() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/compile_fail/control.rs");
    cases.compile_fail("tests/compile_fail/forbidden_*.rs");
}
