//! `congvan init`: makes a register, or gives one a new directory or calendar.

use std::path::{Path, PathBuf};

use super::{DEFAULT_REGISTER, open, read_file};
use crate::failure::Failure;
use crate::screen::Screen;

pub(super) fn init(
    register: Option<PathBuf>,
    directory: &Path,
    calendar: Option<&Path>,
    screen: &Screen,
) -> Result<(), Failure> {
    // Both files are read and judged before the register is touched.
    let (name, text, format) = read_file(directory)?;
    congvan::Directory::read(&name, &text, format)?;
    let calendar = match calendar {
        Some(path) => {
            let (name, text, format) = read_file(path)?;
            congvan::Calendar::from_text(&name, &text, format)?;
            Some((name, text, format))
        }
        None => None,
    };
    let path = register.unwrap_or_else(|| PathBuf::from(DEFAULT_REGISTER));
    let register = open(&path)?;
    let version = register.set_directory(&name, &text, format)?;
    if let Some((name, text, format)) = calendar {
        register.set_calendar(&name, &text, format)?;
    }
    let units = register.directory().units().count();
    let shown = path.display();
    screen.line(match screen.lang() {
        congvan::Lang::Vi => format!("Sổ `{shown}` sẵn sàng: danh bạ phiên bản {version}, {units} đơn vị."),
        congvan::Lang::En => format!("Register `{shown}` is ready: directory version {version}, {units} units."),
    });
    Ok(())
}
