//! What the pure core judges with.

use std::sync::{Arc, Mutex, PoisonError};

use congvan::core::Ctx;
use congvan::core::check::Numbers;
use congvan::core::directive::Issued;
use congvan::core::id::UnitId;
use congvan::{Actor, Command, Instant, Rules};

use super::{Calendar, Directive, Directory};
use crate::callback::{self, CustomRule};
use crate::error::CongvanError;

/// What the pure core judges with, beside who asks and when: directory, calendar, the province's rules, the numbers taken.
#[derive(Debug, uniffi::Object)]
pub struct Context {
    directory: congvan::Directory,
    calendar: congvan::Calendar,
    rules: Rules,
    numbers: Mutex<Arc<Numbers>>,
    successors: Mutex<Arc<Vec<Issued>>>,
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Context {
    /// Judges with this directory; with the official calendar and no rules where none are given.
    #[uniffi::constructor(default(calendar = None, rules = []))]
    pub fn new(
        directory: Arc<Directory>,
        calendar: Option<Arc<Calendar>>,
        rules: Vec<Arc<dyn CustomRule>>,
    ) -> Result<Self, CongvanError> {
        let calendar = calendar.map_or_else(congvan::Calendar::official, |found| found.core().clone());
        Ok(Self {
            directory: directory.core().clone(),
            calendar,
            rules: callback::rules(rules)?,
            numbers: Mutex::new(Arc::new(Numbers::default())),
            successors: Mutex::default(),
        })
    }

    /// Says that a number is taken within issuer, series and year: no directive is issued under it again.
    ///
    /// The host keeps the numbers of its directives, and says those that matter before it decides on an issue.
    pub fn take_number(
        &self,
        issuer: UnitId,
        series: Option<String>,
        year: i32,
        number: u32,
    ) -> Result<(), CongvanError> {
        let mut numbers = self.numbers.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::make_mut(&mut numbers).take(issuer, series.as_deref(), year, number);
        Ok(())
    }

    /// Says that a directive was issued, so that another one can be replaced by it.
    ///
    /// The host looks for the directives that say they replace the one it decides on, and gives them here.
    pub fn add_successor(&self, directive: Arc<Directive>) -> Result<(), CongvanError> {
        let issued = directive.issued()?;
        let mut successors = self.successors.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::make_mut(&mut successors).push(issued);
        Ok(())
    }
}

impl Context {
    pub(crate) const fn calendar(&self) -> &congvan::Calendar {
        &self.calendar
    }

    pub(crate) const fn directory(&self) -> &congvan::Directory {
        &self.directory
    }

    pub(crate) const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Judges with all of this; what objects of the caller raise is the answer.
    pub(crate) fn judge<T>(
        &self,
        actor: &Actor,
        now: Instant,
        judge: impl FnOnce(&Ctx<'_>) -> Result<T, CongvanError>,
    ) -> Result<T, CongvanError> {
        let numbers = Arc::clone(&self.numbers.lock().unwrap_or_else(PoisonError::into_inner));
        let successors = Arc::clone(&self.successors.lock().unwrap_or_else(PoisonError::into_inner));
        let ctx = Ctx {
            actor,
            calendar: &self.calendar,
            directory: &self.directory,
            now,
            numbers: Some(&numbers),
            rules: &self.rules,
            successors: &successors,
        };
        callback::judged(|| judge(&ctx))
    }
}

/// The same command of the same actor at the same instant has the same fingerprint.
pub(crate) fn fingerprint(
    actor: &Actor,
    at: Instant,
    command: &Command,
) -> Result<congvan::ContentHash, CongvanError> {
    congvan::store::fingerprint(actor, at, command).map_err(|error| {
        CongvanError::argument(
            "command",
            error.to_string(),
            ("lệnh không ghi được thành JSON", "a command without JSON"),
        )
    })
}
