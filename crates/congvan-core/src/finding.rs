//! A finding (kiến nghị kiểm tra): what a careful clerk would ask about a mandate before it is issued.

use chrono::NaiveDate;
use congvan_text::read::Place;
use congvan_text::{Say, Text};
use schemars::JsonSchema;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use crate::id::{AssignmentId, UnitId};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; nothing has to be done.
    Note,
    /// Probably not what was meant.
    Warning,
    /// A conflict of dates: a ruling must be recorded before issue.
    Conflict,
}

impl Severity {
    /// The word shown before a finding.
    #[must_use]
    pub const fn word(self) -> Text {
        match self {
            Self::Note => Text::fixed("lưu ý", "note"),
            Self::Warning => Text::fixed("cảnh báo", "warning"),
            Self::Conflict => Text::fixed("mâu thuẫn về thời hạn", "conflict of dates"),
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident, $text:literal, $severity:ident;)+) => {
        /// What a finding is about. The codes are stable: rulings and programs name them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum FindingCode {
            $($(#[$doc])+ $name,)+
        }

        impl FindingCode {
            /// Every code, in the order in which findings of one place are told.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The stable code, in kebab case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }

            /// How grave findings of this code are.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self {
                    $(Self::$name => Severity::$severity,)+
                }
            }
        }
    };
}

codes! {
    /// The number is taken within issuer, series and year (Decree 30/2020/ND-CP, article 15.1).
    NumberReused, "number-reused", Warning;
    /// An addressee (Kính gửi) has nothing to do in the first stage.
    AddresseeOutsideFirstStage, "addressee-outside-first-stage", Note;
    /// An assignment is due before the day of issue.
    DeadlineBeforeIssueDay, "deadline-before-issue-day", Conflict;
    /// An assignment is due on the day of issue.
    DeadlineOnIssueDay, "deadline-on-issue-day", Conflict;
    /// A deadline falls on a day off, and the mandate does not say what holds.
    DeadlineOnDayOff, "deadline-on-day-off", Warning;
    /// A consolidation is due before one of its inputs.
    ConsolidationBeforeInputs, "consolidation-before-inputs", Conflict;
    /// A consolidation has at most one working day after its last input is due.
    StageAtMostOneWorkingDay, "stage-at-most-one-working-day", Warning;
    /// Something waits for an assignment that has no date.
    UndatedInput, "undated-input", Warning;
    /// An assignment does not say who vets, not even that nobody does.
    NoVetterStated, "no-vetter-stated", Warning;
    /// A unit performs an assignment that it vets itself.
    UnitOnBothSides, "unit-on-both-sides", Note;
    /// The window of a meeting begins on or before the day on which what it prepares is due, or ends before it.
    WindowBeforeConsolidation, "window-before-consolidation", Conflict;
    /// A meeting is ordered for one day, which is a day off.
    MeetingOnDayOff, "meeting-on-day-off", Warning;
    /// The window of a meeting has no working day.
    WindowWithoutWorkingDay, "window-without-working-day", Warning;
}

impl std::fmt::Display for FindingCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// The facts that a finding rests on; which of them are there depends on the code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// The units concerned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<UnitId>,
    /// The assignments concerned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<AssignmentId>,
    /// The days concerned, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<NaiveDate>,
    /// How many working days are left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working_days: Option<u32>,
}

/// What a careful clerk would ask about a mandate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub code: FindingCode,
    /// How grave it is.
    pub severity: Severity,
    /// The place in the mandate by identifiers, such as `assignments.1a`; rulings name it.
    pub place: String,
    /// Where that stands in the text, where the mandate was read from one.
    pub at: Option<Place>,
    /// What it rests on.
    pub facts: Facts,
    /// Why it is a finding, in one clause.
    pub reason: Text,
    /// What can be done about it.
    pub remedy: Text,
}

impl Say for Finding {
    fn say(&self) -> Text {
        let (word, at) =
            (self.severity.word(), self.at.as_ref().map(|at| format!("{at}: ")).unwrap_or_default());
        Text::new(
            format!("{at}{} [{}] {}: {}; {}", word.vi, self.code, self.place, self.reason.vi, self.remedy.vi),
            format!("{at}{} [{}] {}: {}; {}", word.en, self.code, self.place, self.reason.en, self.remedy.en),
        )
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Finding", 7)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("severity", &self.severity)?;
        fields.serialize_field("place", &self.place)?;
        fields.serialize_field("at", &self.at.as_ref().map(ToString::to_string))?;
        fields.serialize_field("facts", &self.facts)?;
        fields.serialize_field("reason", &Both { vi: &self.reason.vi, en: &self.reason.en })?;
        fields.serialize_field("remedy", &Both { vi: &self.remedy.vi, en: &self.remedy.en })?;
        fields.end()
    }
}

#[derive(Serialize)]
struct Both<'t> {
    vi: &'t str,
    en: &'t str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_stable_and_kebab_case() {
        for code in FindingCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }

    #[test]
    fn a_finding_is_told_and_written_in_both_languages() {
        let finding = Finding {
            code: FindingCode::DeadlineOnIssueDay,
            severity: Severity::Conflict,
            place: "assignments.1a".to_owned(),
            at: None,
            facts: Facts::default(),
            reason: Text::fixed("lý do", "reason"),
            remedy: Text::fixed("cách xử lý", "remedy"),
        };
        assert_eq!(
            finding.in_lang(congvan_text::Lang::En),
            "conflict of dates [deadline-on-issue-day] assignments.1a: reason; remedy"
        );
        let json = serde_json::to_value(&finding).unwrap();
        assert_eq!(json["reason"], serde_json::json!({"vi": "lý do", "en": "reason"}));
        assert_eq!(json["code"], "deadline-on-issue-day");
    }
}
