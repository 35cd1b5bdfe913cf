//! What must not compile: every proof that the types carry, forged.
#![cfg(test)]

#[test]
fn what_the_types_forbid_does_not_compile() {
    // All of these fail, so that they and what they depend on are only checked, and no code is made for them.
    trybuild::TestCases::new().compile_fail("tests/cases/*.rs");
}
