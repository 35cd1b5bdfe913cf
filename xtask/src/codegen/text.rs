//! Makes a text that is no Unicode an error of the library's own family.
//!
//! As generated, half of a surrogate pair is a `MalformedInputException`: a checked exception to Java, which no call declares.

use super::only;
use crate::tools::Failure;

/// The generated lines that encode a text, exactly as the pinned generator writes them.
const GENERATED: &str = "        \
        // Make sure we don't have invalid UTF-16, check for lone surrogates.
        return Charsets.UTF_8.newEncoder().run {
            onMalformedInput(CodingErrorAction.REPORT)
            encode(CharBuffer.wrap(value))
        }
";

/// What takes their place.
const CHECKED: &str = "        \
        try {
            return Charsets.UTF_8.newEncoder().run {
                onMalformedInput(CodingErrorAction.REPORT)
                encode(CharBuffer.wrap(value))
            }
        } catch (_: java.nio.charset.CharacterCodingException) {
            throw congvanNoText(value)
        }
";

const NO_TEXT: &str = "
private fun congvanNoText(value: String): CongvanException {
    // What cannot be encoded stands as `?`, or the error could not be told either.
    val found = String(value.take(80).toByteArray(), Charsets.UTF_8)
    val what = Text(vi = \"văn bản chứa nửa ký tự Unicode\", en = \"the text holds half of a Unicode character\")
    val told = Text(vi = \"${what.vi}, thực tế là `$found`\", en = \"${what.en}, found `$found`\")
    val nothing = Text(vi = \"\", en = \"\")
    return CongvanException.Input(listOf(InputError(\"\", 0U, 0U, \"String\", found, nothing, what, null, told)))
}
";

/// The generated Kotlin whose texts are checked with a typed exception.
///
/// # Errors
/// The generator wrote something else than these lines were written for.
pub(crate) fn checked(source: &str) -> Result<String, Failure> {
    let checked = only(source, GENERATED, CHECKED, ("encodes texts", "text"))?;
    Ok(format!("{checked}{NO_TEXT}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_character_is_an_error_of_the_library() {
        let text = checked(&format!("before\n{GENERATED}after\n")).unwrap();
        assert_eq!(text, format!("before\n{CHECKED}after\n{NO_TEXT}"));
    }

    #[test]
    fn a_generator_that_writes_something_else_is_told() {
        assert!(checked("").unwrap_err().message.unwrap().contains("in 0 places"));
    }
}
