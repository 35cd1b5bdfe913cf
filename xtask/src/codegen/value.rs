//! Makes values tell and compare themselves: what has no data has a name, and a mandate is what it orders.

use super::only;
use crate::tools::Failure;

/// How a variant without data begins.
const VARIANT: &str = "    object ";

/// How the class of mandates begins.
const MANDATE: &str = "open class Mandate: ";

/// What stands once in each class of an object.
const HELD: &str = "    protected val cleanable: UniffiCleaner.Cleanable?\n";

/// What a mandate has beside it. A command that carries one is a value, and compared as one.
const COMPARED: &str = "    protected val cleanable: UniffiCleaner.Cleanable?

    /**
     * Whether it orders the same.
     */
    override fun equals(other: Any?): Boolean = this === other || (other is Mandate && this.toJson() == other.toJson())

    override fun hashCode(): Int = this.toJson().hashCode()

    override fun toString(): String =
        try {
            \"Mandate(${this.subject()})\"
        } catch (_: IllegalStateException) {
            \"Mandate(closed)\"
        }
";

/// The generated Kotlin whose values tell and compare themselves.
///
/// # Errors
/// The generator wrote something else than this was written for.
pub(crate) fn compared(source: &str) -> Result<String, Failure> {
    let mut text = String::with_capacity(source.len());
    let mut variants = 0_usize;
    for line in source.split_inclusive('\n') {
        if line.starts_with(VARIANT) && line.trim_end().ends_with("()") {
            variants = variants.saturating_add(1);
            text.push_str("    data object ");
            text.push_str(line.trim_start_matches(VARIANT));
        } else {
            text.push_str(line);
        }
    }
    if variants == 0 {
        return Err(Failure::check(
            "the generated Kotlin has no variant without data: adapt xtask/src/codegen/value.rs to the generator's version",
        ));
    }
    let place = text.find(MANDATE).unwrap_or(text.len());
    let (before, from) = text.split_at(place);
    let (class, after) = from.split_at(from.find("\n}\n").unwrap_or(from.len()));
    let class = only(class, HELD, COMPARED, ("holds a mandate", "value"))?;
    Ok(format!("{before}{class}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variant_without_data_has_a_name_and_a_mandate_is_a_value() {
        let other = format!("open class Register: Disposable\n{{\n{HELD}    fun x()\n}}\n");
        let source = format!(
            "    object Sign : Command()\n{other}open class Mandate: Disposable\n{{\n{HELD}    fun x()\n}}\n{other}"
        );
        let text = compared(&source).unwrap();
        assert!(text.starts_with("    data object Sign : Command()\n"), "{text}");
        assert_eq!(text.matches("override fun equals").count(), 1);
        assert_eq!(text.matches(HELD).count(), 3);
        assert!(text.contains(COMPARED) && text.ends_with(&other), "{text}");
    }

    #[test]
    fn another_form_is_told() {
        assert!(compared(&format!("open class Mandate: Disposable\n{{\n{HELD}    fun x()\n}}\n")).is_err());
        assert!(compared("    object Sign : Command()\n").is_err());
    }
}
