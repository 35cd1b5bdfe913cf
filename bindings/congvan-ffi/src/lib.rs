//! congvan for Python and Kotlin: what both languages see, and nothing that decides.
//!
//! The crate mirrors the types of the core, maps its errors, and hands calls on. It has no rule of the domain. A mirror
//! is converted by naming every field and every variant, so that the build breaks here when the core gains one.

pub mod actor;
pub mod amendment;
pub mod blockers;
pub mod board;
pub mod callback;
pub mod command;
pub mod deadline;
pub mod directive;
pub mod directory;
pub mod error;
pub mod event;
pub mod evidence;
pub mod id;
pub mod instrument;
pub mod json;
pub mod kind;
pub mod mandate;
pub mod meeting;
mod mirror;
pub mod object;
pub mod offer;
pub mod planner;
#[cfg(feature = "probe")]
pub mod probe;
pub mod progress;
pub mod provenance;
pub mod reason;
pub mod record;
pub mod stamp;
pub mod state;
pub mod submission;
pub mod text;
pub mod time;
pub mod timeline;
mod unwind;

pub use callback::{
    AuthorityProvider, Clock, Committed, CustomRule, DueItem, EventSubscriber, Journal, JournalEntry,
    JournalFactory, JournalOutcome, JournalStream, KeptDocument, KeptVersion, Objection, Posted,
    RuleQuestion, SealedRow, run_journal_conformance,
};
pub use command::Command;
pub use error::CongvanError;
pub use event::Event;
pub use mandate::Mandate;
pub use object::{
    Attempt, Attempted, Calendar, Context, Decision, Delivery, Directive, Directory, ExecuteOutcome,
    ExecuteRequest, Executed, Exploration, Finding, InboxEntry, InboxNext, InboxPage, NamedText, Question,
    Register, Rehearsal, RehearsalFlaw, ScenarioRun, ScenarioStep, SchemaOf, Subscription, Verified,
    actors_in, json_schema, run_scenario, verify,
};
pub use reason::Reason;
pub use text::Text;

uniffi::setup_scaffolding!("congvan");

/// The version of the library, which the package of a language compares with its own before anything else.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
#[must_use]
pub fn library_version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// What names this build: the version, and the hash of everything that both languages see of it.
///
/// Whoever generates the bindings keeps it beside them; at import the two are compared, since a record whose layout changed
/// is not noticed otherwise.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
#[must_use]
pub fn build_id() -> String {
    env!("CONGVAN_BUILD_ID").to_owned()
}
