//! The statistics that the state reports: {done, open} x {on time, late} over orders.

use congvan_calendar::Instant;
use serde::Serialize;

use super::Standing;
use crate::obligation::StateName;
use crate::proceedings::Proceedings;

/// Orders in the shape of the state's reports: done and open, each on time and late; the others apart.
///
/// An absence counts as not done and late, whatever it settles for a consolidation; an addendum to it as done and
/// late. What is neither on time nor late stands apart: orders without a deadline, and those that were waived, lapsed
/// or settled by silence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Statistics {
    /// Done, submitted in time (hoàn thành đúng hạn).
    pub done_on_time: u32,
    /// Done late (hoàn thành quá hạn).
    pub done_late: u32,
    /// Not done, the deadline ahead (chưa hoàn thành, trong hạn).
    pub open_on_time: u32,
    /// Not done and overdue or absent (chưa hoàn thành, quá hạn).
    pub open_late: u32,
    /// Done, without a deadline (không có thời hạn, đã hoàn thành).
    pub no_deadline_done: u32,
    /// Not done, without a deadline (không có thời hạn, chưa hoàn thành).
    pub no_deadline_open: u32,
    /// Waived, lapsed, or settled by silence.
    pub not_counted: u32,
}

impl Statistics {
    /// Every order.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.counted() + self.no_deadline_done + self.no_deadline_open + self.not_counted
    }

    /// The orders of the table: those with a deadline that are on time or late.
    #[must_use]
    pub const fn counted(&self) -> u32 {
        self.done() + self.open()
    }

    /// Done, with a deadline.
    #[must_use]
    pub const fn done(&self) -> u32 {
        self.done_on_time + self.done_late
    }

    /// Not done, with a deadline.
    #[must_use]
    pub const fn open(&self) -> u32 {
        self.open_on_time + self.open_late
    }

    pub(super) fn add(&mut self, standing: Standing, state: StateName) {
        let cell = match standing {
            Standing::SettledOnTime => &mut self.done_on_time,
            Standing::SettledLate | Standing::DoneLateByAddendum => &mut self.done_late,
            Standing::InTime | Standing::NearDue => &mut self.open_on_time,
            Standing::Overdue | Standing::OverdueOnArrival | Standing::Absent => &mut self.open_late,
            Standing::NoDeadline if state.is_settled() => &mut self.no_deadline_done,
            Standing::NoDeadline => &mut self.no_deadline_open,
            Standing::NotCounted(_) => &mut self.not_counted,
        };
        *cell = cell.saturating_add(1);
    }
}

impl Proceedings {
    /// The orders at an instant, in the shape of the state's reports.
    #[must_use]
    pub fn statistics(&self, now: Instant) -> Statistics {
        let mut statistics = Statistics::default();
        for (id, obligation) in self.obligations().filter(|(_, found)| self.is_order(found)) {
            if let Some(standing) = self.standing(id, now) {
                statistics.add(standing, obligation.state().name());
            }
        }
        statistics
    }
}
