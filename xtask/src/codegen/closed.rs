//! Makes a closed object refuse every later call, whoever else is calling.
//!
//! As generated, an object ends when no call runs on it any more, and a call that begins meanwhile keeps it alive: where
//! many threads call without a pause, a closed object would answer for ever.

use crate::tools::Failure;

/// The generated line that lets a call in, exactly as the pinned generator writes it.
const GENERATED: &str = "            if (c == 0L) {\n";

/// What takes its place.
const CLOSED: &str = "            if (c == 0L || this.wasDestroyed.get()) {\n";

/// The generated Kotlin whose closed objects let no call in.
///
/// # Errors
/// The generator wrote something else than this line was written for.
pub(crate) fn refusing(source: &str) -> Result<String, Failure> {
    let objects = source.matches("internal inline fun <R> callWithHandle").count();
    match source.matches(GENERATED).count() {
        found if found > 0 && found == objects => Ok(source.replace(GENERATED, CLOSED)),
        found => Err(Failure::check(format!(
            "the generated Kotlin lets calls in at {found} places for {objects} objects, expected one for each as uniffi \
             0.32.2 writes it: adapt xtask/src/codegen/closed.rs to the generator's version"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_object_refuses_once_it_is_closed() {
        let object = format!("    internal inline fun <R> callWithHandle() {{\n{GENERATED}");
        let refused = refusing(&object.repeat(2)).unwrap();
        assert_eq!(refused.matches(CLOSED).count(), 2);
    }

    #[test]
    fn another_form_is_told() {
        assert!(refusing("").is_err());
        assert!(refusing("    internal inline fun <R> callWithHandle() {\n").is_err());
    }
}
