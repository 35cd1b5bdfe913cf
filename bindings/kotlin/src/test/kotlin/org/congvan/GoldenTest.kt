package org.congvan

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.nameWithoutExtension
import kotlin.io.path.readLines
import kotlin.io.path.readText

/** Every golden scenario, played step by step from Kotlin, with the log that Rust writes, byte for byte. */
class GoldenTest {
    @TestFactory
    fun `on a register`(): List<DynamicTest> = each { scenario, expected -> RegisterStage(scenario).use { play(scenario, expected, it) } }

    @TestFactory
    fun `on the pure core`(): List<DynamicTest> = each { scenario, expected -> PureStage(scenario).use { play(scenario, expected, it) } }

    @TestFactory
    fun `over a journal of the host`(): List<DynamicTest> {
        val dispatch = Scenario.repository("examples")
        return each({ it.file.startsWith(dispatch) }) { scenario, expected ->
            val journal = MapJournal()
            RegisterStage(scenario, Register.over(journal)).use { play(scenario, expected, it) }
            assertEquals(expected.lines, journal.feed(0UL, UInt.MAX_VALUE))
        }
    }

    @Test
    fun `every command and every event goes through its type byte for byte`() {
        val commands = mutableSetOf<String>()
        val events = mutableSetOf<String>()
        for (scenario in Scenario.all()) {
            val run = runScenario(scenario.file.toString())
            for (command in run.steps.map { Json.parseToJsonElement(it.commandJson).jsonObject }) {
                val text = canonical(command).toString()
                assertEquals(text, commandToJson(commandFromJson(text)), Scenario.nameOf(scenario))
                commands += nameOf(command)
            }
            for (text in run.lines.map(::eventText)) {
                val event = eventFromJson(text)
                // One that is not known goes through as a text, which would show nothing.
                assertFalse(event is Event.Unknown, text)
                assertEquals(text, eventToJson(event), Scenario.nameOf(scenario))
                events += nameOf(Json.parseToJsonElement(text).jsonObject)
            }
        }
        assertEquals(Kind.entries.map(::kindCode).toSet(), commands)
        assertEquals(48, commands.size)
        assertEquals(EventName.entries.map(::eventNameCode).toSet(), events)
    }

    @TestFactory
    fun `a history of every release is read, written again and replayed`(): List<DynamicTest> {
        val folders = Scenario.repository("tests/compat").listDirectoryEntries()
        val histories = folders.flatMap { it.listDirectoryEntries("*.jsonl") }
        assertTrue(histories.size >= 6)
        return histories.map { path ->
            dynamicTest(path.toString()) {
                val lines = path.readLines()
                assertEquals(lines, lines.map { recordToJson(recordFromJson(it)) })
                val end = Json.parseToJsonElement(path.resolveSibling("ends.json").readText()).jsonObject
                    .getValue(path.nameWithoutExtension).jsonObject
                val events = end.getValue("events").jsonPrimitive.long.toULong()
                val directive = recordFromJson(lines.first()).directive
                assertEquals(end.getValue("head").jsonPrimitive.content, verify(directive, lines).head)
                Directive.replay(directive, lines).use {
                    assertEquals(events, it.version())
                    assertEquals(end.getValue("state").jsonPrimitive.content, nameOf(it.state()))
                }
            }
        }
    }

    @Test
    fun `there are scenarios`() {
        assertTrue(Scenario.all().size > 70)
    }

    private fun each(which: (Scenario) -> Boolean = { true }, test: (Scenario, ScenarioRun) -> Unit) =
        Scenario.all().filter(which).map { scenario ->
            dynamicTest(Scenario.nameOf(scenario)) { test(scenario, runScenario(scenario.file.toString())) }
        }

    private fun play(scenario: Scenario, expected: ScenarioRun, stage: Stage) {
        assertEquals(expected.steps.size, scenario.steps.size)
        scenario.steps.forEachIndexed { index, step ->
            val told = "step ${index + 1}"
            try {
                val events = stage.act(step, "step-%04d".format(index + 1))
                assertEquals(null, step.refused, "$told: expected a refusal, found $events")
                step.events?.let { assertEquals(it, events, told) }
                assertEquals(expected.steps[index].events, events, told)
            } catch (refused: CongvanException.Refused) {
                assertEquals(step.refused, refused.reasons.map { it.code }, "$told: ${refused.message}")
            }
        }
        for ((id, state) in scenario.endStates) assertEquals(state, stage.state(id), id)
        for ((key, state) in scenario.endObligations) assertEquals(state, stage.obligation(scenario.directive, key), key)
        assertEquals(expected.lines, stage.lines())
    }
}

/** Where a scenario is played. */
private interface Stage : AutoCloseable {
    /** Has one command judged and kept; the answer is the names of the events. */
    fun act(step: Scenario.Step, commandId: String): List<String>

    fun state(directive: String): String

    /** The state of the obligation with a key; none where there is none. */
    fun obligation(directive: String, key: String): String?

    /** The log of every directive, in the order of commits. */
    fun lines(): List<String>
}

private class RegisterStage(scenario: Scenario, private val register: Register = Register.open("memory:")) : Stage {
    private val directory = scenario.directory

    init {
        register.setDirectory(directory)
        scenario.calendar?.let { register.setCalendar(it) }
    }

    override fun act(step: Scenario.Step, commandId: String): List<String> =
        register.executeJson(step.directive, step.actor(directory), step.command(), step.at, commandId).let { executed ->
            val page = register.logLines(step.directive, executed.committed.first - 1UL, executed.events.size.toUInt())
            page.map { nameOf(eventOf(it)) }
        }

    override fun state(directive: String) = nameOf(register.state(directive))

    override fun obligation(directive: String, key: String) =
        register.find(directive, key)?.let { nameOf(register.obligationState(directive, it)) }

    override fun lines() = register.lines().toList()

    override fun close() = register.close()
}

/** A host that keeps the rows itself: here, in lists. */
private class PureStage(scenario: Scenario) : Stage {
    private val directory = scenario.directory
    private val context = Context(directory, scenario.calendar)
    private val directives = mutableMapOf<String, Directive>()
    private val rows = mutableListOf<SealedRow>()
    private val last = mutableMapOf<String, SealedRow>()

    override fun act(step: Scenario.Step, commandId: String): List<String> {
        val directive = directives.getOrPut(step.directive) { Directive(step.directive) }
        return directive.decideJson(step.command(), step.actor(directory), step.at, context).use { decision ->
            val sealed = decision.seal(commandId, rows.size.toULong(), last[step.directive]?.hash)
            directive.apply(decision)
            rows += sealed
            last[step.directive] = sealed.last()
            sealed.map { eventOf(it.line) }.firstNotNullOfOrNull { it["issued"] }?.let { remember(directive, it.jsonObject) }
            Json.parseToJsonElement(decision.eventsJson()).jsonArray.map { nameOf(it.jsonObject) }
        }
    }

    /** The host knows which numbers its directives have taken, and which directives may replace others. */
    private fun remember(directive: Directive, issued: JsonObject) {
        val issue = issued.getValue("issue").jsonObject
        val header = directive.mandate()!!.use { Json.parseToJsonElement(it.toJson()).jsonObject.getValue("header").jsonObject }
        val year = issue.text("date")!!.substringBefore('-').toInt()
        val number = issue.getValue("number").toString().toUInt()
        context.takeNumber(header.text("issuing_body")!!, header.text("series"), year, number)
        context.addSuccessor(directive)
    }

    override fun state(directive: String) = nameOf(directives.getValue(directive).state())

    override fun obligation(directive: String, key: String) =
        directives.getValue(directive).let { found -> found.find(key)?.let { nameOf(found.obligationState(it)) } }

    override fun lines(): List<String> {
        for ((id, directive) in directives) {
            val own = rows.map { it.line }.filter { Json.parseToJsonElement(it).jsonObject.text("directive") == id }
            assertEquals(own.size.toULong(), verify(id, own).events)
            Directive.replay(id, own).use { assertEquals(directive.answerJson(Question.State, Small.day), it.answerJson(Question.State, Small.day)) }
        }
        return rows.map { it.line }
    }

    override fun close() {
        directives.values.forEach(Directive::close)
        context.close()
    }
}

/** The value with its names in order, as the library writes it (RFC 8785); the scenarios hold no number that has two forms. */
private fun canonical(value: JsonElement): JsonElement =
    when (value) {
        is JsonObject -> JsonObject(value.toSortedMap().mapValues { canonical(it.value) })
        is JsonArray -> JsonArray(value.map(::canonical))
        is JsonPrimitive -> value
    }

/** The text of the event in a line: its columns stand in the order of their names, and `fingerprint` follows. */
private fun eventText(line: String) = line.substringAfter("""event":""").substringBeforeLast(""","fingerprint":""")

private fun eventOf(line: String) = Json.parseToJsonElement(line).jsonObject.getValue("event").jsonObject

/** The frozen name of a state, as scenarios write it. */
private fun nameOf(state: DirectiveState) = directiveStateName(state).name.lowercase()

private fun nameOf(state: ObligationState) = obligationStateName(state).name.lowercase()

/** An event is an object with its name as the only key. */
private fun nameOf(event: JsonObject) = event.keys.single()
