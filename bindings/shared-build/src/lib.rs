//! Nothing but a list of dependencies: with it, a library of the bindings for tests is compiled with the features that the
//! tests of the workspace have turned on in shared crates, and cargo finds those crates compiled already.
//!
//! A library that is packaged never has it.
