//! Many commands in one call.

use congvan::core::id::{CommandId, DirectiveId};
use congvan::{Actor, Instant};

use super::{Executed, Opened};
use crate::command::Command;
use crate::error::CongvanError;

/// One of many commands.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct ExecuteRequest {
    /// On which directive.
    pub directive: DirectiveId,
    /// Who acts.
    pub actor: Actor,
    /// What is to be done.
    pub command: Command,
    /// When it is recorded; without one the clock is asked.
    #[uniffi(default = None)]
    pub at: Option<Instant>,
    /// What the command is named with; without a name it is named by its content.
    #[uniffi(default = None)]
    pub command_id: Option<CommandId>,
}

/// What became of one of many commands.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum ExecuteOutcome {
    /// It was executed.
    Done {
        /// What it did.
        executed: Executed,
    },
    /// It was not executed; the others were tried all the same.
    Failed {
        /// Why.
        error: CongvanError,
    },
}

impl ExecuteRequest {
    pub(super) fn execute(self, opened: &Opened) -> ExecuteOutcome {
        let Self { directive, actor, command, at, command_id } = self;
        let executed = command.try_into().and_then(|command: congvan::Command| {
            opened.execute(directive, &actor, &command, at, command_id)
        });
        match executed {
            Ok(executed) => ExecuteOutcome::Done { executed },
            Err(error) => ExecuteOutcome::Failed { error },
        }
    }
}
