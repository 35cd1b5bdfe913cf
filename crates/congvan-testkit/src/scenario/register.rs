//! A stage over a register, whatever its journal is.

use std::collections::BTreeMap;

use congvan::core::id::{CommandId, DirectiveId};
use congvan::{Actor, Command, Directive, Event, ExecuteError, Instant, Register, Stamp};

use super::{Stage, StageError};

/// A register that a scenario is played into; the command of the first step is named `step-0001`.
///
/// It folds each directive beside the register, to understand names with.
#[derive(Debug)]
pub struct RegisterStage<'a> {
    register: &'a Register,
    seen: BTreeMap<DirectiveId, Directive>,
    step: u64,
}

impl<'a> RegisterStage<'a> {
    /// A stage over this register.
    #[must_use]
    pub const fn new(register: &'a Register) -> Self {
        Self { register, seen: BTreeMap::new(), step: 0 }
    }
}

impl Stage for RegisterStage<'_> {
    fn directive(&self, id: DirectiveId) -> Option<&Directive> {
        self.seen.get(&id)
    }

    fn act(
        &mut self,
        id: DirectiveId,
        actor: &Actor,
        at: Instant,
        command: &Command,
    ) -> Result<Vec<(Stamp, Event)>, StageError> {
        self.step = self.step.saturating_add(1);
        let name = format!("step-{:04}", self.step);
        let command_id: CommandId = name
            .parse()
            .map_err(|error| StageError::Failed(format!("command id `{name}`: {error}").into()))?;
        let executed = match self.register.execute(id, actor, command, at, command_id) {
            Ok(executed) => executed,
            Err(ExecuteError::Refused(refusal)) => return Err(StageError::Refused(refusal)),
            Err(error) => return Err(StageError::Failed(error.into())),
        };
        let mut directive = self.seen.remove(&id).unwrap_or_else(|| Directive::new(id));
        for (stamp, event) in &executed.events {
            directive = directive.evolve(stamp, event).map_err(|error| StageError::Failed(error.into()))?;
        }
        self.seen.insert(id, directive);
        Ok(executed.events)
    }
}
