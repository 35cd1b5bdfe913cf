//! How a command ends when it does not succeed: refused, bad input, or the store.

pub(crate) mod file;

use std::path::PathBuf;

use chrono::NaiveDate;
use congvan::core::id::DirectiveId;
use congvan::core::{Proceedings, Reason, Refusal};
use congvan::store::AppendError;
use congvan::text::read::InputErrors;
use congvan::{ExecuteError, LoadError, OpenError, Register, RegisterError, Say, Text};
use congvan_testkit::scenario::{Mismatch, Problem};

use crate::called::Called;

/// Why a command did not succeed; each kind has its exit code.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The lifecycle refuses it: exit code 1.
    Refused(Refused),
    /// What was given is wrong: exit code 2.
    Input(Text),
    /// What was written in a file or an argument is wrong, with every place: exit code 2.
    Misread(InputErrors),
    /// The register cannot be opened, read or written: exit code 3.
    Store(Text),
    /// A scenario stopped after its register was begun: the exit code is that of the reason.
    Begun(Box<Begun>),
}

/// A register that was begun and that a failure leaves behind.
#[derive(Debug)]
pub(crate) struct Begun {
    /// Why it ends there.
    pub(crate) why: Failure,
    /// The register.
    pub(crate) register: PathBuf,
    /// The directive that it has something of.
    pub(crate) written: Option<DirectiveId>,
}

impl Begun {
    /// How to look into the register.
    pub(crate) fn commands(&self) -> Vec<String> {
        let register = self.register.display();
        let log = self.written.map(|id| format!("congvan log {id} --register {register}"));
        log.into_iter().chain([format!("congvan verify --register {register}")]).collect()
    }

    /// What to do where the register failed, and not what was played.
    pub(crate) fn cure(&self) -> Option<Text> {
        matches!(self.why, Failure::Store(_)).then_some(Text::fixed(
            "khắc phục nguyên nhân (ổ đĩa đầy, không có quyền ghi, thiết bị hỏng) rồi chạy lại kịch bản vào sổ mới, với --register khác; `congvan run` không ghi tiếp vào sổ còn lại",
            "mend the cause (a full disk, no permission to write, a device that fails), then run the scenario again into a new register, with another --register; `congvan run` never goes on in the one that is left",
        ))
    }

    /// What is left behind.
    pub(crate) fn left(&self) -> Text {
        let register = self.register.display();
        if self.written.is_some() {
            Text::new(
                format!("sổ `{register}` còn lại, giữ những bước đã được chấp nhận; xem bằng:"),
                format!(
                    "register `{register}` is left behind with the steps that were accepted; look into it with:"
                ),
            )
        } else {
            Text::new(
                format!("sổ `{register}` còn lại, chưa ghi gì về văn bản này; xem bằng:"),
                format!(
                    "register `{register}` is left behind with nothing of this directive; look into it with:"
                ),
            )
        }
    }
}

/// What was refused: by the lifecycle, with reasons, by a scenario, or by the checker, with a text.
#[derive(Debug)]
pub(crate) enum Refused {
    /// By the lifecycle; each reason with what would satisfy it, in the words of the directive.
    Reasons(Refusal, Vec<(Text, Text)>),
    /// By a scenario, which says that something else happens.
    Mismatch(Box<Mismatch>),
    /// By a check.
    Text(Text),
}

impl Failure {
    pub(crate) fn code(&self) -> u8 {
        match self {
            Self::Begun(begun) => begun.why.code(),
            Self::Refused(_) => 1,
            Self::Input(_) | Self::Misread(_) => 2,
            Self::Store(_) => 3,
        }
    }

    pub(crate) fn input(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Input(Text::new(vi.into(), en.into()))
    }

    /// What was given is wrong, as the error says; `vi` and `en` name what was given.
    pub(crate) fn told(vi: &str, en: &str, error: &impl Say) -> Self {
        let told = error.say();
        Self::input(format!("{vi}: {}", told.vi), format!("{en}: {}", told.en))
    }

    /// Refused by the lifecycle, told with the keys of the directive and the names of a day.
    pub(crate) fn refused(refusal: Refusal, register: &Register, id: DirectiveId, day: NaiveDate) -> Self {
        let directory = register.directory();
        let called = Called::on(&directory, day);
        let tell = |proceedings: Option<&Proceedings>| {
            let names = called.names(proceedings);
            let tell = |reason: &Reason| (reason.named_sentence(names), reason.named_cure(names));
            refusal.reasons().iter().map(tell).collect()
        };
        // A directive that is not drafted yet has no proceedings, and what was refused names none.
        let told = register.ask(id, |directive| tell(directive.proceedings())).unwrap_or_else(|_| tell(None));
        Self::Refused(Refused::Reasons(refusal, told))
    }

    pub(crate) fn store(error: &(dyn std::error::Error + 'static)) -> Self {
        let told = congvan::failure::told(error);
        Self::Store(Text::new(format!("sổ: {}", told.vi), format!("register: {}", told.en)))
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let told = refusal.reasons().iter().map(|reason| (reason.sentence(), reason.cure())).collect();
        Self::Refused(Refused::Reasons(refusal, told))
    }
}

impl From<Mismatch> for Failure {
    fn from(mismatch: Mismatch) -> Self {
        let place = format!("{}: `{}`", mismatch.place, mismatch.place.path);
        match mismatch.problem {
            Problem::Misread(errors) => errors.into(),
            Problem::Stage(error) => {
                let told = congvan::failure::told(error.as_ref());
                Self::Store(Text::new(
                    format!("{place}: bước {}: sổ: {}", mismatch.step, told.vi),
                    format!("{place}: step {}: register: {}", mismatch.step, told.en),
                ))
            }
            Problem::Refused(_)
            | Problem::OtherReasons { .. }
            | Problem::Accepted { .. }
            | Problem::OtherEvents { .. }
            | Problem::State { .. }
            | Problem::Obligation { .. } => Self::Refused(Refused::Mismatch(Box::new(mismatch))),
        }
    }
}

impl From<InputErrors> for Failure {
    fn from(errors: InputErrors) -> Self {
        Self::Misread(errors)
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::store(&error)
    }
}

impl From<RegisterError> for Failure {
    fn from(error: RegisterError) -> Self {
        match error {
            RegisterError::Input(errors) => errors.into(),
            error => Self::store(&error),
        }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Unknown { directive } => Self::input(
                format!("sổ không có văn bản `{directive}`; xem danh sách bằng `congvan board`"),
                format!("there is no directive `{directive}` in this register; `congvan board` lists them"),
            ),
            error => Self::store(&error),
        }
    }
}

impl From<ExecuteError> for Failure {
    fn from(error: ExecuteError) -> Self {
        match error {
            ExecuteError::Refused(refusal) => refusal.into(),
            ExecuteError::Load(error) => error.into(),
            // The register is whole: whoever sent it gives the new command a name of its own.
            ExecuteError::Append(AppendError::CommandReused { command_id, .. }) => {
                Self::Refused(Refused::Text(Text::new(
                    format!(
                        "tên lệnh `{command_id}` đã dùng cho một lệnh có nội dung khác, hoặc của người khác, lúc khác; gửi lệnh mới với tên mới (--id), hoặc gửi lại đúng lệnh cũ"
                    ),
                    format!(
                        "the name `{command_id}` was given to a command with another body, of another person or time; send the new one under a new name (--id), or the old one as it was"
                    ),
                )))
            }
            error => Self::store(&error),
        }
    }
}
