//! A journal of the caller: it passes the suite, and one that breaks a promise does not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use congvan::core::id::{CommandId, DirectiveId};
use congvan::store::Row;
use congvan::{ContentHash, Instant};
use congvan_ffi::{
    Committed, CongvanError, DueItem, Journal, JournalEntry, JournalFactory, JournalOutcome, JournalStream,
    KeptDocument, KeptVersion, Register, Text, run_journal_conformance,
};

use crate::province::{directory, in_force, submit};

/// Rows in memory, as a host would write them in its own language.
#[derive(Default)]
pub(crate) struct Rows {
    // A journal that does not look at versions, to be caught.
    careless: bool,
    tables: Mutex<Tables>,
}

#[derive(Default)]
struct Tables {
    commands: BTreeMap<(DirectiveId, CommandId), JournalOutcome>,
    documents: BTreeMap<(String, String), Vec<String>>,
    due: BTreeMap<DirectiveId, Instant>,
    heads: BTreeMap<DirectiveId, (u64, ContentHash)>,
    log: Vec<(DirectiveId, u64, String)>,
}

/// A record as a later version would have sealed it with another event and stamp, and its hash.
pub(crate) fn sealed_later(
    line: &str,
    change: impl Fn(&str, &str) -> (String, String),
) -> (String, ContentHash) {
    let row = Row::from_json_line(line).unwrap();
    let (event, stamp) = change(row.event, row.stamp);
    let changed = Row { event: &event, stamp: &stamp, ..row };
    let hash = changed.computed_hash(&mut Vec::new());
    (String::from_utf8(Row { hash, ..changed }.to_json_line()).unwrap(), hash)
}

impl Rows {
    /// The last record as a later version would have sealed it: its event and its stamp are changed.
    pub(crate) fn seal_later(&self, change: impl Fn(&str, &str) -> (String, String)) {
        self.with(|tables| {
            let (directive, _, line) = tables.log.last_mut().unwrap();
            let (sealed, hash) = sealed_later(line, change);
            tables.heads.get_mut(directive).unwrap().1 = hash;
            *line = sealed;
        });
    }

    /// The last record with its line changed behind the journal's back.
    pub(crate) fn alter(&self, change: impl Fn(&str) -> String) {
        self.with(|tables| {
            let (_, _, line) = tables.log.last_mut().unwrap();
            let changed = change(line);
            assert_ne!(*line, changed);
            *line = changed;
        });
    }

    fn with<T>(&self, ask: impl FnOnce(&mut Tables) -> T) -> T {
        ask(&mut self.tables.lock().unwrap())
    }
}

fn page<T>(found: impl Iterator<Item = T>, limit: u32) -> Vec<T> {
    found.take(limit as usize).collect()
}

impl Journal for Rows {
    fn append(&self, entry: Arc<JournalEntry>) -> Result<Committed, CongvanError> {
        let (directive, command_id) = (entry.directive(), entry.command_id());
        self.with(|tables| {
            if let Some(known) = tables.commands.get(&(directive, command_id)) {
                if known.fingerprint != entry.fingerprint() {
                    return Err(CongvanError::CommandReused { directive, command_id });
                }
                let JournalOutcome { first, last, position, .. } = *known;
                return Ok(Committed { first, last, position, replayed: true });
            }
            let head = tables.heads.get(&directive).copied();
            let (found, expected) = (head.map_or(0, |(version, _)| version), entry.version());
            if found != expected && !self.careless {
                return Err(CongvanError::Conflict { directive, expected, found });
            }
            let rows = entry.seal(tables.log.len() as u64, head.map(|(_, hash)| hash))?;
            let (first, last) = (rows.first().unwrap(), rows.last().unwrap());
            let committed = Committed {
                first: first.sequence,
                last: last.sequence,
                position: last.position,
                replayed: false,
            };
            tables.heads.insert(directive, (last.sequence, last.hash));
            let fingerprint = entry.fingerprint();
            let Committed { first, last, position, .. } = committed;
            tables
                .commands
                .insert((directive, command_id), JournalOutcome { first, last, position, fingerprint });
            match entry.next_due() {
                Some(due) => tables.due.insert(directive, due),
                None => tables.due.remove(&directive),
            };
            tables.log.extend(rows.into_iter().map(|row| (directive, row.sequence, row.line)));
            Ok(committed)
        })
    }

    fn outcome(
        &self,
        directive: DirectiveId,
        command: CommandId,
    ) -> Result<Option<JournalOutcome>, CongvanError> {
        Ok(self.with(|tables| tables.commands.get(&(directive, command)).copied()))
    }

    fn stream(&self, directive: DirectiveId) -> Result<Option<JournalStream>, CongvanError> {
        let head = self.with(|tables| tables.heads.get(&directive).copied());
        Ok(head.map(|(version, head)| JournalStream { directive, version, head }))
    }

    fn read(&self, directive: DirectiveId, after: u64, limit: u32) -> Result<Vec<String>, CongvanError> {
        Ok(self.with(|tables| {
            let mine =
                tables.log.iter().filter(|(found, sequence, _)| *found == directive && *sequence > after);
            page(mine.map(|(_, _, line)| line.clone()), limit)
        }))
    }

    fn streams(&self, after: Option<DirectiveId>, limit: u32) -> Result<Vec<JournalStream>, CongvanError> {
        Ok(self.with(|tables| {
            let later = tables.heads.iter().filter(|(id, _)| after.is_none_or(|after| **id > after));
            let stream = |(directive, (version, head)): (&DirectiveId, &(u64, ContentHash))| JournalStream {
                directive: *directive,
                version: *version,
                head: *head,
            };
            page(later.map(stream), limit)
        }))
    }

    fn feed(&self, after: u64, limit: u32) -> Result<Vec<String>, CongvanError> {
        let after = usize::try_from(after).unwrap();
        Ok(self.with(|tables| page(tables.log.iter().skip(after).map(|(_, _, line)| line.clone()), limit)))
    }

    fn head(&self) -> Result<u64, CongvanError> {
        Ok(self.with(|tables| tables.log.len() as u64))
    }

    fn due(&self, until: Instant, after: Option<DueItem>, limit: u32) -> Result<Vec<DueItem>, CongvanError> {
        let due: BTreeSet<_> =
            self.with(|tables| tables.due.iter().map(|(directive, due)| (*due, *directive)).collect());
        let later =
            due.into_iter().filter(|item| after.is_none_or(|after| *item > (after.due, after.directive)));
        let items = later.filter(|(due, _)| *due <= until);
        Ok(page(items.map(|(due, directive)| DueItem { due, directive }), limit))
    }

    fn keep(&self, document: KeptDocument) -> Result<(), CongvanError> {
        let KeptDocument { kind, name, version: _, text } = document;
        self.with(|tables| tables.documents.entry((kind, name)).or_default().push(text));
        Ok(())
    }

    fn kept(
        &self,
        kind: String,
        name: String,
        version: Option<u64>,
    ) -> Result<Option<KeptDocument>, CongvanError> {
        let versions = self.with(|tables| tables.documents.get(&(kind.clone(), name.clone())).cloned());
        let versions = versions.unwrap_or_default();
        let version = version.unwrap_or(versions.len() as u64);
        let text = version.checked_sub(1).and_then(|at| versions.get(usize::try_from(at).unwrap()));
        Ok(text.map(|text| KeptDocument { kind, name, version, text: text.clone() }))
    }

    fn catalogue(&self, kind: String) -> Result<Vec<KeptVersion>, CongvanError> {
        Ok(self.with(|tables| {
            let of_kind = tables.documents.iter().filter(|((found, _), _)| *found == kind);
            of_kind
                .map(|((_, name), texts)| KeptVersion { name: name.clone(), version: texts.len() as u64 })
                .collect()
        }))
    }
}

struct Factory {
    careless: bool,
}

impl JournalFactory for Factory {
    fn open(&self) -> Result<Arc<dyn Journal>, CongvanError> {
        Ok(Arc::new(Rows { careless: self.careless, ..Rows::default() }))
    }
}

#[test]
fn a_journal_of_the_caller_keeps_every_promise() {
    let results = run_journal_conformance(Arc::new(Factory { careless: false })).unwrap();
    assert!(results.len() >= 18, "{}", results.len());
    for result in results {
        assert_eq!(result.failure, None, "{}", result.name);
    }
}

#[test]
fn a_journal_that_does_not_look_at_versions_is_caught() {
    let results = run_journal_conformance(Arc::new(Factory { careless: true })).unwrap();
    let broken: Vec<_> =
        results.iter().filter(|result| result.failure.is_some()).map(|it| &it.name).collect();
    assert!(broken.contains(&&"stale_decision_is_a_conflict".to_owned()), "{broken:?}");
}

#[test]
fn a_factory_that_cannot_open_ends_the_suite_with_what_it_raised() {
    struct Shut;
    impl JournalFactory for Shut {
        fn open(&self) -> Result<Arc<dyn Journal>, CongvanError> {
            Err(CongvanError::Unavailable { reason: no_database() })
        }
    }
    let failed = run_journal_conformance(Arc::new(Shut)).unwrap_err();
    assert_eq!(failed, CongvanError::Unavailable { reason: no_database() });
}

#[test]
fn a_register_over_a_journal_of_the_caller_writes_what_one_in_memory_writes() {
    let foreign = Arc::new(Register::over(Arc::new(Rows::default())).unwrap());
    foreign.set_directory(directory()).unwrap();
    let ours = crate::province::register("memory:");
    for register in [&foreign, &ours] {
        in_force(register, "d-1");
        submit(register, "d-1").unwrap();
    }
    let id = "d-1".parse().unwrap();
    assert_eq!(foreign.export_json_lines(id).unwrap(), ours.export_json_lines(id).unwrap());
    assert_eq!(foreign.verify(None).unwrap(), ours.verify(None).unwrap());
    assert_eq!(foreign.verify(None).unwrap().events, 6);
}

fn no_database() -> Text {
    Text { vi: "không có cơ sở dữ liệu".to_owned(), en: "no database".to_owned() }
}
