//! Every check and every benchmark of the project as one command: `cargo xtask`.

mod bench;
mod bench_bindings;
mod checks;
mod codegen;
mod fuzz;
mod kotlin;
mod python;
mod setup;
mod tally;
mod tools;

use std::process::ExitCode;

use tools::Failure;

const HELP: &str = "\
every check and every benchmark of the project as one command

usage: cargo xtask COMMAND

commands:
  test [CHECK...]   run every check, or only those named: fmt, clippy, unit, doc, python, kotlin; nightly adds those that take
                    long: soak, bounds, faults
  bench [NAME]      run every benchmark, or the one named: lifecycle, memory, journal, bindings
  codegen           build the native library and generate the sources of the bindings; --release for a package
  kotlin EXAMPLE    run an example in Kotlin: directive-3552 or own-database
  python FILE       run a program with the Python package, which is built into an environment under target/python
  soak [ARG...]     the engine against its independent model: --commands N, --seed N
  fuzz [TARGET...]  what nobody would send to each parser of outside input, or to those named: --seconds N for each
  faults [NAME...]  plant each fault of the catalogue, or those named or of an area named: each must be found
  mutants [FILE...] build the core with each mutant of the files that changed, or of those named: each must be found or explained;
                    --quick without the slow tests, --survivors only what survived before, --switched what one build holds
  setup             say which tools this machine has and which it lacks
  demo [ARG...]     run the example directive from issue to concluded meeting
  help              print this text

exit codes: 0 done, 1 a check failed, 2 the command line was not understood";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(message) = &failure.message {
                eprintln!("xtask: {message}");
            }
            ExitCode::from(failure.code)
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<(), Failure> {
    let Some((command, rest)) = arguments.split_first() else {
        println!("{HELP}");
        return Err(Failure::usage("no command was given: say `cargo xtask test` to run every check"));
    };
    match command.as_str() {
        "test" => checks::run(rest),
        "bench" => bench::run(rest),
        "codegen" => codegen::run(rest),
        "kotlin" => kotlin::run(rest),
        "python" => python::run(rest),
        "soak" => soak(rest),
        "faults" => example("faults", rest, "the search for planted faults"),
        "mutants" => example("mutants", rest, "the search for mutants"),
        "fuzz" => fuzz::run(rest),
        "setup" => setup::run(),
        "demo" => demo(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Failure::usage(format!(
            "there is no command `{other}`: expected one of test, bench, soak, fuzz, faults, mutants, codegen, kotlin, python, setup, demo, help"
        ))),
    }
}

/// Runs the engine against the independent model in release, on the caller's terminal.
fn soak(rest: &[String]) -> Result<(), Failure> {
    let mut cargo = tools::cargo();
    cargo.args(["run", "--release", "-p", "congvan-testkit", "--example", "soak", "--"]).args(rest);
    tools::succeed(&mut cargo, "the soak")
}

/// Runs an example program of the test kit on the caller's terminal.
fn example(name: &str, rest: &[String], what: &str) -> Result<(), Failure> {
    let mut cargo = tools::cargo();
    cargo.args(["run", "--quiet", "-p", "congvan-testkit", "--example", name, "--"]).args(rest);
    tools::succeed(&mut cargo, what)
}

/// Runs the example of dispatch 3552 in release, on the caller's terminal.
fn demo(rest: &[String]) -> Result<(), Failure> {
    let mut cargo = tools::cargo();
    cargo.args(["run", "--release", "--", "run", "examples/directive-3552"]).args(rest);
    tools::succeed(&mut cargo, "the demo")
}
