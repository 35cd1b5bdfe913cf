//! Every event after a position, in the order of commits: pulled by the caller, or pushed to a subscriber.

use std::fmt;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use congvan::store::Position;

use super::Register;
use super::register::Opened;
use crate::callback::EventSubscriber;
use crate::error::CongvanError;
use crate::record::{Record, stored_record};
use crate::text::Text;

/// How many records are told at a time.
const PAGE: usize = 500;

/// A reader of every event after a position.
///
/// It gives what there is; ask again later. A host keeps `position` beside what it did with the events.
#[derive(Debug, uniffi::Object)]
pub struct Subscription {
    register: Arc<Register>,
    position: Mutex<u64>,
}

impl Subscription {
    pub(super) const fn new(register: Arc<Register>, after: u64) -> Self {
        Self { register, position: Mutex::new(after) }
    }

    fn lock(&self) -> MutexGuard<'_, u64> {
        self.position.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next lines as they are wanted; what cannot be made of them is not passed over.
    fn next<T>(
        &self,
        limit: u32,
        make: impl Fn(Vec<String>) -> Result<T, CongvanError>,
    ) -> Result<T, CongvanError> {
        loop {
            let after = *self.lock();
            let Lines { lines, until } = self.register.opened()?.lines(after, limit as usize)?;
            let made = make(lines)?;
            let mut position = self.lock();
            if *position == after {
                *position = until;
                return Ok(made);
            }
        }
    }
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Subscription {
    /// The next records, one line of canonical JSON each, at most so many; empty when there is nothing new.
    ///
    /// Of several threads that ask at once each record goes to one.
    #[uniffi::method(default(limit = 500))]
    pub fn next_lines(&self, limit: u32) -> Result<Vec<String>, CongvanError> {
        self.next(limit, Ok)
    }

    /// The next records, at most so many; empty when there is nothing new.
    #[uniffi::method(default(limit = 500))]
    pub fn next_records(&self, limit: u32) -> Result<Vec<Record>, CongvanError> {
        self.next(limit, |lines| lines.iter().map(|line| stored_record(line)).collect())
    }

    /// The position of the last event that was given.
    #[must_use]
    pub fn position(&self) -> u64 {
        *self.lock()
    }
}

/// What is pushed to one subscriber, and how far it is.
#[derive(uniffi::Object)]
pub struct Delivery {
    opened: Weak<Opened>,
    subscriber: Arc<dyn EventSubscriber>,
    progress: Mutex<Progress>,
}

#[derive(Debug, Default)]
struct Progress {
    position: u64,
    // Whether a thread tells the subscriber right now, and whether more was committed meanwhile.
    telling: bool,
    more: bool,
    cancelled: bool,
    failure: Option<CongvanError>,
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery").field("progress", &self.progress).finish_non_exhaustive()
    }
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Delivery {
    /// Tells the subscriber what is new, also what other processes committed; raises what it raised.
    pub fn deliver(&self) -> Result<u64, CongvanError> {
        let opened = self.opened.upgrade().ok_or(CongvanError::Closed)?;
        self.tell(&opened);
        let progress = self.lock();
        progress.failure.clone().map_or(Ok(progress.position), Err)
    }

    /// The position of the last event that the subscriber took.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.lock().position
    }

    /// What the subscriber raised when it was last told; none when it took everything.
    #[must_use]
    pub fn failure(&self) -> Option<CongvanError> {
        self.lock().failure.clone()
    }

    /// Ends the delivery: the subscriber is told nothing more.
    pub fn cancel(&self) {
        self.lock().cancelled = true;
    }
}

impl Delivery {
    pub(super) fn new(opened: &Arc<Opened>, subscriber: Arc<dyn EventSubscriber>, after: u64) -> Self {
        let progress = Progress { position: after, ..Progress::default() };
        Self { opened: Arc::downgrade(opened), subscriber, progress: Mutex::new(progress) }
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.lock().cancelled
    }

    /// Tells the subscriber what is new, unless a thread is telling it already: that one goes on.
    pub(super) fn tell(&self, opened: &Opened) {
        {
            let mut progress = self.lock();
            if progress.telling {
                progress.more = true;
                return;
            }
            progress.telling = true;
        }
        let telling = Telling(self);
        while telling.page(opened) {}
    }

    fn lock(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The one thread that tells a subscriber; it gives its place up whatever happens.
struct Telling<'a>(&'a Delivery);

impl Telling<'_> {
    /// Tells one page; whether there may be another.
    fn page(&self, opened: &Opened) -> bool {
        let (after, cancelled) = {
            let mut progress = self.0.lock();
            progress.more = false;
            (progress.position, progress.cancelled)
        };
        if cancelled {
            return false;
        }
        let told = opened.lines(after, PAGE).and_then(|Lines { lines, until }| {
            if until > after {
                self.0.subscriber.on_events(lines)?;
            }
            Ok(until)
        });
        let mut progress = self.0.lock();
        match told {
            Ok(until) if until == after => {
                progress.failure = None;
                // Whoever committed while this thread found nothing left its events to it.
                if !progress.more {
                    progress.telling = false;
                }
                progress.more
            }
            Ok(until) => {
                progress.position = until;
                progress.failure = None;
                true
            }
            Err(error) => {
                progress.failure = Some(error);
                progress.telling = false;
                false
            }
        }
    }
}

impl Drop for Telling<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.lock().telling = false;
        }
    }
}

/// Lines of the log, and the position of the last one: where the next page begins.
struct Lines {
    lines: Vec<String>,
    until: u64,
}

impl Opened {
    /// The lines of all directives after a position. Where nothing comes, it is the position that was asked from.
    fn lines(&self, after: u64, limit: usize) -> Result<Lines, CongvanError> {
        let (mut lines, mut until, mut behind) = (Vec::new(), after, None);
        self.core.journal().sweep(Position::new(after), limit, &mut |row| {
            let position = row.position.get();
            if position <= until {
                behind = Some(position);
                return ControlFlow::Break(());
            }
            until = position;
            // The line is put together from texts, so it is one.
            lines.push(String::from_utf8(row.to_json_line()).unwrap_or_default());
            ControlFlow::Continue(())
        })?;
        // A reader would be given it again and again.
        behind.map_or(Ok(Lines { lines, until }), |position| Err(out_of_order(position, until)))
    }
}

fn out_of_order(position: u64, until: u64) -> CongvanError {
    CongvanError::damaged(Text {
        vi: format!("vị trí {position} đứng sau vị trí {until}; kiểm tra sổ và khôi phục từ bản sao lưu"),
        en: format!("position {position} comes after position {until}; verify the log and restore a backup"),
    })
}
