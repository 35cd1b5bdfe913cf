//! A sentence in the making: clauses in both languages, in the same order.

use congvan::Text;
use congvan::core::meeting::Slot;
use congvan::core::{ContentHash, Instrument};

use super::cited;
use crate::command::provenance::short;
use crate::screen::moment;

/// How much of a reason is shown; a program reads all of it with --json.
const LETTERS: usize = 200;

/// A sentence in the making.
#[derive(Default)]
pub(super) struct Sentence {
    vi: Vec<String>,
    en: Vec<String>,
}

impl Sentence {
    pub(super) fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self::default().and(vi, en)
    }

    /// What is called the same in both languages.
    pub(super) fn same(name: String) -> Self {
        Self::new(name.clone(), name)
    }

    pub(super) fn because(reason: &str) -> Self {
        Self::default().and_because(reason)
    }

    pub(super) fn resting(instrument: &Instrument) -> Self {
        Self::default().and_resting(Some(instrument))
    }

    /// Another clause.
    pub(super) fn and(mut self, vi: impl Into<String>, en: impl Into<String>) -> Self {
        self.vi.push(vi.into());
        self.en.push(en.into());
        self
    }

    pub(super) fn and_text(self, text: &Text) -> Self {
        self.and(text.vi.as_ref(), text.en.as_ref())
    }

    /// What somebody wrote, after a word that says what it is.
    pub(super) fn and_said(self, vi: &str, en: &str, what: &str) -> Self {
        let what = shortened(what);
        self.and(format!("{vi}: {what}"), format!("{en}: {what}"))
    }

    pub(super) fn and_because(self, reason: &str) -> Self {
        self.and_said("lý do", "reason", reason)
    }

    /// The document it rests on, where it has one.
    pub(super) fn and_resting(self, instrument: Option<&Instrument>) -> Self {
        let Some(instrument) = instrument else { return self };
        let document = cited(instrument);
        self.and(format!("căn cứ {}", document.vi), format!("by {}", document.en))
    }

    pub(super) fn and_hash(self, hash: ContentHash) -> Self {
        let hash = short(hash);
        self.and(format!("mã băm {hash}"), format!("hash {hash}"))
    }

    pub(super) fn and_slot(self, slot: &Slot) -> Self {
        let (start, minutes) = (moment(slot.start), slot.minutes);
        let room = slot.room.as_deref().map(|room| format!(", {room}")).unwrap_or_default();
        self.and(format!("{start}, {minutes} phút{room}"), format!("{start}, {minutes} minutes{room}"))
    }

    /// What is said of the clause before: `so-y-te/1b: đến hết ngày 30/03/2024`.
    pub(super) fn of_it(mut self, vi: &str, en: &str) -> Self {
        let say = |clauses: &mut Vec<String>, more: &str| {
            if let Some(last) = clauses.last_mut() {
                last.push_str(": ");
                last.push_str(more);
            }
        };
        say(&mut self.vi, vi);
        say(&mut self.en, en);
        self
    }

    /// The whole in each language, on one line: what somebody wrote into it is shown as it is.
    pub(super) fn text(self) -> Text {
        Text::new(self.vi.join("; "), self.en.join("; ")).visible()
    }
}

fn shortened(text: &str) -> String {
    let mut letters = text.trim().chars();
    let mut shown: String = letters.by_ref().take(LETTERS).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}
