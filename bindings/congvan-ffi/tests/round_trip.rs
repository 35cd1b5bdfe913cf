//! Every command, event and refusal crosses the boundary and comes back as it was.
#![cfg(test)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use congvan::core::ReasonCode;
use congvan::core::event::EventName;
use congvan::{Event, Kind, Stamp};
use congvan_ffi::error::CongvanError;
use congvan_ffi::{UniFfiTag, command, event, json};
use congvan_testkit::Scenario;
use congvan_testkit::scenario::{Outcome, Played};
use congvan_testkit::strategy::{World, worlds};
use congvan_testkit::walk::Walk;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use uniffi::{Lift, Lower};

/// What comes back of a value after it was written for the other side and read again, to the last byte.
fn crossed<T: Lower<UniFfiTag> + Lift<UniFfiTag>>(value: T) -> T {
    let mut bytes = Vec::new();
    <T as Lower<UniFfiTag>>::write(value, &mut bytes);
    let mut left = bytes.as_slice();
    let back = <T as Lift<UniFfiTag>>::try_read(&mut left).unwrap();
    assert_eq!(left, b"", "bytes were left over");
    back
}

fn command_comes_back(core: &congvan::Command) {
    let mirror = crossed(command::Command::from(core.clone()));
    let text = json::command_to_json(mirror.clone()).unwrap();
    assert_eq!(text, serde_json_canonicalizer::to_string(core).unwrap());
    assert_eq!(json::command_from_json(&text).unwrap(), mirror);
    assert_eq!(&congvan::Command::try_from(mirror).unwrap(), core);
}

fn event_comes_back(stamp: &Stamp, core: &Event) {
    let mirror = crossed(event::Event::from(core.clone()));
    let text = json::event_to_json(mirror.clone()).unwrap();
    assert_eq!(text, serde_json_canonicalizer::to_string(core).unwrap());
    assert_eq!(json::event_from_json(&text).unwrap(), mirror);
    assert_eq!(&Event::try_from(mirror).unwrap(), core);
    assert_eq!(&crossed(*stamp), stamp);
}

/// What was reached, so that nothing is thought to come back that never crossed.
#[derive(Default)]
struct Reached {
    kinds: BTreeSet<Kind>,
    events: BTreeSet<EventName>,
    codes: BTreeSet<ReasonCode>,
}

impl Reached {
    fn step(&mut self, played: &Played) {
        command_comes_back(&played.command);
        self.kinds.insert(played.command.kind());
        match &played.outcome {
            Outcome::Accepted(events) => {
                for (stamp, event) in events {
                    event_comes_back(stamp, event);
                    self.events.insert(event.name());
                }
            }
            Outcome::Refused(refusal) => {
                let error = CongvanError::from(refusal.clone());
                assert_eq!(crossed(error.clone()), error);
                let CongvanError::Refused { reasons } = error else { panic!("{error} is no refusal") };
                for (told, reason) in reasons.iter().zip(refusal.reasons()) {
                    assert_eq!(told.code, reason.code().as_str());
                    assert_eq!(told.facts, reason.clone().into());
                    assert_eq!(told.sentence, reason.sentence().into());
                    self.codes.insert(reason.code());
                }
            }
        }
    }
}

fn scenarios(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|it| it == "json"));
    found.sort();
    found
}

#[test]
fn everything_that_the_golden_scenarios_reach_comes_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let mut reached = Reached::default();
    for path in scenarios(&folder) {
        let text = std::fs::read_to_string(&path).unwrap();
        let open = |name: &str| std::fs::read_to_string(folder.join(name)).map_err(|error| error.to_string());
        let prepared = Scenario::prepare(&path.to_string_lossy(), &text, open).unwrap();
        let mut stage = prepared.stage();
        prepared.play(&mut stage, |_, played| reached.step(played)).unwrap();
    }
    assert_eq!(reached.kinds, Kind::ALL.iter().copied().collect());
    assert_eq!(reached.events, EventName::ALL.iter().copied().collect());
    let objects = BTreeSet::from([ReasonCode::RuleObjects]);
    let all: BTreeSet<_> = ReasonCode::ALL.iter().copied().collect();
    assert_eq!(&all - &reached.codes, objects, "only a province's own rule gives the last code");
}

#[test]
fn what_a_walk_tries_and_does_comes_back() {
    let config = Config { cases: 16, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]));
    let walks = (worlds(), any::<u64>(), prop::collection::vec(any::<u64>(), 60..=120));
    let walked = runner.run(&walks, |(world, swarm, steps): (World, u64, Vec<u64>)| {
        let mut walk = Walk::new(&world, swarm).unwrap();
        let mut reached = Reached::default();
        for choice in &steps {
            let played = walk.step(*choice).map_err(|error| TestCaseError::fail(error.to_string()))?;
            reached.step(&played);
        }
        Ok(())
    });
    if let Err(error) = walked {
        panic!("{error}");
    }
}
