//! `congvan new`: writes a commented mandate or directory to start from.

mod follow_up;
mod toml;

pub(super) use follow_up::{FollowUpOf, follow_up};

use std::path::Path;

use super::write_new;
use crate::arguments::Template;
use crate::failure::Failure;
use crate::screen::Screen;

pub(super) fn new(what: Template, output: Option<&Path>, screen: &Screen) -> Result<(), Failure> {
    let template = match what {
        Template::Mandate => {
            screen.say(include_str!("new/mandate.vi.toml"), include_str!("new/mandate.en.toml"))
        }
        Template::Directory => {
            screen.say(include_str!("new/directory.vi.toml"), include_str!("new/directory.en.toml"))
        }
    };
    let Some(path) = output else {
        screen.line(template.trim_end());
        return Ok(());
    };
    write_new(path, template.as_bytes())?;
    let shown = path.display();
    let next = match what {
        Template::Mandate => screen.say("kiểm tra bằng `congvan check", "check it with `congvan check"),
        Template::Directory => screen
            .say("tạo sổ bằng `congvan init --directory", "make a register with `congvan init --directory"),
    };
    screen.line(format!("{} `{shown}`; {next} {shown}`", screen.say("Đã ghi", "Wrote")));
    Ok(())
}
