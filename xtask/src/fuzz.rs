//! `cargo xtask fuzz`: the fuzz targets under libFuzzer, which is led by what the code reaches.
//!
//! The targets are tests of the test kit, built once more with the counters that libFuzzer reads; the usual toolchain and a C++ compiler
//! suffice. What is found new is kept under `target/fuzz`, and what breaks a target is written there too.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::tools::{self, Failure};

/// The folder of the test, seen from the root; cargo runs the test in its package.
const PACKAGE: &str = "crates/congvan-testkit";
const CORPUS: &str = "crates/congvan-testkit/tests/__fuzz__";

/// Where examples of every kind of input lie.
const SEEDS: [&str; 4] = ["examples", "tests/golden", "tests/compat", "crates/congvan-calendar/data"];

/// The counters that libFuzzer reads, and the engine that bolero then takes.
const FLAGS: &str = "--cfg fuzzing --cfg fuzzing_libfuzzer -Ccodegen-units=1 -Cpasses=sancov-module \
                     -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
                     -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Runs the targets named, or all of them, each for so many seconds.
///
/// # Errors
/// When a name is no target, when the targets cannot be built, and when one of them breaks.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let known = targets()?;
    let (names, seconds) = understand(arguments, &known)?;
    let words = tools::root().join("target/fuzz/words.dict");
    write_words(&words).map_err(|error| Failure::check(format!("{}: {error}", words.display())))?;
    for name in names {
        println!("\n== fuzz {name}: {seconds} seconds");
        fuzz(&name, seconds)?;
    }
    Ok(())
}

/// The folders of the corpus: one for each target.
fn targets() -> Result<Vec<String>, Failure> {
    let folder = tools::root().join(CORPUS);
    let entries = fs::read_dir(&folder).map_err(|error| Failure::check(format!("{CORPUS}: {error}")))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn understand(arguments: &[String], known: &[String]) -> Result<(Vec<String>, u32), Failure> {
    let mut names = Vec::new();
    let mut seconds = 60;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        if argument == "--seconds" {
            let given = rest.next().and_then(|given| given.parse().ok()).filter(|given| *given > 0);
            seconds = given.ok_or_else(|| Failure::usage("`--seconds` is followed by a number from 1"))?;
        } else if known.contains(argument) {
            names.push(argument.clone());
        } else {
            return Err(Failure::usage(format!(
                "there is no fuzz target `{argument}`: expected one of {}",
                known.join(", ")
            )));
        }
    }
    Ok((if names.is_empty() { known.to_vec() } else { names }, seconds))
}

fn fuzz(name: &str, seconds: u32) -> Result<(), Failure> {
    let work = tools::root().join("target/fuzz");
    for folder in ["found", "broken"] {
        let folder = work.join(folder).join(name);
        fs::create_dir_all(&folder)
            .map_err(|error| Failure::check(format!("{}: {error}", folder.display())))?;
    }
    let host = host()?;
    let mut cargo = tools::cargo();
    cargo
        .args(["test", "--release", "--target", &host, "--target-dir", "target/fuzz/build"])
        .args(["-p", "congvan-testkit", "--test", "fuzz", "--", name, "--exact", "--nocapture", "--quiet"])
        .args(["--test-threads", "1"])
        .env("RUSTFLAGS", FLAGS)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("BOLERO_LIBFUZZER_ARGS", arguments(name, seconds));
    tools::succeed(&mut cargo, &format!("fuzz target `{name}`"))
}

/// What libFuzzer is told; the paths are seen from the package, in which cargo runs its tests.
fn arguments(name: &str, seconds: u32) -> String {
    let up = PACKAGE.split('/').map(|_| "..").collect::<Vec<_>>().join("/");
    let mut arguments =
        vec![format!("{up}/target/fuzz/found/{name}"), format!("tests/__fuzz__/{name}/corpus")];
    arguments.extend(SEEDS.iter().map(|folder| format!("{up}/{folder}")));
    arguments.push(format!("-artifact_prefix={up}/target/fuzz/broken/{name}/"));
    arguments.push(format!("-dict={up}/target/fuzz/words.dict"));
    arguments.push(format!("-max_total_time={seconds}"));
    arguments.extend(
        ["-max_len=65536", "-timeout=20", "-rss_limit_mb=4096", "-print_final_stats=1"].map(str::to_owned),
    );
    arguments.join(" ")
}

/// The triple of this machine: with a target named, the programs that run while building get no counters.
fn host() -> Result<String, Failure> {
    let output = tools::command("rustc").arg("-vV").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Failure::check("`rustc -vV` does not say which machine this is"))
}

/// Every word of the examples, for libFuzzer to put where it likes.
fn write_words(path: &Path) -> std::io::Result<()> {
    let mut words = BTreeSet::new();
    let mut folders: Vec<PathBuf> = SEEDS.iter().map(|folder| tools::root().join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "toml" || it == "json") {
                words.extend(words_of(&fs::read_to_string(&path)?));
            }
        }
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let lines: String = words.iter().map(|word| format!("\"{word}\"\n")).collect();
    fs::write(path, lines)
}

fn words_of(text: &str) -> BTreeSet<String> {
    let within =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | ':' | '/');
    text.split(|letter| !within(letter))
        .filter(|word| (2..=40).contains(&word.len()))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Result<(Vec<String>, u32), Failure> {
        let known = ["log".to_owned(), "word".to_owned()];
        understand(&arguments.iter().map(|&it| it.to_owned()).collect::<Vec<_>>(), &known)
    }

    #[test]
    fn the_command_line_names_targets_and_seconds() {
        assert_eq!(given(&[]).unwrap(), (vec!["log".to_owned(), "word".to_owned()], 60));
        assert_eq!(given(&["word", "--seconds", "5"]).unwrap(), (vec!["word".to_owned()], 5));
        for wrong in [&["letter"][..], &["--seconds"], &["--seconds", "0"], &["word", "--seconds", "x"]] {
            assert_eq!(given(wrong).unwrap_err().code, 2, "{wrong:?}");
        }
    }

    #[test]
    fn every_folder_of_the_corpus_is_a_target() {
        assert!(targets().unwrap().contains(&"mandate".to_owned()));
    }

    #[test]
    fn the_words_of_a_text_are_its_keys_and_values() {
        let words = words_of("id = \"so-noi-vu\"\n{\"at\": \"08:00\"} é");
        assert_eq!(words, ["08:00", "at", "id", "so-noi-vu"].map(str::to_owned).into());
    }
}
