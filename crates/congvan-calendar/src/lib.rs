//! Working days and deadlines of Vietnamese state agencies, each with its derivation
