//! The directory: units, groups, offices, persons and delegations, each valid on dates.

/// The directory.
#[derive(Clone, Debug)]
pub struct Directory;
