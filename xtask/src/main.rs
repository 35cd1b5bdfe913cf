//! Every check and every benchmark of the project as one command: `cargo xtask`.

mod bench;
mod checks;
mod setup;
mod tally;
mod tools;

use std::process::ExitCode;

use tools::Failure;

const HELP: &str = "\
every check and every benchmark of the project as one command

usage: cargo xtask COMMAND

commands:
  test [CHECK...]   run every check, or only those named: fmt, clippy, unit, doc
  bench [NAME]      run every benchmark, or the one named: lifecycle, memory, journal
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
        "setup" => setup::run(),
        "demo" => demo(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Failure::usage(format!(
            "there is no command `{other}`: expected one of test, bench, setup, demo, help"
        ))),
    }
}

/// Runs the example of dispatch 3552 in release, on the caller's terminal.
fn demo(rest: &[String]) -> Result<(), Failure> {
    let mut cargo = tools::cargo();
    cargo.args(["run", "--release", "--", "run", "examples/directive-3552"]).args(rest);
    tools::succeed(&mut cargo, "the demo")
}
