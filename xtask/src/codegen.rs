//! `cargo xtask codegen`: the native library, and the sources that Kotlin and Python are built from.
//!
//! Nothing that is written here is committed: what is generated cannot be stale.

mod build;
mod closed;
mod declared;
mod pool;
mod spoken;
mod telling;
mod text;
mod thrown;
mod unsigned;
mod value;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::tools::{self, Failure};

/// The crate that every binding is made from.
const PACKAGE: &str = "congvan-ffi";
/// Its library, without the prefix and suffix of the platform.
const LIBRARY: &str = "congvan_ffi";
/// The feature with which the workspace's tests, the generator, the wheel for tests and the Maven module's library are all built,
/// so that one build serves them all.
pub(crate) const FOR_TESTS: &str = "for-tests";
/// What the Maven module compiles beside its own sources, from the root; outside `target`, so that `mvn clean` leaves it.
const KOTLIN: &str = "bindings/kotlin/generated";

/// How the native library is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For tests: quick to build, and it panics on demand.
    Dev,
    /// For benchmarks: as it is packaged, except that it panics on demand, since the tests are compiled too.
    Bench,
    /// For packages.
    Release,
}

impl Profile {
    /// The folder of the target directory in which cargo leaves what it built.
    fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Bench | Self::Release => "release",
        }
    }

    /// The features of the library beside those of every build.
    fn features(self) -> &'static [&'static str] {
        match self {
            Self::Dev => &["--features", FOR_TESTS],
            Self::Bench => &["--features", "probe"],
            Self::Release => &[],
        }
    }
}

/// Reads the command line and generates.
///
/// # Errors
/// When an argument is not understood, a build fails, or the generated sources are not as expected.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let profile = match arguments {
        [] => Profile::Dev,
        [flag] if flag == "--release" => Profile::Release,
        _ => return Err(Failure::usage("codegen takes no argument but `--release`")),
    };
    let library = generate(profile)?;
    println!("generated from {}", library.display());
    println!("next: mvn -B -ntp -f bindings/kotlin verify");
    Ok(())
}

/// Builds the native library, generates the Kotlin sources and lays both where Maven finds them; the answer is the library.
///
/// # Errors
/// When a build fails, a file cannot be written, or the generated sources are not as expected.
pub(crate) fn generate(profile: Profile) -> Result<PathBuf, Failure> {
    let mut cargo = tools::cargo();
    // The generator is built with the library for tests, whatever the profile.
    cargo.args(["build", "--quiet", "-p", PACKAGE]).args(Profile::Dev.features());
    tools::succeed(&mut cargo, "the build of the generator")?;
    if profile != Profile::Dev {
        let mut cargo = tools::cargo();
        cargo.args(["build", "--quiet", "--release", "-p", PACKAGE, "--lib"]).args(profile.features());
        tools::succeed(&mut cargo, "the release build of the native library")?;
    }
    let library = target().join(profile.folder()).join(library_name());
    kotlin(&library)?;
    Ok(library)
}

/// Runs the generator for one language.
pub(crate) fn bindgen(library: &Path, language: &str, into: &Path) -> Result<(), Failure> {
    let generator =
        target().join(Profile::Dev.folder()).join(format!("uniffi-bindgen{}", env::consts::EXE_SUFFIX));
    let mut command = tools::command(generator);
    command.arg("generate").arg(library).args(["--no-format", "--language", language, "--out-dir"]).arg(into);
    tools::succeed(&mut command, &format!("the generator for {language}"))
}

fn kotlin(library: &Path) -> Result<(), Failure> {
    let folder = tools::root().join(KOTLIN);
    // What an earlier run left would be compiled again.
    if folder.exists() {
        on_disk(fs::remove_dir_all(&folder), "remove", &folder)?;
    }
    let sources = folder.join("kotlin");
    bindgen(library, "kotlin", &sources)?;
    let source = sources.join("org").join("congvan").join("congvan.kt");
    let text = on_disk(fs::read_to_string(&source), "read", &source)?;
    // Both profiles have one name, and an optimised library may carry it in pieces.
    let plain = target().join(Profile::Dev.folder()).join(library_name());
    let build = build::named(&on_disk(fs::read(&plain), "read", &plain)?)?;
    let text = closed::refusing(&telling::told(&pool::pooled(&text)?)?)?;
    let text = build::compared(&thrown::caught(&text::checked(&text)?)?, &build)?;
    let text = unsigned::signed(&declared::thrown(&value::compared(&spoken::spoken(&text)?)?)?)?;
    on_disk(fs::write(&source, text), "write", &source)?;

    let resources = folder.join("resources").join(platform()?);
    on_disk(fs::create_dir_all(&resources), "make", &resources)?;
    let copy = resources.join(library_name());
    on_disk(fs::copy(library, &copy), "copy the library to", &copy)?;
    Ok(())
}

/// The generated text with the one place of some lines replaced; `does` says what they do, `file` which file knows them.
///
/// # Errors
/// The generator wrote them elsewhere too, or not at all.
fn only(source: &str, generated: &str, instead: &str, (does, file): (&str, &str)) -> Result<String, Failure> {
    match source.matches(generated).count() {
        1 => Ok(source.replacen(generated, instead, 1)),
        found => Err(Failure::check(format!(
            "the generated Kotlin {does} in {found} places, expected 1 as uniffi 0.32.2 writes it: \
             adapt xtask/src/codegen/{file}.rs to the generator's version"
        ))),
    }
}

/// The folder of the jar in which JNA looks for a library of this machine's kind.
fn platform() -> Result<String, Failure> {
    let system = match env::consts::OS {
        "linux" => "linux",
        "macos" => "darwin",
        "windows" => "win32",
        other => {
            return Err(Failure::check(format!(
                "JNA's name of the system `{other}` is not known here: add it to xtask/src/codegen.rs"
            )));
        }
    };
    let machine = match env::consts::ARCH {
        "x86_64" => "x86-64",
        other => other,
    };
    Ok(format!("{system}-{machine}"))
}

fn library_name() -> String {
    format!("{}{LIBRARY}{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX)
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    let named: Option<OsString> = env::var_os("CARGO_TARGET_DIR");
    tools::root().join(named.map_or_else(|| PathBuf::from("target"), PathBuf::from))
}

fn on_disk<T>(outcome: std::io::Result<T>, what: &str, path: &Path) -> Result<T, Failure> {
    outcome.map_err(|error| Failure::check(format!("cannot {what} {}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_that_is_not_understood_is_on_disk() {
        assert_eq!(run(&["--fast".to_owned()]).unwrap_err().code, 2);
        assert_eq!(run(&["--release".to_owned(), "x".to_owned()]).unwrap_err().code, 2);
    }

    /// Every crate in a tree with the features it has there.
    #[cfg(target_os = "linux")]
    fn crates(arguments: &[&str]) -> Vec<String> {
        let mut tree = tools::cargo();
        tree.args(["tree", "--prefix", "none", "--format", "{p} {f}"]).args(arguments);
        let output = tree.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect()
    }

    // Which crates there are and what they ask of each other differs by system, and the list was made for this one.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_binding_for_tests_has_every_crate_as_the_tests_have_it() {
        let tests = format!("{PACKAGE}/{FOR_TESTS}");
        let shared = crates(&["--workspace", "--features", &tests]);
        let alone = crates(&["--package", PACKAGE, "--edges", "normal,build", "--features", FOR_TESTS]);
        let again: Vec<_> = alone.iter().filter(|one| !shared.contains(one)).collect();
        assert!(
            alone.len() > 100 && again.is_empty(),
            "these would be compiled a second time: {again:#?}\n\
             give them the features that they have in the workspace, in bindings/shared-build/Cargo.toml"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_packaged_sets_no_trap() {
        let traps = |arguments: &[&str]| {
            let tree = crates(&[&["--package", PACKAGE, "--edges", "normal"], arguments].concat());
            assert!(tree.len() > 50, "the tree was read: {tree:?}");
            tree.iter().any(|one| one.starts_with("congvan-trap "))
        };
        for profile in [Profile::Dev, Profile::Bench] {
            assert!(traps(profile.features()), "{profile:?} is compiled with the tests");
        }
        assert!(!traps(Profile::Release.features()));
    }

    #[test]
    fn the_platform_is_named_as_jna_names_it() {
        let name = platform().unwrap();
        assert!(["linux-", "darwin-", "win32-"].iter().any(|system| name.starts_with(system)), "{name}");
        assert!(!name.contains('_') || name.ends_with("x86_64"), "{name}");
    }
}
