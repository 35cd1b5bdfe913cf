//! Makes the message of an exception say what went wrong, as `describe` tells it.
//!
//! As generated, the message is a list of the fields, and what the library says about them is lost.

use crate::tools::Failure;

/// The one family of exceptions.
const FAMILY: &str = "sealed class CongvanException: kotlin.Exception()";
/// How every family of exceptions begins.
const ANY_FAMILY: &str = ": kotlin.Exception()";
/// How the message of an exception begins.
const MESSAGE: &str = "        override val message\n            get() = ";

/// What the library says; an exception that the program made of wrong values says what is wrong with them.
const TOLD: &str = "
private fun congvanTold(exception: CongvanException): String =
    try {
        describe(exception, Lang.EN)
    } catch (wrong: CongvanException) {
        describe(wrong, Lang.EN)
    }
";

/// The generated Kotlin with every message told by the library, in English.
///
/// # Errors
/// The generator wrote something else than this was written for.
pub(crate) fn told(source: &str) -> Result<String, Failure> {
    let (families, known) = (source.matches(ANY_FAMILY).count(), source.matches(FAMILY).count());
    let mut pieces = source.split(MESSAGE);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut exceptions = 0;
    for piece in pieces {
        exceptions += 1;
        // What is left of the line was a text with the fields in it.
        let rest = piece.split_once('\n').map_or("", |(_, rest)| rest);
        text.push_str(MESSAGE);
        text.push_str("congvanTold(this)\n");
        text.push_str(rest);
    }
    if (families, known) != (1, 1) || exceptions == 0 {
        return Err(Failure::check(format!(
            "the generated Kotlin has {families} families of exceptions with {exceptions} messages, expected \
             `{FAMILY}` alone: adapt xtask/src/codegen/telling.rs"
        )));
    }
    Ok(format!("{text}{TOLD}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family(name: &str) -> String {
        format!(
            "sealed class {name}: kotlin.Exception() {{\n    class A(val `x`: Int) : {name}() {{\n{MESSAGE}\"x=${{ `x` }}\"\n    }}\n}}\n"
        )
    }

    #[test]
    fn the_message_is_what_the_library_says() {
        let text = told(&family("CongvanException")).unwrap();
        assert!(text.contains("            get() = congvanTold(this)\n    }\n}\n"), "{text}");
        assert!(!text.contains("x=$") && text.ends_with(TOLD), "{text}");
    }

    #[test]
    fn another_family_and_no_message_are_told() {
        assert!(told(&family("OtherException")).is_err());
        assert!(told(&(family("CongvanException") + &family("OtherException"))).is_err());
        assert!(told(&format!("{FAMILY} {{}}\n")).unwrap_err().message.unwrap().contains("0 messages"));
    }
}
