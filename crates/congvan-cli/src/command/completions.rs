//! `congvan completions`: completions for a shell.

use crate::failure::Failure;
use crate::screen::Screen;

pub(super) fn completions(shell: clap_complete::Shell, screen: &Screen) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut crate::help::command(screen.lang()), "congvan", &mut script);
    screen.line(String::from_utf8_lossy(&script).trim_end());
    Ok(())
}
