package org.congvan

import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What was cut off or altered, wherever it was done, is told with a type and is never a defect of the library. */
class AlteredTest {
    @Test
    fun `a file cut anywhere is a typed exception`(@TempDir folder: Path) {
        var seen = 0
        var refused = 0
        for ((name, text) in files()) {
            val file = folder.resolve(name)
            for (cut in cuts(text)) {
                file.writeText(cut)
                for (read in listOf<() -> AutoCloseable>(
                    { Mandate.fromText(name, cut) }, { Mandate.fromFile("$file") },
                    { Directory.fromText(name, cut) }, { Directory.fromFile("$file") },
                    { Calendar.fromText(name, cut) }, { Calendar.fromFile("$file") },
                )) {
                    seen += 1
                    if (isRefused { read().close() }) refused += 1
                }
            }
        }
        assertTrue(seen > 500 && refused > seen * 3 / 4, "$refused of $seen were refused")
    }

    @Test
    fun `a line altered anywhere is found and is a typed exception`() {
        val lines = Small.register().use { register ->
            Small.issue(register)
            register.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
            register.lines(Small.DIRECTIVE).toList()
        }
        var seen = 0
        for ((at, line) in lines.withIndex()) {
            val record = Json.parseToJsonElement(line)
            assertEquals(line, record.toString(), "what is not altered is written as it was read")
            for (altered in altered(record).map { it.toString() }.filter { it != line }) {
                seen += 1
                val told = lines.take(at) + altered
                assertThrows(CongvanException::class.java, { verify(Small.DIRECTIVE, told) }, altered)
                isRefused { recordFromJson(altered) }
                isRefused { Directive.replay(Small.DIRECTIVE, told).close() }
            }
        }
        assertTrue(seen > 500, "$seen alterations")
    }

    private fun files(): Map<String, String> {
        val folder = Scenario.repository("examples/own-database")
        val (mandate, directory) = folder.resolve("mandate.toml") to folder.resolve("directory.toml")
        return mapOf(
            "mandate.toml" to mandate.readText(),
            "directory.toml" to directory.readText(),
            "mandate.json" to Mandate.fromFile("$mandate").use { it.toJson() },
            "directory.json" to Directory.fromFile("$directory").use { it.toJson() },
        )
    }

    /** The text cut off here and there, or with a character there that belongs in no text. */
    private fun cuts(text: String): List<String> =
        (text.indices step 37).map { end -> text.take(end) + if (end % 2 == 0) "" else "\u007f" + text.drop(end + 5) }

    /** The value with each value in it replaced by each of the wrong ones, one at a time. */
    private fun altered(value: JsonElement): Sequence<JsonElement> = sequence {
        yieldAll(WRONG)
        when (value) {
            is JsonObject -> for ((name, inner) in value) yieldAll(altered(inner).map { JsonObject(value + (name to it)) })
            is JsonArray -> for (at in value.indices) yieldAll(altered(value[at]).map { JsonArray(value.take(at) + it + value.drop(at + 1)) })
            is JsonPrimitive -> Unit
        }
    }

    /** Whether it is refused with a type; whatever else is raised is a defect. */
    private fun isRefused(call: () -> Unit): Boolean =
        try {
            call()
            false
        } catch (_: CongvanException) {
            true
        }

    private companion object {
        val WRONG = listOf(
            JsonNull, JsonPrimitive("có dấu"), JsonPrimitive(-1), JsonArray(emptyList()), JsonObject(emptyMap()),
            Json.parseToJsonElement("1180591620717411303424"),
        )
    }
}
