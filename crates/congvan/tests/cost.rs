//! What a command asks of the journal does not grow with the register.
#![cfg(test)]

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use congvan::core::command::{Annotate, Draft, Issue, Sign};
use congvan::core::id::{CommandId, DirectiveId};
use congvan::store::{
    Append, AppendError, Committed, Document, DueItem, Journal, KeepError, MemoryJournal, Outcome, Position,
    ReadError, Row, Stream,
};
use congvan::text::read::Format;
use congvan::{Actor, Capacity, Command, Instant, Mandate, Register};

const DIRECTORY: &str = r#"
version = "test"
units = [{ id = "ubnd", names = [{ name = "Ủy ban nhân dân tỉnh" }] }]
offices = [
    { id = "ubnd.head", unit = "ubnd", capacity = "head", title_vi = "Chủ tịch" },
    { id = "ubnd.clerk", unit = "ubnd", capacity = "clerk", title_vi = "Văn thư" },
]
persons = [{ id = "p1", name = "Chủ tịch" }, { id = "p2", name = "Văn thư" }]
holdings = [
    { office = "ubnd.head", person = "p1", from = 2024-01-01 },
    { office = "ubnd.clerk", person = "p2", from = 2024-01-01 },
]
"#;

const MANDATE: &str = r#"
[header]
document_type = "official_dispatch"
issuing_body = "ubnd"
authority = "head"
signer = { office = "ubnd.head" }
subject = "V/v báo cáo quý"
[[assignments]]
id = "1"
title = "Báo cáo"
performers = [{ unit = "ubnd" }]
vetted_by = "nobody"
deadline = { kind = "no_later_than", date = 2024-04-10 }
"#;

/// A journal in memory that counts the rows and records that it hands out.
#[derive(Default)]
struct Counting {
    inner: MemoryJournal,
    fed: AtomicU64,
    shown: AtomicU64,
}

impl Counting {
    /// The rows shown and the records fed since the last time.
    fn counted(&self) -> (u64, u64) {
        (self.shown.swap(0, Ordering::Relaxed), self.fed.swap(0, Ordering::Relaxed))
    }
}

impl Journal for Counting {
    fn append(&self, entry: Append<'_>) -> Result<Committed, AppendError> {
        self.inner.append(entry)
    }

    fn outcome(&self, directive: DirectiveId, command_id: CommandId) -> Result<Option<Outcome>, ReadError> {
        self.inner.outcome(directive, command_id)
    }

    fn stream(&self, directive: DirectiveId) -> Result<Option<Stream>, ReadError> {
        self.inner.stream(directive)
    }

    fn scan(
        &self,
        directive: DirectiveId,
        after: u64,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.inner.scan(directive, after, &mut |row| {
            self.shown.fetch_add(1, Ordering::Relaxed);
            visit(row)
        })
    }

    fn list(&self, after: Option<DirectiveId>, limit: usize) -> Result<Vec<Stream>, ReadError> {
        self.inner.list(after, limit)
    }

    fn sweep(
        &self,
        after: Position,
        limit: usize,
        visit: &mut dyn FnMut(Row<'_>) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        self.inner.sweep(after, limit, &mut |row| {
            self.fed.fetch_add(1, Ordering::Relaxed);
            visit(row)
        })
    }

    fn head(&self) -> Result<Position, ReadError> {
        self.inner.head()
    }

    fn due(&self, until: Instant, after: Option<DueItem>, limit: usize) -> Result<Vec<DueItem>, ReadError> {
        self.inner.due(until, after, limit)
    }

    fn keep(&self, document: &Document) -> Result<(), KeepError> {
        self.inner.keep(document)
    }

    fn kept(&self, kind: &str, name: &str, version: Option<u64>) -> Result<Option<Document>, ReadError> {
        self.inner.kept(kind, name, version)
    }

    fn catalogue(&self, kind: &str) -> Result<Vec<(String, u64)>, ReadError> {
        self.inner.catalogue(kind)
    }
}

fn chairman() -> Actor {
    let (person, unit) = ("p1".parse().unwrap(), "ubnd".parse().unwrap());
    Actor { capacity: Capacity::Head, on_behalf: None, person, unit }
}

fn when() -> Instant {
    "2024-03-25T10:00:00+07:00".parse().unwrap()
}

fn draft() -> Command {
    Draft { mandate: Arc::new(Mandate::read("mandate.toml", MANDATE, Format::Toml).unwrap().value) }.into()
}

/// A register with so many drafts, `d-000` and on.
fn drafted(directives: usize) -> (Arc<Counting>, Register) {
    let journal = Arc::new(Counting::default());
    let register = Register::with_journal(journal.clone()).unwrap();
    register.set_directory("directory.toml", DIRECTORY, Format::Toml).unwrap();
    let command = draft();
    for number in 0..directives {
        register.execute(id(number), &chairman(), &command, when(), "draft".parse().unwrap()).unwrap();
    }
    (journal, register)
}

fn id(number: usize) -> DirectiveId {
    format!("d-{number:03}").parse().unwrap()
}

#[test]
fn a_command_reads_nothing_however_many_directives_there_are() {
    for directives in [1, 60, 300] {
        let (journal, register) = drafted(directives);
        let last = id(directives - 1);
        let command = draft();
        journal.counted();
        for number in 0..10 {
            let name = format!("n-{number}").parse().unwrap();
            register.execute(last, &chairman(), &command, when(), name).unwrap();
            register.explain(last, &chairman(), &command, when()).unwrap();
        }
        assert_eq!(journal.counted(), (0, 0), "{directives} directives");
    }
}

#[test]
fn a_directive_in_use_stays_in_memory() {
    let (journal, register) = drafted(200);
    // The first by name, which is asked about between any two others.
    register.ask(id(0), |_| ()).unwrap();
    for number in 1..200 {
        register.ask(id(number), |_| ()).unwrap();
        journal.counted();
        register.ask(id(0), |_| ()).unwrap();
        assert_eq!(journal.counted(), (0, 0), "after directive {number}");
    }
}

fn clerk() -> Actor {
    Actor { capacity: Capacity::Clerk, person: "p2".parse().unwrap(), ..chairman() }
}

/// Issues a directive, under a number of its own or, where it is taken, under none.
fn issue(register: &Register, directive: DirectiveId, number: u32) -> bool {
    let date = when().date();
    let steps: [(Command, Actor, &str); 2] = [
        (Sign {}.into(), chairman(), "sign"),
        (Issue { date, late_reason: None, notation: "UBND-VP".to_owned(), number }.into(), clerk(), "issue"),
    ];
    steps.into_iter().all(|(command, actor, name)| {
        register.execute(directive, &actor, &command, when(), name.parse().unwrap()).is_ok()
    })
}

#[test]
fn the_first_number_after_opening_reads_what_was_issued_and_not_what_happened_since() {
    const DIRECTIVES: usize = 12;
    let (journal, register) = drafted(DIRECTIVES);
    for number in 1..DIRECTIVES {
        assert!(issue(&register, id(number), 100 + u32::try_from(number).unwrap()));
        for note in 0..150 {
            let command = Annotate {
                about: None,
                corrects: None,
                text: "Đã nhắc qua điện thoại".to_owned(),
                told_by: None,
            };
            let name = format!("note-{note}").parse().unwrap();
            register.execute(id(number), &clerk(), &command.into(), when(), name).unwrap();
        }
    }
    for taken in [true, false] {
        let again = Register::with_journal(journal.clone()).unwrap();
        again.ask(id(0), |_| ()).unwrap();
        journal.counted();
        let number = if taken { 101 } else { 100 };
        assert_eq!(issue(&again, id(0), number), !taken);
        let (shown, fed) = journal.counted();
        // Drafted, signed and issued; the directive in hand; and what was committed since the number was asked for.
        assert!(shown <= 3 * DIRECTIVES as u64 + 4 && fed <= 4, "{shown} rows shown, {fed} records fed");
    }
}
