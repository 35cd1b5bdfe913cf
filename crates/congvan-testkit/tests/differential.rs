//! The engine against an independent model.
#![cfg(test)]

use std::collections::BTreeMap;

use congvan_testkit::duel::{Difference, Duel};
use congvan_testkit::strategy::worlds;
use congvan_testkit::walk::Dice;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

#[test]
fn explore() {
    let runs: u64 = std::env::var("RUNS").ok().and_then(|t| t.parse().ok()).unwrap_or(40);
    let seed: u8 = std::env::var("SEED").ok().and_then(|t| t.parse().ok()).unwrap_or(9);
    let mut r = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]));
    let mut found: BTreeMap<String, (u64, Box<Difference>, String)> = BTreeMap::new();
    let t = std::time::Instant::now();
    let mut n = 0_u64;
    for run in 0..runs {
        let w = worlds().new_tree(&mut r).unwrap().current();
        let mut duel = Duel::new(&w, run.wrapping_mul(0x9E37_79B9_7F4A_7C15)).unwrap();
        let mut dice = Dice::new(run + 77);
        let mut note = |d: Box<Difference>| {
            let key: String = d.how.chars().take(220).collect();
            let key = key.split(": the model (").next().unwrap().to_owned();
            let key: String = if key.starts_with("after") { key.chars().filter(|c| !c.is_ascii_digit()).collect() } else { key };
            let e = found.entry(key).or_insert_with(|| (0, d, serde_json::to_string(&w.mandate.assignments).unwrap()));
            e.0 += 1;
        };
        for _ in 0..160 {
            n += 1;
            match duel.step(dice.below(u64::MAX)) {
                Ok(_) => {}
                Err(d) => { let stop = d.how.starts_with("after") || d.how.contains("engine accepts"); note(d); if stop { break; } }
            }
            for _ in 0..6 {
                if let Err(d) = duel.probe(&mut dice, &mut |_, _, _| n += 1) { note(d); }
            }
        }
    }
    let mut all: Vec<_> = found.into_iter().collect();
    all.sort_by_key(|(_, (n, _, _))| std::cmp::Reverse(*n));
    for (k, (count, d, m)) in &all {
        println!("{count:6} {k}");
        if std::env::var("FULL").is_ok_and(|f| f.split("|").any(|f| k.contains(f))) {
            println!("{}\n now {} {:?}\n {}", d.how, d.command.0, d.command.1, serde_json::to_string(&d.command.2).unwrap());
            let target = serde_json::to_string(&d.command.2.target()).unwrap();
            for (at, a, c) in &d.accepted {
                let k = c.kind().as_str();
                if ["draft", "annotate", "remind", "record_ruling"].contains(&k) { continue }
                if serde_json::to_string(&c.target()).unwrap() != target && !["amend", "settle_decline", "fix_deadline", "reassign_vetting"].contains(&k) { continue }
                let mut v = serde_json::to_value(c).unwrap();
                for f in ["fields", "media_type", "reason", "instrument", "location"] { v[k].as_object_mut().unwrap().remove(f); }
                println!("    {at} {} {:?} {:.260}", a.person, a.capacity, v.to_string());
            }
            println!("  {:.1500}", m);
        }
    }
    println!("{n} in {:?}, {} kinds of difference", t.elapsed(), all.len());
}
