//! The shortest way to what is wrong, as steps that anybody can replay.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use congvan_calendar::Instant;
use congvan_core::event::EventName;
use congvan_core::id::DirectiveId;
use congvan_core::{Actor, Kind};
use congvan_text::{Lang, Text};
use serde_json::{Value, json};

use super::explore::{Search, WAIT};
use super::moves::Move;
use super::node::Node;
use super::{Model, Property, Subject};
use crate::scenario::{Ending, Mismatch, Prepared, Scenario, Step, own_calendar};

/// The name of the mandate in a scenario.
const MANDATE: &str = "mandate";
/// The name of the calendar's file beside a scenario.
const CALENDAR: &str = "calendar.json";

/// One step on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldStep {
    /// When.
    pub at: Instant,
    /// Who.
    pub actor: Actor,
    /// Which kind of command.
    pub kind: Kind,
    /// The command as people write it.
    pub command: Value,
    /// What came of it.
    pub events: Vec<EventName>,
}

/// What is wrong, and the shortest way to it.
#[derive(Clone, Debug)]
pub struct Counterexample {
    /// What does not hold.
    pub property: Property,
    /// What is seen at the end of the way.
    pub how: Text,
    /// The way, from the first draft on.
    pub steps: Vec<ToldStep>,
    directive: DirectiveId,
    subject: Subject,
}

impl Counterexample {
    pub(super) fn dead(kind: Kind, directive: DirectiveId, subject: &Subject) -> Self {
        Self {
            property: Property::NoDeadCommand,
            how: Text::new(
                format!("với các quy tắc này không ai còn làm được `{}` ({})", kind.as_str(), kind.vi()),
                format!("with these rules nobody can ever `{}`", kind.as_str()),
            ),
            steps: Vec::new(),
            directive,
            subject: subject.clone(),
        }
    }

    /// The way as a scenario, with the files it names: their names and texts, the scenario's own first.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default();
        let of = |value: Result<Value, serde_json::Error>| pretty(&value.unwrap_or_default());
        let mut files = vec![
            ("scenario.json".to_owned(), of(serde_json::to_value(self.scenario()))),
            ("directory.json".to_owned(), of(serde_json::to_value(self.subject.directory.data()))),
            ("mandate.json".to_owned(), of(serde_json::to_value(&*self.subject.mandate))),
        ];
        let calendar = own_calendar(&self.subject.calendar);
        files.extend(calendar.map(|data| (CALENDAR.to_owned(), of(serde_json::to_value(data)))));
        files
    }

    /// The way as sentences, one a step.
    ///
    /// # Errors
    /// The first step that the shipped core does not take as the checker saw it.
    pub fn story(&self, lang: Lang) -> Result<Vec<String>, Mismatch> {
        let subject = &self.subject;
        let prepared = Prepared {
            calendar: subject.calendar.clone(),
            directory: subject.directory.clone(),
            mandates: BTreeMap::from([(MANDATE.to_owned(), Arc::clone(&subject.mandate))]),
            scenario: self.scenario(),
        };
        prepared.story(lang)
    }

    /// The way as a scenario beside `directory.json`, `mandate.json` and, where the official calendar does not hold,
    /// `calendar.json`.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        let step = |step: &ToldStep| Step {
            at: step.at,
            actor: serde_json::to_value(step.actor).unwrap_or_default(),
            directive: None,
            command: step.command.clone(),
            events: Some(step.events.iter().map(|name| name.as_str().to_owned()).collect()),
            refused: None,
            note: None,
        };
        Scenario {
            title: self.how.en.to_string(),
            shows: vec![self.property.text().en.to_string()],
            directory: "directory.json".to_owned(),
            calendar: own_calendar(&self.subject.calendar).map(|_| CALENDAR.to_owned()),
            mandates: BTreeMap::from([(MANDATE.to_owned(), "mandate.json".to_owned())]),
            directive: self.directive,
            steps: self.steps.iter().map(step).collect(),
            ends: Ending::default(),
        }
    }
}

impl Model {
    /// What a search found wrong, told from the first draft on; none where nothing is.
    pub(super) fn counterexample(&self, search: &Search, opening: bool) -> Option<Counterexample> {
        let graph = &search.graph;
        let (at, last, property, how) = if let Some((at, ordinal, fault)) = &search.fault {
            (*at, Some(*ordinal), fault.property, Some(fault.how.clone()))
        } else if let Some(at) = graph.idle() {
            (at, None, Property::SomebodyMayAct, None)
        } else if let Some(at) = graph.stuck() {
            (at, None, Property::ReachesItsEnd, None)
        } else if self.subject.takes_turns() {
            // Day and night follow each other, and lead back without anything being wrong.
            return None;
        } else {
            (graph.turning()?, None, Property::TimePasses, None)
        };
        let mut way = graph.way(at);
        way.extend(last);
        let (node, steps) = self.replay(&way, opening);
        let how = how.unwrap_or_else(|| rest(&node));
        Some(Counterexample { property, how, steps, directive: self.id, subject: self.subject.clone() })
    }

    /// Walks a way again, and tells each command on it.
    fn replay(&self, way: &[u16], opening: bool) -> (Node, Vec<ToldStep>) {
        let mut steps = Vec::new();
        let mut before = self.root();
        let mut tell = |done: &Move, after: &Node| {
            steps.push(told(done, &before));
            before = after.fork();
        };
        let mut node = self.root();
        if !opening {
            node = self.issued(node, &mut tell);
            node = self.follow(node, &mut tell);
        }
        for ordinal in way {
            if let Some(nth) = ordinal.checked_sub(WAIT) {
                let Some(later) = self.waits(&node).into_iter().nth(usize::from(nth)) else { break };
                // Waiting is no command: the next one shows what time it is.
                node = self.follow(later, &mut tell);
                continue;
            }
            let mut nth = 0_u16;
            let mut found = None;
            let _ = self.moves(&node, &mut |done| {
                if nth == *ordinal {
                    found = Some(done);
                    return ControlFlow::Break(());
                }
                nth = nth.saturating_add(1);
                ControlFlow::Continue(())
            });
            let Some(done) = found else { break };
            let Some(after) = node.after(&done.decision) else { break };
            tell(&done, &after);
            node = self.follow(after, &mut tell);
        }
        (node, steps)
    }
}

fn told(done: &Move, before: &Node) -> ToldStep {
    let kind = done.command.kind();
    let command = if kind == Kind::Draft {
        json!({ "draft": { "mandate": MANDATE } })
    } else {
        done.command.to_named(&before.directive)
    };
    ToldStep {
        at: done.decision.stamp().recorded_at,
        actor: done.actor,
        kind,
        command,
        events: done.decision.events().iter().map(congvan_core::Event::name).collect(),
    }
}

/// What rests in a state that leads nowhere.
fn rest(node: &Node) -> Text {
    let state = node.directive.state().name();
    let open: Vec<String> = node
        .directive
        .proceedings()
        .into_iter()
        .flat_map(|proceedings| {
            let open = proceedings.obligations().filter(|(_, found)| found.state().name().is_open());
            open.filter_map(|(id, found)| {
                Some(format!("`{}` ({})", proceedings.key(id)?, found.state().name().as_str()))
            })
        })
        .take(5)
        .collect();
    let open = if open.is_empty() { "-".to_owned() } else { open.join(", ") };
    Text::new(
        format!("văn bản ở lại `{}`, còn mở: {open}", state.vi()),
        format!("the directive stays `{}`, still open: {open}", state.as_str()),
    )
}
