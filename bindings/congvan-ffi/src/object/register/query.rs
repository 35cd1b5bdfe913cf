//! Questions about the directives of a register.

use std::sync::Arc;

use congvan::Instant;
use congvan::core::Proceedings;
use congvan::core::id::{DirectiveId, MeetingId, UnitId};
use congvan::core::mandate::Header;
use congvan::core::meeting::MeetingIndex;
use congvan::core::obligation::{Key, ObligationId};
use congvan::core::query::{
    Blockage, Board, Emulation, Progress, Provenance, StandingFacts, Statistics, Timeline,
};

use super::{Opened, Register};
use crate::callback;
use crate::error::CongvanError;
use crate::mandate::Mandate;
use crate::object::Question;
use crate::object::answer::{self, proceedings};
use crate::planner::{Demand, Planning};
use crate::state::{DirectiveState, MeetingState, ObligationState};

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Register {
    /// The directives in the order of their identifiers, after one of them, at most so many.
    #[uniffi::method(default(after = None, limit = 1000))]
    pub fn directives(
        &self,
        after: Option<DirectiveId>,
        limit: u32,
    ) -> Result<Vec<DirectiveId>, CongvanError> {
        Ok(self.opened()?.core.directives(after, limit as usize)?)
    }

    /// The state that a directive is in, with its data.
    pub fn state(&self, directive: DirectiveId) -> Result<DirectiveState, CongvanError> {
        Ok(self.opened()?.core.ask(directive, |found| found.state().into())?)
    }

    /// The number of the obligation with a key such as `so-y-te/1a/cchc`; none where there is none.
    pub fn find(&self, directive: DirectiveId, key: Key) -> Result<Option<ObligationId>, CongvanError> {
        Ok(self.opened()?.core.ask(directive, |found| answer::find(found, key))?)
    }

    /// The key of an obligation; none where there is none.
    pub fn key(&self, directive: DirectiveId, obligation: ObligationId) -> Result<Option<Key>, CongvanError> {
        Ok(self.opened()?.core.ask(directive, |found| answer::key(found, obligation))?)
    }

    /// The number of the meeting with an identifier; none where there is none.
    pub fn find_meeting(
        &self,
        directive: DirectiveId,
        meeting: MeetingId,
    ) -> Result<Option<MeetingIndex>, CongvanError> {
        Ok(self.opened()?.core.ask(directive, |found| answer::find_meeting(found, meeting))?)
    }

    /// The state that an obligation is in, with its data.
    pub fn obligation_state(
        &self,
        directive: DirectiveId,
        obligation: ObligationId,
    ) -> Result<ObligationState, CongvanError> {
        self.opened()?.core.ask(directive, |found| answer::obligation_state(found, obligation))?
    }

    /// The state that a meeting is in, with its data.
    pub fn meeting_state(
        &self,
        directive: DirectiveId,
        meeting: MeetingIndex,
    ) -> Result<MeetingState, CongvanError> {
        self.opened()?.core.ask(directive, |found| answer::meeting_state(found, meeting))?
    }

    /// How many events a directive was folded from.
    pub fn version(&self, directive: DirectiveId) -> Result<u64, CongvanError> {
        Ok(self.opened()?.core.ask(directive, congvan::Directive::version)?)
    }

    /// What a directive orders, from the first draft on.
    pub fn mandate(&self, directive: DirectiveId) -> Result<Option<Arc<Mandate>>, CongvanError> {
        let mandate = self.opened()?.core.ask(directive, |found| found.mandate().map(Arc::clone))?;
        Ok(mandate.map(|found| Arc::new(Mandate::new(found))))
    }

    /// The units that received it, in their order, after one of them, at most so many: whom it is sent to, and whom its issuer
    /// tells when it is revoked or replaced (Decree 30/2020/ND-CP, article 18.4); empty before it is issued.
    #[uniffi::method(default(after = None, limit = 1000))]
    pub fn receivers(
        &self,
        directive: DirectiveId,
        after: Option<UnitId>,
        limit: u32,
    ) -> Result<Vec<UnitId>, CongvanError> {
        let opened = self.opened()?;
        let directory = opened.core.directory();
        Ok(opened.core.ask(directive, |found| answer::receivers(found, &directory, after, limit))?)
    }

    /// Every obligation in a table: a row for each performer, a column for each assignment and field.
    #[uniffi::method(default(at = None))]
    pub fn board(&self, directive: DirectiveId, at: Option<Instant>) -> Result<Board, CongvanError> {
        self.opened()?.of_proceedings(directive, at, Proceedings::board)
    }

    /// What is settled, open, late and returned: in all, by unit, assignment, field and stage.
    #[uniffi::method(default(at = None))]
    pub fn progress(&self, directive: DirectiveId, at: Option<Instant>) -> Result<Progress, CongvanError> {
        self.opened()?.of_proceedings(directive, at, Proceedings::progress)
    }

    /// The directive in the seven cells of the monitoring statistics.
    #[uniffi::method(default(at = None))]
    pub fn statistics(
        &self,
        directive: DirectiveId,
        at: Option<Instant>,
    ) -> Result<Statistics, CongvanError> {
        self.opened()?.of_proceedings(directive, at, Proceedings::statistics)
    }

    /// The emulation sheet: how each holder kept its deadlines.
    #[uniffi::method(default(at = None))]
    pub fn emulation(&self, directive: DirectiveId, at: Option<Instant>) -> Result<Emulation, CongvanError> {
        self.opened()?.of_proceedings(directive, at, Proceedings::emulation)
    }

    /// What waits for what, and who can do what about it, what comes next first: so many, after the first so many.
    #[uniffi::method(default(at = None, skip = 0, limit = 1000))]
    pub fn blockers(
        &self,
        directive: DirectiveId,
        at: Option<Instant>,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<Blockage>, CongvanError> {
        self.opened()?
            .of_proceedings(directive, at, |proceedings, now| answer::blockers(proceedings, now, skip, limit))
    }

    /// The stages against their deadlines, and the milestones that a reader of the history should see.
    #[uniffi::method(default(at = None))]
    pub fn timeline(&self, directive: DirectiveId, at: Option<Instant>) -> Result<Timeline, CongvanError> {
        self.opened()?.of_history(directive, at, Proceedings::timeline)
    }

    /// What an obligation's lateness is judged from.
    #[uniffi::method(default(at = None))]
    pub fn standing(
        &self,
        directive: DirectiveId,
        obligation: ObligationId,
        at: Option<Instant>,
    ) -> Result<StandingFacts, CongvanError> {
        self.opened()?.of_proceedings(directive, at, |proceedings, now| {
            answer::standing(proceedings, obligation, now)
        })?
    }

    /// What a signed consolidation was made from: the accepted revisions, and who is waived or absent and why.
    pub fn provenance(
        &self,
        directive: DirectiveId,
        obligation: ObligationId,
    ) -> Result<Provenance, CongvanError> {
        self.opened()?.of_history(directive, None, |proceedings, history, _| {
            answer::provenance(proceedings, obligation, history)
        })?
    }

    /// The mandate of a directive that carries out a meeting's conclusion, under a header of the caller's (such as
    /// `further_header` of the mandate gives): its follow-up assignments, resting on its notice. Where no meeting is named, it is the one
    /// whose conclusion assigns something.
    #[uniffi::method(default(meeting = None))]
    pub fn follow_up(
        &self,
        directive: DirectiveId,
        header: Header,
        meeting: Option<MeetingIndex>,
    ) -> Result<Arc<Mandate>, CongvanError> {
        self.opened()?.of_history(directive, None, |proceedings, history, _| {
            answer::follow_up(proceedings, history, meeting, header)
        })?
    }

    /// The answer to a question, as JSON: for large answers in languages in which JSON is read faster than records.
    #[uniffi::method(default(at = None))]
    pub fn answer_json(
        &self,
        directive: DirectiveId,
        question: Question,
        at: Option<Instant>,
    ) -> Result<String, CongvanError> {
        let opened = self.opened()?;
        let at = opened.instant(at)?;
        if question.needs_history() {
            return opened
                .core
                .ask_history(directive, |found, history| question.answer(found, history, at))?;
        }
        opened.core.ask(directive, |found| question.answer(found, &[], at))?
    }

    /// Free slots for a meeting, best first and each with its reasons, or why there is none.
    pub fn plan_meeting(
        &self,
        directive: DirectiveId,
        meeting: MeetingIndex,
        demand: Demand,
    ) -> Result<Planning, CongvanError> {
        let opened = self.opened()?;
        let (calendar, directory) = (opened.core.calendar(), opened.core.directory());
        callback::judged(|| {
            opened
                .core
                .ask(directive, |found| answer::plan(found, (&calendar, &directory), meeting, demand))?
        })
    }

    /// The meetings of a directive that have a slot, as iCalendar (RFC 5545) for other programs.
    pub fn meetings_ical(&self, directive: DirectiveId) -> Result<String, CongvanError> {
        Ok(self.opened()?.core.meetings_ical(directive)?)
    }
}

impl Opened {
    /// Asks a question of the obligations and meetings of a directive.
    fn of_proceedings<T>(
        &self,
        id: DirectiveId,
        at: Option<Instant>,
        question: impl FnOnce(&Proceedings, Instant) -> T,
    ) -> Result<T, CongvanError> {
        let at = self.instant(at)?;
        self.core.ask(id, |found| Ok(question(proceedings(found)?, at)))?
    }

    /// Asks a question of the obligations and meetings of a directive and of its events.
    fn of_history<T>(
        &self,
        id: DirectiveId,
        at: Option<Instant>,
        question: impl FnOnce(&Proceedings, &[(congvan::Stamp, congvan::Event)], Instant) -> T,
    ) -> Result<T, CongvanError> {
        let at = self.instant(at)?;
        self.core.ask_history(id, |found, history| Ok(question(proceedings(found)?, history, at)))?
    }
}
