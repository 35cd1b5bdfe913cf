//! A province's rule that keeps a unit from ever answering is found, and one that does not is let alone.
#![cfg(test)]

use chrono::Datelike as _;
use congvan_core::rule::Objection;
use congvan_core::{Kind, Rule, Rules, Target};
use congvan_testkit::strategy::world_from;
use congvan_testkit::walk::{Blocked, Dice, Walk};
use congvan_text::{Say as _, Text};

fn objection() -> Objection {
    Objection {
        cure: Text::fixed("xin gia hạn", "ask for an extension"),
        reason: Text::fixed("đã quá thời hạn nộp báo cáo", "the time for sending the report is over"),
    }
}

/// "Reports are sent before the deadline": whoever is late, or is returned a report late, can never send it.
fn in_time() -> Rules {
    let rule = Rule::new("in-time", "1").on_offer(|directive, offer, ctx| {
        let Target::Obligation(id) = offer.target else { return Ok(()) };
        let found = directive.proceedings().and_then(|proceedings| proceedings.obligation(id));
        let late = found.and_then(|found| found.terms().due()).is_some_and(|due| due < ctx.now);
        if late && offer.kind == Kind::Submit { Err(objection()) } else { Ok(()) }
    });
    Rules::new(vec![rule])
}

/// Nothing is sent at night, and everything in the morning.
fn by_day() -> Rules {
    use congvan_calendar::Instant;
    let night = |now: Instant| {
        let date = now.date();
        Instant::at(date, 6, 0).is_some_and(|morning| now < morning)
            || Instant::at(date, 22, 0).is_some_and(|evening| now >= evening)
    };
    let rule = Rule::new("by-day", "1").on_offer(move |_, offer, ctx| {
        if offer.kind == Kind::Submit && night(ctx.now) { Err(objection()) } else { Ok(()) }
    });
    Rules::new(vec![rule])
}

/// Nothing is sent in the first nine days of a month, as many as the longest Tết holiday has.
fn after_nine_days() -> Rules {
    let rule = Rule::new("after-nine-days", "1").on_offer(|_, offer, ctx| {
        if offer.kind == Kind::Submit && ctx.now.date().day() <= 9 { Err(objection()) } else { Ok(()) }
    });
    Rules::new(vec![rule])
}

/// The first unit that is blocked at the end of so many walks of forty steps.
fn first_blocked(rules: &Rules, walks: u64) -> Option<Blocked> {
    (0..walks).find_map(|seed| {
        let mut dice = Dice::new(seed);
        let numbers: Vec<u8> = (0..40).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
        let world = world_from(&numbers)?;
        let mut walk = Walk::new(&world, dice.below(u64::MAX))?.with_rules(rules.clone());
        for _ in 0..40 {
            walk.step(dice.below(u64::MAX)).unwrap();
        }
        walk.blocked().unwrap()
    })
}

#[test]
fn a_rule_that_looks_right_and_blocks_a_unit_is_found() {
    let blocked = first_blocked(&in_time(), 40).expect("some unit is late");
    let told = blocked.say();
    assert!(told.vi.contains("đã quá thời hạn nộp báo cáo"), "{told:?}");
    assert!(told.en.contains("the time for sending the report is over"), "{told:?}");
}

#[test]
fn a_rule_that_only_makes_people_wait_blocks_nobody() {
    assert_eq!(first_blocked(&by_day(), 40), None);
    assert_eq!(first_blocked(&after_nine_days(), 20), None);
    assert_eq!(first_blocked(&Rules::none(), 40), None);
}

#[test]
fn a_walk_that_was_put_aside_goes_on_as_if_it_had_not_been() {
    let world = world_from(&[]).unwrap();
    let (mut plain, mut paused) = (Walk::new(&world, 0).unwrap(), Walk::new(&world, 0).unwrap());
    for number in 0..30 {
        plain.step(number).unwrap();
        paused.step(number).unwrap();
        paused = paused.pause().resume(&world);
    }
    assert_eq!(paused.directive, plain.directive);
    assert_eq!(paused.history, plain.history);
    assert_eq!(paused.now, plain.now);
}
