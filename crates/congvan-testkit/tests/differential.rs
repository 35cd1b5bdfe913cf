//! The engine against the independent model: neither may refuse what the other accepts, nor give other codes.
//!
//! `CONGVAN_SEED` and `CONGVAN_COMMANDS` ask for other runs; `cargo xtask soak` takes very many. A difference is shortened
//! and kept as a scenario in `target/differential`, which `congvan run` replays.
#![cfg(test)]

use std::path::Path;

use congvan_testkit::coverage::Threshold;
use congvan_testkit::soak::{Tally, soak};

fn setting(name: &str, plain: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(plain)
}

/// So many commands of this seed, on which both agree.
fn agree(commands: u64, seed: u64) -> Tally {
    soak(commands, seed, &mut |_| {}).unwrap_or_else(|found| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/differential");
        let kept = found.keep(&folder, "difference").unwrap();
        panic!("{found}\n{}\nkept as {}", kept.story.join("\n"), kept.path.display());
    })
}

#[test]
fn engine_and_model_agree() {
    let tally = agree(setting("CONGVAN_COMMANDS", 150_000), setting("CONGVAN_SEED", 3552));
    println!("{}", tally.summary());
    // A walk that stays shallow proves nothing.
    let least =
        Threshold { accepted: 35, codes: 55, events: 35, obligations: 11, pairs: 20, ..Threshold::default() };
    tally.coverage.require(&least).unwrap();
    // On whatever state a run came to, everybody tried everything.
    assert_eq!(tally.cells.passed_by(), []);
    assert!(tally.concluded * 5 >= tally.runs, "{} of {} runs concluded", tally.concluded, tally.runs);
}
