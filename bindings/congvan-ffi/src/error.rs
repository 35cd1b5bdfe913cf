//! Everything that can go wrong, as one sealed family with fields.
//!
//! It is one type, since a wrong identifier or day is found while the arguments of any function are read, and UniFFI
//! raises what was found there only as the one error that the function declares.

use std::cell::RefCell;

use congvan::Say as _;
use congvan::core::Refusal;
use congvan::core::id::{CommandId, DirectiveId};
use congvan::core::proceedings::Proceedings;
use congvan::text::read;

use crate::reason::Reason;
use crate::text::{Lang, Text};

/// What went wrong.
#[derive(Clone, Debug, PartialEq, uniffi::Error)]
pub enum CongvanError {
    /// The lifecycle refuses it, with every reason: the person corrects the request. Nothing has changed.
    Refused {
        /// The reasons, most basic first; never empty.
        reasons: Vec<RefusalReason>,
    },
    /// What was given is wrong: a file, or an argument.
    Input {
        /// Everything that is wrong, in the order of the places; never empty.
        errors: Vec<InputError>,
    },
    /// There is no such thing in the register.
    NotFound {
        /// What there is not, in one clause.
        what: Text,
    },
    /// The directive has moved on since the decision was made: load it again and decide again.
    Conflict {
        /// Which directive.
        directive: DirectiveId,
        /// The version that it was decided on.
        expected: u64,
        /// The version that there is.
        found: u64,
    },
    /// The row is not the next one of the directive: give the rows in their order. The directive is as it was.
    OutOfTurn {
        /// Which directive.
        directive: DirectiveId,
        /// The sequence number that comes next.
        expected: u64,
        /// The sequence number of the row that was given.
        found: u64,
    },
    /// The command's name was used before for another command: send it under a new name.
    CommandReused {
        /// Which directive.
        directive: DirectiveId,
        /// The name that was used twice.
        command_id: CommandId,
    },
    /// Nothing was committed, and nothing will be: mend the reason and send the command again.
    NotCommitted {
        /// Why, in one clause.
        reason: Text,
    },
    /// Whether it was committed is not known: open the journal again and send the command again under the same name.
    UnknownOutcome {
        /// Why, in one clause.
        reason: Text,
    },
    /// The store cannot be reached, read or written.
    Unavailable {
        /// Why, in one clause.
        reason: Text,
    },
    /// What is stored is not what was written: an operator looks.
    Corrupt {
        /// What was found, and where.
        reason: Text,
    },
    /// A later version of the library wrote it, and this one cannot judge it: use the later version.
    Newer {
        /// The frozen name that is not known.
        code: String,
    },
    /// The object was shut down before the call.
    Closed,
    /// An object that the caller implements raised something else than an error of this family.
    Callback {
        /// What was raised, as the language tells it.
        reason: String,
    },
}

/// One reason of a refusal, as it is told to people.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct RefusalReason {
    /// The frozen code, such as `deadline_not_passed`.
    pub code: String,
    /// The reason itself with its facts.
    pub facts: Reason,
    /// Why, in one clause.
    pub sentence: Text,
    /// What or who would satisfy it: the unit, the capacity, the command or the date.
    pub cure: Text,
    /// The clause of the rule or law that it comes from.
    pub clause: Text,
}

/// One thing that is wrong in what was given.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct InputError {
    /// The name of the file; empty for an argument.
    pub file: String,
    /// The line, the first being 1; 0 where there is none.
    pub line: u32,
    /// The column in characters, the first being 1; 0 where there is none.
    pub column: u32,
    /// The way to the value, such as `assignments[2].deadline.date`, or the type of the argument.
    pub field: String,
    /// What was written there; empty when nothing was.
    pub found: String,
    /// What was expected there, as a noun phrase; empty when the clause says it already.
    pub expected: Text,
    /// What is wrong, in one clause.
    pub what: Text,
    /// What to do about it, when that is known.
    pub remedy: Option<Text>,
    /// All of it on one line, its place first.
    pub told: Text,
}

impl CongvanError {
    /// A wrong argument, told in Vietnamese and English.
    pub(crate) fn argument(name: &str, found: String, what: (&str, &str)) -> Self {
        let what = Text { vi: what.0.to_owned(), en: what.1.to_owned() };
        // Nothing was found where the argument was left out.
        let (vi, en) = if found.is_empty() {
            (String::new(), String::new())
        } else {
            (format!(", thực tế là `{found}`"), format!(", found `{found}`"))
        };
        let told =
            Text { vi: format!("`{name}`: {}{vi}", what.vi), en: format!("`{name}`: {}{en}", what.en) };
        let error = InputError {
            file: String::new(),
            line: 0,
            column: 0,
            field: name.to_owned(),
            found,
            expected: Text { vi: String::new(), en: String::new() },
            what,
            remedy: None,
            told,
        };
        Self::Input { errors: vec![error] }
    }

    /// What is stored is not what was written.
    pub(crate) fn damaged(why: Text) -> Self {
        let reason = Text {
            vi: format!("dữ liệu đã lưu không còn như lúc ghi: {}", why.vi),
            en: format!("what is stored is not what was written: {}", why.en),
        };
        Self::Corrupt { reason }
    }

    /// A value that crossed and is none of its type. Where an object of the caller answered with it, nothing else is known of it.
    pub(crate) fn misread(name: &str, found: String, what: (&str, &str)) -> Self {
        let error = Self::argument(name, found, what);
        MISREAD.set(Some(error.text().en));
        error
    }

    /// What is wrong with an argument, where it is a line of many.
    pub(crate) fn in_line(mut self, number: u32) -> Self {
        if let Self::Input { errors } = &mut self {
            for error in errors.iter_mut().filter(|error| error.line == 0) {
                error.line = number;
                let told = &mut error.told;
                *told = Text {
                    vi: format!("dòng {number}: {}", told.vi),
                    en: format!("line {number}: {}", told.en),
                };
            }
        }
        self
    }

    /// A refusal, its obligations and meetings named as the directive names them where it has proceedings.
    #[must_use]
    pub fn refused(refusal: &Refusal, proceedings: Option<&Proceedings>) -> Self {
        Self::Refused {
            reasons: refusal.reasons().iter().map(|reason| RefusalReason::of(reason, proceedings)).collect(),
        }
    }

    /// What went wrong and what to do, in both languages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::Refused { reasons } => lines(reasons.iter().map(RefusalReason::told)),
            Self::Input { errors } => lines(errors.iter().map(|error| error.told.clone())),
            Self::NotFound { what } => what.clone(),
            Self::Conflict { directive, expected, found } => Text {
                vi: format!(
                    "văn bản `{directive}` đang ở phiên bản {found}, quyết định dựa trên phiên bản {expected}; \
                     hãy đọc lại và quyết định lại"
                ),
                en: format!(
                    "directive `{directive}` is at version {found}, the decision was made on version {expected}; \
                     load it again and decide again"
                ),
            },
            Self::OutOfTurn { directive, expected, found } => Text {
                vi: format!(
                    "bản ghi tiếp theo của văn bản `{directive}` là bản ghi {expected}, thực tế nhận bản ghi {found}; \
                     hãy đưa các bản ghi theo đúng thứ tự"
                ),
                en: format!(
                    "record {expected} of directive `{directive}` comes next, record {found} was given; \
                     give the records in their order"
                ),
            },
            Self::CommandReused { directive, command_id } => Text {
                vi: format!(
                    "lệnh `{command_id}` của văn bản `{directive}` đã được ghi với nội dung, người thực hiện hoặc thời điểm \
                     khác; hãy gửi lại đúng lệnh cũ, hoặc gửi lệnh mới với tên mới"
                ),
                en: format!(
                    "command `{command_id}` of directive `{directive}` was committed with another body, of another \
                     actor or instant; send the old command as it was, or a new one under a new name"
                ),
            },
            Self::NotCommitted { reason: Text { vi, en } } => Text {
                vi: format!("chưa ghi gì: {vi}; hãy khắc phục rồi gửi lại lệnh"),
                en: format!("nothing was committed: {en}; mend it and send the command again"),
            },
            Self::UnknownOutcome { reason: Text { vi, en } } => Text {
                vi: format!(
                    "chưa rõ lệnh đã được ghi hay chưa: {vi}; hãy mở lại sổ và gửi lại lệnh với cùng tên"
                ),
                en: format!(
                    "it is not known whether the command was committed: {en}; \
                     open the journal again and send it again under the same name"
                ),
            },
            Self::Unavailable { reason: Text { vi, en } } => Text {
                vi: format!("không truy cập được sổ: {vi}"),
                en: format!("the register cannot be reached: {en}"),
            },
            Self::Corrupt { reason } => reason.clone(),
            Self::Newer { code } => Text {
                vi: format!(
                    "`{code}` do phiên bản mới hơn ghi, phiên bản này không hiểu; hãy nâng cấp thư viện"
                ),
                en: format!(
                    "`{code}` was written by a later version, which this one does not know; upgrade the library"
                ),
            },
            Self::Closed => Text {
                vi: "đối tượng đã đóng; hãy mở lại trước khi gọi".to_owned(),
                en: "the object was shut down; open it again before calling".to_owned(),
            },
            Self::Callback { reason } => Text {
                vi: format!("đối tượng của chương trình gọi báo lỗi: {reason}"),
                en: format!("an object of the calling program raised: {reason}"),
            },
        }
    }
}

/// What went wrong and what to do, in one language; several reasons stand on a line each.
///
/// # Errors
/// `Input` for an error that the caller made and that holds what is no identifier, day or instant.
#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
pub fn describe(error: CongvanError, lang: Lang) -> Result<String, CongvanError> {
    Ok(error.text().get(lang).to_owned())
}

impl std::fmt::Display for CongvanError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text().en)
    }
}

impl std::error::Error for CongvanError {}

impl RefusalReason {
    fn told(&self) -> Text {
        Text {
            vi: format!("{}; {}", self.sentence.vi, self.cure.vi),
            en: format!("{}; {}", self.sentence.en, self.cure.en),
        }
    }
}

impl RefusalReason {
    /// A reason as it is told, its obligations and meetings named as the proceedings name them.
    #[must_use]
    pub fn of(reason: &congvan::core::Reason, proceedings: Option<&Proceedings>) -> Self {
        let (sentence, cure) = match proceedings {
            Some(proceedings) => (reason.named_sentence(proceedings), reason.named_cure(proceedings)),
            None => (reason.sentence(), reason.cure()),
        };
        Self {
            code: reason.code().as_str().to_owned(),
            facts: reason.clone().into(),
            sentence: sentence.into(),
            cure: cure.into(),
            clause: reason.clause().into(),
        }
    }
}

impl From<Refusal> for CongvanError {
    fn from(refusal: Refusal) -> Self {
        Self::refused(&refusal, None)
    }
}

impl From<read::InputError> for InputError {
    fn from(error: read::InputError) -> Self {
        let told = error.say().into();
        let read::InputError { place, found, expected, what, remedy } = error;
        let read::Place { file, line, column, path } = place;
        Self {
            file: file.as_ref().to_owned(),
            line,
            column,
            field: path,
            found,
            expected: expected.into(),
            what: what.into(),
            remedy: remedy.map(Into::into),
            told,
        }
    }
}

impl From<read::InputErrors> for CongvanError {
    fn from(errors: read::InputErrors) -> Self {
        Self::Input { errors: errors.into_iter().map(Into::into).collect() }
    }
}

impl From<uniffi::UnexpectedUniFFICallbackError> for CongvanError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        let misread = MISREAD.take().filter(|_| error.reason.contains(OF_A_TYPE));
        if misread.is_none() && !UNREAD.iter().any(|beginning| error.reason.starts_with(beginning)) {
            return Self::Callback { reason: error.reason };
        }
        let told = misread.unwrap_or_else(|| "expected an answer of the type that the method has".to_owned());
        Self::Callback { reason: format!("its answer cannot be used: {told}") }
    }
}

thread_local! {
    /// What was last told of a value that is none of its type: UniFFI tells of an answer only that it could not be read.
    static MISREAD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// How UniFFI tells, in the words of its sources, that a value is none of its type; what it is of them was told just before.
const OF_A_TYPE: &str = "Lifting custom type";

/// How it begins to tell that an answer could not be read at all.
const UNREAD: [&str; 4] = [OF_A_TYPE, "Error lifting", "not enough bytes remaining", "junk data left"];

fn lines(texts: impl Iterator<Item = Text>) -> Text {
    let (vi, en): (Vec<_>, Vec<_>) = texts.map(|text| (text.vi, text.en)).unzip();
    Text { vi: vi.join("\n"), en: en.join("\n") }
}
