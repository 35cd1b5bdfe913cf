//! A rule of one province in the caller's language.

use std::collections::BTreeSet;
use std::sync::Arc;

use congvan::core::Ctx;
use congvan::core::command::{Kind, Target};
use congvan::core::directive::StateName as DirectiveStateName;
use congvan::core::id::DirectiveId;
use congvan::core::obligation::{Key, StateName as ObligationStateName};
use congvan::core::rule;
use congvan::{Actor, Directive, Instant, Rule, Rules};

use crate::command::Command;
use crate::error::CongvanError;
use crate::mandate::Mandate;
use crate::text::Text;

/// A rule that a province adds: it can refuse, never permit, and is never asked about a way out (extend, waive, reassign,
/// revoke, recall).
///
/// Whoever raises decides nothing: the command is not executed, and the call ends with what was raised.
#[uniffi::export(foreign)]
pub trait CustomRule: Send + Sync {
    /// The rule's name, asked once when the rule is set.
    fn name(&self) -> Result<String, CongvanError>;

    /// The rule's version, asked once when the rule is set; a changed rule needs a new one, since the log records it.
    fn version(&self) -> Result<String, CongvanError>;

    /// What the rule objects before the content of a command is known; what it refuses is not offered.
    fn on_offer(&self, question: RuleQuestion) -> Result<Option<Objection>, CongvanError>;

    /// What the rule objects to a whole command.
    fn on_command(&self, question: RuleQuestion, command: Command)
    -> Result<Option<Objection>, CongvanError>;
}

/// What a rule is asked about.
#[derive(Clone, Debug, uniffi::Record)]
pub struct RuleQuestion {
    /// Which directive.
    pub directive: DirectiveId,
    /// How many events it was folded from.
    pub directive_version: u64,
    /// The name of its state.
    pub directive_state: DirectiveStateName,
    /// What it orders, from the first draft on.
    pub mandate: Option<Arc<Mandate>>,
    /// Who asks.
    pub actor: Actor,
    /// When.
    pub at: Instant,
    /// The kind of the command.
    pub kind: Kind,
    /// What it is aimed at.
    pub target: Target,
    /// The key of the obligation it is aimed at, such as `so-tai-chinh/1a/cchc`.
    pub obligation_key: Option<Key>,
    /// The name of that obligation's state.
    pub obligation_state: Option<ObligationStateName>,
    /// The deadline of that obligation.
    pub obligation_due: Option<Instant>,
}

/// Why a rule refuses, in both languages.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Objection {
    /// Why, in one clause.
    pub sentence: Text,
    /// What would satisfy the rule.
    pub cure: Text,
}

impl From<Objection> for rule::Objection {
    fn from(objection: Objection) -> Self {
        let text = |Text { vi, en }| congvan::Text::new(vi, en);
        let Objection { sentence, cure } = objection;
        Self { cure: text(cure), reason: text(sentence) }
    }
}

/// The caller's rules as the core asks them; each has a name of its own, since a person reads it and the log keeps it.
pub(crate) fn rules(foreign: Vec<Arc<dyn CustomRule>>) -> Result<Rules, CongvanError> {
    let mut names = BTreeSet::new();
    let rules = foreign.into_iter().map(|foreign| {
        let (name, version) = (foreign.name()?, foreign.version()?);
        if name.trim().is_empty() || version.trim().is_empty() {
            return Err(CongvanError::argument(
                "rules",
                String::new(),
                ("mỗi quy định phải có tên và phiên bản", "expected a name and a version of each rule"),
            ));
        }
        if !names.insert(name.clone()) {
            return Err(CongvanError::argument(
                "rules",
                name,
                ("hai quy định không được trùng tên", "expected rules of different names"),
            ));
        }
        let rule = Rule::new(name, version);
        let on_offer = Arc::clone(&foreign);
        let rule = rule.on_offer(move |directive, offer, ctx| {
            let question = RuleQuestion::of(directive, offer.kind, offer.target, ctx);
            judge(|| on_offer.on_offer(question))
        });
        Ok(rule.on_command(move |directive, command, ctx| {
            let question = RuleQuestion::of(directive, command.kind(), command.target(), ctx);
            judge(|| foreign.on_command(question, command.clone().into()))
        }))
    });
    Ok(Rules::new(rules.collect::<Result<_, CongvanError>>()?))
}

fn judge(ask: impl FnOnce() -> Result<Option<Objection>, CongvanError>) -> Result<(), rule::Objection> {
    // After something was raised the judgement has no answer, and nobody is asked any more.
    if super::failed().is_some() {
        return Ok(());
    }
    match ask() {
        Ok(None) => Ok(()),
        Ok(Some(objection)) => Err(objection.into()),
        Err(error) => {
            super::fail(error);
            Ok(())
        }
    }
}

impl RuleQuestion {
    fn of(directive: &Directive, kind: Kind, target: Target, ctx: &Ctx<'_>) -> Self {
        let proceedings = directive.proceedings();
        let aimed = match target {
            Target::Obligation(id) => {
                proceedings.and_then(|found| Some((found.key(id)?, found.obligation(id)?)))
            }
            Target::Directive | Target::Unit(_) | Target::Meeting(_) => None,
        };
        Self {
            directive: directive.id(),
            directive_version: directive.version(),
            directive_state: directive.state().name(),
            mandate: directive.mandate().map(|mandate| Arc::new(Mandate::new(Arc::clone(mandate)))),
            actor: *ctx.actor,
            at: ctx.now,
            kind,
            target,
            obligation_key: aimed.map(|(key, _)| key),
            obligation_state: aimed.map(|(_, found)| found.state().name()),
            obligation_due: aimed.and_then(|(_, found)| found.terms().due()),
        }
    }
}
