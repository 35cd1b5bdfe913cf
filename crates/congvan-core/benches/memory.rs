//! How much memory an open obligation takes.
//!
//! A program of its own: counting what is allocated makes every allocation slower, and would be counted as the cost of
//! the commands that are timed beside it.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops where its set-up is wrong")]

#[expect(dead_code, reason = "the benchmark of the commands uses the rest of it")]
#[path = "lifecycle/world.rs"]
mod world;

use congvan_core::obligation::Obligation;
use world::{EACH, Step, World, script};

/// The most bytes that an open obligation with a submission is to take.
const MOST: f64 = 256.0;

/// Every byte that a directive with its mandate holds, spread over its open obligations: as issued, and with every
/// breakthrough submitted.
fn main() {
    let units = 3_321;
    let world = World::of(units, 1);
    let mut slot = None;
    let issued = allocation_counter::measure(|| slot = Some(world.issued(0)));
    let directive = slot.take().unwrap();
    let count = f64::from(directive.proceedings().unwrap().open());
    let order: Vec<usize> = (0..units).collect();
    let script = script(&world, std::slice::from_ref(&directive), &order);
    let steps: Vec<&Step> = script.chunks(EACH).flat_map(|unit| unit.iter().take(3)).collect();
    let mut directive = Some(directive);
    let submitted = allocation_counter::measure(|| {
        for step in &steps {
            let before = directive.take().unwrap();
            let decision =
                before.decide(&step.command, &world.ctx(&step.actor)).expect("the script is sound");
            directive = Some(before.apply(&decision).expect("a decision folds"));
        }
    });
    let bytes = |held: i64| f64::from(i32::try_from(held).unwrap()) / count;
    let (issued, submitted) =
        (bytes(issued.bytes_current), bytes(issued.bytes_current + submitted.bytes_current));
    println!(
        "an obligation is {} bytes; with everything around it {issued:.0} bytes as issued, {submitted:.0} with a \
         submission; target at most {MOST:.0}: {}",
        size_of::<Obligation>(),
        if submitted <= MOST { "met" } else { "MISSED" }
    );
}
