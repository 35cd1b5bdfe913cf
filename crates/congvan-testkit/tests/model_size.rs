//! The independent model stays small: what is as large as the engine is no second opinion that anybody could check.
#![cfg(test)]

use std::path::Path;

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

/// The functions of the engine that the model takes as given, since they have tests of their own: the findings of the
/// checker and the form of a notation. Anything else that is imported is a type.
const GIVEN: [&str; 2] = ["check", "notation_problem"];

/// What judges a command in the engine, by whatever name it is called.
const GUARDS: [&str; 10] = [
    ".decide(",
    ".evolve(",
    ".explain(",
    ".judge_offer(",
    ".permitted(",
    ".permitted_of(",
    ".objections_to",
    "admissible(",
    "authorise(",
    "unruled",
];

#[test]
fn the_model_shares_no_guard_with_the_engine() {
    let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let parts = std::fs::read_dir(kit.join("model")).unwrap().map(|entry| entry.unwrap().path());
    let mut taken = std::collections::BTreeSet::new();
    for path in parts.chain([kit.join("model.rs")]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let code: String =
            text.lines().filter(|line| !line.trim().starts_with("//")).collect::<Vec<_>>().join("\n");
        for guard in GUARDS {
            assert!(!code.contains(guard), "{} calls `{guard}` of the engine", path.display());
        }
        for import in code.split("use congvan_core::").skip(1) {
            let import = import.split(';').next().unwrap_or_default();
            // What is followed by `::` is a module, and a type begins with a capital.
            let names = import.split(['{', '}', ',', ' ', '\n']).filter_map(|path| path.rsplit("::").next());
            let functions = names
                .filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase()) && *name != "as");
            taken.extend(functions.map(str::to_owned));
        }
    }
    assert!(taken.iter().eq(GIVEN), "the model takes {taken:?} from the engine");
}
