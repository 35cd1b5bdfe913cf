//! `congvan run`: plays a scenario into a new register and shows what came of it.

use std::path::{Path, PathBuf};

use congvan::core::directive::StateName;
use congvan::core::id::DirectiveId;
use congvan::{Lang, LoadError, Register, Text};
use congvan_testkit::Scenario;
use congvan_testkit::scenario::{Mismatch, Outcome, Played, Prepared, RegisterStage, ScenarioError};
use indicatif::{ProgressBar, ProgressStyle};

use super::{open, report};
use crate::failure::{Begun, Failure, Refused};
use crate::screen::Screen;

pub(super) fn run(scenario: &Path, register: Option<PathBuf>, screen: &Screen) -> Result<(), Failure> {
    let file = if scenario.is_dir() { scenario.join("scenario.json") } else { scenario.to_owned() };
    let prepared = prepare(&file)?;
    let id = prepared.scenario.directive;
    let path = fresh(register, id)?;
    let register =
        open(&path).map_err(|why| if path.exists() { begun(why, path.clone(), None) } else { why })?;
    // From here on a file is there that whoever reads of the failure should know of.
    let go = play_into(&register, &prepared, &file, &path, screen);
    go.map_err(|(failed, why)| {
        let is_written =
            |id: &DirectiveId| state_of(&register, *id).is_ok_and(|state| state != StateName::Unwritten);
        let written = [failed, id].into_iter().find(is_written);
        begun(why, path, written)
    })
}

fn begun(why: Failure, register: PathBuf, written: Option<DirectiveId>) -> Failure {
    Failure::Begun(Box::new(Begun { why, register, written }))
}

/// Plays and tells; a failure comes with the directive that it is about.
fn play_into(
    register: &Register,
    prepared: &Prepared,
    file: &Path,
    path: &Path,
    screen: &Screen,
) -> Result<(), (DirectiveId, Failure)> {
    let own = |why: Failure| (prepared.scenario.directive, why);
    give_settings(register, prepared, file).map_err(own)?;
    let refused = play(register, prepared).map_err(|mismatch| (mismatch.directive, (*mismatch).into()))?;
    tell(register, prepared, refused, path, screen).map_err(own)
}

/// Tells what came of it.
fn tell(
    register: &Register,
    prepared: &Prepared,
    refused: usize,
    path: &Path,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = prepared.scenario.directive;
    let audit = register.verify_all().map_err(|error| Failure::store(&error))?;
    let state = state_of(register, id)?;
    report::report(register, id, path, prepared, (state, refused), screen)?;
    let expected = prepared.scenario.ends.states.get(&id).map_or("concluded", String::as_str);
    if state.as_str() != expected {
        return Err(Failure::Refused(Refused::Text(Text::new(
            format!("văn bản chưa kết thúc: đang ở trạng thái {}; xem `congvan inbox`", state.vi()),
            format!("the directive has not ended: it is `{}`; see `congvan inbox`", state.as_str()),
        ))));
    }
    if !screen.json() {
        let (events, shown) = (audit.events, path.display());
        screen.line(match screen.lang() {
            Lang::Vi => {
                format!("Văn bản {}; sổ nguyên vẹn: {events} sự kiện, chuỗi băm khớp ({shown}).", state.vi())
            }
            Lang::En => {
                format!(
                    "The directive is {}; the register is whole: {events} events ({shown}).",
                    state.as_str()
                )
            }
        });
        if state != StateName::Unwritten {
            report::further(register, prepared, path, screen)?;
        }
    }
    Ok(())
}

/// How the directive stands; where every step was refused, nothing was ever written of it.
fn state_of(register: &Register, id: DirectiveId) -> Result<StateName, Failure> {
    match register.ask(id, |directive| directive.state().name()) {
        Ok(state) => Ok(state),
        Err(LoadError::Unknown { .. }) => Ok(StateName::Unwritten),
        Err(error) => Err(error.into()),
    }
}

fn prepare(file: &Path) -> Result<Prepared, Failure> {
    Scenario::prepare_file(file).map_err(|error| match error {
        ScenarioError::Input(errors) => errors.into(),
        ScenarioError::Unopened { file, problem } => Failure::input(
            format!(
                "không mở được kịch bản `{file}`: {}; chỉ ra một tệp JSON hoặc thư mục có scenario.json",
                problem.vi
            ),
            format!(
                "scenario `{file}` cannot be opened: {}; name a JSON file or a folder with a scenario.json",
                problem.en
            ),
        ),
        ScenarioError::Format(file) => Failure::input(
            format!("tệp `{file}` không phải TOML hay JSON"),
            format!("file `{file}` is neither TOML nor JSON"),
        ),
    })
}

/// A register that is not there yet: an existing one is never overwritten.
fn fresh(register: Option<PathBuf>, id: DirectiveId) -> Result<PathBuf, Failure> {
    if let Some(path) = register {
        if path.exists() {
            let shown = path.display();
            return Err(Failure::input(
                format!("sổ `{shown}` đã có và không bị ghi đè; chọn tên khác cho --register"),
                format!(
                    "register `{shown}` exists and is never overwritten; choose another name for --register"
                ),
            ));
        }
        return Ok(path);
    }
    let names = std::iter::once(format!("{id}.db")).chain((2..).map(|number| format!("{id}-{number}.db")));
    let free = names.map(PathBuf::from).take(10_000).find(|path| !path.exists());
    free.ok_or_else(|| {
        Failure::input(
            "có quá nhiều sổ trong thư mục này; chỉ ra --register PATH",
            "too many registers here; name one with --register PATH",
        )
    })
}

/// The register gets the texts that the scenario was read from, so that they are kept beside the log; and its rules, which
/// no register keeps.
fn give_settings(register: &Register, prepared: &Prepared, file: &Path) -> Result<(), Failure> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let (name, text, format) = super::read_file(&folder.join(&prepared.scenario.directory))?;
    register.set_directory(&name, &text, format)?;
    if let Some(calendar) = &prepared.scenario.calendar {
        let (name, text, format) = super::read_file(&folder.join(calendar))?;
        register.set_calendar(&name, &text, format)?;
    }
    register.set_rules(prepared.rules.clone());
    Ok(())
}

/// Plays every step, and counts those that were refused as the scenario expects.
fn play(register: &Register, prepared: &Prepared) -> Result<usize, Box<Mismatch>> {
    let steps = u64::try_from(prepared.scenario.steps.len()).unwrap_or(u64::MAX);
    // Nothing is drawn where standard error is no terminal.
    let bar = ProgressBar::new(steps);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    let mut stage = RegisterStage::new(register);
    let mut refused = 0_usize;
    let seen = |_: usize, played: &Played| {
        if matches!(played.outcome, Outcome::Refused(_)) {
            refused = refused.saturating_add(1);
        }
        bar.set_message(played.command.kind().as_str());
        bar.inc(1);
    };
    let played = prepared.play(&mut stage, seen);
    bar.finish_and_clear();
    played?;
    Ok(refused)
}
