//! The check `kotlin`, which has Maven build and test the module, and the examples in Kotlin.

use std::path::Path;
use std::process::Command;

use crate::codegen::{self, Profile};
use crate::tools::{self, Failure};

/// The program that runs Maven: on Windows it is a script, which must be named with its extension.
pub(crate) const MAVEN: &str = if cfg!(windows) { "mvn.cmd" } else { "mvn" };

/// Each example in Kotlin: its name, and the class that has its `main`.
const EXAMPLES: [(&str, &str); 2] = [
    ("directive-3552", "org.congvan.examples.directive3552.PlayKt"),
    ("own-database", "org.congvan.examples.owndatabase.HostKt"),
];

/// Looks for the JDK and Maven, and generates what Maven compiles.
///
/// # Errors
/// When either is missing, and when the sources cannot be generated.
pub(crate) fn prepare() -> Result<(), Failure> {
    tools_there()?;
    codegen::generate(Profile::Dev).map(drop)
}

/// Looks for the JDK and Maven.
///
/// # Errors
/// When either is missing.
pub(crate) fn tools_there() -> Result<(), Failure> {
    for (program, argument, remedy) in [
        ("javac", "-version", "install a JDK of version 17 or later, and name its folder in JAVA_HOME"),
        (MAVEN, "--version", "install Maven"),
    ] {
        if tools::version(tools::command(program).arg(argument)).is_none() {
            return Err(Failure::check(format!("FAILED kotlin: `{program}` is missing: {remedy}")));
        }
    }
    Ok(())
}

/// Maven on the whole module: compiled with warnings as errors, tested, packed.
pub(crate) fn verify() -> Command {
    maven(&["-f", "bindings/kotlin", "verify"])
}

/// The Kotlin half of the benchmark of the bindings, over the folder that the reference in Rust has filled: all of it, or the job.
pub(crate) fn bench(folder: &Path, what: &str) -> Command {
    // In a machine of its own: Maven's is set to start quickly.
    let mut bench = maven(&["--quiet", "-f", "bindings/kotlin", "test-compile", "exec:exec"]);
    bench.arg("-Dexec.executable=java");
    bench.arg(format!("-Dexec.args=-cp %classpath org.congvan.bench.BindingsKt {} {what}", folder.display()));
    bench
}

/// Maven running a class of the tests or examples.
fn main_class(name: &str) -> Command {
    let mut main = maven(&["--quiet", "-f", "bindings/kotlin", "test-compile", "exec:java"]);
    main.arg(format!("-Dexec.mainClass={name}"));
    main
}

/// Runs an example with the arguments that follow its name; what it needs is built first.
///
/// # Errors
/// When the name is not one of an example, when the module cannot be built, and when the example fails.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let known = EXAMPLES.map(|(name, _)| name).join(" or ");
    let Some((name, rest)) = arguments.split_first() else {
        return Err(Failure::usage(format!("`kotlin` takes the name of an example: {known}")));
    };
    let Some((_, main)) = EXAMPLES.iter().find(|(example, _)| example == name) else {
        return Err(Failure::usage(format!("there is no example `{name}` in Kotlin: expected {known}")));
    };
    prepare()?;
    let mut example = main_class(main);
    if !rest.is_empty() {
        example.arg(format!("-Dexec.args={}", rest.join(" ")));
    }
    tools::succeed(&mut example, &format!("the example `{name}`"))
}

/// Maven without colours, questions or progress bars; a test that fails says so in full.
pub(crate) fn maven(arguments: &[&str]) -> Command {
    let mut maven = tools::command(MAVEN);
    maven.args(["--batch-mode", "--no-transfer-progress"]).args(arguments);
    maven
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_named() {
        assert_eq!(run(&[]).unwrap_err().code, 2);
        let failure = run(&["directive-3553".to_owned()]).unwrap_err();
        assert_eq!(failure.code, 2);
        assert!(failure.message.unwrap().contains("expected directive-3552 or own-database"));
    }
}
