//! Evidence travels as values: what a consolidation is built from, and what a meeting waits for.
//!
//! [`AllSettled`] and [`Prepared`] are borrowed from the proceedings that they speak of, so that they can neither
//! outlive nor misstate them, and nothing outside this crate can build one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::hash::ContentHash;
use crate::obligation::{Obligation, ObligationId, ObligationState};
use crate::proceedings::Proceedings;

/// What became of one expected input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Accepted: with the number and the hash of the accepted revision, where it has one.
    Accepted {
        /// The content hash; none for attendance.
        hash: Option<ContentHash>,
        /// The revision's number; 0 for attendance.
        revision: u16,
    },
    /// Waived by the authority.
    Waived,
    /// Absent after the deadline.
    Absent,
    /// Not an order, and no response.
    NoResponse,
    /// Silence counted as consent.
    Consented,
    /// A standing duty that was ended.
    Ended,
}

impl Fate {
    /// The proof that a settled obligation gives; none while it is not settled.
    #[must_use]
    pub fn of(obligation: &Obligation) -> Option<Self> {
        let accepted = |revision: Option<&crate::obligation::Revision>| Self::Accepted {
            hash: revision.map(crate::obligation::Revision::hash),
            revision: revision.map_or(0, crate::obligation::Revision::number),
        };
        match obligation.state() {
            ObligationState::Accepted(state) => Some(accepted(state.revision())),
            ObligationState::Incorporated(state) => Some(accepted(state.revision())),
            ObligationState::Waived(_) => Some(Self::Waived),
            ObligationState::Absent(_) => Some(Self::Absent),
            ObligationState::NoResponse(_) => Some(Self::NoResponse),
            ObligationState::Consented(_) => Some(Self::Consented),
            ObligationState::Ended(_) => Some(Self::Ended),
            ObligationState::Owed(_)
            | ObligationState::Drafting(_)
            | ObligationState::Submitted(_)
            | ObligationState::Returned(_)
            | ObligationState::Continuing(_)
            | ObligationState::Lapsed(_) => None,
        }
    }
}

/// One expected input and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Input {
    /// What became of it.
    pub fate: Fate,
    /// Which obligation.
    pub obligation: ObligationId,
}

/// Every expected input of a consolidation, in the order of the obligations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Inputs(pub Vec<Input>);

impl Inputs {
    /// The inputs whose fate differs, or which only one of the two lists has.
    #[must_use]
    pub fn changed_since(&self, earlier: &Self) -> Vec<ObligationId> {
        let before: std::collections::BTreeMap<_, _> =
            earlier.0.iter().map(|input| (input.obligation, input.fate)).collect();
        let now: std::collections::BTreeMap<_, _> =
            self.0.iter().map(|input| (input.obligation, input.fate)).collect();
        let mut changed: Vec<_> =
            now.iter().filter(|(id, fate)| before.get(id) != Some(fate)).map(|(id, _)| *id).collect();
        changed.extend(before.keys().filter(|id| !now.contains_key(id)));
        changed.sort_unstable();
        changed
    }

    /// Whether nothing was accepted: a nil consolidation, which lists the reasons.
    #[must_use]
    pub fn is_nil(&self) -> bool {
        !self.0.iter().any(|input| matches!(input.fate, Fate::Accepted { .. }))
    }
}

/// Proof that every expected input of a consolidation is settled.
#[derive(Debug)]
pub struct AllSettled<'a> {
    proceedings: &'a Proceedings,
    consolidation: ObligationId,
}

impl<'a> AllSettled<'a> {
    /// The proof, or the number of inputs that are still open. Costs as many steps as the consolidation has lanes.
    pub(crate) fn of(proceedings: &'a Proceedings, consolidation: ObligationId) -> Result<Self, u32> {
        match proceedings.open_inputs(consolidation) {
            0 => Ok(Self { proceedings, consolidation }),
            open => Err(open),
        }
    }

    /// The inputs with their fates: pairwise disjoint, together the set frozen at issue and amended since.
    #[must_use]
    pub fn inputs(&self) -> Inputs {
        Inputs(
            self.proceedings
                .inputs_of(self.consolidation)
                .filter_map(|(id, obligation)| Some(Input { fate: Fate::of(obligation)?, obligation: id }))
                .collect(),
        )
    }
}

/// Proof that everything a meeting prepares is settled.
#[derive(Debug)]
pub struct Prepared<'a> {
    _proceedings: &'a Proceedings,
}

impl<'a> Prepared<'a> {
    /// The proof, or the number of obligations that are still open.
    pub(crate) fn of(
        proceedings: &'a Proceedings,
        meeting: crate::meeting::MeetingIndex,
    ) -> Result<Self, u32> {
        match proceedings.open_before_meeting(meeting) {
            0 => Ok(Self { _proceedings: proceedings }),
            open => Err(open),
        }
    }
}
