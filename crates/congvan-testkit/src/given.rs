//! Given, when, then: one rule in three lines.
//!
//! What is given is a directory and what happened before; then somebody tries one thing; then it is said what must come
//! of it. The types keep the order: nothing can be expected before something was tried. Times, actors and commands are
//! written as in a scenario, as text or JSON; commands in Rust serve as well.
//!
//! ```
//! use congvan_core::rule::{Objection, Rule, Rules};
//! use congvan_testkit::given;
//! # use congvan_testkit::strategy::{self, Item, Order, Staff};
//! use congvan_text::Text;
//! use serde_json::json;
//! # let staff = Staff { units: 2, people: 0, shared: false, acting: false, leaves: None, delegations: Vec::new(), limits: 0 };
//! # let item = Item { performers: 1, completion: 4, binding: 3, vetting: 2, deadline: 7, days: 3, consolidates: 0, flags: 0 };
//! # let order = Order { items: vec![item], meetings: Vec::new(), policy: 0 };
//! # let world = strategy::world_of(&staff, &order).ok_or("the parts do not fit together")?;
//! # let (directory, mandate) = (world.directory, world.mandate);
//!
//! // A province wants no draft to be discarded.
//! let keeps_drafts = Rule::new("keeps-drafts", "1").on_offer(|_, offer, _| match offer.kind {
//!     congvan_core::Kind::Discard => Err(Objection {
//!         reason: Text::fixed("dự thảo phải được giữ lại", "drafts are kept"),
//!         cure: Text::fixed("sửa dự thảo", "change the draft"),
//!     }),
//!     _ => Ok(()),
//! });
//! let draft = json!({"draft": {"mandate": &*mandate}});
//! given(&directory)
//!     .rules(Rules::new(vec![keeps_drafts]))
//!     .history([("2024-03-25T08:00:00+07:00", "ubnd.officer", draft)])
//!     .when("2024-03-25T09:00:00+07:00", "ubnd.head", json!({"discard": {"reason": "không cần nữa"}}))
//!     .then_refused(["rule_objects"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What comes of nothing cannot be said:
//!
//! ```compile_fail,E0599
//! # let text = "version = \"1\"\nunits = []\n";
//! # let directory = congvan_core::Directory::read("d.toml", text, congvan_text::read::Format::Toml).unwrap();
//! congvan_testkit::given(&directory).then(["drafted"]);
//! ```

use congvan_calendar::{Calendar, Instant};
use congvan_core::id::DirectiveId;
use congvan_core::{Command, Directive, Directory, Event, Refusal, Rules, Stamp};
use serde::Serialize;
use serde_json::Value;

use crate::scenario::{PureStage, Stage as _, StageError, read_actor};

/// What is given: a directory, and what happened before.
#[derive(Debug)]
pub struct Given {
    calendar: Calendar,
    directory: Directory,
    rules: Rules,
    steps: Vec<[Value; 3]>,
}

/// Something was tried: now it is said what must come of it.
#[derive(Debug)]
#[must_use = "nothing is expected yet: say `then` or `then_refused`"]
pub struct When {
    directive: Option<Directive>,
    outcome: Result<Vec<(Stamp, Event)>, Refusal>,
}

/// A directory to begin with; nothing has happened yet, the calendar is the official one, and there are no added rules.
#[must_use]
pub fn given(directory: &Directory) -> Given {
    Given {
        calendar: Calendar::official(),
        directory: directory.clone(),
        rules: Rules::none(),
        steps: Vec::new(),
    }
}

impl Given {
    /// Another calendar than the official one.
    #[must_use]
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = calendar;
        self
    }

    /// The rules that a province adds.
    #[must_use]
    pub fn rules(mut self, rules: Rules) -> Self {
        self.rules = rules;
        self
    }

    /// What happened before, in order: when, who, what. Each of it must be accepted.
    ///
    /// # Panics
    /// When a part cannot be written as JSON.
    #[must_use]
    #[track_caller]
    pub fn history<T: Serialize, A: Serialize, C: Serialize>(
        mut self,
        steps: impl IntoIterator<Item = (T, A, C)>,
    ) -> Self {
        // No closure: whoever calls this is to be named where a part cannot be written.
        for (at, actor, command) in steps {
            self.steps.push([json(&at), json(&actor), json(&command)]);
        }
        self
    }

    /// Somebody tries something.
    ///
    /// # Panics
    /// When the history does not happen as it is told, or a part of it is not understood.
    #[track_caller]
    pub fn when(self, at: impl Serialize, actor: impl Serialize, command: impl Serialize) -> When {
        let mut played = Err(String::new());
        let mut stage = PureStage::new(self.directory.clone(), self.calendar, self.rules);
        for (number, [at, actor, command]) in (1_usize..).zip(&self.steps) {
            played = put(&mut stage, &self.directory, at, actor, command);
            let problem = match &played {
                Ok(Ok(_)) => String::new(),
                Ok(Err(refusal)) => refusal.to_string(),
                Err(problem) => problem.clone(),
            };
            assert!(problem.is_empty(), "step {number} of the history did not happen: {problem}; {command}");
        }
        drop(played);
        let outcome = put(&mut stage, &self.directory, &json(&at), &json(&actor), &json(&command));
        let problem = outcome.as_ref().err().cloned().unwrap_or_default();
        assert!(problem.is_empty(), "what is tried is not understood: {problem}");
        When {
            directive: name().and_then(|id| stage.take(id)),
            outcome: outcome.unwrap_or_else(|_| Ok(Vec::new())),
        }
    }
}

impl When {
    /// It is accepted, with exactly these events; the directive as it stands afterwards is handed back.
    ///
    /// # Panics
    /// When it is refused, or does something else.
    #[track_caller]
    pub fn then<N: AsRef<str>>(self, events: impl IntoIterator<Item = N>) -> Option<Directive> {
        let expected: Vec<String> = events.into_iter().map(|name| name.as_ref().to_owned()).collect();
        let (found, why) = self.told();
        assert!(found == expected && why.is_none(), "expected {expected:?}, found {found:?}{}", said(why));
        self.directive
    }

    /// It is refused, with exactly these codes in this order.
    ///
    /// # Panics
    /// When it is accepted, or refused for other reasons.
    #[track_caller]
    pub fn then_refused<N: AsRef<str>>(self, codes: impl IntoIterator<Item = N>) {
        let expected: Vec<String> = codes.into_iter().map(|name| name.as_ref().to_owned()).collect();
        let (found, why) = self.told();
        let refused = self.outcome.is_err();
        assert!(
            refused && found == expected,
            "expected a refusal with {expected:?}, found {found:?}{}",
            said(why)
        );
    }

    /// What came of it: names of events, or codes with the sentence that goes with them.
    fn told(&self) -> (Vec<String>, Option<String>) {
        match &self.outcome {
            Ok(events) => (events.iter().map(|(_, event)| event.name().as_str().to_owned()).collect(), None),
            Err(refusal) => {
                (refusal.codes().map(|code| code.as_str().to_owned()).collect(), Some(refusal.to_string()))
            }
        }
    }
}

fn said(why: Option<String>) -> String {
    why.map(|why| format!(": {why}")).unwrap_or_default()
}

#[track_caller]
fn json(value: &impl Serialize) -> Value {
    let written = serde_json::to_value(value);
    assert!(written.is_ok(), "it cannot be written as JSON: {written:?}");
    written.unwrap_or_default()
}

fn name() -> Option<DirectiveId> {
    "d".parse().ok()
}

type Answer = Result<Vec<(Stamp, Event)>, Refusal>;

fn put(
    stage: &mut PureStage,
    directory: &Directory,
    at: &Value,
    actor: &Value,
    command: &Value,
) -> Result<Answer, String> {
    let id = name().ok_or("no name")?;
    let at: Instant = serde_json::from_value(at.clone()).map_err(|error| format!("{at}: {error}"))?;
    let actor = read_actor(actor, directory, at.date()).map_err(|error| error.to_string())?;
    let new = Directive::new(id);
    let command = Command::from_named(command.clone(), stage.directive(id).unwrap_or(&new));
    let command = command.map_err(|error| error.to_string())?;
    match stage.act(id, &actor, at, &command) {
        Ok(events) => Ok(Ok(events)),
        Err(StageError::Refused(refusal)) => Ok(Err(refusal)),
        Err(StageError::Failed(problem)) => Err(problem.to_string()),
    }
}
