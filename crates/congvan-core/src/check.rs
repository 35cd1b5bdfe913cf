//! What a careful clerk would ask about a mandate, as findings; one rule in each file.
//!
//! A signed paper cannot be refused for badly ordered dates, so nothing here refuses: a conflict of dates asks for a
//! recorded ruling before issue, and a ruling silences nothing.

mod addressee_outside_first_stage;
mod consolidation_before_inputs;
mod deadline_before_issue_day;
mod deadline_on_day_off;
mod deadline_on_issue_day;
mod draft;
mod meeting_on_day_off;
mod no_vetter_stated;
mod number_reused;
mod numbers;
mod stage_at_most_one_working_day;
mod undated_input;
mod unit_on_both_sides;
mod window_before_consolidation;
mod window_without_working_day;

pub use numbers::Numbers;

use chrono::NaiveDate;
use congvan_calendar::Calendar;
use congvan_text::read::Places;

use self::draft::{Draft, Found};
use crate::directory::Directory;
pub use crate::finding::{Facts, Finding, FindingCode, Severity};
use crate::mandate::{Mandate, Ruling};

/// What a mandate is checked with.
#[derive(Clone, Copy, Debug)]
pub struct CheckContext<'a> {
    /// The units, groups and offices.
    pub directory: &'a Directory,
    /// The working days.
    pub calendar: &'a Calendar,
    /// The day of issue, real or meant.
    pub issue_day: NaiveDate,
    /// The numbers that are taken.
    pub numbers: &'a Numbers,
    /// Where the mandate stands in its text; none for one built in code.
    pub places: Option<&'a Places>,
}

/// Everything that a careful clerk would ask about the mandate, in the order of its items.
///
/// Deadlines counted from receipt are judged as if everybody received the directive on the day of issue, the earliest
/// they can. Unknown units and groups are no findings: [`Mandate::structure`] refuses them.
#[must_use]
pub fn check(mandate: &Mandate, context: &CheckContext<'_>) -> Vec<Finding> {
    let draft = Draft::of(mandate, context);
    let mut found = Found::new(&draft);
    for rule in RULES {
        rule(&draft, &mut found);
    }
    found.in_order()
}

/// The conflicts of dates among the findings for which the mandate records no ruling; they must have one before issue.
///
/// A ruling silences nothing: the findings themselves stay as they are.
#[must_use]
pub fn unruled<'a>(mandate: &Mandate, findings: &'a [Finding]) -> Vec<&'a Finding> {
    unruled_by(&mandate.rulings.iter().collect::<Vec<_>>(), findings)
}

/// Like [`unruled`], with these rulings and no others.
#[must_use]
pub fn unruled_by<'a>(rulings: &[&Ruling], findings: &'a [Finding]) -> Vec<&'a Finding> {
    let ruled = |finding: &Finding| {
        rulings.iter().any(|ruling| {
            ruling.finding == finding.code.as_str()
                && ruling.place.as_ref().is_none_or(|place| *place == finding.place)
        })
    };
    findings.iter().filter(|finding| finding.severity == Severity::Conflict && !ruled(finding)).collect()
}

type Rule = fn(&Draft<'_>, &mut Found<'_>);

const RULES: [Rule; 13] = [
    number_reused::find,
    addressee_outside_first_stage::find,
    deadline_before_issue_day::find,
    deadline_on_issue_day::find,
    deadline_on_day_off::find,
    consolidation_before_inputs::find,
    stage_at_most_one_working_day::find,
    undated_input::find,
    no_vetter_stated::find,
    unit_on_both_sides::find,
    window_before_consolidation::find,
    meeting_on_day_off::find,
    window_without_working_day::find,
];

#[cfg(test)]
mod tests;
