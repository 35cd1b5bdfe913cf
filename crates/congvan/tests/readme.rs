//! The Rust column of the table of languages in both READMEs is this source, and it runs.
#![cfg(test)]

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::{env, fs};

use congvan::Capacity::Officer;
use congvan::core::command::{Draft, Sign};
use congvan::text::read::Format;
use congvan::{Actor, Instant, Mandate, Register};

/// Where the files that the column names by their names alone are, for the test that starts this program once more.
const FOLDER: &str = "CONGVAN_README_FOLDER";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[rustfmt::skip]
fn column(now: Instant) -> Result<(bool, usize, usize, u64), Box<dyn Error>> {
    // Shown from here.
    let register = Register::open("sqlite:so.db")?;
    let text = fs::read_to_string("directory.toml")?;
    register.set_directory("directory.toml", &text, Format::Toml)?;
    let mandate = Mandate::read("mandate.toml", &fs::read_to_string("mandate.toml")?, Format::Toml)?;
    let officer = Actor { capacity: Officer, on_behalf: None, person: "p3".parse()?, unit: "so-noi-vu".parse()? };
    register.execute("d".parse()?, &officer, &Draft { mandate: mandate.value.into() }.into(), now, "draft".parse()?)?;
    let entries = register.inbox(&officer, now)?;
    let refusal = register.explain("d".parse()?, &officer, &Sign {}.into(), now)?;
    let records = register.log("d".parse()?, 0, 1000)?;
    let audit = register.verify_all()?;
    // Shown to here.
    Ok((refusal.is_some(), entries.len(), records.len(), audit.events))
}

#[test]
fn the_rust_column_of_the_table_of_languages_is_this_source() {
    let source = include_str!("readme.rs");
    let (_, shown) = source.split_once("    // Shown from here.\n").unwrap();
    let (shown, _) = shown.split_once("    // Shown to here.").unwrap();
    let expected: Vec<_> = shown.lines().map(str::trim).collect();
    for readme in ["README.md", "README.vi.md"] {
        let text = fs::read_to_string(root().join(readme)).unwrap();
        let (_, table) = text.split_once("| Rust | Python | Kotlin |\n|---|---|---|---|\n").unwrap();
        let (table, _) = table.split_once("\n\n").unwrap();
        let found: Vec<_> =
            table.lines().map(|line| line.split(" | ").nth(1).unwrap().trim_matches('`')).collect();
        assert_eq!(found, expected, "{readme}");
    }
}

#[test]
fn the_rust_column_of_the_table_of_languages_runs() {
    if let Some(folder) = env::var_os(FOLDER) {
        env::set_current_dir(folder).unwrap();
        let (refused, entries, records, events) =
            column("2024-03-25T10:00:00+07:00".parse().unwrap()).unwrap();
        assert!(refused && entries > 0);
        assert_eq!((records, events), (1, 1));
        return;
    }
    // The files are named from the folder that a program runs in, and the tests of this one share theirs.
    let folder = tempfile::tempdir().unwrap();
    for name in ["directory.toml", "mandate.toml"] {
        fs::copy(root().join("examples/own-database").join(name), folder.path().join(name)).unwrap();
    }
    let mut once_more = Process::new(env::current_exe().unwrap());
    once_more.args(["--exact", "the_rust_column_of_the_table_of_languages_runs"]).env(FOLDER, folder.path());
    let output = once_more.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(folder.path().join("so.db").exists());
}

#[test]
fn both_readmes_show_the_same_code() {
    let shown = |readme: &str| {
        let text = fs::read_to_string(root().join(readme)).unwrap();
        // What stands between every second pair of fences is code.
        let code: Vec<_> = text.split("\n```").skip(1).step_by(2).map(str::to_owned).collect();
        code
    };
    let english = shown("README.md");
    assert!(!english.is_empty() && english.iter().all(|code| code.contains('\n')), "{english:?}");
    assert_eq!(english, shown("README.vi.md"));
}
