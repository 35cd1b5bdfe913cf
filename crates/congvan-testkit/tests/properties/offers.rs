//! `permitted` lists a kind with its target exactly when some payload of it is accepted: both directions, every kind,
//! every target.

use std::cell::Cell;
use std::collections::BTreeSet;

use congvan_core::{Actor, Kind, Offer};
use congvan_testkit::best_payload::{Asked, best_payload, payloads};
use congvan_testkit::walk::{Dice, Walk};
use proptest::prelude::*;

use super::{fail, runner, walks};

/// Every kind over every target for one actor; the cells that were judged by a payload.
fn compare(walk: &Walk<'_>, actor: &Actor) -> Result<(u64, u64), TestCaseError> {
    let ctx = walk.ctx(actor);
    let asked = Asked { ctx: &ctx, directive: &walk.directive, world: walk.world };
    let permitted: BTreeSet<Offer> = walk.directive.permitted(ctx).collect();
    prop_assert_eq!(permitted.len(), walk.directive.permitted(ctx).count(), "an offer stands twice");
    let (mut cells, mut judged) = (0, 0);
    for kind in Kind::ALL {
        for target in walk.targets() {
            cells += 1;
            let offer = Offer { kind: *kind, target };
            let listed = permitted.contains(&offer);
            let accepted = best_payload(&asked, offer);
            if !payloads(&asked, offer).is_empty() {
                judged += 1;
            }
            if listed != accepted.is_some() {
                let admissible = walk.directive.admissible(*kind, target, &ctx);
                let tried = payloads(&asked, offer).into_iter().next();
                let why = tried
                    .and_then(|command| walk.refusal(actor, &command))
                    .map(|refusal| refusal.to_string());
                return Err(fail(format!(
                    "`{kind}` at {target:?} by {actor:?}: permitted {listed}, accepted {}, admission {admissible:?}, \
                     refused for {why:?}",
                    accepted.is_some()
                )));
            }
            // Admission and the list are one.
            let admissible =
                walk.directive.admissible(*kind, target, &ctx).is_some_and(|found| found.is_ok());
            if listed != admissible {
                return Err(fail(format!(
                    "`{kind}` at {target:?} by {actor:?}: listed {listed}, admissible {admissible}"
                )));
            }
        }
    }
    Ok((cells, judged))
}

#[test]
fn an_offer_is_permitted_exactly_when_some_payload_of_it_is_accepted() {
    let counted = Cell::new((0_u64, 0_u64));
    let result = runner(20).run(&walks(120), |(world, swarm, steps)| {
        let mut walk = Walk::new(&world, swarm).unwrap();
        for choice in &steps {
            walk.step(*choice).map_err(fail)?;
            let mut dice = Dice::new(choice.rotate_left(17));
            if dice.below(14) > 0 {
                continue;
            }
            for _ in 0..4 {
                let actor = *dice.pick(&world.actors).unwrap();
                let (cells, judged) = compare(&walk, &actor)?;
                counted.set((counted.get().0 + cells, counted.get().1 + judged));
            }
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{}", super::counterexample(error));
    }
    let (cells, judged) = counted.get();
    println!("{cells} cells compared, {judged} of them judged by a payload");
    assert!(judged > 10_000, "{judged}");
}
