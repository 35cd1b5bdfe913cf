//! The register (sổ) as an object: directives over a journal, ours or the caller's.

mod bulk;
mod export;
mod query;

pub use bulk::{ExecuteOutcome, ExecuteRequest};

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use congvan::core::Proceedings;
use congvan::core::id::{CommandId, DirectiveId};
use congvan::{
    Actor, Event as CoreEvent, ExecuteError, InboxEntry, Instant, LoadError, Offer, Say as _, Stamp,
    open_journal,
};

use super::answer;
use super::context::fingerprint;
use super::subscription::Delivery;
use super::{Calendar, Directory, InboxNext, InboxPage, Subscription, Verified, format_of, written};
use crate::callback::{
    self, AuthorityProvider, Clock, Committed, CustomRule, EventSubscriber, ForeignJournal, ForeignStaff,
    Journal,
};
use crate::command::Command;
use crate::error::{CongvanError, RefusalReason};
use crate::event::Event;
use crate::text::Text;

/// A register of directives over a journal: an SQLite file, the memory, or a journal of the caller.
///
/// Threads share it, and several processes may open one file. After `shutdown` every call ends with `Closed`.
#[derive(Debug, uniffi::Object)]
pub struct Register {
    open: RwLock<Option<Arc<Opened>>>,
}

/// What an open register consists of.
pub(super) struct Opened {
    pub(super) core: congvan::Register,
    clock: RwLock<Option<Arc<dyn Clock>>>,
    deliveries: Mutex<Vec<Arc<Delivery>>>,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Opened").field("core", &self.core).finish_non_exhaustive()
    }
}

/// What a command did.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Executed {
    /// Where its events stand; `replayed` when the same command had been executed before.
    pub committed: Committed,
    /// Who did it, by what authority and when.
    pub stamp: Stamp,
    /// What happened, in order.
    pub events: Vec<Event>,
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Register {
    /// Opens a register: `sqlite:PATH`, which is created where there is none, or `memory:`.
    #[uniffi::constructor]
    pub fn open(address: String) -> Result<Self, CongvanError> {
        Self::over_core(open_journal(&address)?)
    }

    /// A register over a journal of the caller.
    #[uniffi::constructor]
    pub fn over(journal: Arc<dyn Journal>) -> Result<Self, CongvanError> {
        Self::over_core(Arc::new(ForeignJournal(journal)))
    }

    /// Closes the register: calls under way end as they would, later ones with `Closed`. Closing again does nothing.
    pub fn shutdown(&self) {
        let closed = self.open.write().unwrap_or_else(PoisonError::into_inner).take();
        // The file is closed outside the lock, when the last call under way has ended.
        drop(closed);
    }

    /// Whether the register was shut down.
    #[must_use]
    pub fn is_shut_down(&self) -> bool {
        self.open.read().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// Replaces the directory and keeps it beside the log; the answer is its version there.
    pub fn set_directory(&self, directory: Arc<Directory>) -> Result<u64, CongvanError> {
        let (file, text) = directory.source();
        Ok(self.opened()?.core.set_directory(file, text, format_of(file)?)?)
    }

    /// Replaces the calendar and keeps it beside the log; the answer is its version there.
    pub fn set_calendar(&self, calendar: Arc<Calendar>) -> Result<u64, CongvanError> {
        let opened = self.opened()?;
        let Some((file, text)) = calendar.source() else {
            return Err(CongvanError::argument(
                "calendar",
                calendar.version(),
                (
                    "lịch chính thức đã có sẵn, không cần lưu; cần lịch đọc từ tệp",
                    "the official calendar comes with the library; expected one that was read from a file",
                ),
            ));
        };
        Ok(opened.core.set_calendar(file, text, format_of(file)?)?)
    }

    /// Replaces the province's own rules; the log records the names and versions of those in force.
    pub fn set_rules(&self, rules: Vec<Arc<dyn CustomRule>>) -> Result<(), CongvanError> {
        let opened = self.opened()?;
        opened.core.set_rules(callback::rules(rules)?);
        Ok(())
    }

    /// Asks the caller who holds which office, in place of the directory's lists; with none, those count again.
    pub fn set_authority_provider(
        &self,
        provider: Option<Arc<dyn AuthorityProvider>>,
    ) -> Result<(), CongvanError> {
        let staff = provider.map(|provider| Arc::new(ForeignStaff(provider)) as _);
        self.opened()?.core.set_staff(staff);
        Ok(())
    }

    /// Asks the caller's clock where a call is not told the instant; with none, the machine's.
    pub fn set_clock(&self, clock: Option<Arc<dyn Clock>>) -> Result<(), CongvanError> {
        *self.opened()?.clock.write().unwrap_or_else(PoisonError::into_inner) = clock;
        Ok(())
    }

    /// Executes a command on a directive: all of it durably, or nothing.
    ///
    /// `at` is when it is recorded; without one the clock is asked. `command_id` names the command: the same command under
    /// the same name gives the same answer and no second event. Without a name it is named by its content, so that only the
    /// same command of the same actor at the same instant is the same.
    #[uniffi::method(default(at = None, command_id = None))]
    pub fn execute(
        &self,
        directive: DirectiveId,
        actor: Actor,
        command: Command,
        at: Option<Instant>,
        command_id: Option<CommandId>,
    ) -> Result<Executed, CongvanError> {
        self.opened()?.execute(directive, &actor, &command.try_into()?, at, command_id)
    }

    /// Executes a command given as JSON, in which obligations may be named by key and meetings by identifier.
    #[uniffi::method(default(at = None, command_id = None))]
    pub fn execute_json(
        &self,
        directive: DirectiveId,
        actor: Actor,
        command: String,
        at: Option<Instant>,
        command_id: Option<CommandId>,
    ) -> Result<Executed, CongvanError> {
        let opened = self.opened()?;
        let command = opened.command(directive, &command)?;
        opened.execute(directive, &actor, &command, at, command_id)
    }

    /// Executes many commands one after another, and says of each what became of it.
    pub fn execute_many(&self, requests: Vec<ExecuteRequest>) -> Result<Vec<ExecuteOutcome>, CongvanError> {
        let opened = self.opened()?;
        Ok(requests.into_iter().map(|request| request.execute(&opened)).collect())
    }

    /// Why a command would be refused; empty when it would be accepted. Has no effect.
    #[uniffi::method(default(at = None))]
    pub fn explain(
        &self,
        directive: DirectiveId,
        actor: Actor,
        command: Command,
        at: Option<Instant>,
    ) -> Result<Vec<RefusalReason>, CongvanError> {
        let opened = self.opened()?;
        let (at, command) = (opened.instant(at)?, command.try_into()?);
        callback::judged(|| {
            let refusal = opened.core.explain(directive, &actor, &command, at)?;
            opened.with_names(directive, |proceedings| answer::reasons(refusal.as_ref(), proceedings))
        })
    }

    /// What this actor may do now with a directive, in the order of the lifecycle: so many, after the first so many.
    #[uniffi::method(default(at = None, skip = 0, limit = 1000))]
    pub fn permitted(
        &self,
        directive: DirectiveId,
        actor: Actor,
        at: Option<Instant>,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<Offer>, CongvanError> {
        let opened = self.opened()?;
        let at = opened.instant(at)?;
        callback::judged(|| {
            Ok(opened.core.ask_as(directive, &actor, at, |found, ctx| {
                found.permitted(ctx).skip(skip as usize).take(limit as usize).collect()
            })?)
        })
    }

    /// What this actor may do now with any directive, and the next steps of his that something blocks: the first page.
    #[uniffi::method(default(at = None, limit = 100))]
    pub fn inbox(&self, actor: Actor, at: Option<Instant>, limit: u32) -> Result<InboxPage, CongvanError> {
        let opened = self.opened()?;
        let at = opened.instant(at)?;
        let entries = callback::judged(|| Ok(opened.core.inbox(&actor, at)?))?;
        let named = |entry: InboxEntry| {
            let Some(refusal) = &entry.blocked else { return Ok((entry, Vec::new())) };
            let told = |proceedings: Option<&Proceedings>| answer::reasons(Some(refusal), proceedings);
            let blocked_by = opened.with_names(entry.directive, told)?;
            Ok((entry, blocked_by))
        };
        let listed = entries.into_iter().map(named).collect::<Result<Vec<_>, CongvanError>>()?;
        Ok(InboxNext::first(listed, limit).read())
    }

    /// Every event after a position, in the order of commits, as the caller asks for it.
    #[uniffi::method(default(after = 0))]
    pub fn subscribe(self: Arc<Self>, after: u64) -> Result<Subscription, CongvanError> {
        self.opened()?;
        Ok(Subscription::new(self, after))
    }

    /// Pushes every event after a position to a subscriber: now, and after each command of this register.
    #[uniffi::method(default(after = 0))]
    pub fn push_to(
        &self,
        subscriber: Arc<dyn EventSubscriber>,
        after: u64,
    ) -> Result<Arc<Delivery>, CongvanError> {
        let opened = self.opened()?;
        let delivery = Arc::new(Delivery::new(&opened, subscriber, after));
        opened.deliveries().push(Arc::clone(&delivery));
        delivery.deliver()?;
        Ok(delivery)
    }

    /// Checks the chain of one directive, or of every directive of the register; `NotFound` where there is no such directive.
    #[uniffi::method(default(directive = None))]
    pub fn verify(&self, directive: Option<DirectiveId>) -> Result<Verified, CongvanError> {
        let opened = self.opened()?;
        let Some(id) = directive else {
            let audit = opened.core.verify_all()?;
            let directives = u64::try_from(audit.streams.len()).unwrap_or(u64::MAX);
            return Ok(Verified { directives, events: audit.events, head: None });
        };
        let found = opened.core.verify(id)?;
        if found.events == 0 {
            return Err(LoadError::Unknown { directive: id }.into());
        }
        Ok(Verified { directives: 1, events: found.events, head: Some(found.head) })
    }
}

impl Register {
    fn over_core(journal: Arc<dyn congvan::store::Journal>) -> Result<Self, CongvanError> {
        let core = congvan::Register::with_journal(Arc::new(callback::Guarded(journal)))?;
        let opened = Opened { core, clock: RwLock::new(None), deliveries: Mutex::new(Vec::new()) };
        Ok(Self { open: RwLock::new(Some(Arc::new(opened))) })
    }

    /// The register as long as it is open; no lock is held while a call goes on.
    pub(super) fn opened(&self) -> Result<Arc<Opened>, CongvanError> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
        open.as_ref().map(Arc::clone).ok_or(CongvanError::Closed)
    }
}

impl Opened {
    /// The instant that a call was told, or what the clock says.
    pub(super) fn instant(&self, at: Option<Instant>) -> Result<Instant, CongvanError> {
        if let Some(at) = at {
            return Ok(at);
        }
        let clock = self.clock.read().unwrap_or_else(PoisonError::into_inner).clone();
        clock.map_or_else(|| Ok(congvan::now()), |clock| clock.now())
    }

    pub(super) fn execute(
        &self,
        id: DirectiveId,
        actor: &Actor,
        command: &congvan::Command,
        at: Option<Instant>,
        command_id: Option<CommandId>,
    ) -> Result<Executed, CongvanError> {
        let execute = if at.is_some() { congvan::Register::execute } else { congvan::Register::execute_now };
        let at = self.instant(at)?;
        let command_id = match command_id {
            Some(given) => given,
            None => named(actor, at, command)?,
        };
        let executed = callback::judged(|| match execute(&self.core, id, actor, command, at, command_id) {
            Ok(executed) => Ok(executed),
            Err(ExecuteError::Refused(refusal)) => {
                Err(self.with_names(id, |proceedings| CongvanError::refused(&refusal, proceedings))?)
            }
            Err(error) => Err(error.into()),
        })?;
        self.deliver();
        executed_of(executed)
    }

    /// A command as JSON, understood against the directive as it stands; one without events is drafted.
    pub(super) fn command(&self, id: DirectiveId, text: &str) -> Result<congvan::Command, CongvanError> {
        match self.core.ask(id, |directive| written::command(text, directive)) {
            Ok(command) => command,
            Err(LoadError::Unknown { .. }) => written::command(text, &congvan::Directive::new(id)),
            Err(error) => Err(error.into()),
        }
    }

    /// Tells something with the names that a directive has; one that is not issued has none.
    fn with_names<T>(
        &self,
        id: DirectiveId,
        tell: impl Fn(Option<&Proceedings>) -> T,
    ) -> Result<T, CongvanError> {
        match self.core.ask(id, |directive| tell(directive.proceedings())) {
            Ok(told) => Ok(told),
            Err(LoadError::Unknown { .. }) => Ok(tell(None)),
            Err(error) => Err(error.into()),
        }
    }

    pub(super) fn deliveries(&self) -> std::sync::MutexGuard<'_, Vec<Arc<Delivery>>> {
        self.deliveries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells every subscriber what is new. What one raises stays with its delivery: the command is committed.
    fn deliver(&self) {
        let mut deliveries = self.deliveries();
        deliveries.retain(|delivery| !delivery.is_cancelled());
        let current: Vec<_> = deliveries.iter().map(Arc::clone).collect();
        drop(deliveries);
        for delivery in current {
            delivery.tell(self);
        }
    }
}

fn executed_of(executed: congvan::Executed) -> Result<Executed, CongvanError> {
    let congvan::Executed { committed, events } = executed;
    let stamp = events.first().map(|(stamp, _): &(Stamp, CoreEvent)| *stamp);
    let stamp = stamp.ok_or_else(|| CongvanError::UnknownOutcome {
        reason: Text {
            vi: "nhật ký không có sự kiện nào của lệnh này".to_owned(),
            en: "the journal has no events of this command".to_owned(),
        },
    })?;
    let events = events.into_iter().map(|(_, event)| event.into()).collect();
    Ok(Executed { committed: committed.into(), stamp, events })
}

/// A name for a command that was given none: from its content.
fn named(actor: &Actor, at: Instant, command: &congvan::Command) -> Result<CommandId, CongvanError> {
    let hash = fingerprint(actor, at, command)?.to_string();
    let digits: String = hash.trim_start_matches("sha256:").chars().take(32).collect();
    format!("auto-{digits}").parse().map_err(|error: congvan::core::id::IdError| CongvanError::NotCommitted {
        reason: error.say().into(),
    })
}
