//! What the journal costs beside what the database costs alone, measured in turn in one run.
//!
//! `cargo bench -p congvan-sqlite` prints medians over rounds; the ratios count, the machine may be noisy.

use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use congvan_core::directive::{Decision, Directive};
use congvan_core::event::{Event, Stamp};
use congvan_sqlite::SqliteJournal;
use congvan_store::conformance::{Author, Failure};
use congvan_store::{Journal, MemoryJournal, Place, Position, seal};
use rusqlite::Connection;

const ROUNDS: usize = 15;
const NOTE: &str = "Đã nhận bản giấy của báo cáo quý I ngày 25/3/2024, lưu tại văn thư";

fn main() -> Result<(), Failure> {
    // `cargo test` runs benchmarks too: one short round shows that they work.
    let short = !std::env::args().any(|argument| argument == "--bench");
    let folder = tempfile::tempdir()?;
    println!("| what | alone | journal | ratio |");
    println!("|---|---|---|---|");
    durable(&folder.path().join("one"), 1, short)?;
    durable(&folder.path().join("many"), 31, short)?;
    replay(&folder.path().join("replay"), short)?;
    memory(short)
}

fn print(what: &str, count: u64, mut alone: Vec<Duration>, mut journal: Vec<Duration>) {
    let median = |times: &mut Vec<Duration>| {
        times.sort();
        times.get(times.len() / 2).copied().unwrap_or_default().as_secs_f64()
    };
    let (alone, journal) = (median(&mut alone), median(&mut journal));
    let rate = |seconds: f64| count as f64 / seconds;
    println!("| {what} | {:.0}/s | {:.0}/s | {:.0} % |", rate(alone), rate(journal), 100.0 * alone / journal);
}

/// An author whose directive is issued, with its events appended.
fn issued(journal: &dyn Journal, directive: &str) -> Result<Author, Failure> {
    let mut author = Author::new(directive)?;
    author.write(journal, 1)?;
    for decision in author.finish()? {
        let entry = author.entry(&decision)?;
        journal.append(entry)?;
    }
    Ok(author)
}

fn durable(path: &Path, directives: usize, short: bool) -> Result<(), Failure> {
    let (rounds, count) = if short { (1, 10) } else { (ROUNDS, 400) };
    let journal = SqliteJournal::create_new(path.with_extension("journal"))?;
    let raw = Connection::open(path.with_extension("raw"))?;
    raw.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (id INTEGER PRIMARY KEY, bytes BLOB)")?;
    let mut authors: Vec<_> =
        (0..directives).map(|number| issued(&journal, &format!("d-{number}"))).collect::<Result<_, _>>()?;
    let (mut alone, mut ours) = (Vec::new(), Vec::new());
    let mut bytes = 0;
    for _ in 0..rounds {
        let before = journal.head()?;
        let mut spent = Duration::ZERO;
        for number in 0..count {
            let author = authors.get_mut(number % directives).ok_or("there is a directive")?;
            let decision = author.annotate(NOTE)?;
            let entry = author.entry(&decision)?;
            let start = Instant::now();
            journal.append(entry)?;
            spent += start.elapsed();
        }
        ours.push(spent);
        let lines: Vec<_> = journal.feed(before, count)?.iter().map(|record| record.to_json_line()).collect();
        bytes = lines.iter().map(String::len).sum::<usize>() / lines.len();
        let mut spent = Duration::ZERO;
        for line in &lines {
            let start = Instant::now();
            raw.prepare_cached("INSERT INTO raw (bytes) VALUES (?1)")?.execute([line.as_bytes()])?;
            spent += start.elapsed();
        }
        alone.push(spent);
    }
    let what = format!("durable append of one event of {bytes} bytes, {directives} directives in turn");
    print(&what, count as u64, alone, ours);
    Ok(())
}

fn replay(path: &Path, short: bool) -> Result<(), Failure> {
    let (rounds, count) = if short { (1, 10) } else { (ROUNDS, 20_000) };
    let journal = SqliteJournal::create_new(path)?;
    let mut author_on_file = issued(&journal, "d-1")?;
    for _ in 0..count {
        let decision = author_on_file.annotate(NOTE)?;
        let entry = author_on_file.entry(&decision)?;
        journal.append(entry)?;
    }
    let events = author_on_file.version();
    let raw = Connection::open(path)?;
    let (mut alone, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let start = Instant::now();
        let sql = "SELECT stamp, event FROM events WHERE directive = 'd-1' ORDER BY sequence";
        let mut statement = raw.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut read = 0;
        while let Some(row) = rows.next()? {
            let stamp: Stamp = serde_json::from_str(row.get_ref(0)?.as_str()?)?;
            let event: Event = serde_json::from_str(row.get_ref(1)?.as_str()?)?;
            std::hint::black_box((stamp, event));
            read += 1;
        }
        alone.push(start.elapsed());
        assert_eq!(read, events);

        let start = Instant::now();
        let mut directive = Some(Directive::new(author_on_file.id()));
        journal.scan(author_on_file.id(), 0, &mut |row| match row.decode() {
            Ok((stamp, event)) => {
                directive = directive.take().and_then(|directive| directive.evolve(&stamp, &event).ok());
                ControlFlow::Continue(())
            }
            Err(_) => ControlFlow::Break(()),
        })?;
        ours.push(start.elapsed());
        assert_eq!(directive.as_ref(), Some(author_on_file.directive()));
    }
    print("replay from the file to the state", events, alone, ours);
    Ok(())
}

fn memory(short: bool) -> Result<(), Failure> {
    let (rounds, count) = if short { (1, 10) } else { (ROUNDS, 20_000_u64) };
    let (mut alone, mut ours, mut appended) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        let journal = MemoryJournal::new();
        let mut author = issued(&journal, "d-1")?;
        let start = Instant::now();
        let decisions: Vec<Decision> = (0..count).map(|_| author.annotate(NOTE)).collect::<Result<_, _>>()?;
        let deciding = start.elapsed();
        let entries: Vec<_> =
            decisions.iter().map(|decision| author.entry(decision)).collect::<Result<_, _>>()?;

        let start = Instant::now();
        let mut buffer = Vec::new();
        let mut place = Place { position: Position::START, previous: congvan_store::GENESIS, sequence: 1 };
        for entry in &entries {
            buffer.clear();
            place.previous = seal(&mut buffer, entry, entry.decision.events().first(), place)?.hash();
        }
        let sealing = start.elapsed();
        alone.push(sealing);

        let start = Instant::now();
        for entry in &entries {
            journal.append(*entry)?;
        }
        appended.push(start.elapsed());
        ours.push(start.elapsed() + deciding);
    }
    print("append to the memory journal against encoding and hashing", count, alone.clone(), appended);
    print("the same with deciding and folding", count, alone, ours);
    Ok(())
}
