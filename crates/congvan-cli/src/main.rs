//! The `congvan` program: checks mandates, plays scenarios, and runs a register from the command line.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "errors of the register may grow, and those the program does not know are told as they are"
)]

/// A search copies a directive for each step on several threads: with the allocator of the system that takes two thirds
/// longer.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

mod arguments;
mod called;
mod command;
mod failure;
mod help;
mod screen;

use std::process::ExitCode;

use screen::Screen;

fn main() -> ExitCode {
    let arguments = help::parse(std::env::args_os().collect());
    let screen = Screen::new(arguments.lang.into(), arguments.json);
    match command::run(arguments, &screen) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            screen.failure(&failure);
            ExitCode::from(failure.code())
        }
    }
}
