//! A panic becomes an exception of the language that called, which needs unwinding.

#[cfg(panic = "abort")]
compile_error!(
    "a panic must become an exception of the language that called: build with `panic = \"unwind\"`"
);
