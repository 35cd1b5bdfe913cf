//! A province's own rules: values that are run after the built-in guards, and can refuse but never permit.

mod file;

pub use file::{Asks, RuleEntry, RuleFile, Said};

use std::fmt;
use std::sync::Arc;

use crate::command::{Command, Kind, Offer};
use crate::context::Ctx;
use crate::directive::Directive;
use crate::hash::ContentHash;

/// What a custom rule says when it refuses, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// What would satisfy the rule.
    pub cure: congvan_text::Text,
    /// Why it refuses.
    pub reason: congvan_text::Text,
}

type OnOffer = dyn Fn(&Directive, &Offer, &Ctx<'_>) -> Result<(), Objection> + Send + Sync;
type OnCommand = dyn Fn(&Directive, &Command, &Ctx<'_>) -> Result<(), Objection> + Send + Sync;

/// One rule of a province: a name, a version, and two questions.
///
/// `on_offer` sees no payload and is asked by `permitted` and `decide` alike; `on_command` sees the command and is asked
/// by `decide` only. A rule is never asked about an escape command ([`Kind::is_escape`]): extend, waive, reassign,
/// revoke and recall stay open, so that no rule can block anybody for ever.
#[derive(Clone)]
pub struct Rule {
    name: String,
    version: String,
    entry: Option<Arc<RuleEntry>>,
    on_offer: Option<Arc<OnOffer>>,
    on_command: Option<Arc<OnCommand>>,
}

impl Rule {
    /// A rule of this name and version that objects to nothing yet.
    #[must_use]
    pub fn new(name: impl Into<String>, version: impl Into<String>) -> Self {
        Self { name: name.into(), version: version.into(), entry: None, on_offer: None, on_command: None }
    }

    /// Asks this question before a payload is known; what it refuses is not offered.
    #[must_use]
    pub fn on_offer(
        mut self,
        question: impl Fn(&Directive, &Offer, &Ctx<'_>) -> Result<(), Objection> + Send + Sync + 'static,
    ) -> Self {
        self.on_offer = Some(Arc::new(question));
        self
    }

    /// Asks this question of a whole command.
    #[must_use]
    pub fn on_command(
        mut self,
        question: impl Fn(&Directive, &Command, &Ctx<'_>) -> Result<(), Objection> + Send + Sync + 'static,
    ) -> Self {
        self.on_command = Some(Arc::new(question));
        self
    }

    /// The rule's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The rule's version.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What it says as data, where it was read from a file; code says nothing about itself.
    #[must_use]
    pub fn entry(&self) -> Option<&RuleEntry> {
        self.entry.as_deref()
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule")
            .field("name", &self.name)
            .field("version", &self.version)
            .finish_non_exhaustive()
    }
}

/// The rules of a province, in the order in which they are asked.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    rules: Vec<Rule>,
}

impl Rules {
    /// No rules beside the built-in ones.
    #[must_use]
    pub const fn none() -> Self {
        Self { rules: Vec::new() }
    }

    /// These rules, asked in this order.
    #[must_use]
    pub const fn new(rules: Vec<Rule>) -> Self {
        Self { rules }
    }

    /// The rules in the order in which they are asked.
    pub fn iter(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter()
    }

    /// The hash of every rule's name and version: code cannot be hashed, so that a changed rule needs a new version.
    #[must_use]
    pub fn hash(&self) -> ContentHash {
        let mut text = String::from("congvan rules 1\n");
        for rule in &self.rules {
            text.push_str(&rule.name);
            text.push('\n');
            text.push_str(&rule.version);
            text.push('\n');
        }
        ContentHash::of(text.as_bytes())
    }

    pub(crate) fn objections_to_offer(
        &self,
        directive: &Directive,
        offer: &Offer,
        ctx: &Ctx<'_>,
    ) -> Vec<crate::refusal::Reason> {
        self.ask(offer.kind, |rule| rule.on_offer.as_ref().map_or(Ok(()), |ask| ask(directive, offer, ctx)))
    }

    pub(crate) fn objections_to_command(
        &self,
        directive: &Directive,
        command: &Command,
        ctx: &Ctx<'_>,
    ) -> Vec<crate::refusal::Reason> {
        self.ask(command.kind(), |rule| {
            rule.on_command.as_ref().map_or(Ok(()), |ask| ask(directive, command, ctx))
        })
    }

    fn ask(&self, kind: Kind, ask: impl Fn(&Rule) -> Result<(), Objection>) -> Vec<crate::refusal::Reason> {
        if kind.is_escape() {
            return Vec::new();
        }
        let objection = |rule: &Rule| {
            ask(rule).err().map(|objection| crate::refusal::Reason::RuleObjects {
                rule: rule.name.clone(),
                version: rule.version.clone(),
                reason: objection.reason,
                cure: objection.cure,
            })
        };
        self.rules.iter().filter_map(objection).collect()
    }
}
