//! One numbered revision of a submission.

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::hash::ContentHash;
use crate::id::PersonId;

/// Everybody who worked on a draft: none of them may vet it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Drafters {
    first: PersonId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[expect(
        clippy::box_collection,
        reason = "several drafters are rare, and every open obligation pays for the room"
    )]
    others: Option<Box<Vec<PersonId>>>,
}

impl Drafters {
    /// One drafter.
    #[must_use]
    pub const fn one(person: PersonId) -> Self {
        Self { first: person, others: None }
    }

    /// These drafters, each once, in the order in which they began; none where nobody is named.
    #[must_use]
    pub fn of(persons: impl IntoIterator<Item = PersonId>) -> Option<Self> {
        let mut persons = persons.into_iter();
        let mut drafters = Self::one(persons.next()?);
        persons.for_each(|person| drafters.add(person));
        Some(drafters)
    }

    /// Adds a person who worked on the draft too.
    pub(crate) fn add(&mut self, person: PersonId) {
        if !self.contains(person) {
            self.others.get_or_insert_default().push(person);
        }
    }

    /// Whether this person worked on the draft.
    #[must_use]
    pub fn contains(&self, person: PersonId) -> bool {
        self.first == person || self.others.as_ref().is_some_and(|others| others.contains(&person))
    }

    /// Every drafter, in the order in which they began.
    pub fn iter(&self) -> impl Iterator<Item = PersonId> + '_ {
        std::iter::once(self.first).chain(self.others.iter().flat_map(|others| others.iter().copied()))
    }
}

/// One numbered revision: what four-eyes and consolidation need of it. The rest stays in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Revision {
    pub(crate) number: u16,
    pub(crate) hash: ContentHash,
    pub(crate) drafted_by: Drafters,
    pub(crate) signed_by: PersonId,
    pub(crate) head_signed: bool,
    pub(crate) at: Instant,
}

impl Revision {
    /// Its number, from 1.
    #[must_use]
    pub const fn number(&self) -> u16 {
        self.number
    }

    /// The hash of its content, which an acceptance cites.
    #[must_use]
    pub const fn hash(&self) -> ContentHash {
        self.hash
    }

    /// Who worked on it.
    #[must_use]
    pub const fn drafted_by(&self) -> &Drafters {
        &self.drafted_by
    }

    /// Who signed it.
    #[must_use]
    pub const fn signed_by(&self) -> PersonId {
        self.signed_by
    }

    /// When it was submitted, in effective time.
    #[must_use]
    pub const fn at(&self) -> Instant {
        self.at
    }

    /// Whether this person drafted or signed it, and so may not vet it.
    #[must_use]
    pub fn is_work_of(&self, person: PersonId) -> bool {
        self.signed_by == person || self.drafted_by.contains(person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drafters_are_kept_in_order_and_each_once() {
        let persons =
            |names: &[&str]| names.iter().map(|name| name.parse().unwrap()).collect::<Vec<PersonId>>();
        assert_eq!(Drafters::of(persons(&[])), None);
        let drafters = Drafters::of(persons(&["b", "a", "b", "c"])).unwrap();
        assert_eq!(drafters.iter().collect::<Vec<_>>(), persons(&["b", "a", "c"]));
        assert!(persons(&["a", "b", "c"]).into_iter().all(|person| drafters.contains(person)));
        assert!(!drafters.contains("d".parse().unwrap()));
        assert_eq!(Drafters::of(persons(&["b"])), Some(Drafters::one("b".parse().unwrap())));
    }
}
