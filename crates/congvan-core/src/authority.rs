//! The one choke point of authority: who may do what, in which capacity. What is not allowed here is denied.

mod scope;

pub(crate) use scope::Scope;

use congvan_calendar::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::actor::{Actor, Capacity};
use crate::context::Ctx;
use crate::directory::Power;
use crate::id::{FieldId, PersonId, UnitId};
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

/// Who may: a unit, the capacities that suffice, the power that an order (TL.) or authorisation (TUQ.) must list, and
/// the fields that a portfolio or a delegation must cover.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Need<'a> {
    pub(crate) by: Authority,
    pub(crate) unit: UnitId,
    pub(crate) capacities: &'static [Capacity],
    pub(crate) power: Option<Power>,
    pub(crate) scope: Scope<'a>,
}

impl<'a> Need<'a> {
    /// A need for work on papers, which no portfolio limits.
    pub(crate) const fn new(by: Authority, unit: UnitId, capacities: &'static [Capacity]) -> Self {
        Self { by, unit, capacities, power: None, scope: Scope::Work }
    }

    /// A need for a decision, which a deputy makes within his portfolio.
    pub(crate) const fn decision(by: Authority, unit: UnitId, scope: Scope<'a>) -> Self {
        Self { by, unit, capacities: DECIDE, power: None, scope }
    }

    /// An order or authorisation that lists this power, in the fields that are touched, suffices too.
    pub(crate) const fn or_delegated(mut self, power: Power, scope: Scope<'a>) -> Self {
        self.power = Some(power);
        self.scope = scope;
        self
    }
}

/// Whether the actor satisfies one of these needs. The reasons name every unit and capacity that would.
pub(crate) fn authorise(ctx: &Ctx<'_>, needs: &[Need<'_>]) -> Result<Authorised, Reasons> {
    let mut nearest = None;
    for need in needs {
        // A superior of the issuing body has its powers.
        let above = || need.by == Authority::Issuer && is_above(ctx, ctx.actor.unit, need.unit);
        if ctx.actor.unit != need.unit && !above() {
            continue;
        }
        match in_capacity(ctx, need) {
            Ok(()) => return Ok(Authorised { by: need.by }),
            Err(shortfall) => nearest = nearest.or(Some((shortfall, need))),
        }
    }
    Err(Reasons::one(nearest.map_or_else(
        || Reason::WrongUnit { unit: ctx.actor.unit, allowed: needs.iter().map(|need| need.unit).collect() },
        |(shortfall, need)| shortfall.reason(ctx, need),
    )))
}

/// What the actor lacks who acts for the right unit.
#[derive(Clone, Copy, Debug)]
enum Shortfall {
    /// His capacity does not suffice.
    Capacity,
    /// He does not hold it.
    Post,
    /// It does not cover the fields that are touched.
    Portfolio,
    /// Nothing in force lists the power.
    Power(Power),
}

impl Shortfall {
    #[cold]
    fn reason(self, ctx: &Ctx<'_>, need: &Need<'_>) -> Reason {
        let Actor { capacity, person, unit, on_behalf: _ } = *ctx.actor;
        match self {
            Self::Capacity => Reason::WrongCapacity { capacity, allowed: need.capacities.to_vec() },
            Self::Post => Reason::NotInCapacity { person, unit, capacity, on: ctx.now.date() },
            Self::Portfolio => Reason::OutOfPortfolio { person, capacity, fields: need.scope.fields() },
            Self::Power(power) => Reason::PowerNotDelegated { person, power },
        }
    }
}

/// Whether the first unit stands above the second on the day.
///
/// Never inlined, like the others below that need the day: to work it out costs as much as the rest of a question, and
/// the optimiser would move it in front of the common case.
#[inline(never)]
pub(crate) fn is_above(ctx: &Ctx<'_>, superior: UnitId, unit: UnitId) -> bool {
    let day = ctx.now.date();
    let mut at = unit;
    // A hierarchy deeper than this is a cycle that the directory refuses anyway.
    for _ in 0..16 {
        match ctx.directory.unit(at).and_then(|unit| unit.parent_on(day)) {
            Some(parent) if parent == superior => return true,
            Some(parent) => at = parent,
            None => return false,
        }
    }
    false
}

#[inline]
fn in_capacity(ctx: &Ctx<'_>, need: &Need<'_>) -> Result<(), Shortfall> {
    let Actor { capacity, person, unit, on_behalf: _ } = ctx.actor;
    if matches!(capacity, Capacity::ByOrder | Capacity::ByAuthorisation) {
        return by_delegation(ctx, need);
    }
    if !need.capacities.contains(capacity) {
        return Err(Shortfall::Capacity);
    }
    if !ctx.directory.holds_at(person, unit, *capacity, ctx.now) {
        return Err(Shortfall::Post);
    }
    // Where an officer suffices, a deputy uses no power of the head.
    if *capacity == Capacity::Deputy
        && !need.capacities.contains(&Capacity::Officer)
        && !is_deputy(ctx, (*person, *unit), need.scope, ctx.now)
    {
        return Err(Shortfall::Portfolio);
    }
    Ok(())
}

/// Whether the person is a deputy of the unit with such a portfolio.
#[inline(never)]
fn is_deputy(ctx: &Ctx<'_>, (person, unit): (PersonId, UnitId), scope: Scope<'_>, at: Instant) -> bool {
    ctx.directory.deputises_within(person, unit, at.date(), |limit| scope.lies_in(limit))
}

/// An order or authorisation in force lists the power, in the fields that are touched.
#[inline(never)]
fn by_delegation(ctx: &Ctx<'_>, need: &Need<'_>) -> Result<(), Shortfall> {
    let Actor { capacity, person, unit, on_behalf: _ } = *ctx.actor;
    let Some(power) = need.power else { return Err(Shortfall::Capacity) };
    let given = |within: &dyn Fn(&[FieldId]) -> bool| {
        ctx.directory.delegated_within(person, unit, capacity, power, ctx.now.date(), within)
    };
    if given(&|limit| need.scope.lies_in(limit)) {
        Ok(())
    } else if given(&|_| true) {
        Err(Shortfall::Portfolio)
    } else {
        Err(Shortfall::Power(power))
    }
}

/// Whether somebody may sign for a unit at this instant what touches these fields: its head, an acting head, a deputy
/// for the head within his portfolio, or whoever submits by order or authorisation.
pub(crate) fn may_sign(
    ctx: &Ctx<'_>,
    (person, capacity): (PersonId, Capacity),
    unit: UnitId,
    scope: Scope<'_>,
    at: Instant,
) -> bool {
    let directory = ctx.directory;
    match capacity {
        Capacity::Head | Capacity::Acting => directory.holds_at(&person, &unit, capacity, at),
        Capacity::Deputy => is_deputy(ctx, (person, unit), scope, at),
        Capacity::ByOrder | Capacity::ByAuthorisation => {
            submits_for(ctx, (person, capacity), unit, scope, at)
        }
        Capacity::Officer | Capacity::Clerk | Capacity::Chair => false,
    }
}

/// Whether an order or authorisation to submit is in force.
#[inline(never)]
fn submits_for(
    ctx: &Ctx<'_>,
    (person, capacity): (PersonId, Capacity),
    unit: UnitId,
    scope: Scope<'_>,
    at: Instant,
) -> bool {
    let within = |limit: &[FieldId]| scope.lies_in(limit);
    ctx.directory.delegated_within(person, unit, capacity, Power::Submit, at.date(), within)
}

/// Whether anybody may sign for a unit on one of the days from this instant until now: a head, a deputy, an acting
/// head, or whoever submits by order or authorisation. The last day is asked first, since it mostly answers.
#[inline(never)]
pub(crate) fn somebody_may_sign(ctx: &Ctx<'_>, unit: UnitId, scope: Scope<'_>, from: Instant) -> bool {
    let (from, until) = (from.date(), ctx.now.date());
    let on = |day| {
        let mut offices = ctx.directory.offices_of(unit);
        let held = offices.any(|office| {
            let signs = match office.capacity {
                Capacity::Head => true,
                Capacity::Deputy => scope.lies_in(&office.portfolio),
                Capacity::Officer
                | Capacity::Acting
                | Capacity::ByOrder
                | Capacity::ByAuthorisation
                | Capacity::Clerk
                | Capacity::Chair => false,
            };
            signs && ctx.directory.holding(office.id, day).is_some()
        });
        held || ctx.directory.delegates_within(unit, Power::Submit, day, |fields| scope.lies_in(fields))
    };
    on(until) || from.iter_days().take_while(|day| *day < until).any(on)
}
