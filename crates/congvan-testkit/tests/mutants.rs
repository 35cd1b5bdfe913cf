//! No mutant of the core that is on record survives unexplained, and the record never shrinks.
//!
//! The record is made by `cargo xtask mutants`, which builds the core with each mutant and runs its tests.
#![cfg(test)]

#[path = "mutants/record.rs"]
mod record;

use std::fs;
use std::path::Path;

use record::{Explanation, Measured, Record, explanations, fingerprint, root};

/// How many mutants were tested when the record was last committed; to be raised with it.
const LAST_TIME: usize = 1_930;

/// The sources of the core whose functions have no mutants: macros write them, or they make the one value there is.
const WITHOUT_MUTANTS: [&str; 7] = [
    "crates/congvan-core/src/directive/discarded.rs",
    "crates/congvan-core/src/event.rs",
    "crates/congvan-core/src/fold.rs",
    "crates/congvan-core/src/meeting/cancelled.rs",
    "crates/congvan-core/src/obligation/ended.rs",
    "crates/congvan-core/src/refusal/list.rs",
    "crates/congvan-core/src/states.rs",
];

/// The sources under a folder that hold functions of their own, not only of their tests.
fn with_functions(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let (path, name) = (folder.join(entry.file_name()), entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            with_functions(&path, found);
        } else if name != "tests.rs"
            && name != "sample.rs"
            && path.extension().is_some_and(|kind| kind == "rs")
        {
            let text = fs::read_to_string(root().join(&path)).unwrap();
            let own = text.split("#[cfg(test)]").next().unwrap();
            if own.contains("fn ") && !path.components().any(|part| part.as_os_str() == "tests") {
                found.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
}

#[test]
fn every_source_of_the_core_that_has_mutants_is_on_record() {
    let record = Record::load().unwrap();
    let mut sources = Vec::new();
    with_functions(Path::new("crates/congvan-core/src"), &mut sources);
    assert!(sources.len() > 150, "{} sources of the core", sources.len());
    let unknown: Vec<_> = sources.iter().filter(|file| !record.file.contains_key(*file)).collect();
    let mut expected = WITHOUT_MUTANTS.to_vec();
    let mut found: Vec<_> = unknown.into_iter().map(String::as_str).collect();
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected, "measure what is new: cargo xtask mutants");
}

#[test]
fn the_record_is_there_and_no_smaller_than_last_time() {
    let record = Record::load().unwrap();
    let tested = record.tested();
    assert!(tested >= LAST_TIME, "{tested} mutants are on record, {LAST_TIME} were last time");
    for file in record.file.keys() {
        assert!(root().join(file).is_file(), "`{file}` is on record and is not there");
    }
}

#[test]
fn every_survivor_is_explained() {
    let problems = Record::load().unwrap().unexplained(&explanations().unwrap());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_is_not_explained_once_is_told() {
    let file = "crates/congvan-core/src/lib.rs".to_owned();
    let survivors = ["a", "b", "b", "c"].map(str::to_owned).to_vec();
    let measured =
        Measured { source: fingerprint(&file).unwrap(), found: 0, unviable: 0, left: 0, survivors };
    let record = Record { file: [(file.clone(), measured)].into() };
    let say = |mutant: &str, why: &str| Explanation {
        file: file.clone(),
        mutant: mutant.to_owned(),
        times: 1,
        why: why.to_owned(),
    };
    let told =
        record.unexplained(&[say("a", "because"), say("b", "because"), say("c", " "), say("d", "because")]);
    let [b, c, d] = told.as_slice() else { panic!("{told:?}") };
    assert!(b.ends_with("b: 2 survive, 1 are explained"), "{b}");
    assert!(c.ends_with("c: no reason is given"), "{c}");
    assert!(d.ends_with("d: is explained, and does not survive"), "{d}");
    let told = record.unexplained(&[]);
    assert_eq!(told.len(), 3, "{told:?}");
}

fn measured(found: usize, survivors: &[&str]) -> Measured {
    Measured {
        source: fingerprint("crates/congvan-core/src/lib.rs").unwrap(),
        found,
        unviable: 2,
        left: 3,
        survivors: survivors.iter().map(|mutant| (*mutant).to_owned()).collect(),
    }
}

#[test]
fn what_was_left_is_added_to_what_was_found_before() {
    let left = Measured { left: 0, ..measured(2, &["b"]) };
    let Measured { found, unviable, left, survivors, .. } = measured(5, &["a"]).with(&left);
    assert_eq!((found, unviable, left, survivors), (7, 4, 0, vec!["a".to_owned(), "b".to_owned()]));
}

#[test]
fn survivors_searched_again_keep_what_was_found_before() {
    let before = measured(5, &["a", "b"]);
    // One that was found before is called `a` too, and is searched with it.
    let again = before.again(&measured(2, &["b"])).unwrap();
    assert_eq!((again.found, again.unviable, again.left, again.survivors), (6, 2, 3, vec!["b".to_owned()]));
    let none = before.again(&measured(2, &[])).unwrap();
    assert_eq!((none.found, none.survived("b")), (7, false));
    assert!(before.again(&measured(1, &[])).is_none(), "one of the two was not searched");
    assert!(before.again(&measured(0, &["a", "b", "c"])).is_none(), "one that was found lives");
}
