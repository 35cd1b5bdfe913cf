//! What a person sees: tables, colours where there is a terminal, both languages; or JSON for programs.

use std::io::{IsTerminal as _, Write as _};

use comfy_table::{Cell, Color, ContentArrangement, Table, presets::UTF8_FULL_CONDENSED};
use congvan::core::Reason;
use congvan::text::read::InputError;
use congvan::{Instant, Lang, Say as _, Text};
use serde::Serialize;
use serde_json::Value;

use crate::failure::{Failure, Refused};

/// The screen: its language, and whether it shows JSON.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    lang: Lang,
    json: bool,
}

/// The narrowest terminal that a table is laid out for, in columns.
const NARROWEST: u16 = 60;

/// How a cell looks on a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    Plain,
    Good,
    Warn,
    Bad,
    Faint,
}

/// An instant as every table and sentence of the program writes it.
pub(crate) fn moment(at: Instant) -> String {
    at.civil().format("%H:%M %d/%m/%Y").to_string()
}

impl Screen {
    pub(crate) const fn new(lang: Lang, json: bool) -> Self {
        Self { lang, json }
    }

    pub(crate) const fn json(&self) -> bool {
        self.json
    }

    pub(crate) const fn lang(&self) -> Lang {
        self.lang
    }

    /// One of two texts.
    pub(crate) const fn say<'a>(&self, vi: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }

    pub(crate) fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.lang)
    }

    /// The name of a kind, a state or an event, from its Vietnamese name and its frozen one.
    pub(crate) fn named(&self, vi: &str, code: &str) -> String {
        match self.lang {
            Lang::Vi => vi.to_owned(),
            Lang::En => code.replace('_', " "),
        }
    }

    /// A line on standard output. A reader that went away is no failure of ours.
    pub(crate) fn line(&self, text: impl AsRef<str>) {
        let mut out = std::io::stdout().lock();
        let _: Result<(), _> = writeln!(out, "{}", text.as_ref());
    }

    /// A heading with an empty line above.
    pub(crate) fn heading(&self, text: &str) {
        self.line("");
        self.line(self.coloured(text, "1"));
    }

    /// A value as JSON on standard output.
    pub(crate) fn value(&self, value: &impl Serialize) {
        self.line(serde_json::to_string_pretty(value).unwrap_or_default());
    }

    /// A table whose first row is the heading.
    pub(crate) fn table(&self, heading: Vec<String>, rows: Vec<Vec<(String, Mood)>>) {
        let mut table = Table::new();
        table.load_style(UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
        if !std::io::stdout().is_terminal() {
            table.force_no_tty();
            table.set_width(160);
        } else if table.width().is_none_or(|width| width < NARROWEST) {
            // A terminal that tells no width would have one letter a line.
            table.set_width(NARROWEST);
        }
        table.set_header(heading);
        for row in rows {
            table.add_row(row.into_iter().map(|(text, mood)| {
                let cell = Cell::new(text);
                match mood {
                    Mood::Plain => cell,
                    Mood::Good => cell.fg(Color::Green),
                    Mood::Warn => cell.fg(Color::Yellow),
                    Mood::Bad => cell.fg(Color::Red),
                    Mood::Faint => cell.fg(Color::DarkGrey),
                }
            }));
        }
        self.line(table.to_string());
    }

    /// What a person should know beside the answer, on standard error.
    pub(crate) fn notice(&self, text: &Text) {
        let mut err = std::io::stderr().lock();
        let told = self.text(text);
        let line = if self.json {
            serde_json::json!({ "notice": told }).to_string()
        } else {
            format!("congvan: {told}")
        };
        let _: Result<(), _> = writeln!(err, "{line}");
    }

    /// What went wrong, on standard error.
    pub(crate) fn failure(&self, failure: &Failure) {
        let mut err = std::io::stderr().lock();
        let _: Result<(), _> = if self.json {
            writeln!(err, "{}", self.failure_value(failure))
        } else {
            writeln!(err, "congvan: {}", self.failure_text(failure))
        };
    }

    fn failure_value(&self, failure: &Failure) -> Value {
        match failure {
            Failure::Refused(Refused::Reasons(refusal, told)) => {
                let reasons = refusal.reasons().iter().zip(told);
                let reasons = reasons.map(|(reason, (sentence, cure))| reason_value(reason, sentence, cure));
                serde_json::json!({ "refused": reasons.collect::<Vec<_>>() })
            }
            Failure::Refused(Refused::Mismatch(mismatch)) => {
                let reasons = mismatch.reasons().iter();
                let reasons = reasons.map(|told| reason_value(&told.reason, &told.sentence, &told.cure));
                serde_json::json!({
                    "column": mismatch.place.column,
                    "field": mismatch.place.path,
                    "file": mismatch.place.file.as_ref(),
                    "line": mismatch.place.line,
                    "reasons": reasons.collect::<Vec<_>>(),
                    "refused": self.text(&mismatch.headline()),
                    "step": mismatch.step,
                })
            }
            Failure::Refused(Refused::Text(text)) => serde_json::json!({ "refused": self.text(text) }),
            Failure::Input(text) => serde_json::json!({ "input": self.text(text) }),
            Failure::Misread(errors) => {
                let told: Vec<Value> = errors.iter().map(placed).collect();
                serde_json::json!({ "errors": told, "input": self.text(&errors.say()) })
            }
            Failure::Store(text) => serde_json::json!({ "store": self.text(text) }),
            Failure::Begun(begun) => {
                let mut value = self.failure_value(&begun.why);
                if let Value::Object(fields) = &mut value {
                    fields.insert("look".to_owned(), begun.commands().into());
                    fields.insert("register".to_owned(), begun.register.display().to_string().into());
                    if let Some(cure) = begun.cure() {
                        fields.insert("cure".to_owned(), self.text(&cure).into());
                    }
                }
                value
            }
        }
    }

    fn failure_text(&self, failure: &Failure) -> String {
        match failure {
            Failure::Refused(Refused::Reasons(refusal, told)) => {
                let reasons = refusal.reasons().iter().zip(told);
                let head = self.say("bị từ chối", "refused").to_owned();
                self.reasons(head, reasons.map(|(reason, (sentence, cure))| (reason, sentence, cure)))
            }
            Failure::Refused(Refused::Mismatch(mismatch)) => {
                let reasons = mismatch.reasons().iter();
                let head = self.text(&mismatch.headline()).to_owned();
                self.reasons(head, reasons.map(|told| (&told.reason, &told.sentence, &told.cure)))
            }
            Failure::Refused(Refused::Text(text)) | Failure::Input(text) | Failure::Store(text) => {
                self.text(text).to_owned()
            }
            Failure::Misread(errors) => self.text(&errors.say()).to_owned(),
            Failure::Begun(begun) => {
                let mut told = self.failure_text(&begun.why);
                if let Some(cure) = begun.cure() {
                    told.push_str(&format!("\n{}", self.text(&cure)));
                }
                told.push_str(&format!("\n{}", self.text(&begun.left())));
                for command in begun.commands() {
                    told.push_str(&format!("\n  {command}"));
                }
                told
            }
        }
    }

    /// The reasons of a refusal, each with what would satisfy it and the clause it comes from.
    fn reasons<'r>(
        &self,
        head: String,
        told: impl Iterator<Item = (&'r Reason, &'r Text, &'r Text)>,
    ) -> String {
        let mut text = head;
        for (reason, sentence, cure) in told {
            let helps = self.say("cách giải quyết", "what helps");
            text.push_str(&format!("\n  - {} [{}]", self.text(sentence), reason.code().as_str()));
            text.push_str(&format!("\n    {helps}: {}", self.text(cure)));
            let source = self.say("căn cứ", "source");
            text.push_str(&format!("\n    {source}: {}", self.text(&reason.clause())));
        }
        text
    }

    fn coloured(&self, text: &str, code: &str) -> String {
        if std::io::stdout().is_terminal() {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }
}

/// One reason of a refusal, for a program that shows it.
fn reason_value(reason: &Reason, sentence: &Text, cure: &Text) -> Value {
    serde_json::json!({
        "clause": reason.clause(),
        "code": reason.code().as_str(),
        "cure": cure,
        "facts": reason,
        "sentence": sentence,
    })
}

/// One error with its place, for a program that shows it beside the field.
fn placed(error: &InputError) -> Value {
    let expected = (!error.expected.is_empty()).then_some(&error.expected);
    serde_json::json!({
        "column": error.place.column,
        "expected": expected,
        "field": error.place.path,
        "file": error.place.file.as_ref(),
        "found": error.found,
        "line": error.place.line,
        "remedy": error.remedy,
        "what": error.what,
    })
}
