//! What a directory answers, and what it refuses.
