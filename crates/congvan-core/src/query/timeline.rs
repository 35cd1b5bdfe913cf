//! The timeline: stages against their deadlines, and the milestones, from the recorded events.

mod milestone;

pub use milestone::{Milestone, MilestoneKind};

use std::collections::BTreeMap;

use congvan_calendar::Instant;
use congvan_text::{Say, Text};
use serde::Serialize;

use super::{Standing, StandingFacts};
use crate::event::{Event, Stamp};
use crate::id::AssignmentId;
use crate::obligation::{Key, ObligationId};
use crate::proceedings::Proceedings;

/// Stages against their deadlines, and the milestones.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Timeline {
    /// The stages, in order.
    pub stages: Vec<StageLine>,
    /// What a reader of the history should see, in the order in which it took effect.
    pub milestones: Vec<Milestone>,
}

/// One stage: what was owed in it, and when it came.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StageLine {
    /// Its number, from 1.
    pub stage: u16,
    /// The assignments in it, in the order of the directive's items.
    pub assignments: Vec<AssignmentId>,
    /// The earliest and the latest due instant in force.
    pub due: Option<(Instant, Instant)>,
    /// The obligations in it, in their order.
    pub tracked: Vec<Tracked>,
}

/// What became of one obligation, and when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tracked {
    /// Its key.
    pub key: Key,
    /// Its position.
    pub obligation: ObligationId,
    /// How it stands, and what that rests on.
    pub facts: StandingFacts,
    /// When revisions were submitted, in effective time.
    pub submitted: Vec<Instant>,
    /// When revisions were returned, or acceptances reopened.
    pub returned: Vec<Instant>,
    /// How many submissions followed a return.
    pub resubmitted: u16,
    /// When revisions were recalled.
    pub recalled: Vec<Instant>,
    /// When extensions were granted.
    pub extended: Vec<Instant>,
    /// When absence was recorded.
    pub absent: Vec<Instant>,
    /// When it was accepted; the last time, where it was reopened.
    pub accepted: Option<Instant>,
}

impl Say for Tracked {
    fn say(&self) -> Text {
        let standing = self.facts.standing.say();
        let mut vi = vec![standing.vi.into_owned()];
        let mut en = vec![standing.en.into_owned()];
        let counts = [
            (self.returned.len(), "trả lại", "returned"),
            (usize::from(self.resubmitted), "nộp lại", "resubmitted"),
            (self.recalled.len(), "lấy lại", "recalled"),
            (self.extended.len(), "gia hạn", "extended"),
        ];
        for (count, say_vi, say_en) in counts.into_iter().filter(|(count, ..)| *count > 0) {
            vi.push(format!("{say_vi} {count} lần"));
            en.push(format!("{say_en} {count}"));
        }
        // The standing says so itself while it lasts.
        if !self.absent.is_empty() && !matches!(self.facts.standing, Standing::Absent) {
            vi.push("đã từng ghi nhận vắng".to_owned());
            en.push("absence was recorded".to_owned());
        }
        Text::new(vi.join(", "), en.join(", "))
    }
}

/// What the events say of one obligation.
#[derive(Clone, Debug, Default)]
struct Trail {
    submitted: Vec<Instant>,
    returned: Vec<Instant>,
    resubmitted: u16,
    recalled: Vec<Instant>,
    extended: Vec<Instant>,
    absent: Vec<Instant>,
    accepted: Option<Instant>,
    awaits_resubmission: bool,
}

impl Trail {
    fn submit(&mut self, at: Instant) {
        self.submitted.push(at);
        self.accepted = None;
        self.resubmitted = self.resubmitted.saturating_add(u16::from(self.awaits_resubmission));
        self.awaits_resubmission = false;
    }

    fn send_back(&mut self, at: Instant) {
        self.returned.push(at);
        self.accepted = None;
        self.awaits_resubmission = true;
    }
}

type Trails = BTreeMap<ObligationId, Trail>;

impl Proceedings {
    /// The timeline at an instant, from the events of this directive from the first on.
    #[must_use]
    pub fn timeline(&self, events: &[(Stamp, Event)], now: Instant) -> Timeline {
        let mut trails = Trails::new();
        for (stamp, event) in events {
            follow(&mut trails, stamp, event);
        }
        let stages = self.lane_stages();
        let mut lines: BTreeMap<u16, StageLine> = BTreeMap::new();
        for (id, obligation) in self.obligations() {
            let stage = stages.get(usize::from(obligation.terms().lane)).copied().unwrap_or(1);
            let trail = trails.remove(&id).unwrap_or_default();
            let Some(tracked) = self.tracked(id, trail, now) else { continue };
            let line = lines.entry(stage).or_insert_with(|| StageLine {
                stage,
                assignments: Vec::new(),
                due: None,
                tracked: Vec::new(),
            });
            if let Some(due) = tracked.facts.due {
                let (first, last) = line.due.unwrap_or((due, due));
                line.due = Some((first.min(due), last.max(due)));
            }
            line.tracked.push(tracked);
        }
        for line in lines.values_mut() {
            let held: std::collections::BTreeSet<_> =
                line.tracked.iter().map(|tracked| tracked.key.assignment).collect();
            let all = self.assignments().map(|assignment| assignment.id);
            line.assignments = all.filter(|id| held.contains(id)).collect();
        }
        Timeline { stages: lines.into_values().collect(), milestones: self.milestones(events) }
    }

    fn tracked(&self, id: ObligationId, trail: Trail, now: Instant) -> Option<Tracked> {
        Some(Tracked {
            key: self.key(id)?,
            obligation: id,
            facts: self.standing_facts(id, now)?,
            submitted: trail.submitted,
            returned: trail.returned,
            resubmitted: trail.resubmitted,
            recalled: trail.recalled,
            extended: trail.extended,
            absent: trail.absent,
            accepted: trail.accepted,
        })
    }
}

fn follow(trails: &mut Trails, stamp: &Stamp, event: &Event) {
    let at = stamp.effective_at;
    if let Event::Submitted(submitted) = event {
        trail_of(trails, submitted.0.obligation).submit(submitted.0.submitted_at);
    } else if let Event::ConsolidationSigned(signed) = event {
        trail_of(trails, signed.submission.obligation).submit(signed.submission.submitted_at);
    } else if let Event::Returned(returned) = event {
        trail_of(trails, returned.obligation).send_back(at);
    } else if let Event::Reopened(reopened) = event {
        trail_of(trails, reopened.obligation).send_back(at);
    } else if let Event::Recalled(recalled) = event {
        trail_of(trails, recalled.obligation).recalled.push(at);
    } else if let Event::AbsenceRecorded(absence) = event {
        trail_of(trails, absence.obligation).absent.push(at);
    } else if let Event::Accepted(accepted) = event {
        trail_of(trails, accepted.obligation).accepted = Some(at);
    } else if let Event::Extended(extended) = event {
        for id in &extended.obligations {
            trail_of(trails, *id).extended.push(at);
        }
    }
}

fn trail_of(trails: &mut Trails, id: ObligationId) -> &mut Trail {
    trails.entry(id).or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::tests::desk::{Desk, at};

    #[test]
    fn what_is_tracked_says_what_happened_and_nothing_else() {
        let desk = Desk::issued();
        let timeline = desk.proceedings().timeline(&desk.events, at("2024-03-23T08:00"));
        let mut tracked = timeline.stages[0].tracked[0].clone();
        let said = |tracked: &Tracked| {
            let text = tracked.say();
            (text.vi.into_owned(), text.en.into_owned())
        };
        let standing = tracked.facts.standing.say();
        let (vi, en) = (standing.vi.as_ref(), standing.en.as_ref());
        assert_eq!(said(&tracked), (vi.to_owned(), en.to_owned()));
        let when = at("2024-03-25T08:00");
        tracked.returned = vec![when, when];
        tracked.resubmitted = 1;
        tracked.absent = vec![when];
        let expected = (
            format!("{vi}, trả lại 2 lần, nộp lại 1 lần, đã từng ghi nhận vắng"),
            format!("{en}, returned 2, resubmitted 1, absence was recorded"),
        );
        assert_eq!(said(&tracked), expected);
        tracked.facts.standing = Standing::Absent;
        let absent = said(&tracked).1;
        assert!(absent.ends_with("returned 2, resubmitted 1"), "{absent}");
    }
}
