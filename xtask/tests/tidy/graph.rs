//! Rules over the graph of dependencies.

use std::env;
use std::process::Command;

use cargo_metadata::{DependencyKind, MetadataCommand};

use crate::files::root;

/// Which of our crates each may depend on. Nothing points back: a crate absent on the right is above.
const ALLOWED: [(&str, &[&str]); 13] = [
    ("congvan-text", &[]),
    ("congvan-calendar", &["congvan-text"]),
    ("congvan-core", &["congvan-calendar", "congvan-text"]),
    ("congvan-store", &["congvan-core", "congvan-calendar", "congvan-text"]),
    ("congvan-sqlite", &["congvan-store", "congvan-core", "congvan-calendar", "congvan-text"]),
    ("congvan", &["congvan-core", "congvan-calendar", "congvan-store", "congvan-text", "congvan-sqlite"]),
    ("congvan-testkit", &["congvan-core", "congvan-calendar", "congvan-store", "congvan-text", "congvan"]),
    // The test kit brings the scenario runner.
    ("congvan-cli", &["congvan", "congvan-testkit"]),
    // So do the languages above.
    ("congvan-ffi", &["congvan", "congvan-testkit", "congvan-shared-build", "congvan-trap"]),
    // Only features, and only in a build for tests.
    ("congvan-shared-build", &["congvan"]),
    // Only an attribute, and only in a build for tests.
    ("congvan-trap", &[]),
    // A host's view of the core, and what such a host must not be able to write.
    ("congvan-compile-fail", &["congvan-core", "congvan-calendar"]),
    ("xtask", &[]),
];

/// Programs and tests: nothing depends on them, not even a test.
const PROGRAMS: [&str; 3] = ["congvan-cli", "congvan-compile-fail", "xtask"];

/// The facade works without the store that it brings by default.
const OPTIONAL: (&str, &str) = ("congvan", "congvan-sqlite");

/// Crates that bring clocks, stores, threads, randomness, logging or bindings.
const IMPURE: [&str; 13] = [
    "rusqlite",
    "libsqlite3-sys",
    "tokio",
    "async-std",
    "rand",
    "getrandom",
    "log",
    "tracing",
    "uniffi",
    "time",
    "iana-time-zone",
    "reqwest",
    "rayon",
];

/// One of our crates depends on another.
#[derive(Clone, Debug)]
pub(crate) struct Edge {
    from: String,
    to: String,
    for_tests: bool,
    optional: bool,
}

/// Every dependency between crates of the workspace.
pub(crate) fn our_edges() -> Vec<Edge> {
    let metadata = MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        .exec()
        .expect("cargo reads the workspace");
    let packages = metadata.workspace_packages();
    let known = |name: &str| ALLOWED.iter().any(|(ours, _)| *ours == name);
    let strangers: Vec<_> =
        packages.iter().map(|package| package.name.as_str()).filter(|it| !known(it)).collect();
    assert!(strangers.is_empty(), "crates without a place in the table of allowed edges: {strangers:?}");
    packages
        .iter()
        .flat_map(|package| {
            package.dependencies.iter().filter(|to| to.path.is_some()).map(|to| Edge {
                from: package.name.to_string(),
                to: to.name.clone(),
                for_tests: to.kind == DependencyKind::Development,
                optional: to.optional,
            })
        })
        .collect()
}

/// The edges that the table does not allow. A test may look at any of our libraries.
pub(crate) fn edges_not_allowed(edges: &[Edge]) -> Vec<String> {
    let allowed = |edge: &Edge| {
        let listed = ALLOWED.iter().any(|(from, to)| *from == edge.from && to.contains(&edge.to.as_str()));
        let held = (edge.from.as_str(), edge.to.as_str()) != OPTIONAL || edge.optional || edge.for_tests;
        (listed && held) || (edge.for_tests && !PROGRAMS.contains(&edge.to.as_str()))
    };
    edges
        .iter()
        .filter(|edge| !allowed(edge))
        .map(|edge| format!("`{}` may not depend on `{}`", edge.from, edge.to))
        .collect()
}

/// The names of all crates that are built into this one on this machine, itself included.
///
/// Asked of `cargo tree` for the crate alone: features that other members switch on do not count.
pub(crate) fn everything_below(package: &str) -> Vec<String> {
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["tree", "--package", package, "--edges", "normal", "--prefix", "none", "--format", "{p}"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout);
    let mut names: Vec<String> =
        text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

/// Those of the names that a pure crate may not have below it.
pub(crate) fn impure(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).filter(|name| IMPURE.contains(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edge(from: &str, to: &str) -> Edge {
        Edge { from: from.to_owned(), to: to.to_owned(), for_tests: false, optional: false }
    }

    fn red(edge: Edge) -> bool {
        !edges_not_allowed(&[edge]).is_empty()
    }

    #[test]
    fn an_edge_that_points_back_is_red() {
        assert!(red(edge("congvan-core", "congvan-store")));
        assert!(red(edge("congvan-text", "congvan-calendar")));
        assert!(red(edge("congvan", "congvan-testkit")));
        assert!(red(edge("congvan-cli", "congvan-core")));
        assert!(red(edge("xtask", "congvan-text")));
        assert!(!red(edge("congvan-core", "congvan-calendar")));
    }

    #[test]
    fn the_default_store_is_optional() {
        assert!(red(edge("congvan", "congvan-sqlite")));
        assert!(!red(Edge { optional: true, ..edge("congvan", "congvan-sqlite") }));
    }

    #[test]
    fn a_test_may_look_at_libraries_and_not_at_programs() {
        assert!(!red(Edge { for_tests: true, ..edge("congvan-core", "congvan-testkit") }));
        assert!(red(Edge { for_tests: true, ..edge("congvan-core", "congvan-cli") }));
    }

    #[test]
    fn the_table_has_no_circle() {
        // Each crate stands below those that may depend on it, so repeatedly taking the lowest takes them all.
        let mut left: Vec<_> = ALLOWED.to_vec();
        while !left.is_empty() {
            let names: Vec<&str> = left.iter().map(|(name, _)| *name).collect();
            let before = left.len();
            left.retain(|(_, below)| below.iter().any(|it| names.contains(it)));
            assert!(left.len() < before, "a circle among {names:?}");
        }
    }

    #[test]
    fn each_impure_crate_is_red() {
        for name in IMPURE {
            assert_eq!(impure(&["serde".to_owned(), name.to_owned()]), [name]);
        }
    }
}
