//! Properties over generated directories, mandates and streams of commands.
//!
//! `CONGVAN_CASES` sets how many walks each property takes, `CONGVAN_STEPS` how long they are, `CONGVAN_SEED` where they
//! begin; a plain run takes the same walks every time. What breaks is kept as a scenario in `target/properties`.
#![cfg(test)]

#[path = "properties/corrupt.rs"]
mod corrupt;
#[path = "properties/encoding.rs"]
mod encoding;
#[path = "properties/offers.rs"]
mod offers;
#[path = "properties/rules.rs"]
mod rules;
#[path = "properties/walks.rs"]
mod walks;

use std::path::Path;

use congvan_testkit::Scenario;
use congvan_testkit::counterexample::Counterexample;
use congvan_testkit::strategy::{World, worlds};
use congvan_testkit::walk::Walk;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};

/// A number from the environment, for longer runs.
fn setting(name: &str, plain: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(plain)
}

/// A runner that takes the same cases every time, unless the environment asks for others.
fn runner(plain: u32) -> TestRunner {
    let cases = u32::try_from(setting("CONGVAN_CASES", u64::from(plain))).unwrap();
    let config = Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: u32::try_from(setting("CONGVAN_SHRINK", 200)).unwrap(),
        ..Config::default()
    };
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&setting("CONGVAN_SEED", 3552).to_le_bytes());
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
}

/// A world, a swarm, and the numbers of the steps.
fn walks(steps: u64) -> impl Strategy<Value = (World, u64, Vec<u64>)> {
    let steps = usize::try_from(setting("CONGVAN_STEPS", steps)).unwrap();
    (worlds(), any::<u64>(), prop::collection::vec(any::<u64>(), steps / 2..=steps))
}

/// Walks to the end, or as far as the numbers go.
fn walked<'w>(world: &'w World, swarm: u64, steps: &[u64]) -> Result<Walk<'w>, TestCaseError> {
    let mut walk = Walk::new(world, swarm).unwrap();
    for step in steps {
        walk.step(*step).map_err(|error| TestCaseError::fail(error.to_string()))?;
    }
    Ok(walk)
}

/// Fails with what is shown.
fn fail(how: impl std::fmt::Display) -> TestCaseError {
    TestCaseError::fail(how.to_string())
}

/// What a failure shows: what broke, the steps to it as sentences, and where they are kept as a scenario.
fn counterexample(error: TestError<(World, u64, Vec<u64>)>) -> String {
    match error {
        TestError::Abort(reason) => format!("aborted: {reason}"),
        TestError::Fail(reason, (world, swarm, steps)) => {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/properties");
            let reason = reason.to_string();
            let kept = keep(&reason, Walk::new(&world, swarm).unwrap(), &steps, &folder);
            format!("{reason}\n{}", kept.unwrap_or_else(|problem| format!("it could not be kept: {problem}")))
        }
    }
}

/// Takes the steps once more and keeps them as a scenario, whose sentences are returned.
fn keep(title: &str, mut walk: Walk<'_>, steps: &[u64], folder: &Path) -> Result<String, String> {
    let mut tried = Vec::new();
    for step in steps {
        let (actor, command) = walk.next(*step);
        tried.push((walk.now, actor, command.clone()));
        if walk.act(actor, command).is_err() {
            break;
        }
    }
    let (world, id) = (walk.world, walk.directive.id());
    let kept = Counterexample::of("walk", title, &world.directory, &world.calendar, id, &tried)?;
    let path = kept.save(folder, "walk")?;
    Ok(format!("{}\nkept as {}; replay it with `congvan run`", kept.story.join("\n"), path.display()))
}

#[test]
fn a_walk_that_breaks_a_property_is_kept_as_a_scenario_that_plays() {
    let folder = tempfile::tempdir().unwrap();
    let broken = runner(8).run(&walks(40), |(world, swarm, steps)| {
        let walk = walked(&world, swarm, &steps)?;
        prop_assert!(walk.history.len() < 4, "more than was asked for");
        Ok(())
    });
    let Err(TestError::Fail(reason, (world, swarm, steps))) = broken else { panic!("{broken:?}") };
    let told = keep(&reason.to_string(), Walk::new(&world, swarm).unwrap(), &steps, folder.path()).unwrap();
    assert!(told.contains("1. Ngày ") && told.contains("kept as"), "{told}");
    let prepared = Scenario::prepare_file(&folder.path().join("walk.json")).unwrap();
    assert_eq!(prepared.scenario.steps.len(), steps.len());
    prepared.audit(|_| ()).unwrap();
}
