package org.congvan

import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** A defect of the library is an exception, and the process lives on: it is built to panic on demand for these tests. */
class PanicTest {
    private val listener = object : ProbeListener {
        override fun heard() = Unit
    }

    @TestFactory
    fun `a panic becomes an exception`(): List<DynamicTest> =
        listOf(
            "a function" to { probeFunction() },
            "a function that can fail" to { probeFallibleFunction() },
            "a constructor" to { Probe(true) },
            "a method" to { Probe(false).use { it.method() } },
            "a method that can fail" to { Probe(false).use { it.fallibleMethod() } },
            "a method that calls back" to { Probe(false).use { it.afterCalling(listener) } },
        ).map { (name, call) ->
            dynamicTest(name) {
                val raised = assertThrows(InternalException::class.java) { call() }
                assertTrue(raised.message.orEmpty().contains("the probe was told to panic"), raised.message)
                assertEquals("0.1.0", libraryVersion(), "the library still answers")
            }
        }

    @Test
    fun `panics in 16 threads are exceptions in each`() {
        val pool = Executors.newFixedThreadPool(16)
        try {
            val panics = List(16) { pool.submit(Callable { assertThrows(InternalException::class.java) { Probe(false).use { it.afterCalling(listener) } } }) }
            for (panic in panics) assertTrue(panic.get().message.orEmpty().contains("the probe was told to panic"))
        } finally {
            pool.shutdownNow()
        }
        assertEquals("0.1.0", libraryVersion(), "the library still answers")
    }
}
