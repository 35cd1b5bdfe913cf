//! Every exported function can be told to panic: what is exported has the attribute that sets its trap.
#![cfg(test)]

use std::fs;
use std::path::{Path, PathBuf};

const TRAP: &str = r#"#[cfg_attr(feature = "probe", congvan_trap::trapped)]"#;

/// What sets the traps has none itself, since one that is set would be sprung by whoever sets the next.
const SETS_THEM: &str = "probe.rs";

/// Every source of the library.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The numbers of the lines that export something without a trap directly above, and how many lines export something with one.
fn without_trap(source: &str) -> (Vec<usize>, usize) {
    let (mut without, mut with, mut above) = (Vec::new(), 0, "");
    for (number, line) in (1..).zip(source.lines().map(str::trim)) {
        // What only the host implements has no body of ours; its calls are made by the functions that take it.
        let exports =
            line.contains("uniffi::export") && !line.starts_with("//") && !line.contains("export(foreign)");
        if exports && line.starts_with("#[uniffi::export") && above == TRAP {
            with += 1;
        } else if exports {
            without.push(number);
        }
        above = line;
    }
    (without, with)
}

#[test]
fn whatever_is_exported_has_a_trap() {
    let (mut without, mut with) = (Vec::new(), 0);
    for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        if path.ends_with(SETS_THEM) {
            continue;
        }
        let (lines, trapped) = without_trap(&fs::read_to_string(&path).unwrap());
        without.extend(lines.into_iter().map(|line| format!("{}:{line}", path.display())));
        with += trapped;
    }
    assert!(with > 40, "the exports were found: {with}");
    assert!(without.is_empty(), "write `{TRAP}` above what is exported at {without:#?}");
}

#[test]
fn an_export_without_its_trap_is_found() {
    let trapped = format!("/// It.\n{TRAP}\n#[uniffi::export(default(a = 1))]\npub fn f() {{}}\n");
    assert_eq!(without_trap(&trapped), (vec![], 1));
    assert_eq!(without_trap("// uniffi::export\n#[uniffi::export(foreign)]\npub trait It {}\n"), (vec![], 0));
    for bare in [
        "#[uniffi::export]",
        "#[uniffi::export(",
        "#[cfg_attr(all(), uniffi::export)]",
        "#[uniffi::export(rust, foreign)]",
    ] {
        assert_eq!(without_trap(&format!("/// It.\n{bare}\nimpl It {{}}\n")), (vec![2], 0), "{bare}");
        assert_eq!(without_trap(&format!("{TRAP}\n/// It.\n{bare}\nimpl It {{}}\n")), (vec![3], 0), "{bare}");
    }
}
