//! Properties over generated directories, mandates and streams of commands.
//!
//! `CONGVAN_CASES` sets how many walks each property takes, `CONGVAN_STEPS` how long they are, `CONGVAN_SEED` where they
//! begin; a plain run takes the same walks every time.
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

use congvan_testkit::strategy::{World, worlds};
use congvan_testkit::walk::Walk;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

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

/// What a failure shows: what broke, the mandate, and the log up to it.
fn counterexample(error: proptest::test_runner::TestError<(World, u64, Vec<u64>)>) -> String {
    use proptest::test_runner::TestError;
    match error {
        TestError::Abort(reason) => format!("aborted: {reason}"),
        TestError::Fail(reason, (world, swarm, steps)) => {
            let mut walk = Walk::new(&world, swarm).unwrap();
            for step in &steps {
                if walk.step(*step).is_err() {
                    break;
                }
            }
            let mut log = String::new();
            for (stamp, event) in &walk.history {
                let (at, actor) = (stamp.recorded_at, stamp.actor);
                let event = serde_json::to_string(event).unwrap();
                log += &format!("{at} {} {:?} {event:.400}\n", actor.person, actor.capacity);
            }
            let mandate = serde_json::to_string(&world.mandate.assignments).unwrap();
            let meetings = serde_json::to_string(&world.mandate.meetings).unwrap();
            format!("{reason}\n{mandate}\n{meetings}\n{log}now {}, {} steps", walk.now, steps.len())
        }
    }
}
