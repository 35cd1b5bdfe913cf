//! Candidate slots: where they may lie, whom they clash with, and how they rank.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, Timelike as _};
use congvan_calendar::{Calendar, Instant, say_date};
use congvan_text::{Say as _, Text};
use serde::Serialize;

use super::demand::Engagements;
use super::people::People;
use super::{Cause, Clash, Engaged};
use crate::directory::Directory;
use crate::id::UnitId;
use crate::mandate::{MeetingPlan, Window};
use crate::meeting::Slot;

const NOON: u32 = 12;

/// A free slot with its place among the others, and why.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RankedSlot {
    /// Its place, from 1.
    pub rank: u32,
    /// When and where.
    pub slot: Slot,
    /// Whether a whole working day lies between the final consolidation and the meeting.
    pub time_to_prepare: bool,
    /// Whether it begins before noon.
    pub morning: bool,
    /// The units that must send a deputy: invited ones whose head is engaged, and any without a head that day.
    pub deputies: Vec<UnitId>,
    /// Why it stands where it stands, for people.
    pub reasons: Vec<Text>,
}

/// Everything that slots are looked for with.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    pub(super) calendar: &'a Calendar,
    pub(super) directory: &'a Directory,
    pub(super) plan: &'a MeetingPlan,
    pub(super) window: Window,
    pub(super) now: Instant,
    pub(super) step: u32,
    pub(super) engagements: Engagements<'a>,
    pub(super) reporting: BTreeSet<UnitId>,
    pub(super) ready_on: Option<NaiveDate>,
}

impl Survey<'_> {
    /// Every free slot, best first; or the cause where there is none.
    pub(super) fn slots(&self) -> Result<Vec<RankedSlot>, Cause> {
        let window = self.window;
        if window.until < self.now.date() {
            return Err(Cause::WindowPassed { window });
        }
        let days: Vec<NaiveDate> = window
            .from
            .max(self.now.date())
            .iter_days()
            .take_while(|day| *day <= window.until)
            .filter(|day| self.calendar.is_working_day(*day))
            .collect();
        if days.is_empty() {
            return Err(Cause::NoWorkingDay { window });
        }
        let longest = days.iter().map(|day| self.longest_stretch(*day)).max().unwrap_or(0);
        if self.minutes() > longest {
            return Err(Cause::TooLong { minutes: self.minutes(), longest });
        }
        let mut free = Vec::new();
        let mut candidates = 0_u32;
        let mut clashes: BTreeMap<Option<Engaged>, u32> = BTreeMap::new();
        for day in days {
            let people = self.people_on(day);
            for start in self.starts(day) {
                candidates = candidates.saturating_add(1);
                let found = self.clashes(&people, start);
                if found.is_empty() {
                    free.push(self.slot(&people, day, start));
                }
                for clash in found {
                    let count = clashes.entry(clash).or_default();
                    *count = count.saturating_add(1);
                }
            }
        }
        if candidates == 0 {
            return Err(Cause::WindowPassed { window });
        }
        if free.is_empty() {
            return Err(Cause::AllClash { candidates, clashes: self.by_frequency(clashes) });
        }
        Ok(ranked(free))
    }

    fn minutes(&self) -> u32 {
        self.plan.minutes.max(1)
    }

    fn longest_stretch(&self, day: NaiveDate) -> u32 {
        let hours = self.calendar.working_hours(day).iter();
        let minutes = hours.map(|(from, to)| to.signed_duration_since(*from).num_minutes());
        minutes.max().and_then(|most| u32::try_from(most).ok()).unwrap_or(0)
    }

    /// Where a slot may begin on a day: inside one stretch of working hours, and after now.
    fn starts(&self, day: NaiveDate) -> Vec<Instant> {
        let mut starts = Vec::new();
        for (from, to) in self.calendar.working_hours(day) {
            let end = Instant::from_civil(day.and_time(*to));
            let mut at = Some(Instant::from_civil(day.and_time(*from)));
            while let Some(start) = at {
                if self.end_of(start).is_none_or(|until| until > end) {
                    break;
                }
                if start > self.now {
                    starts.push(start);
                }
                at = start.plus_minutes(i64::from(self.step));
            }
        }
        starts
    }

    fn end_of(&self, start: Instant) -> Option<Instant> {
        start.plus_minutes(i64::from(self.minutes()))
    }

    /// Who or what stands against a slot; the chair's vacancy is told as nobody.
    fn clashes(&self, people: &People, start: Instant) -> BTreeSet<Option<Engaged>> {
        let mut found = BTreeSet::new();
        let until = self.end_of(start).unwrap_or(start);
        let mut ask = |who: Engaged| {
            if self.engagements.engages(&who, start, until) {
                found.insert(Some(who));
            }
        };
        if let Some((chair, unit)) = people.chair {
            ask(Engaged::Person(chair));
            if let Some(unit) = unit {
                ask(Engaged::Unit(unit));
            }
        }
        for (unit, head) in &people.reporting {
            ask(Engaged::Unit(*unit));
            if let Some(head) = head {
                ask(Engaged::Person(*head));
            }
        }
        if !self.engagements.rooms.is_empty() && self.room(start).is_none() {
            found.extend(self.engagements.rooms.iter().map(|room| Some(Engaged::Room(room.clone()))));
        }
        if people.chair.is_none() {
            found.insert(None);
        }
        found
    }

    /// The first room that is free for the whole slot.
    fn room(&self, start: Instant) -> Option<&String> {
        let until = self.end_of(start).unwrap_or(start);
        let rooms = self.engagements.rooms.iter();
        rooms
            .into_iter()
            .find(|room| !self.engagements.engages(&Engaged::Room((*room).clone()), start, until))
    }

    fn slot(&self, people: &People, day: NaiveDate, start: Instant) -> RankedSlot {
        let until = self.end_of(start).unwrap_or(start);
        let engaged = |unit: UnitId, head: Option<crate::id::PersonId>| {
            self.engagements.engages(&Engaged::Unit(unit), start, until)
                || head.is_none_or(|head| self.engagements.engages(&Engaged::Person(head), start, until))
        };
        let vacant = people.reporting.iter().filter(|(_, head)| head.is_none());
        let absent = people.invited.iter().filter(|(unit, head)| engaged(*unit, *head));
        let deputies: BTreeSet<UnitId> = vacant.chain(absent).map(|(unit, _)| *unit).collect();
        // Both the day after the consolidation and the day of the meeting are counted: two leave one in between.
        let days =
            self.ready_on.map(|ready| self.calendar.working_days_between(ready, day).saturating_sub(1));
        let mut slot = RankedSlot {
            rank: 0,
            slot: Slot { minutes: self.minutes(), room: self.room(start).cloned(), start },
            time_to_prepare: days.is_none_or(|days| days >= 1),
            morning: start.civil().hour() < NOON,
            deputies: deputies.into_iter().collect(),
            reasons: Vec::new(),
        };
        slot.reasons = self.reasons(&slot, days, day);
        slot
    }

    fn reasons(&self, slot: &RankedSlot, days: Option<u32>, day: NaiveDate) -> Vec<Text> {
        let mut reasons = vec![self.calendar.day(day).say()];
        match (days, self.ready_on) {
            (Some(0), Some(ready)) => {
                let ready = say_date(ready);
                reasons.push(Text::new(
                    format!(
                        "không còn trọn ngày làm việc nào để chuẩn bị sau bản tổng hợp cuối ({})",
                        ready.vi
                    ),
                    format!("no whole working day to prepare after the final consolidation ({})", ready.en),
                ));
            }
            (Some(days), _) => reasons.push(Text::new(
                format!("còn {days} ngày làm việc để chuẩn bị sau bản tổng hợp cuối"),
                format!("working days to prepare after the final consolidation: {days}"),
            )),
            (None, _) => {}
        }
        reasons.push(if slot.morning {
            Text::fixed("họp buổi sáng", "in the morning")
        } else {
            Text::fixed("họp buổi chiều", "in the afternoon")
        });
        let heads = self.reporting.len();
        reasons.push(Text::new(
            format!("chủ trì và {heads} đơn vị báo cáo không trùng lịch"),
            format!("the chair and the {heads} reporting units are free"),
        ));
        if !slot.deputies.is_empty() {
            let names: Vec<String> = slot.deputies.iter().map(|unit| format!("`{unit}`")).collect();
            let names = names.join(", ");
            reasons
                .push(Text::new(format!("phải cử cấp phó: {names}"), format!("must send a deputy: {names}")));
        }
        if let Some(room) = &slot.slot.room {
            reasons.push(Text::new(format!("phòng `{room}` còn trống"), format!("room `{room}` is free")));
        }
        reasons
    }

    fn by_frequency(&self, clashes: BTreeMap<Option<Engaged>, u32>) -> Vec<Clash> {
        let clash = |(with, slots): (Option<Engaged>, u32)| {
            let vacant = with.is_none().then_some(self.plan.chair);
            Clash { slots, with, vacant }
        };
        let mut clashes: Vec<Clash> = clashes.into_iter().map(clash).collect();
        clashes.sort_by_key(|clash| std::cmp::Reverse(clash.slots));
        clashes
    }
}

/// Best first; the order of the module's description.
fn ranked(mut slots: Vec<RankedSlot>) -> Vec<RankedSlot> {
    slots.sort_by_key(|slot| (!slot.time_to_prepare, !slot.morning, slot.deputies.len(), slot.slot.start));
    for (slot, rank) in slots.iter_mut().zip(1_u32..) {
        slot.rank = rank;
    }
    slots
}
