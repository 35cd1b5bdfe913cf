//! Audits scenarios on the pure core: `cargo run -p congvan-testkit --example replay -- FILE...`; exit 0 when each goes as it says.
//! With `--record FILE`, prints the scenario with what really happened as its expectations.

use std::path::Path;
use std::process::ExitCode;

use congvan_testkit::Scenario;
use congvan_testkit::scenario::Prepared;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [record, file] if record == "--record" => each(std::slice::from_ref(file), |prepared| {
            let scenario = prepared.record()?;
            let text = serde_json::to_string_pretty(&scenario).map_err(|error| error.to_string())?;
            println!("{text}");
            Ok(())
        }),
        [first, ..] if !first.starts_with("--") => each(&arguments, |prepared| prepared.audit(|_| ())),
        _ => {
            eprintln!("usage: replay FILE... | replay --record FILE");
            ExitCode::from(2)
        }
    }
}

/// Tells of every file with which something is wrong.
fn each(files: &[String], go: impl Fn(&Prepared) -> Result<(), String>) -> ExitCode {
    let mut done = ExitCode::SUCCESS;
    for file in files {
        let prepared = Scenario::prepare_file(Path::new(file)).map_err(|error| error.to_string());
        if let Err(problem) = prepared.and_then(|prepared| go(&prepared)) {
            eprintln!("{file}: {problem}");
            done = ExitCode::FAILURE;
        }
    }
    done
}
