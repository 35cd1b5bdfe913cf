//! Audits scenarios on the pure core: `cargo run -p congvan-testkit --example replay -- FILE...`; exit 0 when each goes as it says.
//! With `--record FILE`, prints the scenario with what really happened as its expectations.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use congvan_core::Rules;
use congvan_testkit::scenario::{Ending, Outcome, Prepared};
use congvan_testkit::{PureStage, Scenario};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let record = arguments.first().is_some_and(|first| first == "--record");
    if record {
        arguments.remove(0);
    }
    if arguments.is_empty() {
        eprintln!("usage: replay FILE... | replay --record FILE");
        return ExitCode::from(2);
    }
    let mut red = false;
    for file in &arguments {
        let done = prepare(Path::new(file)).and_then(|prepared| {
            if record { recorded(prepared).map(|text| println!("{text}")) } else { prepared.audit(|_| ()) }
        });
        if let Err(problem) = done {
            eprintln!("{file}: {problem}");
            red = true;
        }
    }
    if red { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn prepare(path: &Path) -> Result<Prepared, String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let folder = path.parent().unwrap_or(Path::new("."));
    let open = |name: &str| std::fs::read_to_string(folder.join(name)).map_err(|error| error.to_string());
    Scenario::prepare(&path.to_string_lossy(), &text, open).map_err(|error| error.to_string())
}

/// The scenario with the events, refusals and last states that the engine gives.
fn recorded(mut prepared: Prepared) -> Result<String, String> {
    prepared.scenario.ends = Ending::default();
    let mut stage = PureStage::new(prepared.directory.clone(), prepared.calendar.clone(), Rules::none());
    let mut steps = Vec::new();
    for step in &prepared.scenario.steps {
        let outcome = prepared.play_step(&mut stage, step)?.outcome;
        let mut step = step.clone();
        (step.events, step.refused) = match &outcome {
            Outcome::Accepted(events) => {
                (Some(events.iter().map(|(_, event)| event.name().as_str().to_owned()).collect()), None)
            }
            Outcome::Refused(refusal) => {
                (None, Some(refusal.codes().map(|code| code.as_str().to_owned()).collect()))
            }
        };
        steps.push(step);
    }
    prepared.scenario.steps = steps;
    prepared.scenario.ends.states = stage
        .directives()
        .map(|found| (found.id(), found.state().name().as_str().to_owned()))
        .collect::<BTreeMap<_, _>>();
    serde_json::to_string_pretty(&prepared.scenario).map_err(|error| error.to_string())
}
