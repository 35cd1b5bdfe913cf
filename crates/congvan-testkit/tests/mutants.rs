//! No mutant of the core that is on record survives unexplained, and the record never shrinks.
//!
//! The record is made by `cargo xtask mutants`, which builds the core with each mutant and runs its tests.
#![cfg(test)]

#[path = "mutants/record.rs"]
mod record;

use record::{Explanation, Measured, Record, explanations, fingerprint, root};

/// How many mutants were tested when the record was last committed; to be raised with it.
const LAST_TIME: usize = 1_283;

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
