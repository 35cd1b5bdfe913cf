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
