//! What every journal must do: one case per promise, to be run on a store of your own.
//!
//! ```
//! # fn main() {}
//! # mod tests {
//! congvan_store::journal_conformance!(congvan_store::MemoryJournal::new());
//! # }
//! ```

mod append;
mod author;
mod document;
mod race;
mod reading;

pub use append::{
    append_and_read_round_trip, events_of_a_decision_stand_together, large_events_are_kept,
    next_due_is_replaced, reused_command_id_is_a_conflict, same_command_gives_the_same_answer,
    stale_decision_is_a_conflict,
};
pub use author::Author;
pub use document::{documents_are_kept_in_versions, documents_follow_one_another};
pub use race::{
    one_of_two_writers_wins, readers_see_whole_decisions, writers_of_many_directives_leave_no_gap,
};
pub use reading::{
    due_items_come_in_order, empty_journal_answers_nothing, feed_is_in_the_order_of_commits,
    list_is_in_pages, log_verifies, reading_is_in_pages,
};

use crate::journal::Journal;

/// Opens an empty journal.
pub type Open<'a> = dyn FnMut() -> Box<dyn Journal> + 'a;

/// Why a store does not conform.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// One promise: its name, and what tries it on fresh journals.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// The promise.
    pub name: &'static str,
    /// Tries it.
    pub run: fn(&mut Open<'_>) -> Result<(), Failure>,
}

macro_rules! cases {
    ($($case:ident),+ $(,)?) => {
        /// Every case.
        pub const CASES: &[Case] = &[$(Case { name: stringify!($case), run: $case }),+];
    };
}

/// Gives the names of all cases to a macro; [`journal_conformance!`](crate::journal_conformance) is made of it.
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_journal_case {
    ($($macro:ident)::+, $($open:expr)?) => {
        $($macro)::+! {
            $(@tests $open;)?
            append_and_read_round_trip, events_of_a_decision_stand_together, large_events_are_kept,
            next_due_is_replaced, reused_command_id_is_a_conflict, same_command_gives_the_same_answer,
            stale_decision_is_a_conflict, documents_are_kept_in_versions, documents_follow_one_another,
            one_of_two_writers_wins, readers_see_whole_decisions, writers_of_many_directives_leave_no_gap,
            due_items_come_in_order, empty_journal_answers_nothing, feed_is_in_the_order_of_commits, list_is_in_pages,
            log_verifies, reading_is_in_pages
        }
    };
}

for_each_journal_case!(cases,);

/// Runs every case on journals that `open` gives, each empty.
///
/// # Errors
/// The first promise that is not kept, by name.
pub fn conformance(open: &mut Open<'_>) -> Result<(), Failure> {
    CASES.iter().try_for_each(|case| (case.run)(open).map_err(|why| format!("{}: {why}", case.name).into()))
}

/// Makes one test per promise; the expression gives an empty journal each time it is evaluated.
#[macro_export]
macro_rules! journal_conformance {
    (@tests $open:expr; $($case:ident),+) => {
        $(
            #[test]
            fn $case() -> Result<(), $crate::conformance::Failure> {
                $crate::conformance::$case(&mut || Box::new($open))
            }
        )+
    };
    ($open:expr) => {
        $crate::for_each_journal_case!($crate::journal_conformance, $open);
    };
}

macro_rules! ensure {
    ($condition:expr, $($why:tt)+) => {
        if !$condition {
            return Err(format!($($why)+).into());
        }
    };
}
pub(crate) use ensure;
