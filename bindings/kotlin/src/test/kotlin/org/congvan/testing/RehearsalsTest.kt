package org.congvan.testing

import io.kotest.property.Arb
import io.kotest.property.RandomSource
import io.kotest.property.arbitrary.next
import java.nio.file.Files
import java.nio.file.Path
import org.congvan.Kind
import org.congvan.Rehearsal
import org.congvan.readme.prove.inTime
import org.congvan.runScenario
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What the package offers to the author of a rule: a rule that looks right is shown to block a unit for ever. */
class RehearsalsTest {
    /** Reports are sent in the daytime, which keeps nobody from sending them in the morning. */
    private val byDay =
        ruleOf("by-day", onOffer = { question ->
            if (question.kind == Kind.SUBMIT && question.at.hour !in 6..21) {
                objection("chỉ nộp báo cáo từ 6 giờ đến 22 giờ", "reports are sent from six to twenty-two")
            } else {
                null
            }
        })

    @Test
    fun `a rule that looks right is shown to block a unit for ever`(@TempDir folder: Path) {
        val found = assertThrows(RuleFlaw::class.java) { checkRules(listOf(inTime), "in-time", keep = folder, seed = 3552) }
        println(found.message)
        assertTrue("đã quá thời hạn nộp báo cáo" in found.flaw.what.vi, found.flaw.what.vi)
        assertTrue("the time for sending the report is over" in found.flaw.what.en, found.flaw.what.en)
        assertTrue(found.flaw.story.size <= 12, "${found.flaw.story.size} steps")
        // The scenario is one like any other: every language plays it.
        assertEquals(folder.resolve("in-time.json"), found.kept)
        assertEquals(found.flaw.story.size, runScenario(found.kept.toString()).steps.size)
    }

    @Test
    fun `a name of any kind is kept`(@TempDir folder: Path) {
        for ((name, file) in listOf("a/b c" to "a-b-c.json", "../up" to "-up.json", ".." to "counterexample.json")) {
            val found = assertThrows(RuleFlaw::class.java) { checkRules(listOf(inTime), name, keep = folder, seed = 3552) }
            assertEquals(folder.resolve(file), found.kept)
            assertTrue(Files.exists(folder.resolve(file)))
        }
    }

    @Test
    fun `how many lives and steps is told where it is none`() {
        val steps = assertThrows(IllegalArgumentException::class.java) { checkRules(listOf(byDay), steps = -5) }
        assertEquals("`steps` is how long a life is, expected at least 1, found `-5`", steps.message)
        val lives = assertThrows(IllegalArgumentException::class.java) { checkRules(listOf(byDay), lives = 0) }
        assertEquals("`lives` is how many directives are tried, expected at least 1, found `0`", lives.message)
    }

    @Test
    fun `a rule that is right passes`(@TempDir folder: Path) {
        checkRules(listOf(byDay), lives = 15, keep = folder, seed = 3552)
        assertEquals(0, Files.list(folder).use { it.count() })
    }

    @Test
    fun `what is drawn fits together`() {
        val random = RandomSource.seeded(3552)
        repeat(10) {
            val world = Arb.worlds().next(random)
            val actor = Arb.actors(world.directory, world.start.toLocalDate()).next(random)
            assertTrue(actor.unit in world.directory.unitIds())
            Rehearsal(world.directory, world.mandate, world.start).use { rehearsal ->
                val accepted = (1..10).count { rehearsal.attempt(Arb.commands(rehearsal).next(random)).events.isNotEmpty() }
                assertTrue(accepted > 0)
                assertNull(rehearsal.flaw())
            }
        }
    }
}
