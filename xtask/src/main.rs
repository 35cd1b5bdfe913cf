//! Every check and every benchmark of the project as one command.

fn main() {}
