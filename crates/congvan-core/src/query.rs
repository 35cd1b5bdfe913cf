//! Questions about a directive's proceedings: pure functions of the state, of an instant, and of the recorded events.
//!
//! Every answer is a plain value that serialises, in an order that depends on nothing but the proceedings: obligations
//! in their own order, lanes in the order of the directive's items, units by identifier.

mod board;
mod lateness;
mod standing;
mod statistics;

pub use board::{Board, Cell, Column, Marks, Row};
pub use standing::{Standing, StandingFacts, Uncounted};
pub use statistics::Statistics;
