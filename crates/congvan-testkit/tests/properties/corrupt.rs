//! Histories that somebody has meddled with: refused, or as sound as any other.

#![expect(clippy::wildcard_enum_match_arm, reason = "only consolidations name inputs")]

use std::cell::Cell;

use congvan_core::directive::CorruptHistory;
use congvan_core::evidence::{Fate, Inputs};
use congvan_core::obligation::ObligationId;
use congvan_core::{ContentHash, Directive, Event, Stamp};
use congvan_testkit::invariant;
use congvan_testkit::walk::Dice;
use proptest::prelude::*;

use super::{fail, runner, walked, walks};

fn replay(history: &[(Stamp, Event)]) -> Result<Directive, CorruptHistory> {
    let new = Directive::new("d1".parse().unwrap());
    history.iter().try_fold(new, |directive, (stamp, event)| directive.evolve(stamp, event))
}

#[test]
fn a_history_with_an_event_dropped_swapped_or_doubled_is_refused_or_sound() {
    let refused = Cell::new((0_u32, 0_u32));
    let result = runner(24).run(&walks(140), |(world, swarm, steps)| {
        let walk = walked(&world, swarm, &steps)?;
        let mut dice = Dice::new(swarm);
        for _ in 0..40 {
            let mut history = walk.history.clone();
            if history.len() < 3 {
                continue;
            }
            let at = dice.small(history.len() - 1);
            match dice.below(4) {
                0 => drop(history.remove(at)),
                1 => history.swap(at, at + 1),
                2 => {
                    let other = dice.small(history.len());
                    history.swap(at, other);
                }
                _ => {
                    let again = history[at].clone();
                    history.insert(at, again);
                }
            }
            let (mut no, mut yes) = refused.get();
            match replay(&history) {
                Err(_) => no += 1,
                Ok(directive) => {
                    yes += 1;
                    // What is taken must be as sound as any history, judged without its author, time and calendar.
                    invariant::evidence(&history, &directive, &world.calendar).map_err(fail)?;
                }
            }
            refused.set((no, yes));
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{}", super::counterexample(error));
    }
    let (no, yes) = refused.get();
    println!("{no} meddled histories refused, {yes} taken and found sound");
    assert!(no > 200, "{no}");
}

/// Every way to misname the inputs of a consolidation.
fn misnamed(inputs: &Inputs) -> Vec<Inputs> {
    let mut all = Vec::new();
    for at in 0..inputs.0.len() {
        let mut fewer = inputs.clone();
        fewer.0.remove(at);
        all.push(fewer);
        let mut twice = inputs.clone();
        twice.0.push(inputs.0[at]);
        all.push(twice);
        let mut another = inputs.clone();
        another.0[at].fate = match inputs.0[at].fate {
            Fate::Accepted { hash, revision } => Fate::Accepted { hash, revision: revision + 1 },
            Fate::Waived => Fate::Absent,
            Fate::Absent | Fate::NoResponse | Fate::Consented | Fate::Ended => Fate::Waived,
        };
        all.push(another);
        let mut older = inputs.clone();
        older.0[at].fate = Fate::Accepted { hash: Some(ContentHash::of(b"older")), revision: 1 };
        all.push(older);
    }
    let mut stranger = inputs.clone();
    stranger.0.push(congvan_core::evidence::Input { fate: Fate::Waived, obligation: ObligationId(999) });
    all.push(stranger);
    all
}

#[test]
fn a_consolidation_with_other_inputs_than_the_settled_ones_is_always_corrupt() {
    let tried = Cell::new(0_u32);
    let result = runner(48).run(&walks(140), |(world, swarm, steps)| {
        let walk = walked(&world, swarm, &steps)?;
        for (at, (stamp, event)) in walk.history.iter().enumerate() {
            let wrong: Vec<Event> = match event {
                Event::ConsolidationDrafted(found) => misnamed(&found.inputs)
                    .into_iter()
                    .map(|inputs| {
                        let mut other = found.clone();
                        other.inputs = inputs;
                        other.into()
                    })
                    .collect(),
                Event::ConsolidationSigned(found) => misnamed(&found.inputs)
                    .into_iter()
                    .map(|inputs| {
                        let mut other = found.clone();
                        other.inputs = inputs;
                        other.into()
                    })
                    .collect(),
                _other => continue,
            };
            for event in wrong {
                let before = replay(&walk.history[..at]).map_err(fail)?;
                prop_assert!(before.evolve(stamp, &event).is_err(), "taken: {event:?}");
                tried.set(tried.get() + 1);
            }
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{}", super::counterexample(error));
    }
    println!("{} consolidations with wrong inputs refused", tried.get());
    assert!(tried.get() > 50, "{}", tried.get());
}

#[test]
fn every_prefix_of_a_history_is_a_valid_state() {
    let result = runner(12).run(&walks(120), |(world, swarm, steps)| {
        let walk = walked(&world, swarm, &steps)?;
        for end in 0..=walk.history.len() {
            let prefix = &walk.history[..end];
            let directive = replay(prefix).map_err(fail)?;
            invariant::check(prefix, &directive, &world.directory, &world.calendar).map_err(fail)?;
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{}", super::counterexample(error));
    }
}
