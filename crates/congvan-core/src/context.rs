//! What a decision is made with, beside the state and the command: nothing is read from anywhere else.

use congvan_calendar::{Calendar, Instant};

use crate::actor::Actor;
use crate::check::Numbers;
use crate::directive::Issued;
use crate::directory::Directory;
use crate::rule::Rules;

/// What a decision is made with: who asks and when, the calendar, the directory, the province's own rules.
#[derive(Clone, Copy, Debug)]
pub struct Ctx<'a> {
    /// Who asks.
    pub actor: &'a Actor,
    /// The working days.
    pub calendar: &'a Calendar,
    /// The units, offices and persons.
    pub directory: &'a Directory,
    /// When it is recorded.
    pub now: Instant,
    /// The numbers that are taken, where the host keeps them.
    pub numbers: Option<&'a Numbers>,
    /// The province's own rules.
    pub rules: &'a Rules,
    /// Directives that were issued and may replace this one; the host looks for them where it keeps directives.
    pub successors: &'a [Issued],
}
