//! A stage without a store: the pure core alone.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use congvan_calendar::{Calendar, Instant};
use congvan_core::check::Numbers;
use congvan_core::directive::Issued;
use congvan_core::id::DirectiveId;
use congvan_core::{Actor, Command, Ctx, Directive, Directory, Event, Rules, Stamp};

use super::{Stage, StageError};

/// Directives folded in memory, with every event kept.
#[derive(Debug)]
pub struct PureStage {
    calendar: Calendar,
    directives: BTreeMap<DirectiveId, Directive>,
    directory: Directory,
    history: Vec<(DirectiveId, Stamp, Event)>,
    numbers: Numbers,
    rules: Rules,
    successors: Vec<Issued>,
}

impl PureStage {
    /// An empty stage.
    #[must_use]
    pub fn new(directory: Directory, calendar: Calendar, rules: Rules) -> Self {
        Self {
            calendar,
            directives: BTreeMap::new(),
            directory,
            history: Vec::new(),
            numbers: Numbers::default(),
            rules,
            successors: Vec::new(),
        }
    }

    /// Every event that was kept, in order.
    #[must_use]
    pub fn history(&self) -> &[(DirectiveId, Stamp, Event)] {
        &self.history
    }

    /// Takes a directive off the stage, as it stands.
    pub fn take(&mut self, id: DirectiveId) -> Option<Directive> {
        self.directives.remove(&id)
    }

    /// Every directive, in the order of the identifiers.
    pub fn directives(&self) -> impl Iterator<Item = &Directive> {
        self.directives.values()
    }

    /// What a command would be judged with.
    #[must_use]
    pub fn ctx<'a>(&'a self, actor: &'a Actor, now: Instant) -> Ctx<'a> {
        Ctx {
            actor,
            calendar: &self.calendar,
            directory: &self.directory,
            now,
            numbers: Some(&self.numbers),
            rules: &self.rules,
            successors: &self.successors,
        }
    }
}

impl Stage for PureStage {
    fn directive(&self, id: DirectiveId) -> Option<&Directive> {
        self.directives.get(&id)
    }

    fn act(
        &mut self,
        id: DirectiveId,
        actor: &Actor,
        at: Instant,
        command: &Command,
    ) -> Result<Vec<(Stamp, Event)>, StageError> {
        let directive = self.directives.remove(&id).unwrap_or_else(|| Directive::new(id));
        let decision = match directive.decide(command, &self.ctx(actor, at)) {
            Ok(decision) => decision,
            Err(refusal) => {
                if directive.version() > 0 {
                    self.directives.insert(id, directive);
                }
                return Err(StageError::Refused(refusal));
            }
        };
        let directive = directive.apply(&decision).map_err(|error| StageError::Failed(error.into()))?;
        let kept: Vec<_> = decision.events().iter().map(|event| (*decision.stamp(), event.clone())).collect();
        for (stamp, event) in &kept {
            if let Event::Issued(issued) = event
                && let Some(mandate) = directive.mandate()
            {
                let header = &mandate.header;
                let year = issued.issue.date.year();
                self.numbers.take(header.issuing_body, header.series.as_deref(), year, issued.issue.number);
            }
            self.history.push((id, *stamp, event.clone()));
        }
        self.successors.retain(|issued| issued.id() != id);
        self.successors.extend(directive.issued());
        self.directives.insert(id, directive);
        Ok(kept)
    }
}
