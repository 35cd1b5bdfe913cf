package org.congvan

/** What an object of the host may throw though it is no `Exception`, which is what most programs catch. */
enum class Thrown(val told: String) {
    /** A part that is not written yet. */
    UNWRITTEN("NotImplementedError") {
        override fun raise(): Nothing = TODO("it is written next week")
    },

    /** An assertion that fails. */
    ASSERTION("AssertionError") {
        override fun raise(): Nothing = throw AssertionError("the sum does not agree")
    },

    /** A recursion that does not end. */
    RECURSION("StackOverflowError") {
        override fun raise(): Nothing = error("the depth was ${deeper(0)}")
    },
    ;

    abstract fun raise(): Nothing

    protected fun deeper(depth: Long): Long = 1 + deeper(depth + 1)
}
