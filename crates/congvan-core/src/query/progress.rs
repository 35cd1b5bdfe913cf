//! Progress: how many obligations are done, per unit, assignment, field and stage.

use std::collections::BTreeMap;

use congvan_calendar::Instant;
use serde::Serialize;

use super::{StageKind, Standing};
use crate::id::{AssignmentId, FieldId};
use crate::meeting::MeetingState;
use crate::obligation::{Obligation, ObligationId, Performer, StateName};
use crate::proceedings::Proceedings;

/// How far a set of obligations has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// How many there are.
    pub total: u32,
    /// Accepted, waived, absent, settled by silence, or ended.
    pub settled: u32,
    /// Neither settled nor lapsed.
    pub open: u32,
    /// Fallen away with the directive, or carried into another.
    pub lapsed: u32,
    /// Done on time.
    pub on_time: u32,
    /// Done late, overdue or absent.
    pub late: u32,
    /// Returned, and submitted again since: to be vetted, or accepted.
    pub resubmitted: u32,
    /// Returned at least once.
    pub returned: u32,
    /// Absent.
    pub absent: u32,
    /// Waived.
    pub waived: u32,
}

/// How far a directive has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// Every obligation.
    pub total: Counts,
    /// Per holder, in order.
    pub units: Vec<UnitProgress>,
    /// Per assignment, in the order of the directive's items.
    pub assignments: Vec<WorkProgress>,
    /// Per field, in the order of the mandate; what is owed without a field stands last.
    pub fields: Vec<FieldProgress>,
    /// Per stage: how deep it lies in what is consolidated; the meetings last.
    pub stages: Vec<StageProgress>,
}

/// How far a unit or an outside party has come with what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct UnitProgress {
    /// Who holds it.
    pub holder: Performer,
    /// How far.
    pub counts: Counts,
}

/// How far an assignment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WorkProgress {
    /// The assignment.
    pub assignment: AssignmentId,
    /// How far.
    pub counts: Counts,
}

/// How far a field has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FieldProgress {
    /// The field; none for what is not owed per field.
    pub field: Option<FieldId>,
    /// How far.
    pub counts: Counts,
}

/// How far a stage has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StageProgress {
    /// Its number, from 1.
    pub stage: u16,
    /// What it consists of.
    pub kind: StageKind,
    /// The assignments in it, in the order of the directive's items; none for the meetings.
    pub assignments: Vec<AssignmentId>,
    /// How far; the last stage counts meetings.
    pub counts: Counts,
}

impl Counts {
    fn add(&mut self, obligation: &Obligation, standing: Standing) {
        let one = |slot: &mut u32, counts: bool| *slot = slot.saturating_add(u32::from(counts));
        let state = obligation.state().name();
        let returned = obligation.terms().returns() > 0;
        one(&mut self.total, true);
        one(&mut self.settled, state.is_settled());
        one(&mut self.open, state.is_open());
        one(&mut self.lapsed, state == StateName::Lapsed);
        one(&mut self.on_time, standing == Standing::SettledOnTime);
        one(&mut self.late, standing.is_late());
        one(&mut self.returned, returned);
        let submitted = matches!(state, StateName::Submitted | StateName::Accepted | StateName::Incorporated);
        one(&mut self.resubmitted, returned && submitted);
        one(&mut self.absent, state == StateName::Absent);
        one(&mut self.waived, state == StateName::Waived);
    }
}

impl Proceedings {
    /// How far the directive has come at an instant, over orders, requests, invitations and targets alike.
    #[must_use]
    pub fn progress(&self, now: Instant) -> Progress {
        let stages = self.lane_stages();
        let mut total = Counts::default();
        let mut units: BTreeMap<Performer, Counts> = BTreeMap::new();
        let mut assignments = vec![Counts::default(); self.assignments().len()];
        let mut fields: BTreeMap<(usize, Option<FieldId>), Counts> = BTreeMap::new();
        let mut by_stage: BTreeMap<u16, Counts> = BTreeMap::new();
        for (id, obligation) in self.obligations() {
            let (Some(lane), Some(holder), Some(standing)) =
                (self.lane(obligation), self.holder(obligation), self.standing(id, now))
            else {
                continue;
            };
            let stage = stages.get(usize::from(obligation.terms().lane)).copied().unwrap_or(1);
            total.add(obligation, standing);
            units.entry(holder).or_default().add(obligation, standing);
            if let Some(counts) = assignments.get_mut(usize::from(lane.assignment())) {
                counts.add(obligation, standing);
            }
            fields
                .entry((self.field_order(lane.field()), lane.field()))
                .or_default()
                .add(obligation, standing);
            by_stage.entry(stage).or_default().add(obligation, standing);
        }
        let names = self.assignments().map(|assignment| assignment.id);
        Progress {
            total,
            units: units.into_iter().map(|(holder, counts)| UnitProgress { holder, counts }).collect(),
            assignments: names
                .zip(assignments)
                .map(|(assignment, counts)| WorkProgress { assignment, counts })
                .collect(),
            fields: fields.into_iter().map(|((_, field), counts)| FieldProgress { field, counts }).collect(),
            stages: self.stage_progress(&stages, by_stage),
        }
    }

    fn field_order(&self, field: Option<FieldId>) -> usize {
        field.and_then(|field| self.mandate().field(field)).map_or(usize::MAX, |(at, _)| at)
    }

    fn stage_progress(&self, stages: &[u16], by_stage: BTreeMap<u16, Counts>) -> Vec<StageProgress> {
        let assignments_of = |stage: u16| {
            let lanes = self.lanes().iter().zip(stages).filter(|(_, at)| **at == stage);
            let positions: std::collections::BTreeSet<u16> =
                lanes.map(|(lane, _)| lane.assignment()).collect();
            let all = self.assignments().enumerate();
            all.filter(|(at, _)| u16::try_from(*at).is_ok_and(|at| positions.contains(&at)))
                .map(|(_, assignment)| assignment.id)
                .collect()
        };
        let work = by_stage.into_iter().map(|(stage, counts)| StageProgress {
            stage,
            kind: StageKind::Work,
            assignments: assignments_of(stage),
            counts,
        });
        let mut progress: Vec<_> = work.collect();
        if self.meetings().len() > 0 {
            progress.push(StageProgress {
                stage: self.meeting_stage(),
                kind: StageKind::Meeting,
                assignments: Vec::new(),
                counts: self.meeting_counts(),
            });
        }
        progress
    }

    fn meeting_counts(&self) -> Counts {
        let mut counts = Counts::default();
        for (_, meeting) in self.meetings() {
            let done = matches!(meeting.state(), MeetingState::Announced(_) | MeetingState::Cancelled(_));
            counts.total = counts.total.saturating_add(1);
            let slot = if done { &mut counts.settled } else { &mut counts.open };
            *slot = slot.saturating_add(1);
        }
        counts
    }

    /// How far one obligation's consolidation has come: settled inputs of all.
    #[must_use]
    pub fn input_progress(&self, consolidation: ObligationId, now: Instant) -> Counts {
        let mut counts = Counts::default();
        for (id, obligation) in self.inputs_of(consolidation) {
            if let Some(standing) = self.standing(id, now) {
                counts.add(obligation, standing);
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::tests::desk::{Desk, at};
    use serde_json::json;

    #[test]
    fn each_count_counts_what_it_says() {
        let mut desk = Desk::issued();
        desk.submit("sa/a/f", "2024-03-25T08:00");
        desk.send_back("sa/a/f", "th.officer", "2024-03-25T09:00");
        desk.submit("sa/a/f", "2024-03-25T10:00");
        desk.accept("sa/a/f", "th.officer", "2024-03-25T11:00");
        desk.absence("sb/a/f", "th.officer", "2024-03-28T08:00");
        let now = at("2024-03-28T09:00");
        let consolidation = desk.id("th/k/f");
        let counts = desk.proceedings().input_progress(consolidation, now);
        let expected = Counts {
            total: 3,
            settled: 2,
            open: 1,
            lapsed: 0,
            on_time: 1,
            late: 2,
            returned: 1,
            resubmitted: 1,
            absent: 1,
            waived: 0,
        };
        assert_eq!(counts, expected, "accepted in time, absent, and overdue");
        let waive = json!({"waive": {"obligation": desk.id("sc/a/f"), "reason": "không còn cần"}});
        desk.act("ub.head", "2024-03-28T09:30", waive);
        let counts = desk.proceedings().input_progress(consolidation, now);
        assert_eq!(counts, Counts { settled: 3, open: 0, late: 1, waived: 1, ..expected });
    }

    #[test]
    fn the_last_stage_counts_the_meetings_where_there_are_some() {
        let meetings = |desk: &Desk| {
            let stages = desk.proceedings().progress(at("2024-03-28T09:00")).stages;
            let meeting = stages.into_iter().find(|stage| stage.kind == StageKind::Meeting);
            meeting.map(|stage| (stage.counts.total, stage.counts.settled, stage.counts.open))
        };
        let mut desk = Desk::issued();
        assert_eq!(meetings(&desk), Some((1, 0, 1)));
        desk.act("ub.head", "2024-03-25T08:00", json!({"cancel": {"meeting": 0, "reason": "không cần họp"}}));
        assert_eq!(meetings(&desk), Some((1, 1, 0)));
        assert_eq!(meetings(&Desk::without_meeting()), None);
    }
}
