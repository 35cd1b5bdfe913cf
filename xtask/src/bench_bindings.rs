//! `cargo xtask bench bindings`: what a call costs from each language, beside the library itself and an empty call.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::codegen::{self, Profile};
use crate::tools::{self, Failure};
use crate::{kotlin, python};

/// Nanoseconds by case.
type Figures = BTreeMap<String, f64>;

/// The cases that every language runs, and what each is.
const CASES: [(&str, &str); 11] = [
    ("empty", "an empty call of the language"),
    ("query", "the version of a directive, from a register in memory"),
    ("decide", "decide and apply a command, pure core, 3,321 units"),
    ("execute", "execute a command on a register in memory"),
    ("page", "a page of 1,000 events, each read when it is looked at"),
    ("data", "the same page, read whole as JSON"),
    ("typed", "the same page, every record typed"),
    ("lines", "a page of 1,000 events, as lines of JSON"),
    ("board", "the board of 3,321 units, 16,606 obligations"),
    ("job", "open 3552 in SQLite, inbox, execute, board: four calls"),
    ("sent", "the same four calls, with the board as JSON"),
];

/// A language: its name, and what starts its half, or the job alone.
struct Language {
    name: &'static str,
    start: fn(&Path, &str) -> Command,
    /// The longest that a page of 1,000 events may take, in nanoseconds.
    page: f64,
}

/// What was measured from a language.
struct Half {
    language: Language,
    figures: Figures,
    /// What part of the job the boundary took, in each turn of the language and Rust: a machine is not as quick in one minute
    /// as in another.
    shares: Vec<f64>,
}

/// The longest that `import congvan` may take, in nanoseconds.
const IMPORT: f64 = 40_000_000.0;

/// The most memory that 60,000 round trips may leave behind, in bytes.
const GROWTH: f64 = 1_048_576.0;

/// The part of the job that the boundary may take.
const SHARE: f64 = 0.20;

/// How often a language and Rust do the job, by turns.
const TURNS: usize = 3;

/// What a half does: all of its cases, or the job alone.
const ALL: &str = "all";
const JOB: &str = "job";

/// Builds everything in release and runs every half, one after the other.
///
/// # Errors
/// When a part cannot be built or fails.
pub(crate) fn run() -> Result<(), Failure> {
    let languages = [
        Language { name: "Python", start: python::bench, page: 3_500_000.0 },
        Language { name: "JVM", start: kotlin::bench, page: 1_600_000.0 },
    ];
    kotlin::tools_there()?;
    python::environment_for("release")?;
    codegen::generate(Profile::Bench)?;
    let folder = codegen::target().join("bench-bindings");
    let rust = reference(&folder, ALL)?;
    let mut halves = Vec::new();
    for language in languages {
        println!("measuring from {}", language.name);
        let all = figures(&mut (language.start)(&folder, ALL), language.name)?;
        let mut shares = Vec::new();
        for _ in 0..TURNS {
            let job = figures(&mut (language.start)(&folder, JOB), language.name)?;
            shares.extend(share(&job, &reference(&folder, JOB)?));
        }
        halves.push(Half { language, figures: all, shares });
    }
    print!("{}", table(&rust, &halves));
    print!("{}", targets(&halves));
    Ok(())
}

/// What the library itself costs: all of it, or the job alone.
fn reference(folder: &Path, what: &str) -> Result<Figures, Failure> {
    let mut reference = tools::cargo();
    reference
        .args(["bench", "--quiet", "-p", "congvan-ffi", "--bench", "reference", "--"])
        .arg(folder)
        .arg(what);
    figures(&mut reference, "the reference in Rust")
}

/// Runs one half and reads its figures.
fn figures(command: &mut Command, what: &str) -> Result<Figures, Failure> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::check(format!("{what} could not be started: {error}")))?;
    let told = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        return Err(Failure::check(format!("{what} {}\n{told}", tools::ending(output.status))));
    }
    let figures = read(&told);
    if figures.is_empty() {
        Err(Failure::check(format!("{what} told no figure\n{told}")))
    } else {
        Ok(figures)
    }
}

/// Reads the lines `figure CASE NANOSECONDS`.
fn read(told: &str) -> Figures {
    let line = |line: &str| {
        // Maven may put the code of a colour before the first line.
        let (before, told) = line.split_once("figure ")?;
        let mut words = told.split_whitespace();
        if before.chars().any(char::is_whitespace) {
            return None;
        }
        Some((words.next()?.to_owned(), words.next()?.parse().ok()?))
    };
    told.lines().filter_map(line).collect()
}

fn table(rust: &Figures, halves: &[Half]) -> String {
    let mut text = String::from("\n| what | Rust |");
    for Half { language, .. } in halves {
        text.push_str(&format!(" {} | beside Rust | beside an empty call |", language.name));
    }
    text.push_str("\n|---|---|");
    text.push_str(&"---|---|---|".repeat(halves.len()));
    for (case, what) in CASES {
        text.push_str(&format!("\n| {what} | {} |", rust.get(case).map_or("-".to_owned(), |&it| time(it))));
        for Half { figures, .. } in halves {
            let found = figures.get(case).copied();
            let beside = |other: Option<&f64>| match (found, other) {
                (Some(found), Some(&other)) => format!("{:.1}", found / other.max(0.1)),
                (_, None) | (None, _) => "-".to_owned(),
            };
            let told = found.map_or("-".to_owned(), time);
            text.push_str(&format!(
                " {told} | {} | {} |",
                beside(rust.get(case)),
                beside(figures.get("empty"))
            ));
        }
    }
    text.push('\n');
    text
}

fn targets(halves: &[Half]) -> String {
    let mut text = String::from("\n");
    for Half { figures, language, shares } in halves {
        for (case, form) in
            [("page", "read when looked at"), ("data", "read whole as JSON"), ("lines", "as lines of JSON")]
        {
            if let Some(&page) = figures.get(case) {
                text.push_str(&target(
                    page <= language.page,
                    &format!(
                        "{}: a page of 1,000 events {form} in {}, at most {}",
                        language.name,
                        time(page),
                        time(language.page)
                    ),
                ));
            }
        }
        if let Some(&import) = figures.get("import") {
            let told = format!("{}: imported in {}, at most {}", language.name, time(import), time(IMPORT));
            text.push_str(&target(import <= IMPORT, &told));
        }
        if let Some(&growth) = figures.get("growth") {
            let told = format!(
                "{}: 60,000 round trips leave {:.0} KiB behind, at most {:.0} KiB",
                language.name,
                growth / 1_024.0,
                GROWTH / 1_024.0
            );
            text.push_str(&target(growth <= GROWTH, &told));
        }
        text.push_str(&share_of_job(language.name, shares));
    }
    text
}

/// What part of the job the boundary takes, set against the same job in Rust.
fn share(language: &Figures, rust: &Figures) -> Option<f64> {
    ["job", "sent"].into_iter().find_map(|case| Some(1.0 - rust.get(case)? / language.get(case)?))
}

fn share_of_job(language: &str, shares: &[f64]) -> String {
    let mut shares = shares.to_vec();
    shares.sort_by(f64::total_cmp);
    let (Some(least), Some(most), Some(&median)) =
        (shares.first(), shares.last(), shares.get(shares.len() / 2))
    else {
        return String::new();
    };
    let told = format!(
        "{language}: the boundary takes {:.0} % ({:.0} to {:.0} %) of the job of four calls, at most {:.0} %",
        100.0 * median,
        100.0 * least,
        100.0 * most,
        100.0 * SHARE
    );
    target(median <= SHARE, &told)
}

fn target(met: bool, what: &str) -> String {
    format!("{} {what}\n", if met { "met   " } else { "missed" })
}

/// Nanoseconds in the unit that reads best.
fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        it if it < 1_000.0 => format!("{it:.0} ns"),
        it if it < 1_000_000.0 => format!("{:.2} µs", it / 1_000.0),
        it => format!("{:.2} ms", it / 1_000_000.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_jvm(told: &str, shares: &[f64]) -> [Half; 1] {
        let language = Language { name: "JVM", start: kotlin::bench, page: 1_600_000.0 };
        [Half { language, figures: read(told), shares: shares.to_vec() }]
    }

    #[test]
    fn reads_figures_and_nothing_else() {
        let figures = read(
            "noise\na figure page 9\n\u{1b}[0mfigure query 1500\nfigure job x\nfigure\nfigure page 1.5\n",
        );
        assert_eq!(figures, Figures::from([("query".to_owned(), 1_500.0), ("page".to_owned(), 1.5)]));
    }

    #[test]
    fn a_target_is_met_or_missed() {
        let told = |text: &str, shares: &[f64]| targets(&from_jvm(text, shares));
        let met = told("figure page 1600000\n", &[0.5, 0.20, 0.1]);
        assert_eq!(met.matches("met   ").count(), 2, "{met}");
        assert!(met.contains("takes 20 % (10 to 50 %) of the job"), "{met}");
        let missed = told("figure page 1600001\n", &[0.21, 0.21, 0.1]);
        assert_eq!(missed.matches("missed").count(), 2, "{missed}");
        assert_eq!(told("", &[]).trim(), "");
    }

    #[test]
    fn the_boundary_takes_what_rust_does_not() {
        let rust = read("figure job 800\nfigure sent 900\n");
        assert_eq!(share(&read("figure job 1000\n"), &rust), Some(1.0 - 0.8));
        assert_eq!(share(&read("figure sent 1200\n"), &rust), Some(0.25));
        assert_eq!(share(&read("figure page 1\n"), &rust), None);
    }

    #[test]
    fn a_case_that_was_not_run_has_a_dash() {
        let jvm = from_jvm("figure query 1500\nfigure empty 5\n", &[]);
        let text = table(&read("figure query 100\n"), &jvm);
        assert!(text.contains("| 100 ns | 1.50 µs | 15.0 | 300.0 |"), "{text}");
        assert!(text.contains("| a page of 1,000 events, as lines of JSON | - | - | - | - |"), "{text}");
    }
}
