//! A province's own rules refuse, never permit, and never block an escape command.

use congvan_core::rule::{Objection, Rule};
use congvan_core::{Ctx, Kind, ReasonCode, Rules};
use congvan_testkit::Outcome;
use congvan_testkit::walk::Walk;
use congvan_text::Text;
use proptest::prelude::*;

use super::{fail, runner, walks};

fn objection() -> Objection {
    Objection {
        cure: Text::fixed("chờ quy định mới", "wait for a new rule"),
        reason: Text::fixed("tỉnh chưa cho phép", "the province does not allow it"),
    }
}

/// Rules that agree to everything, and rules that object to every offer or to every command.
fn agreeing() -> Rules {
    Rules::new(vec![Rule::new("agrees", "1").on_offer(|_, _, _| Ok(())).on_command(|_, _, _| Ok(()))])
}

fn objecting(to_offers: bool) -> Rules {
    let rule = Rule::new("objects", "1");
    Rules::new(vec![if to_offers {
        rule.on_offer(|_, _, _| Err(objection()))
    } else {
        rule.on_command(|_, _, _| Err(objection()))
    }])
}

#[test]
fn rules_refuse_and_never_permit_and_never_block_a_way_out() {
    let (agreeing, offers, commands) = (agreeing(), objecting(true), objecting(false));
    let result = runner(24).run(&walks(120), |(world, swarm, steps)| {
        let mut walk = Walk::new(&world, swarm).unwrap();
        for choice in &steps {
            let before = walk.copy().map_err(fail)?;
            let played = walk.step(*choice).map_err(fail)?;
            let plain = Ctx { now: walk.now, ..before.ctx(&played.actor) };
            let decide = |rules| before.directive.decide(&played.command, &Ctx { rules, ..plain });
            let (agreed, no_offer, no_command) = (decide(&agreeing), decide(&offers), decide(&commands));
            match &played.outcome {
                Outcome::Refused(refusal) => {
                    for other in [agreed, no_offer, no_command] {
                        let other = other.map_err(|other| other.codes().collect::<Vec<_>>());
                        prop_assert!(other.is_err(), "a rule permitted what is refused: {refusal}");
                    }
                }
                Outcome::Accepted(_) => {
                    prop_assert!(agreed.is_ok(), "a rule that agrees refuses");
                    let escape = played.command.kind().is_escape();
                    for other in [no_offer, no_command] {
                        match other {
                            Ok(_) => prop_assert!(escape, "a rule that objects is not heard"),
                            Err(refusal) => {
                                prop_assert!(!escape, "a rule blocks a way out: {refusal}");
                                prop_assert!(refusal.has(ReasonCode::RuleObjects));
                            }
                        }
                    }
                }
            }
            // What a rule objects to is not offered, and nothing else is missing.
            let ctx = Ctx { rules: &offers, ..plain };
            for kind in Kind::ALL.iter().skip(usize::try_from(choice % 6).unwrap()).step_by(6) {
                let wanted =
                    if kind.is_escape() { before.directive.permitted_of(*kind, &plain) } else { Vec::new() };
                prop_assert_eq!(before.directive.permitted_of(*kind, &ctx), wanted);
            }
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{}", super::counterexample(error));
    }
}
