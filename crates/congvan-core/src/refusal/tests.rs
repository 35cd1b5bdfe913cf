//! Tests of what refusals say.
