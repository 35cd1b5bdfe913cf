//! Issued and in force.

use serde::Serialize;

use super::{Concluded, Replaced, Revoked};
use crate::id::DirectiveId;
use crate::obligation::{Lapse, Lapsed, ObligationId, ObligationState};
use crate::proceedings::Proceedings;

/// Issued and in force: obligations are owed, drafted, submitted, vetted and consolidated; meetings are held.
#[derive(Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "fork", derive(Clone))]
pub struct InForce {
    proceedings: Proceedings,
}

impl InForce {
    pub(crate) const fn new(proceedings: Proceedings) -> Self {
        Self { proceedings }
    }

    /// Obligations and meetings.
    #[must_use]
    pub const fn proceedings(&self) -> &Proceedings {
        &self.proceedings
    }

    pub(crate) const fn proceedings_mut(&mut self) -> &mut Proceedings {
        &mut self.proceedings
    }

    pub(crate) fn conclude(mut self, carried: &[ObligationId], with_meeting: bool) -> Concluded {
        self.lapse_open(|_| if with_meeting { Lapse::Carried } else { Lapse::Closed });
        Concluded::new(self.proceedings, carried.len(), with_meeting)
    }

    pub(crate) fn revoke(mut self) -> Revoked {
        self.lapse_open(|_| Lapse::Revoked);
        Revoked::new(self.proceedings)
    }

    pub(crate) fn replace(mut self, by: DirectiveId, carried: &[ObligationId]) -> Replaced {
        self.lapse_open(|id| if carried.contains(&id) { Lapse::Carried } else { Lapse::Replaced });
        Replaced::new(self.proceedings, by)
    }

    /// Every open obligation falls away, and keeps what was submitted.
    fn lapse_open(&mut self, cause: impl Fn(ObligationId) -> Lapse) {
        let open: Vec<_> = self
            .proceedings
            .obligations()
            .filter(|(_, obligation)| obligation.state().name().is_open())
            .map(|(id, _)| id)
            .collect();
        for id in open {
            // The identifiers come from the proceedings themselves, so that no step can fail.
            let _: Result<(), _> = self.proceedings.advance(id, |_, state| {
                let revision = state.revision().cloned();
                Ok::<_, std::convert::Infallible>(ObligationState::Lapsed(Lapsed::new(cause(id), revision)))
            });
        }
    }
}
