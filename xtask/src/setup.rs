//! `cargo xtask setup`: which tools this machine has and which it lacks.

use std::env;
use std::ffi::OsString;

use crate::kotlin;
use crate::tools::{self, Failure};

/// A tool that some part of the project is built or checked with.
struct Tool {
    name: &'static str,
    /// The part of the project that wants it.
    wanted_for: &'static str,
    /// What to do when it is missing.
    remedy: &'static str,
    program: OsString,
    arguments: &'static [&'static str],
    required: bool,
}

/// Says of each tool whether it is there.
///
/// # Errors
/// When a tool is missing that `cargo xtask test` or the demo cannot do without.
pub(crate) fn run() -> Result<(), Failure> {
    let mut missing = Vec::new();
    for tool in tools_wanted() {
        match tools::version(tools::command(&tool.program).args(tool.arguments)) {
            Some(version) => println!("found    {:<8} {version}", tool.name),
            None if tool.required => {
                println!("MISSING  {:<8} {}: {}", tool.name, tool.wanted_for, tool.remedy);
                missing.push(tool.name);
            }
            None => println!("absent   {:<8} {}: {}", tool.name, tool.wanted_for, tool.remedy),
        }
    }
    if missing.is_empty() {
        println!("\nready: `cargo xtask test` runs every check, `cargo xtask demo` the example");
        Ok(())
    } else {
        Err(Failure::check(format!("missing: {}", missing.join(", "))))
    }
}

fn tools_wanted() -> Vec<Tool> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let compiler = env::var_os("CC").unwrap_or_else(|| "cc".into());
    let tool = |name, wanted_for, remedy, program: OsString, arguments, required| Tool {
        name,
        wanted_for,
        remedy,
        program,
        arguments,
        required,
    };
    vec![
        tool("cargo", "everything", "install Rust with rustup", cargo.clone(), &["--version"], true),
        tool(
            "rustfmt",
            "checking the format",
            "`cargo xtask test` adds it, or: rustup component add rustfmt",
            cargo.clone(),
            &["fmt", "--version"],
            false,
        ),
        tool(
            "clippy",
            "checking the lints",
            "`cargo xtask test` adds it, or: rustup component add clippy",
            cargo,
            &["clippy", "--version"],
            false,
        ),
        tool(
            "git",
            "the tidy test, which reads the list of files",
            "install git",
            "git".into(),
            &["--version"],
            true,
        ),
        tool(
            "cc",
            "building SQLite into the program",
            "install a C compiler (build-essential, Xcode tools, or Visual Studio; its name may be given in CC)",
            compiler,
            &["--version"],
            !cfg!(windows),
        ),
        tool(
            "python3",
            "the Python binding",
            "install Python 3.9 or later with its modules venv and ensurepip, or name it in PYTHON",
            env::var_os("PYTHON").unwrap_or_else(|| "python3".into()),
            &["--version"],
            true,
        ),
        tool(
            "javac",
            "the Kotlin binding",
            "install a JDK of version 17 or later",
            "javac".into(),
            &["-version"],
            true,
        ),
        tool("mvn", "the Kotlin binding", "install Maven", kotlin::MAVEN.into(), &["--version"], true),
    ]
}
