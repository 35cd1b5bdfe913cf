//! A random walk through the lifecycle of one directive: offered commands and hostile ones, as a run's numbers say.

mod blocked;
mod dice;
mod paused;
mod successor;
mod tamper;
mod way_out;

pub use blocked::Blocked;
pub use dice::Dice;
pub use paused::Paused;
pub use tamper::tamper;
pub use way_out::Stuck;

use congvan_calendar::Instant;
use congvan_core::directive::{CorruptHistory, Issued};
use congvan_core::id::UnitId;
use congvan_core::meeting::MeetingIndex;
use congvan_core::obligation::{ObligationId, StateName};
use congvan_core::{Actor, Command, Ctx, Directive, Event, Kind, Offer, Refusal, Rules, Stamp, Target};

use crate::best_payload::{Asked, payloads};
use crate::coverage::{Coverage, Seen};
use crate::scenario::{Outcome, Played};
use crate::strategy::World;

/// A walk as far as it has come.
#[derive(Debug)]
pub struct Walk<'w> {
    /// The world it goes through.
    pub world: &'w World,
    /// The directive as it stands.
    pub directive: Directive,
    /// Every event so far.
    pub history: Vec<(Stamp, Event)>,
    /// The time.
    pub now: Instant,
    /// What it has reached.
    pub coverage: Coverage,
    pub(crate) clock_jumps: bool,
    rules: Rules,
    /// A directive that replaces this one, issued at the same time.
    successors: Vec<Issued>,
    swarm: u64,
    seen: Seen,
    earlier: Vec<StateName>,
}

impl<'w> Walk<'w> {
    /// A walk that has not begun; the bits of `swarm` say which kinds of command this run does without, and whether most of
    /// it is hostile.
    #[must_use]
    pub fn new(world: &'w World, swarm: u64) -> Option<Self> {
        let directive = Directive::new("d1".parse().ok()?);
        let mut coverage = Coverage::default();
        let seen = coverage.directive(&Seen::default(), &directive);
        Some(Self {
            world,
            directive,
            history: Vec::new(),
            now: world.start,
            coverage,
            clock_jumps: false,
            rules: Rules::none(),
            successors: Vec::new(),
            swarm,
            seen,
            earlier: Vec::new(),
        })
    }

    /// The same walk under the rules of a province.
    #[must_use]
    pub fn with_rules(self, rules: Rules) -> Self {
        Self { rules, ..self }
    }

    /// The same walk, on a machine whose clock goes back now and then, or far ahead.
    #[must_use]
    pub fn with_a_clock_that_jumps(self) -> Self {
        Self { clock_jumps: true, ..self }
    }

    /// What a command of this actor would now be judged with.
    #[must_use]
    pub fn ctx<'a>(&'a self, actor: &'a Actor) -> Ctx<'a> {
        Ctx {
            actor,
            calendar: &self.world.calendar,
            directory: &self.world.directory,
            now: self.now,
            numbers: None,
            rules: &self.rules,
            successors: &self.successors,
        }
    }

    /// Takes one step: time passes, somebody tries something.
    ///
    /// # Errors
    /// A decision could not be folded into the very state it was decided on.
    pub fn step(&mut self, choice: u64) -> Result<Played, CorruptHistory> {
        let (actor, command) = self.next(choice);
        self.act(actor, command)
    }

    /// Lets time pass and says who tries what next.
    pub fn next(&mut self, choice: u64) -> (Actor, Command) {
        let mut dice = Dice::new(choice);
        self.pass_time(&mut dice);
        self.choose(&mut dice)
    }

    /// Has a command judged, and folds what was decided.
    ///
    /// # Errors
    /// A decision could not be folded into the very state it was decided on.
    pub fn act(&mut self, actor: Actor, command: Command) -> Result<Played, CorruptHistory> {
        let outcome = match self.directive.decide(&command, &self.ctx(&actor)) {
            Ok(decision) => {
                let events: Vec<_> =
                    decision.events().iter().map(|event| (*decision.stamp(), event.clone())).collect();
                for (stamp, event) in &events {
                    let stand_in = Directive::new(self.directive.id());
                    self.directive = std::mem::replace(&mut self.directive, stand_in).evolve(stamp, event)?;
                    let now = self.coverage.directive(&self.seen, &self.directive);
                    self.count_pairs(now);
                    self.history.push((*stamp, event.clone()));
                    if let Event::Issued(issued) = event {
                        self.successors.extend(successor::of(&self.directive, &issued.issue, stamp));
                    }
                }
                Outcome::Accepted(events)
            }
            Err(refusal) => Outcome::Refused(refusal),
        };
        let played = Played { actor, command, directive: self.directive.id(), outcome };
        self.coverage.step(&played);
        Ok(played)
    }

    /// Notes which transition followed which, obligation by obligation.
    fn count_pairs(&mut self, now: Seen) {
        self.earlier.extend(now.obligations().iter().skip(self.earlier.len()).copied());
        let steps = self.seen.obligations().iter().zip(now.obligations());
        for (first, (second, third)) in self.earlier.iter_mut().zip(steps) {
            if second != third {
                self.coverage.pair(*first, *second, *third);
                *first = *second;
            }
        }
        self.seen = now;
    }

    /// Mostly minutes, sometimes hours, now and then days; a clock that jumps may also go back, or far ahead.
    fn pass_time(&mut self, dice: &mut Dice) {
        let minutes = match dice.below(20) {
            0..=9 => dice.below(20),
            10..=16 => dice.below(240),
            17 | 18 => 24 * 60,
            _ => 60 * dice.below(72),
        };
        let leap = if self.clock_jumps { jump(dice) } else { 0 };
        let minutes = i64::try_from(minutes).unwrap_or_default().saturating_add(leap);
        self.now = self.now.plus_minutes(minutes).unwrap_or(self.now);
    }

    /// How many of eight steps anybody tries anything: in every eighth run most of them.
    const fn hostility(&self) -> u64 {
        if self.swarm.rotate_left(5) & 7 == 7 { 5 } else { 1 }
    }

    /// Whether this run does without a kind. The way to the end is always open.
    fn does_without(&self, kind: Kind) -> bool {
        let bits = |n: u32| self.swarm.checked_shr(n).unwrap_or_default() & 7;
        match weight(kind) {
            // What ends a directive early is left out of seven runs in eight.
            0 => bits(Dice::of_kind(kind)) > 0,
            1..=3 => bits(Dice::of_kind(kind)) < 4,
            _ => false,
        }
    }

    fn choose(&self, dice: &mut Dice) -> (Actor, Command) {
        if dice.below(8) >= self.hostility() {
            for _ in 0..6 {
                if let Some(chosen) = self.offered(dice) {
                    return chosen;
                }
            }
        }
        self.hostile(dice)
    }

    /// An offer of somebody who probably has one.
    fn offered(&self, dice: &mut Dice) -> Option<(Actor, Command)> {
        let unit = self.likely_unit(dice);
        let actors: Vec<_> =
            self.world.actors.iter().filter(|actor| unit.is_none_or(|unit| actor.unit == unit)).collect();
        let actor = **dice.pick(&actors)?;
        let ctx = self.ctx(&actor);
        let mut offers = Vec::new();
        for kind in Kind::ALL.iter().filter(|kind| !self.does_without(**kind)) {
            let found = self.directive.permitted_of(*kind, &ctx);
            // One offer of each kind, so that a kind with many targets does not crowd out the others.
            offers.extend(dice.pick(&found).map(|offer| (weight(*kind).max(1), *offer)));
        }
        let total: u64 = offers.iter().map(|(weight, _)| *weight).sum();
        let mut at = dice.below(total);
        let (_, offer) = offers.into_iter().find(|(weight, _)| {
            let here = at < *weight;
            at = at.saturating_sub(*weight);
            here
        })?;
        let asked = Asked { ctx: &ctx, directive: &self.directive, world: self.world };
        let mut found = payloads(&asked, offer);
        // Now and then another payload than the likeliest, or one that somebody has tampered with.
        let whim = dice.below(12);
        if whim < 5 && !found.is_empty() {
            let command = found.swap_remove(dice.small(found.len()));
            return Some((actor, if whim < 2 { tamper(command, dice) } else { command }));
        }
        let accepted = found.iter().position(|command| self.directive.decide(command, &ctx).is_ok())?;
        Some((actor, found.swap_remove(accepted)))
    }

    /// The unit of a role around something open.
    fn likely_unit(&self, dice: &mut Dice) -> Option<UnitId> {
        let header = &self.world.mandate.header;
        let Some(proceedings) = self.directive.proceedings() else {
            return [header.drafting_unit, Some(header.issuing_body), header.office]
                .get(dice.small(3))
                .copied()?;
        };
        let obligations: Vec<_> = proceedings.obligations().collect();
        let found = dice.pick(&obligations).map(|(_, found)| *found);
        match dice.below(9) {
            0..=3 => proceedings.holder(found?)?.unit(),
            4 | 5 => proceedings.vetter(found?),
            6 => Some(header.issuing_body),
            7 => header.office,
            _ => dice.pick(&self.world.mandate.meetings).map(|plan| plan.lead),
        }
    }

    /// Anybody tries anything, with a payload that may have been tampered with.
    fn hostile(&self, dice: &mut Dice) -> (Actor, Command) {
        let actor = dice.pick(&self.world.actors).copied().unwrap_or(self.world.issuer);
        let ctx = self.ctx(&actor);
        let asked = Asked { ctx: &ctx, directive: &self.directive, world: self.world };
        for _ in 0..8 {
            let Some(kind) = dice.pick(Kind::ALL) else { continue };
            let targets = self.targets();
            let mut found: Vec<Command> = Vec::new();
            let start = dice.small(targets.len());
            for target in targets.iter().cycle().skip(start).take(targets.len()) {
                found = payloads(&asked, Offer { kind: *kind, target: *target });
                if !found.is_empty() {
                    break;
                }
            }
            if self.ends_early(*kind) || found.is_empty() {
                continue;
            }
            let at = dice.small(found.len());
            let command = found.swap_remove(at);
            return (actor, if dice.below(2) == 0 { tamper(command, dice) } else { command });
        }
        (actor, congvan_core::command::Sign {}.into())
    }

    fn ends_early(&self, kind: Kind) -> bool {
        weight(kind) == 0 && self.does_without(kind)
    }

    /// Every target there is, and one of each sort that there is not.
    #[must_use]
    pub fn targets(&self) -> Vec<Target> {
        let mut targets = vec![
            Target::Directive,
            Target::Obligation(ObligationId(9_999)),
            Target::Meeting(MeetingIndex(99)),
        ];
        targets.extend(self.world.directory.units().map(|unit| Target::Unit(unit.id)));
        targets.extend("nobody".parse().map(Target::Unit));
        if let Some(proceedings) = self.directive.proceedings() {
            targets.extend(proceedings.obligations().map(|(id, _)| Target::Obligation(id)));
            targets.extend(proceedings.meetings().map(|(at, _)| Target::Meeting(at)));
        }
        targets
    }

    /// Why a command would be refused now; none when it would be accepted.
    #[must_use]
    pub fn refusal(&self, actor: &Actor, command: &Command) -> Option<Refusal> {
        self.directive.decide(command, &self.ctx(actor)).err()
    }
}

/// By how many minutes a clock jumps: mostly not at all, now and then back by minutes or by days, or far ahead.
fn jump(dice: &mut Dice) -> i64 {
    match dice.below(40) {
        0 => -30,
        1 => -2 * 24 * 60,
        2 => -400 * 24 * 60,
        3 => 45 * 24 * 60,
        _ => 0,
    }
}

/// How often a kind is tried where it is offered: the way to the end most, what ends early least.
const fn weight(kind: Kind) -> u64 {
    match kind {
        Kind::Discard | Kind::Revoke | Kind::Replace | Kind::Cancel => 0,
        Kind::ReturnToDraft
        | Kind::Annotate
        | Kind::Decline
        | Kind::Remind
        | Kind::Amend
        | Kind::Reopen
        | Kind::Propose
        | Kind::Postpone
        | Kind::Reschedule
        | Kind::AddAddendum
        | Kind::RefuseRecall
        | Kind::RequestRecall
        | Kind::Recall
        | Kind::AskExtension => 1,
        Kind::Waive | Kind::StartDraft | Kind::SaveDraft | Kind::ReassignVetting | Kind::Forward => 2,
        Kind::StartVetting | Kind::Return => 3,
        Kind::Draft | Kind::RecordRuling => 4,
        Kind::Acknowledge
        | Kind::RecordAbsence
        | Kind::RecordNoResponse
        | Kind::EndStanding
        | Kind::FixDeadline
        | Kind::SettleDecline
        | Kind::DecideExtension => 8,
        Kind::Submit
        | Kind::RecordOnBehalf
        | Kind::DeclareDone
        | Kind::RecordOwnAct
        | Kind::Sign
        | Kind::Issue => 12,
        Kind::Accept
        | Kind::DraftConsolidation
        | Kind::SignConsolidation
        | Kind::Schedule
        | Kind::Hold
        | Kind::Announce => 24,
        Kind::Close | Kind::Conclude => 48,
    }
}
