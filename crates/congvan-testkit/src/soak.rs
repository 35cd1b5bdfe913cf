//! Many runs of the engine against the model, with what they reached: for a night, or for a minute.
//!
//! A run takes a small world, walks through it, and after every step has many more commands judged by both sides: by
//! anybody, in any capacity, aimed at anything. Most runs are mostly valid, some mostly hostile; some do without whole
//! kinds of command, so that rare ones get room; in some the clock jumps, forwards and back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use congvan_core::directive::StateName as DirectiveState;
use congvan_core::{Capacity, Command, Directive, Kind, Target};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use crate::counterexample::{Counterexample, shortest};
use crate::coverage::Coverage;
use crate::duel::{Difference, Duel, differs};
use crate::model::Codes;
use crate::strategy::{World, worlds};
use crate::walk::Dice;

/// One cell: the state of what a command is aimed at, its kind, and the capacity in which somebody tried it.
pub type Cell = (&'static str, Kind, &'static str);

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
    /// How often each cell was hit.
    pub cells: BTreeMap<Cell, u64>,
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

const CAPACITIES: [(Capacity, &str); 8] = [
    (Capacity::Officer, "officer"),
    (Capacity::Head, "head"),
    (Capacity::Deputy, "deputy"),
    (Capacity::Acting, "acting"),
    (Capacity::ByOrder, "by_order"),
    (Capacity::ByAuthorisation, "by_authorisation"),
    (Capacity::Clerk, "clerk"),
    (Capacity::Chair, "chair"),
];

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
    }
    tally.concluded += u64::from(duel.walk.directive.state().name() == DirectiveState::Concluded);
    tally.coverage.merge(std::mem::take(&mut duel.walk.coverage));
    Ok(())
}

fn count(tally: &mut Tally, cell: Cell, codes: &Codes) {
    tally.commands += 1;
    tally.accepted += u64::from(codes.is_empty());
    tally.coverage.codes.extend(codes.iter().copied());
    *tally.cells.entry(cell).or_default() += 1;
}

fn capacity(of: Capacity) -> &'static str {
    CAPACITIES.iter().find(|(known, _)| *known == of).map_or("", |(_, name)| name)
}

/// The cell that a command hits.
fn cell(directive: &Directive, command: &Command, of: Capacity) -> Cell {
    let proceedings = directive.proceedings();
    let state = match command.target() {
        Target::Directive | Target::Unit(_) => Some(directive.state().name().as_str()),
        Target::Obligation(id) => proceedings
            .and_then(|found| found.obligation(id))
            .map(|obligation| obligation.state().name().as_str()),
        Target::Meeting(at) => {
            proceedings.and_then(|found| found.meeting(at)).map(|meeting| meeting.state().name().as_str())
        }
    };
    (state.unwrap_or("nothing"), command.kind(), capacity(of))
}

impl Tally {
    /// The cells that were never hit, of all those of a kind of command that was tried in some state at all.
    #[must_use]
    pub fn missed(&self) -> Vec<Cell> {
        let states: std::collections::BTreeSet<(&str, Kind)> =
            self.cells.keys().map(|(state, kind, _)| (*state, *kind)).collect();
        let all = states
            .into_iter()
            .flat_map(|(state, kind)| CAPACITIES.iter().map(move |(_, capacity)| (state, kind, *capacity)));
        all.filter(|cell| !self.cells.contains_key(cell)).collect()
    }

    /// What was done and reached, for people.
    #[must_use]
    pub fn summary(&self) -> String {
        let least = self.cells.values().min().copied().unwrap_or_default();
        format!(
            "{} commands judged twice, {} accepted; {} runs, {} concluded\n{}\n\
             {} cells of state, command and capacity hit, each at least {least} times; {} never hit",
            self.commands,
            self.accepted,
            self.runs,
            self.concluded,
            self.coverage.summary(),
            self.cells.len(),
            self.missed().len(),
        )
    }
}
