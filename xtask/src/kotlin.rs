//! The check `kotlin`: generates the sources, then has Maven build the module and run its tests.

use std::process::Command;

use crate::codegen::{self, Profile};
use crate::tools::{self, Failure};

/// The program that runs Maven: on Windows it is a script, which must be named with its extension.
pub(crate) const MAVEN: &str = if cfg!(windows) { "mvn.cmd" } else { "mvn" };

/// Looks for the JDK and Maven, and generates what Maven compiles.
///
/// # Errors
/// When either is missing, and when the sources cannot be generated.
pub(crate) fn prepare() -> Result<(), Failure> {
    for (program, argument, remedy) in [
        ("javac", "-version", "install a JDK of version 17 or later, and name its folder in JAVA_HOME"),
        (MAVEN, "--version", "install Maven"),
    ] {
        if tools::version(tools::command(program).arg(argument)).is_none() {
            return Err(Failure::check(format!("FAILED kotlin: `{program}` is missing: {remedy}")));
        }
    }
    codegen::generate(Profile::Dev).map(drop)
}

/// Maven on the whole module: compiled with warnings as errors, tested, packed.
pub(crate) fn verify() -> Command {
    maven(&["-f", "bindings/kotlin", "verify"])
}

/// Maven without colours, questions or progress bars; a test that fails says so in full.
pub(crate) fn maven(arguments: &[&str]) -> Command {
    let mut maven = tools::command(MAVEN);
    maven.args(["--batch-mode", "--no-transfer-progress"]).args(arguments);
    maven
}
