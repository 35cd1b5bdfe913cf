//! Starting other programs from the root of the repository.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::codegen;

/// Why the command did not succeed, and the exit code that says so.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What is printed; nothing when it has been printed already.
    pub(crate) message: Option<String>,
    /// 1 when a check failed, 2 when the command line was not understood.
    pub(crate) code: u8,
}

impl Failure {
    pub(crate) fn check(message: impl Into<String>) -> Self {
        Self { message: Some(message.into()), code: 1 }
    }

    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { message: Some(message.into()), code: 2 }
    }

    pub(crate) fn reported() -> Self {
        Self { message: None, code: 1 }
    }
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A command at the root of the repository.
///
/// What cargo told this program about its own package is taken away: a child would mistake it for its own. So is where
/// cargo builds: the JVM looks for a native library there first, and would measure and test another than was packaged.
pub(crate) fn command(program: impl Into<OsString>) -> Command {
    let mut command = Command::new(program.into());
    command.current_dir(root());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    for name in ["LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"] {
        if let Some(paths) = env::var_os(name) {
            command.env(name, without(&paths, &codegen::target()));
        }
    }
    command
}

/// The folders of a search path that do not lie in this one.
fn without(paths: &OsStr, folder: &Path) -> OsString {
    let others = env::split_paths(paths).filter(|path| !path.starts_with(folder));
    // What was split can be joined.
    env::join_paths(others).unwrap_or_default()
}

/// The cargo that started this program, or the one in the path.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs the command on the caller's terminal; anything but success is a failure of `what`.
///
/// # Errors
/// When the program cannot be started or ends without success.
pub(crate) fn succeed(command: &mut Command, what: &str) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::check(format!("{what} {}", ending(status)))),
        Err(error) => Err(Failure::check(format!("{what} could not be started: {error}"))),
    }
}

/// The first line that a program prints when asked for its version; nothing when it is not there.
pub(crate) fn version(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok().filter(|output| output.status.success())?;
    // Java answers on the error stream.
    let text = if output.stdout.is_empty() { output.stderr } else { output.stdout };
    String::from_utf8_lossy(&text).lines().next().map(|line| line.trim().to_owned())
}

/// How a program ended, as the end of a sentence.
pub(crate) fn ending(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("ended with exit code {code}"),
        None => "was stopped by a signal".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_does_not_look_for_libraries_where_cargo_builds() {
        let paths = |paths: &[&str]| env::join_paths(paths).unwrap();
        let found = paths(&["/a/target/debug/deps", "/usr/lib", "/a/target", "/a/targets/lib"]);
        assert_eq!(without(&found, Path::new("/a/target")), paths(&["/usr/lib", "/a/targets/lib"]));

        for (name, value) in command("java").get_envs().filter(|(name, _)| *name == "LD_LIBRARY_PATH") {
            let left = value.map(env::split_paths).into_iter().flatten();
            assert_eq!(left.filter(|path| path.starts_with(codegen::target())).count(), 0, "{name:?}");
        }
    }
}
