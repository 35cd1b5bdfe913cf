//! One obligation, in a line.

use std::collections::BTreeSet;
use std::sync::Arc;

use congvan_calendar::Instant;
use congvan_core::evidence::Fate;
use congvan_core::id::{FieldId, PersonId, UnitId};
use congvan_core::mandate::Assignment;
use congvan_core::obligation::{ObligationId, Performer, StateName as State};
use congvan_core::{Capacity, ContentHash};

#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) assignment: Arc<Assignment>,
    pub(crate) authors: BTreeSet<PersonId>,
    pub(crate) begun: bool,
    pub(crate) due: Option<Instant>,
    pub(crate) extensions: u8,
    pub(crate) failed: bool,
    pub(crate) field: Option<FieldId>,
    pub(crate) forwarded: bool,
    pub(crate) hash: Option<ContentHash>,
    pub(crate) head_signed: bool,
    pub(crate) holder: Performer,
    pub(crate) inputs: Option<Vec<(ObligationId, Fate)>>,
    pub(crate) joint: Vec<UnitId>,
    pub(crate) number: u16,
    pub(crate) performer: Performer,
    pub(crate) printed: Option<Instant>,
    pub(crate) recall_asked: bool,
    pub(crate) request: Option<(PersonId, Instant)>,
    pub(crate) state: State,
    pub(crate) vetter: Option<UnitId>,
    pub(crate) vetting_due: Option<Instant>,
}

impl Row {
    pub(super) fn consolidates(&self) -> bool {
        !self.assignment.consolidates.is_empty()
    }

    /// Whether it consolidates another one: an assignment it names, in its field where both have one.
    pub(super) fn takes(&self, input: &Self) -> bool {
        self.assignment.consolidates.contains(&input.assignment.id)
            && (input.field.is_none() || self.field.is_none() || input.field == self.field)
    }

    /// Whether both are of the same assignment in the same field.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.assignment.id == other.assignment.id && self.field == other.field
    }

    /// Whether it was handed in and not given back.
    pub(super) const fn signed(&self) -> bool {
        matches!(self.state, State::Submitted | State::Accepted | State::Incorporated)
    }

    /// Whether something is still to be handed in or vetted.
    pub(super) const fn awaited(&self) -> bool {
        matches!(self.state, State::Owed | State::Drafting | State::Submitted | State::Returned)
    }

    pub(super) fn open(&self) -> bool {
        self.awaited() || self.state == State::Continuing
    }

    pub(super) fn extendable(&self) -> bool {
        self.awaited() || self.state == State::Absent
    }

    /// Whether something was handed in that still stands, or that was kept when it was waived.
    pub(super) fn given(&self) -> bool {
        self.hash.is_some() && (self.signed() || matches!(self.state, State::Returned | State::Waived))
    }

    /// What became of it, once it is settled.
    pub(super) fn fate(&self) -> Option<Fate> {
        match self.state {
            State::Accepted | State::Incorporated => {
                let revision = if self.hash.is_some() { self.number } else { 0 };
                Some(Fate::Accepted { hash: self.hash, revision })
            }
            State::Waived => Some(Fate::Waived),
            State::Absent => Some(Fate::Absent),
            State::NoResponse => Some(Fate::NoResponse),
            State::Consented => Some(Fate::Consented),
            State::Ended => Some(Fate::Ended),
            _ => None,
        }
    }

    pub(super) fn draft(&mut self, person: PersonId) {
        self.state = State::Drafting;
        self.authors.insert(person);
    }

    /// Settles it; what was handed in before is kept.
    pub(super) fn settle(&mut self, state: State) {
        self.hash = self.hash.filter(|_| self.given());
        (self.state, self.request) = (state, None);
    }

    pub(super) fn extend(&mut self, due: Instant) {
        (self.due, self.request) = (Some(due), None);
        self.extensions = self.extensions.saturating_add(1);
        if self.state == State::Absent {
            self.state = State::Owed;
        }
    }

    /// Whoever hands in what nobody had begun has drafted it, and whoever signs it is its author too.
    pub(super) fn hand_in(&mut self, drafter: PersonId, signer: (PersonId, Capacity), hash: ContentHash) {
        if self.state != State::Drafting {
            self.draft(drafter);
        }
        self.authors.insert(signer.0);
        self.head_signed = matches!(signer.1, Capacity::Head | Capacity::Acting);
        (self.begun, self.recall_asked, self.state) = (false, false, State::Submitted);
        (self.hash, self.inputs) = (Some(hash), None);
        self.number = self.number.saturating_add(1);
    }
}
