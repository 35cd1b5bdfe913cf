//! `cargo xtask test`: every check in turn, stopping at the first that fails; at night also those that take long.

use std::env;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::tally::Tally;
use crate::tools::{self, Failure};
use crate::{codegen, kotlin, python};

/// One check: the cheap ones come first, so that a slip is told in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Check {
    Fmt,
    Clippy,
    Unit,
    Doc,
    Python,
    Kotlin,
    Soak,
    Bounds,
    Faults,
}

/// The name that stands for every check, those that take long with the others.
const NIGHTLY: &str = "nightly";

impl Check {
    const ALL: [Self; 9] = [
        Self::Fmt,
        Self::Clippy,
        Self::Unit,
        Self::Doc,
        Self::Python,
        Self::Kotlin,
        Self::Soak,
        Self::Bounds,
        Self::Faults,
    ];

    /// Whether the check takes so long that it runs at night, or when it is named.
    fn takes_long(self) -> bool {
        match self {
            Self::Soak | Self::Bounds | Self::Faults => true,
            Self::Fmt | Self::Clippy | Self::Unit | Self::Doc | Self::Python | Self::Kotlin => false,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::Unit => "unit",
            Self::Doc => "doc",
            Self::Python => "python",
            Self::Kotlin => "kotlin",
            Self::Soak => "soak",
            Self::Bounds => "bounds",
            Self::Faults => "faults",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Fmt => "formatting",
            Self::Clippy => "lints, warnings denied",
            Self::Unit => "tests: unit, integration, compile-fail, golden, properties, tidy, doctests",
            Self::Doc => "documentation, warnings denied",
            Self::Python => {
                "the Python binding: a wheel in a fresh environment, tested and checked for its types"
            }
            Self::Kotlin => "the Kotlin binding: generated, built and tested with Maven",
            Self::Soak => "ten million commands judged by the engine and by its independent model",
            Self::Bounds => "every state of the lifecycle with three units in each of three fields",
            Self::Faults => "the engine built with each planted fault, which its scenario must find",
        }
    }

    /// The rustup component that the check cannot run without.
    fn component(self) -> Option<&'static str> {
        match self {
            Self::Fmt => Some("rustfmt"),
            Self::Clippy => Some("clippy"),
            Self::Unit
            | Self::Doc
            | Self::Python
            | Self::Kotlin
            | Self::Soak
            | Self::Bounds
            | Self::Faults => None,
        }
    }

    /// Whether the check runs tests, so that a run in which none ran is a failure.
    fn has_tests(self) -> bool {
        match self {
            Self::Unit | Self::Python | Self::Kotlin => true,
            Self::Fmt | Self::Clippy | Self::Doc | Self::Soak | Self::Bounds | Self::Faults => false,
        }
    }

    /// What must be built before the check's own commands can run.
    fn prepare(self) -> Result<(), Failure> {
        match self {
            Self::Python => python::prepare(),
            Self::Kotlin => kotlin::prepare(),
            Self::Fmt | Self::Clippy | Self::Unit | Self::Doc | Self::Soak | Self::Bounds | Self::Faults => {
                Ok(())
            }
        }
    }

    /// The commands of the check, one after the other.
    fn commands(self) -> Vec<Command> {
        let mut commands = match self {
            Self::Fmt => vec![cargo(&["fmt", "--all", "--check"])],
            Self::Clippy => vec![cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])],
            // One red test program does not hide the others: the count at the end is of all of them.
            Self::Unit => {
                let mut test = cargo(&["test", "--workspace", "--no-fail-fast", "--features"]);
                test.arg(format!("congvan-ffi/{}", codegen::FOR_TESTS));
                vec![test]
            }
            Self::Doc => {
                let mut doc = cargo(&["doc", "--workspace", "--no-deps"]);
                doc.env("RUSTDOCFLAGS", rustdoc_flags());
                vec![doc]
            }
            Self::Python => python::commands(),
            Self::Kotlin => vec![kotlin::verify()],
            Self::Soak => vec![cargo(&[
                "run",
                "--release",
                "-p",
                "congvan-testkit",
                "--example",
                "soak",
                "--",
                "--commands",
                "10000000",
            ])],
            Self::Bounds => vec![cargo(&[
                "run",
                "--release",
                "--",
                "check",
                "--lifecycle",
                "--units",
                "3",
                "--fields",
                "3",
                "--main-road",
                "--progress",
            ])],
            Self::Faults => vec![cargo(&["run", "--quiet", "-p", "congvan-testkit", "--example", "faults"])],
        };
        for command in &mut commands {
            // A check never asks: with no input to wait for, it runs the same in a terminal and in a build.
            command.stdin(Stdio::null());
        }
        commands
    }
}

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = tools::cargo();
    cargo.args(arguments);
    cargo
}

/// Runs the checks named, or all of them, and prints the count of tests as the last line.
///
/// # Errors
/// When a name is not a check, when a check fails, and when tests were asked for and none ran.
pub(crate) fn run(names: &[String]) -> Result<(), Failure> {
    let selected = select(names)?;
    let mut tally = Tally::default();
    let outcome = run_all(&selected, &mut tally);
    if outcome.is_err() && tally.failed == 0 {
        // The last line never says that nothing failed when something did.
        tally.failed = 1;
    }
    if let Err(failure) = &outcome
        && let Some(message) = &failure.message
    {
        println!("\nxtask: {message}");
    }
    if selected.iter().any(|check| check.has_tests()) || outcome.is_err() {
        println!("{tally}");
    }
    outcome.map_err(|_| Failure::reported())
}

fn run_all(selected: &[Check], tally: &mut Tally) -> Result<(), Failure> {
    for check in selected {
        println!("\n== {}: {}", check.name(), check.heading());
        if let Some(component) = check.component() {
            install(*check, component)?;
        }
        check.prepare()?;
        let before = tally.ran();
        for command in check.commands() {
            stream(*check, command, tally)?;
        }
        something_ran(*check, tally.ran() - before)?;
    }
    println!();
    Ok(())
}

/// A run of tests in which no test ran has checked nothing.
fn something_ran(check: Check, ran: u64) -> Result<(), Failure> {
    if check.has_tests() && ran == 0 {
        return Err(Failure::check(format!(
            "FAILED {}: no test ran, and a run that checks nothing is not a success",
            check.name()
        )));
    }
    Ok(())
}

fn select(names: &[String]) -> Result<Vec<Check>, Failure> {
    let known = |name: &&String| *name == NIGHTLY || Check::ALL.iter().any(|check| check.name() == *name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        return Err(Failure::usage(format!(
            "there is no check `{unknown}`: expected one of {}, or {NIGHTLY} for all of them",
            Check::ALL.map(Check::name).join(", ")
        )));
    }
    let named = |check: &Check| names.iter().any(|name| name == NIGHTLY || name == check.name());
    let plain = |check: &Check| names.is_empty() && !check.takes_long();
    Ok(Check::ALL.into_iter().filter(|check| named(check) || plain(check)).collect())
}

/// Adds the component when the toolchain lacks it.
fn install(check: Check, component: &str) -> Result<(), Failure> {
    if tools::version(tools::cargo().args([check.name(), "--version"])).is_some() {
        return Ok(());
    }
    println!("{component} is not installed; adding it with rustup");
    let mut rustup = tools::command("rustup");
    rustup.args(["component", "add", component]).stdin(Stdio::null());
    tools::succeed(&mut rustup, &format!("`rustup component add {component}`"))
}

/// Runs a command of the check, showing each line of its output as it comes and counting the tests in it.
fn stream(check: Check, mut command: Command, tally: &mut Tally) -> Result<(), Failure> {
    let line = command_line(&command);
    let failed = |why: String| Failure::check(told(check, &line, &why));
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(format!("could not be started: {error}")))?;
    if let Some(output) = child.stdout.take() {
        copy(BufReader::new(output), io::stdout(), tally)
            .map_err(|error| failed(format!("lost its output: {error}")))?;
    }
    let status = child.wait().map_err(|error| failed(format!("could not be waited for: {error}")))?;
    if !status.success() {
        return Err(failed(tools::ending(status)));
    }
    if check.has_tests() && tally.failed > 0 {
        return Err(failed("counted failed tests although it ended well".to_owned()));
    }
    Ok(())
}

/// Lines are bytes: a test may print anything, and what it prints must not stop the check.
fn copy(mut output: impl BufRead, mut screen: impl Write, tally: &mut Tally) -> io::Result<()> {
    let mut line = Vec::new();
    while output.read_until(b'\n', &mut line)? > 0 {
        screen.write_all(&line)?;
        screen.flush()?;
        tally.read(&String::from_utf8_lossy(&line));
        line.clear();
    }
    Ok(())
}

fn told(check: Check, command: &str, why: &str) -> String {
    format!(
        "FAILED {}: `{command}` {why}\nxtask: to run it alone: cargo xtask test {}",
        check.name(),
        check.name()
    )
}

fn command_line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn rustdoc_flags() -> String {
    match env::var("RUSTDOCFLAGS") {
        Ok(flags) if !flags.is_empty() => format!("{flags} -D warnings"),
        Ok(_) | Err(_) => "-D warnings".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn without_names_every_check_but_the_long_ones_runs_in_order() {
        let plain = [Check::Fmt, Check::Clippy, Check::Unit, Check::Doc, Check::Python, Check::Kotlin];
        assert_eq!(select(&[]).unwrap(), plain);
    }

    #[test]
    fn at_night_every_check_runs() {
        assert_eq!(select(&names(&["nightly", "fmt"])).unwrap(), Check::ALL);
    }

    #[test]
    fn named_checks_run_once_and_in_the_usual_order() {
        assert_eq!(select(&names(&["doc", "fmt", "doc"])).unwrap(), [Check::Fmt, Check::Doc]);
    }

    #[test]
    fn an_unknown_check_is_a_mistake_on_the_command_line() {
        let failure = select(&names(&["fmt", "units"])).unwrap_err();
        assert_eq!(failure.code, 2);
        assert!(failure.message.unwrap().contains("`units`"));
    }

    #[test]
    fn no_test_at_all_is_a_failure_only_where_tests_were_asked_for() {
        assert_eq!(something_ran(Check::Unit, 0).unwrap_err().code, 1);
        assert_eq!(something_ran(Check::Kotlin, 0).unwrap_err().code, 1);
        assert!(something_ran(Check::Unit, 1).is_ok());
        assert!(something_ran(Check::Fmt, 0).is_ok());
    }

    #[test]
    fn counts_the_tests_of_output_that_is_not_text() {
        let mut tally = Tally::default();
        let output: &[u8] =
            b"\xff\xfe\ntest result: ok. 2 passed; 0 failed; 0 ignored\nno newline at the end";
        let mut screen = Vec::new();
        copy(output, &mut screen, &mut tally).unwrap();
        assert_eq!(screen, output);
        assert_eq!(tally, Tally { passed: 2, failed: 0 });
    }

    #[test]
    fn a_failure_says_what_ran_and_how_to_run_it_alone() {
        let commands = Check::Doc.commands();
        let text = told(Check::Doc, &command_line(&commands[0]), "ended with exit code 101");
        assert!(text.contains("`cargo doc --workspace --no-deps` ended with exit code 101"), "{text}");
        assert!(text.ends_with("cargo xtask test doc"), "{text}");
    }
}
