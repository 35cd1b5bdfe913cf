//! Every parser of outside input, given whatever somebody may send it.
//!
//! Each answers with a value or with located errors in both languages, and what it read is the same again when it is written out and
//! read back. A plain run replays the corpus in `__fuzz__`, every file of the repository that the parser is for, and damaged copies of
//! both, the same ones every time; `CONGVAN_CASES` sets how many, `CONGVAN_SEED` where they begin. `cargo xtask fuzz` goes on from there,
//! led by what the code reaches.
#![cfg(test)]

#[path = "fuzz/calendar.rs"]
mod calendar;
#[path = "fuzz/command.rs"]
mod command;
#[path = "fuzz/directory.rs"]
mod directory;
#[path = "fuzz/limits.rs"]
mod limits;
#[path = "fuzz/log.rs"]
mod log;
#[path = "fuzz/mandate.rs"]
mod mandate;
#[path = "fuzz/mutant.rs"]
mod mutant;
#[path = "fuzz/rules.rs"]
mod rules;
#[path = "fuzz/scenario.rs"]
mod scenario;
#[path = "fuzz/seed.rs"]
mod seed;
#[path = "fuzz/told.rs"]
mod told;
#[path = "fuzz/word.rs"]
mod word;

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

use congvan_core::ContentHash;

/// A parser with the property that everything sent to it keeps: it says how an input was taken, or panics.
type Property = fn(&str) -> Taken;

/// How an input was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    /// It was read.
    Read,
    /// It was refused, with reasons.
    Refused,
}

/// The targets, each a test and a folder of the corpus of the same name. The number is how many damaged copies a plain run tries.
macro_rules! targets {
    ($($name:ident $cases:literal;)+) => {$(
        #[test]
        fn $name() {
            bolero::check!().with_iterations(0).for_each(|input: &[u8]| {
                $name::check(&String::from_utf8_lossy(input));
            });
            replay(stringify!($name), $name::check, &seed::$name(), $cases);
        }
    )+};
}

targets! {
    calendar 4_000;
    command 2_000;
    directory 1_000;
    log 1_000;
    mandate 2_000;
    rules 4_000;
    scenario 200;
    word 20_000;
}

/// A number from the environment, for longer runs.
fn setting(name: &str, plain: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(plain)
}

/// Every seed as it is, then damaged copies of them.
fn replay(name: &str, property: Property, seeds: &[String], cases: u64) {
    let (sound, unsound): (Vec<String>, Vec<String>) =
        seeds.iter().cloned().partition(|seed| tried(name, property, seed) == Taken::Read);
    assert!(!sound.is_empty(), "`{name}` read none of its {} seeds", seeds.len());
    let (cases, begin) = (setting("CONGVAN_CASES", cases), setting("CONGVAN_SEED", 3552));
    let (mut taken, mut refused) = (0_u64, 0_u64);
    for case in 0..cases {
        // Mostly what is sound before the damage: what is broken already seldom reaches far.
        let from = if case % 4 == 0 && !unsound.is_empty() { &unsound } else { &sound };
        let mutant = mutant::of(from, begin.wrapping_add(case));
        match tried(name, property, &mutant) {
            Taken::Read => taken += 1,
            Taken::Refused => refused += 1,
        }
    }
    let read = sound.len();
    println!(
        "{name}: {} seeds, {read} of them read; {taken} damaged copies read, {refused} refused",
        seeds.len()
    );
    assert!(cases < 100 || (taken > 0 && refused > 0), "damage that is always or never noticed shows little");
}

/// Tries one input; where it breaks the property, keeps it as a file and says how it becomes part of the corpus.
fn tried(name: &str, property: Property, input: &str) -> Taken {
    match catch_unwind(AssertUnwindSafe(|| property(input))) {
        Ok(taken) => taken,
        Err(panic) => {
            // The panics of the search say nothing new.
            let hook = std::panic::take_hook();
            std::panic::set_hook(Box::new(|_| {}));
            let least =
                mutant::least(input, |shorter| catch_unwind(AssertUnwindSafe(|| property(shorter))).is_err());
            std::panic::set_hook(hook);
            let hash = ContentHash::of(least.as_bytes()).to_string();
            let file = std::env::temp_dir().join(format!("congvan-{name}-{}", &hash[7..15]));
            let mut hint = String::new();
            if std::fs::write(&file, &least).is_ok() {
                let _ = write!(
                    hint,
                    "kept as {}; once mended, it belongs in tests/__fuzz__/{name}/corpus",
                    file.display()
                );
            }
            eprintln!("`{name}` breaks on this input ({hint}):\n{least}");
            std::panic::resume_unwind(panic);
        }
    }
}

#[test]
fn every_target_has_a_corpus() {
    for name in ["calendar", "command", "directory", "log", "mandate", "rules", "scenario", "word"] {
        let count = seed::corpus(name).len();
        assert!(count >= 5, "`{name}` has {count} files in its corpus");
    }
}
