//! Payloads for an offer: if any payload of it is accepted, one of these is.

mod blind;
mod directive;
mod obligation;
mod paper;

use chrono::Days;
use congvan_calendar::Instant;
use congvan_core::command::{Announce, Cancel, Hold, Postpone, Propose, Reschedule, Schedule};
use congvan_core::event::FollowUp;
use congvan_core::meeting::{Attendance, ChairOverride, MeetingIndex, Presence, Slot};
use congvan_core::{Command, Ctx, Directive, Instrument, Kind, Offer, Proceedings, Target};

use crate::strategy::World;

pub use blind::blind;

/// What a payload is chosen for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What the decision is made with.
    pub ctx: &'a Ctx<'a>,
    /// The directive as it stands.
    pub directive: &'a Directive,
    /// The world that it lives in.
    pub world: &'a World,
}

/// The payload of an offer that is accepted if any is.
#[must_use]
pub fn best_payload(asked: &Asked<'_>, offer: Offer) -> Option<Command> {
    let mut payloads = payloads(asked, offer);
    let accepted = payloads.iter().position(|command| asked.directive.decide(command, asked.ctx).is_ok())?;
    Some(payloads.swap_remove(accepted))
}

/// Payloads of an offer, the likeliest first; none where the kind is never aimed at such a target.
#[must_use]
pub fn payloads(asked: &Asked<'_>, offer: Offer) -> Vec<Command> {
    let found = match offer.target {
        Target::Directive => directive::of_directive(asked, offer.kind),
        Target::Unit(unit) => directive::of_unit(asked, offer.kind, unit),
        Target::Obligation(id) => obligation::of_obligation(asked, offer.kind, id),
        Target::Meeting(at) => of_meeting(asked, offer.kind, at),
    };
    found.unwrap_or_default()
}

/// Why anything generated is done.
pub(crate) fn why() -> String {
    "theo chỉ đạo".to_owned()
}

/// The document that anything generated rests on.
pub(crate) fn instrument(ctx: &Ctx<'_>) -> Instrument {
    Instrument {
        date: ctx.now.date(),
        notation: "QĐ-UBND".to_owned(),
        number: "12".to_owned(),
        signer: "Chủ tịch".to_owned(),
    }
}

fn of_meeting(asked: &Asked<'_>, kind: Kind, meeting: MeetingIndex) -> Option<Vec<Command>> {
    let ctx = asked.ctx;
    let one = |command: Command| Some(vec![command]);
    match kind {
        Kind::Propose => {
            // A tentative date binds nobody: it may lie outside the window, when that has passed.
            let tomorrow = ctx.now.plus_minutes(24 * 60);
            let mut slots = slots(asked, meeting);
            slots.extend(tomorrow.map(|start| Slot { minutes: 90, room: None, start }));
            Some(slots.into_iter().map(|slot| Propose { meeting, slot }.into()).collect())
        }
        Kind::Schedule => {
            let with = |(slot, overriding)| Schedule { meeting, overriding, slot }.into();
            Some(sittings(asked, meeting).into_iter().map(with).collect())
        }
        Kind::Reschedule => {
            let with = |(slot, overriding)| Reschedule { meeting, overriding, reason: why(), slot }.into();
            Some(sittings(asked, meeting).into_iter().map(with).collect())
        }
        Kind::Postpone => one(Postpone { meeting, reason: why() }.into()),
        Kind::Cancel => one(Cancel { meeting, reason: why() }.into()),
        Kind::Hold => {
            let attendance =
                asked.directive.proceedings().map(|found| attendance(found, meeting)).unwrap_or_default();
            let hold = |adjourned| {
                let attendance = attendance.clone();
                Hold { adjourned, attendance, ended_at: ctx.now, meeting, note: Some(why()) }.into()
            };
            Some(vec![hold(false), hold(true)])
        }
        Kind::Announce => {
            let plan = asked.world.mandate.assignments.first().cloned();
            let follow_ups = plan.map(|assignment| FollowUp { assignment, decision: Some(0) });
            let announce = Announce {
                decisions: vec!["giao các đơn vị thực hiện".to_owned()],
                follow_ups: follow_ups.into_iter().collect(),
                meeting,
                notice: instrument(ctx),
            };
            one(announce.into())
        }
        other => not_aimed_so(other),
    }
}

/// The kinds that are aimed at something else.
pub(crate) const fn not_aimed_so(_: Kind) -> Option<Vec<Command>> {
    None
}

/// Slots ahead: on each day of the window, or of the next days, at nine or at the very end of the day.
fn slots(asked: &Asked<'_>, meeting: MeetingIndex) -> Vec<Slot> {
    let now = asked.ctx.now;
    let window = asked
        .directive
        .proceedings()
        .and_then(|found| found.meeting(meeting))
        .and_then(|found| found.window());
    let from = window.map_or(now.date(), |window| window.from.max(now.date()));
    let until = window.map_or_else(|| from.checked_add_days(Days::new(4)), |window| Some(window.until));
    let mut slots = Vec::new();
    let mut day = Some(from);
    while let Some(at) = day.filter(|at| until.is_some_and(|until| *at <= until)) {
        for start in [Instant::at(at, 9, 0), Some(Instant::end_of(at))].into_iter().flatten() {
            // Of two lengths, so that one of them moves a meeting that already has this start.
            slots.extend([90, 60].map(|minutes| Slot { minutes, room: None, start }));
        }
        day = at.checked_add_days(Days::new(1));
    }
    slots.retain(|slot| slot.start > now);
    slots
}

/// Slots with and without the chair's override.
fn sittings(asked: &Asked<'_>, meeting: MeetingIndex) -> Vec<(Slot, Option<ChairOverride>)> {
    let chair =
        asked.directive.proceedings().and_then(|found| found.meeting_plan(meeting)).map(|plan| plan.chair);
    let chair = chair.and_then(|office| asked.ctx.directory.holder(office, asked.ctx.now.date()));
    let overriding = chair.map(|by| ChairOverride { by, reason: why() });
    let slots = slots(asked, meeting);
    let plain = slots.iter().cloned().map(|slot| (slot, None));
    let overridden = slots.iter().cloned().map(|slot| (slot, overriding.clone()));
    plain.chain(overridden).collect()
}

/// Every unit that reports or owes attendance, by its head.
fn attendance(proceedings: &Proceedings, meeting: MeetingIndex) -> Vec<Attendance> {
    let Some(plan) = proceedings.meeting_plan(meeting) else { return Vec::new() };
    let mut units: Vec<_> = proceedings
        .obligations()
        .filter(|(_, found)| {
            proceedings.assignment(found).is_some_and(|known| {
                plan.reports.contains(&known.id)
                    || known.completion == congvan_core::mandate::Completion::Attendance(plan.id)
            })
        })
        .filter_map(|(_, found)| proceedings.holder(found)?.unit())
        .collect();
    units.sort_unstable();
    units.dedup();
    units.into_iter().map(|unit| Attendance { person: None, presence: Presence::Head, unit }).collect()
}
