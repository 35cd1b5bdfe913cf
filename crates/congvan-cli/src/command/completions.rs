//! `congvan completions`: completions for a shell.

use crate::failure::Failure;

pub(super) fn completions(shell: clap_complete::Shell, lang: congvan::Lang) -> Result<(), Failure> {
    clap_complete::generate(shell, &mut crate::help::command(lang), "congvan", &mut std::io::stdout());
    Ok(())
}
