/** What a call costs from the JVM, for `cargo xtask bench bindings`: the cases of the reference in Rust, in its rounds. */
package org.congvan.bench

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.time.OffsetDateTime
import kotlin.io.path.readText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.congvan.Actor
import org.congvan.Capacity
import org.congvan.Command
import org.congvan.Context
import org.congvan.Directive
import org.congvan.Directory
import org.congvan.Fields
import org.congvan.Mandate
import org.congvan.Register
import org.congvan.actorFromJson
import org.congvan.page

private const val ID = "bench"
private const val ROUNDS = 15
private val NOW: OffsetDateTime = OffsetDateTime.parse("2024-03-25T08:00:00+07:00")

/** Where results go, so that no call is optimised away. */
@Volatile private var sink: Any? = null

fun main(arguments: Array<String>) {
    val folder = Path.of(arguments.first())
    if (arguments.getOrNull(1) != "job") {
        Directory.fromFile(folder.resolve("directory.toml").toString()).use { directory ->
            Mandate.fromFile(folder.resolve("mandate.toml").toString()).use { mandate -> small(directory, mandate) }
        }
    }
    job(folder)
}

private fun small(directory: Directory, mandate: Mandate) {
    val head = of("unit-00000", "head")
    figure("empty", 1_000_000) { sink = empty(sink) }
    Register.open("memory:").use { register ->
        register.setDirectory(directory)
        opening(mandate).forEachIndexed { step, (actor, command) -> register.execute(ID, actor, command, NOW, "opening-$step") }
        figure("query", 10_000) { sink = register.version(ID) }
        val obligation = checkNotNull(register.find(ID, "unit-00000/1a/cchc"))
        val turn = listOf(submit(obligation), Command.Recall(obligation = obligation, reason = "wrong file"))

        Context(directory).use { context ->
            Directive(ID).use { directive ->
                for ((actor, command) in opening(mandate)) directive.decide(command, actor, NOW, context).use(directive::apply)
                figure("decide", 2_000) { at -> directive.decide(turn[at % 2], head, NOW, context).use(directive::apply) }
            }
        }
        figure("execute", 2_000) { at -> sink = register.execute(ID, head, turn[at % 2], NOW, "turn-$at") }
        growth { at -> sink = register.explain(ID, head, turn[at % 2], NOW) }
        figure("page", 20) { sink = register.page(ID, 10UL, 1_000U) }
        figure("typed", 20) { sink = register.log(ID, 10UL, 1_000U) }
        figure("lines", 20) { sink = register.logLines(ID, 10UL, 1_000U) }
        figure("board", 5) { sink = register.board(ID, NOW) }
    }
}

/** Opening dispatch 3552 in its SQLite file, asking an inbox, executing a command and drawing the board: four calls. */
private fun job(folder: Path) {
    val job = Json.parseToJsonElement(folder.resolve("job.json").readText()).jsonObject
    val at = OffsetDateTime.parse(job.getValue("at").jsonPrimitive.content)
    val directive = job.getValue("directive").jsonPrimitive.content
    val actor = actorFromJson(job.getValue("actor").toString())
    val command = job.getValue("command").toString()
    // A machine that has just begun to interpret a call is no measure of it.
    val warm = 40 * ROUNDS
    // A job takes milliseconds and meets the disk: the median is of three times as many.
    val spent = LongArray(warm + 3 * ROUNDS) { round ->
        val copy = folder.resolve("job-kotlin-$round.db")
        Files.copy(folder.resolve("3552.db"), copy, StandardCopyOption.REPLACE_EXISTING)
        val start = System.nanoTime()
        Register.open("sqlite:$copy").use { register ->
            sink = register.inbox(actor, at)
            sink = register.executeJson(directive, actor, command, at, "job")
            sink = register.board(directive, at)
            System.nanoTime() - start
        }.also { Files.delete(copy) }
    }
    tell("job", spent.drop(warm))
}

/** The median of the rounds, each of so many turns, after as many to warm up. */
private fun figure(case: String, turns: Int, work: (Int) -> Unit) {
    var turn = 0
    val spent = List(2 * ROUNDS) {
        val start = System.nanoTime()
        repeat(turns) { work(turn++) }
        (System.nanoTime() - start) / turns
    }
    tell(case, spent.drop(ROUNDS))
}

/** How much memory 60,000 turns leave behind, where the system says what a process has: the least of three rounds, thrice. */
private fun growth(work: (Int) -> Unit) {
    val status = Path.of("/proc/self/status")
    if (!Files.exists(status)) return
    fun resident() = 1_024 * Files.readAllLines(status).first { it.startsWith("VmRSS:") }.filter(Char::isDigit).toLong()
    val grown = List(4) {
        val before = resident()
        repeat(20_000, work)
        System.gc()
        resident() - before
    }
    println("figure growth ${3 * grown.drop(1).min().coerceAtLeast(0)}")
}

private fun tell(case: String, spent: List<Long>) = println("figure $case ${spent.sorted()[spent.size / 2]}")

private fun empty(value: Any?): Any? = value

private fun submit(obligation: Int): Command =
    Command.Submit(
        fields = Fields(other = emptyMap()),
        hash = "sha256:" + "ab".repeat(32),
        mediaType = "application/pdf",
        obligation = obligation,
        signedAs = Capacity.HEAD,
        signedBy = of("unit-00000", "head").person,
    )

private fun opening(mandate: Mandate): List<Pair<Actor, Command>> {
    val chairman = of("ubnd-tinh", "head")
    return listOf(
        of("so-noi-vu", "officer") to Command.Draft(mandate),
        chairman to Command.RecordRuling(finding = "deadline-on-issue-day", reason = "urgent"),
        chairman to Command.Sign,
        of("ubnd-tinh", "clerk") to Command.Issue(date = NOW.toLocalDate(), notation = "UBND-SNV", number = 3_552U),
    )
}

private fun of(unit: String, office: String) =
    Actor(capacity = Capacity.valueOf(office.uppercase()), person = "p.$unit.$office", unit = unit)
