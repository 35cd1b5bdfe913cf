//! The library is not built where a panic would end the process of whoever calls it.
#![cfg(test)]

use std::path::Path;
use std::process::Command;

/// Compiles the guard alone with this strategy; what the compiler says where it refuses.
fn compile(strategy: &str) -> Result<(), String> {
    let guard = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/unwind.rs");
    let folder = tempfile::tempdir().unwrap();
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(["--edition=2024", "--crate-type=lib", "--emit=metadata", "-C"])
        .arg(format!("panic={strategy}"))
        .arg("--out-dir")
        .arg(folder.path())
        .arg(guard)
        .output()
        .unwrap();
    if output.status.success() { Ok(()) } else { Err(String::from_utf8(output.stderr).unwrap()) }
}

#[test]
fn a_panic_that_would_end_the_process_is_refused_when_the_library_is_built() {
    assert_eq!(compile("unwind"), Ok(()));
    let refused = compile("abort").unwrap_err();
    assert!(refused.contains("build with `panic = \"unwind\"`"), "{refused}");
    let library = include_str!("../src/lib.rs");
    assert!(library.contains("\nmod unwind;\n"), "the guard is part of the library");
}
