//! The finer rules of the lifecycle, one by one: what each admits and what it refuses, on the pure core.
#![cfg(test)]

#[path = "rules/consolidation.rs"]
mod consolidation;
#[path = "rules/deadlines.rs"]
mod deadlines;
#[path = "rules/desk.rs"]
mod desk;
#[path = "rules/ending.rs"]
mod ending;
#[path = "rules/issuing.rs"]
mod issuing;
#[path = "rules/meetings.rs"]
mod meetings;
#[path = "rules/powers.rs"]
mod powers;
#[path = "rules/vetting.rs"]
mod vetting;
#[path = "rules/who.rs"]
mod who;
