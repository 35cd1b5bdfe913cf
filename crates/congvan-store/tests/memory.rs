//! The memory journal keeps every promise.

congvan_store::journal_conformance!(congvan_store::MemoryJournal::new());

#[test]
fn every_case_has_its_test() {
    let mut open = || -> Box<dyn congvan_store::Journal> { Box::new(congvan_store::MemoryJournal::new()) };
    congvan_store::conformance::conformance(&mut open).unwrap();
}
