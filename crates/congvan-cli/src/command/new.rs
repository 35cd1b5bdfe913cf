//! `congvan new`: writes a commented mandate to start from.

use std::path::Path;

use super::write_new;
use crate::failure::Failure;
use crate::screen::Screen;

const VI: &str = include_str!("new/mandate.vi.toml");
const EN: &str = include_str!("new/mandate.en.toml");

pub(super) fn new(output: Option<&Path>, screen: &Screen) -> Result<(), Failure> {
    let template = screen.say(VI, EN);
    let Some(path) = output else {
        screen.line(template.trim_end());
        return Ok(());
    };
    write_new(path, template.as_bytes())?;
    let shown = path.display();
    screen.line(format!(
        "{} `{shown}`; {} `congvan check {shown} --directory directory.toml`",
        screen.say("Đã ghi", "Wrote"),
        screen.say("kiểm tra bằng", "check it with")
    ));
    Ok(())
}
