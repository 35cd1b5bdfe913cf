//! The journal over one SQLite file
