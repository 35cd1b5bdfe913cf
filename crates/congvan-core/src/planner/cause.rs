//! Why there is no free slot.

use congvan_calendar::say_date;
use congvan_text::{Say, Text};
use serde::Serialize;

use super::Engaged;
use crate::id::OfficeId;
use crate::mandate::Window;
use crate::meeting::{MeetingIndex, MeetingStateName};

/// Why there is no free slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// There is no such meeting.
    UnknownMeeting {
        /// What was asked for.
        meeting: MeetingIndex,
    },
    /// The meeting was held, announced or cancelled.
    NotToBeScheduled {
        /// The state it is in.
        state: MeetingStateName,
    },
    /// The window has passed, or too little of its last day is left.
    WindowPassed {
        /// The window.
        window: Window,
    },
    /// No day of the window that is left is a working day.
    NoWorkingDay {
        /// The window.
        window: Window,
    },
    /// The meeting is longer than every stretch of working hours in the window.
    TooLong {
        /// How long it is planned to last, in minutes.
        minutes: u32,
        /// The longest stretch, in minutes.
        longest: u32,
    },
    /// Every slot clashes with something.
    AllClash {
        /// How many slots there would be.
        candidates: u32,
        /// With what, the most frequent first.
        clashes: Vec<Clash>,
    },
}

/// With what slots clash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clash {
    /// How many slots.
    pub slots: u32,
    /// Who or what is engaged; none where nobody holds the office that takes the chair.
    pub with: Option<Engaged>,
    /// The office that takes the chair, where nobody holds it.
    pub vacant: Option<OfficeId>,
}

impl Say for Clash {
    fn say(&self) -> Text {
        let who = match (&self.with, self.vacant) {
            (Some(engaged), _) => engaged.say(),
            (None, Some(office)) => Text::new(
                format!("chức vụ chủ trì `{office}` chưa có người giữ"),
                format!("nobody holds the chairing office `{office}`"),
            ),
            (None, None) => Text::fixed("", ""),
        };
        Text::new(
            format!("{} ({} khung giờ)", who.vi, self.slots),
            format!("{} ({} slots)", who.en, self.slots),
        )
    }
}

impl Say for Cause {
    fn say(&self) -> Text {
        match self {
            Self::UnknownMeeting { meeting } => Text::new(
                format!("văn bản không có cuộc họp số {}", meeting.0),
                format!("the directive has no meeting {}", meeting.0),
            ),
            Self::NotToBeScheduled { state } => Text::new(
                format!("cuộc họp {}, không cần xếp lịch nữa", state.vi()),
                format!("the meeting is {}, nothing is left to schedule", state.as_str()),
            ),
            Self::WindowPassed { window } => {
                let until = say_date(window.until);
                Text::new(
                    format!(
                        "khung thời gian họp đã qua (đến {}); đề nghị người có thẩm quyền điều chỉnh bằng văn bản",
                        until.vi
                    ),
                    format!(
                        "the window has passed (until {}); the authority moves it by instrument",
                        until.en
                    ),
                )
            }
            Self::NoWorkingDay { window } => {
                let (from, until) = (say_date(window.from), say_date(window.until));
                Text::new(
                    format!("không còn ngày làm việc nào từ {} đến {}", from.vi, until.vi),
                    format!("no working day is left from {} to {}", from.en, until.en),
                )
            }
            Self::TooLong { minutes, longest } => Text::new(
                format!("cuộc họp dài {minutes} phút, buổi làm việc dài nhất chỉ có {longest} phút"),
                format!("the meeting takes {minutes} minutes, the longest half-day has {longest}"),
            ),
            Self::AllClash { candidates, clashes } => {
                const NAMED: usize = 5;
                let named: Vec<Text> = clashes.iter().take(NAMED).map(Say::say).collect();
                let join =
                    |lang| named.iter().map(|text: &Text| text.get(lang)).collect::<Vec<_>>().join("; ");
                let (vi, en) = (join(congvan_text::Lang::Vi), join(congvan_text::Lang::En));
                Text::new(
                    format!("cả {candidates} khung giờ đều trùng lịch: {vi}"),
                    format!("all {candidates} slots clash: {en}"),
                )
            }
        }
    }
}
