//! The criteria that a machine can check: breakthroughs and rank commitments.
//!
//! "Substantive" and its like stay a person's verdict, with a reason.

use crate::command::Found;
use crate::context::Ctx;
use crate::directory::Directory;
use crate::event::{Breakthrough, Direction, Fields, Target};
use crate::id::{CriterionId, GroupId, UnitId};
use crate::mandate::CriterionCheck;
use crate::obligation::Performer;

/// The criteria of the assignment that the machine finds not to be met by these fields.
pub(crate) fn failed(found: &Found<'_>, fields: &Fields, ctx: &Ctx<'_>) -> Vec<CriterionId> {
    if found.assignment.criteria.is_empty() {
        return Vec::new();
    }
    let unit = found.proceedings.performer(found.obligation).and_then(Performer::unit);
    let issued = found.proceedings.issue().date;
    let peers = |groups: &[GroupId]| unit.and_then(|unit| peers_of(unit, groups, ctx.directory, issued));
    let criteria = found.assignment.criteria.iter();
    criteria
        .filter(|criterion| !is_met(&criterion.check, fields, peers))
        .map(|criterion| criterion.id)
        .collect()
}

/// How many units are peers of this one: the members of the first of these groups that it belongs to.
fn peers_of(unit: UnitId, groups: &[GroupId], directory: &Directory, on: chrono::NaiveDate) -> Option<usize> {
    let group = groups.iter().find(|group| directory.is_member(**group, unit, on))?;
    directory.members(*group, on).map(|members| members.len())
}

fn is_met(check: &CriterionCheck, fields: &Fields, peers: impl Fn(&[GroupId]) -> Option<usize>) -> bool {
    let every = |holds: fn(&Breakthrough) -> bool| {
        !fields.breakthroughs.is_empty() && fields.breakthroughs.iter().all(holds)
    };
    match check {
        // A person judges: nothing for the machine to find.
        CriterionCheck::Human => true,
        CriterionCheck::BetterThanBaselineOrNew => every(is_better_or_new),
        CriterionCheck::HasSolution => every(|found| found.solutions.iter().any(|text| says(text))),
        CriterionCheck::HasProduct => every(|found| found.products.iter().any(|text| says(text))),
        CriterionCheck::StatesConformity => every(|found| found.conformity.as_deref().is_some_and(says)),
        CriterionCheck::HasMilestoneIn { year } => {
            let dated = |found: &Breakthrough| {
                let mut milestones = found.milestones.iter();
                milestones.any(|stone| chrono::Datelike::year(&stone.date) == *year && says(&stone.what))
            };
            !fields.breakthroughs.is_empty() && fields.breakthroughs.iter().all(dated)
        }
        CriterionCheck::RankAmongPeers { groups } => {
            let rank = fields.rank.as_ref().and_then(|rank| usize::try_from(rank.rank).ok());
            rank.zip(peers(groups)).is_some_and(|(rank, peers)| 1 <= rank && rank <= peers)
        }
    }
}

fn says(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Every target is strictly better than what was assigned, or novelty is claimed and justified.
fn is_better_or_new(found: &Breakthrough) -> bool {
    let better = !found.targets.is_empty() && found.targets.iter().all(is_better);
    better || found.novelty.as_ref().is_some_and(|novelty| says(&novelty.justification))
}

fn is_better(target: &Target) -> bool {
    let measured = says(&target.unit) && says(&target.metric);
    measured
        && match target.direction {
            Direction::Higher => target.value > target.baseline,
            Direction::Lower => target.value < target.baseline,
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::{Milestone, Novelty, Quantity, RankCommitment};

    fn breakthrough(value: i32, direction: Direction) -> Breakthrough {
        let target = Target {
            baseline: Quantity::from(90),
            direction,
            metric: "tỷ lệ hồ sơ trực tuyến".into(),
            unit: "%".into(),
            value: Quantity::from(value),
        };
        Breakthrough {
            conformity: Some("phù hợp Luật".into()),
            field: "cchc".parse().unwrap(),
            milestones: vec![Milestone { date: "2024-06-30".parse().unwrap(), what: "vận hành".into() }],
            novelty: None,
            products: vec!["quy trình".into()],
            solutions: vec!["cắt giảm".into()],
            targets: vec![target],
            title: "Cắt giảm thời gian".into(),
        }
    }

    fn met(check: &CriterionCheck, breakthroughs: Vec<Breakthrough>) -> bool {
        is_met(check, &Fields { breakthroughs, ..Fields::default() }, |_| None)
    }

    #[test]
    fn a_target_is_strictly_better_in_its_direction_or_new() {
        let check = CriterionCheck::BetterThanBaselineOrNew;
        assert!(met(&check, vec![breakthrough(91, Direction::Higher)]));
        assert!(!met(&check, vec![breakthrough(90, Direction::Higher)]), "equal is not better");
        assert!(!met(&check, vec![breakthrough(91, Direction::Lower)]));
        assert!(!met(&check, vec![breakthrough(90, Direction::Lower)]), "nor is it downwards");
        assert!(met(&check, vec![breakthrough(89, Direction::Lower)]));
        assert!(!met(&check, vec![]), "nothing registered is nothing better");
        let (mut bare, mut unnamed) =
            (breakthrough(91, Direction::Higher), breakthrough(91, Direction::Higher));
        bare.targets.iter_mut().for_each(|target| target.unit = " ".into());
        unnamed.targets.iter_mut().for_each(|target| target.metric.clear());
        assert!(!met(&check, vec![bare]), "a number without a unit measures nothing");
        assert!(!met(&check, vec![unnamed]), "nor does one of which nobody knows what it counts");
        let mut new = breakthrough(90, Direction::Higher);
        new.novelty = Some(Novelty { justification: "  ".into() });
        assert!(!met(&check, vec![new.clone()]), "novelty is justified");
        new.novelty = Some(Novelty { justification: "chưa từng giao".into() });
        assert!(met(&check, vec![new]));
    }

    #[test]
    fn every_breakthrough_has_solution_product_milestone_and_conformity() {
        let whole = breakthrough(91, Direction::Higher);
        let mut empty = whole.clone();
        empty.solutions = vec![" ".into()];
        empty.products = vec![];
        empty.conformity = None;
        empty.milestones.clear();
        let checks = [
            CriterionCheck::HasSolution,
            CriterionCheck::HasProduct,
            CriterionCheck::StatesConformity,
            CriterionCheck::HasMilestoneIn { year: 2024 },
        ];
        for check in checks {
            assert!(met(&check, vec![whole.clone()]), "{check:?}");
            assert!(!met(&check, vec![whole.clone(), empty.clone()]), "{check:?}");
        }
        assert!(!met(&CriterionCheck::HasMilestoneIn { year: 2025 }, vec![whole]));
    }

    #[test]
    fn a_rank_lies_among_the_peers() {
        let check = CriterionCheck::RankAmongPeers { groups: vec![] };
        for (rank, fine) in [(0, false), (1, true), (8, true), (9, false)] {
            let rank = RankCommitment { index: "CCHC".into(), rank, year: 2024 };
            let fields = Fields { rank: Some(rank), ..Fields::default() };
            assert_eq!(is_met(&check, &fields, |_| Some(8)), fine);
            assert!(!is_met(&check, &fields, |_| None), "a unit without peers has no rank");
        }
        assert!(!is_met(&check, &Fields::default(), |_| Some(8)));
    }
}
