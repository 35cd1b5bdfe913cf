//! Questions that need the recorded events beside the state: the timeline, the provenance of a consolidation.

use std::ops::ControlFlow;

use congvan_core::id::DirectiveId;
use congvan_core::{Directive, Event, Stamp};
use congvan_store::{ReadError, Record};

use super::{LoadError, Register};

impl Register {
    /// Asks a question of a directive and of its events, from the first on.
    ///
    /// The state is folded from the very events that are handed over, so that the two always fit.
    ///
    /// # Errors
    /// There is no such directive, its history is corrupt, or the journal failed.
    pub fn ask_history<T>(
        &self,
        id: DirectiveId,
        question: impl FnOnce(&Directive, &[(Stamp, Event)]) -> T,
    ) -> Result<T, LoadError> {
        let history = self.history(id)?;
        if history.is_empty() {
            return Err(LoadError::Unknown { directive: id });
        }
        let mut directive = Directive::new(id);
        for (stamp, event) in &history {
            directive = directive.evolve(stamp, event)?;
        }
        Ok(question(&directive, &history))
    }

    fn history(&self, id: DirectiveId) -> Result<Vec<(Stamp, Event)>, ReadError> {
        let mut history = Vec::new();
        let mut damaged = None;
        self.journal.scan(id, 0, &mut |row| match Record::decode(&row) {
            Ok(record) => {
                history.push(record.into_event());
                ControlFlow::Continue(())
            }
            Err(error) => {
                damaged = Some(ReadError::undecodable(id, row.sequence, error));
                ControlFlow::Break(())
            }
        })?;
        damaged.map_or(Ok(history), Err)
    }
}
