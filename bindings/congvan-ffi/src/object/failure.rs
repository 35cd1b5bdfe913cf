//! What the facade and the stores say went wrong, in the one family of errors that both languages know.

use congvan::core::directive::CorruptHistory;
use congvan::core::query::FollowUpError;
use congvan::store::{AppendError, Broken, DecodeError, Flaw, KeepError, LineError, ReadError, VerifyError};
use congvan::{ExecuteError, LoadError, OpenError, RegisterError, Say as _, failure};

use crate::error::CongvanError;
use crate::text::Text;

/// The errors of a chain, told one after another; what an object of the caller raised has its own words.
pub(crate) fn told(error: &(dyn std::error::Error + 'static)) -> Text {
    match error.downcast_ref::<CongvanError>() {
        Some(
            CongvanError::NotCommitted { reason }
            | CongvanError::UnknownOutcome { reason }
            | CongvanError::Unavailable { reason },
        ) => reason.clone(),
        Some(raised) => raised.text(),
        None => failure::told(error).into(),
    }
}

/// What an object of the caller raised keeps its type on the way back.
fn raised(source: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<CongvanError> {
    source.downcast_ref::<CongvanError>().cloned()
}

/// What is as it was sealed and this release does not know; none where it was altered.
pub(crate) fn later(error: &DecodeError) -> Option<CongvanError> {
    let code = match error {
        DecodeError::UnknownFormat { found } => format!("format {found}"),
        DecodeError::Later { what } => what.clone(),
        DecodeError::Event { .. } | DecodeError::Stamp { .. } | _ => return None,
    };
    Some(CongvanError::Newer { code })
}

fn corrupt(what: &(dyn std::error::Error + 'static)) -> CongvanError {
    CongvanError::damaged(failure::told(what).into())
}

/// A store that failed: because its file is damaged, or because it cannot be reached.
fn unavailable(error: &(dyn std::error::Error + 'static)) -> CongvanError {
    if congvan::sqlite::is_damaged(error) {
        corrupt(error)
    } else {
        CongvanError::Unavailable { reason: told(error) }
    }
}

impl From<ReadError> for CongvanError {
    fn from(error: ReadError) -> Self {
        match &error {
            ReadError::Unavailable { source } => raised(&**source).unwrap_or_else(|| unavailable(&error)),
            ReadError::Later { source, .. } => later(source).unwrap_or_else(|| corrupt(&error)),
            ReadError::Corrupt { .. } | ReadError::Altered { .. } => corrupt(&error),
            _ => unavailable(&error),
        }
    }
}

impl From<KeepError> for CongvanError {
    fn from(error: KeepError) -> Self {
        match &error {
            KeepError::Unavailable { source } => raised(&**source).unwrap_or_else(|| unavailable(&error)),
            KeepError::Version { .. } | _ => unavailable(&error),
        }
    }
}

impl From<AppendError> for CongvanError {
    fn from(error: AppendError) -> Self {
        match &error {
            AppendError::Conflict { directive, expected, found } => {
                Self::Conflict { directive: *directive, expected: *expected, found: *found }
            }
            AppendError::CommandReused { directive, command_id } => {
                Self::CommandReused { directive: *directive, command_id: *command_id }
            }
            AppendError::NotCommitted { source } if congvan::sqlite::is_damaged(&**source) => corrupt(&error),
            AppendError::NotCommitted { source } => Self::NotCommitted { reason: told(&**source) },
            AppendError::Unknown { source } => Self::UnknownOutcome { reason: told(&**source) },
            _ => Self::UnknownOutcome { reason: told(&error) },
        }
    }
}

impl From<CorruptHistory> for CongvanError {
    fn from(error: CorruptHistory) -> Self {
        corrupt(&error)
    }
}

impl From<Broken> for CongvanError {
    fn from(error: Broken) -> Self {
        let unknown = if let Flaw::Undecodable(source) = &error.what { later(source) } else { None };
        unknown.unwrap_or_else(|| corrupt(&error))
    }
}

impl From<LineError> for CongvanError {
    fn from(error: LineError) -> Self {
        let unknown = match &error {
            LineError::Column { source, .. } => later(source),
            LineError::Line(_) | LineError::TooLong { .. } | _ => None,
        };
        unknown.unwrap_or_else(|| corrupt(&error))
    }
}

impl From<VerifyError> for CongvanError {
    fn from(error: VerifyError) -> Self {
        match error {
            VerifyError::Unreadable(error) => error.into(),
            VerifyError::Broken(_) | VerifyError::Gap { .. } | _ => corrupt(&error),
        }
    }
}

impl From<LoadError> for CongvanError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Unknown { directive } => Self::NotFound {
                what: Text {
                    vi: format!("không có văn bản `{directive}` trong sổ này"),
                    en: format!("there is no directive `{directive}` in this register"),
                },
            },
            LoadError::Corrupt(error) => error.into(),
            LoadError::Read(error) => error.into(),
            _ => unavailable(&error),
        }
    }
}

impl From<ExecuteError> for CongvanError {
    fn from(error: ExecuteError) -> Self {
        match error {
            ExecuteError::Refused(refusal) => refusal.into(),
            ExecuteError::Append(error) => error.into(),
            ExecuteError::Load(error) => error.into(),
            ExecuteError::Read(error) => error.into(),
            ExecuteError::Json(_) | _ => Self::NotCommitted { reason: told(&error) },
        }
    }
}

impl From<RegisterError> for CongvanError {
    fn from(error: RegisterError) -> Self {
        match error {
            RegisterError::Input(errors) => errors.into(),
            RegisterError::Keep(error) => error.into(),
            RegisterError::Read(error) => error.into(),
            RegisterError::Load(error) => error.into(),
            _ => unavailable(&error),
        }
    }
}

impl From<OpenError> for CongvanError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Address(address) => Self::argument(
                "address",
                address,
                ("địa chỉ sổ phải là `sqlite:PATH` hoặc `memory:`", "expected `sqlite:PATH` or `memory:`"),
            ),
            OpenError::Kept(_) => corrupt(&error),
            OpenError::Read(error) => error.into(),
            OpenError::Sqlite(_) | _ => unavailable(&error),
        }
    }
}

impl From<FollowUpError> for CongvanError {
    fn from(error: FollowUpError) -> Self {
        match error {
            FollowUpError::NotAnnounced { .. } | FollowUpError::NoFollowUps { .. } => {
                Self::NotFound { what: error.say().into() }
            }
            FollowUpError::Several { .. } => {
                let told = error.say();
                Self::argument("meeting", String::new(), (&told.vi, &told.en))
            }
        }
    }
}
