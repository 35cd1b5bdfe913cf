//! The objects of both languages: what is read from files, the pure core, and the register.

mod answer;
mod calendar;
mod context;
mod decision;
mod directive;
mod directory;
mod exploration;
mod failure;
mod finding;
mod inbox;
mod mandate;
mod register;
mod rehearsal;
mod scenario;
mod schema;
mod subscription;
mod verify;
mod written;

pub use answer::Question;
pub use calendar::Calendar;
pub use context::Context;
pub use decision::Decision;
pub use directive::Directive;
pub use directory::Directory;
pub use exploration::{Exploration, NamedText};
pub(crate) use failure::told;
pub use finding::Finding;
pub use inbox::{InboxEntry, InboxNext, InboxPage};
pub use register::{ExecuteOutcome, ExecuteRequest, Executed, Register};
pub use rehearsal::{Attempt, Attempted, Rehearsal, RehearsalFlaw, actors_in};
pub use scenario::{ScenarioRun, ScenarioStep, run_scenario};
pub use schema::{SchemaOf, json_schema};
pub use subscription::{Delivery, Subscription};
pub use verify::{Verified, verify};

use congvan::text::read::Format;

use crate::error::CongvanError;

/// The text of a file and the format that its name tells.
pub(crate) fn read_file(path: &str) -> Result<(String, Format), CongvanError> {
    let format = format_of(path)?;
    let text = std::fs::read_to_string(path).map_err(|error| {
        let cause = congvan::failure::system(&error);
        CongvanError::argument(
            "path",
            path.to_owned(),
            (
                &format!("không mở được tệp: {}", cause.vi),
                &format!("the file cannot be opened: {}", cause.en),
            ),
        )
    })?;
    Ok((text, format))
}

/// The format that a file's name tells.
pub(crate) fn format_of(file: &str) -> Result<Format, CongvanError> {
    Format::of_path(file).ok_or_else(|| {
        CongvanError::argument(
            "file",
            file.to_owned(),
            (
                "tên tệp phải kết thúc bằng `.toml` hoặc `.json`",
                "expected a name that ends in `.toml` or `.json`",
            ),
        )
    })
}
