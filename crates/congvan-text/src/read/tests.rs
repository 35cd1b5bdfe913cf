//! What `read` accepts and what it says when it refuses.
