//! Scenarios, strategies and invariants for people who test workflow rules.
//!
//! A [`Scenario`] is a directory, a mandate and steps of who does what when, with the events or the refusal codes that
//! are expected: the same file is replayed by every language, saved by property tests as a counterexample, and played by
//! the program. [`Coverage`] counts which states, transitions and refusal codes a set of runs reached.

pub mod best_payload;
pub mod coverage;
pub mod invariant;
pub mod scenario;
pub mod strategy;
pub mod walk;

pub use coverage::Coverage;
pub use scenario::{Outcome, PureStage, Scenario, ScenarioError, Stage};
