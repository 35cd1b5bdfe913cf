//! Where a scenario did not go as it says, and what was found in place of what it expects.

use std::error::Error;
use std::fmt;

use congvan_core::event::EventName;
use congvan_core::id::DirectiveId;
use congvan_core::obligation::StateName as ObligationState;
use congvan_core::refusal::Names;
use congvan_core::{Reason, Refusal, directive::StateName};
use congvan_text::read::{InputErrors, Place};
use congvan_text::{Lang, Say, Text};

/// A scenario did not go as expected.
#[derive(Debug)]
pub struct Mismatch {
    /// Which scenario.
    pub title: String,
    /// Which step, from 1; one past the last for the end.
    pub step: usize,
    /// Which directive the step, or the end, speaks of.
    pub directive: DirectiveId,
    /// What in the scenario's file says what did not come true.
    pub place: Place,
    /// What was expected and what was found.
    pub problem: Problem,
}

/// What was expected of a step or of the end, and what was found.
#[derive(Debug)]
pub enum Problem {
    /// A step that should be accepted was refused, for these reasons.
    Refused(Vec<ToldReason>),
    /// A step was refused as it should be, and for other reasons.
    OtherReasons {
        /// The codes that were expected.
        expected: Vec<String>,
        /// The reasons there are.
        found: Vec<ToldReason>,
    },
    /// A step that should be refused was accepted.
    Accepted {
        /// The codes that were expected.
        expected: Vec<String>,
        /// The events there are.
        found: Vec<EventName>,
    },
    /// A step was accepted as it should be, and with other events.
    OtherEvents {
        /// The names that were expected.
        expected: Vec<String>,
        /// The events there are.
        found: Vec<EventName>,
    },
    /// A directive ends in another state.
    State {
        /// The state that was expected.
        expected: String,
        /// The state there is.
        found: StateName,
    },
    /// An obligation ends in another state.
    Obligation {
        /// Which obligation.
        key: String,
        /// The state that was expected.
        expected: String,
        /// The state there is.
        found: ObligationState,
    },
    /// The scenario names somebody or something that is not there: it is the scenario that is wrong.
    Misread(InputErrors),
    /// The stage itself failed.
    Stage(StageFailure),
}

/// Why a stage itself failed.
pub type StageFailure = Box<dyn Error + Send + Sync>;

/// A reason of a refusal, in the words of the scenario's directory and directive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldReason {
    /// The reason.
    pub reason: Reason,
    /// What is the matter.
    pub sentence: Text,
    /// What would satisfy it.
    pub cure: Text,
}

impl ToldReason {
    pub(super) fn all(refusal: &Refusal, names: Names<'_>) -> Vec<Self> {
        let told = |reason: &Reason| Self {
            sentence: reason.named_sentence(names),
            cure: reason.named_cure(names),
            reason: reason.clone(),
        };
        refusal.reasons().iter().map(told).collect()
    }
}

impl Mismatch {
    /// The place, the step, and what differs, without the sentences of the reasons.
    #[must_use]
    pub fn headline(&self) -> Text {
        let (place, path, step) = (&self.place, &self.place.path, self.step);
        let Text { vi, en } = self.problem.say();
        match &self.problem {
            Problem::Misread(_) => Text { vi, en },
            Problem::State { .. } | Problem::Obligation { .. } => {
                Text::new(format!("{place}: `{path}`: {vi}"), format!("{place}: `{path}`: {en}")).visible()
            }
            Problem::Refused(_)
            | Problem::OtherReasons { .. }
            | Problem::Accepted { .. }
            | Problem::OtherEvents { .. }
            | Problem::Stage(_) => Text::new(
                format!("{place}: `{path}`: bước {step}: {vi}"),
                format!("{place}: `{path}`: step {step}: {en}"),
            )
            .visible(),
        }
    }

    /// The reasons for which the step was refused; none where it was not.
    #[must_use]
    pub fn reasons(&self) -> &[ToldReason] {
        match &self.problem {
            Problem::Refused(found) | Problem::OtherReasons { found, .. } => found,
            Problem::Accepted { .. }
            | Problem::OtherEvents { .. }
            | Problem::State { .. }
            | Problem::Obligation { .. }
            | Problem::Misread(_)
            | Problem::Stage(_) => &[],
        }
    }

    fn tell(&self, lang: Lang, helps: &str) -> String {
        let mut told = self.headline().get(lang).to_owned();
        for found in self.reasons() {
            let (sentence, code) = (found.sentence.get(lang), found.reason.code().as_str());
            told.push_str(&format!("; {sentence} [{code}] ({helps}: {})", found.cure.get(lang)));
        }
        told
    }
}

impl Say for Mismatch {
    fn say(&self) -> Text {
        Text::new(self.tell(Lang::Vi, "cách giải quyết"), self.tell(Lang::En, "what helps"))
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say().en)
    }
}

impl Error for Mismatch {}

impl Say for Problem {
    fn say(&self) -> Text {
        match self {
            Self::Refused(_) => Text::fixed(
                "bị từ chối, trong khi kịch bản cho là được chấp nhận",
                "it is refused, where the scenario expects it to be accepted",
            ),
            Self::OtherReasons { expected, found } => {
                let (expected, found) =
                    (codes(expected), codes(found.iter().map(|one| one.reason.code().as_str())));
                Text::new(
                    format!("bị từ chối vì lý do khác: kịch bản ghi {expected}, thực tế là {found}"),
                    format!(
                        "it is refused for other reasons: the scenario expects {expected}, found {found}"
                    ),
                )
            }
            Self::Accepted { expected, found } => {
                let (expected, found) = (codes(expected), events(found));
                Text::new(
                    format!(
                        "được chấp nhận với sự kiện {}, trong khi kịch bản cho là bị từ chối vì {expected}",
                        found.vi
                    ),
                    format!(
                        "it is accepted with {}, where the scenario expects a refusal with {expected}",
                        found.en
                    ),
                )
            }
            Self::OtherEvents { expected, found } => {
                let (wanted, count, told) = (expected.len(), found.len(), events(found));
                let expected = codes(expected);
                Text::new(
                    format!(
                        "được chấp nhận với sự kiện khác: kịch bản ghi {wanted} sự kiện ({expected}), thực tế có {count} ({})",
                        told.vi
                    ),
                    format!(
                        "it is accepted with other events: the scenario expects {wanted} ({expected}), found {count} ({})",
                        told.en
                    ),
                )
            }
            Self::State { expected, found } => ended(expected, found.as_str(), found.vi()),
            Self::Obligation { key, expected, found } => {
                let Text { vi, en } = ended(expected, found.as_str(), found.vi());
                Text::new(format!("nghĩa vụ `{key}`: {vi}"), format!("obligation `{key}`: {en}"))
            }
            Self::Misread(errors) => errors.say(),
            Self::Stage(error) => {
                Text::new(format!("không thực hiện được: {error}"), format!("it could not be done: {error}"))
            }
        }
    }
}

fn ended(expected: &str, found: &str, vi: &str) -> Text {
    Text::new(
        format!("khi kết thúc phải ở trạng thái `{expected}`, thực tế là `{found}` ({vi})"),
        format!("it should end `{expected}`, it is `{found}`"),
    )
}

/// Names as the scenario writes them.
fn codes<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> String {
    names.into_iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ")
}

fn events(found: &[EventName]) -> Text {
    let vi: Vec<_> = found.iter().map(|name| format!("`{}` ({})", name.as_str(), name.vi())).collect();
    Text::new(vi.join(", "), codes(found.iter().map(|name| name.as_str())))
}
