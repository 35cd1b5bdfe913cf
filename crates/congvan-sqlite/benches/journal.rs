//! What the journal costs beside what the database costs alone, measured in turn in one run.
//!
//! `cargo bench -p congvan-sqlite` prints medians over rounds, and the targets beside them; the ratios count, the machine
//! may be noisy. A word behind `--` runs the parts whose name contains it: `durable`, `replay` and `pipeline`.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a benchmark stops where its set-up is wrong")]

#[expect(dead_code, reason = "the benchmark of the core uses the rest of it")]
#[path = "../../congvan-core/benches/lifecycle/world.rs"]
mod world;

use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use congvan_core::directive::{Decision, Directive};
use congvan_core::event::{Event, Stamp};
use congvan_core::hash::ContentHash;
use congvan_core::id::CommandId;
use congvan_core::proceedings::Proceedings;
use congvan_sqlite::SqliteJournal;
use congvan_store::conformance::{Author, Failure};
use congvan_store::{Append, GENESIS, Journal, MemoryJournal, Place, Position, seal};
use rusqlite::Connection;

use world::{Step, World, script};

const ROUNDS: usize = 15;
const NOTE: &str = "Đã nhận bản giấy của báo cáo quý I ngày 25/3/2024, lưu tại văn thư";

fn main() -> Result<(), Failure> {
    // `cargo test` runs benchmarks too: one short round shows that they work.
    let short = !std::env::args().any(|argument| argument == "--bench");
    let folder = tempfile::tempdir()?;
    println!("| what | alone | journal | ratio | target |");
    println!("|---|---|---|---|---|");
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let is_wanted = |part: &str| wanted.is_empty() || wanted.iter().any(|word| part.contains(word.as_str()));
    if is_wanted("durable") {
        durable(&folder.path().join("one"), 1, short)?;
        durable(&folder.path().join("many"), 31, short)?;
    }
    if is_wanted("replay") {
        replay(&folder.path().join("replay"), short)?;
    }
    if is_wanted("pipeline") {
        pipeline(short)?;
    }
    Ok(())
}

/// What a ratio, in percent, and a rate, per second, are to reach; zero where nothing is asked of one.
struct Target {
    ratio: f64,
    rate: f64,
}

const NONE: Target = Target { ratio: 0.0, rate: 0.0 };

fn print(what: &str, count: u64, alone: &[Duration], journal: &[Duration], target: Target) {
    let median = |mut figures: Vec<f64>| {
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied().unwrap_or_default()
    };
    let seconds = |times: &[Duration]| median(times.iter().map(Duration::as_secs_f64).collect());
    let rate = |seconds: f64| count as f64 / seconds;
    // Each round measures both, so that a slow moment of the machine falls on both.
    let ratios =
        alone.iter().zip(journal).map(|(alone, journal)| alone.as_secs_f64() / journal.as_secs_f64());
    let ratio = 100.0 * median(ratios.collect());
    let (alone, journal) = (rate(seconds(alone)), rate(seconds(journal)));
    let judged =
        |wanted: String, is_met: bool| format!("{wanted}: {}", if is_met { "met" } else { "MISSED" });
    let mut targets = Vec::new();
    if target.ratio > 0.0 {
        targets.push(judged(format!("at least {:.0} %", target.ratio), ratio >= target.ratio));
    }
    if target.rate > 0.0 {
        targets.push(judged(format!("at least {:.0}/s", target.rate), journal >= target.rate));
    }
    println!("| {what} | {alone:.0}/s | {journal:.0}/s | {ratio:.0} % | {} |", targets.join(", "));
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
    let target = if directives == 1 { Target { ratio: 85.0, rate: 0.0 } } else { NONE };
    print(&what, count as u64, &alone, &ours, target);
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
        let sql = "SELECT stamp, event FROM records ORDER BY id";
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
        journal.replay(author_on_file.id(), 0, &mut |stamp, event| {
            directive = directive.take().and_then(|directive| directive.evolve(&stamp, &event).ok());
            if directive.is_some() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        ours.push(start.elapsed());
        assert_eq!(directive.as_ref(), Some(author_on_file.directive()));
    }
    let target = Target { ratio: 60.0, rate: 1_000_000.0 };
    print("replay from the file to the state", events, &alone, &ours, target);
    Ok(())
}

/// The names of so many commands; names and fingerprints come from the caller, and are made before the clock runs.
struct Names {
    fingerprint: ContentHash,
    names: Vec<CommandId>,
    rules: ContentHash,
}

impl Names {
    fn new(count: usize) -> Self {
        let names = (0..count).map(|number| format!("c-{number}").parse().unwrap()).collect();
        let rules = congvan_core::rule::Rules::none().hash();
        Self { fingerprint: ContentHash::of(b"a command"), names, rules }
    }

    fn entry<'a>(
        &self,
        number: usize,
        decision: &'a Decision,
        next_due: Option<congvan_calendar::Instant>,
    ) -> Append<'a> {
        let command_id = *self.names.get(number).unwrap();
        Append { command_id, decision, fingerprint: self.fingerprint, next_due, rules: self.rules }
    }
}

/// The directive of a world, issued, with its decisions in a journal.
fn begun(world: &World, names: &Names, journal: &MemoryJournal) -> (Directive, usize) {
    let mut count = 0;
    let directive = world.issued_with(0, |decision| {
        journal.append(names.entry(count, decision, None)).unwrap();
        count += 1;
    });
    (directive, count)
}

/// Decides, folds and appends each command of a script; gives the time, and hands the decisions over untimed.
fn run(world: &World, names: &Names, steps: &[Step], mut keep: impl FnMut(Decision)) -> Duration {
    let journal = MemoryJournal::new();
    let (mut directive, first) = begun(world, names, &journal);
    let start = Instant::now();
    for (step, number) in steps.iter().zip(first..) {
        let decision = directive.decide(&step.command, &world.ctx(&step.actor)).expect("the script is sound");
        directive = directive.apply(&decision).expect("a decision folds");
        let next_due = directive.proceedings().and_then(Proceedings::next_due);
        journal.append(names.entry(number, &decision, next_due)).unwrap();
        keep(decision);
    }
    start.elapsed()
}

/// The whole pipeline in memory against encoding and hashing the same events alone.
fn pipeline(short: bool) -> Result<(), Failure> {
    let (rounds, units) = if short { (1, 5) } else { (ROUNDS, 3_321) };
    let world = World::of(units, 1);
    let names = Names::new(units * world::EACH + 10);
    let order: Vec<usize> = (0..units).collect();
    let steps = script(&world, &[world.issued(0)], &order);
    let mut decisions = Vec::new();
    run(&world, &names, &steps, |decision| decisions.push(decision));
    let count: usize = decisions.iter().map(|decision| decision.events().len()).sum();
    let (mut alone, mut ours, mut appended) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        let mut buffer = Vec::new();
        let mut place = Place { position: Position::START, previous: GENESIS, sequence: 1 };
        let start = Instant::now();
        for (decision, number) in decisions.iter().zip(0..) {
            let entry = names.entry(number, decision, None);
            for event in decision.events().iter() {
                buffer.clear();
                place.previous = seal(&mut buffer, &entry, event, place)?.hash();
            }
        }
        alone.push(start.elapsed());

        let journal = MemoryJournal::new();
        let (directive, first) = begun(&world, &names, &journal);
        let next_due = directive.proceedings().and_then(Proceedings::next_due);
        let start = Instant::now();
        for (decision, number) in decisions.iter().zip(first..) {
            journal.append(names.entry(number, decision, next_due))?;
        }
        appended.push(start.elapsed());
        ours.push(run(&world, &names, &steps, drop));
    }
    print("append to the memory journal against encoding and hashing", count as u64, &alone, &appended, NONE);
    let target = Target { ratio: 70.0, rate: 0.0 };
    print("the whole pipeline: decide, fold, encode, hash, append", count as u64, &alone, &ours, target);
    Ok(())
}
