//! The findings.
