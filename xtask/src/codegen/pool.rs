//! Makes a call from Kotlin cheap: the structure in which each call gets its outcome is kept and used again.
//!
//! As generated, every call makes such a structure, and JNA registers native memory for each one with its cleaner: that is
//! most of the cost of a small call. The outcome is read before the call returns, so a thread can use it again.

use super::only;
use crate::tools::Failure;

/// The generated lines that are replaced, exactly as the pinned generator writes them.
const GENERATED: &str = "    \
    var status = UniffiRustCallStatus()
    val return_value = callback(status)
    uniffiCheckCallStatus(errorHandler, status)
    return return_value
";

/// What takes their place. A call may call back into Kotlin and from there into the library again: hence a stack.
const KEPT: &str = "    \
    val status = UniffiStatuses.take()
    try {
        val return_value = callback(status)
        uniffiCheckCallStatus(errorHandler, status)
        return return_value
    } finally {
        UniffiStatuses.giveBack(status)
    }
";

/// The structures that a thread has at hand.
const STACK: &str = "
/** The outcomes of calls that are over, thread by thread, to be used again. */
private object UniffiStatuses {
    private val idle = ThreadLocal.withInitial { ArrayDeque<UniffiRustCallStatus>() }

    fun take(): UniffiRustCallStatus = idle.get().removeLastOrNull() ?: UniffiRustCallStatus()

    fun giveBack(status: UniffiRustCallStatus) {
        if (!status.isSuccess()) {
            status.code = UNIFFI_CALL_SUCCESS
            status.error_buf.setValue(RustBuffer())
        }
        idle.get().addLast(status)
    }
}
";

/// The generated Kotlin with the structures kept.
///
/// # Errors
/// The generator wrote something else than these lines were written for.
pub(crate) fn pooled(source: &str) -> Result<String, Failure> {
    let kept = only(source, GENERATED, KEPT, ("makes the outcome of a call", "pool"))?;
    Ok(format!("{kept}{STACK}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_the_lines_and_adds_the_stack() {
        let text = pooled(&format!("before\n{GENERATED}after\n")).unwrap();
        assert_eq!(text, format!("before\n{KEPT}after\n{STACK}"));
    }

    #[test]
    fn a_generator_that_writes_something_else_is_told() {
        assert!(pooled("fun other() {}\n").unwrap_err().message.unwrap().contains("in 0 places"));
        assert!(pooled(&GENERATED.repeat(2)).unwrap_err().message.unwrap().contains("in 2 places"));
    }
}
