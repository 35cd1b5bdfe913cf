//! The check `python`: the wheel is built, installed into a fresh environment, tested, and checked for its types.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::codegen;
use crate::tools::{self, Failure};

/// The package, from the root.
const PACKAGE: &str = "bindings/python";

/// What the interpreter must be able to do: a version, and environments of its own.
const ABLE: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))";

/// Makes the environment, builds the wheel and installs it.
///
/// # Errors
/// When Python or a part of it is missing, and when a step fails.
pub(crate) fn prepare() -> Result<(), Failure> {
    environment_for("dev")
}

/// Makes the environment, builds the wheel with a profile of cargo and installs it.
///
/// # Errors
/// When Python or a part of it is missing, and when a step fails.
pub(crate) fn environment_for(profile: &str) -> Result<(), Failure> {
    let python = interpreter()?;
    step(&mut with(python, &["-m", "venv", "--clear"], &[&environment()]), "making the environment")?;
    let requirements = format!("{PACKAGE}/requirements-test.txt");
    step(
        &mut pip(&["install", "--quiet", "--requirement", &requirements]),
        "installing what the tests need",
    )?;
    wheel(profile)
}

/// Builds the wheel with a profile of cargo and installs it into the environment.
///
/// # Errors
/// When a step fails.
fn wheel(profile: &str) -> Result<(), Failure> {
    let wheels = folder().join("wheels");
    // An older wheel would be installed in place of the one that is built now.
    if wheels.exists() {
        fs::remove_dir_all(&wheels)
            .map_err(|error| Failure::check(format!("cannot remove {}: {error}", wheels.display())))?;
    }
    let features = if profile == "dev" { codegen::FOR_TESTS } else { "probe" };
    let arguments = format!("build-args=--profile {profile} --features {features}");
    let mut build = pip(&["wheel", "--quiet", "--no-deps", "--no-build-isolation", PACKAGE]);
    build.arg(format!("--config-settings={arguments}")).arg("--wheel-dir").arg(&wheels);
    step(&mut build, "building the wheel")?;
    let mut install =
        pip(&["install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", "--find-links"]);
    install.arg(&wheels).arg("congvan");
    step(&mut install, "installing the wheel")
}

/// Runs a program with the package, for which the environment is made where there is none, and the wheel built anew.
///
/// # Errors
/// When no program is named, when the package cannot be built, and when the program fails.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    if arguments.is_empty() {
        return Err(Failure::usage("`python` takes a program: `cargo xtask python FILE [ARGUMENT...]`"));
    }
    if inside().exists() {
        wheel("dev")?;
    } else {
        prepare()?;
    }
    let mut program = tools::command(inside());
    program.args(arguments);
    tools::succeed(&mut program, "the program")
}

/// The Python half of the benchmark of the bindings, over the folder that the reference in Rust has filled: all of it, or the job.
pub(crate) fn bench(folder: &Path, what: &str) -> Command {
    let mut program = tools::command(inside());
    program.arg(format!("{PACKAGE}/bench.py")).arg(folder).arg(what);
    program
}

/// The tests, and what says that the types are told truly.
pub(crate) fn commands() -> Vec<Command> {
    let settings = format!("{PACKAGE}/pyproject.toml");
    let typed = ["examples/directive-3552-python", "examples/own-database/python"];
    let mut mypy = module(&["mypy", "--config-file", &settings]);
    mypy.arg(format!("{PACKAGE}/tests/consumer.py")).args(typed);
    // It looks for what is imported in the environment, too.
    let mut pyright = module(&["pyright", "--project", PACKAGE, "--pythonpath"]);
    pyright.arg(inside());
    let allowed = format!("{PACKAGE}/stubtest-allowlist.txt");
    // The wheel serves every Python of its platform: those that are there play a scenario.
    let mut others = alone();
    others.arg(format!("{PACKAGE}/smoke.py"));
    vec![
        module(&["pytest", "--color=no", PACKAGE]),
        others,
        module(&["mypy", "--config-file", &settings, "-p", "congvan"]),
        mypy,
        pyright,
        module(&["mypy.stubtest", "congvan", "--concise", "--allowlist", &allowed]),
    ]
}

/// The interpreter of the environment on a module.
fn module(arguments: &[&str]) -> Command {
    let mut command = alone();
    command.arg("-m").args(arguments);
    command
}

/// The interpreter of the environment, which is asked nothing and leaves nothing beside the sources.
fn alone() -> Command {
    let mut command = tools::command(inside());
    command
        .stdin(Stdio::null())
        .env("MYPY_CACHE_DIR", folder().join("mypy"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    command
}

/// The first interpreter that is new enough and can make environments.
fn interpreter() -> Result<OsString, Failure> {
    let named = env::var_os("PYTHON").into_iter();
    let usual = ["python3", "python"].into_iter().map(OsString::from);
    named.chain(usual).find(is_able).ok_or_else(|| {
        Failure::check(
            "FAILED python: no Python 3.9 or later with its modules venv and ensurepip was found; install it \
             (on Debian: python3 and python3-venv), or name it in PYTHON",
        )
    })
}

fn is_able(python: &OsString) -> bool {
    let mut command = tools::command(python);
    command.args(["-c", ABLE]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn pip(arguments: &[&str]) -> Command {
    let mut command = tools::command(inside());
    // What builds the wheel calls the programs of the environment by name.
    let programs = inside().parent().map(PathBuf::from).into_iter();
    let known = env::var_os("PATH").unwrap_or_default();
    if let Ok(paths) = env::join_paths(programs.chain(env::split_paths(&known))) {
        command.env("PATH", paths);
    }
    command.args(["-m", "pip", "--disable-pip-version-check"]).args(arguments).stdin(Stdio::null());
    command
}

fn with(program: OsString, arguments: &[&str], paths: &[&PathBuf]) -> Command {
    let mut command = tools::command(program);
    command.args(arguments).args(paths);
    command
}

fn step(command: &mut Command, what: &str) -> Result<(), Failure> {
    println!("{what}");
    tools::succeed(command, &format!("FAILED python: {what}"))
}

/// Where everything that is made here is kept.
fn folder() -> PathBuf {
    codegen::target().join("python")
}

fn environment() -> PathBuf {
    folder().join("environment")
}

/// The interpreter of the environment.
fn inside() -> PathBuf {
    let bin = environment().join(if cfg!(windows) { "Scripts" } else { "bin" });
    bin.join(if cfg!(windows) { "python.exe" } else { "python" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_interpreter_is_not_taken_for_one() {
        assert!(!is_able(&OsString::from("no-such-interpreter")));
        assert!(!is_able(&OsString::from(env!("CARGO"))));
    }

    #[test]
    fn the_tests_come_before_the_checks_of_types() {
        let commands = commands();
        let words: Vec<_> = commands[0].get_args().collect();
        assert!(words.contains(&"pytest".as_ref()), "{words:?}");
        let words: Vec<_> = commands[1].get_args().collect();
        assert_eq!(words, ["bindings/python/smoke.py"], "the other interpreters come next");
    }
}
