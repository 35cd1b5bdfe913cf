//! The lifecycle of a provincial directive as typed state transitions
