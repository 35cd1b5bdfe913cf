//! What a submission says and where it is kept: enough for every criterion that a machine checks and every rule of a file.

use chrono::{Datelike as _, NaiveDate};
use congvan_core::event::{Breakthrough, Direction, Fields, Milestone, Quantity, RankCommitment, Target};
use congvan_core::id::FieldId;
use congvan_core::mandate::{Assignment, Criterion, CriterionCheck};
use congvan_core::obligation::ObligationId;
use congvan_core::rule::{Asks, RuleEntry};

use super::{Asked, why};

/// The media type of whatever is written, where no rule asks for another.
pub(super) const PDF: &str = "application/pdf";

/// More targets than any register could show: a rule that asks for more can be met by nobody.
const MANY: usize = 1_000;

/// Enough targets for any rule that a province is likely to write.
const SOME: usize = 5;

/// A document that is handed in.
#[derive(Clone, Debug)]
pub(super) struct Paper {
    pub(super) fields: Fields,
    pub(super) location: Option<String>,
    pub(super) media_type: String,
}

/// Where the document of an obligation is kept.
pub(super) fn kept_at(id: ObligationId) -> String {
    format!("ho-so/{id}")
}

/// One that meets every criterion; and one that meets none, where a machine would notice.
pub(super) fn papers(asked: &Asked<'_>, id: ObligationId) -> Vec<Paper> {
    let Some((proceedings, obligation)) = super::obligation::found(asked, id) else { return Vec::new() };
    let Some(assignment) = proceedings.assignment(obligation) else { return Vec::new() };
    let of_lane = proceedings.lane(obligation).and_then(congvan_core::proceedings::Lane::field);
    let field = of_lane.or_else(|| proceedings.mandate().fields.first().map(|field| field.id));
    let targets = targets(asked, assignment);
    let paper =
        |fields| Paper { fields, location: Some(kept_at(id)), media_type: media_type(asked, assignment) };
    let today = asked.ctx.now.date();
    let mut all = vec![paper(good(assignment, field, targets, today))];
    if assignment.criteria.iter().any(|criterion| criterion.check != CriterionCheck::Human) {
        let breakthroughs = field.map(empty).into_iter().collect();
        all.push(paper(Fields { breakthroughs, ..Fields::default() }));
    }
    all
}

fn good(assignment: &Assignment, field: Option<FieldId>, targets: usize, today: NaiveDate) -> Fields {
    let ranked = assignment.criteria.iter().any(is_rank);
    let described = targets > 0
        || assignment
            .criteria
            .iter()
            .any(|criterion| criterion.check != CriterionCheck::Human && !is_rank(criterion));
    let breakthrough = |field| Breakthrough {
        conformity: Some(why()),
        milestones: milestones(assignment, today),
        products: vec!["quy trình".to_owned()],
        solutions: vec![why()],
        targets: (0..targets.max(1)).map(target).collect(),
        ..empty(field)
    };
    Fields {
        breakthroughs: field.filter(|_| described).map(breakthrough).into_iter().collect(),
        // The best of them all is a rank whatever the number of peers.
        rank: ranked.then(|| RankCommitment { index: "CCHC".to_owned(), rank: 1, year: today.year() }),
        ..Fields::default()
    }
}

fn is_rank(criterion: &Criterion) -> bool {
    matches!(criterion.check, CriterionCheck::RankAmongPeers { .. })
}

/// A breakthrough that promises nothing.
fn empty(field: FieldId) -> Breakthrough {
    Breakthrough {
        conformity: None,
        field,
        milestones: Vec::new(),
        novelty: None,
        products: Vec::new(),
        solutions: Vec::new(),
        targets: Vec::new(),
        title: "Khâu đột phá".to_owned(),
    }
}

/// One in each year that a criterion names.
fn milestones(assignment: &Assignment, today: NaiveDate) -> Vec<Milestone> {
    let years = assignment.criteria.iter().filter_map(|criterion| match &criterion.check {
        CriterionCheck::HasMilestoneIn { year } => Some(*year),
        CriterionCheck::Human
        | CriterionCheck::BetterThanBaselineOrNew
        | CriterionCheck::HasSolution
        | CriterionCheck::HasProduct
        | CriterionCheck::StatesConformity
        | CriterionCheck::RankAmongPeers { .. } => None,
    });
    years
        .map(|year| NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(today))
        .map(|date| Milestone { date, what: "hoàn thành".to_owned() })
        .collect()
}

/// Strictly better than what was assigned.
fn target(nth: usize) -> Target {
    Target {
        baseline: Quantity::from(90),
        direction: Direction::Higher,
        metric: format!("tỷ lệ hồ sơ trực tuyến {nth}"),
        unit: "%".to_owned(),
        value: Quantity::from(95),
    }
}

/// What the rules of a file ask of this assignment.
fn asks<'a>(asked: &Asked<'a>, assignment: &'a Assignment) -> impl Iterator<Item = &'a Asks> {
    let speaks =
        |entry: &&RuleEntry| entry.assignments.is_empty() || entry.assignments.contains(&assignment.id);
    asked.ctx.rules.iter().filter_map(congvan_core::Rule::entry).filter(speaks).map(|entry| &entry.asks)
}

/// As many targets as the strictest rule asks for. What a rule in code asks for, nobody can read: it gets some.
fn targets(asked: &Asked<'_>, assignment: &Assignment) -> usize {
    let in_code = asked.ctx.rules.iter().any(|rule| rule.entry().is_none());
    let some = if in_code { SOME } else { 0 };
    let numbers = asks(asked, assignment).filter_map(|asks| match asks {
        Asks::Targets { at_least } => usize::try_from(*at_least).ok(),
        Asks::Attachment { .. } | Asks::Quiet { .. } | Asks::SecondVetter {} | Asks::Capacity { .. } => None,
    });
    numbers.max().unwrap_or_default().max(some).min(MANY)
}

/// A media type that every rule takes.
fn media_type(asked: &Asked<'_>, assignment: &Assignment) -> String {
    let lists: Vec<&[String]> = asks(asked, assignment)
        .filter_map(|asks| match asks {
            Asks::Attachment { media_types } if !media_types.is_empty() => Some(media_types.as_slice()),
            Asks::Attachment { .. }
            | Asks::Targets { .. }
            | Asks::Quiet { .. }
            | Asks::SecondVetter {}
            | Asks::Capacity { .. } => None,
        })
        .collect();
    let taken = |kind: &&String| lists.iter().all(|list| list.contains(kind));
    let first = lists.iter().flat_map(|list| list.iter()).find(taken);
    first.map_or_else(|| PDF.to_owned(), Clone::clone)
}
