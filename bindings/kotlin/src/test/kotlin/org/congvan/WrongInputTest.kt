package org.congvan

import java.lang.reflect.InvocationTargetException
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.nio.file.Path
import kotlin.io.path.writeBytes
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Whatever text is given to whatever is exported: an answer or a typed exception, never a defect of the library. */
class WrongInputTest {
    @Test
    fun `no text given to anything is a defect`() {
        var seen = 0
        var refused = 0
        Given().use { given ->
            for (call in given.calls()) {
                for (at in call.types.indices.filter { isText(call.types[it]) }) {
                    for (others in listOf(Small.DIRECTIVE, "d.toml", "so-y-te/1", "ubnd-tinh.head")) {
                        val right = call.types.map { given.right(call.name, it, others) }
                        for (wrong in WRONG) {
                            val arguments = right.toTypedArray()
                            arguments[at] = if (call.types[at] == String::class.java) wrong else given.lines.dropLast(1) + wrong
                            seen += 1
                            if (isRefused(call, arguments, wrong)) refused += 1
                        }
                    }
                }
            }
        }
        assertTrue(seen > 2_000, "$seen calls were found")
        assertTrue(refused > seen / 2, "$refused of $seen calls were refused")
    }

    @Test
    fun `wrong texts inside values are typed exceptions`() {
        Given().use { given ->
            for (wrong in WRONG - IDENTIFIERS) {
                val actor = Small.director.copy(person = wrong)
                val submit = (Small.submit() as Command.Submit).copy(hash = wrong)
                typed { given.register.inbox(actor) }
                typed { given.register.execute(Small.DIRECTIVE, Small.director, submit, Small.later) }
                typed { given.register.executeMany(listOf(ExecuteRequest(Small.DIRECTIVE, actor, submit))) }
                typed { commandToJson(submit) }
                val conflict = CongvanException.Conflict(wrong, 1UL, 2UL)
                typed { describe(conflict, Lang.VI) }
                assertTrue(conflict.message.isNotEmpty())
                val lapsed = ObligationState.Returned(Revision(1U.toUShort(), wrong, emptyList(), "p4", Small.later))
                typed { obligationStateName(lapsed) }
            }
        }
    }

    @Test
    fun `numbers beyond what there is are typed exceptions`() {
        Given().use { given ->
            for (number in listOf(-1, Int.MIN_VALUE, Int.MAX_VALUE, 65_536)) {
                typed { given.register.obligationState(Small.DIRECTIVE, number) }
                typed { given.register.meetingState(Small.DIRECTIVE, number) }
                typed { given.directive.answerJson(Question.Provenance(number), Small.later) }
                typed { given.register.execute(Small.DIRECTIVE, Small.director, Command.Recall(number, "x"), Small.later) }
                given.register.planMeeting(Small.DIRECTIVE, number, Demand(Small.later))
            }
        }
    }

    @Test
    fun `a file that is no text is a typed exception`(@TempDir folder: Path) {
        val file = folder.resolve("bytes.toml").apply { writeBytes(byteArrayOf(-1, -2, 0, 97)) }.toString()
        for (read in listOf<(String) -> Any>(Mandate::fromFile, Directory::fromFile, Calendar::fromFile, ::runScenario)) {
            assertThrows(CongvanException::class.java) { read(file) }
            assertThrows(CongvanException::class.java) { read(folder.toString()) }
        }
    }

    private fun typed(call: () -> Any?) {
        assertThrows(CongvanException::class.java) { call() }
    }

    private fun isRefused(call: Call, arguments: Array<Any?>, wrong: String): Boolean =
        try {
            (call.run(arguments) as? AutoCloseable)?.close()
            false
        } catch (raised: InvocationTargetException) {
            val told = "`${call.name}` with `${wrong.take(40).map { if (it in ' '..'~') it else '?' }.joinToString("")}` of ${wrong.length} characters"
            when (val cause = raised.targetException) {
                is CongvanException, is IllegalArgumentException -> true
                else -> throw AssertionError("${cause.javaClass.name} of $told", cause)
            }
        }

    private fun isText(type: Type) = type == String::class.java || isTexts(type)

    private fun isTexts(type: Type) =
        type is ParameterizedType && type.rawType == List::class.java && type.actualTypeArguments.single().let { it == String::class.java || it.typeName == "? extends java.lang.String" }

    /** A value that is right, for everything that a call takes. */
    private inner class Given : AutoCloseable {
        val register = Small.register().also { Small.issue(it) }
        val lines = register.lines(Small.DIRECTIVE).toList()
        val directive = Directive.replay(Small.DIRECTIVE, lines)
        private val directory = Small.directory()
        private val mandate = Small.mandate()
        private val calendar = Calendar.official()
        private val context = Context(directory)
        private val decision = directive.decide(Small.submit(), Small.director, Small.later, context)
        private val objects: List<AutoCloseable> =
            listOf(register, directive, directory, mandate, calendar, context, decision, register.subscribe())
        private val values: List<Any> =
            objects + listOf(
                Small.director, Small.submit(), Small.later, Small.day.toLocalDate(), Question.Board, Demand(Small.later), MapJournal(), mandate.header(),
            )

        /** Every call that takes a text. */
        fun calls(): List<Call> = Exported.calls(objects).filter { call -> call.name !in ENDING && call.types.any(::isText) }

        fun right(call: String, type: Type, text: String): Any? {
            val raw = ((type as? ParameterizedType)?.rawType ?: type) as Class<*>
            if (call.startsWith("execute") || call.startsWith("decideJson")) if (type == String::class.java && text == "d.toml") return "{\"sign\": {}}"
            return when {
                raw == String::class.java -> text
                isTexts(type) -> lines
                else -> Exported.plain(raw) ?: values.firstOrNull(raw::isInstance) ?: throw AssertionError("no value of ${raw.name} is known for `$call`: give it one")
            }
        }

        override fun close() = objects.asReversed().forEach(AutoCloseable::close)
    }

    private companion object {
        /** What is wrong elsewhere, and might be somebody's identifier. */
        val IDENTIFIERS = setOf("null", "99999999999999999999", "x.toml", "x.json", "..")

        /** Ends the object that the other calls need. */
        val ENDING = setOf("shutdown")

        val WRONG = listOf(
            "", " ", "\u0000", "có dấu", "a".repeat(5_000), "{}", "[]", "null", "\"", "\ud800", "{\"draft\": {\"mandate\": 5}}",
            "{\"submit\": {\"obligation\": -1}}", "{\"issue\": {\"date\": \"2024-02-30\", \"notation\": \"\", \"number\": 1e99}}", "[".repeat(20_000),
            "{\"a\":".repeat(20_000), "a = [".repeat(5_000), "sha256:" + "g".repeat(64), "/", "/dev/null/x.toml", "..", "\u202e\ufeff", "sqlite:",
            "sqlite:/dev/null/no.db", "99999999999999999999", "x.toml", "x.json",
        )
    }
}
