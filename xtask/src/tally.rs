//! The sum of what the test programs say about themselves: cargo's, Maven's and pytest's.

use std::fmt;

/// How many tests passed and failed, over every closing line seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    /// Adds what one line of output says; a line that says nothing of results adds nothing.
    pub(crate) fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some(result) = line.strip_prefix("test result: ") {
            self.read_cargo(result);
        } else if let Some(counts) = surefire(line) {
            self.read_surefire(counts);
        } else if let Some(counts) = pytest(line) {
            self.read_counts(counts, ", ");
        }
    }

    fn read_cargo(&mut self, result: &str) {
        // `ok. 3 passed; 0 failed; 0 ignored; ...`: the verdict ends with the first full stop.
        self.read_counts(result.split_once(". ").map_or(result, |(_, counts)| counts), ";");
    }

    /// Reads `3 passed; 1 failed` and the like; what else is counted beside them is left out.
    fn read_counts(&mut self, counts: &str, separator: &str) {
        for count in counts.split(separator) {
            let Some((number, word)) = count.trim().split_once(' ') else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match word {
                "passed" => self.passed = self.passed.saturating_add(number),
                "failed" | "error" | "errors" => self.failed = self.failed.saturating_add(number),
                _ => {}
            }
        }
    }

    /// Reads `4, Failures: 1, Errors: 0, Skipped: 0`, in which the first number counts the others too.
    fn read_surefire(&mut self, counts: &str) {
        let numbers: Vec<u64> = counts
            .split(", ")
            .filter_map(|count| count.rsplit(' ').next())
            .map_while(|number| number.parse().ok())
            .collect();
        if let &[ran, failures, errors, skipped] = numbers.as_slice() {
            let failed = failures.saturating_add(errors);
            self.failed = self.failed.saturating_add(failed);
            self.passed = self.passed.saturating_add(ran.saturating_sub(failed).saturating_sub(skipped));
        }
    }

    /// How many tests ran.
    pub(crate) fn ran(self) -> u64 {
        self.passed.saturating_add(self.failed)
    }
}

/// What stands before the time on the line that closes a run of pytest: `1 failed, 11 passed in 0.42s`.
fn pytest(line: &str) -> Option<&str> {
    let (counts, time) = line.trim_matches(['=', ' ']).split_once(" in ")?;
    let counted = |count: &str| {
        count
            .split_once(' ')
            .is_some_and(|(number, word)| number.parse::<u64>().is_ok() && !word.contains(' '))
    };
    let seconds = time.split(' ').next()?.strip_suffix('s')?;
    (counts.split(", ").all(counted) && seconds.parse::<f64>().is_ok()).then_some(counts)
}

/// What follows `Tests run: ` on the line that closes a run of Surefire; a line about one class also has a time.
fn surefire(line: &str) -> Option<&str> {
    let said = ["[INFO] ", "[WARNING] ", "[ERROR] "].iter().find_map(|level| line.strip_prefix(level))?;
    said.strip_prefix("Tests run: ").filter(|counts| !counts.contains("Time elapsed"))
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        tally
    }

    #[test]
    fn sums_every_result_line_and_nothing_else() {
        let tally = of(&[
            "running 4 tests",
            "test a ... ok",
            "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.00s",
            "test result: FAILED. 10 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.25s",
            "all doctests ran in 0.20s; merged doctests compilation took 0.10s",
            "99 passed; 99 failed",
        ]);
        assert_eq!(tally, Tally { passed: 14, failed: 2 });
        assert_eq!(tally.ran(), 16);
    }

    #[test]
    fn sums_the_closing_line_of_surefire_and_not_those_of_its_classes() {
        let tally = of(&[
            "[INFO] Running org.congvan.GoldenTest",
            "[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in org.congvan.GoldenTest",
            "[ERROR] Tests run: 5, Failures: 1, Errors: 1, Skipped: 0, Time elapsed: 0.1 s <<< FAILURE! -- in org.congvan.LogTest",
            "[INFO] Results:",
            "[ERROR] Tests run: 8, Failures: 1, Errors: 1, Skipped: 2",
            "Tests run: 99, Failures: 99, Errors: 0, Skipped: 0",
        ]);
        assert_eq!(tally, Tally { passed: 4, failed: 2 });
    }

    #[test]
    fn reads_the_line_that_closes_a_run_of_pytest_and_no_sentence() {
        let tally = of(&[
            "1 failed, 11 passed, 2 skipped, 3 warnings in 0.42s",
            "===== 7 passed, 1 error in 61.50s (0:01:01) =====",
            "no tests ran in 0.01s",
            "3 passed in review, 1 in the end",
        ]);
        assert_eq!(tally, Tally { passed: 18, failed: 2 });
    }

    #[test]
    fn reads_a_line_that_ends_in_a_carriage_return() {
        assert_eq!(of(&["test result: ok. 1 passed; 0 failed; 0 ignored\r"]), Tally { passed: 1, failed: 0 });
    }

    #[test]
    fn prints_the_plain_line() {
        assert_eq!(Tally { passed: 523, failed: 0 }.to_string(), "523 passed, 0 failed");
    }
}
