//! Makes a closed object refuse every later call and every use as an argument, whoever else is calling.
//!
//! As generated, an object ends when no call runs on it any more, and a call that begins meanwhile keeps it alive: where
//! many threads call without a pause, a closed object would answer for ever. And an argument is handed over without a look
//! at whether it is closed: the library would work on memory that is gone.

use super::only;
use crate::tools::Failure;

/// The generated line that lets a call in, exactly as the pinned generator writes it.
const GENERATED: &str = "            if (c == 0L) {\n";

/// What takes its place.
const CLOSED: &str = "            if (c == 0L || this.wasDestroyed.get()) {\n";

/// How a call hands over the object that it is called on: it is counted and looked at already.
const RECEIVER: &str = "            return block(this.uniffiCloneHandle())\n";

/// What takes its place.
const COUNTED: &str = "            return block(this.congvanHandedOver())\n";

/// How everything else hands an object over.
const ARGUMENT: &str = "    fun uniffiCloneHandle(): Long {\n";

/// What takes its place: an argument is a call of its own, which is counted and looked at.
const LOOKED_AT: &str = "    fun uniffiCloneHandle(): Long = callWithHandle { it }\n\n    private fun congvanHandedOver(): Long {\n";

/// How an object is closed; `use` does the same.
const CLOSING: &str = "    override fun destroy() {\n";

/// How a delivery is closed: nobody would be there afterwards who could end it.
const ENDING: &str = "    override fun destroy() {
        if (this.handle != 0L && !this.wasDestroyed.get()) {
            try {
                this.cancel()
            } catch (_: IllegalStateException) {
                // Another thread closed it meanwhile, and ended it.
            }
        }
";

/// How the class of deliveries begins.
const DELIVERY: &str = "open class Delivery: ";

/// The generated Kotlin whose closed objects let nothing in.
///
/// # Errors
/// The generator wrote something else than these lines were written for.
pub(crate) fn refusing(source: &str) -> Result<String, Failure> {
    let objects = source.matches("internal inline fun <R> callWithHandle").count();
    let mut text = source.to_owned();
    for (generated, instead) in [(GENERATED, CLOSED), (RECEIVER, COUNTED), (ARGUMENT, LOOKED_AT)] {
        let found = text.matches(generated).count();
        if found == 0 || found != objects {
            return Err(Failure::check(format!(
                "the generated Kotlin has `{}` {found} times for {objects} objects, expected once for each as uniffi \
                 0.32.2 writes it: adapt xtask/src/codegen/closed.rs to the generator's version",
                generated.trim()
            )));
        }
        text = text.replace(generated, instead);
    }
    ended(&text)
}

/// Ends a delivery when it is closed.
fn ended(source: &str) -> Result<String, Failure> {
    let place = source.find(DELIVERY).unwrap_or(source.len());
    let (before, from) = source.split_at(place);
    let end = from.find("\n}\n").unwrap_or(from.len());
    let (class, after) = from.split_at(end);
    let ended = only(class, CLOSING, ENDING, ("closes a delivery", "closed"))?;
    Ok(format!("{before}{ended}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(name: &str) -> String {
        format!(
            "open class {name}: Disposable\n{{\n{CLOSING}    }}\n    internal inline fun <R> callWithHandle() {{\n{GENERATED}{RECEIVER}    }}\n{ARGUMENT}    }}\n}}\n"
        )
    }

    #[test]
    fn each_object_refuses_once_it_is_closed() {
        let refused = refusing(&(class("Mandate") + &class("Delivery"))).unwrap();
        for instead in [CLOSED, COUNTED, LOOKED_AT] {
            assert_eq!(refused.matches(instead).count(), 2, "{instead}");
        }
        assert!(!refused.contains(RECEIVER), "{refused}");
    }

    #[test]
    fn a_delivery_and_nothing_else_ends_when_it_is_closed() {
        let text = refusing(&(class("Mandate") + &class("Delivery") + &class("Register"))).unwrap();
        assert_eq!(text.matches("this.cancel()").count(), 1);
        assert!(text.find(DELIVERY) < text.find("this.cancel()"), "{text}");
        assert!(text.find("this.cancel()") < text.find("open class Register"), "{text}");
        assert!(refusing(&class("Mandate")).is_err(), "without a delivery");
    }

    #[test]
    fn another_form_is_told() {
        assert!(refusing("").is_err());
        let known = class("Delivery");
        for line in [GENERATED, RECEIVER, ARGUMENT, CLOSING] {
            assert!(refusing(&known.replace(line, "")).is_err(), "{line}");
        }
    }
}
