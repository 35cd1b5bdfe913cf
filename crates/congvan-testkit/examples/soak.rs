//! The engine against the independent model, for as many commands as you like:
//! `cargo run --release -p congvan-testkit --example soak -- --commands 10000000 --seed 1`.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use congvan_testkit::soak::{Found, Tally, soak};

/// From so many commands on, every cell of state, command and capacity must have been hit.
const ENOUGH: u64 = 1_000_000;

fn main() -> ExitCode {
    let Some((commands, seed)) = settings() else {
        eprintln!("usage: soak [--commands N] [--seed N]");
        return ExitCode::from(2);
    };
    let began = Instant::now();
    let mut next = 0;
    let result = soak(commands, seed, &mut |tally| {
        if tally.commands >= next {
            next = tally.commands + commands.div_ceil(20);
            println!("{}", progress(tally, commands, began));
        }
    });
    match result {
        Ok(tally) => report(&tally, began),
        Err(found) => save(&found),
    }
}

fn settings() -> Option<(u64, u64)> {
    let (mut commands, mut seed) = (1_000_000, 1);
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next()?.replace('_', "").parse().ok()?;
        match name.as_str() {
            "--commands" => commands = value,
            "--seed" => seed = value,
            _other => return None,
        }
    }
    Some((commands, seed))
}

fn progress(tally: &Tally, commands: u64, began: Instant) -> String {
    let share = tally.commands.saturating_mul(100).checked_div(commands).unwrap_or(100).min(100);
    format!("{share:3} %  {} commands, {} runs, {} a second", tally.commands, tally.runs, speed(tally, began))
}

fn speed(tally: &Tally, began: Instant) -> u64 {
    let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
    tally.commands.saturating_mul(1000) / millis
}

fn report(tally: &Tally, began: Instant) -> ExitCode {
    println!("{}", tally.summary());
    for line in tally.coverage.missing() {
        println!("{line}");
    }
    println!("no difference; {} commands a second", speed(tally, began));
    let mut short = Vec::new();
    for (state, kind, capacity) in tally.cells.missed() {
        short.push(format!("`{kind}` was never tried on `{state}` as {capacity}"));
    }
    if tally.concluded.saturating_mul(5) < tally.runs {
        short.push("fewer than a fifth of the runs reached Concluded".to_owned());
    }
    short.iter().for_each(|line| eprintln!("{line}"));
    // A soak of a few commands reaches little, and nobody expects more of it.
    if short.is_empty() || tally.commands < ENOUGH { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Shortens the difference, keeps it as a scenario and tells it.
fn save(found: &Found) -> ExitCode {
    eprintln!("difference: {}", found.difference.how);
    match found.keep(Path::new("target/soak"), "difference") {
        Ok(kept) => {
            kept.story.iter().for_each(|sentence| eprintln!("{sentence}"));
            eprintln!("kept as {}; replay it with `congvan run`", kept.path.display());
        }
        Err(problem) => eprintln!("it could not be kept: {problem}"),
    }
    ExitCode::FAILURE
}
