//! What one command costs, and how that grows with the number of units.
//!
//! Prints medians of several rounds; figures are ratios within one run, since machines differ. A word behind `--` runs
//! the parts whose name contains it: `command`, `growth`, `replay` and `whole`.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops where its set-up is wrong")]

mod world;

use std::hint::black_box;
use std::time::Instant;

use congvan_core::{Directive, Event, Stamp};
use world::{Step, World, script};

const ROUNDS: usize = 9;

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// A target beside a figure, and whether the figure meets it.
fn met(is_met: bool, target: &str) -> String {
    format!("; target {target}: {}", if is_met { "met" } else { "MISSED" })
}

/// Nanoseconds for each of so many.
fn each(start: Instant, count: usize) -> f64 {
    start.elapsed().as_secs_f64() * 1e9 / f64::from(u32::try_from(count).unwrap())
}

fn units_in_order(units: usize, shuffled: bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..units).collect();
    if shuffled {
        world::shuffle(&mut order);
    }
    order
}

/// Decides and folds one command; a function of its own, so that a profiler finds it.
#[inline(never)]
fn play(
    world: &World,
    directive: Directive,
    step: &Step,
    history: Option<&mut Vec<(Stamp, Event)>>,
) -> Directive {
    let decision = directive.decide(&step.command, &world.ctx(&step.actor)).expect("the script is sound");
    let directive = directive.apply(&decision).expect("a decision folds");
    if let Some(history) = history {
        history.extend(decision.events().iter().map(|event| (*decision.stamp(), event.clone())));
    }
    directive
}

/// One round of the whole script, over one directive or over many that share the units between them.
fn round(world: &World, order: &[usize]) -> f64 {
    let directives: Vec<Directive> = (0..world.hands()).map(|hand| world.issued(hand)).collect();
    let script = script(world, &directives, order);
    let open = |all: &[Option<Directive>]| -> u32 {
        all.iter().flatten().filter_map(|found| Some(found.proceedings()?.open())).sum()
    };
    let mut slots: Vec<Option<Directive>> = directives.into_iter().map(Some).collect();
    let before = open(&slots);
    let start = Instant::now();
    for step in &script {
        let slot = slots.get_mut(step.hand).unwrap();
        let directive = slot.take().unwrap();
        *slot = Some(play(world, directive, step, None));
    }
    let spent = each(start, script.len());
    let settled = usize::try_from(before - open(&slots)).unwrap();
    assert_eq!(settled, order.len(), "every unit's breakthrough is accepted");
    spent
}

fn command() {
    println!("decide + evolve of one command (five kinds, guards, authority, four-eyes, event built)");
    for units in [31, 310, 3_321] {
        let world = World::of(units, 1);
        let [ordered, random] = [false, true].map(|shuffled| {
            let order = units_in_order(units, shuffled);
            median((0..ROUNDS).map(|_| round(&world, &order)).collect())
        });
        let rate = 1_000.0 / ordered;
        // The target is set for the largest directive.
        let judged = if units == 3_321 { met(rate >= 5.0, "at least 5 M/s in order") } else { String::new() };
        println!(
            "  {units:>5} units: {ordered:>4.0} ns in order ({rate:.1} M/s), {random:>4.0} ns at random{judged}"
        );
    }
}

/// The same units, persons and commands in the same order, in one directive and dealt to 107 directives in turn.
fn growth() {
    let (one, many) = (World::of(3_321, 1), World::of(3_321, 107));
    println!(
        "one directive of 3,321 units against 107 of 31 taken in turn, one directory, the same commands"
    );
    for (name, shuffled) in [("in order", false), ("at random", true)] {
        let order = units_in_order(3_321, shuffled);
        // Taken by turns, so that a slow moment of the machine falls on both.
        let pairs: Vec<(f64, f64)> =
            (0..ROUNDS).map(|_| (round(&one, &order), round(&many, &order))).collect();
        let ones = median(pairs.iter().map(|pair| pair.0).collect());
        let manies = median(pairs.iter().map(|pair| pair.1).collect());
        let ratio = median(pairs.iter().map(|pair| pair.0 / pair.1).collect());
        let judged = met(ratio <= 1.2, "at most 1.20");
        println!("  {name:>9}: {ones:.0} ns / {manies:.0} ns = {ratio:.2}{judged}");
    }
}

fn replay() {
    let world = World::of(3_321, 1);
    let mut history = Vec::new();
    let mut directive = world.issued_with(0, |decision| {
        history.extend(decision.events().iter().map(|event| (*decision.stamp(), event.clone())));
    });
    let script = script(&world, std::slice::from_ref(&directive), &units_in_order(3_321, false));
    for step in &script {
        directive = play(&world, directive, step, Some(&mut history));
    }
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        let mut again = Directive::new(directive.id());
        for (stamp, event) in &history {
            again = again.evolve(stamp, event).unwrap();
        }
        let spent = each(start, history.len());
        assert_eq!(again, directive, "a replay gives the same state");
        spent
    });
    println!("replay of {} events: {:.0} ns an event", history.len(), median(rounds.collect()));
}

fn whole() {
    for units in [31, 310, 3_321] {
        let world = World::of(units, 1);
        let rounds = (0..3).map(|_| {
            let start = Instant::now();
            black_box(round(&world, &units_in_order(units, false)));
            start.elapsed().as_secs_f64() * 1e3
        });
        println!("draft, sign, issue and vet {units:>5} units: {:.1} ms", median(rounds.collect()));
    }
}

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let parts: [(&str, fn()); 4] =
        [("command", command), ("growth", growth), ("replay", replay), ("whole", whole)];
    for (name, part) in parts {
        if wanted.is_empty() || wanted.iter().any(|word| name.contains(word.as_str())) {
            part();
        }
    }
}
