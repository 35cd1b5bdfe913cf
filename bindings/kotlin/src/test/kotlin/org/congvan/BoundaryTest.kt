package org.congvan

import java.nio.file.Path
import java.time.OffsetDateTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** How often a host crosses into the library: a day's work on a large directive takes a handful of calls. */
class BoundaryTest {
    @Test
    fun `loading, an inbox, a command and the board cross at most five times`(@TempDir folder: Path) {
        val example = Scenario.repository("examples/directive-3552")
        val address = "sqlite:${folder.resolve("register.db")}"
        val directory = Directory.fromFile("${example.resolve("directory.toml")}")
        val steps = runScenario("$example").steps.filter { it.refused.isEmpty() }
        val playing = crossings {
            Register.open(address).use { register ->
                register.setDirectory(directory)
                for (step in steps) register.executeJson(step.directive, step.actor, step.commandJson, step.at)
            }
        }
        assertTrue(playing.size > steps.size, "${playing.size} crossings were seen")
        val clerk = directory.actor("vp-ubnd.clerk", AT.toLocalDate())
        val note = Command.Annotate(text = "Đã lưu hồ sơ")
        val crossed = crossings {
            Register.open(address).use { register ->
                register.inbox(clerk, AT)
                register.execute(steps.first().directive, clerk, note, AT, "note")
                assertTrue(register.board(steps.first().directive, AT).rows.isNotEmpty())
                register.shutdown()
            }
        }
        assertEquals(listOf("register_open", "register_inbox", "register_execute", "register_board", "register_shutdown"), crossed)
    }

    /** The exported functions of the library that this thread calls meanwhile, in order. */
    private fun crossings(work: () -> Unit): List<String> {
        val crossed = mutableListOf<String>()
        val idle = idle()
        val kept = idle.toList()
        // More than calls are ever nested in each other.
        idle.addAll(List(8) { CountedStatus(crossed) })
        try {
            work()
        } finally {
            idle.clear()
            idle.addAll(kept)
        }
        return crossed
    }

    /** The structures in which calls of this thread get their outcomes. */
    private fun idle(): ArrayDeque<UniffiRustCallStatus> {
        val type = Class.forName("org.congvan.UniffiStatuses")
        val here = type.getDeclaredField("here").apply { isAccessible = true }.get(null) as ThreadLocal<*>
        val idle = type.getDeclaredField("idle").apply { isAccessible = true }
        @Suppress("UNCHECKED_CAST")
        return idle.get(here.get()) as ArrayDeque<UniffiRustCallStatus>
    }

    /** Is written for the library before each call that it is given to; the call is then on the stack. */
    internal class CountedStatus(private val crossed: MutableList<String>) : UniffiRustCallStatus() {
        override fun write() {
            super.write()
            val called = StackWalker.getInstance().walk { frames -> frames.map { it.methodName }.filter { EXPORTED.matches(it) }.findFirst() }
            called.ifPresent { crossed += EXPORTED.matchEntire(it)!!.groupValues[1] }
        }
    }

    private companion object {
        val AT: OffsetDateTime = OffsetDateTime.parse("2024-05-02T08:00:00+07:00")
        val EXPORTED = Regex("uniffi_\\w+_fn_(?:constructor|func|method)_(\\w+)")
    }
}
