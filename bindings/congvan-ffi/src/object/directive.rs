//! A directive of the pure core, for a host that keeps the rows in its own database.

mod query;

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use congvan::core::directive::Issued;
use congvan::core::id::DirectiveId;
use congvan::store::Record;
use congvan::{Actor, Instant, Offer, core};

use super::answer::reasons;
use super::context::fingerprint;
use super::verify::record;
use super::{Context, Decision, written};
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

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Directive {
    /// A directive before its first event.
    #[uniffi::constructor]
    pub fn new(id: DirectiveId) -> Result<Self, CongvanError> {
        Ok(Self::of(Arc::new(congvan::Directive::new(id))))
    }

    /// A directive folded from its rows, oldest first, as `seal` wrote their lines; hashes are `verify`'s matter.
    #[uniffi::constructor]
    pub fn replay(id: DirectiveId, lines: Vec<String>) -> Result<Self, CongvanError> {
        let mut directive = congvan::Directive::new(id);
        for line in &lines {
            let record = record(line)?;
            in_turn(&directive, &record)?;
            directive = folded(directive, &record)?;
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
        let command = self.ask(|directive| written::command(&command, directive))?;
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
    ///
    /// A row out of turn, of another directive, or that cannot be read is refused, and the directive is as it was. Only a row
    /// in turn whose event cannot have happened ends it: it is loaded again when its rows are mended.
    pub fn evolve(&self, line: String) -> Result<(), CongvanError> {
        let record = record(&line)?;
        self.advance(|directive| in_turn(directive, &record), |directive| folded(directive, &record))
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
                Ok(reasons(refusal.as_ref(), directive.proceedings()))
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
}

impl Directive {
    const fn of(slot: Arc<congvan::Directive>) -> Self {
        Self { slot: Mutex::new(Slot::Whole(slot)), returned: Condvar::new() }
    }

    /// The proof that it was issued.
    pub(super) fn issued(&self) -> Result<Issued, CongvanError> {
        self.ask(|directive| {
            directive.issued().ok_or_else(|| {
                let id = directive.id();
                CongvanError::NotFound {
                    what: Text {
                        vi: format!("văn bản `{id}` chưa ban hành hoặc đã bị thu hồi"),
                        en: format!("directive `{id}` is not issued, or it is revoked"),
                    },
                }
            })
        })
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
                let decision = directive.decide(command, ctx);
                let decision =
                    decision.map_err(|refusal| CongvanError::refused(&refusal, directive.proceedings()))?;
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

/// Whether the record is the next one of the directive.
fn in_turn(directive: &congvan::Directive, record: &Record) -> Result<(), CongvanError> {
    let (id, expected, found) = (directive.id(), directive.version().saturating_add(1), record.sequence());
    if record.directive() != id {
        return Err(CongvanError::argument(
            "line",
            record.directive().to_string(),
            ("bản ghi thuộc văn bản khác", "the row belongs to another directive"),
        ));
    }
    if found != expected {
        return Err(CongvanError::OutOfTurn { directive: id, expected, found });
    }
    Ok(())
}

fn folded(directive: congvan::Directive, record: &Record) -> Result<congvan::Directive, CongvanError> {
    Ok(directive.evolve(record.stamp(), record.event())?)
}

pub(super) fn history(lines: &[String]) -> Result<Vec<(core::Stamp, core::Event)>, CongvanError> {
    let read = |(number, line): (u32, &String)| {
        Ok(record(line).map_err(|error| error.in_line(number))?.into_event())
    };
    (1..).zip(lines).map(read).collect()
}
