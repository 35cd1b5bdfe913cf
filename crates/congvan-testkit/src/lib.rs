//! Scenarios, strategies and invariants for people who test workflow rules.
//!
//! A [`Scenario`] is a directory, a mandate and steps of who does what when, with the events or the refusal codes that
//! are expected: the same file is played on the pure core ([`PureStage`]) and by the program. [`Coverage`] counts which
//! states, transitions and refusal codes a set of runs reached.
//!
//! For property tests, [`strategy`] makes small worlds, [`walk`] goes through a directive at random, [`best_payload`]
//! completes an offer to a command, and [`invariant`] judges a history by a table of its own.

#[expect(clippy::wildcard_enum_match_arm, reason = "each part of it speaks of the few kinds that concern it")]
pub mod best_payload;
pub mod checker;
pub mod counterexample;
pub mod coverage;
pub mod duel;
pub mod given;
#[expect(clippy::wildcard_enum_match_arm, reason = "each part of it speaks of the few kinds that concern it")]
pub mod invariant;
#[expect(clippy::wildcard_enum_match_arm, reason = "each part of it speaks of the few kinds that concern it")]
pub mod model;
pub mod scenario;
pub mod soak;
pub mod story;
pub mod strategy;
pub mod walk;

pub use coverage::Coverage;
pub use given::given;
pub use scenario::{Outcome, PureStage, Scenario, ScenarioError, Stage};
