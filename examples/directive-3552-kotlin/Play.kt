/** Dispatch 3552/UBND-SNV from its first draft to the conclusion of its meeting, in one SQLite file. */
package org.congvan.examples.directive3552

import java.nio.file.Files
import java.nio.file.Path
import java.time.OffsetDateTime
import java.time.format.DateTimeFormatter
import kotlin.io.path.readText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.congvan.Actor
import org.congvan.BoardCell
import org.congvan.CongvanException
import org.congvan.Directory
import org.congvan.Mandate
import org.congvan.Register
import org.congvan.Standing
import org.congvan.directiveStateName
import org.congvan.directiveStateText

private class Step(val directive: String, val actor: Actor, val command: String, val at: OffsetDateTime)

private val hour = DateTimeFormatter.ofPattern("dd/MM HH:mm")

/** Who does what when; a draft names its mandate by the file. */
private fun steps(data: Path, directory: Directory): Sequence<Step> {
    val scenario = Json.parseToJsonElement(data.resolve("scenario.json").readText()).jsonObject
    fun JsonObject.text(name: String) = get(name)?.jsonPrimitive?.content
    return scenario.getValue("steps").jsonArray.asSequence().map { it.jsonObject }.map { step ->
        val at = OffsetDateTime.parse(step.text("at"))
        var command = step.getValue("command").jsonObject
        command["draft"]?.jsonObject?.text("mandate")?.let { name ->
            val file = scenario.getValue("mandates").jsonObject.text(name)!!
            val mandate = Mandate.fromFile(data.resolve(file).toString()).use { Json.parseToJsonElement(it.toJson()) }
            command = JsonObject(mapOf("draft" to JsonObject(mapOf("mandate" to mandate))))
        }
        val actor = directory.actor(step.text("actor")!!, at.toLocalDate())
        Step(step.text("directive") ?: scenario.text("directive")!!, actor, command.toString(), at)
    }
}

/** Executes every step; what is refused is told and changes nothing. */
private fun play(register: Register, steps: Sequence<Step>): OffsetDateTime {
    var (done, refused) = 0 to 0
    var last = OffsetDateTime.MIN
    steps.forEachIndexed { index, step ->
        try {
            register.executeJson(step.directive, step.actor, step.command, step.at, "step-%04d".format(index + 1))
            done += 1
        } catch (refusal: CongvanException.Refused) {
            refused += 1
            println("${step.at.format(hour)} ${step.actor.unit}: bị từ chối, ${refusal.reasons.first().sentence.vi}")
        }
        last = step.at
    }
    println("\n$done lệnh được thực hiện, $refused lệnh bị từ chối")
    return last
}

/** How an obligation stands, in words; the compiler says when a new standing has none. */
private fun told(standing: Standing): String =
    when (standing) {
        Standing.SettledOnTime -> "đúng hạn"
        Standing.SettledLate -> "xong nhưng chậm"
        Standing.InTime -> "còn hạn"
        Standing.NearDue -> "sắp đến hạn"
        Standing.Overdue -> "quá hạn"
        Standing.OverdueOnArrival -> "quá hạn khi văn bản đến"
        Standing.Absent -> "vắng"
        Standing.DoneLateByAddendum -> "bổ sung sau"
        Standing.NoDeadline -> "không hạn"
        is Standing.NotCounted -> "không tính"
    }

/** One obligation in the board: on time, late, absent, or not counted; with an arrow where it was returned. */
private fun sign(cell: BoardCell): String {
    val mark = when (cell.standing) {
        Standing.SettledOnTime -> "✓"
        Standing.SettledLate -> "chậm"
        Standing.Absent -> "vắng"
        else -> "-"
    }
    return if (cell.marks.returned > 0U) "$mark↺" else mark
}

/** Units by assignments and fields. */
private fun showBoard(register: Register, directive: String, at: OffsetDateTime) {
    val board = register.board(directive, at)
    val heads = board.columns.map { column -> listOfNotNull(column.assignment, column.field).joinToString("/") }
    println("\nBảng theo dõi\n" + " ".repeat(22) + heads.joinToString("") { it.padEnd(10) })
    for (row in board.rows) {
        val cells = row.cells.associate { it.column.toInt() to sign(it) }
        val name = row.cells.firstOrNull()?.key.orEmpty().substringBefore('/')
        println(name.padEnd(22) + heads.indices.joinToString("") { cells[it].orEmpty().padEnd(10) })
    }
    val counts = board.rows.flatMap { it.cells }.groupingBy { told(it.standing) }.eachCount()
    println("Tổng: " + counts.entries.joinToString { (standing, count) -> "$count $standing" })
}

/** What waits, what was concluded, and whether the log is the one that was written. */
private fun showEnd(register: Register, directive: String, at: OffsetDateTime) {
    register.blockers(directive, at).forEach { println("còn chờ: $it") }
    val milestones = register.timeline(directive, at).milestones.takeLast(4)
    println("\nMốc: " + milestones.joinToString { it.kind.name.lowercase() })
    val checked = register.verify(directive)
    val state = directiveStateText(directiveStateName(register.state(directive))).vi
    println("$directive: $state, ${checked.events} bản ghi, chuỗi nguyên vẹn đến ${checked.head}")
}

/** Plays the directive; the first argument names the new SQLite file, the second the folder of the directive. */
fun main(arguments: Array<String>) {
    val file = Path.of(arguments.getOrElse(0) { "3552-kotlin.db" })
    val data = Path.of(arguments.getOrElse(1) { "examples/directive-3552" })
    require(!Files.exists(file)) { "`$file` exists and is not overwritten: name another file or remove it" }
    Directory.fromFile(data.resolve("directory.toml").toString()).use { directory ->
        Register.open("sqlite:$file").use { register ->
            register.setDirectory(directory)
            val at = play(register, steps(data, directory))
            showBoard(register, "3552-ubnd-snv", at)
            showEnd(register, "3552-ubnd-snv", at)
        }
    }
}
