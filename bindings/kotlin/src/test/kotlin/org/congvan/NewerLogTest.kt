package org.congvan

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** A log that a later version wrote: it is read as far as it is understood, and nothing is guessed. */
class NewerLogTest {
    private val lines = Small.register().use { register ->
        Small.issue(register)
        register.lines(Small.DIRECTIVE).toList()
    }
    private val newer = lines.last().replace("""{"issued":""", """{"dispatched_by_drone":""")

    @Test
    fun `an event that is not known keeps its name and text`() {
        val record = recordFromJson(newer)
        val event = assertInstanceOf(Event.Unknown::class.java, record.event)
        assertEquals("dispatched_by_drone", event.code)
        assertEquals(recordFromJson(lines.last()).stamp, record.stamp)
        assertEquals(listOf("Drafted", "Signed", "Unknown"), recordsFromJson((lines.dropLast(1) + newer).joinToString("\n")).map { it.event::class.simpleName })
    }

    @Test
    fun `it is not folded into a state`() {
        val refused = assertThrows(CongvanException::class.java) { Directive.replay(Small.DIRECTIVE, lines.dropLast(1) + newer) }
        assertInstanceOf(CongvanException.Newer::class.java, refused, refused.message)
        assertEquals("dispatched_by_drone", (refused as CongvanException.Newer).code)
    }

    @Test
    fun `a record goes in and out byte for byte`() {
        for (line in lines) assertEquals(line, recordToJson(recordFromJson(line)))
        val altered = recordFromJson(lines.first()).let { it.copy(sequence = it.sequence + 1UL) }
        assertThrows(CongvanException.Corrupt::class.java) { recordToJson(altered) }
    }
}
