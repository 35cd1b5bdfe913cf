//! Plays a scenario on a stage and compares what happens with what is expected.

use congvan_core::command::NamingError;
use congvan_core::directive::StateName;
use congvan_core::event::EventName;
use congvan_core::id::DirectiveId;
use congvan_core::obligation::StateName as ObligationState;
use congvan_core::refusal::Names;
use congvan_core::{Actor, Command, Directive, Event, Refusal, Stamp};
use congvan_text::Say as _;
use congvan_text::read::InputErrors;

use super::{
    Mismatch, Prepared, Problem, PureStage, Scenario, Stage, StageError, StageFailure, Step, ToldReason,
    read_actor, survey,
};

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

impl Outcome {
    /// What a stage answered; its own failure is none.
    ///
    /// # Errors
    /// The stage itself failed.
    pub fn of(answer: Result<Vec<(Stamp, Event)>, StageError>) -> Result<Self, StageFailure> {
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
            let found = self.state_of(&stage, key).map_err(|error| error.to_string())?;
            found.as_str().clone_into(state);
        }
        Ok(scenario)
    }

    /// The scenario with what the pure core does in every step, and the stage at its end.
    pub(crate) fn recorded(&self) -> Result<(Scenario, PureStage), String> {
        let mut stage = self.stage();
        let mut scenario = self.scenario.clone();
        for (at, step) in scenario.steps.iter_mut().enumerate() {
            let played = self.play_step(&mut stage, at, step).map_err(|problem| problem.say().en)?;
            step.expect(&played.outcome);
        }
        Ok((scenario, stage))
    }

    /// Plays every step and compares; `seen` is told of each step as it was played.
    ///
    /// # Errors
    /// The first step that does not go as expected.
    pub fn play(&self, stage: &mut dyn Stage, mut seen: impl FnMut(usize, &Played)) -> Result<(), Mismatch> {
        for (at, step) in self.scenario.steps.iter().enumerate() {
            let played =
                self.play_step(stage, at, step).map_err(|problem| self.mismatch(at, step, problem))?;
            self.compare(stage, step, &played).map_err(|problem| self.mismatch(at, step, problem))?;
            seen(at.saturating_add(1), &played);
        }
        self.compare_end(stage)
    }

    /// Plays one step, whatever is expected of it.
    fn play_step(&self, stage: &mut dyn Stage, at: usize, step: &Step) -> Result<Played, Problem> {
        let id = self.speaks_of(step);
        let actor = read_actor(&step.actor, &self.directory, step.at.date())
            .map_err(|error| Problem::Misread(survey::actor_errors(error, &self.places, at)))?;
        let mut value = step.command.clone();
        survey::with_mandate(&mut value, &self.mandates)
            .map_err(|unknown| Problem::Misread(InputErrors::one(unknown.located(&self.places, at))))?;
        let command = match stage.directive(id) {
            Some(directive) => Command::from_named(value, directive),
            None => Command::from_named(value, &Directive::new(id)),
        };
        let command = command.map_err(|error| {
            Problem::Misread(survey::naming_errors(error, &self.places, at, &step.command))
        })?;
        let outcome = Outcome::of(stage.act(id, &actor, step.at, &command)).map_err(Problem::Stage)?;
        Ok(Played { actor, command, directive: id, outcome })
    }

    fn speaks_of(&self, step: &Step) -> DirectiveId {
        step.directive.unwrap_or(self.scenario.directive)
    }

    /// What did not go as a step says, with the field that says it.
    fn mismatch(&self, at: usize, step: &Step, problem: Problem) -> Mismatch {
        let field = match problem {
            Problem::OtherReasons { .. } | Problem::Accepted { .. } => "refused",
            Problem::OtherEvents { .. } => "events",
            Problem::Refused(_) if step.events.is_some() => "events",
            Problem::Refused(_)
            | Problem::State { .. }
            | Problem::Obligation { .. }
            | Problem::Misread(_)
            | Problem::Stage(_) => "command",
        };
        Mismatch {
            title: self.scenario.title.clone(),
            step: at.saturating_add(1),
            directive: self.speaks_of(step),
            place: self.places.at(&format!("steps[{at}].{field}")),
            problem,
        }
    }

    fn compare(&self, stage: &dyn Stage, step: &Step, played: &Played) -> Result<(), Problem> {
        let found = played.outcome.names();
        match (&played.outcome, &step.events, &step.refused) {
            (Outcome::Accepted(events), Some(expected), None) if *expected != found => {
                Err(Problem::OtherEvents { expected: expected.clone(), found: names(events) })
            }
            (Outcome::Accepted(_), _, None) => Ok(()),
            (Outcome::Refused(_), _, Some(expected)) if *expected == found => Ok(()),
            (Outcome::Refused(refusal), _, Some(expected)) => Err(Problem::OtherReasons {
                expected: expected.clone(),
                found: self.told(stage, step, refusal),
            }),
            (Outcome::Accepted(events), _, Some(expected)) => {
                Err(Problem::Accepted { expected: expected.clone(), found: names(events) })
            }
            (Outcome::Refused(refusal), _, None) => Err(Problem::Refused(self.told(stage, step, refusal))),
        }
    }

    /// The reasons with the names of the step's day and the keys of its directive.
    fn told(&self, stage: &dyn Stage, step: &Step, refusal: &Refusal) -> Vec<ToldReason> {
        let proceedings = stage.directive(self.speaks_of(step)).and_then(Directive::proceedings);
        let names = Names::on(&self.directory, step.at.date()).within(proceedings);
        ToldReason::all(refusal, names)
    }

    fn compare_end(&self, stage: &dyn Stage) -> Result<(), Mismatch> {
        let ends = &self.scenario.ends;
        let mismatch = |directive, path: &str, problem| Mismatch {
            title: self.scenario.title.clone(),
            step: self.scenario.steps.len().saturating_add(1),
            directive,
            place: self.places.at(path),
            problem,
        };
        for (id, expected) in &ends.states {
            let directive = stage.directive(*id);
            let found = directive.map_or(StateName::Unwritten, |directive| directive.state().name());
            if found.as_str() != expected {
                let problem = Problem::State { expected: expected.clone(), found };
                return Err(mismatch(*id, &survey::below("ends.states", id.as_str()), problem));
            }
        }
        let own = self.scenario.directive;
        for (key, expected) in &ends.obligations {
            let path = survey::below("ends.obligations", key);
            let found = self.state_of(stage, key).map_err(|error| {
                let error = survey::end_error(&error, &self.places, key);
                mismatch(own, &path, Problem::Misread(InputErrors::one(error)))
            })?;
            if found.as_str() != expected {
                let (key, expected) = (key.clone(), expected.clone());
                return Err(mismatch(own, &path, Problem::Obligation { key, expected, found }));
            }
        }
        Ok(())
    }

    /// The state of an obligation of the scenario's own directive.
    fn state_of(&self, stage: &dyn Stage, key: &str) -> Result<ObligationState, NamingError> {
        let id = self.scenario.directive;
        let unwritten = Directive::new(id);
        let directive = stage.directive(id).unwrap_or(&unwritten);
        let at = directive.find(key)?;
        let found = directive.proceedings().and_then(|proceedings| proceedings.obligation(at));
        found
            .map(|obligation| obligation.state().name())
            .ok_or_else(|| NamingError::Obligation { key: key.to_owned(), directive: id.to_string() })
    }
}

fn names(events: &[(Stamp, Event)]) -> Vec<EventName> {
    events.iter().map(|(_, event)| event.name()).collect()
}
