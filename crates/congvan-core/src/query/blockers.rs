//! What blocks the next stage, and who can unblock it.

mod moves;

use congvan_calendar::Instant;
use congvan_text::{Say, Text};
use serde::Serialize;

use super::Standing;
use crate::actor::Capacity;
use crate::authority::DECIDE;
use crate::command::{Kind, Target};
use crate::id::{MeetingId, OfficeId, UnitId};
use crate::meeting::{Meeting, MeetingIndex, MeetingState, MeetingStateName};
use crate::obligation::{Key, Obligation, ObligationId, Performer, StateName};
use crate::proceedings::Proceedings;

/// Something that waits: a consolidation, a meeting or the end of the directive.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Blockage {
    /// Its stage, from 1.
    pub stage: u16,
    /// What waits.
    pub awaited: Awaited,
    /// By when it is due: the due instant of the consolidation, or the end of the meeting's window.
    pub due: Option<Instant>,
    /// The open obligations it waits for; none when it can be done now.
    pub blockers: Vec<Blocker>,
    /// What can be done about the thing itself: the next step when nothing blocks it.
    pub moves: Vec<Unblock>,
}

/// What waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Awaited {
    /// A consolidation that is not signed.
    Consolidation {
        /// Which one.
        key: Key,
        /// Its position.
        obligation: ObligationId,
    },
    /// A meeting whose conclusion is not announced.
    Meeting {
        /// Which one.
        id: MeetingId,
        /// Its position.
        meeting: MeetingIndex,
        /// The state it is in.
        state: MeetingStateName,
    },
    /// The end of the directive.
    Conclusion {
        /// The meetings that it waits for.
        meetings: Vec<MeetingId>,
    },
}

/// An open obligation that something waits for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Blocker {
    /// Its key.
    pub key: Key,
    /// Its position.
    pub obligation: ObligationId,
    /// The state it is in.
    pub state: StateName,
    /// How it stands.
    pub standing: Standing,
    /// Who holds it.
    pub holder: Performer,
    /// Where it is a consolidation itself, how many of its inputs are open.
    pub open_inputs: u32,
    /// What would help, and who may do it.
    pub moves: Vec<Unblock>,
}

/// One command that would help, and who may give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unblock {
    /// The kind of command.
    pub kind: Kind,
    /// What it is aimed at.
    pub target: Target,
    /// Who may give it, beside those who act by order or authorisation and the superiors of the issuer.
    pub who: Vec<Who>,
}

/// Who may give a command.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// Somebody of a unit in one of these capacities.
    Unit {
        /// The unit.
        unit: UnitId,
        /// The capacities that suffice.
        capacities: Vec<Capacity>,
    },
    /// Whoever holds an office.
    Office {
        /// The office.
        office: OfficeId,
    },
}

impl Blockage {
    /// Whether nothing stands before it any more.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        let meetings = match &self.awaited {
            Awaited::Consolidation { .. } | Awaited::Meeting { .. } => true,
            Awaited::Conclusion { meetings } => meetings.is_empty(),
        };
        self.blockers.is_empty() && meetings
    }
}

impl Say for Blockage {
    fn say(&self) -> Text {
        let (vi, en) = match &self.awaited {
            Awaited::Consolidation { key, .. } => {
                (format!("bản tổng hợp `{key}`"), format!("consolidation `{key}`"))
            }
            Awaited::Meeting { id, .. } => (format!("cuộc họp `{id}`"), format!("meeting `{id}`")),
            Awaited::Conclusion { .. } => {
                ("việc hoàn tất văn bản".to_owned(), "the end of the directive".to_owned())
            }
        };
        if self.is_ready() {
            return Text::new(format!("{vi}: không còn vướng mắc"), format!("{en}: nothing blocks it"));
        }
        let waits = self.waits();
        Text::new(format!("{vi}: còn chờ {}", waits.vi), format!("{en}: waits for {}", waits.en))
    }
}

impl Blockage {
    /// What stands before it: how many obligations are open, and which meetings have no conclusion.
    fn waits(&self) -> Text {
        let (mut vi, mut en) = (Vec::new(), Vec::new());
        let count = self.blockers.len();
        if count > 0 {
            vi.push(format!("{count} nghĩa vụ chưa xong"));
            let many = if count == 1 { "" } else { "s" };
            en.push(format!("{count} open obligation{many}"));
        }
        if let Awaited::Conclusion { meetings } = &self.awaited
            && !meetings.is_empty()
        {
            let names = meetings.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
            let many = if meetings.len() == 1 { "" } else { "s" };
            vi.push(format!("thông báo kết luận cuộc họp {names}"));
            en.push(format!("the conclusion of the meeting{many} {names}"));
        }
        Text::new(vi.join(" và "), en.join(" and "))
    }
}

impl Say for Blocker {
    fn say(&self) -> Text {
        let standing = self.standing.say();
        Text::new(
            format!("`{}`: {}, {}", self.key, self.state.vi(), standing.vi),
            format!("`{}`: {}, {}", self.key, self.state.as_str().replace('_', " "), standing.en),
        )
    }
}

impl Proceedings {
    /// Everything that still waits at an instant, stage by stage: unsigned consolidations, then meetings, then the end.
    ///
    /// The first one is what the directive waits for next. Nobody is named that four-eyes might still exclude in
    /// person: that is judged when the command is given.
    #[must_use]
    pub fn blockers(&self, now: Instant) -> Vec<Blockage> {
        let mut blockages: Vec<Blockage> = Vec::new();
        let stages = self.lane_stages();
        for (id, obligation) in self.obligations() {
            let stage = stages.get(usize::from(obligation.terms().lane)).copied().unwrap_or(1);
            blockages.extend(self.waiting_consolidation(id, obligation, stage, now));
        }
        blockages.sort_by_key(|blockage| blockage.stage);
        let stage = self.meeting_stage();
        for (at, meeting) in self.meetings() {
            blockages.extend(self.waiting_meeting(at, meeting, stage, now));
        }
        blockages.push(self.waiting_conclusion(stage.saturating_add(1), now));
        blockages
    }

    fn waiting_consolidation(
        &self,
        id: ObligationId,
        obligation: &Obligation,
        stage: u16,
        now: Instant,
    ) -> Option<Blockage> {
        let unsigned =
            matches!(obligation.state().name(), StateName::Owed | StateName::Drafting | StateName::Returned);
        if !unsigned || !self.is_consolidation(obligation) {
            return None;
        }
        let open = self.inputs_of(id).filter(|(_, input)| input.state().name().is_open());
        Some(Blockage {
            stage,
            awaited: Awaited::Consolidation { key: self.key(id)?, obligation: id },
            due: obligation.terms().due(),
            blockers: open.filter_map(|(input, found)| self.blocker(input, found, now)).collect(),
            moves: self.moves(id, now),
        })
    }

    fn waiting_meeting(
        &self,
        at: MeetingIndex,
        meeting: &Meeting,
        stage: u16,
        now: Instant,
    ) -> Option<Blockage> {
        let state = meeting.state().name();
        if matches!(state, MeetingStateName::Announced | MeetingStateName::Cancelled) {
            return None;
        }
        let plan = self.meeting_plan(at)?;
        let open = self.obligations().filter(|(_, found)| {
            found.state().name().is_open()
                && self.assignment(found).is_some_and(|assignment| plan.prepares.contains(&assignment.id))
        });
        let blockers: Vec<_> = open.filter_map(|(id, found)| self.blocker(id, found, now)).collect();
        let moves = self.meeting_moves(at, meeting, blockers.is_empty(), now);
        Some(Blockage {
            stage,
            awaited: Awaited::Meeting { id: plan.id, meeting: at, state },
            due: meeting.window().map(|window| Instant::end_of(window.until)),
            blockers,
            moves,
        })
    }

    fn waiting_conclusion(&self, stage: u16, now: Instant) -> Blockage {
        let open = |meeting: &Meeting| {
            !matches!(meeting.state(), MeetingState::Announced(_) | MeetingState::Cancelled(_))
        };
        let meetings: Vec<_> = self
            .meetings()
            .filter(|(_, meeting)| open(meeting))
            .filter_map(|(at, _)| self.meeting_plan(at).map(|plan| plan.id))
            .collect();
        let obligations = self.obligations().filter(|(_, found)| found.state().name().is_open());
        let blockers: Vec<_> = obligations.filter_map(|(id, found)| self.blocker(id, found, now)).collect();
        let announced =
            self.meetings().any(|(_, meeting)| meeting.state().name() == MeetingStateName::Announced);
        let kind = if announced { Kind::Conclude } else { Kind::Close };
        let moves = if meetings.is_empty() && blockers.is_empty() {
            vec![Unblock { kind, target: Target::Directive, who: vec![self.issuer()] }]
        } else {
            Vec::new()
        };
        Blockage { stage, awaited: Awaited::Conclusion { meetings }, due: None, blockers, moves }
    }

    fn blocker(&self, id: ObligationId, obligation: &Obligation, now: Instant) -> Option<Blocker> {
        Some(Blocker {
            key: self.key(id)?,
            obligation: id,
            state: obligation.state().name(),
            standing: self.standing(id, now)?,
            holder: self.holder(obligation)?,
            open_inputs: self.open_inputs(id),
            moves: self.moves(id, now),
        })
    }

    fn issuer(&self) -> Who {
        Who::Unit { unit: self.mandate().header.issuing_body, capacities: DECIDE.to_vec() }
    }
}
