//! The shortest way to what is wrong, as steps that anybody can replay.

use std::collections::BTreeMap;
use std::sync::Arc;

use congvan_calendar::Instant;
use congvan_core::event::EventName;
use congvan_core::id::DirectiveId;
use congvan_core::rule::RuleFile;
use congvan_core::{Actor, Kind, ReasonCode, Rules};
use congvan_text::read::Places;
use congvan_text::{Lang, Text};
use serde_json::Value;

use super::{Property, Subject};
use crate::scenario::{Ending, Mismatch, Prepared, Scenario, Stage as _, Step, own_calendar};

/// The name of the mandate in a scenario.
pub(super) const MANDATE: &str = "mandate";
/// The names of the files beside a scenario.
const DIRECTORY: &str = "directory.json";
const CALENDAR: &str = "calendar.json";
const RULES: &str = "rules.json";

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
    /// What came of it; nothing where it was refused.
    pub events: Vec<EventName>,
    /// Why it was refused; nothing where it was accepted. Only the last step of a way can be refused.
    pub refused: Vec<ReasonCode>,
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
    pub(super) directive: DirectiveId,
    pub(super) ends: Ending,
    pub(super) subject: Subject,
}

/// What a command comes to that no rule lets anybody give.
pub(super) fn dead(kind: Kind) -> Text {
    Text::new(
        format!("với các quy tắc này không ai còn làm được `{}` ({})", kind.as_str(), kind.vi()),
        format!("with these rules nobody can ever `{}`", kind.as_str()),
    )
}

impl Counterexample {
    /// A kind of command that is never given, and no way to tell.
    pub(super) fn untold(kind: Kind, directive: DirectiveId, subject: &Subject) -> Self {
        Self {
            property: Property::NoDeadCommand,
            how: dead(kind),
            steps: Vec::new(),
            directive,
            ends: Ending::of(directive, None),
            subject: subject.clone(),
        }
    }

    /// The same under the rules of a subject: as far as they let it go, and what they refuse then.
    pub(super) fn under(mut self, subject: &Subject) -> Option<Self> {
        self.subject = subject.clone();
        let (recorded, _) = self.prepared(self.bare(), subject.rules.clone()).recorded().ok()?;
        let refused = recorded.steps.iter().position(|step| step.refused.is_some())?;
        self.steps.truncate(refused.checked_add(1)?);
        let cut = self.prepared(self.bare(), subject.rules.clone());
        let (recorded, stage) = cut.recorded().ok()?;
        let codes = recorded.steps.last()?.refused.as_ref()?;
        let last = self.steps.last_mut()?;
        last.events.clear();
        last.refused = ReasonCode::ALL
            .iter()
            .copied()
            .filter(|code| codes.iter().any(|known| known == code.as_str()))
            .collect();
        self.ends = Ending::of(self.directive, stage.directive(self.directive));
        Some(self)
    }

    /// The way as a scenario in Vietnamese with the files it names: their names and texts, the scenario's own first.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        self.files_in(Lang::Vi)
    }

    /// Like [`Counterexample::files`], with title and notes in a language.
    #[must_use]
    pub fn files_in(&self, lang: Lang) -> Vec<(String, String)> {
        let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default();
        let of = |value: Result<Value, serde_json::Error>| pretty(&value.unwrap_or_default());
        let mut files = vec![
            ("scenario.json".to_owned(), of(serde_json::to_value(self.scenario_in(lang)))),
            (DIRECTORY.to_owned(), of(serde_json::to_value(self.subject.directory.data()))),
            ("mandate.json".to_owned(), of(serde_json::to_value(&*self.subject.mandate))),
        ];
        let calendar = own_calendar(&self.subject.calendar);
        files.extend(calendar.map(|data| (CALENDAR.to_owned(), of(serde_json::to_value(data)))));
        files.extend(self.rule_file().map(|rules| (RULES.to_owned(), of(serde_json::to_value(rules)))));
        files
    }

    /// The way as sentences, one a step.
    ///
    /// # Errors
    /// The first step that the shipped core does not take as the checker saw it.
    pub fn story(&self, lang: Lang) -> Result<Vec<String>, Mismatch> {
        self.prepared(self.bare(), self.subject.rules.clone()).story(lang)
    }

    /// The way as a scenario in Vietnamese beside `directory.json` and `mandate.json`; where the official calendar does
    /// not hold, beside `calendar.json`; and where the rules can be written down, beside `rules.json`.
    ///
    /// Rules in code are kept in no file: a scenario without them says what comes of its last step without them.
    #[must_use]
    pub fn scenario(&self) -> Scenario {
        self.scenario_in(Lang::Vi)
    }

    /// Like [`Counterexample::scenario`], with title and notes in a language.
    #[must_use]
    pub fn scenario_in(&self, lang: Lang) -> Scenario {
        let mut scenario = self.bare();
        scenario.title = self.how.get(lang).to_owned();
        scenario.shows = vec![self.property.text().get(lang).to_owned()];
        let story = self.story(lang).unwrap_or_default();
        for (step, sentence) in scenario.steps.iter_mut().zip(story) {
            step.note = Some(sentence);
        }
        let attempted = self.steps.last().is_some_and(|step| !step.refused.is_empty());
        if !attempted || self.rule_file().is_some() {
            return scenario;
        }
        if let Some(note) = scenario.steps.last_mut().and_then(|step| step.note.as_mut()) {
            note.push_str(WITHOUT_RULES.get(lang));
        }
        let without = self.prepared(scenario.clone(), Rules::none());
        match without.recorded() {
            Ok((mut recorded, stage)) => {
                recorded.ends = Ending::of(self.directive, stage.directive(self.directive));
                recorded
            }
            Err(_) => scenario,
        }
    }

    /// The steps with what came of each, and the end.
    fn bare(&self) -> Scenario {
        let names = |names: Vec<&'static str>| names.into_iter().map(str::to_owned).collect();
        let step = |step: &ToldStep| {
            let refused = !step.refused.is_empty();
            let events = step.events.iter().map(|name| name.as_str()).collect();
            let codes = step.refused.iter().map(|code| code.as_str()).collect();
            Step {
                at: step.at,
                actor: serde_json::to_value(step.actor).unwrap_or_default(),
                directive: None,
                command: step.command.clone(),
                events: (!refused).then(|| names(events)),
                refused: refused.then(|| names(codes)),
                note: None,
            }
        };
        Scenario {
            title: String::new(),
            shows: Vec::new(),
            directory: DIRECTORY.to_owned(),
            calendar: own_calendar(&self.subject.calendar).map(|_| CALENDAR.to_owned()),
            rules: self.rule_file().map(|_| RULES.to_owned()),
            mandates: BTreeMap::from([(MANDATE.to_owned(), "mandate.json".to_owned())]),
            directive: self.directive,
            steps: self.steps.iter().map(step).collect(),
            ends: self.ends.clone(),
        }
    }

    fn prepared(&self, scenario: Scenario, rules: Rules) -> Prepared {
        Prepared {
            calendar: self.subject.calendar.clone(),
            directory: self.subject.directory.clone(),
            mandates: BTreeMap::from([(MANDATE.to_owned(), Arc::clone(&self.subject.mandate))]),
            places: Places::none("scenario.json"),
            rules,
            scenario,
        }
    }

    /// The rules as data; none where there are none, or one of them is code.
    fn rule_file(&self) -> Option<RuleFile> {
        let rules: Option<Vec<_>> = self.subject.rules.iter().map(|rule| rule.entry().cloned()).collect();
        rules.filter(|rules| !rules.is_empty()).map(|rules| RuleFile { format: 1, rules })
    }
}

/// What is added to a step that rules in code refuse.
const WITHOUT_RULES: Text = Text::fixed(
    " Quy tắc viết bằng mã không được lưu cùng kịch bản; chạy lại không có quy tắc thì bước này được chấp nhận.",
    " A rule in code is not kept with the scenario; replayed without it, this step is accepted.",
);
