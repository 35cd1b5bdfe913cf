//! A decision is not read from a text.

use congvan_core::Decision;

fn read(text: &str) -> Decision {
    serde_json::from_str(text).unwrap()
}

fn main() {}
