//! The bounded exhaustive checker: every state that a mandate can reach, each looked at once.

use std::sync::Arc;

use chrono::NaiveDate;
use congvan_testkit::checker::{Bounds, CheckError, Checker, Report, Subject};

use super::Context;
use crate::callback;
use crate::error::CongvanError;
use crate::mandate::Mandate;
use crate::text::Text;

/// What an exploration found.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Exploration {
    /// Whether every state within the bounds was looked at and nothing was found.
    pub proved: bool,
    /// Whether every state within the bounds was looked at.
    pub complete: bool,
    /// How many states were looked at.
    pub states: u64,
    /// How many transitions there are among them.
    pub transitions: u64,
    /// What is proved up to which bound, or what is wrong.
    pub told: Text,
    /// The shortest way to what is wrong: a scenario first, then the files that it names.
    pub counterexample: Vec<NamedText>,
}

/// A file that is not written yet: its name and its text.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct NamedText {
    /// The name of the file.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Mandate {
    /// Looks at every state that a directive with this mandate can reach, with the directory, calendar and rules of a context
    /// and as if it were issued on a day: whether any report can be lost, any guard passed by, any directive stuck.
    ///
    /// `units` of each shape, at least one, stand for all that owe the same; the search gives up after `max_states` and then says so.
    #[uniffi::method(default(units = 1, max_states = 1_000_000))]
    pub fn explore(
        &self,
        context: Arc<Context>,
        issue_day: NaiveDate,
        units: u32,
        max_states: u64,
    ) -> Result<Exploration, CongvanError> {
        let subject = Subject {
            calendar: context.calendar().clone(),
            day: issue_day,
            directory: context.directory().clone(),
            mandate: self.core(),
            rules: context.rules().clone(),
        };
        let bounds = Bounds {
            units: units as usize,
            states: usize::try_from(max_states).unwrap_or(usize::MAX),
            ..Bounds::default()
        };
        callback::judged(|| Ok(Checker::new(&subject, bounds)?.run(&mut |_| {}).into()))
    }
}

impl From<Report> for Exploration {
    fn from(report: Report) -> Self {
        let number = |count| u64::try_from(count).unwrap_or(u64::MAX);
        let files = report.found.as_ref().map(|found| found.files()).unwrap_or_default();
        Self {
            proved: report.proved(),
            complete: report.complete(),
            states: number(report.states()),
            transitions: number(report.transitions()),
            told: report.text().into(),
            counterexample: files.into_iter().map(|(name, text)| NamedText { name, text }).collect(),
        }
    }
}

impl From<CheckError> for CongvanError {
    fn from(error: CheckError) -> Self {
        match &error {
            CheckError::NoUnits => Self::argument(
                "units",
                "0".to_owned(),
                ("cần ít nhất 1 đơn vị mỗi loại", "at least 1 unit of each shape is needed"),
            ),
            CheckError::NothingOrdered
            | CheckError::NobodySigns { .. }
            | CheckError::NotIssued { .. }
            | CheckError::Size { .. }
            | CheckError::Text(_) => Self::argument(
                "mandate",
                error.to_string(),
                (
                    "nội dung giao này không ban hành được để kiểm tra",
                    "a mandate that cannot be issued cannot be explored",
                ),
            ),
        }
    }
}
