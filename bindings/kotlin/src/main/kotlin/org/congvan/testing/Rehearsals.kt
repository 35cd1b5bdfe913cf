package org.congvan.testing

import io.kotest.property.Arb
import io.kotest.property.RandomSource
import io.kotest.property.arbitrary.arbitrary
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.filter
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.long
import io.kotest.property.arbitrary.map
import io.kotest.property.arbitrary.take
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime
import org.congvan.Actor
import org.congvan.Attempt
import org.congvan.Command
import org.congvan.CongvanException
import org.congvan.CustomRule
import org.congvan.Directory
import org.congvan.Mandate
import org.congvan.Objection
import org.congvan.Rehearsal
import org.congvan.RehearsalFlaw
import org.congvan.RuleQuestion
import org.congvan.Text
import org.congvan.actorsIn

/*
 * Property tests of a province's rules: kotest draws what people try, the library judges it. Who uses this package adds
 * `io.kotest:kotest-property-jvm` to the tests.
 */

/** A rule out of functions: [onOffer] is asked before the content of a command is known, [onCommand] sees it. */
public fun ruleOf(
    name: String,
    version: String = "1",
    onOffer: (RuleQuestion) -> Objection? = { null },
    onCommand: (RuleQuestion, Command) -> Objection? = { _, _ -> null },
): CustomRule =
    object : CustomRule {
        override fun name() = name

        override fun version() = version

        override fun onOffer(question: RuleQuestion) = onOffer(question)

        override fun onCommand(question: RuleQuestion, command: Command) = onCommand(question, command)
    }

/** What a rule says when it refuses, and what would satisfy it, in Vietnamese and English. */
public fun objection(
    vi: String,
    en: String,
    cureVi: String = "xin ý kiến cấp có thẩm quyền",
    cureEn: String = "ask the authority",
): Objection = Objection(sentence = Text(vi = vi, en = en), cure = Text(vi = cureVi, en = cureEn))

/** A small invented province and what a directive in it orders. */
public class World(public val directory: Directory, public val mandate: Mandate, public val actors: List<Actor>, public val start: OffsetDateTime)

/** What a rehearsal follows from: the numbers of its world, the kinds it does without, a number for each step. */
public data class Life(val numbers: List<Int>, val swarm: Long, val steps: List<Long>)

private val numbers: Arb<List<Int>> = Arb.list(Arb.int(0..255), 48..48)

private fun invented(numbers: List<Int>, rules: List<CustomRule> = emptyList(), swarm: Long = 0): Rehearsal? =
    try {
        Rehearsal.invented(ByteArray(numbers.size) { numbers[it].toByte() }, rules, swarm)
    } catch (_: CongvanException.Input) {
        null
    }

/** Small provinces with a mandate each: a few units with their people, a few assignments, no meeting, one or two. */
public fun Arb.Companion.worlds(): Arb<World> =
    numbers.filter { drawn -> invented(drawn)?.use { true } ?: false }.map { drawn ->
        checkNotNull(invented(drawn)).use { World(it.directory(), it.mandate(), it.actors(), it.now()) }
    }

/** The directories of small provinces. */
public fun Arb.Companion.directories(): Arb<Directory> = worlds().map { it.directory }

/** Mandates that can be issued in the small province of the same [worlds]. */
public fun Arb.Companion.mandates(): Arb<Mandate> = worlds().map { it.mandate }

/** Everybody who may act in a directory on a day, in each capacity that it gives. */
public fun Arb.Companion.actors(directory: Directory, on: LocalDate): Arb<Actor> {
    val everybody = mutableListOf<Actor>()
    do {
        val page = actorsIn(directory, on, skip = everybody.size.toUInt())
        everybody += page
    } while (page.isNotEmpty())
    return element(everybody)
}

/** Who may try what next: mostly what is offered to somebody who has a part in it, sometimes what nobody should do. */
public fun Arb.Companion.commands(rehearsal: Rehearsal): Arb<Attempt> = Arb.long().map { rehearsal.propose(it) }

/** Lives of invented directives, each of so many steps at most. */
public fun Arb.Companion.lives(steps: Int = 40): Arb<Life> {
    require(steps >= 1) { "`steps` is how long a life is, expected at least 1, found `$steps`" }
    val numbers = numbers.filter { drawn -> invented(drawn)?.use { true } ?: false }
    val (swarms, choices) = Arb.long() to Arb.list(Arb.long(), steps / 2..steps)
    return arbitrary { Life(numbers.bind(), swarms.bind(), choices.bind()) }
}

/** A rule does what no rule may; the message tells the way to it in both languages, and [kept] is where its scenario lies. */
public class RuleFlaw(public val flaw: RehearsalFlaw, public val kept: Path?) : AssertionError(told(flaw, kept))

private fun told(flaw: RehearsalFlaw, kept: Path?): String {
    val vi = listOf(flaw.what.vi) + flaw.story.map { it.vi }
    val en = listOf(flaw.what.en) + flaw.story.map { it.en }
    return (vi + "" + en + listOfNotNull(kept?.let { "\ncongvan run $it" })).joinToString("\n")
}

/**
 * Takes one directive through its life under these rules and raises [RuleFlaw] where a rule keeps a unit from ever
 * answering or the directive from ever ending; for use in kotest's `checkAll(Arb.lives())`.
 *
 * @param keep the folder in which the shortest way to it is kept as a scenario of this [name]; null keeps nothing
 */
public fun rehearse(life: Life, rules: List<CustomRule>, name: String = "counterexample", keep: Path? = Path.of("counterexamples")) {
    val rehearsal = invented(life.numbers, rules, life.swarm) ?: return
    rehearsal.use { live(it, life.steps, name, keep) }
}

/** Takes a directive of your own as far as the steps go, and judges where it has come. */
public fun live(rehearsal: Rehearsal, steps: List<Long>, name: String = "counterexample", keep: Path? = Path.of("counterexamples")) {
    steps.forEach { rehearsal.attempt(rehearsal.propose(it)) }
    val flaw = rehearsal.flaw(fileName(name)) ?: return
    throw RuleFlaw(flaw, keep?.let { kept(it, flaw) })
}

/** A name of any kind as one of a file: what is neither letter nor digit might be a folder, or nothing that a disk takes. */
private fun fileName(name: String): String =
    name.map { if (it.isLetterOrDigit() || it in "-_.") it else '-' }.joinToString("").trimStart('.').ifEmpty { "counterexample" }

private fun kept(folder: Path, flaw: RehearsalFlaw): Path {
    Files.createDirectories(folder)
    flaw.files.forEach { Files.writeString(folder.resolve(it.name), it.text) }
    return folder.resolve(flaw.files.first().name)
}

/**
 * Takes so many invented directives through their lives under these rules.
 *
 * What is found is made short by the library, which knows commands; kotest knows numbers only.
 *
 * @throws RuleFlaw with the shortest way to what a rule does and no rule may
 */
public fun checkRules(
    rules: List<CustomRule>,
    name: String = "counterexample",
    lives: Int = 60,
    steps: Int = 40,
    keep: Path? = Path.of("counterexamples"),
    seed: Long? = null,
) {
    require(lives >= 1) { "`lives` is how many directives are tried, expected at least 1, found `$lives`" }
    val random = seed?.let { RandomSource.seeded(it) } ?: RandomSource.default()
    Arb.lives(steps).take(lives, random).forEach { rehearse(it, rules, name, keep) }
}
