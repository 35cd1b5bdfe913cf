package org.congvan

import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class ThreadsTest {
    @Test
    fun `16 threads move 16 directives of one register`() {
        Small.register().use { register ->
            val versions = onSixteen { thread ->
                val directive = "d-%02d".format(thread)
                Small.issue(register, directive, number = thread + 1)
                repeat(5) { turn ->
                    register.execute(directive, Small.director, Small.submit(), Small.later, "submit-$turn")
                    register.execute(directive, Small.director, Small.recall(), Small.later, "recall-$turn")
                }
                register.version(directive)
            }
            assertEquals(List(16) { versions.first() }, versions)
            assertEquals(versions.sumOf { it.toLong() }, register.verify().events.toLong())
        }
    }

    @Test
    fun `of 16 threads that send one command under one name each gets the same answer`() {
        Small.register().use { register ->
            Small.issue(register)
            val answers = onSixteen { register.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later, "submit") }
            assertEquals(1, answers.count { !it.committed.replayed })
            assertEquals(1, answers.map { it.committed.last }.distinct().size)
        }
    }

    private fun <T> onSixteen(work: (Int) -> T): List<T> {
        val pool = Executors.newFixedThreadPool(16)
        try {
            return List(16) { thread -> pool.submit(Callable { work(thread) }) }.map { it.get() }
        } finally {
            pool.shutdownNow()
        }
    }
}
