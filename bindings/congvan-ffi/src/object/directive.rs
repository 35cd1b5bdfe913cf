//! A directive of the pure core, for a host that keeps the rows in its own database.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use congvan::core::id::DirectiveId;
use congvan::core::meeting::MeetingIndex;
use congvan::store::Record;
use congvan::{Actor, Instant, Offer, core};

use super::answer::{self, Question};
use super::context::fingerprint;
use super::{Context, Decision};
use crate::callback;
use crate::command::Command;
use crate::error::{CongvanError, RefusalReason};
use crate::mandate::Mandate;
use crate::text::Text;

/// A directive (văn bản chỉ đạo) folded from its rows; it has no clock and stores nothing.
///
/// Threads may share it: questions are answered side by side, and moving it on waits until they are.
#[derive(Debug, uniffi::Object)]
pub struct Directive {
    slot: Mutex<Slot>,
    returned: Condvar,
}

#[derive(Debug)]
enum Slot {
    Whole(Arc<congvan::Directive>),
    // A fold failed half way: what is left must be loaded again.
    Broken(CongvanError),
}

/// A directive lent to a question, under no lock.
struct Lent<'a> {
    owner: &'a Directive,
    directive: Option<Arc<congvan::Directive>>,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let held = self.owner.lock();
        self.directive = None;
        drop(held);
        self.owner.returned.notify_all();
    }
}

#[uniffi::export]
impl Directive {
    /// A directive before its first event.
    #[uniffi::constructor]
    #[must_use]
    pub fn new(id: DirectiveId) -> Self {
        Self::of(Arc::new(congvan::Directive::new(id)))
    }

    /// A directive folded from its rows, oldest first, as `seal` wrote their lines; hashes are `verify`'s matter.
    #[uniffi::constructor]
    pub fn replay(id: DirectiveId, lines: Vec<String>) -> Result<Self, CongvanError> {
        let mut directive = congvan::Directive::new(id);
        for line in &lines {
            directive = folded(directive, line)?;
        }
        Ok(Self::of(Arc::new(directive)))
    }

    /// The directive's identifier.
    pub fn id(&self) -> Result<DirectiveId, CongvanError> {
        self.ask(|directive| Ok(directive.id()))
    }

    /// How many events it was folded from.
    pub fn version(&self) -> Result<u64, CongvanError> {
        self.ask(|directive| Ok(directive.version()))
    }

    /// The frozen name of its state, such as `in_force`.
    pub fn state(&self) -> Result<String, CongvanError> {
        self.ask(|directive| Ok(directive.state().name().as_str().to_owned()))
    }

    /// What it orders, from the first draft on.
    pub fn mandate(&self) -> Result<Option<Arc<Mandate>>, CongvanError> {
        self.ask(|directive| Ok(directive.mandate().map(|found| Arc::new(Mandate::new(Arc::clone(found))))))
    }

    /// When it next wants attention; none when nothing is open.
    pub fn next_due(&self) -> Result<Option<Instant>, CongvanError> {
        self.ask(|directive| Ok(directive.proceedings().and_then(core::Proceedings::next_due)))
    }

    /// Judges a command: a decision to store and apply, or every reason why not. Changes nothing.
    pub fn decide(
        &self,
        command: Command,
        actor: Actor,
        at: Instant,
        context: Arc<Context>,
    ) -> Result<Decision, CongvanError> {
        let command = command.try_into()?;
        self.judge(&command, &actor, at, &context)
    }

    /// Judges a command given as JSON, in which obligations may be named by key and meetings by identifier.
    pub fn decide_json(
        &self,
        command: String,
        actor: Actor,
        at: Instant,
        context: Arc<Context>,
    ) -> Result<Decision, CongvanError> {
        let command = self.ask(|directive| answer::command(&command, directive))?;
        self.judge(&command, &actor, at, &context)
    }

    /// Moves the directive on by a decision that was stored.
    pub fn apply(&self, decision: Arc<Decision>) -> Result<(), CongvanError> {
        self.advance(
            |directive| {
                let (expected, found) = (decision.core().version(), directive.version());
                if decision.core().directive() != directive.id() {
                    return Err(CongvanError::argument(
                        "decision",
                        decision.core().directive().to_string(),
                        ("quyết định thuộc văn bản khác", "the decision is on another directive"),
                    ));
                }
                if expected != found {
                    return Err(CongvanError::Conflict { directive: directive.id(), expected, found });
                }
                Ok(())
            },
            |directive| Ok(directive.apply(decision.core())?),
        )
    }

    /// Moves the directive on by the next row of its log, as `seal` wrote its line.
    pub fn evolve(&self, line: String) -> Result<(), CongvanError> {
        self.advance(|_| Ok(()), |directive| folded(directive, &line))
    }

    /// Why a command would be refused; empty when it would be accepted. Has no effect.
    pub fn explain(
        &self,
        command: Command,
        actor: Actor,
        at: Instant,
        context: Arc<Context>,
    ) -> Result<Vec<RefusalReason>, CongvanError> {
        let command: congvan::Command = command.try_into()?;
        self.ask(|directive| {
            context.judge(&actor, at, |ctx| {
                let refusal = directive.explain(&command, ctx);
                Ok(refusal.map(|found| found.reasons().iter().map(Into::into).collect()).unwrap_or_default())
            })
        })
    }

    /// What this actor could now have accepted with some content, in the order of the lifecycle: so many, after the first
    /// so many.
    pub fn permitted(
        &self,
        actor: Actor,
        at: Instant,
        context: Arc<Context>,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<Offer>, CongvanError> {
        self.ask(|directive| {
            context.judge(&actor, at, |ctx| {
                Ok(directive.permitted(*ctx).skip(skip as usize).take(limit as usize).collect())
            })
        })
    }

    /// The answer to a question, as JSON; a timeline and a provenance are drawn from the lines of the rows too.
    #[uniffi::method(default(lines = []))]
    pub fn answer_json(
        &self,
        question: Question,
        at: Instant,
        lines: Vec<String>,
    ) -> Result<String, CongvanError> {
        let history = if question.needs_history() { history(&lines)? } else { Vec::new() };
        self.ask(|directive| question.answer(directive, &history, at))
    }

    /// Free slots for a meeting, as JSON; the demand is JSON of `now`, and perhaps `busy`, `rooms`, `step_minutes`, `limit`.
    pub fn plan_meeting_json(
        &self,
        meeting: MeetingIndex,
        demand: String,
        context: Arc<Context>,
    ) -> Result<String, CongvanError> {
        self.ask(|directive| {
            callback::judged(|| {
                answer::plan(directive, (context.calendar(), context.directory()), meeting, &demand)
            })
        })
    }
}

impl Directive {
    const fn of(slot: Arc<congvan::Directive>) -> Self {
        Self { slot: Mutex::new(Slot::Whole(slot)), returned: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks a question under no lock.
    fn ask<T>(
        &self,
        question: impl FnOnce(&congvan::Directive) -> Result<T, CongvanError>,
    ) -> Result<T, CongvanError> {
        let directive = match &*self.lock() {
            Slot::Whole(directive) => Arc::clone(directive),
            Slot::Broken(error) => return Err(error.clone()),
        };
        let lent = Lent { owner: self, directive: Some(directive) };
        lent.directive.as_deref().map_or(Err(CongvanError::Closed), question)
    }

    /// Moves the directive on, when nobody asks it anything.
    fn advance(
        &self,
        check: impl FnOnce(&congvan::Directive) -> Result<(), CongvanError>,
        step: impl FnOnce(congvan::Directive) -> Result<congvan::Directive, CongvanError>,
    ) -> Result<(), CongvanError> {
        if callback::is_judging() {
            // It would wait for the very question that it is called from.
            return Err(CongvanError::argument(
                "directive",
                "a callback".to_owned(),
                (
                    "không được chuyển trạng thái văn bản khi đang xem xét một lệnh",
                    "a directive is not moved on while a command is judged",
                ),
            ));
        }
        let mut slot = self.lock();
        loop {
            match std::mem::replace(&mut *slot, Slot::Broken(broken())) {
                Slot::Broken(error) => {
                    *slot = Slot::Broken(error.clone());
                    return Err(error);
                }
                Slot::Whole(directive) => match Arc::try_unwrap(directive) {
                    Ok(directive) => {
                        if let Err(error) = check(&directive) {
                            *slot = Slot::Whole(Arc::new(directive));
                            return Err(error);
                        }
                        *slot = match step(directive) {
                            Ok(directive) => Slot::Whole(Arc::new(directive)),
                            Err(error) => Slot::Broken(error),
                        };
                        return match &*slot {
                            Slot::Whole(_) => Ok(()),
                            Slot::Broken(error) => Err(error.clone()),
                        };
                    }
                    Err(directive) => *slot = Slot::Whole(directive),
                },
            }
            slot = self.returned.wait(slot).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn judge(
        &self,
        command: &congvan::Command,
        actor: &Actor,
        at: Instant,
        context: &Context,
    ) -> Result<Decision, CongvanError> {
        self.ask(|directive| {
            context.judge(actor, at, |ctx| {
                let decision = directive.decide(command, ctx)?;
                Ok(Decision::new(decision, fingerprint(actor, at, command)?, context.rules().hash()))
            })
        })
    }
}

fn broken() -> CongvanError {
    CongvanError::Corrupt {
        reason: Text {
            vi: "lần chuyển trạng thái trước đã dừng giữa chừng; hãy đọc lại văn bản từ nhật ký".to_owned(),
            en: "an earlier step stopped half way; load the directive again from its rows".to_owned(),
        },
    }
}

/// The directive moved on by the next line of its log.
fn folded(directive: congvan::Directive, line: &str) -> Result<congvan::Directive, CongvanError> {
    let record = Record::from_json_line(line)?;
    let (id, next) = (directive.id(), directive.version().saturating_add(1));
    if record.directive() != id || record.sequence() != next {
        let (found, sequence) = (record.directive(), record.sequence());
        return Err(CongvanError::Corrupt {
            reason: Text {
                vi: format!(
                    "cần bản ghi {next} của văn bản `{id}`, thực tế là bản ghi {sequence} của `{found}`"
                ),
                en: format!(
                    "expected record {next} of directive `{id}`, found record {sequence} of `{found}`"
                ),
            },
        });
    }
    Ok(directive.evolve(record.stamp(), record.event())?)
}

pub(super) fn history(lines: &[String]) -> Result<Vec<(core::Stamp, core::Event)>, CongvanError> {
    lines.iter().map(|line| Ok(Record::from_json_line(line)?.into_event())).collect()
}
