//! What the library itself costs, for `cargo xtask bench bindings` to set the languages against.
//!
//! It writes the files that the languages read into the folder it is given, and prints one line `figure CASE NANOSECONDS`
//! for each case, or only for the job. Cases and rounds are those of `bindings/kotlin` and `bindings/python`.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant as Clock;

use congvan::core::Ctx;
use congvan::core::command::{Draft, Issue, Recall, RecordRuling, Sign, Submit};
use congvan::core::event::Fields;
use congvan::core::id::DirectiveId;
use congvan::core::obligation::ObligationId;
use congvan::core::query::Board;
use congvan::text::read::Format;
use congvan::{
    Actor, Calendar, Capacity, Command, ContentHash, Directive, Directory, Instant, Mandate, Register, Rules,
};
use congvan_testkit::Scenario;
use congvan_testkit::scenario::{RegisterStage, read_actor};

type Answer<T> = Result<T, Box<dyn Error>>;

/// As many units as the whole country has communes since 1 July 2025.
const UNITS: usize = 3_321;
/// After how many steps of the scenario the register is handed to the job, and which step the job then does.
const STEP: usize = 200;

fn main() -> Answer<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let kept = tempfile::tempdir()?;
    // `cargo test` runs benchmarks too: one short round shows that they work.
    let (folder, rounds) = match arguments.first() {
        Some(folder) => (PathBuf::from(folder), 15),
        None => (kept.path().to_path_buf(), 1),
    };
    fs::create_dir_all(&folder)?;
    if arguments.get(1).is_some_and(|what| what == "job") {
        return job(&folder, rounds);
    }
    let world = World::new(&folder, if rounds == 1 { 10 } else { UNITS })?;
    world.small(rounds)?;
    world.board(rounds)?;
    job(&folder, rounds)
}

/// The median of the rounds, each of so many turns, in nanoseconds for one turn.
fn figure(case: &str, rounds: usize, turns: u32, mut turn: impl FnMut() -> Answer<()>) -> Answer<()> {
    let mut spent = Vec::new();
    for _ in 0..rounds {
        let start = Clock::now();
        for _ in 0..turns {
            turn()?;
        }
        spent.push(start.elapsed().as_nanos() / u128::from(turns));
    }
    spent.sort_unstable();
    println!("figure {case} {}", spent.get(spent.len() / 2).copied().unwrap_or_default());
    Ok(())
}

/// A province, and a directive like the reference one to all of its units.
struct World {
    directory: String,
    mandate: Arc<Mandate>,
    now: Instant,
}

impl World {
    fn new(folder: &Path, units: usize) -> Answer<Self> {
        let directory = directory(units);
        fs::write(folder.join("directory.toml"), &directory)?;
        fs::write(folder.join("mandate.toml"), MANDATE)?;
        let mandate = Arc::new(Mandate::read("mandate.toml", MANDATE, Format::Toml)?.value);
        Ok(Self { directory, mandate, now: "2024-03-25T08:00:00+07:00".parse()? })
    }

    fn register(&self, id: DirectiveId) -> Answer<Register> {
        let register = Register::open("memory:")?;
        register.set_directory("directory.toml", &self.directory, Format::Toml)?;
        for (number, (actor, command)) in self.opening()?.iter().enumerate() {
            register.execute(id, actor, command, self.now, format!("opening-{number}").parse()?)?;
        }
        Ok(register)
    }

    fn opening(&self) -> Answer<Vec<(Actor, Command)>> {
        let (chairman, clerk) = (of("ubnd-tinh", "head")?, of("ubnd-tinh", "clerk")?);
        let ruling = |finding: &str| RecordRuling {
            finding: finding.to_owned(),
            place: None,
            reason: "urgent".to_owned(),
        };
        let issue = Issue {
            date: self.now.date(),
            late_reason: None,
            notation: "UBND-SNV".to_owned(),
            number: 3_552,
        };
        Ok(vec![
            (of("so-noi-vu", "officer")?, Draft { mandate: Arc::clone(&self.mandate) }.into()),
            (chairman, ruling("deadline-on-issue-day").into()),
            (chairman, Sign {}.into()),
            (clerk, issue.into()),
        ])
    }

    fn small(&self, rounds: usize) -> Answer<()> {
        let id: DirectiveId = "bench".parse()?;
        let register = self.register(id)?;
        figure("query", rounds, 10_000, || {
            black_box(register.ask(id, Directive::version)?);
            Ok(())
        })?;

        let obligation =
            register.ask(id, |found| found.proceedings()?.find("unit-00000/1a/cchc".parse().ok()?))?;
        let obligation = obligation.ok_or("the first report is not owed")?;
        let (head, submit, recall) = (of("unit-00000", "head")?, submit(obligation)?, recall(obligation));
        let (directory, calendar, rules) = (
            Directory::read("directory.toml", &self.directory, Format::Toml)?,
            Calendar::official(),
            Rules::none(),
        );
        let ctx = |actor| Ctx {
            actor,
            calendar: &calendar,
            directory: &directory,
            now: self.now,
            numbers: None,
            rules: &rules,
            successors: &[],
        };
        let mut slot = Directive::new(id);
        let opening = self.opening()?;
        for (actor, command) in &opening {
            let decision = slot.decide(command, &ctx(actor)).map_err(|refusal| refusal.to_string())?;
            slot = slot.apply(&decision)?;
        }
        let (mut slot, mut turn) = (Some(slot), 0_u32);
        figure("decide", rounds, 2_000, || {
            let directive = slot.take().ok_or("the directive is lost")?;
            let command = if turn.is_multiple_of(2) { &submit } else { &recall };
            turn += 1;
            let decision = directive.decide(command, &ctx(&head)).map_err(|refusal| refusal.to_string())?;
            slot = Some(directive.apply(&decision)?);
            Ok(())
        })?;

        let mut turn = 0_u32;
        figure("execute", rounds, 2_000, || {
            let command = if turn.is_multiple_of(2) { &submit } else { &recall };
            register.execute(id, &head, command, self.now, format!("turn-{turn}").parse()?)?;
            turn += 1;
            Ok(())
        })?;
        figure("typed", rounds, 20, || {
            let page = register.log(id, 10, 1_000)?;
            black_box(page.len());
            Ok(())
        })?;
        figure("lines", rounds, 20, || {
            let mut lines = Vec::new();
            register.journal().scan(id, 10, &mut |row| {
                lines.push(row.to_json_line());
                if lines.len() < 1_000 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            })?;
            black_box(lines);
            Ok(())
        })
    }

    fn board(&self, rounds: usize) -> Answer<()> {
        let id: DirectiveId = "bench".parse()?;
        let register = self.register(id)?;
        figure("board", rounds, 5, || {
            let board = register.ask(id, |found| found.proceedings().map(|found| found.board(self.now)))?;
            black_box(board);
            Ok(())
        })
    }
}

/// Opening dispatch 3552 in its SQLite file, asking an inbox, executing a command and drawing the board: as a value, and as the
/// JSON that a service sends.
fn job(folder: &Path, rounds: usize) -> Answer<()> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/directive-3552");
    let text = fs::read_to_string(data.join("scenario.json"))?;
    let mut prepared = Scenario::prepare("scenario.json", &text, |name| {
        fs::read_to_string(data.join(name)).map_err(|error| error.to_string())
    })?;
    let step = prepared.scenario.steps.get(STEP).ok_or("the scenario is shorter than it was")?.clone();
    prepared.scenario.steps.truncate(STEP);
    prepared.scenario.ends = congvan_testkit::scenario::Ending::default();
    let file = folder.join("3552.db");
    for name in ["3552.db", "3552.db-wal", "3552.db-shm"] {
        if folder.join(name).exists() {
            fs::remove_file(folder.join(name))?;
        }
    }
    {
        let register = Register::open(&format!("sqlite:{}", file.display()))?;
        let directory = fs::read_to_string(data.join("directory.toml"))?;
        register.set_directory("directory.toml", &directory, Format::Toml)?;
        prepared.play(&mut RegisterStage::new(&register), |_, _| {})?;
    }
    let actor = read_actor(&step.actor, &prepared.directory, step.at.date())?;
    let id = prepared.scenario.directive;
    let told = serde_json::json!({ "actor": actor, "at": step.at, "command": step.command, "directive": id });
    fs::write(folder.join("job.json"), told.to_string())?;

    let mut turn = 0;
    let mut told = |case: &str, draw: fn(Option<Board>) -> Answer<()>| {
        let mut spent = Vec::new();
        // A job takes milliseconds and meets the disk: the median is of three times as many.
        for _ in 0..3 * rounds {
            let copy = folder.join(format!("job-rust-{turn}.db"));
            turn += 1;
            fs::copy(&file, &copy)?;
            let start = Clock::now();
            let register = Register::open(&format!("sqlite:{}", copy.display()))?;
            black_box(register.inbox(&actor, step.at)?.len());
            let command = register.ask(id, |found| Command::from_named(step.command.clone(), found))??;
            register.execute(id, &actor, &command, step.at, "job".parse()?)?;
            draw(register.ask(id, |found| found.proceedings().map(|found| found.board(step.at)))?)?;
            spent.push(start.elapsed().as_nanos());
            drop(register);
            fs::remove_file(&copy)?;
        }
        spent.sort_unstable();
        println!("figure {case} {}", spent.get(spent.len() / 2).copied().unwrap_or_default());
        Answer::Ok(())
    };
    told("job", |board| {
        black_box(board);
        Ok(())
    })?;
    told("sent", |board| {
        black_box(serde_json::to_string(&board)?);
        Ok(())
    })
}

fn submit(obligation: ObligationId) -> Answer<Command> {
    Ok(Submit {
        fields: Fields::default(),
        hash: ContentHash::of(b"report"),
        joint: Vec::new(),
        location: None,
        media_type: "application/pdf".to_owned(),
        obligation,
        signed_as: Capacity::Head,
        signed_by: of("unit-00000", "head")?.person,
    }
    .into())
}

fn recall(obligation: ObligationId) -> Command {
    Recall { obligation, reason: "wrong file".to_owned() }.into()
}

fn of(unit: &str, office: &str) -> Answer<Actor> {
    let capacity = match office {
        "head" => Capacity::Head,
        "clerk" => Capacity::Clerk,
        _ => Capacity::Officer,
    };
    Ok(Actor {
        capacity,
        on_behalf: None,
        person: format!("p.{unit}.{office}").parse()?,
        unit: unit.parse()?,
    })
}

fn directory(units: usize) -> String {
    let names: Vec<String> = (0..units).map(|unit| format!("unit-{unit:05}")).collect();
    let mut text = String::from("format = 1\nversion = \"bench\"\n");
    let offices = ["ubnd-tinh", "so-noi-vu"].into_iter().chain(names.iter().map(String::as_str));
    for unit in offices {
        let _ = writeln!(text, "[[units]]\nid = \"{unit}\"\nnames = [{{ name = \"{unit}\" }}]");
        for office in ["head", "clerk", "officer"] {
            let _ = writeln!(
                text,
                "[[offices]]\nid = \"{unit}.{office}\"\nunit = \"{unit}\"\ncapacity = \"{office}\"\ntitle_vi = \"Chức vụ\"\n\
                 [[persons]]\nid = \"p.{unit}.{office}\"\nname = \"{unit} {office}\"\n\
                 [[holdings]]\noffice = \"{unit}.{office}\"\nperson = \"p.{unit}.{office}\"\nfrom = 2020-01-01"
            );
        }
    }
    let members: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let _ = writeln!(text, "[[groups]]\nid = \"all\"\nname = \"all\"\nunits = [{}]", members.join(", "));
    text
}

const MANDATE: &str = r#"
[header]
document_type = "official_dispatch"
issuing_body = "ubnd-tinh"
authority = "head"
signer = { office = "ubnd-tinh.head" }
drafting_unit = "so-noi-vu"
office = "ubnd-tinh"
subject = "bench"
urgency = "flash"
[[fields]]
id = "cchc"
name = "CCHC"
standing_agency = "so-noi-vu"
[[fields]]
id = "cds"
name = "CĐS"
standing_agency = "so-noi-vu"
[[fields]]
id = "da06"
name = "ĐA06"
standing_agency = "so-noi-vu"
[[assignments]]
id = "1a"
title = "report"
performers = [{ group = "all" }]
per_field = ["cchc", "cds", "da06"]
vetted_by = "standing_agency"
deadline = { kind = "no_later_than", date = 2024-03-25 }
[[assignments]]
id = "1b"
title = "breakthrough"
performers = [{ group = "all" }]
vetted_by = { unit = "so-noi-vu" }
deadline = { kind = "no_later_than", date = 2024-03-25 }
[[assignments]]
id = "1c"
title = "rank"
performers = [{ group = "all" }]
vetted_by = { unit = "so-noi-vu" }
deadline = { kind = "no_later_than", date = 2024-03-25 }
[[assignments]]
id = "2c"
title = "province report"
performers = [{ unit = "so-noi-vu" }]
vetted_by = { unit = "ubnd-tinh" }
deadline = { kind = "no_later_than", date = 2024-03-28 }
consolidates = ["1a", "1b", "1c"]
"#;
