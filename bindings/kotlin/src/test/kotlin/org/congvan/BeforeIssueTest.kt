package org.congvan

import java.nio.file.Path
import java.time.LocalDate
import kotlin.io.path.writeText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What can be asked before anything is issued: what is wrong with a mandate, what it leads to, which days are worked. */
class BeforeIssueTest {
    @Test
    fun `a careful clerk finds a deadline on the day of issue`() {
        val (directory, calendar, mandate) = Triple(Small.directory(), Calendar.official(), Small.mandate())
        assertEquals(emptyList<Finding>(), mandate.check(directory, calendar, Small.day.toLocalDate()))
        val finding = mandate.check(directory, calendar, LocalDate.of(2024, 4, 10)).single()
        assertEquals("deadline-on-issue-day" to "assignments.1", finding.code to finding.place)
        assertEquals(Severity.CONFLICT, finding.severity)
        assertEquals(listOf(LocalDate.of(2024, 4, 10)), finding.days)
        assertTrue(finding.line > 0U && "10/4/2024" in finding.told.vi, finding.told.vi)
    }

    @Test
    fun `the checker looks at every state that a mandate can reach`() {
        Context(Small.directory()).use { context ->
            val explored = Small.mandate().explore(context, Small.day.toLocalDate())
            assertTrue(explored.proved && explored.complete && explored.states > 1_000UL, explored.told.en)
            assertEquals(emptyList<NamedText>(), explored.counterexample)
            val stopped = Small.mandate().explore(context, Small.day.toLocalDate(), maxStates = 10UL)
            assertFalse(stopped.proved || stopped.complete, stopped.told.en)
        }
    }

    @Test
    fun `the checker tells the way to where a rule leaves a unit stuck`(@TempDir folder: Path) {
        val mute = object : CustomRule {
            override fun name() = "mute"

            override fun version() = "1"

            override fun onOffer(question: RuleQuestion): Objection? =
                if (question.kind in setOf(Kind.SUBMIT, Kind.RECORD_ON_BEHALF)) {
                    Objection(sentence = Text(vi = "không nhận báo cáo", en = "no report is taken"), cure = Text(vi = "chờ", en = "wait"))
                } else {
                    null
                }

            override fun onCommand(question: RuleQuestion, command: Command): Objection? = null
        }
        Context(Small.directory(), rules = listOf(mute)).use { context ->
            val explored = Small.mandate().explore(context, Small.day.toLocalDate())
            assertFalse(explored.proved, explored.told.en)
            // A scenario like any other, with the files that it names: it plays to where nothing goes on.
            for (file in explored.counterexample) folder.resolve(file.name).writeText(file.text)
            val run = runScenario("${folder.resolve(explored.counterexample.first().name)}")
            assertTrue(run.steps.isNotEmpty() && run.steps.all { it.refused.isEmpty() }, "${run.steps}")
        }
    }

    @Test
    fun `a calendar knows the holidays, the days worked for them, and counts`() {
        Calendar.official().use { calendar ->
            // The commemoration of the Hùng Kings, and the Saturday that was worked for 29 April.
            assertFalse(calendar.isWorkingDay(LocalDate.of(2024, 4, 18)))
            assertTrue(calendar.isWorkingDay(LocalDate.of(2024, 5, 4)))
            val before = LocalDate.of(2024, 4, 26)
            assertEquals(LocalDate.of(2024, 5, 2), calendar.addWorkingDays(before, 1))
            assertEquals(before, calendar.addWorkingDays(LocalDate.of(2024, 5, 2), -1))
            assertEquals(1U, calendar.workingDaysBetween(before, LocalDate.of(2024, 5, 2)))
        }
        val wrong = assertThrows(CongvanException.Input::class.java) { Calendar.fromText("c.toml", "holidays = 5") }
        assertEquals("c.toml", wrong.errors.first().file)
    }

    @Test
    fun `the schema of commands and of events names every one`() {
        assertEquals(Kind.entries.map(::kindCode).toSet(), namesIn(jsonSchema(SchemaOf.COMMANDS)))
        assertEquals(EventName.entries.map(::eventNameCode).toSet(), namesIn(jsonSchema(SchemaOf.EVENTS)))
        val schemas = SchemaOf.entries.map { Json.parseToJsonElement(jsonSchema(it)).jsonObject }
        assertEquals(SchemaOf.entries.size, schemas.toSet().size)
        val ids = listOf(SchemaOf.WRITTEN_COMMANDS, SchemaOf.COMMANDS).map { of ->
            schemas[of.ordinal].getValue("\$defs").jsonObject.getValue("ObligationId").jsonObject
        }
        assertEquals(ids[1], ids[0].getValue("anyOf").jsonArray.first())
    }

    /** The only key that each of the alternatives asks for. */
    private fun namesIn(schema: String): Set<String> =
        Json.parseToJsonElement(schema).jsonObject.getValue("oneOf").jsonArray
            .map { it.jsonObject.getValue("properties").jsonObject.keys.single() }.toSet()
}
