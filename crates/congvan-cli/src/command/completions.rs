//! `congvan completions`: completions for a shell.

use clap::CommandFactory as _;

use crate::arguments::Arguments;
use crate::failure::Failure;

pub(super) fn completions(shell: clap_complete::Shell) -> Result<(), Failure> {
    clap_complete::generate(shell, &mut Arguments::command(), "congvan", &mut std::io::stdout());
    Ok(())
}
