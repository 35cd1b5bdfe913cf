package org.congvan

import java.nio.file.Files
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test

class MemoryTest {
    /** A leak grows in every round; what the machine's own housekeeping takes does not. */
    @Test
    fun `memory does not grow over 60,000 round trips`() {
        assumeTrue(Files.exists(STATUS), "only Linux tells a process how much memory it has")
        Small.register().use { register ->
            Small.issue(register)
            fun round() {
                repeat(20_000) {
                    register.explain(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
                }
                System.gc()
            }
            round()
            val growths = List(3) {
                val before = resident()
                round()
                resident() - before
            }
            assertTrue(growths.min() < 1_024, "grew by $growths KiB in rounds of 20,000")
        }
    }

    private fun resident(): Long =
        Files.readAllLines(STATUS).first { it.startsWith("VmRSS:") }.filter(Char::isDigit).toLong()

    private companion object {
        val STATUS: Path = Path.of("/proc/self/status")
    }
}
