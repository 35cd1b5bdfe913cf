//! Rules over manifests, the lock file and the settings of the lints.

use crate::files::Breach;

/// Every crate takes the lints of the workspace; only the root states them.
pub(crate) fn workspace_lints(path: &str, text: &str) -> Vec<Breach> {
    if !path.ends_with("Cargo.toml") || !text.lines().any(|line| line.trim() == "[package]") {
        return Vec::new();
    }
    let mut section = text.lines().map(str::trim).skip_while(|line| *line != "[lints]").skip(1);
    let inherits =
        section.by_ref().take_while(|line| !line.starts_with('[')).any(|line| line == "workspace = true");
    if inherits { Vec::new() } else { vec![Breach::new(0, "does not say `[lints]` with `workspace = true`")] }
}

/// Every dependency of the lock file is ours or from the one public index, never from a branch or a mirror.
pub(crate) fn one_source(path: &str, text: &str) -> Vec<Breach> {
    let index = concat!("source = \"registry+https://github.com/rust-lang/crates", ".io-index\"");
    if path != "Cargo.lock" {
        return Vec::new();
    }
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| line.starts_with("source = ") && *line != index)
        .map(|(number, line)| Breach::new(number, format!("another source: {line}")))
        .collect()
}

/// Clippy reads the nearest `clippy.toml` alone, so a crate with its own must repeat the root's settings
/// and, having one to ban clocks, must ban them.
pub(crate) fn repeats(root: &str, own: &str) -> Vec<Breach> {
    let setting = |line: &&str| !line.trim().is_empty() && !line.starts_with('#');
    let mut breaches: Vec<Breach> = root
        .lines()
        .filter(setting)
        .filter(|line| !own.lines().any(|it| it == *line))
        .map(|line| Breach::new(0, format!("does not repeat the root's `{line}`")))
        .collect();
    for clock in ["std::time::SystemTime::now", "std::time::Instant::now", "chrono::Utc::now"] {
        if !own.contains(&format!("\"{clock}\"")) {
            breaches.push(Breach::new(0, format!("does not disallow `{clock}`")));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::lines;

    #[test]
    fn a_crate_without_the_lints_is_red() {
        let good = "[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n";
        assert_eq!(workspace_lints("crates/a/Cargo.toml", good), []);
        assert_eq!(workspace_lints("Cargo.toml", "[workspace]\n"), []);
        for bad in [
            "[package]\nname = \"a\"\n",
            "[package]\n[lints]\n[dependencies]\nworkspace = true\n",
            "[package]\n[lints.rust]\nworkspace = true\n",
        ] {
            assert_eq!(lines(&workspace_lints("crates/a/Cargo.toml", bad)), [0], "{bad}");
        }
    }

    #[test]
    fn a_dependency_from_elsewhere_is_red() {
        let git = "name = \"a\"\nsource = \"git+https://a.example/a\"\n";
        assert_eq!(lines(&one_source("Cargo.lock", git)), [2]);
        assert_eq!(one_source("Cargo.toml", git), []);
    }

    #[test]
    fn settings_that_are_not_repeated_are_red() {
        let clocks = "\"std::time::SystemTime::now\" \"std::time::Instant::now\" \"chrono::Utc::now\"";
        assert_eq!(repeats("# why\na = 1\n", &format!("a = 1\n{clocks}\n")), []);
        assert_eq!(repeats("a = 1\n", &format!("a = 2\n{clocks}\n")).len(), 1);
        assert_eq!(repeats("", "").len(), 3);
    }
}
