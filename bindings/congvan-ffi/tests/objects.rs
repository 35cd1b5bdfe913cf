//! Every exported object, used as a host of another language uses it: through what is exported and nothing else.

#![cfg(test)]

#[path = "objects/journal.rs"]
mod journal;
#[path = "objects/later.rs"]
mod later;
#[path = "objects/meeting.rs"]
mod meeting;
#[path = "objects/province.rs"]
mod province;
#[path = "objects/pure_core.rs"]
mod pure_core;
#[path = "objects/raising.rs"]
mod raising;
#[path = "objects/register.rs"]
mod register;
#[path = "objects/scenario.rs"]
mod scenario;
#[path = "objects/told.rs"]
mod told;
