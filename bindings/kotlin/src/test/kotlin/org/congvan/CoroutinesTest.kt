package org.congvan

import java.time.OffsetDateTime
import java.util.concurrent.CountDownLatch
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
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

    @Test
    fun `what a user of a register reads is read from coroutines too`() = runBlocking {
        Small.register().use { register ->
            val suspending = SuspendingRegister(register)
            suspending.call { Small.issue(this) }
            assertEquals(register.records().toList(), suspending.records().toList())
            assertEquals(register.records(Small.DIRECTIVE, 1UL).toList(), suspending.records(Small.DIRECTIVE, 1UL).toList())
            assertEquals(register.lines(Small.DIRECTIVE, 2UL).toList(), suspending.lines(Small.DIRECTIVE, 2UL).toList())
            assertEquals(register.state(Small.DIRECTIVE), suspending.state(Small.DIRECTIVE))
            assertEquals(register.board(Small.DIRECTIVE, Small.later), suspending.board(Small.DIRECTIVE, Small.later))
            val offers = suspending.permitted(Small.DIRECTIVE, Small.director, Small.later)
            assertEquals(register.permitted(Small.DIRECTIVE, Small.director, Small.later), offers)
            val entries = suspending.inboxEntries(Small.director, Small.later).toList()
            assertEquals(register.inboxEntries(Small.director, Small.later).toList(), entries)
            assertEquals(entries.take(1), suspending.inbox(Small.director, Small.later, 1U).entries)
        }
    }

    @Test
    fun `a coroutine that is cancelled while an object of the host waits is cancelled and nothing else`() = runBlocking {
        Small.register().use { register ->
            val asked = CompletableDeferred<Unit>()
            register.setClock(object : Clock {
                override fun now(): OffsetDateTime {
                    asked.complete(Unit)
                    CountDownLatch(1).await()
                    error("nobody counts down")
                }
            })
            val raised = CompletableDeferred<Throwable>()
            val calling = launch {
                try {
                    SuspendingRegister(register).inbox(Small.director)
                } catch (thrown: Throwable) {
                    raised.complete(thrown)
                    throw thrown
                }
            }
            asked.await()
            calling.cancelAndJoin()
            assertInstanceOf(CancellationException::class.java, raised.await())
        }
        Unit
    }

    private fun nameOf(event: Event): String =
        when (event) {
            is Event.Submitted -> "submitted"
            else -> event.toString()
        }
}
