package org.congvan

import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.Future
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What must not be done is an exception of a type, never a crash. */
class MisuseTest {
    @Test
    fun `after shutdown every call is refused with the same type`() {
        val register = Small.register()
        Small.issue(register)
        register.shutdown()
        register.shutdown()
        assertTrue(register.isShutDown())
        assertThrows(CongvanException.Closed::class.java) { register.state(Small.DIRECTIVE) }
        assertThrows(CongvanException.Closed::class.java) { register.board(Small.DIRECTIVE) }
        assertThrows(CongvanException.Closed::class.java) { register.execute(Small.DIRECTIVE, Small.director, Small.submit()) }
        assertThrows(CongvanException.Closed::class.java) { register.lines().toList() }
        register.close()
        register.close()
    }

    @Test
    fun `after close the object is gone and says so`() {
        val register = Small.register()
        register.close()
        assertThrows(IllegalStateException::class.java) { register.state(Small.DIRECTIVE) }
        val directive = Directive("d")
        directive.close()
        directive.close()
        assertThrows(IllegalStateException::class.java) { directive.version() }
    }

    @Test
    fun `shutdown while 16 threads call`() = whileCalling(Register::shutdown) { it is CongvanException.Closed }

    @Test
    fun `close while 16 threads call`() = whileCalling(Register::close) { it is IllegalStateException || it is CongvanException.Closed }

    @Test
    fun `arguments that are wrong are located`() {
        Small.register().use { register ->
            val wrong = assertThrows(CongvanException.Input::class.java) { register.state("không hợp lệ") }
            assertEquals("directive", wrong.errors.single().field)
            assertThrows(CongvanException.NotFound::class.java) { register.state("khong-co") }
        }
        val wrong = assertThrows(CongvanException.Input::class.java) { Directory.fromText("d.toml", "version = 1\n") }
        assertTrue(wrong.errors.isNotEmpty())
        assertTrue(wrong.errors.all { it.file == "d.toml" && it.line >= 1U && it.column >= 1U }, wrong.message)
        assertThrows(CongvanException.Input::class.java) { Mandate.fromFile("no-such-file.toml") }
        assertThrows(CongvanException.Input::class.java) { Register.open("nowhere") }
    }

    private fun whileCalling(end: (Register) -> Unit, expected: (Throwable) -> Boolean) {
        val register = Small.register()
        Small.issue(register)
        val started = CyclicBarrier(17)
        val pool = Executors.newFixedThreadPool(16)
        try {
            val calls: List<Future<Throwable?>> = List(16) { thread ->
                pool.submit(
                    Callable<Throwable?> {
                        started.await()
                        var raised: Throwable? = null
                        while (raised == null) {
                            raised = runCatching { if (thread % 2 == 0) register.board(Small.DIRECTIVE).rows else register.lines().toList() }.exceptionOrNull()
                        }
                        raised
                    },
                )
            }
            started.await()
            end(register)
            for (call in calls) {
                val raised = call.get()
                assertFalse(raised == null)
                assertTrue(expected(raised!!), raised.toString())
            }
        } finally {
            pool.shutdownNow()
            register.close()
        }
    }
}
