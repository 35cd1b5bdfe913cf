//! Questions about a directive of the pure core.

use std::sync::Arc;

use congvan::Instant;
use congvan::core::id::{MeetingId, UnitId};
use congvan::core::meeting::MeetingIndex;
use congvan::core::obligation::{Key, ObligationId};

use super::{Directive, history};
use crate::callback;
use crate::error::CongvanError;
use crate::object::Context;
use crate::object::answer::{self, Question};
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

    /// Every unit that received it, in order: whom it is sent to, and whom its issuer tells when it is revoked or replaced
    /// (Decree 30/2020/ND-CP, article 18.4); empty before it is issued.
    pub fn receivers(&self, context: Arc<Context>) -> Result<Vec<UnitId>, CongvanError> {
        self.ask(|directive| Ok(answer::receivers(directive, context.directory())))
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
