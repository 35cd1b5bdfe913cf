//! The planted faults can be planted, and each has a short scenario that the engine as it is plays as it says.
//!
//! That every fault is found is shown by building the engine with each of them: `cargo xtask faults`.
#![cfg(test)]

#[path = "faults/catalogue.rs"]
mod catalogue;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use catalogue::{AREAS, Fault, faults};
use congvan_testkit::Scenario;

/// The longest scenario that may be needed to find a fault.
const STEPS: usize = 12;

fn catalogue() -> Vec<(&'static str, Fault)> {
    let of = |area: &'static str| faults(area).unwrap().into_iter().map(move |fault| (area, fault));
    AREAS.into_iter().flat_map(of).collect()
}

#[test]
fn every_fault_changes_source_that_is_there() {
    let found = catalogue();
    let mut changes = BTreeSet::new();
    for (area, fault) in &found {
        let patched = fault.patched().unwrap();
        assert!(fault.old != fault.new, "{area}/{} changes nothing", fault.name);
        assert!(!fault.what.is_empty(), "{area}/{} does not say what goes wrong", fault.name);
        assert!(changes.insert((&fault.file, patched)), "{area}/{} is planted already", fault.name);
    }
    assert!(found.len() >= 40, "at least forty faults, found {}", found.len());
    for area in AREAS {
        let count = found.iter().filter(|(of, _)| *of == area).count();
        assert!(count >= 5, "at least five faults of {area}, found {count}");
    }
}

#[test]
fn every_fault_has_a_short_scenario_that_the_engine_plays_as_it_says() {
    let mut problems = Vec::new();
    for (area, fault) in catalogue() {
        let path = fault.scenario(area);
        let prepared = Scenario::prepare_file(&path).unwrap_or_else(|error| panic!("{error}"));
        let steps = prepared.scenario.steps.len();
        if steps > STEPS {
            problems.push(format!("{area}/{}: {steps} steps, at most {STEPS} are needed", fault.name));
        }
        if let Err(problem) = prepared.audit(|_| ()) {
            problems.push(format!("{area}/{}: {problem}", fault.name));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_scenario_belongs_to_a_fault() {
    for area in AREAS {
        let names: BTreeSet<_> =
            faults(area).unwrap().into_iter().map(|fault| fault.scenario(area)).collect();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("faults").join(area);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            assert!(names.contains(&path), "{} finds no fault of {area}", path.display());
        }
    }
}
