//! Makes whatever an object of the caller throws reach the call that asked it.
//!
//! The exception that the call raises has it as its cause, and says in one line what it is and who threw it.
//!
//! As generated, what is no `Exception` (a `TODO()`, a failed assertion, a recursion without end) and an error that cannot be
//! written leave the callback: JNA then answers with zeros, which is 1970 to a clock and success to a subscriber.

use super::only;
use crate::tools::Failure;

/// The end of the wrapper of a callback without an error type, exactly as the pinned generator writes it.
const PLAIN: &str = "
    try {
        writeReturn(makeCall())
    } catch(e: kotlin.Exception) {
        val err = try { e.stackTraceToString() } catch(_: Throwable) { \"\" }
        callStatus.code = UNIFFI_CALL_UNEXPECTED_ERROR
        callStatus.error_buf = FfiConverterString.lower(err)
    }
";

/// The end of the wrapper of a callback with one.
const TYPED: &str = "
    try {
        writeReturn(makeCall())
    } catch(e: kotlin.Exception) {
        if (e is E) {
            callStatus.code = UNIFFI_CALL_ERROR
            callStatus.error_buf = lowerError(e)
        } else {
            val err = try { e.stackTraceToString() } catch(_: Throwable) { \"\" }
            callStatus.code = UNIFFI_CALL_UNEXPECTED_ERROR
            callStatus.error_buf = FfiConverterString.lower(err)
        }
    }
";

/// How each wrapper begins.
const WRAPPER: &str = "internal inline fun<T";

const PLAIN_CAUGHT: &str = "
    try {
        writeReturn(makeCall())
    } catch(e: kotlin.Throwable) {
        congvanUnexpected(callStatus, e)
    }
";

const TYPED_CAUGHT: &str = "
    try {
        writeReturn(makeCall())
    } catch(e: kotlin.Throwable) {
        val lowered = try { if (e is E) lowerError(e) else null } catch(_: kotlin.Throwable) { null }
        if (lowered == null) {
            congvanUnexpected(callStatus, e)
        } else {
            callStatus.code = UNIFFI_CALL_ERROR
            callStatus.error_buf = lowered
        }
    }
";

/// Where the exception of a call is thrown.
const LIFTED: &str = "        throw errorHandler.lift(status.error_buf)\n";

const CAUSED: &str = "        throw congvanCaused(errorHandler.lift(status.error_buf))\n";

const UNEXPECTED: &str = r#"
private fun congvanUnexpected(callStatus: UniffiRustCallStatus, thrown: kotlin.Throwable) {
    // Who interrupts a thread waits for it to take notice, and the exception that said so ends here.
    if (thrown is InterruptedException) Thread.currentThread().interrupt()
    val told = try { congvanOneLine(thrown) } catch (_: kotlin.Throwable) { thrown.javaClass.name }
    UniffiStatuses.remember(told, thrown)
    callStatus.code = UNIFFI_CALL_UNEXPECTED_ERROR
    callStatus.error_buf = FfiConverterString.lower(told)
}

/** Whose method threw, and what, clipped to a line. */
private fun congvanOneLine(thrown: kotlin.Throwable): String {
    val frames = thrown.stackTrace
    val called = frames.indexOfFirst { it.className.startsWith("org.congvan.uniffiCallbackInterface") }
    val method = frames.getOrNull(called - 1)?.let { "${it.className.substringAfterLast('.')}.${it.methodName.substringBefore('-')}: " }
    val line = "${method.orEmpty()}$thrown".replace(congvanBreaks, " ").trim()
    val clipped = if (line.length > 400) line.take(400).trimEnd { it.isHighSurrogate() } + "…" else line
    // What cannot be encoded stands as `?`, or the error could not be told either.
    return String(clipped.toByteArray(), Charsets.UTF_8).ifEmpty { thrown.javaClass.name }
}

private val congvanBreaks = Regex("[\\s\\p{Cc}\u2028\u2029]+")

/** The exception, with what an object of the host threw as its cause where it tells of it. */
private fun <E : kotlin.Exception> congvanCaused(raised: E): E {
    val told = when (raised) {
        is CongvanException.Callback -> raised.reason
        is CongvanException.NotCommitted -> raised.reason.en
        is CongvanException.UnknownOutcome -> raised.reason.en
        is CongvanException.Unavailable -> raised.reason.en
        else -> return raised
    }
    UniffiStatuses.cause(told)?.let { raised.initCause(it) }
    return raised
}
"#;

/// The generated Kotlin that lets nothing leave a callback.
///
/// # Errors
/// The generator wrote something else than these lines were written for, or wraps callbacks in another way too.
pub(crate) fn caught(source: &str) -> Result<String, Failure> {
    let wrappers = source.matches(WRAPPER).count();
    if wrappers != 2 {
        return Err(Failure::check(format!(
            "the generated Kotlin wraps callbacks in {wrappers} ways, expected 2 as uniffi 0.32.2 writes them: adapt \
             xtask/src/codegen/thrown.rs to the generator's version"
        )));
    }
    let plain = only(source, PLAIN, PLAIN_CAUGHT, ("catches what a callback throws", "thrown"))?;
    let typed = only(&plain, TYPED, TYPED_CAUGHT, ("catches the errors of a callback", "thrown"))?;
    let caused = only(&typed, LIFTED, CAUSED, ("throws what a call raised", "thrown"))?;
    Ok(format!("{caused}{UNEXPECTED}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapper(name: &str, end: &str) -> String {
        format!("{WRAPPER}> {name}() {{{end}}}\n")
    }

    #[test]
    fn nothing_that_is_thrown_leaves_a_callback() {
        let text =
            caught(&(LIFTED.to_owned() + &wrapper("plain", PLAIN) + &wrapper("typed", TYPED))).unwrap();
        assert_eq!(
            text,
            CAUSED.to_owned()
                + &wrapper("plain", PLAIN_CAUGHT)
                + &wrapper("typed", TYPED_CAUGHT)
                + UNEXPECTED
        );
        assert!(!text.contains("catch(e: kotlin.Exception"), "{text}");
    }

    #[test]
    fn another_form_and_another_wrapper_are_told() {
        let (plain, typed) = (wrapper("plain", PLAIN), wrapper("typed", TYPED));
        let both = format!("{plain}{typed}");
        for other in [
            String::new(),
            plain.clone(),
            plain.repeat(2),
            typed.repeat(2),
            format!("{LIFTED}{both}{plain}"),
            both.clone(),
            format!("{LIFTED}{LIFTED}{both}"),
        ] {
            assert!(
                caught(&other).unwrap_err().message.unwrap().contains("adapt xtask/src/codegen/thrown.rs"),
                "{other}"
            );
        }
    }
}
