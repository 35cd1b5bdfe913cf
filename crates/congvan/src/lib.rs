#![doc = include_str!("../../../README.md")]

pub mod failure;
#[cfg(feature = "ical")]
pub mod ical;
pub mod register;

pub use congvan_calendar as calendar;
pub use congvan_core as core;
#[cfg(feature = "sqlite")]
pub use congvan_sqlite as sqlite;
pub use congvan_store as store;
pub use congvan_text as text;

pub use congvan_calendar::{Calendar, Instant};
pub use congvan_core::{
    Actor, Capacity, Command, ContentHash, Directive, Directory, Event, Kind, Mandate, Offer, Refusal, Rule,
    Rules, Stamp, Target,
};
pub use congvan_text::{Lang, Say, Text};
pub use register::{
    ExecuteError, Executed, InboxEntry, LoadError, OpenError, Register, RegisterError, Subscription, now,
    open_journal,
};
