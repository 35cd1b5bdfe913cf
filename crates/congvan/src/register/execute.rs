//! Executes one command: decide on a version, append that version, fold.

use congvan_calendar::Instant;
use congvan_core::id::{CommandId, DirectiveId};
use congvan_core::{Actor, Command, Ctx, Event, Proceedings, Stamp};
use congvan_store::{Append, AppendError, Committed, Record, fingerprint};

use super::{ExecuteError, Register};

/// How often a command is decided anew when others were faster.
const TRIES: usize = 64;

/// What a command did.
#[derive(Clone, Debug, PartialEq)]
pub struct Executed {
    /// Where its events stand; `replayed` when the same command had been executed before.
    pub committed: Committed,
    /// The events.
    pub events: Vec<(Stamp, Event)>,
}

impl Register {
    /// Executes a command on a directive: all of it durably, or nothing.
    ///
    /// `command_id` names the command: sending the same command again under the same name gives the same answer and no
    /// second event, and another command under the same name is a conflict. The instant is part of the command: a host that
    /// takes it from a clock calls [`execute_now`](Self::execute_now).
    ///
    /// # Errors
    /// Refused with every reason; the journal did not take it; or the directive could not be loaded. Only
    /// [`AppendError::Unknown`] leaves open whether it was executed: send it again under the same name.
    pub fn execute(
        &self,
        id: DirectiveId,
        actor: &Actor,
        command: &Command,
        at: Instant,
        command_id: CommandId,
    ) -> Result<Executed, ExecuteError> {
        let fingerprint = fingerprint(actor, at, command)?;
        let settings = self.settings();
        let numbers = self.numbers_for(command)?;
        let rules = settings.rules.hash();
        let mut last = None;
        for turn in 0..TRIES {
            // A cached directive is tried as it stands: if others moved it on, the journal says so, and a refusal is
            // judged again on what the journal has.
            let directive = if turn == 0 { self.load_cached(id)? } else { self.load(id)? };
            let ctx = settings.ctx(actor, at, numbers.as_deref());
            let successors = self.proofs(command, &directive, &ctx)?;
            let ctx = Ctx { successors: &successors, ..ctx };
            let decision = match directive.decide(command, &ctx) {
                Ok(decision) => decision,
                Err(_) if turn == 0 => {
                    self.put_back(directive);
                    continue;
                }
                Err(refusal) => {
                    self.put_back(directive);
                    // The same command may have been committed before: its answer is given again.
                    return match self.journal.outcome(id, command_id)? {
                        Some(outcome) => self.replay(id, outcome.answer(id, command_id, fingerprint)?),
                        None => Err(ExecuteError::Refused(refusal)),
                    };
                }
            };
            let directive = directive.apply(&decision).map_err(super::LoadError::Corrupt)?;
            let next_due = directive.proceedings().and_then(Proceedings::next_due);
            let entry = Append { command_id, decision: &decision, fingerprint, next_due, rules };
            match self.journal.append(entry) {
                // The journal knew the command: what it did then counts, and not what it would do now.
                Ok(committed) if committed.replayed => return self.replay(id, committed),
                Ok(committed) => {
                    self.put_back(directive);
                    let events = decision.events().iter();
                    let events = events.map(|event| (*decision.stamp(), event.clone())).collect();
                    return Ok(Executed { committed, events });
                }
                Err(error @ AppendError::Conflict { .. }) => last = Some(error),
                Err(error) => return Err(error.into()),
            }
        }
        Err(last.map_or_else(
            || ExecuteError::Load(super::LoadError::Unknown { directive: id }),
            ExecuteError::Append,
        ))
    }

    /// Executes a command at the instant that a clock says.
    ///
    /// As [`execute`](Self::execute), save that the same command sent again under its name has its first answer although the
    /// clock has gone on.
    ///
    /// # Errors
    /// As [`execute`](Self::execute).
    pub fn execute_now(
        &self,
        id: DirectiveId,
        actor: &Actor,
        command: &Command,
        now: Instant,
        command_id: CommandId,
    ) -> Result<Executed, ExecuteError> {
        match self.execute(id, actor, command, now, command_id) {
            Err(error @ ExecuteError::Append(AppendError::CommandReused { .. })) => {
                self.executed(id, actor, command, command_id)?.ok_or(error)
            }
            answer => answer,
        }
    }

    /// What was executed under this name, where it was this command of this actor, at whatever instant.
    fn executed(
        &self,
        id: DirectiveId,
        actor: &Actor,
        command: &Command,
        command_id: CommandId,
    ) -> Result<Option<Executed>, ExecuteError> {
        let Some(outcome) = self.journal.outcome(id, command_id)? else { return Ok(None) };
        let executed = self.replay(id, outcome.committed)?;
        let Some((stamp, _)) = executed.events.first() else { return Ok(None) };
        let is_same = fingerprint(actor, stamp.recorded_at, command)? == outcome.fingerprint;
        Ok(is_same.then_some(executed))
    }

    /// The answer that was given before.
    fn replay(&self, id: DirectiveId, committed: Committed) -> Result<Executed, ExecuteError> {
        let limit = committed.last.saturating_sub(committed.first).saturating_add(1);
        let records = self.journal.read(
            id,
            committed.first.saturating_sub(1),
            usize::try_from(limit).unwrap_or(usize::MAX),
        )?;
        let events = records.into_iter().map(Record::into_event).collect();
        Ok(Executed { committed, events })
    }
}
