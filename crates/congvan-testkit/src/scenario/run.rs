//! Plays a scenario on a stage and compares what happens with what is expected.

use congvan_core::id::DirectiveId;
use congvan_core::{Actor, Command, Directive, Event, Refusal, Stamp};
use serde_json::Value;

use super::{Prepared, PureStage, Scenario, Stage, StageError, Step, read_actor};

/// What one step did.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was accepted, with these events.
    Accepted(Vec<(Stamp, Event)>),
    /// It was refused.
    Refused(Refusal),
}

/// One step as it was played.
#[derive(Clone, Debug)]
pub struct Played {
    /// Who acted.
    pub actor: Actor,
    /// What was asked.
    pub command: Command,
    /// Of which directive.
    pub directive: DirectiveId,
    /// What it did.
    pub outcome: Outcome,
}

/// A scenario did not go as expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("step {step} of `{title}`: {problem}")]
pub struct Mismatch {
    /// Which scenario.
    pub title: String,
    /// Which step, from 1; one past the last for the end.
    pub step: usize,
    /// What was expected and what was found.
    pub problem: String,
}

impl Outcome {
    /// What a stage answered; its own failure is none.
    ///
    /// # Errors
    /// The stage itself failed.
    pub fn of(answer: Result<Vec<(Stamp, Event)>, StageError>) -> Result<Self, String> {
        match answer {
            Ok(events) => Ok(Self::Accepted(events)),
            Err(StageError::Refused(refusal)) => Ok(Self::Refused(refusal)),
            Err(StageError::Failed(problem)) => Err(problem),
        }
    }

    /// The names of the events, or the codes of the refusal in their order.
    #[must_use]
    pub fn names(&self) -> Vec<&'static str> {
        match self {
            Self::Accepted(events) => events.iter().map(|(_, event)| event.name().as_str()).collect(),
            Self::Refused(refusal) => refusal.codes().map(|code| code.as_str()).collect(),
        }
    }
}

impl Step {
    /// Expects exactly this outcome.
    pub fn expect(&mut self, outcome: &Outcome) {
        let names = Some(outcome.names().into_iter().map(str::to_owned).collect());
        (self.events, self.refused) = match outcome {
            Outcome::Accepted(_) => (names, None),
            Outcome::Refused(_) => (None, names),
        };
    }
}

impl Prepared {
    /// A stage in memory with its directory, calendar and rules.
    #[must_use]
    pub fn stage(&self) -> PureStage {
        PureStage::new(self.directory.clone(), self.calendar.clone(), self.rules.clone())
    }

    /// The scenario with what the pure core does as its expectations: the events and refusals of every step, the states
    /// in which its directives end, and those of the obligations that its end names. Whether that is right, the rules say.
    ///
    /// # Errors
    /// A step cannot be read, or the core itself failed.
    pub fn record(&self) -> Result<Scenario, String> {
        let (mut scenario, stage) = self.recorded()?;
        let state = |found: &Directive| (found.id(), found.state().name().as_str().to_owned());
        scenario.ends.states = stage.directives().map(state).collect();
        for (key, state) in &mut scenario.ends.obligations {
            self.state_of(&stage, key)?.clone_into(state);
        }
        Ok(scenario)
    }

    /// The scenario with what the pure core does in every step, and the stage at its end.
    pub(crate) fn recorded(&self) -> Result<(Scenario, PureStage), String> {
        let mut stage = self.stage();
        let mut scenario = self.scenario.clone();
        for step in &mut scenario.steps {
            let outcome = self.play_step(&mut stage, step)?.outcome;
            step.expect(&outcome);
        }
        Ok((scenario, stage))
    }

    /// Plays every step and compares; `seen` is told of each step as it was played.
    ///
    /// # Errors
    /// The first step that does not go as expected.
    pub fn play(&self, stage: &mut dyn Stage, mut seen: impl FnMut(usize, &Played)) -> Result<(), Mismatch> {
        for (at, step) in self.scenario.steps.iter().enumerate() {
            let number = at.saturating_add(1);
            let fail = |problem| Mismatch { title: self.scenario.title.clone(), step: number, problem };
            let played = self.play_step(stage, step).map_err(fail)?;
            compare(step, &played.outcome).map_err(fail)?;
            seen(number, &played);
        }
        self.compare_end(stage).map_err(|problem| Mismatch {
            title: self.scenario.title.clone(),
            step: self.scenario.steps.len().saturating_add(1),
            problem,
        })
    }

    /// Plays one step, whatever is expected of it.
    fn play_step(&self, stage: &mut dyn Stage, step: &Step) -> Result<Played, String> {
        let id = step.directive.unwrap_or(self.scenario.directive);
        let actor =
            read_actor(&step.actor, &self.directory, step.at.date()).map_err(|error| error.to_string())?;
        let value = self.with_mandate(step.command.clone())?;
        let command = match stage.directive(id) {
            Some(directive) => Command::from_named(value, directive),
            None => Command::from_named(value, &Directive::new(id)),
        };
        let command = command.map_err(|error| error.to_string())?;
        let outcome = Outcome::of(stage.act(id, &actor, step.at, &command))?;
        Ok(Played { actor, command, directive: id, outcome })
    }

    /// A draft names its mandate; here the mandate itself takes the place of the name.
    fn with_mandate(&self, mut command: Value) -> Result<Value, String> {
        if let Some(mandate) = command.pointer_mut("/draft/mandate")
            && let Value::String(name) = mandate
        {
            let found = self.mandates.get(name).ok_or_else(|| format!("there is no mandate `{name}`"))?;
            *mandate = serde_json::to_value(&**found).map_err(|error| error.to_string())?;
        }
        Ok(command)
    }

    fn compare_end(&self, stage: &dyn Stage) -> Result<(), String> {
        let ends = &self.scenario.ends;
        for (id, expected) in &ends.states {
            let found =
                stage.directive(*id).map_or("unwritten", |directive| directive.state().name().as_str());
            if found != expected {
                return Err(format!("directive `{id}` should end `{expected}`, it is `{found}`"));
            }
        }
        for (key, expected) in &ends.obligations {
            let found = self.state_of(stage, key)?;
            if found != expected {
                return Err(format!("obligation `{key}` should end `{expected}`, it is `{found}`"));
            }
        }
        Ok(())
    }

    /// The name of the state of an obligation of the scenario's own directive.
    fn state_of(&self, stage: &dyn Stage, key: &str) -> Result<&'static str, String> {
        let directive = stage.directive(self.scenario.directive).ok_or("there is no directive")?;
        let id = directive.find(key).map_err(|error| error.to_string())?;
        let found = directive.proceedings().and_then(|proceedings| proceedings.obligation(id));
        Ok(found.map_or("missing", |obligation| obligation.state().name().as_str()))
    }
}

fn compare(step: &Step, outcome: &Outcome) -> Result<(), String> {
    let found = outcome.names();
    match (outcome, &step.events, &step.refused) {
        (Outcome::Accepted(_), Some(expected), None) if *expected != found => {
            Err(format!("expected events {expected:?}, found {found:?}"))
        }
        (Outcome::Accepted(_), _, None) => Ok(()),
        (Outcome::Refused(_), _, Some(expected)) if *expected == found => Ok(()),
        (Outcome::Refused(_), _, Some(expected)) => {
            Err(format!("expected refusal {expected:?}, found {found:?}"))
        }
        (Outcome::Accepted(_), _, Some(expected)) => {
            Err(format!("expected refusal {expected:?}, but it was accepted with {found:?}"))
        }
        (Outcome::Refused(refusal), _, None) => Err(format!("refused with {found:?}: {refusal}")),
    }
}
