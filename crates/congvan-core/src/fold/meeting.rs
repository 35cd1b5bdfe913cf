//! How events of meetings move them on.

use super::Fold;
use crate::directive::{Directive, Problem};
use crate::event::{
    ConclusionAnnounced, MeetingCancelled, MeetingHeld, MeetingPostponed, MeetingProposed,
    MeetingRescheduled, MeetingScheduled, Stamp,
};
use crate::evidence::Prepared;
use crate::meeting::{Meeting, MeetingIndex, MeetingState, MeetingStateName, Slot};

/// Moves one meeting on; the directive is dropped when the step fails.
fn step(
    directive: &mut Directive,
    at: MeetingIndex,
    go: impl FnOnce(MeetingState) -> Result<MeetingState, MeetingStateName>,
) -> Result<(), Problem> {
    let meeting = meeting_mut(directive, at)?;
    let state = std::mem::replace(&mut meeting.state, MeetingState::Planned(crate::meeting::Planned::new()));
    meeting.state = go(state).map_err(|state| Problem::WrongMeetingState { meeting: at, state })?;
    Ok(())
}

fn meeting_mut(directive: &mut Directive, at: MeetingIndex) -> Result<&mut Meeting, Problem> {
    directive
        .proceedings_mut()?
        .meetings
        .get_mut(usize::from(at.0))
        .ok_or(Problem::UnknownMeeting { meeting: at })
}

/// I4: nothing sits before what it prepares is settled, nor outside its window.
fn may_sit(directive: &mut Directive, at: MeetingIndex, slot: &Slot) -> Result<(), Problem> {
    let proceedings = directive.proceedings_mut()?;
    Prepared::of(proceedings, at).map_err(|count| Problem::NotPrepared { meeting: at, count })?;
    let window = proceedings.meeting(at).and_then(Meeting::window);
    if window.is_some_and(|window| !window.contains(slot.start.date())) {
        return Err(Problem::OutsideWindow { meeting: at });
    }
    Ok(())
}

impl Fold for MeetingProposed {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        step(directive, self.meeting, |state| match state {
            MeetingState::Planned(state) => Ok(MeetingState::Planned(state.propose(self.slot.clone()))),
            MeetingState::Postponed(_) => Ok(state),
            MeetingState::Scheduled(_)
            | MeetingState::Held(_)
            | MeetingState::Announced(_)
            | MeetingState::Cancelled(_) => Err(state.name()),
        })
    }
}

impl Fold for MeetingScheduled {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        may_sit(directive, self.meeting, &self.slot)?;
        let slot = self.slot.clone();
        step(directive, self.meeting, |state| match state {
            MeetingState::Planned(state) => Ok(MeetingState::Scheduled(state.schedule(slot))),
            MeetingState::Postponed(state) => Ok(MeetingState::Scheduled(state.schedule(slot))),
            MeetingState::Held(state) if state.adjourned() => {
                Ok(MeetingState::Scheduled(state.schedule(slot)))
            }
            MeetingState::Held(_)
            | MeetingState::Scheduled(_)
            | MeetingState::Announced(_)
            | MeetingState::Cancelled(_) => Err(state.name()),
        })
    }
}

impl Fold for MeetingRescheduled {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        may_sit(directive, self.meeting, &self.slot)?;
        let slot = self.slot.clone();
        step(directive, self.meeting, |state| {
            Ok(MeetingState::Scheduled(state.into_scheduled()?.reschedule(slot)))
        })
    }
}

impl Fold for MeetingPostponed {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        step(directive, self.meeting, |state| Ok(MeetingState::Postponed(state.into_scheduled()?.postpone())))
    }
}

impl Fold for MeetingCancelled {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        step(directive, self.meeting, |state| match state {
            MeetingState::Planned(state) => Ok(MeetingState::Cancelled(state.cancel())),
            MeetingState::Scheduled(state) => Ok(MeetingState::Cancelled(state.cancel())),
            MeetingState::Postponed(state) => Ok(MeetingState::Cancelled(state.cancel())),
            MeetingState::Held(_) | MeetingState::Announced(_) | MeetingState::Cancelled(_) => {
                Err(state.name())
            }
        })
    }
}

impl Fold for MeetingHeld {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        let proceedings = directive.proceedings_mut()?;
        Prepared::of(proceedings, self.meeting)
            .map_err(|count| Problem::NotPrepared { meeting: self.meeting, count })?;
        step(directive, self.meeting, |state| {
            Ok(MeetingState::Held(state.into_scheduled()?.hold(self.adjourned)))
        })
    }
}

impl Fold for ConclusionAnnounced {
    fn fold(&self, directive: &mut Directive, _: &Stamp) -> Result<(), Problem> {
        step(directive, self.meeting, |state| match state {
            MeetingState::Held(state) if !state.adjourned() => Ok(MeetingState::Announced(state.announce())),
            MeetingState::Held(_)
            | MeetingState::Planned(_)
            | MeetingState::Scheduled(_)
            | MeetingState::Postponed(_)
            | MeetingState::Announced(_)
            | MeetingState::Cancelled(_) => Err(state.name()),
        })
    }
}
