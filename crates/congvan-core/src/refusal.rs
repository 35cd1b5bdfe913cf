//! Refusals teach: all reasons of a tier, each with a stable code, the facts, both languages, the clause and the cure.

mod bilingual;
mod clause;
mod list;
mod names;
mod reason;
mod telling;
#[cfg(test)]
mod tests;

pub use names::Names;
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

/// Reasons being gathered; none means permitted. Nearly every command gathers none, so that this is a null pointer and
/// each step of the hot path compares it once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reasons(
    #[expect(
        clippy::box_collection,
        reason = "reasons are rare, and a result that carries them stays small"
    )]
    Option<Box<Vec<Reason>>>,
);

impl Reasons {
    #[inline]
    pub(crate) const fn none() -> Self {
        Self(None)
    }

    #[cold]
    pub(crate) fn one(reason: Reason) -> Self {
        Self(Some(Box::new(vec![reason])))
    }

    #[cold]
    pub(crate) fn add(&mut self, reason: Reason) {
        let reasons = self.0.get_or_insert_default();
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }

    #[inline]
    pub(crate) fn require(&mut self, holds: bool, reason: impl FnOnce() -> Reason) {
        if !holds {
            self.add(reason());
        }
    }

    #[inline]
    pub(crate) fn merge(&mut self, other: Self) {
        if let Some(reasons) = other.0 {
            self.add_all(*reasons);
        }
    }

    #[cold]
    fn add_all(&mut self, reasons: Vec<Reason>) {
        for reason in reasons {
            self.add(reason);
        }
    }

    /// Keeps the value of a part that was permitted, and the reasons of one that was not.
    #[inline]
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
    #[inline]
    pub(crate) fn finish<T>(self, value: Option<T>) -> Result<T, Self> {
        match value {
            Some(value) if self.is_empty() => Ok(value),
            Some(_) | None => Err(self),
        }
    }

    #[inline]
    pub(crate) fn check(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }

    /// Whether one of them has this code.
    pub(crate) fn says(&self, code: ReasonCode) -> bool {
        self.0.iter().flat_map(|reasons| reasons.iter()).any(|reason| reason.code() == code)
    }

    #[inline]
    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    #[cold]
    pub(crate) fn into_refusal(self) -> Refusal {
        Refusal(self.0.unwrap_or_default())
    }
}

impl From<Reason> for Reasons {
    #[cold]
    fn from(reason: Reason) -> Self {
        Self::one(reason)
    }
}
