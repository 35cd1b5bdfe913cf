//! The tables, and how they change from release to release.

use rusqlite_migration::{M, Migrations};

/// What marks a SQLite file as a register: `công` in ASCII, as the header's application id.
pub(crate) const APPLICATION_ID: i32 = 0x636f_6e67;

const STEPS: &[M<'_>] = &[
    M::up(include_str!("schema/001.sql")),
    M::up(include_str!("schema/002.sql")),
    M::up(include_str!("schema/003.sql")),
];

/// Every step from an empty file to this release; a step is never edited once it was released.
pub(crate) const MIGRATIONS: Migrations<'_> = Migrations::from_slice(STEPS);

/// The version of the tables that this release writes.
pub(crate) const VERSION: usize = STEPS.len();
