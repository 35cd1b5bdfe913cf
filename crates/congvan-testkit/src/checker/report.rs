//! What a run proves, or what it found.

use std::collections::BTreeSet;

use congvan_core::Kind;
use congvan_core::directive::StateName;
use congvan_text::Text;

use super::explore::{Passages, Search};
use super::{Background, Bounds, Counterexample, Subject};

/// One search: what was free, how many states it reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The keys of the obligations that were free.
    pub free: Vec<String>,
    /// What the others did; none where everything was free.
    pub background: Option<Background>,
    /// How many states.
    pub states: usize,
    /// How many transitions among them.
    pub transitions: usize,
    /// How many moves the farthest of them is away.
    pub depth: u32,
    /// How many of them are Concluded.
    pub concluded: usize,
    /// Whether every reachable state was looked at.
    pub complete: bool,
}

impl Slice {
    pub(super) fn of(free: Vec<String>, background: Option<Background>, search: &Search) -> Self {
        Self {
            free,
            background,
            states: search.graph.len(),
            transitions: search.graph.transitions(),
            depth: search.depth,
            concluded: search.graph.count(StateName::Concluded),
            complete: search.complete,
        }
    }
}

/// What a run proves up to its bounds, or the shortest way to what it found.
#[derive(Clone, Debug)]
pub struct Report {
    /// Each search that was made.
    pub slices: Vec<Slice>,
    /// The kinds of command that somebody had accepted.
    pub taken: BTreeSet<Kind>,
    /// The steps from one state to another that some command made: what is missing here is dead.
    pub passed: Passages,
    /// What is wrong, and the shortest way to it.
    pub found: Option<Counterexample>,
    /// Whether some searches were not made, since those before them had looked at as many states as are allowed.
    cut: bool,
    units: usize,
    assignments: usize,
    free: usize,
}

impl Report {
    pub(super) fn new(subject: &Subject, bounds: &Bounds) -> Self {
        Self {
            slices: Vec::new(),
            taken: BTreeSet::new(),
            passed: Passages::default(),
            found: None,
            cut: false,
            units: bounds.units,
            assignments: subject.mandate.assignments.len(),
            free: bounds.free,
        }
    }

    pub(super) fn add(&mut self, slice: Slice, search: &Search) {
        self.slices.push(slice);
        self.taken.extend(&search.taken);
        self.passed.extend(&search.passed);
    }

    /// Says that the searches end here, though there are more.
    pub(super) const fn cut(&mut self) {
        self.cut = true;
    }

    /// Whether every search looked at every state and found nothing.
    #[must_use]
    pub fn proved(&self) -> bool {
        self.found.is_none() && self.complete()
    }

    /// Whether every search looked at every state within its bounds.
    #[must_use]
    pub fn complete(&self) -> bool {
        !self.cut && !self.slices.is_empty() && self.slices.iter().all(|slice| slice.complete)
    }

    /// How many states were looked at, over all searches.
    #[must_use]
    pub fn states(&self) -> usize {
        self.slices.iter().map(|slice| slice.states).sum()
    }

    /// How many transitions there are among them.
    #[must_use]
    pub fn transitions(&self) -> usize {
        self.slices.iter().map(|slice| slice.transitions).sum()
    }

    /// The answer in a sentence: what is proved up to which bound, or what is wrong.
    #[must_use]
    pub fn text(&self) -> Text {
        let (states, transitions) = (self.states(), self.transitions());
        if let Some(found) = &self.found {
            let (property, how) = (found.property.text(), &found.how);
            return Text::new(
                format!("không giữ được: {}; {}", property.vi, how.vi),
                format!("broken: {}; {}", property.en, how.en),
            );
        }
        let depth = self.slices.iter().map(|slice| slice.depth).max().unwrap_or_default();
        let whole = self.slices.iter().all(|slice| slice.background.is_none());
        let (scope_vi, scope_en) = if whole {
            ("mọi nghĩa vụ cùng tự do".to_owned(), "every obligation free at once".to_owned())
        } else {
            (
                format!("mỗi lần {} nghĩa vụ tự do, các nghĩa vụ khác theo ba nền", self.free),
                format!("{} obligation(s) free at a time before three backgrounds", self.free),
            )
        };
        let (units, assignments) = (self.units, self.assignments);
        if self.complete() {
            Text::new(
                format!(
                    "giữ được trong phạm vi đã xét: {assignments} nhiệm vụ, {units} đơn vị mỗi loại, {scope_vi}; {states} trạng thái, {transitions} bước chuyển, sâu nhất {depth} bước"
                ),
                format!(
                    "proved up to the bound: {assignments} assignments, {units} unit(s) of each shape, {scope_en}; {states} states, {transitions} transitions, at most {depth} moves deep"
                ),
            )
        } else {
            Text::new(
                format!(
                    "chưa thấy sai, nhưng chưa xét hết: {states} trạng thái, {transitions} bước chuyển trong giới hạn đã đặt"
                ),
                format!(
                    "nothing found, but not everything was looked at: {states} states, {transitions} transitions within the limits set"
                ),
            )
        }
    }
}
