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

/// What a thread has at hand. Beside the structures it knows what objects of the host threw in the calls that it is in: an
/// exception that tells of it has it as its cause. When the outermost call is over nothing of it is left.
const STACK: &str = "
/** The outcomes of calls that are over, thread by thread, to be used again, and what objects of the host threw in those that are not. */
private class UniffiStatuses {
    private val idle = ArrayDeque<UniffiRustCallStatus>()
    private var calls = 0
    private var thrown: ArrayDeque<Pair<String, kotlin.Throwable>>? = null

    companion object {
        private const val MOST = 8
        private val here = ThreadLocal.withInitial { UniffiStatuses() }

        fun take(): UniffiRustCallStatus {
            val here = here.get()
            here.calls += 1
            return here.idle.removeLastOrNull() ?: UniffiRustCallStatus()
        }

        fun giveBack(status: UniffiRustCallStatus) {
            if (!status.isSuccess()) {
                status.code = UNIFFI_CALL_SUCCESS
                status.error_buf.setValue(RustBuffer())
            }
            val here = here.get()
            here.calls -= 1
            if (here.calls == 0) here.thrown = null
            here.idle.addLast(status)
        }

        /** Remembers what an object of the host threw, as it is told; not in a thread in which nobody called the library. */
        fun remember(told: String, cause: kotlin.Throwable) {
            val here = here.get()
            if (here.calls == 0) return
            val thrown = here.thrown ?: ArrayDeque<Pair<String, kotlin.Throwable>>().also { here.thrown = it }
            if (thrown.size == MOST) thrown.removeFirst()
            thrown.addLast(told to cause)
        }

        /** What was thrown and told like this, the last one. */
        fun cause(told: String): kotlin.Throwable? = here.get().thrown?.lastOrNull { (one, _) -> one in told }?.second
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
