//! Questions about a directive of the pure core.

use std::sync::Arc;

use congvan::Instant;
use congvan::core::Proceedings;
use congvan::core::id::{MeetingId, UnitId};
use congvan::core::mandate::Header;
use congvan::core::meeting::MeetingIndex;
use congvan::core::obligation::{Key, ObligationId};
use congvan::core::query::{
    Blockage, Board, Emulation, Progress, Provenance, StandingFacts, Statistics, Timeline,
};

use super::{Directive, history};
use crate::callback;
use crate::error::CongvanError;
use crate::mandate::Mandate;
use crate::object::Context;
use crate::object::answer::{self, Question, proceedings};
use crate::planner::{Demand, Planning};
use crate::state::{DirectiveState, MeetingState, ObligationState};

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Directive {
    /// The state that it is in, with its data.
    pub fn state(&self) -> Result<DirectiveState, CongvanError> {
        self.ask(|directive| Ok(directive.state().into()))
    }

    /// The number of the obligation with a key such as `so-y-te/1a/cchc`; none where there is none.
    pub fn find(&self, key: Key) -> Result<Option<ObligationId>, CongvanError> {
        self.ask(|directive| Ok(answer::find(directive, key)))
    }

    /// The key of an obligation; none where there is none.
    pub fn key(&self, obligation: ObligationId) -> Result<Option<Key>, CongvanError> {
        self.ask(|directive| Ok(answer::key(directive, obligation)))
    }

    /// The number of the meeting with an identifier; none where there is none.
    pub fn find_meeting(&self, meeting: MeetingId) -> Result<Option<MeetingIndex>, CongvanError> {
        self.ask(|directive| Ok(answer::find_meeting(directive, meeting)))
    }

    /// The state that an obligation is in, with its data.
    pub fn obligation_state(&self, obligation: ObligationId) -> Result<ObligationState, CongvanError> {
        self.ask(|directive| answer::obligation_state(directive, obligation))
    }

    /// The state that a meeting is in, with its data.
    pub fn meeting_state(&self, meeting: MeetingIndex) -> Result<MeetingState, CongvanError> {
        self.ask(|directive| answer::meeting_state(directive, meeting))
    }

    /// The units that received it, in their order, after one of them, at most so many: whom it is sent to, and whom its issuer
    /// tells when it is revoked or replaced (Decree 30/2020/ND-CP, article 18.4); empty before it is issued.
    #[uniffi::method(default(after = None, limit = 1000))]
    pub fn receivers(
        &self,
        context: Arc<Context>,
        after: Option<UnitId>,
        limit: u32,
    ) -> Result<Vec<UnitId>, CongvanError> {
        self.ask(|directive| Ok(answer::receivers(directive, context.directory(), after, limit)))
    }

    /// Every obligation in a table: a row for each performer, a column for each assignment and field.
    pub fn board(&self, at: Instant) -> Result<Board, CongvanError> {
        self.ask_proceedings(|found| Ok(found.board(at)))
    }

    /// What is settled, open, late and returned: in all, by unit, assignment, field and stage.
    pub fn progress(&self, at: Instant) -> Result<Progress, CongvanError> {
        self.ask_proceedings(|found| Ok(found.progress(at)))
    }

    /// The directive in the seven cells of the monitoring statistics.
    pub fn statistics(&self, at: Instant) -> Result<Statistics, CongvanError> {
        self.ask_proceedings(|found| Ok(found.statistics(at)))
    }

    /// The emulation sheet: how each holder kept its deadlines.
    pub fn emulation(&self, at: Instant) -> Result<Emulation, CongvanError> {
        self.ask_proceedings(|found| Ok(found.emulation(at)))
    }

    /// What waits for what, and who can do what about it, what comes next first: so many, after the first so many.
    #[uniffi::method(default(skip = 0, limit = 1000))]
    pub fn blockers(&self, at: Instant, skip: u32, limit: u32) -> Result<Vec<Blockage>, CongvanError> {
        self.ask_proceedings(|found| Ok(answer::blockers(found, at, skip, limit)))
    }

    /// The stages against their deadlines, and the milestones that a reader of the history should see, from the lines of
    /// the rows.
    pub fn timeline(&self, at: Instant, lines: Vec<String>) -> Result<Timeline, CongvanError> {
        let history = history(&lines)?;
        self.ask_proceedings(|found| Ok(found.timeline(&history, at)))
    }

    /// What an obligation's lateness is judged from.
    pub fn standing(&self, obligation: ObligationId, at: Instant) -> Result<StandingFacts, CongvanError> {
        self.ask_proceedings(|found| answer::standing(found, obligation, at))
    }

    /// What a signed consolidation was made from: the accepted revisions, and who is waived or absent and why; from the
    /// lines of the rows.
    pub fn provenance(
        &self,
        obligation: ObligationId,
        lines: Vec<String>,
    ) -> Result<Provenance, CongvanError> {
        let history = history(&lines)?;
        self.ask_proceedings(|found| answer::provenance(found, obligation, &history))
    }

    /// The mandate of a directive that carries out a meeting's conclusion, under a header of the caller's (such as
    /// `further_header` of the mandate gives): its follow-up assignments, resting on its notice; from the lines of the rows. Where no
    /// meeting is named, it is the one whose conclusion assigns something.
    #[uniffi::method(default(meeting = None))]
    pub fn follow_up(
        &self,
        header: Header,
        lines: Vec<String>,
        meeting: Option<MeetingIndex>,
    ) -> Result<Arc<Mandate>, CongvanError> {
        let history = history(&lines)?;
        self.ask_proceedings(|found| answer::follow_up(found, &history, meeting, header))
    }

    /// The answer to a question, as JSON; a timeline and a provenance are drawn from the lines of the rows too.
    #[uniffi::method(default(lines = []))]
    pub fn answer_json(
        &self,
        question: Question,
        at: Instant,
        lines: Vec<String>,
    ) -> Result<String, CongvanError> {
        let history = if question.needs_history() { history(&lines)? } else { Vec::new() };
        self.ask(|directive| question.answer(directive, &history, at))
    }

    /// Free slots for a meeting, best first and each with its reasons, or why there is none.
    pub fn plan_meeting(
        &self,
        meeting: MeetingIndex,
        demand: Demand,
        context: Arc<Context>,
    ) -> Result<Planning, CongvanError> {
        self.ask(|directive| {
            callback::judged(|| {
                answer::plan(directive, (context.calendar(), context.directory()), meeting, demand)
            })
        })
    }

    /// The meetings that have a slot, as iCalendar (RFC 5545) for other programs, from the lines of the rows.
    pub fn meetings_ical(&self, lines: Vec<String>, context: Arc<Context>) -> Result<String, CongvanError> {
        let history = history(&lines)?;
        let events = history.iter().map(|(stamp, event)| (stamp, event));
        self.ask(|directive| Ok(congvan::ical::meetings(directive, events, context.directory())))
    }
}

impl Directive {
    /// Asks a question of the obligations and meetings.
    fn ask_proceedings<T>(
        &self,
        question: impl FnOnce(&Proceedings) -> Result<T, CongvanError>,
    ) -> Result<T, CongvanError> {
        self.ask(|directive| question(proceedings(directive)?))
    }
}
