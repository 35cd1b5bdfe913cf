//! The tidy test: what a reviewer would otherwise have to remember, as rules over the files and the dependencies.
//!
//! Each rule is a small function over a path and a text, with a unit test that shows it going red on a bad sample.

#![cfg(test)]

mod code;
mod docs;
mod files;
mod graph;
mod manifests;
mod scan;
mod text;

use files::{Breach, Repository};

type Rule = fn(&str, &str) -> Vec<Breach>;

/// Runs one rule over every file and tells every breach at once.
#[track_caller]
fn hold(rule: Rule) {
    let repository = Repository::read();
    let breaches: Vec<String> = repository
        .files
        .iter()
        .flat_map(|(path, text)| rule(path, text).into_iter().map(move |breach| breach.at(path)))
        .collect();
    assert!(breaches.is_empty(), "{}", told(&breaches));
}

fn told(breaches: &[String]) -> String {
    format!("{} to tidy:\n{}", breaches.len(), breaches.join("\n"))
}

#[test]
fn every_rust_file_says_what_it_is() {
    hold(text::first_line_says_what);
}

#[test]
fn no_rust_file_runs_away() {
    hold(text::short_enough);
}

#[test]
fn white_space_is_clean() {
    hold(text::clean_white_space);
}

#[test]
fn nothing_is_left_unfinished() {
    hold(text::nothing_unfinished);
}

#[test]
fn nothing_names_a_machine() {
    hold(text::no_machine_path);
}

#[test]
fn nothing_names_a_registry_host() {
    hold(text::no_registry_host);
}

#[test]
fn modules_are_nouns_of_the_domain() {
    hold(code::module_names);
}

#[test]
fn the_machines_have_no_wildcard_arm() {
    hold(code::no_wildcard_arm);
}

#[test]
fn no_macro_declares_a_module() {
    hold(code::no_module_from_a_macro);
}

#[test]
fn no_test_sleeps() {
    hold(code::no_sleeping_test);
}

#[test]
fn pure_crates_touch_nothing_outside() {
    hold(code::pure);
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    hold(manifests::workspace_lints);
}

#[test]
fn the_lock_file_knows_one_source() {
    hold(manifests::one_source);
}

#[test]
fn pure_crates_repeat_the_settings_of_the_root() {
    let repository = Repository::read();
    let root = repository.text("clippy.toml").expect("the root has a clippy.toml");
    let breaches: Vec<String> = scan::PURE
        .iter()
        .map(|name| format!("crates/{name}/clippy.toml"))
        .flat_map(|path| match repository.text(&path) {
            Some(own) => manifests::repeats(root, own).into_iter().map(|breach| breach.at(&path)).collect(),
            None => vec![format!("{path}: is missing: a pure crate bans clocks in its own clippy.toml")],
        })
        .collect();
    assert!(breaches.is_empty(), "{}", told(&breaches));
}

#[test]
fn links_lead_to_files() {
    let repository = Repository::read();
    let breaches: Vec<String> = repository
        .files
        .iter()
        .flat_map(|(path, text)| {
            docs::links_lead_somewhere(path, text, &|target| repository.holds(target))
                .into_iter()
                .map(move |breach| breach.at(path))
        })
        .collect();
    assert!(breaches.is_empty(), "{}", told(&breaches));
}

#[test]
fn both_readmes_have_the_same_headings() {
    let repository = Repository::read();
    let (vietnamese, english) = (repository.text("README.vi.md"), repository.text("README.md"));
    if let Some(breach) = docs::same_headings(english, vietnamese) {
        panic!("{breach}");
    }
}

#[test]
fn every_decision_is_in_the_index() {
    let repository = Repository::read();
    let index = repository.text("docs/adr/README.md").expect("docs/adr/README.md lists the decisions");
    let paths: Vec<&str> = repository.files.keys().map(String::as_str).collect();
    let missing = docs::decisions_not_listed(&paths, index);
    assert!(missing.is_empty(), "docs/adr/README.md does not list: {}", missing.join(", "));
}

#[test]
fn dependencies_between_our_crates_point_one_way() {
    let breaches = graph::edges_not_allowed(&graph::our_edges());
    assert!(breaches.is_empty(), "{}", told(&breaches));
}

#[test]
fn pure_crates_depend_on_nothing_impure() {
    for name in scan::PURE {
        let below = graph::everything_below(name);
        assert!(
            below.iter().any(|dependency| dependency == "serde"),
            "the tree of {name} was read: {below:?}"
        );
        let found = graph::impure(&below);
        assert!(found.is_empty(), "{name} depends on {}", found.join(", "));
    }
}
