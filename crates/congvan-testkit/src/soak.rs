//! Many runs of the engine against the model, with what they reached: for a night, or for a minute.
//!
//! A run takes a small world, walks through it, and after every step has many more commands judged by both sides: by
//! anybody, in any capacity, aimed at anything, and whatever nobody has tried yet on the states that there are. Most runs are mostly valid, some mostly hostile; some do without whole
//! kinds of command, so that rare ones get room; in some the clock jumps, forwards and back.

mod cells;

use std::mem::discriminant;
use std::path::{Path, PathBuf};

use congvan_core::directive::StateName as DirectiveState;
use congvan_core::{Actor, Offer, Target};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::counterexample::{Counterexample, shortest};
use crate::coverage::Coverage;
use crate::duel::{Difference, Duel, differs};
use crate::model::Codes;
use crate::strategy::{World, worlds};
use crate::walk::Dice;

pub use cells::{Cell, Cells};
use cells::{cell, state};

/// What so many runs did.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many commands were judged by both sides.
    pub commands: u64,
    /// How many of them were accepted by both.
    pub accepted: u64,
    /// How many runs began.
    pub runs: u64,
    /// How many of them reached Concluded.
    pub concluded: u64,
    /// What the runs reached.
    pub coverage: Coverage,
    /// Which cells of state, command and capacity were hit.
    pub cells: Cells,
}

/// Engine and model disagree in this world.
#[derive(Debug, thiserror::Error)]
#[error("{difference}")]
pub struct Found {
    /// On what they disagree.
    pub difference: Box<Difference>,
    /// The world in which they do.
    pub world: Box<World>,
}

/// A difference that was shortened and kept as a scenario.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Where the scenario lies.
    pub path: PathBuf,
    /// Its steps as sentences in Vietnamese.
    pub story: Vec<String>,
}

impl Found {
    /// Leaves out every command without which engine and model still disagree, and keeps the rest as a scenario.
    ///
    /// # Errors
    /// The scenario could not be written.
    pub fn keep(&self, folder: &Path, name: &str) -> Result<Kept, String> {
        let (world, difference) = (&self.world, &self.difference);
        let tried = shortest(&difference.tried(), |tried| differs(world, tried));
        let id = "d1".parse().map_err(|_| "an identifier that does not read".to_owned())?;
        let kept = Counterexample::of(name, &difference.how, &world.directory, &world.calendar, id, &tried)?;
        Ok(Kept { path: kept.save(folder, name)?, story: kept.story })
    }
}

/// The steps of one run, and how often after each of them somebody tries more.
const STEPS: u64 = 160;
const PROBES: u64 = 3;

/// Judges at least this many commands in runs that follow from the seed; `seen` is told after every run.
///
/// # Errors
/// The first command on which engine and model disagree, with the world it happened in.
pub fn soak(commands: u64, seed: u64, seen: &mut dyn FnMut(&Tally)) -> Result<Tally, Found> {
    let mut bytes = [0; 32];
    for (byte, from) in bytes.iter_mut().zip(seed.to_le_bytes()) {
        *byte = from;
    }
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut dice = Dice::new(seed);
    let mut tally = Tally::default();
    while tally.commands < commands {
        let Ok(tree) = worlds().new_tree(&mut runner) else { continue };
        let world = tree.current();
        if let Err(difference) = run(&world, &mut dice, &mut tally) {
            return Err(Found { difference, world: Box::new(world) });
        }
        seen(&tally);
    }
    Ok(tally)
}

/// One run through a world.
fn run(world: &World, dice: &mut Dice, tally: &mut Tally) -> Result<(), Box<Difference>> {
    let Some(mut duel) = Duel::new(world, dice.below(u64::MAX)) else { return Ok(()) };
    duel.walk.clock_jumps = dice.below(4) == 0;
    tally.runs += 1;
    for _ in 0..STEPS {
        let codes = duel.step(dice.below(u64::MAX))?;
        tally.commands += 1;
        tally.accepted += u64::from(codes.is_empty());
        for _ in 0..PROBES {
            let mut tried = Vec::new();
            duel.probe(dice, &mut |actor, command, codes| {
                tried.push((cell(&duel.walk.directive, command, actor.capacity), codes.clone()));
            })?;
            for (cell, codes) in tried {
                count(tally, cell, &codes);
            }
        }
        try_the_untried(&duel, dice, tally)?;
    }
    tally.concluded += u64::from(duel.walk.directive.state().name() == DirectiveState::Concluded);
    tally.coverage.merge(std::mem::take(&mut duel.walk.coverage));
    Ok(())
}

fn count(tally: &mut Tally, cell: Cell, codes: &Codes) {
    tally.commands += 1;
    tally.accepted += u64::from(codes.is_empty());
    tally.coverage.codes.extend(codes.iter().copied());
    tally.cells.count(cell);
}

/// Of everything in a state of its own, has whatever nobody has tried on that state yet tried on the first.
fn try_the_untried(duel: &Duel<'_>, dice: &mut Dice, tally: &mut Tally) -> Result<(), Box<Difference>> {
    let world = duel.walk.world;
    let mut present: Vec<(&str, Target)> = Vec::new();
    for target in duel.walk.targets() {
        let state = state(&duel.walk.directive, target);
        // States of different sorts of target may share their names.
        let same =
            |known: &(&str, Target)| known.0 == state && discriminant(&known.1) == discriminant(&target);
        if !present.iter().any(same) {
            present.push((state, target));
        }
    }
    for (state, target) in present {
        for (kind, capacity) in tally.cells.missed_on(state) {
            let fitting: Vec<_> = world.actors.iter().filter(|actor| actor.capacity == capacity).collect();
            let anybody = dice.pick(&world.actors).copied().unwrap_or(world.issuer);
            let actor = dice.pick(&fitting).map_or(Actor { capacity, ..anybody }, |actor| **actor);
            if let Some((command, codes)) = duel.attempt(&actor, Offer { kind, target })? {
                count(tally, cell(&duel.walk.directive, &command, capacity), &codes);
            }
        }
    }
    Ok(())
}

impl Tally {
    /// What was done and reached, for people.
    #[must_use]
    pub fn summary(&self) -> String {
        let least = self.cells.hit().values().min().copied().unwrap_or_default();
        format!(
            "{} commands judged twice, {} accepted; {} runs, {} concluded\n{}\n\
             {} cells of state, command and capacity hit, each at least {least} times; {} never hit",
            self.commands,
            self.accepted,
            self.runs,
            self.concluded,
            self.coverage.summary(),
            self.cells.hit().len(),
            self.cells.missed().count(),
        )
    }
}
