//! The one choke point of authority: who may do what, in which capacity. What is not allowed here is denied.

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::actor::{Actor, Capacity};
use crate::context::Ctx;
use crate::directory::Power;
use crate::id::UnitId;
use crate::refusal::{Reason, Reasons};

/// By what authority somebody acted; the log keeps it apart from who acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Authority {
    /// The body that issued the directive, or one above it.
    Issuer,
    /// The office that numbers, dispatches and records for it.
    Office,
    /// The unit that drafts the directive.
    Drafter,
    /// The unit that owes the obligation.
    Holder,
    /// The unit that vets.
    Vetter,
    /// The unit that consolidates.
    Consolidator,
    /// The unit that monitors.
    Monitor,
    /// The unit it is sent through.
    Collector,
    /// The unit that arranges a meeting.
    Organiser,
    /// The chair of a meeting.
    Chair,
}

impl congvan_text::Say for Authority {
    fn say(&self) -> congvan_text::Text {
        let (vi, en) = match self {
            Self::Issuer => ("cấp ban hành", "issuer"),
            Self::Office => ("văn phòng", "office"),
            Self::Drafter => ("đơn vị soạn thảo", "drafter"),
            Self::Holder => ("đơn vị thực hiện", "holder"),
            Self::Vetter => ("cơ quan thẩm định", "vetter"),
            Self::Consolidator => ("cơ quan tổng hợp", "consolidator"),
            Self::Monitor => ("đơn vị theo dõi", "monitor"),
            Self::Collector => ("đầu mối tiếp nhận", "collector"),
            Self::Organiser => ("đơn vị tổ chức họp", "organiser"),
            Self::Chair => ("chủ trì", "chair"),
        };
        congvan_text::Text::fixed(vi, en)
    }
}

/// Proof that the actor of this context may do this; nothing outside this crate can build one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Authorised {
    by: Authority,
}

impl Authorised {
    /// By what authority.
    #[must_use]
    pub const fn by(self) -> Authority {
        self.by
    }
}

/// The capacities that decide for a unit.
pub(crate) const DECIDE: &[Capacity] = &[Capacity::Head, Capacity::Deputy, Capacity::Acting];
/// The capacities that work on papers for a unit.
pub(crate) const WORK: &[Capacity] = &[Capacity::Officer, Capacity::Head, Capacity::Deputy, Capacity::Acting];
/// The capacities that send papers for a unit.
pub(crate) const SEND: &[Capacity] =
    &[Capacity::Officer, Capacity::Head, Capacity::Deputy, Capacity::Acting, Capacity::Clerk];
/// The capacities that receive, number and record for a unit.
pub(crate) const RECORD: &[Capacity] =
    &[Capacity::Clerk, Capacity::Officer, Capacity::Head, Capacity::Deputy, Capacity::Acting];
/// The capacity that records what it did not write.
pub(crate) const CLERK: &[Capacity] = &[Capacity::Clerk];
/// The chair's.
pub(crate) const CHAIR: &[Capacity] = &[Capacity::Chair];

/// Who may: a unit, the capacities that suffice, and the power that an order (TL.) or authorisation (TUQ.) must list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Need {
    pub(crate) by: Authority,
    pub(crate) unit: UnitId,
    pub(crate) capacities: &'static [Capacity],
    pub(crate) power: Option<Power>,
}

impl Need {
    pub(crate) const fn new(by: Authority, unit: UnitId, capacities: &'static [Capacity]) -> Self {
        Self { by, unit, capacities, power: None }
    }

    pub(crate) const fn or_delegated(mut self, power: Power) -> Self {
        self.power = Some(power);
        self
    }
}

/// Whether the actor satisfies one of these needs. The reasons name every unit and capacity that would.
pub(crate) fn authorise(ctx: &Ctx<'_>, needs: &[Need]) -> Result<Authorised, Reasons> {
    let actor = ctx.actor;
    let mut nearest = None;
    for need in needs {
        if actor.unit != need.unit && !is_above(ctx, need) {
            continue;
        }
        match in_capacity(ctx, need) {
            Ok(()) => return Ok(Authorised { by: need.by }),
            Err(reason) => nearest = nearest.or(Some(reason)),
        }
    }
    let reason = nearest.unwrap_or_else(|| Reason::WrongUnit {
        unit: actor.unit,
        allowed: needs.iter().map(|need| need.unit).collect(),
    });
    Err(Reasons::one(reason))
}

/// A superior of the issuing body has its powers.
#[inline]
fn is_above(ctx: &Ctx<'_>, need: &Need) -> bool {
    if need.by != Authority::Issuer {
        return false;
    }
    let day = ctx.now.date();
    let mut at = need.unit;
    // A hierarchy deeper than this is a cycle that the directory refuses anyway.
    for _ in 0..16 {
        match ctx.directory.unit(at).and_then(|unit| unit.parent_on(day)) {
            Some(parent) if parent == ctx.actor.unit => return true,
            Some(parent) => at = parent,
            None => return false,
        }
    }
    false
}

#[inline]
fn in_capacity(ctx: &Ctx<'_>, need: &Need) -> Result<(), Reason> {
    let Actor { capacity, person, unit, on_behalf: _ } = *ctx.actor;
    let delegated = matches!(capacity, Capacity::ByOrder | Capacity::ByAuthorisation);
    if delegated {
        let Some(power) = need.power else {
            return Err(Reason::WrongCapacity { capacity, allowed: need.capacities.to_vec() });
        };
        return if ctx.directory.delegated(person, unit, capacity, power, ctx.now.date()) {
            Ok(())
        } else {
            Err(Reason::PowerNotDelegated { person, power })
        };
    }
    if !need.capacities.contains(&capacity) {
        return Err(Reason::WrongCapacity { capacity, allowed: need.capacities.to_vec() });
    }
    if !ctx.directory.holds_at(person, unit, capacity, ctx.now) {
        return Err(Reason::NotInCapacity { person, unit, capacity, on: ctx.now.date() });
    }
    Ok(())
}

/// Whether somebody may sign for a unit at this instant: its head, a deputy for the head, or an acting head.
pub(crate) fn may_sign(
    ctx: &Ctx<'_>,
    person: crate::id::PersonId,
    unit: UnitId,
    capacity: Capacity,
    at: Instant,
) -> bool {
    match capacity {
        Capacity::Head | Capacity::Deputy | Capacity::Acting => {
            ctx.directory.holds_at(person, unit, capacity, at)
        }
        Capacity::ByOrder | Capacity::ByAuthorisation => {
            ctx.directory.delegated(person, unit, capacity, Power::Submit, at.date())
        }
        Capacity::Officer | Capacity::Clerk | Capacity::Chair => false,
    }
}

/// Whether anybody may sign for a unit on one of these days: a head, a deputy, an acting head, or whoever submits by
/// order or authorisation. The last day is asked first, since it mostly answers.
pub(crate) fn somebody_may_sign(
    ctx: &Ctx<'_>,
    unit: UnitId,
    from: chrono::NaiveDate,
    until: chrono::NaiveDate,
) -> bool {
    let on = |day| {
        let mut offices = ctx.directory.offices_of(unit);
        let held = offices.any(|office| {
            matches!(office.capacity, Capacity::Head | Capacity::Deputy)
                && ctx.directory.holding(office.id, day).is_some()
        });
        held || ctx.directory.data().delegations.iter().any(|delegation| {
            delegation.span().contains(day)
                && delegation.covers(Power::Submit, None)
                && ctx.directory.office(delegation.from_office).is_some_and(|office| office.unit == unit)
        })
    };
    on(until) || from.iter_days().take_while(|day| *day < until).any(on)
}
