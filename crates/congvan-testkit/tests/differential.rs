//! The engine against the independent model: neither may refuse what the other accepts, nor give other codes.
//!
//! `CONGVAN_SEED` and `CONGVAN_COMMANDS` ask for other runs; `cargo xtask soak` takes very many.
#![cfg(test)]

use std::path::Path;

use congvan_testkit::coverage::Threshold;
use congvan_testkit::soak::soak;

fn setting(name: &str, plain: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(plain)
}

#[test]
fn engine_and_model_agree() {
    let found = soak(setting("CONGVAN_COMMANDS", 60_000), setting("CONGVAN_SEED", 3552), &mut |_| {});
    let tally = found.unwrap_or_else(|found| panic!("{found}\n{:#?}", found.difference.command));
    println!("{}", tally.summary());
    // A walk that stays shallow proves nothing.
    let least =
        Threshold { accepted: 35, codes: 50, events: 35, obligations: 11, pairs: 20, ..Threshold::default() };
    tally.coverage.require(&least).unwrap();
    assert!(tally.concluded * 5 >= tally.runs, "{} of {} runs concluded", tally.concluded, tally.runs);
}

/// The lines of code below a folder, without tests, comments and blank lines.
fn lines(folder: &Path) -> usize {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            sum += lines(&path);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            sum += code
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty() && !line.starts_with("//"))
                .count();
        }
    }
    sum
}

#[test]
fn the_model_is_at_most_a_tenth_of_the_engine() {
    let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let model = lines(&kit.join("model"))
        + std::fs::read_to_string(kit.join("model.rs"))
            .unwrap()
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.trim().starts_with("//"))
            .count();
    let engine = lines(&kit.join("../../congvan-core/src"));
    println!("model {model} lines, engine {engine}");
    assert!(model * 10 <= engine, "the model has {model} lines, the engine {engine}");
}
