//! `congvan schema`: the JSON Schema of a file format.

use congvan::core::schema;

use crate::arguments::Format;
use crate::failure::Failure;
use crate::screen::Screen;

pub(super) fn schema(format: Format, screen: &Screen) -> Result<(), Failure> {
    let value = match format {
        Format::Mandate => congvan::Mandate::schema(),
        Format::Directory => congvan::Directory::schema(),
        Format::Calendar => schema::calendar(),
        Format::Command => schema::command(),
        Format::Event => schema::event(),
    };
    screen.value(&value);
    Ok(())
}
