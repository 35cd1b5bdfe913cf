//! Questions about a directive: those whose whole answer crosses at once, as JSON, and what both objects answer alike.

use std::sync::Arc;

use congvan::Instant;
use congvan::core::id::{MeetingId, UnitId};
use congvan::core::mandate::Header;
use congvan::core::meeting::MeetingIndex;
use congvan::core::obligation::{Key, ObligationId};
use congvan::core::planner::plan_meeting;
use congvan::core::query::{Blockage, Provenance, StandingFacts};
use congvan::core::{Event, Proceedings, Stamp};
use serde::Serialize;

use crate::error::{CongvanError, RefusalReason};
use crate::mandate::Mandate;
use crate::planner::{Demand, Planning};
use crate::state::{MeetingState, ObligationState};
use crate::text::Text;

/// A question about a directive.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Question {
    /// Every obligation in a table: a row for each performer, a column for each assignment and field.
    Board,
    /// What is settled, open, late and returned: in all, by unit, assignment, field and stage.
    Progress,
    /// The directive in the seven cells of the monitoring statistics.
    Statistics,
    /// The emulation sheet: how each holder kept its deadlines.
    Emulation,
    /// What waits for what, and who can do what about it.
    Blockers,
    /// The stages against their deadlines, and the recorded milestones.
    Timeline,
    /// What an obligation's lateness is judged from.
    Standing {
        /// Which obligation.
        obligation: ObligationId,
    },
    /// What a consolidation was made from: the accepted revisions, and who is waived or absent and why.
    Provenance {
        /// Which consolidation.
        consolidation: ObligationId,
    },
    /// The whole state of the directive.
    State,
}

/// A value as JSON text.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<String, CongvanError> {
    serde_json::to_string(value).map_err(|error| not_json(&error))
}

fn not_json(error: &serde_json::Error) -> CongvanError {
    CongvanError::argument(
        "json",
        error.to_string(),
        ("không phải JSON hợp lệ", "not the JSON that was expected"),
    )
}

impl Question {
    /// Whether the answer is drawn from the recorded events too.
    pub(crate) const fn needs_history(&self) -> bool {
        match self {
            Self::Timeline | Self::Provenance { .. } => true,
            Self::Board
            | Self::Progress
            | Self::Statistics
            | Self::Emulation
            | Self::Blockers
            | Self::Standing { .. }
            | Self::State => false,
        }
    }

    /// The answer, from the directive as it stands and the events that [`Question::needs_history`] asks for.
    pub(crate) fn answer(
        &self,
        directive: &congvan::Directive,
        history: &[(Stamp, Event)],
        at: Instant,
    ) -> Result<String, CongvanError> {
        if matches!(self, Self::State) {
            return json(directive);
        }
        let proceedings = proceedings(directive)?;
        match self {
            Self::Board => json(&proceedings.board(at)),
            Self::Progress => json(&proceedings.progress(at)),
            Self::Statistics => json(&proceedings.statistics(at)),
            Self::Emulation => json(&proceedings.emulation(at)),
            Self::Blockers => json(&proceedings.blockers(at)),
            Self::Timeline => json(&proceedings.timeline(history, at)),
            Self::Standing { obligation } => json(&standing(proceedings, *obligation, at)?),
            Self::Provenance { consolidation } => json(&provenance(proceedings, *consolidation, history)?),
            Self::State => json(directive),
        }
    }
}

/// What waits for what: so many, after the first so many.
pub(super) fn blockers(proceedings: &Proceedings, at: Instant, skip: u32, limit: u32) -> Vec<Blockage> {
    proceedings.blockers(at).into_iter().skip(skip as usize).take(limit as usize).collect()
}

/// What an obligation's lateness is judged from.
pub(super) fn standing(
    proceedings: &Proceedings,
    obligation: ObligationId,
    at: Instant,
) -> Result<StandingFacts, CongvanError> {
    proceedings.standing_facts(obligation, at).ok_or_else(|| no_obligation(obligation))
}

/// What a consolidation was made from.
pub(super) fn provenance(
    proceedings: &Proceedings,
    consolidation: ObligationId,
    history: &[(Stamp, Event)],
) -> Result<Provenance, CongvanError> {
    proceedings.provenance(consolidation, history).ok_or_else(|| {
        proceedings
            .obligation(consolidation)
            .map_or_else(|| no_obligation(consolidation), |_| not_signed(consolidation))
    })
}

/// The mandate that carries out a conclusion.
pub(super) fn follow_up(
    proceedings: &Proceedings,
    history: &[(Stamp, Event)],
    meeting: Option<MeetingIndex>,
    header: Header,
) -> Result<Arc<Mandate>, CongvanError> {
    let mandate = proceedings.follow_up(history, meeting, header)?;
    Ok(Arc::new(Mandate::new(Arc::new(mandate))))
}

/// Free slots for a meeting, best first, or why there is none.
pub(crate) fn plan(
    directive: &congvan::Directive,
    ctx: (&congvan::Calendar, &congvan::Directory),
    meeting: MeetingIndex,
    demand: Demand,
) -> Result<Planning, CongvanError> {
    Ok(plan_meeting(proceedings(directive)?, meeting, ctx.0, ctx.1, &demand.into()).into())
}

/// The number of the obligation with this key; none where there is none.
pub(super) fn find(directive: &congvan::Directive, key: Key) -> Option<ObligationId> {
    directive.proceedings()?.find(key)
}

/// The key of the obligation with this number; none where there is none.
pub(super) fn key(directive: &congvan::Directive, obligation: ObligationId) -> Option<Key> {
    directive.proceedings()?.key(obligation)
}

/// Every unit that received it, after one of them, at most so many; none before it is issued.
pub(super) fn receivers(
    directive: &congvan::Directive,
    directory: &congvan::Directory,
    after: Option<UnitId>,
    limit: u32,
) -> Vec<UnitId> {
    let receivers = directive.proceedings().map(|found| found.receivers(directory)).unwrap_or_default();
    units(receivers, after, limit)
}

/// A page of units that stand in their order: those after one of them, at most so many.
pub(super) fn units(
    units: impl IntoIterator<Item = UnitId>,
    after: Option<UnitId>,
    limit: u32,
) -> Vec<UnitId> {
    units.into_iter().skip_while(|unit| Some(*unit) <= after).take(limit as usize).collect()
}

/// The number of the meeting with this identifier; none where there is none.
pub(super) fn find_meeting(directive: &congvan::Directive, meeting: MeetingId) -> Option<MeetingIndex> {
    directive.find_meeting(meeting.as_str()).ok()
}

/// The state that an obligation is in, with its data.
pub(super) fn obligation_state(
    directive: &congvan::Directive,
    obligation: ObligationId,
) -> Result<ObligationState, CongvanError> {
    let found = proceedings(directive)?.obligation(obligation);
    Ok(found.ok_or_else(|| no_obligation(obligation))?.state().into())
}

/// The state that a meeting is in, with its data.
pub(super) fn meeting_state(
    directive: &congvan::Directive,
    meeting: MeetingIndex,
) -> Result<MeetingState, CongvanError> {
    let found = proceedings(directive)?.meeting(meeting).ok_or_else(|| CongvanError::NotFound {
        what: Text {
            vi: format!("không có cuộc họp số {}", meeting.0),
            en: format!("there is no meeting {}", meeting.0),
        },
    })?;
    Ok(found.state().into())
}

/// The reasons of a refusal, told with the names that the proceedings have; none where nothing was refused.
pub(crate) fn reasons(
    refusal: Option<&congvan::Refusal>,
    proceedings: Option<&Proceedings>,
) -> Vec<RefusalReason> {
    let reasons = refusal.into_iter().flat_map(|refusal| refusal.reasons().iter());
    reasons.map(|reason| RefusalReason::of(reason, proceedings)).collect()
}

pub(super) fn proceedings(directive: &congvan::Directive) -> Result<&Proceedings, CongvanError> {
    let id = directive.id();
    directive.proceedings().ok_or_else(|| CongvanError::NotFound {
        what: Text {
            vi: format!("văn bản `{id}` chưa ban hành nên chưa có nghĩa vụ nào"),
            en: format!("directive `{id}` is not issued, so it has no obligations yet"),
        },
    })
}

fn no_obligation(id: ObligationId) -> CongvanError {
    CongvanError::NotFound {
        what: Text {
            vi: format!("không có nghĩa vụ số {}", id.0),
            en: format!("there is no obligation {}", id.0),
        },
    }
}

/// An obligation that is there and has no provenance.
fn not_signed(id: ObligationId) -> CongvanError {
    CongvanError::NotFound {
        what: Text {
            vi: format!("nghĩa vụ số {} không phải bản tổng hợp, hoặc bản tổng hợp chưa được ký", id.0),
            en: format!("obligation {} is no consolidation, or it is not signed yet", id.0),
        },
    }
}
