/** The lines of the README that stand inside a function; a test compares the two. */
package org.congvan.readme

import org.congvan.*

fun located(register: Register) {
    // Shown from here.
    register.setRules(listOf(Located))
    // Shown to here.
}

suspend fun drafted(register: Register, officer: Actor, mandate: Mandate): Executed {
    // Shown from here.
    val suspending = SuspendingRegister(register)
    val executed = suspending.execute("d", officer, Command.Draft(mandate))
    // Shown to here.
    return executed
}
