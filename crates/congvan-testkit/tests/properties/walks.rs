//! I1 to I13 after every step, replay, denials that change nothing, and what the walks reached.

use std::cell::RefCell;

use congvan_core::directive::StateName;
use congvan_core::{Directive, ReasonCode};
use congvan_testkit::walk::Walk;
use congvan_testkit::{Coverage, Outcome, invariant};
use proptest::prelude::*;

use super::{fail, runner, walks};

#[derive(Debug, Default)]
struct Tally {
    runs: u32,
    concluded: u32,
    with_meeting: u32,
    steps: u64,
    accepted: u64,
    events: u64,
    ended: std::collections::BTreeMap<StateName, u32>,
    coverage: Coverage,
}

fn text(directive: &Directive) -> String {
    serde_json::to_string(directive).unwrap()
}

/// One step, and everything that must hold after it.
fn step(walk: &mut Walk<'_>, choice: u64, tally: &mut Tally) -> Result<(), TestCaseError> {
    // A denial changes nothing: neither the state nor the log, which is compared as written down now and then.
    let before = choice.is_multiple_of(8).then(|| text(&walk.directive));
    let version = walk.directive.version();
    let played = walk.step(choice).map_err(fail)?;
    tally.steps += 1;
    match played.outcome {
        Outcome::Accepted(events) => {
            tally.accepted += 1;
            tally.events += u64::try_from(events.len()).unwrap();
            prop_assert!(!events.is_empty(), "a decision is never empty");
            let world = walk.world;
            invariant::check(&walk.history, &walk.directive, &world.directory, &world.calendar)
                .map_err(fail)?;
        }
        Outcome::Refused(refusal) => {
            prop_assert!(!refusal.reasons().is_empty(), "a refusal without a reason");
            prop_assert_eq!(walk.directive.version(), version);
            if let Some(before) = before {
                prop_assert_eq!(text(&walk.directive), before, "a denial changed the directive");
            }
            // The reasons are said in both languages, and explaining is deciding.
            let again = walk.directive.explain(&played.command, &walk.ctx(&played.actor));
            prop_assert_eq!(again.as_ref(), Some(&refusal));
        }
    }
    Ok(())
}

fn walk_all(walk: &mut Walk<'_>, steps: &[u64], tally: &mut Tally) -> Result<(), TestCaseError> {
    for choice in steps {
        step(walk, *choice, tally)?;
        // I11: from here the end can be reached.
        if choice % 16 == 1 {
            walk.way_out().map_err(fail)?;
        }
    }
    walk.way_out().map_err(fail)?;
    // The same events give the same state again.
    let copy = walk.copy().map_err(fail)?;
    prop_assert_eq!(&copy.directive, &walk.directive, "replay gives another state");
    tally.runs += 1;
    let name = walk.directive.state().name();
    *tally.ended.entry(name).or_default() += 1;
    if let congvan_core::directive::State::Concluded(state) = walk.directive.state() {
        tally.concluded += 1;
        tally.with_meeting += u32::from(state.with_meeting());
    }
    Ok(())
}

#[test]
fn the_invariants_hold_after_every_step_and_a_fifth_of_the_walks_conclude() {
    let tally = RefCell::new(Tally::default());
    let result = runner(72).run(&walks(160), |(world, swarm, steps)| {
        let mut tally = tally.borrow_mut();
        let mut walk = Walk::new(&world, swarm).unwrap();
        let done = walk_all(&mut walk, &steps, &mut tally);
        tally.coverage.merge(std::mem::take(&mut walk.coverage));
        done
    });
    if let Err(error) = result {
        panic!("{}", super::counterexample(error));
    }
    let tally = tally.into_inner();
    let (codes, all) = (tally.coverage.codes.len(), ReasonCode::ALL.len());
    println!(
        "{} runs, {} concluded ({} with a meeting), {} steps, {} accepted, {} events; {codes} of {all} refusal codes, \
         {} of {} kinds accepted, {} transitions of obligations",
        tally.runs,
        tally.concluded,
        tally.with_meeting,
        tally.steps,
        tally.accepted,
        tally.events,
        tally.coverage.accepted.len(),
        congvan_core::Kind::ALL.len(),
        tally.coverage.transitions.len(),
    );
    println!("ended: {:?}", tally.ended);
    println!("{}", tally.coverage);
    println!("not reached:\n{}", tally.coverage.missing().join("\n"));
    assert!(tally.concluded * 5 >= tally.runs, "{} of {} walks concluded", tally.concluded, tally.runs);
    let unstated = tally.coverage.unstated();
    assert!(unstated.is_empty(), "{}", unstated.join("\n"));
}

#[test]
fn whatever_the_clock_does_the_log_gives_the_same_state_again() {
    let backwards = std::cell::Cell::new(0_u32);
    let result = runner(24).run(&walks(120), |(world, swarm, steps)| {
        let mut walk = Walk::new(&world, swarm).unwrap().with_a_clock_that_jumps();
        for choice in &steps {
            let version = walk.directive.version();
            let played = walk.step(*choice).map_err(fail)?;
            if let Outcome::Refused(refusal) = &played.outcome {
                prop_assert_eq!(walk.directive.version(), version);
                let again = walk.directive.explain(&played.command, &walk.ctx(&played.actor));
                prop_assert_eq!(again.as_ref(), Some(refusal));
            }
        }
        // What was recorded is in the order of its sequence, however the clock went.
        let copy = walk.copy().map_err(fail)?;
        prop_assert_eq!(&copy.directive, &walk.directive, "replay gives another state");
        // Once the clock is right again the end can be reached.
        let latest = walk.history.iter().map(|(stamp, _)| stamp.recorded_at).max();
        walk.now = latest.unwrap_or(world.start).max(world.start);
        walk.way_out().map_err(fail)?;
        let back = walk.history.windows(2).any(|pair| pair[1].0.recorded_at < pair[0].0.recorded_at);
        backwards.set(backwards.get() + u32::from(back));
        Ok(())
    });
    if let Err(error) = result {
        panic!("{}", super::counterexample(error));
    }
    assert!(backwards.get() > 4, "in {} walks the clock went back between two events", backwards.get());
}
