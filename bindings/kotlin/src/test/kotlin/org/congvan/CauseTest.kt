package org.congvan

import java.lang.ref.WeakReference
import java.time.OffsetDateTime
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What an object of the host threw is the cause of what the call raises. */
class CauseTest {
    private class Stopped(private val raise: () -> Nothing) : Clock {
        override fun now(): OffsetDateTime = raise()
    }

    @Test
    fun `the cause is what was thrown and the reason is one line`() {
        Small.register().use { register ->
            lateinit var thrown: Throwable
            register.setClock(object : Clock {
                override fun now(): OffsetDateTime = throw IllegalStateException("stopped\nat\u2028noon\t" + "x".repeat(1_000)).also { thrown = it }
            })
            val raised = assertThrows(CongvanException.Callback::class.java) { register.inbox(Small.director) }
            assertSame(thrown, raised.cause)
            assertTrue(raised.reason.startsWith("CauseTest\$"), raised.reason)
            assertTrue(".now: java.lang.IllegalStateException: stopped at noon xxx" in raised.reason, raised.reason)
            assertTrue(raised.reason.endsWith("x…") && raised.reason.length == 401, raised.reason)
        }
    }

    @Test
    fun `an exception that cannot even tell its name is told by its class`() {
        class Silent : RuntimeException() {
            override fun toString(): String = error("nothing")
        }
        Small.register().use { register ->
            val thrown = Silent()
            register.setClock(Stopped { throw thrown })
            val raised = assertThrows(CongvanException.Callback::class.java) { register.inbox(Small.director) }
            assertSame(thrown, raised.cause)
            assertTrue(raised.reason.endsWith("Silent"), raised.reason)
        }
    }

    @Test
    fun `what a journal threw is the cause of what is not known`() {
        val keeping = MapJournal()
        val thrown = IllegalStateException("the connection was closed")
        val journal = object : Journal by keeping {
            override fun append(entry: JournalEntry): Committed = throw thrown
        }
        Small.register(Register.over(journal)).use { register ->
            val draft = Command.Draft(Small.mandate())
            val raised = assertThrows(CongvanException.UnknownOutcome::class.java) { register.execute("d", Small.officer, draft, Small.day) }
            assertSame(thrown, raised.cause)
            assertFalse("\n" in raised.reason.en, raised.reason.en)
        }
    }

    @Test
    fun `a call inside a callback keeps apart what each threw`() {
        Small.register().use { outer ->
            Small.register().use { inner ->
                val first = IllegalStateException("the inner clock")
                val second = IllegalStateException("the outer clock")
                inner.setClock(Stopped { throw first })
                outer.setClock(Stopped {
                    val raised = assertThrows(CongvanException.Callback::class.java) { inner.inbox(Small.director) }
                    assertSame(first, raised.cause)
                    throw second
                })
                assertSame(second, assertThrows(CongvanException.Callback::class.java) { outer.inbox(Small.director) }.cause)
            }
        }
    }

    @Test
    fun `each thread gets what its own object threw`() {
        val pool = Executors.newFixedThreadPool(8)
        val started = CyclicBarrier(8)
        try {
            val checked = List(8) {
                pool.submit(
                    Callable {
                        Small.register().use { register ->
                            lateinit var thrown: Throwable
                            register.setClock(Stopped { throw IllegalStateException("the same words").also { thrown = it } })
                            started.await()
                            repeat(50) {
                                val raised = assertThrows(CongvanException.Callback::class.java) { register.inbox(Small.director) }
                                assertSame(thrown, raised.cause)
                            }
                        }
                    },
                )
            }
            checked.forEach { it.get() }
        } finally {
            pool.shutdownNow()
        }
    }

    @Test
    fun `nothing of it is kept after the call`() {
        Small.register().use { register ->
            val gone = raisedAndLeft(register)
            repeat(100) { if (gone.get() != null) System.gc() }
            assertNull(gone.get())
        }
    }

    /** The exception is held by nobody but the library, if at all. */
    private fun raisedAndLeft(register: Register): WeakReference<Throwable> {
        lateinit var gone: WeakReference<Throwable>
        register.setClock(Stopped { throw IllegalStateException("stopped").also { gone = WeakReference(it) } })
        assertThrows(CongvanException.Callback::class.java) { register.inbox(Small.director) }
        return gone
    }

    @Test
    fun `who is interrupted in a callback stays so`() {
        Small.register().use { register ->
            register.setClock(Stopped { throw InterruptedException() })
            val raised = assertThrows(CongvanException.Callback::class.java) { register.inbox(Small.director) }
            assertTrue(raised.cause is InterruptedException)
            assertTrue(Thread.interrupted())
        }
    }
}
