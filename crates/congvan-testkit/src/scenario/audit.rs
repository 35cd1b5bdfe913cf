//! Plays a scenario and judges what it left: the invariants on every prefix, and replay.

use std::collections::BTreeMap;

use congvan_core::Directive;
use congvan_core::id::DirectiveId;

use super::{Played, Prepared, Stage as _};
use crate::invariant;

/// What an audit tells as it goes.
#[derive(Clone, Copy, Debug)]
pub enum Audited<'a> {
    /// A step was played as it should.
    Step(&'a Played),
    /// One more event was replayed: the directive after it.
    Event(DirectiveId, &'a Directive),
}

impl Prepared {
    /// Plays every step on the pure core and compares; then replays the log, checks that every prefix of it keeps the
    /// invariants, and that replay ends where playing did. `watch` is told of each step and each event.
    ///
    /// # Errors
    /// The first thing that is not as it should be, in a sentence.
    pub fn audit(&self, mut watch: impl FnMut(Audited<'_>)) -> Result<(), String> {
        let mut stage = self.stage();
        self.play(&mut stage, |_, played| watch(Audited::Step(played))).map_err(|error| error.to_string())?;
        let mut replayed = BTreeMap::new();
        let mut histories: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (id, stamp, event) in stage.history() {
            let directive = replayed.remove(id).unwrap_or_else(|| Directive::new(*id));
            let directive = directive.evolve(stamp, event).map_err(|error| error.to_string())?;
            watch(Audited::Event(*id, &directive));
            let history = histories.entry(*id).or_default();
            history.push((*stamp, event.clone()));
            invariant::check(history, &directive, &self.directory, &self.calendar)
                .map_err(|broken| format!("`{id}`, event {}: {broken}", history.len()))?;
            replayed.insert(*id, directive);
        }
        for (id, directive) in &replayed {
            if stage.directive(*id) != Some(directive) {
                return Err(format!("`{id}` is another after replay"));
            }
        }
        Ok(())
    }
}
