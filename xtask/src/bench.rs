//! `cargo xtask bench`: the benchmarks, each by name.

use std::fs;

use crate::bench_bindings;
use crate::tools::{self, Failure};

/// The benchmark that runs in several languages.
const BINDINGS: &str = "bindings";

/// Every other benchmark: the crate that holds it, and its name.
const BENCHES: [(&str, &str); 3] =
    [("congvan-core", "lifecycle"), ("congvan-core", "memory"), ("congvan-sqlite", "journal")];

/// Runs the benchmark named, or every one that exists; what follows `--` is handed to it.
///
/// # Errors
/// When the name is unknown, when there is nothing to run, and when a benchmark fails.
pub(crate) fn run(arguments: &[String]) -> Result<(), Failure> {
    let (names, passed) = match arguments.iter().position(|argument| argument == "--") {
        Some(at) => (arguments.get(..at).unwrap_or_default(), arguments.get(at + 1..).unwrap_or_default()),
        None => (arguments, &[] as &[String]),
    };
    let bindings = names.is_empty() || names.iter().any(|name| name == BINDINGS);
    let others: Vec<String> = names.iter().filter(|name| *name != BINDINGS).cloned().collect();
    let only_bindings = bindings && !names.is_empty() && others.is_empty();
    let chosen = if only_bindings { Vec::new() } else { choose(&others, declared)? };
    for (package, name) in chosen {
        println!("\n== bench {name} ({package})");
        let mut cargo = tools::cargo();
        cargo.args(["bench", "-p", package, "--bench", name, "--"]).args(passed);
        tools::succeed(&mut cargo, &format!("benchmark `{name}`"))?;
    }
    if bindings {
        println!("\n== bench {BINDINGS}");
        bench_bindings::run()?;
    }
    Ok(())
}

fn choose(
    names: &[String],
    exists: impl Fn(&str, &str) -> bool,
) -> Result<Vec<(&'static str, &'static str)>, Failure> {
    for name in names {
        let Some((package, bench)) = BENCHES.iter().find(|(_, bench)| bench == name) else {
            let known = BENCHES.map(|(_, bench)| bench).join(", ");
            return Err(Failure::usage(format!(
                "there is no benchmark `{name}`: expected one of {known}, {BINDINGS}"
            )));
        };
        if !exists(package, bench) {
            return Err(Failure::check(format!(
                "crates/{package}/Cargo.toml declares no [[bench]] named `{bench}`"
            )));
        }
    }
    let wanted = |bench: &str| names.is_empty() || names.iter().any(|name| name == bench);
    let chosen: Vec<_> =
        BENCHES.into_iter().filter(|(package, bench)| wanted(bench) && exists(package, bench)).collect();
    if chosen.is_empty() {
        return Err(Failure::check("no crate declares a benchmark"));
    }
    Ok(chosen)
}

fn declared(package: &str, bench: &str) -> bool {
    let manifest = tools::root().join("crates").join(package).join("Cargo.toml");
    fs::read_to_string(manifest).is_ok_and(|text| declares(&text, bench))
}

/// Whether the manifest has a `[[bench]]` of that name.
fn declares(manifest: &str, bench: &str) -> bool {
    let mut inside = false;
    manifest.lines().map(str::trim).any(|line| {
        if line.starts_with('[') {
            inside = line == "[[bench]]";
        }
        let name =
            line.split_once('=').filter(|(key, _)| key.trim() == "name").map(|(_, value)| value.trim());
        inside && name == Some(&format!("\"{bench}\""))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str =
        "[package]\nname = \"journal\"\n\n[[bench]]\nname = \"lifecycle\"\nharness = false\n";

    #[test]
    fn finds_a_declared_benchmark_and_not_the_package_name() {
        assert!(declares(MANIFEST, "lifecycle"));
        assert!(!declares(MANIFEST, "journal"));
    }

    #[test]
    fn runs_only_what_exists() {
        let chosen = choose(&[], |_, bench| bench == "journal").unwrap();
        assert_eq!(chosen, [("congvan-sqlite", "journal")]);
        assert_eq!(choose(&[], |_, _| false).unwrap_err().code, 1);
    }

    #[test]
    fn tells_an_unknown_name_from_a_missing_benchmark() {
        assert_eq!(choose(&["decide".to_owned()], |_, _| true).unwrap_err().code, 2);
        assert_eq!(choose(&["journal".to_owned()], |_, _| false).unwrap_err().code, 1);
    }
}
