//! A decision: the licence to append events.

use crate::event::{Event, Stamp};
use crate::id::DirectiveId;

/// The events of one decision: never none.
#[derive(Clone, Debug, PartialEq)]
pub struct Events {
    // Most decisions have one event: it stands here, and not on the heap.
    first: Event,
    more: Vec<Event>,
}

impl Events {
    pub(crate) const fn one(first: Event) -> Self {
        Self { first, more: Vec::new() }
    }

    /// Adds one behind the others.
    pub(crate) fn push(&mut self, event: Event) {
        self.more.push(event);
    }

    /// Adds those of another behind these.
    pub(crate) fn append(&mut self, other: Self) {
        self.more.push(other.first);
        self.more.extend(other.more);
    }

    /// The events in order; none only where there is nothing to begin with.
    pub(crate) fn of(events: Vec<Event>) -> Option<Self> {
        let mut events = events.into_iter();
        Some(Self { first: events.next()?, more: events.collect() })
    }

    /// The events in order.
    pub fn iter(&self) -> impl Iterator<Item = &Event> {
        std::iter::once(&self.first).chain(&self.more)
    }

    /// How many there are: at least one.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a decision is never empty")]
    pub fn len(&self) -> usize {
        self.more.len().saturating_add(1)
    }

    /// The first event.
    #[must_use]
    pub const fn first(&self) -> &Event {
        &self.first
    }
}

impl<E: Into<Event>> From<E> for Events {
    fn from(event: E) -> Self {
        Self::one(event.into())
    }
}

/// What was decided: bound to the directive and the version it was decided on. Nothing outside this crate can build or
/// copy one, and nothing else can be appended to a journal.
#[derive(Debug, PartialEq)]
pub struct Decision {
    directive: DirectiveId,
    version: u64,
    stamp: Stamp,
    events: Events,
}

impl Decision {
    pub(crate) const fn new(directive: DirectiveId, version: u64, stamp: Stamp, events: Events) -> Self {
        Self { directive, version, stamp, events }
    }

    /// Which directive.
    #[must_use]
    pub const fn directive(&self) -> DirectiveId {
        self.directive
    }

    /// The version that it was decided on.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// Who decided, by what authority, when.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// What happened, in order.
    #[must_use]
    pub const fn events(&self) -> &Events {
        &self.events
    }
}
