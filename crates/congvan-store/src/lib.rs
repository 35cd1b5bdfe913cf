//! The port to a journal, the sealed log format and the conformance suite
