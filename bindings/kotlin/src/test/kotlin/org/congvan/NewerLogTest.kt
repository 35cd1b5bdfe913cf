package org.congvan

import java.security.MessageDigest
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
    private val newer = Resealed.of(lines.last().replace("""{"issued":""", """{"dispatched_by_drone":""")).first

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

    @Test
    fun `every record of a later register is read`() {
        for ((change, code) in changes) {
            later(change).use { register ->
                val read = listOf(
                    register.lines(Small.DIRECTIVE).toList().map { recordFromJson(it).event },
                    register.log(Small.DIRECTIVE).map { it.event },
                    register.subscribe().use { it.nextLines(100U) }.map { recordFromJson(it).event },
                    register.subscribe().use { it.nextRecords(100U) }.map { it.event },
                )
                for (events in read) {
                    assertEquals(lines.size + 2, events.size)
                    assertEquals(listOf(code), events.filterIsInstance<Event.Unknown>().map { it.code })
                }
            }
        }
    }

    @Test
    fun `a later register is not guessed and not written to`() {
        for ((change, code) in changes) {
            later(change).use { register ->
                val before = register.logLines(Small.DIRECTIVE)
                val asked = listOf<() -> Any>(
                    { register.state(Small.DIRECTIVE) },
                    { register.board(Small.DIRECTIVE) },
                    { register.verify(Small.DIRECTIVE) },
                    { register.execute(Small.DIRECTIVE, Small.director, Small.recall(), Small.later) },
                )
                for (ask in asked) {
                    val told = assertThrows(CongvanException.Newer::class.java) { ask() }
                    assertEquals(code, told.code.substringBefore(" ("))
                }
                assertEquals(before, register.logLines(Small.DIRECTIVE))
            }
        }
    }

    private val changes = listOf<Pair<(String) -> String, String>>(
        { line: String -> line.replace(Regex(""""event":\{.*\},"fingerprint""""), """"event":{"teleported":{"to":"so-y-te"}},"fingerprint"""") } to "teleported",
        { line: String -> line.replace(""""completed":"submission"""", """"completed":"by_drone"""") } to "submitted",
    )

    /** A register over a host's journal, whose last record a later version wrote. */
    private fun later(change: (String) -> String): Register {
        val journal = MapJournal()
        Small.register(Register.over(journal)).use { before ->
            Small.issue(before)
            before.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
        }
        journal.replaceLast(Small.DIRECTIVE) { line ->
            val changed = change(line)
            check(changed != line)
            Resealed.of(changed)
        }
        return Small.register(Register.over(journal))
    }
}

/** A record that a later version wrote has its hash as every other, or it would have been altered. */
internal object Resealed {
    // The other hashes of a record stand under other names.
    private val hashed = Regex(""","hash":"sha256:[0-9a-f]{64}"(?=,"position")""")

    /** The line with the hash of what stands in it, and that hash. */
    fun of(line: String): Pair<String, String> {
        val sealed = MessageDigest.getInstance("SHA-256").digest(line.replace(hashed, "").toByteArray())
        val hash = "sha256:" + sealed.joinToString("") { "%02x".format(it) }
        return line.replace(hashed, ""","hash":"$hash"""") to hash
    }
}
