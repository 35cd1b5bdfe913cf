//! How an obligation stands against its deadline at an instant.

use congvan_calendar::Instant;
use congvan_text::{Say, Text};
use serde::Serialize;

use super::lateness::Lateness;
use crate::mandate::Binding;
use crate::obligation::{Obligation, ObligationId, ObligationState, Performer};
use crate::proceedings::Proceedings;

/// How an obligation stands against the deadline in force, at an instant. It is a question, never a state.
///
/// On time is judged by when the revision that was finally accepted was submitted: the time that vetting takes is not
/// charged. Only an order can be overdue or absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Done, and submitted in time.
    SettledOnTime,
    /// Done, and submitted after the due instant, or after absence was recorded.
    SettledLate,
    /// Not done, and the deadline is ahead; or submitted in time and being vetted.
    InTime,
    /// As in time, with at most the policy's days left.
    NearDue,
    /// Not done, or submitted too late and being vetted.
    Overdue,
    /// Overdue, and the receiver registered the directive only after the due instant (Decree 30/2020/ND-CP,
    /// article 22.1).
    OverdueOnArrival,
    /// Absence was recorded after the deadline.
    Absent,
    /// Absence was recorded, and a document came after the consolidation was signed.
    DoneLateByAddendum,
    /// There is no deadline, or it is not resolved.
    NoDeadline,
    /// It counts neither as on time nor as late.
    NotCounted(Uncounted),
}

/// Why an obligation counts neither as on time nor as late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Uncounted {
    /// The authority waived it.
    Waived,
    /// It fell away with its directive, or was carried into another.
    Lapsed,
    /// It was no order, and nobody responded.
    NoResponse,
    /// Silence counted as consent.
    Consented,
    /// It is no order, and its day has passed: a request, an invitation and a target cannot be overdue.
    NotAnOrder,
}

impl Standing {
    /// Whether it is late by the deadline in force.
    #[must_use]
    pub const fn is_late(self) -> bool {
        match self {
            Self::SettledLate
            | Self::Overdue
            | Self::OverdueOnArrival
            | Self::Absent
            | Self::DoneLateByAddendum => true,
            Self::SettledOnTime | Self::InTime | Self::NearDue | Self::NoDeadline | Self::NotCounted(_) => {
                false
            }
        }
    }

    /// The frozen name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SettledOnTime => "settled_on_time",
            Self::SettledLate => "settled_late",
            Self::InTime => "in_time",
            Self::NearDue => "near_due",
            Self::Overdue => "overdue",
            Self::OverdueOnArrival => "overdue_on_arrival",
            Self::Absent => "absent",
            Self::DoneLateByAddendum => "done_late_by_addendum",
            Self::NoDeadline => "no_deadline",
            Self::NotCounted(why) => why.as_str(),
        }
    }
}

impl Uncounted {
    /// The frozen name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waived => "waived",
            Self::Lapsed => "lapsed",
            Self::NoResponse => "no_response",
            Self::Consented => "consented",
            Self::NotAnOrder => "not_an_order",
        }
    }
}

impl Say for Standing {
    fn say(&self) -> Text {
        match self {
            Self::SettledOnTime => Text::fixed("hoàn thành đúng hạn", "done on time"),
            Self::SettledLate => Text::fixed("hoàn thành quá hạn", "done late"),
            Self::InTime => Text::fixed("trong hạn", "in time"),
            Self::NearDue => Text::fixed("sắp đến hạn", "near due"),
            Self::Overdue => Text::fixed("quá hạn", "overdue"),
            Self::OverdueOnArrival => {
                Text::fixed("quá hạn ngay khi tiếp nhận văn bản", "overdue when the directive arrived")
            }
            Self::Absent => Text::fixed("vắng (không nộp)", "absent"),
            Self::DoneLateByAddendum => {
                Text::fixed("hoàn thành muộn (bổ sung sau tổng hợp)", "done late (addendum)")
            }
            Self::NoDeadline => Text::fixed("không có thời hạn", "no deadline"),
            Self::NotCounted(why) => why.say(),
        }
    }
}

impl Say for Uncounted {
    fn say(&self) -> Text {
        match self {
            Self::Waived => Text::fixed("được miễn", "waived"),
            Self::Lapsed => Text::fixed("hết hiệu lực", "lapsed"),
            Self::NoResponse => Text::fixed("không phản hồi", "no response"),
            Self::Consented => Text::fixed("coi như đồng ý", "deemed consent"),
            Self::NotAnOrder => Text::fixed(
                "đã qua ngày đề nghị, không tính quá hạn",
                "its day has passed; not an order, so not overdue",
            ),
        }
    }
}

/// What a standing rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct StandingFacts {
    /// How it stands.
    pub standing: Standing,
    /// The last instant on time, as now in force; none where there is no deadline or it is not resolved.
    pub due: Option<Instant>,
    /// The last instant on time as first fixed, before any extension.
    pub printed_due: Option<Instant>,
    /// Whether it is late against the deadline in force, whoever is to blame.
    pub late: bool,
    /// Whether it is late against the deadline as first fixed, whatever was granted since.
    pub late_against_printed: bool,
    /// When the first revision was submitted, in effective time.
    pub first_submitted: Option<Instant>,
    /// When the revision that counts was submitted: the accepted one, or the one that is being vetted.
    pub submitted: Option<Instant>,
    /// When the holder registered the directive, or delivery was recorded.
    pub registered: Option<Instant>,
    /// Whether the holder registered the directive only after the due instant.
    pub overdue_on_arrival: bool,
    /// Whether absence was recorded at some time.
    pub was_absent: bool,
    /// When the first addendum came.
    pub addendum: Option<Instant>,
}

impl Proceedings {
    /// How an obligation stands at an instant; none where there is no such obligation.
    #[must_use]
    pub fn standing(&self, id: ObligationId, now: Instant) -> Option<Standing> {
        self.standing_facts(id, now).map(|facts| facts.standing)
    }

    /// How an obligation stands at an instant, and what that rests on; none where there is no such obligation.
    ///
    /// Absence keeps its lateness: what an extension reopened after it counts as done late, whenever it comes.
    #[must_use]
    pub fn standing_facts(&self, id: ObligationId, now: Instant) -> Option<StandingFacts> {
        let obligation = self.obligation(id)?;
        let terms = obligation.terms();
        let registered =
            self.holder(obligation).and_then(Performer::unit).and_then(|unit| self.acknowledged_at(unit));
        let lateness = Lateness::of(obligation, now);
        let addendum = self.addenda(id).first().map(|record| record.at);
        let late = terms.due().is_some_and(|due| lateness.is_late(due)) || terms.was_absent();
        let facts = StandingFacts {
            standing: Standing::NoDeadline,
            due: terms.due(),
            printed_due: terms.printed_due(),
            late,
            late_against_printed: terms.printed_due().is_some_and(|due| lateness.is_late(due))
                || terms.was_absent(),
            first_submitted: terms.first_submitted(),
            submitted: lateness.submitted(),
            registered,
            overdue_on_arrival: registered.zip(terms.due()).is_some_and(|(registered, due)| registered > due),
            was_absent: terms.was_absent() || matches!(obligation.state(), ObligationState::Absent(_)),
            addendum,
        };
        Some(StandingFacts { standing: self.judge(obligation, &facts, now), ..facts })
    }

    fn judge(&self, obligation: &Obligation, facts: &StandingFacts, now: Instant) -> Standing {
        match obligation.state() {
            ObligationState::Waived(_) => Standing::NotCounted(Uncounted::Waived),
            ObligationState::Lapsed(_) => Standing::NotCounted(Uncounted::Lapsed),
            ObligationState::NoResponse(_) => Standing::NotCounted(Uncounted::NoResponse),
            ObligationState::Consented(_) => Standing::NotCounted(Uncounted::Consented),
            ObligationState::Absent(_) if facts.addendum.is_some() => Standing::DoneLateByAddendum,
            ObligationState::Absent(_) => Standing::Absent,
            ObligationState::Accepted(_) | ObligationState::Incorporated(_) | ObligationState::Ended(_) => {
                if facts.due.is_none() {
                    Standing::NoDeadline
                } else if facts.late {
                    Standing::SettledLate
                } else {
                    Standing::SettledOnTime
                }
            }
            ObligationState::Submitted(_) => match facts.due {
                None => Standing::NoDeadline,
                Some(due) if facts.submitted.is_some_and(|at| at <= due) => Standing::InTime,
                Some(_) => self.past_due(obligation, facts),
            },
            // The day of a standing duty is its end, not a day by which something is to be handed in.
            ObligationState::Continuing(_) => facts.due.map_or(Standing::NoDeadline, |_| Standing::InTime),
            ObligationState::Owed(_) | ObligationState::Drafting(_) | ObligationState::Returned(_) => {
                match facts.due {
                    None => Standing::NoDeadline,
                    Some(due) if now > due => self.past_due(obligation, facts),
                    Some(due) if self.is_near(due, now) => Standing::NearDue,
                    Some(_) => Standing::InTime,
                }
            }
        }
    }

    fn past_due(&self, obligation: &Obligation, facts: &StandingFacts) -> Standing {
        if !self.is_order(obligation) {
            Standing::NotCounted(Uncounted::NotAnOrder)
        } else if facts.overdue_on_arrival {
            Standing::OverdueOnArrival
        } else {
            Standing::Overdue
        }
    }

    fn is_near(&self, due: Instant, now: Instant) -> bool {
        let left = due.date().signed_duration_since(now.date()).num_days();
        left <= i64::from(self.mandate().policy.near_due_days)
    }

    /// Whether the obligation is an order: only orders can be overdue or absent, and only they are counted.
    #[must_use]
    pub fn is_order(&self, obligation: &Obligation) -> bool {
        self.assignment(obligation).is_some_and(|assignment| assignment.binding == Binding::Order)
    }
}
