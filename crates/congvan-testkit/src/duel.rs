//! The engine against the model: both judge the same commands, and neither may refuse what the other accepts.

mod compare;

use std::collections::BTreeSet;

use congvan_calendar::Instant;
use congvan_core::{Actor, Command, Kind, Offer};

use crate::best_payload::{Asked, blind, payloads};
use crate::model::{Codes, Model};
use crate::scenario::Outcome;
use crate::strategy::World;
use crate::walk::{Dice, Walk, tamper};

/// One command of a run: when, by whom, what.
pub type Tried = (Instant, Actor, Command);

/// Engine and model disagree.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{how}")]
pub struct Difference {
    /// In words.
    pub how: String,
    /// Every command that was accepted before.
    pub accepted: Vec<Tried>,
    /// The command on which they disagree.
    pub command: Tried,
}

impl Difference {
    /// What was accepted before, and the command on which they disagree.
    #[must_use]
    pub fn tried(&self) -> Vec<Tried> {
        let last = std::iter::once(&self.command);
        self.accepted.iter().chain(last).cloned().collect()
    }
}

/// Whether engine and model come to disagree when these commands are tried one after the other.
#[must_use]
pub fn differs(world: &World, tried: &[Tried]) -> bool {
    let Some(mut duel) = Duel::new(world, 0) else { return false };
    tried.iter().any(|(at, actor, command)| {
        duel.walk.now = *at;
        duel.act(*actor, command.clone()).is_err()
    })
}

/// A run in which every command is judged twice.
#[derive(Debug)]
pub struct Duel<'w> {
    /// The engine's side.
    pub walk: Walk<'w>,
    model: Model<'w>,
    accepted: Vec<Tried>,
}

impl<'w> Duel<'w> {
    /// A run that has not begun; the bits of `swarm` say which kinds of command it does without.
    #[must_use]
    pub fn new(world: &'w World, swarm: u64) -> Option<Self> {
        let walk = Walk::new(world, swarm)?;
        let model = Model::new(walk.directive.id(), &world.directory, &world.calendar);
        Some(Self { walk, model, accepted: Vec::new() })
    }

    /// One command is judged by both; nothing changes.
    ///
    /// # Errors
    /// They disagree.
    pub fn judge(&self, actor: &Actor, command: &Command) -> Result<Codes, Box<Difference>> {
        let engine: Codes = match self.walk.directive.decide(command, &self.walk.ctx(actor)) {
            Ok(_) => BTreeSet::new(),
            Err(refusal) => refusal.codes().collect(),
        };
        let model = self.model.judge(actor, self.walk.now, command);
        if engine == model {
            return Ok(engine);
        }
        let say = |codes: &Codes| match codes.len() {
            0 => "accepts".to_owned(),
            _more => {
                let codes: Vec<_> = codes.iter().map(|code| code.as_str()).collect();
                format!("refuses with {}", codes.join(", "))
            }
        };
        Err(self.difference(
            actor,
            command,
            format!("`{}`: the engine {}, the model {}", command.kind(), say(&engine), say(&model)),
        ))
    }

    /// One step of the walk: time passes, somebody tries something, and what is accepted moves both sides on.
    ///
    /// # Errors
    /// They disagree on the answer, or on the state after it.
    pub fn step(&mut self, choice: u64) -> Result<Codes, Box<Difference>> {
        let (actor, command) = self.walk.next(choice);
        self.act(actor, command)
    }

    /// Both judge a command now; what is accepted moves both sides on.
    ///
    /// # Errors
    /// They disagree on the answer, or on the state after it.
    pub fn act(&mut self, actor: Actor, command: Command) -> Result<Codes, Box<Difference>> {
        let codes = self.judge(&actor, &command)?;
        if !codes.is_empty() {
            return Ok(codes);
        }
        let now = self.walk.now;
        let played = self.walk.act(actor, command.clone());
        let how = match played {
            Ok(played) if matches!(played.outcome, Outcome::Accepted(_)) => None,
            Ok(_) => Some("the engine takes back what it accepted".to_owned()),
            Err(error) => Some(error.to_string()),
        };
        self.model.take(&actor, now, &command);
        self.model.know(self.walk.ctx(&actor).successors);
        let how = how.or_else(|| compare::difference(&self.model, &self.walk.directive));
        if let Some(how) = how {
            return Err(self.difference(&actor, &command, format!("after `{}`: {how}", command.kind())));
        }
        self.accepted.push((now, actor, command));
        Ok(codes)
    }

    /// Anybody tries one kind of command on everything there is; returns what was tried, with the answers.
    ///
    /// # Errors
    /// They disagree.
    pub fn probe(
        &self,
        dice: &mut Dice,
        seen: &mut impl FnMut(&Actor, &Command, &Codes),
    ) -> Result<(), Box<Difference>> {
        let world = self.walk.world;
        let actor = dice.pick(&world.actors).copied().unwrap_or(world.issuer);
        let Some(kind) = dice.pick(Kind::ALL) else { return Ok(()) };
        let ctx = self.walk.ctx(&actor);
        let asked = Asked { ctx: &ctx, directive: &self.walk.directive, world };
        let targets = self.walk.targets();
        let start = dice.small(targets.len());
        let mut tried = 0;
        for target in targets.iter().cycle().skip(start).take(targets.len()) {
            for command in payloads(&asked, Offer { kind: *kind, target: *target }) {
                let command = if dice.below(4) == 0 { tamper(command, dice) } else { command };
                let codes = self.judge(&actor, &command)?;
                seen(&actor, &command, &codes);
                tried += 1;
            }
            if tried >= 12 {
                break;
            }
        }
        Ok(())
    }

    /// One actor tries the likeliest command of an offer, made or not; none where the kind is never aimed so.
    ///
    /// # Errors
    /// They disagree.
    pub fn attempt(&self, actor: &Actor, offer: Offer) -> Result<Option<(Command, Codes)>, Box<Difference>> {
        let ctx = self.walk.ctx(actor);
        let asked = Asked { ctx: &ctx, directive: &self.walk.directive, world: self.walk.world };
        let likeliest = payloads(&asked, offer).into_iter().next();
        let Some(command) = likeliest.or_else(|| blind(&asked, offer)) else { return Ok(None) };
        let codes = self.judge(actor, &command)?;
        Ok(Some((command, codes)))
    }

    fn difference(&self, actor: &Actor, command: &Command, how: String) -> Box<Difference> {
        let command = (self.walk.now, *actor, command.clone());
        Box::new(Difference { how, accepted: self.accepted.clone(), command })
    }
}
