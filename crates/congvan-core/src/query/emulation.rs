//! The emulation sheet (bảng theo dõi thi đua): what each unit did with the orders it holds.

use std::collections::BTreeMap;

use congvan_calendar::Instant;
use serde::Serialize;

use super::{Standing, Uncounted};
use crate::obligation::Performer;
use crate::proceedings::Proceedings;

/// What each unit did with the orders it holds; one line per unit, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Emulation {
    /// One line per holder.
    pub rows: Vec<EmulationRow>,
}

/// What one unit did with the orders it holds.
///
/// Every order stands in exactly one of the columns from `on_time` to `no_deadline`; `returned` counts beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct EmulationRow {
    /// Who holds them now.
    pub holder: Performer,
    /// How many orders.
    pub total: u32,
    /// Done on time.
    pub on_time: u32,
    /// Done late, or overdue.
    pub late: u32,
    /// Late because the directive arrived after the due instant, which is not the unit's doing.
    pub late_on_arrival: u32,
    /// Absent, whether or not something came as an addendum.
    pub absent: u32,
    /// Waived.
    pub waived: u32,
    /// Lapsed, or settled by silence.
    pub fell_away: u32,
    /// Not done, the deadline ahead.
    pub open: u32,
    /// Without a deadline, done or not.
    pub no_deadline: u32,
    /// How many were returned at least once.
    pub returned: u32,
}

impl EmulationRow {
    const fn new(holder: Performer) -> Self {
        Self {
            holder,
            total: 0,
            on_time: 0,
            late: 0,
            late_on_arrival: 0,
            absent: 0,
            waived: 0,
            fell_away: 0,
            open: 0,
            no_deadline: 0,
            returned: 0,
        }
    }

    fn add(&mut self, standing: Standing, arrived_late: bool) {
        let column = match standing {
            Standing::SettledOnTime => &mut self.on_time,
            Standing::SettledLate | Standing::Overdue if arrived_late => &mut self.late_on_arrival,
            Standing::SettledLate | Standing::Overdue => &mut self.late,
            Standing::OverdueOnArrival => &mut self.late_on_arrival,
            Standing::Absent | Standing::DoneLateByAddendum => &mut self.absent,
            Standing::InTime | Standing::NearDue => &mut self.open,
            Standing::NoDeadline => &mut self.no_deadline,
            Standing::NotCounted(Uncounted::Waived) => &mut self.waived,
            Standing::NotCounted(
                Uncounted::Lapsed | Uncounted::NoResponse | Uncounted::Consented | Uncounted::NotAnOrder,
            ) => &mut self.fell_away,
        };
        *column = column.saturating_add(1);
        self.total = self.total.saturating_add(1);
    }
}

impl Proceedings {
    /// The emulation sheet at an instant, over orders only.
    #[must_use]
    pub fn emulation(&self, now: Instant) -> Emulation {
        let mut rows: BTreeMap<Performer, EmulationRow> = BTreeMap::new();
        for (id, obligation) in self.obligations().filter(|(_, found)| self.is_order(found)) {
            let (Some(holder), Some(facts)) = (self.holder(obligation), self.standing_facts(id, now)) else {
                continue;
            };
            let row = rows.entry(holder).or_insert_with(|| EmulationRow::new(holder));
            row.add(facts.standing, facts.overdue_on_arrival);
            row.returned = row.returned.saturating_add(u32::from(obligation.terms().returns() > 0));
        }
        Emulation { rows: rows.into_values().collect() }
    }
}

#[cfg(test)]
mod tests {
    use crate::query::tests::desk::{Desk, at};

    #[test]
    fn lateness_is_charged_to_the_unit_only_where_the_directive_arrived_in_time() {
        let mut desk = Desk::unregistered();
        desk.register("sb", "2024-03-27T10:00");
        desk.register("sa", "2024-03-28T08:00");
        desk.submit("sb/a/f", "2024-03-28T09:00");
        desk.send_back("sb/a/f", "th.officer", "2024-03-28T10:00");
        for key in ["sa/a/f", "sb/a/f"] {
            desk.submit(key, "2024-03-29T08:00");
            desk.accept(key, "th.officer", "2024-03-29T09:00");
        }
        let sheet = desk.proceedings().emulation(at("2024-03-29T10:00"));
        let row = |unit: &str| {
            let row = sheet.rows.iter().find(|row| row.holder.to_string() == unit).unwrap();
            (row.total, row.on_time, row.late, row.late_on_arrival, row.returned)
        };
        assert_eq!(row("sa"), (1, 0, 0, 1, 0));
        assert_eq!(row("sb"), (1, 0, 1, 0, 1));
    }
}
