//! What one command costs, and how that grows with the number of units.
//!
//! Prints medians of several rounds; figures are ratios within one run, since machines differ.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops where its set-up is wrong")]

mod world;

use std::time::Instant;

use congvan_core::obligation::ObligationState;
use congvan_core::{Command, ContentHash, Directive, Event, ObligationId, Stamp, command};
use world::{World, actor};

const ROUNDS: usize = 7;

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// The commands that take one unit's breakthrough from owed to accepted, for units in this order.
fn script(world: &World, directive: &Directive, order: &[usize]) -> Vec<(congvan_core::Actor, Command)> {
    let mut script = Vec::new();
    for unit in order {
        let id = directive.find(&format!("unit-{unit:05}/1b")).unwrap();
        let (head, officer) = (actor(*unit, "head"), actor(*unit, "officer-1"));
        let hash = ContentHash::of(format!("breakthrough of {unit}").as_bytes());
        script.push((officer, command::StartDraft { obligation: id }.into()));
        script.push((officer, command::SaveDraft { hash, obligation: id }.into()));
        script.push((head, world.submit(id, hash, *unit)));
        script.push((world.vetter(), command::StartVetting { obligation: id }.into()));
        script.push((world.vetter(), command::Accept { hash, obligation: id, verdicts: Vec::new() }.into()));
    }
    script
}

/// Plays a script, and keeps the history where it is wanted.
fn play(
    world: &World,
    mut directive: Directive,
    script: &[(congvan_core::Actor, Command)],
    mut history: Option<&mut Vec<(Stamp, Event)>>,
) -> Directive {
    for (actor, command) in script {
        let decision = directive.decide(command, &world.ctx(actor)).expect("the script is sound");
        directive = directive.apply(&decision).expect("a decision folds");
        if let Some(history) = history.as_deref_mut() {
            history.extend(decision.events().iter().map(|event| (*decision.stamp(), event.clone())));
        }
    }
    directive
}

fn per_command(units: usize, shuffled: bool) -> f64 {
    let world = World::of(units);
    let mut order: Vec<usize> = (0..units).collect();
    if shuffled {
        world::shuffle(&mut order);
    }
    let rounds = (0..ROUNDS).map(|_| {
        let directive = world.issued();
        let script = script(&world, &directive, &order);
        let start = Instant::now();
        let directive = play(&world, directive, &script, None);
        let spent = start.elapsed().as_nanos();
        let first = directive.proceedings().and_then(|found| found.obligation(ObligationId(0)));
        assert!(!matches!(first.map(|found| found.state()), Some(ObligationState::Lapsed(_))));
        f64::from(u32::try_from(spent).unwrap_or(u32::MAX)) / f64::from(u32::try_from(script.len()).unwrap())
    });
    median(rounds.collect())
}

/// Many small directives taken in turn, which touch as much memory as one large directive.
fn in_turn(directives: usize, units: usize) -> f64 {
    let world = World::of(units);
    let order: Vec<usize> = (0..units).collect();
    let rounds = (0..ROUNDS).map(|_| {
        let mut all: Vec<Option<Directive>> = (0..directives).map(|_| Some(world.issued())).collect();
        let script = script(&world, all.first().and_then(Option::as_ref).unwrap(), &order);
        let start = Instant::now();
        for step in &script {
            for slot in &mut all {
                let directive = slot.take().unwrap();
                *slot = Some(play(&world, directive, std::slice::from_ref(step), None));
            }
        }
        let commands = script.len() * directives;
        f64::from(u32::try_from(start.elapsed().as_nanos() / 1_000).unwrap_or(u32::MAX)) * 1_000.0
            / f64::from(u32::try_from(commands).unwrap())
    });
    median(rounds.collect())
}

fn main() {
    println!("decide + evolve of one command (five kinds, guards, authority, four-eyes, event built)");
    for units in [31, 310, 3_321] {
        let (ordered, random) = (per_command(units, false), per_command(units, true));
        println!(
            "  {units:>5} units: {ordered:>6.0} ns in order ({:.1} M/s), {random:>6.0} ns at random",
            1_000.0 / ordered
        );
    }
    let (one, many) = (per_command(3_321, false), in_turn(107, 31));
    println!(
        "  one of 3,321 units against 107 of 31 in turn: {one:.0} ns / {many:.0} ns = {:.2}",
        one / many
    );
    replay();
    whole();
    println!("  an obligation takes {} bytes", std::mem::size_of::<congvan_core::obligation::Obligation>());
}

fn replay() {
    let world = World::of(3_321);
    let mut history = Vec::new();
    let directive = world.issued_with(&mut history);
    let order: Vec<usize> = (0..3_321).collect();
    let script = script(&world, &directive, &order);
    let directive = play(&world, directive, &script, Some(&mut history));
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        let mut again = Directive::new(directive.id());
        for (stamp, event) in &history {
            again = again.evolve(stamp, event).unwrap();
        }
        assert_eq!(again.version(), directive.version());
        f64::from(u32::try_from(start.elapsed().as_nanos() / 1_000).unwrap_or(u32::MAX)) * 1_000.0
            / f64::from(u32::try_from(history.len()).unwrap())
    });
    println!("replay of {} events: {:.0} ns an event", history.len(), median(rounds.collect()));
}

fn whole() {
    for units in [31, 310, 3_321] {
        let world = World::of(units);
        let rounds = (0..3).map(|_| {
            let start = Instant::now();
            let directive = world.issued();
            let order: Vec<usize> = (0..units).collect();
            let script = script(&world, &directive, &order);
            drop(play(&world, directive, &script, None));
            f64::from(u32::try_from(start.elapsed().as_micros()).unwrap_or(u32::MAX)) / 1_000.0
        });
        println!("draft, sign, issue and vet {units:>5} units: {:.1} ms", median(rounds.collect()));
    }
}
