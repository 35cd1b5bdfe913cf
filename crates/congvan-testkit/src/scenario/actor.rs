//! Actors as scenarios and command lines write them.

use chrono::NaiveDate;
use congvan_core::id::OfficeId;
use congvan_core::{Actor, Capacity, Directory};
use congvan_text::read::{Format, InputError, InputErrors};
use congvan_text::{Say, Text};
use serde::Deserialize as _;
use serde_json::Value;

/// An actor could not be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActorError {
    /// There is no such office.
    #[error("`{0}` is not an office of the directory; expected an office such as `so-noi-vu.head`")]
    Office(String),
    /// Nobody holds the office on this day.
    #[error("nobody holds office `{office}` on {on}; name another office or another day")]
    Vacant {
        /// The office.
        office: String,
        /// The day.
        on: NaiveDate,
    },
    /// What follows `as` is not a capacity.
    #[error(
        "`{0}` is not a capacity; expected officer, head, deputy, acting, by_order, by_authorisation, clerk or chair"
    )]
    Capacity(String),
    /// An actor written out does not fit.
    #[error("the actor does not fit: {}", told(.0).en)]
    Form(InputErrors),
}

impl Say for ActorError {
    fn say(&self) -> Text {
        let vi = match self {
            Self::Office(office) => format!(
                "`{office}` không phải chức vụ trong danh bạ; viết như `so-noi-vu.head` (người đứng đầu Sở Nội vụ)"
            ),
            Self::Vacant { office, on } => format!(
                "không có ai giữ chức vụ `{office}` vào ngày {}; chọn chức vụ khác hoặc ngày khác",
                on.format("%d/%m/%Y")
            ),
            Self::Capacity(word) => format!(
                "`{word}` không phải tư cách; dùng officer, head, deputy, acting, by_order, by_authorisation, clerk hoặc chair"
            ),
            Self::Form(errors) => format!("người thực hiện không đúng dạng: {}", told(errors).vi),
        };
        Text::new(vi, self.to_string()).visible()
    }
}

fn told(errors: &InputErrors) -> Text {
    let (vi, en): (Vec<_>, Vec<_>) =
        errors.iter().map(InputError::unplaced).map(|error| (error.vi, error.en)).unzip();
    Text::new(vi.join("; "), en.join("; "))
}

/// The actor that a text or an object names on a day: `OFFICE`, `OFFICE as CAPACITY`, or an actor written out.
///
/// # Errors
/// The directory does not know the office, nobody holds it, or the form does not fit.
pub fn read_actor(value: &Value, directory: &Directory, on: NaiveDate) -> Result<Actor, ActorError> {
    let Value::String(text) = value else {
        // The text is read to tell what is wrong with it in both languages.
        return Actor::deserialize(value).or_else(|_| {
            let read = congvan_text::read::read("actor", &value.to_string(), Format::Json);
            read.map(|read| read.value).map_err(ActorError::Form)
        });
    };
    let (name, capacity) = match text.split_once(" as ") {
        Some((name, capacity)) => (name.trim(), Some(capacity.trim())),
        None => (text.trim(), None),
    };
    let unknown = || ActorError::Office(name.to_owned());
    let id: OfficeId = name.parse().map_err(|_| unknown())?;
    let office = directory.office(id).ok_or_else(unknown)?;
    let person =
        directory.holder(id, on).ok_or_else(|| ActorError::Vacant { office: name.to_owned(), on })?;
    let capacity = match capacity {
        Some(word) => serde_json::from_value::<Capacity>(Value::from(word))
            .map_err(|_| ActorError::Capacity(word.to_owned()))?,
        None => office.capacity,
    };
    Ok(Actor { capacity, on_behalf: None, person, unit: office.unit })
}
