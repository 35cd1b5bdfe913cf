package org.congvan

import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class CoroutinesTest {
    @Test
    fun `a register is called from coroutines`() = runBlocking {
        Small.register().use { register ->
            val suspending = SuspendingRegister(register)
            List(8) { number -> async { suspending.call { Small.issue(this, "d-$number", number + 1) } } }.awaitAll()
            val executed = suspending.execute("d-3", Small.director, Small.submit(), Small.later)
            assertEquals("submitted", nameOf(executed.events.last()))
            assertEquals(register.lines().toList(), suspending.lines().toList())
            assertEquals("wrong_obligation_state", suspending.explain("d-3", Small.director, Small.submit(), Small.later).first().code)
        }
    }

    @Test
    fun `what is raised reaches the coroutine with its type`() {
        Small.register().use { register ->
            register.shutdown()
            assertThrows(CongvanException.Closed::class.java) { runBlocking { SuspendingRegister(register).call { state("d") } } }
        }
    }

    private fun nameOf(event: Event): String =
        when (event) {
            is Event.Submitted -> "submitted"
            else -> event.toString()
        }
}
