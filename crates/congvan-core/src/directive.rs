//! A directive: a typed state machine folded from its events.
//!
//! A state is a struct in a file of its own; a transition consumes it. [`Directive::decide`] judges a command against
//! the state and answers with a [`Decision`], which is the only thing a journal appends; [`Directive::evolve`] folds an
//! event and judges neither authority, time nor rules: it can only say that a history is corrupt.

mod concluded;
mod decision;
mod discarded;
mod drafted;
mod history;
mod in_force;
mod issued;
mod permitted;
mod replaced;
mod revoked;
mod signed;
mod unwritten;

pub use concluded::Concluded;
pub use decision::{Decision, Events};
pub use discarded::Discarded;
pub use drafted::Drafted;
pub use history::{CorruptHistory, Problem};
pub use in_force::InForce;
pub use issued::Issued;
pub use replaced::Replaced;
pub use revoked::Revoked;
pub use signed::Signed;
pub use unwritten::Unwritten;

use std::sync::Arc;

use serde::Serialize;

use crate::event::{Event, Stamp};
use crate::fold::Fold as _;
use crate::id::DirectiveId;
use crate::mandate::Mandate;
use crate::proceedings::Proceedings;
use crate::refusal::{Reason, Reasons};
use crate::states::states;

/// A directive (văn bản chỉ đạo) with the state it is in and the version of its log.
#[derive(Debug, PartialEq, Serialize)]
pub struct Directive {
    id: DirectiveId,
    version: u64,
    state: State,
}

states! {
    /// The states of a directive.
    #[derive(Debug, PartialEq, Serialize)]
    State,
    /// The name of a directive's state, frozen because logs and refusals carry it.
    StateName,
    /// Before its first event.
    Unwritten(Box<Unwritten>), "unwritten", "chưa có dự thảo";
    /// Drafted.
    Drafted(Box<Drafted>), "drafted", "dự thảo";
    /// Signed: the content is frozen, number and date are missing.
    Signed(Box<Signed>), "signed", "đã ký, chờ cấp số";
    /// Given up before issue.
    Discarded(Box<Discarded>), "discarded", "đã hủy dự thảo";
    /// Issued and in force.
    InForce(Box<InForce>), "in_force", "đang hiệu lực";
    /// Concluded, or closed without a meeting.
    Concluded(Box<Concluded>), "concluded", "đã kết thúc";
    /// Revoked by its issuer or a superior.
    Revoked(Box<Revoked>), "revoked", "bị thu hồi";
    /// Replaced by another directive.
    Replaced(Box<Replaced>), "replaced", "bị thay thế";
}

impl Directive {
    /// A directive before its first event.
    #[must_use]
    pub fn new(id: DirectiveId) -> Self {
        Self { id, version: 0, state: State::Unwritten(Box::default()) }
    }

    /// A second directive of the same history, for tools that try several ways from one state. No `Clone`, so that
    /// nothing copies a directive unawares.
    #[cfg(feature = "fork")]
    #[must_use]
    pub fn fork(&self) -> Self {
        Self { id: self.id, version: self.version, state: self.state.clone() }
    }

    /// The directive's identifier.
    #[must_use]
    pub const fn id(&self) -> DirectiveId {
        self.id
    }

    /// How many events it was folded from.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// The state it is in.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// The mandate, from the first draft on.
    #[must_use]
    pub fn mandate(&self) -> Option<&Arc<Mandate>> {
        match &self.state {
            State::Unwritten(_) | State::Discarded(_) => None,
            State::Drafted(state) => Some(state.mandate()),
            State::Signed(state) => Some(state.mandate()),
            State::InForce(_) | State::Concluded(_) | State::Revoked(_) | State::Replaced(_) => {
                self.proceedings().map(Proceedings::mandate)
            }
        }
    }

    /// Obligations and meetings, from issue on.
    #[must_use]
    pub fn proceedings(&self) -> Option<&Proceedings> {
        match &self.state {
            State::Unwritten(_) | State::Drafted(_) | State::Signed(_) | State::Discarded(_) => None,
            State::InForce(state) => Some(state.proceedings()),
            State::Concluded(state) => Some(state.proceedings()),
            State::Revoked(state) => Some(state.proceedings()),
            State::Replaced(state) => Some(state.proceedings()),
        }
    }

    /// Folds one event: judges neither authority, time nor rules, but re-derives the evidence.
    ///
    /// # Errors
    /// The history is corrupt: the event cannot have happened in this state. The directive is gone then; load it again.
    pub fn evolve(mut self, stamp: &Stamp, event: &Event) -> Result<Self, CorruptHistory> {
        self.fold(stamp, event)?;
        Ok(self)
    }

    /// Folds every event of a decision.
    ///
    /// # Errors
    /// As [`Directive::evolve`]; for a decision of this very directive and version that does not happen.
    pub fn apply(mut self, decision: &Decision) -> Result<Self, CorruptHistory> {
        for event in decision.events().iter() {
            self.fold(decision.stamp(), event)?;
        }
        Ok(self)
    }

    /// Folds one event in place; whoever calls this drops the directive on an error.
    fn fold(&mut self, stamp: &Stamp, event: &Event) -> Result<(), CorruptHistory> {
        event.fold(self, stamp).map_err(|problem| CorruptHistory {
            directive: self.id,
            version: self.version,
            event: event.name().as_str(),
            problem,
        })?;
        self.version = self.version.saturating_add(1);
        Ok(())
    }

    /// Takes the state out to move it on; the directive is dropped when the step fails.
    pub(crate) fn transit(
        &mut self,
        step: impl FnOnce(State) -> Result<State, Problem>,
    ) -> Result<(), Problem> {
        let state = std::mem::replace(&mut self.state, State::Unwritten(Box::default()));
        self.state = step(state)?;
        Ok(())
    }

    pub(crate) fn proceedings_mut(&mut self) -> Result<&mut Proceedings, Problem> {
        let state = self.state.name();
        if let State::InForce(in_force) = &mut self.state {
            Ok(in_force.proceedings_mut())
        } else {
            Err(Problem::WrongState { state })
        }
    }

    /// The proceedings while the directive is in force; the reason otherwise.
    pub(crate) fn in_force(&self) -> Result<&Proceedings, Reasons> {
        if let State::InForce(in_force) = &self.state {
            Ok(in_force.proceedings())
        } else {
            Err(Reason::WrongState { state: self.state.name(), expected: vec![StateName::InForce] }.into())
        }
    }
}

/// Narrows to one state: the only place where the others are alike.
macro_rules! narrow {
    ($($name:ident, $into:ident;)+) => {
        impl State {
            $(
                pub(crate) fn $into(self) -> Result<$name, Problem> {
                    match self {
                        Self::$name(state) => Ok(*state),
                        other => Err(Problem::WrongState { state: other.name() }),
                    }
                }
            )+
        }
    };
}

narrow! {
    Drafted, into_drafted;
    Signed, into_signed;
    InForce, into_in_force;
}
