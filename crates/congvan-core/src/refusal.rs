//! Refusals teach: all reasons of a tier, each with a stable code, the facts, both languages, the clause and the cure.

mod bilingual;
mod clause;
mod reason;
mod telling;
#[cfg(test)]
mod tests;

pub use reason::{Reason, ReasonCode};

use serde::Serialize;

/// Why a command is refused: never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Refusal(
    #[expect(
        clippy::box_collection,
        reason = "a refusal is rare, and a result that carries one stays small"
    )]
    Box<Vec<Reason>>,
);

impl Refusal {
    /// The reasons, most basic first.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.0
    }

    /// The codes of the reasons.
    pub fn codes(&self) -> impl Iterator<Item = ReasonCode> + '_ {
        self.0.iter().map(Reason::code)
    }

    /// Whether one of the reasons has this code.
    #[must_use]
    pub fn has(&self, code: ReasonCode) -> bool {
        self.codes().any(|found| found == code)
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (at, reason) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            f.write_str(reason.sentence().get(congvan_text::Lang::En))?;
        }
        Ok(())
    }
}

impl std::error::Error for Refusal {}

/// Reasons being gathered; none means permitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reasons(Vec<Reason>);

impl Reasons {
    pub(crate) const fn none() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn one(reason: Reason) -> Self {
        Self(vec![reason])
    }

    pub(crate) fn add(&mut self, reason: Reason) {
        if !self.0.contains(&reason) {
            self.0.push(reason);
        }
    }

    pub(crate) fn require(&mut self, holds: bool, reason: impl FnOnce() -> Reason) {
        if !holds {
            self.add(reason());
        }
    }

    pub(crate) fn merge(&mut self, other: Self) {
        for reason in other.0 {
            self.add(reason);
        }
    }

    /// Keeps the value of a part that was permitted, and the reasons of one that was not.
    pub(crate) fn keep<T>(&mut self, part: Result<T, Self>) -> Option<T> {
        match part {
            Ok(value) => Some(value),
            Err(reasons) => {
                self.merge(reasons);
                None
            }
        }
    }

    /// The value when nothing was gathered and there is one; the reasons otherwise.
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            Some(_) | None => Err(self),
        }
    }

    pub(crate) fn check(self) -> Result<(), Self> {
        self.finish(Some(()))
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn into_refusal(self) -> Refusal {
        Refusal(Box::new(self.0))
    }
}

impl From<Reason> for Reasons {
    fn from(reason: Reason) -> Self {
        Self::one(reason)
    }
}
