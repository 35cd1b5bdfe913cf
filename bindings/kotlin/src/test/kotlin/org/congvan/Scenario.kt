package org.congvan

import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime
import kotlin.io.path.extension
import kotlin.io.path.readText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** A golden scenario, read with no help of the library. */
internal class Scenario(val file: Path) {
    private val root = Json.parseToJsonElement(file.readText()).jsonObject

    val directive = root.text("directive")!!
    val directory: Directory = root.text("directory")!!.let { Directory.fromText(it, beside(it)) }
    val calendar: Calendar? = root.text("calendar")?.let { Calendar.fromText(it, beside(it)) }
    private val mandates =
        root["mandates"]?.jsonObject.orEmpty().mapValues { (_, name) ->
            name.jsonPrimitive.content.let { Mandate.fromText(it, beside(it)) }
        }
    val steps = root["steps"]!!.jsonArray.map { Step(it.jsonObject) }
    val endStates: Map<String, String> = ending("states")
    val endObligations: Map<String, String> = ending("obligations")

    /** One step: who does what when, and what is expected. */
    inner class Step(private val json: JsonObject) {
        val at: OffsetDateTime = OffsetDateTime.parse(json.text("at")!!)
        val directive = json.text("directive") ?: this@Scenario.directive
        val events = json["events"]?.texts()
        val refused = json["refused"]?.texts()

        fun actor(directory: Directory): Actor = actor(json["actor"]!!, directory, at.toLocalDate())

        /** The command as JSON, a mandate's name replaced by the mandate. */
        fun command(): String {
            val command = json["command"]!!.jsonObject
            val draft = command["draft"]?.jsonObject ?: return command.toString()
            val name = draft["mandate"] as? JsonPrimitive ?: return command.toString()
            val mandate = Json.parseToJsonElement(mandates.getValue(name.content).toJson())
            return JsonObject(mapOf("draft" to JsonObject(draft + ("mandate" to mandate)))).toString()
        }
    }

    private fun beside(name: String) = file.resolveSibling(name).readText()

    private fun ending(what: String) =
        root["ends"]?.jsonObject?.get(what)?.jsonObject.orEmpty().mapValues { (_, state) -> state.jsonPrimitive.content }

    companion object {
        /** The tests run at the root of the repository. */
        private val root: Path = Path.of("").toRealPath()

        /** A file of the repository. */
        fun repository(path: String): Path = root.resolve(path)

        /** Every golden scenario of the repository. */
        fun all(): List<Scenario> {
            val golden = Files.list(repository("tests/golden")).use { files -> files.filter { it.extension == "json" }.toList() }
            val mandates = Files.list(repository("examples/mandates")).use { folders -> folders.map { it.resolve("scenario.json") }.toList() }
            // A path is itself a list of names: it is added as one element.
            val all = golden + mandates.filter(Files::exists) + listOf(repository("examples/directive-3552/scenario.json"))
            return all.sorted().map(::Scenario)
        }

        /** The name of a scenario, from the root. */
        fun nameOf(scenario: Scenario): String = root.relativize(scenario.file).toString()
    }
}

/** The actor that a name such as `so-noi-vu.head as chair` means on a day, or that is written out. */
internal fun actor(json: JsonElement, directory: Directory, on: LocalDate): Actor =
    if (json is JsonPrimitive) directory.actor(json.content, on) else actorFromJson(json.toString())

internal fun JsonObject.text(name: String): String? = (this[name] as? JsonPrimitive)?.takeIf { it.isString }?.content

private fun JsonElement.texts() = jsonArray.map { it.jsonPrimitive.content }
