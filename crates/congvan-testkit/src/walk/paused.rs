//! A walk that is put aside, for whoever cannot keep a borrow of the world: an object of another language.

use congvan_calendar::Instant;
use congvan_core::directive::Issued;
use congvan_core::obligation::StateName;
use congvan_core::{Directive, Event, Rules, Stamp};

use super::Walk;
use crate::coverage::{Coverage, Seen};
use crate::strategy::World;

/// A walk as far as it has come, without its world.
#[derive(Debug)]
pub struct Paused {
    directive: Directive,
    history: Vec<(Stamp, Event)>,
    now: Instant,
    coverage: Coverage,
    clock_jumps: bool,
    rules: Rules,
    successors: Vec<Issued>,
    swarm: u64,
    seen: Seen,
    earlier: Vec<StateName>,
}

impl Walk<'_> {
    /// Puts the walk aside.
    #[must_use]
    pub fn pause(self) -> Paused {
        let Self {
            world: _,
            directive,
            history,
            now,
            coverage,
            clock_jumps,
            rules,
            successors,
            swarm,
            seen,
            earlier,
        } = self;
        Paused { directive, history, now, coverage, clock_jumps, rules, successors, swarm, seen, earlier }
    }
}

impl Paused {
    /// Goes on, in the world that the walk was in.
    #[must_use]
    pub fn resume(self, world: &World) -> Walk<'_> {
        let Self { directive, history, now, coverage, clock_jumps, rules, successors, swarm, seen, earlier } =
            self;
        Walk {
            world,
            directive,
            history,
            now,
            coverage,
            clock_jumps,
            rules,
            successors,
            swarm,
            seen,
            earlier,
        }
    }
}
