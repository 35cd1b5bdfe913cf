//! The register (sổ): one place for directives, their directory and calendar, and every question about them.

mod clock;
mod digest;
mod error;
mod execute;
mod history;
mod inbox;
mod numbers;
mod open;
mod subscription;
mod successors;

pub use clock::now;
pub use error::{ExecuteError, LoadError, OpenError, RegisterError};
pub use execute::Executed;
pub use inbox::InboxEntry;
pub use open::open_journal;
pub use subscription::Subscription;

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use congvan_calendar::{Calendar, Instant};
use congvan_core::check::Numbers;
use congvan_core::directory::Staff;
use congvan_core::id::DirectiveId;
use congvan_core::{Actor, Command, Ctx, Directive, Directory, Offer, Refusal, Rules};
use congvan_store::{Audit, Document, Journal, Position, ReadError, Record, Verified, VerifyError};
use congvan_text::read::Format;
use lru::LruCache;

use self::digest::caught_up;
use self::numbers::Taken;

/// How many directives are kept in memory between questions: those that were used last.
const CACHED: NonZeroUsize = NonZeroUsize::MIN.saturating_add(63);

/// A register of directives over a journal.
///
/// It is shared by reference among threads; several processes may open one register, since every command is decided on a
/// version and appended only when that is still the latest.
pub struct Register {
    journal: Arc<dyn Journal>,
    settings: RwLock<Arc<Settings>>,
    cache: Mutex<LruCache<DirectiveId, Directive>>,
    numbers: Mutex<Taken>,
    replacing: Mutex<successors::Replacing>,
}

/// What commands are judged with; replaced as a whole, so that nobody sees half a change.
#[derive(Clone, Debug)]
struct Settings {
    calendar: Calendar,
    directory: Directory,
    rules: Rules,
    // Stays when the directory is replaced.
    staff: Option<Arc<dyn Staff>>,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Register").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl Register {
    /// The directory that is in use.
    #[must_use]
    pub fn directory(&self) -> Directory {
        self.settings().directory.clone()
    }

    /// The calendar that is in use.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        self.settings().calendar.clone()
    }

    /// The numbers that are taken, within issuer, series and year, over every directive of the register: what
    /// [`congvan_core::check`] needs to tell that a draft has a number which was given before.
    ///
    /// # Errors
    /// The log could not be read.
    pub fn numbers(&self) -> Result<Arc<Numbers>, ReadError> {
        caught_up(&self.numbers, &*self.journal, Taken::numbers)
    }

    /// Replaces the directory; earlier versions are kept beside the log.
    ///
    /// # Errors
    /// Everything that is wrong with the text, located; or the journal failed. Nothing changes then.
    pub fn set_directory(&self, file: &str, text: &str, format: Format) -> Result<u64, RegisterError> {
        let directory = Directory::read(file, text, format).map_err(RegisterError::Input)?;
        let version = self.keep("directory", file, text)?;
        self.change(|settings| settings.directory = directory.with_staff(settings.staff.clone()));
        Ok(version)
    }

    /// Replaces the calendar; earlier versions are kept beside the log.
    ///
    /// # Errors
    /// Everything that is wrong with the text, located; or the journal failed. Nothing changes then.
    pub fn set_calendar(&self, file: &str, text: &str, format: Format) -> Result<u64, RegisterError> {
        let calendar = Calendar::from_text(file, text, format).map_err(RegisterError::Input)?;
        let version = self.keep("calendar", file, text)?;
        self.change(|settings| settings.calendar = calendar);
        Ok(version)
    }

    /// Replaces the province's own rules; they are code of the host and are not kept, only their names and versions are.
    pub fn set_rules(&self, rules: Rules) {
        self.change(|settings| settings.rules = rules);
    }

    /// Puts a host's own staff in place of the holdings and delegations of the directory, also of later ones; with none,
    /// those of the directory count again.
    pub fn set_staff(&self, staff: Option<Arc<dyn Staff>>) {
        self.change(|settings| {
            settings.staff.clone_from(&staff);
            settings.directory = settings.directory.clone().with_staff(staff);
        });
    }

    /// The journal underneath.
    #[must_use]
    pub fn journal(&self) -> &Arc<dyn Journal> {
        &self.journal
    }

    /// The directives, in the order of their identifiers, after one of them.
    ///
    /// # Errors
    /// The journal failed.
    pub fn directives(
        &self,
        after: Option<DirectiveId>,
        limit: usize,
    ) -> Result<Vec<DirectiveId>, RegisterError> {
        let streams = self.journal.list(after, limit)?;
        Ok(streams.into_iter().map(|stream| stream.directive).collect())
    }

    /// Asks a question of a directive as it stands now.
    ///
    /// # Errors
    /// There is no such directive, its history is corrupt, or the journal failed.
    pub fn ask<T>(&self, id: DirectiveId, question: impl FnOnce(&Directive) -> T) -> Result<T, LoadError> {
        let directive = self.load(id)?;
        if directive.version() == 0 {
            return Err(LoadError::Unknown { directive: id });
        }
        let answer = question(&directive);
        self.put_back(directive);
        Ok(answer)
    }

    /// Asks a question of a directive as it stands now, with what a command of this actor would be judged with.
    ///
    /// # Errors
    /// As [`Register::ask`].
    pub fn ask_as<T>(
        &self,
        id: DirectiveId,
        actor: &Actor,
        at: Instant,
        question: impl FnOnce(&Directive, Ctx<'_>) -> T,
    ) -> Result<T, LoadError> {
        let settings = self.settings();
        self.ask(id, |directive| {
            let ctx = settings.ctx(actor, at, None);
            let successors = self.successors_of(directive, &ctx)?;
            Ok(question(directive, Ctx { successors: &successors, ..ctx }))
        })?
    }

    /// What this actor may do now with a directive: every kind of command with its target that could be accepted.
    ///
    /// # Errors
    /// As [`Register::ask`].
    pub fn permitted(&self, id: DirectiveId, actor: &Actor, at: Instant) -> Result<Vec<Offer>, LoadError> {
        self.ask_as(id, actor, at, |directive, ctx| directive.permitted(ctx).collect())
    }

    /// Why this command would be refused; nothing when it would be accepted. Has no effect.
    ///
    /// # Errors
    /// The history is corrupt, or the journal failed.
    pub fn explain(
        &self,
        id: DirectiveId,
        actor: &Actor,
        command: &Command,
        at: Instant,
    ) -> Result<Option<Refusal>, LoadError> {
        let settings = self.settings();
        let numbers = self.numbers_for(command)?;
        // A directive that has no event yet can be drafted: it is no error to ask about it.
        let directive = self.load(id)?;
        let ctx = settings.ctx(actor, at, numbers.as_deref());
        let successors = self.proofs(command, &directive, &ctx)?;
        let ctx = Ctx { successors: &successors, ..ctx };
        let refusal = directive.explain(command, &ctx);
        self.put_back(directive);
        Ok(refusal)
    }

    /// The records of a directive after a sequence number, at most so many.
    ///
    /// # Errors
    /// The journal failed, or a record is damaged.
    pub fn log(&self, id: DirectiveId, after: u64, limit: usize) -> Result<Vec<Record>, RegisterError> {
        Ok(self.journal.read(id, after, limit)?)
    }

    /// The meetings of a directive that have a slot, as one iCalendar object (RFC 5545).
    ///
    /// # Errors
    /// There is no such directive, its history is corrupt, or the journal failed.
    #[cfg(feature = "ical")]
    pub fn meetings_ical(&self, id: DirectiveId) -> Result<String, RegisterError> {
        let mut changes = crate::ical::Changes::default();
        let mut noted = 0;
        loop {
            let page = self.log(id, noted, 1_000)?;
            let Some(last) = page.last() else { break };
            noted = last.sequence();
            for record in &page {
                changes.note(record.stamp(), record.event());
            }
        }
        let directory = self.directory();
        Ok(self.ask(id, |directive| changes.calendar(directive, &directory))?)
    }

    /// Checks the chain of every record of one directive.
    ///
    /// # Errors
    /// The first record that was altered, or the journal failed.
    pub fn verify(&self, id: DirectiveId) -> Result<Verified, VerifyError> {
        congvan_store::verify_stream(&*self.journal, id)
    }

    /// Checks the chain of every record of every directive.
    ///
    /// # Errors
    /// The first record that was altered, or the journal failed.
    pub fn verify_all(&self) -> Result<Audit, VerifyError> {
        congvan_store::verify_journal(&*self.journal)
    }

    /// Every event after a position, in the order of commits, read page by page.
    #[must_use]
    pub fn subscribe(&self, after: Position) -> Subscription<'_> {
        Subscription::new(&*self.journal, after)
    }

    fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.settings.read().unwrap_or_else(PoisonError::into_inner))
    }

    // Whoever is being answered keeps the settings that he was given.
    fn change(&self, change: impl FnOnce(&mut Settings)) {
        change(Arc::make_mut(&mut self.settings.write().unwrap_or_else(PoisonError::into_inner)));
    }

    fn keep(&self, kind: &str, name: &str, text: &str) -> Result<u64, RegisterError> {
        let latest = self.journal.kept(kind, "current", None)?;
        let document = Document {
            kind: kind.to_owned(),
            name: "current".to_owned(),
            text: serde_json::json!({ "file": name, "text": text }).to_string(),
            version: latest.map_or(1, |found| found.version.saturating_add(1)),
        };
        self.journal.keep(&document)?;
        Ok(document.version)
    }

    /// The directive as the journal has it; at version 0 when it has no event.
    fn load(&self, id: DirectiveId) -> Result<Directive, LoadError> {
        let cached = self.cached(id);
        let directive = cached.unwrap_or_else(|| Directive::new(id));
        self.catch_up(directive)
    }

    /// The directive as it was last seen, or as the journal has it.
    fn load_cached(&self, id: DirectiveId) -> Result<Directive, LoadError> {
        self.cached(id).map_or_else(|| self.catch_up(Directive::new(id)), Ok)
    }

    fn cached(&self, id: DirectiveId) -> Option<Directive> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).pop(&id)
    }

    /// Folds what the journal has beyond this version.
    fn catch_up(&self, directive: Directive) -> Result<Directive, LoadError> {
        let (id, version) = (directive.id(), directive.version());
        let mut folded = Some(Ok(directive));
        self.journal.replay(id, version, &mut |stamp, event| {
            folded = match folded.take() {
                Some(Ok(directive)) => Some(directive.evolve(&stamp, &event).map_err(LoadError::Corrupt)),
                failed @ (Some(Err(_)) | None) => failed,
            };
            if matches!(folded, Some(Ok(_))) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        folded.unwrap_or(Err(LoadError::Unknown { directive: id }))
    }

    fn put_back(&self, directive: Directive) {
        if directive.version() == 0 {
            return;
        }
        self.cache.lock().unwrap_or_else(PoisonError::into_inner).push(directive.id(), directive);
    }

    /// The numbers that are taken, for the one command that asks: numbering a directive.
    fn numbers_for(&self, command: &Command) -> Result<Option<Arc<Numbers>>, ReadError> {
        if !matches!(command, Command::Issue(_)) {
            return Ok(None);
        }
        self.numbers().map(Some)
    }
}

impl Settings {
    const fn ctx<'a>(&'a self, actor: &'a Actor, now: Instant, numbers: Option<&'a Numbers>) -> Ctx<'a> {
        Ctx {
            actor,
            calendar: &self.calendar,
            directory: &self.directory,
            now,
            numbers,
            rules: &self.rules,
            successors: &[],
        }
    }
}
