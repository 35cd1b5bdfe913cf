//! Scenarios, strategies and invariants for people who test workflow rules
