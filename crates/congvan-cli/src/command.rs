//! The verbs: one file each.

mod act;
mod blockers;
mod board;
mod check;
mod completions;
mod explain;
mod export;
mod inbox;
mod init;
mod log;
mod new;
mod plan;
mod prove;
mod provenance;
mod report;
mod run;
mod schema;
mod statistics;
mod timeline;
mod verify;

use std::path::{Path, PathBuf};

use congvan::core::command::NamingError;
use congvan::core::id::DirectiveId;
use congvan::text::read::{Format, Read, read};
use congvan::{Actor, Instant, Register, Say as _};
use congvan_testkit::scenario::read_actor;
use serde_json::Value;

use crate::arguments::{Acting, Arguments, Verb};
use crate::failure::{Failure, file};
use crate::screen::Screen;

/// The register that verbs other than `run` use when none is named.
const DEFAULT_REGISTER: &str = "congvan.db";

/// Does what the command line says.
pub(crate) fn run(arguments: Arguments, screen: &Screen) -> Result<(), Failure> {
    let register = arguments.register;
    match arguments.verb {
        Verb::Run { scenario } => run::run(&scenario, register, screen),
        Verb::Check { mandate, directory, calendar, deadlines, on, prove } => {
            let Some(mandate) = mandate else { return prove::prove_lifecycle(&prove, screen) };
            let register = register.map(|path| existing(Some(path))).transpose()?;
            let asked =
                check::Asked { deadlines, on: on.as_deref(), prove: &prove, register: register.as_ref() };
            check::check(&mandate, directory, calendar, &asked, screen)
        }
        Verb::New { what, follow_up_of: Some(directive), meeting, output } => {
            let of = new::FollowUpOf { directive: &directive, meeting: meeting.as_deref() };
            new::follow_up(what, &of, register, output.as_deref(), screen)
        }
        Verb::New { what, follow_up_of: None, meeting: _, output } => {
            new::new(what, output.as_deref(), screen)
        }
        Verb::Init { directory, calendar } => init::init(register, &directory, calendar.as_deref(), screen),
        Verb::Act { directive, acting, id, command } => {
            act::act(&existing(register)?, &directive, &acting, id.as_deref(), &command, screen)
        }
        Verb::Inbox { acting } => inbox::inbox(&existing(register)?, &acting, screen),
        Verb::Explain { directive, acting, command } => {
            explain::explain(&existing(register)?, &directive, &acting, &command, screen)
        }
        Verb::Board { directive, at } => {
            board::board(&existing(register)?, directive.as_deref(), at.as_deref(), screen)
        }
        Verb::Timeline { directive, at } => {
            timeline::timeline(&existing(register)?, &directive, at.as_deref(), screen)
        }
        Verb::Statistics { directive, at } => {
            statistics::statistics(&existing(register)?, &directive, at.as_deref(), screen)
        }
        Verb::Provenance { directive, consolidation } => {
            provenance::provenance(&existing(register)?, &directive, consolidation.as_deref(), screen)
        }
        Verb::Blockers { directive, at } => {
            blockers::blockers(&existing(register)?, &directive, at.as_deref(), screen)
        }
        Verb::Plan { directive, meeting, at, rooms, busy } => {
            let register = existing(register)?;
            plan::plan(&register, &directive, &meeting, at.as_deref(), rooms, busy.as_deref(), screen)
        }
        Verb::Log { directive, after } => log::log(&existing(register)?, &directive, after, screen),
        Verb::Verify { directive } => verify::verify(&existing(register)?, directive.as_deref(), screen),
        Verb::Export { directive, format, output } => {
            export::export(&existing(register)?, &directive, format, output.as_deref(), screen)
        }
        Verb::Schema { format } => schema::schema(format, screen),
        Verb::Completions { shell } => completions::completions(shell, screen),
    }
}

/// Opens a register that is there; a mistyped path never makes a new one.
fn existing(path: Option<PathBuf>) -> Result<Register, Failure> {
    let path = named_or_default(path);
    if !path.exists() {
        let shown = path.display();
        return Err(Failure::Store(congvan::Text::new(
            format!(
                "không có sổ `{shown}`; tạo sổ bằng `congvan init`, hoặc chỉ ra sổ khác bằng --register PATH"
            ),
            format!(
                "there is no register `{shown}`; make one with `congvan init`, or name another with --register PATH"
            ),
        )));
    }
    open(&path)
}

/// The register that is named, else the one that verbs use when none is.
fn named_or_default(path: Option<PathBuf>) -> PathBuf {
    path.unwrap_or_else(|| PathBuf::from(DEFAULT_REGISTER))
}

fn open(path: &Path) -> Result<Register, Failure> {
    Ok(Register::open(&format!("sqlite:{}", path.display()))?)
}

/// The text of a file and its format.
fn read_file(path: &Path) -> Result<(String, String, Format), Failure> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| file::unreadable(path, &error))?;
    let format = Format::of_path(&name).ok_or_else(|| {
        Failure::input(
            format!("tệp `{name}` không phải TOML hay JSON; tên tệp cần kết thúc bằng .toml hoặc .json"),
            format!("file `{name}` is neither TOML nor JSON; its name should end in .toml or .json"),
        )
    })?;
    Ok((name, text, format))
}

/// Writes a new file; an existing one is never overwritten.
fn write_new(path: &Path, content: &[u8]) -> Result<(), Failure> {
    use std::io::Write as _;
    let opened = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    opened.and_then(|mut file| file.write_all(content)).map_err(|error| file::unwritable(path, &error))
}

fn directive_id(text: &str) -> Result<DirectiveId, Failure> {
    text.parse()
        .map_err(|error: congvan::core::id::IdError| Failure::told("văn bản", "the directive", &error))
}

/// The instant that was given, or now.
fn instant(text: Option<&str>) -> Result<Instant, Failure> {
    let Some(text) = text else { return Ok(congvan::now()) };
    text.parse().map_err(|_| {
        Failure::input(
            format!("`{text}` không phải thời điểm; viết như 2024-03-25T08:00:00+07:00"),
            format!("`{text}` is not an instant; write it like 2024-03-25T08:00:00+07:00"),
        )
    })
}

/// Who acts, and when.
fn acting(register: &Register, acting: &Acting) -> Result<(Actor, Instant), Failure> {
    let at = instant(acting.at.as_deref())?;
    // An actor written out is read as every other text is, so that each fault is told in both languages.
    if acting.actor.trim_start().starts_with('{') {
        return Ok((read::<Actor>("--as", &acting.actor, Format::Json)?.value, at));
    }
    let actor = read_actor(&Value::from(acting.actor.as_str()), &register.directory(), at.date())
        .map_err(|error| Failure::told("người thực hiện (--as)", "who acts (--as)", &error))?;
    Ok((actor, at))
}

/// A command as JSON, from the argument itself, `@FILE` or standard input; a draft may name the file of its mandate.
fn read_command(argument: &str) -> Result<Value, Failure> {
    let bad = |vi: String, en: String| Failure::input(vi, en);
    let (name, text) = if argument == "-" {
        let text = std::io::read_to_string(std::io::stdin()).map_err(|error| {
            let cause = congvan::failure::system(&error);
            bad(
                format!("không đọc được đầu vào chuẩn: {}", cause.vi),
                format!("standard input cannot be read: {}", cause.en),
            )
        })?;
        ("-".to_owned(), text)
    } else if let Some(file) = argument.strip_prefix('@') {
        let (name, text, _) = read_file(Path::new(file))?;
        (name, text)
    } else {
        ("COMMAND".to_owned(), argument.to_owned())
    };
    let read: Read<Value> = read(&name, &text, Format::Json).map_err(|errors| {
        let told = errors.say();
        let example = r#"{"start_draft":{"obligation":"so-y-te/1b"}}"#;
        bad(
            format!("lệnh không phải JSON: {}; viết như {example}", told.vi),
            format!("the command is not JSON: {}; write it like {example}", told.en),
        )
    })?;
    let mut value = read.value;
    if let Some(mandate) = value.pointer_mut("/draft/mandate")
        && let Value::String(file) = mandate
    {
        let (name, text, format) = read_file(Path::new(file.as_str()))?;
        let read = congvan::Mandate::read(&name, &text, format)?;
        *mandate = serde_json::to_value(read.value).unwrap_or_default();
    }
    Ok(value)
}

/// Understands a command against the directive it is aimed at; only a draft is aimed at one that is not there yet.
fn understand(register: &Register, id: DirectiveId, value: Value) -> Result<congvan::Command, Failure> {
    let known = register.ask(id, |directive| congvan::Command::from_named(value.clone(), directive));
    let understood = match known {
        Ok(understood) => understood,
        Err(unknown @ congvan::LoadError::Unknown { .. }) => {
            match congvan::Command::from_named(value, &congvan::Directive::new(id)) {
                Ok(command @ congvan::Command::Draft(_)) => Ok(command),
                Err(error @ NamingError::Form(_)) => Err(error),
                // What such a command names can be in no directive either.
                Ok(_) | Err(_) => return Err(unknown.into()),
            }
        }
        Err(error) => return Err(error.into()),
    };
    understood.map_err(|error| {
        let told = error.say();
        match error {
            NamingError::Form(_) => Failure::input(
                format!("{}; `congvan schema command` cho biết các dạng lệnh", told.vi),
                format!("{}; `congvan schema command` tells the forms", told.en),
            ),
            NamingError::Meeting { known, .. } if known.is_empty() => no_meeting(id),
            NamingError::Obligation { .. }
            | NamingError::Key(_)
            | NamingError::Meeting { .. }
            | NamingError::NoRevision(_) => Failure::Input(told),
        }
    })
}

/// A meeting was named where there is none to choose from.
fn no_meeting(id: DirectiveId) -> Failure {
    Failure::input(
        format!("văn bản `{id}` không có cuộc họp nào; xem tiến độ bằng `congvan timeline {id}`"),
        format!("directive `{id}` has no meeting; `congvan timeline {id}` tells how it stands"),
    )
}
