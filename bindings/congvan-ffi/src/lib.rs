//! congvan for Python and Kotlin: what both languages see, and nothing that decides.
//!
//! The crate mirrors the types of the core, maps its errors, and hands calls on. It has no rule of the domain. A mirror
//! is converted by naming every field and every variant, so that the build breaks here when the core gains one.

mod actor;
mod error;
mod id;
mod text;
mod time;

pub use actor::{Actor, Capacity};
pub use error::{CongvanError, InputError, RefusalReason, describe};
pub use text::{Lang, Text};

#[cfg(panic = "abort")]
compile_error!(
    "a panic must become an exception of the language that called: build with `panic = \"unwind\"`"
);

uniffi::setup_scaffolding!("congvan");

/// The version of the library, which the package of a language compares with its own before anything else.
#[uniffi::export]
#[must_use]
pub fn library_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
