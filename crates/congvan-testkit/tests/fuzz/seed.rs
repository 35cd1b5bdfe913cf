//! The inputs that damage begins from: the corpus, and every file of the repository that a parser is for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below a folder whose path fits, in the order of the paths, as text.
fn files(folder: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut paths = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if fits(&path.to_string_lossy().replace('\\', "/")) {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths.iter().map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()).collect()
}

/// The committed corpus of a target.
pub(crate) fn corpus(name: &str) -> Vec<String> {
    files(&format!("crates/congvan-testkit/tests/__fuzz__/{name}/corpus"), |_| true)
}

fn with_corpus(name: &str, others: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut all = corpus(name);
    all.extend(others);
    all
}

fn is_directory(path: &str) -> bool {
    path.ends_with("/directory.toml")
}

pub(crate) fn calendar() -> Vec<String> {
    with_corpus("calendar", files("crates/congvan-calendar/data", |path| path.ends_with(".toml")))
}

pub(crate) fn directory() -> Vec<String> {
    let found = ["examples", "tests/golden"].map(|folder| files(folder, is_directory));
    with_corpus("directory", found.concat())
}

pub(crate) fn mandate() -> Vec<String> {
    let mandates = |folder| files(folder, |path| path.ends_with(".toml") && !is_directory(path));
    with_corpus("mandate", ["examples", "tests/golden"].map(mandates).concat())
}

pub(crate) fn rules() -> Vec<String> {
    corpus("rules")
}

fn scenarios() -> Vec<String> {
    let named = |path: &str| path.contains("tests/golden/") || path.ends_with("/scenario.json");
    let found = |folder| files(folder, |path| path.ends_with(".json") && named(path));
    ["examples", "tests/golden"].map(found).concat()
}

pub(crate) fn scenario() -> Vec<String> {
    with_corpus("scenario", scenarios())
}

/// The command of every step of every scenario, each text once.
pub(crate) fn command() -> Vec<String> {
    let mut texts = BTreeSet::new();
    for scenario in scenarios() {
        let scenario: Value = serde_json::from_str(&scenario).unwrap();
        let steps = scenario["steps"].as_array().unwrap();
        texts.extend(steps.iter().map(|step| step["command"].to_string()));
    }
    with_corpus("command", texts)
}

pub(crate) fn log() -> Vec<String> {
    with_corpus("log", files("tests/compat", |path| path.ends_with(".jsonl")))
}

pub(crate) fn word() -> Vec<String> {
    corpus("word")
}
