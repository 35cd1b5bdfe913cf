package org.congvan

import java.time.OffsetDateTime
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What a register answers about a directive, with the figures and names that a person would look for. */
class AnswersTest {
    @Test
    fun `the statistics count a report that is late`() = issued { register ->
        val onTime = Statistics(0U, 0U, openOnTime = 2U, openLate = 0U, 0U, 0U, 0U)
        assertEquals(onTime, register.statistics(Small.DIRECTIVE, Small.later))
        assertEquals(onTime.copy(openOnTime = 1U, openLate = 1U), register.statistics(Small.DIRECTIVE, OVERDUE))
    }

    @Test
    fun `the progress is told by unit, assignment and stage`() = issued { register ->
        register.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
        register.execute(Small.DIRECTIVE, Small.officer, Command.Accept(hash = HASH, obligation = Small.REPORT), Small.later)
        val progress = register.progress(Small.DIRECTIVE, Small.later)
        assertEquals(listOf(2U, 1U, 1U, 1U), progress.total.run { listOf(total, settled, open, onTime) })
        assertEquals(listOf("so-noi-vu" to 0U, "so-y-te" to 1U), progress.units.map { (it.holder as Performer.Unit).v1 to it.counts.settled })
        assertEquals(listOf("1" to 1U, "2" to 0U), progress.assignments.map { it.assignment to it.counts.settled })
        assertEquals(listOf(StageKind.WORK, StageKind.WORK), progress.stages.map { it.kind })
    }

    @Test
    fun `the emulation sheet has a row for each unit`() = issued { register ->
        val rows = register.emulation(Small.DIRECTIVE, OVERDUE).rows.associateBy { it.holder }
        assertEquals(setOf<Performer>(Performer.Unit("so-noi-vu"), Performer.Unit("so-y-te")), rows.keys)
        assertEquals(1U to 0U, rows.getValue(Performer.Unit("so-y-te")).run { late to open })
        assertEquals(0U to 1U, rows.getValue(Performer.Unit("so-noi-vu")).run { late to open })
    }

    @Test
    fun `a blocker says who can do what about it`() = issued { register ->
        val consolidation = register.blockers(Small.DIRECTIVE, Small.later).first()
        assertEquals(Awaited.Consolidation("so-noi-vu/2", Small.CONSOLIDATION), consolidation.awaited)
        val blocker = consolidation.blockers.single()
        assertEquals("so-y-te/1" to ObligationStateName.OWED, blocker.key to blocker.state)
        val submit = blocker.moves.single { it.kind == Kind.SUBMIT }
        val who = assertInstanceOf(Who.Unit::class.java, submit.who.single())
        assertTrue(who.unit == "so-y-te" && Capacity.HEAD in who.capacities, "$who")
    }

    @Test
    fun `what waits, who may act and the units are told in pages`() = issued { register ->
        val waiting = register.blockers(Small.DIRECTIVE, Small.later)
        assertEquals(2, waiting.size)
        assertEquals(waiting.take(1), register.blockers(Small.DIRECTIVE, Small.later, limit = 1U))
        assertEquals(waiting.drop(1), register.blockers(Small.DIRECTIVE, Small.later, skip = 1U))
        assertEquals(waiting, register.allBlockers(Small.DIRECTIVE, Small.later).toList())
        Small.directory().use { directory ->
            assertEquals(listOf("so-noi-vu", "so-y-te", "ubnd-tinh"), directory.unitIds())
            assertEquals(listOf("so-y-te"), directory.unitIds("so-noi-vu", 1U))
            assertEquals(directory.unitIds(), directory.allUnits().toList())
            val actors = actorsIn(directory, Small.day.toLocalDate())
            assertTrue(Small.director in actors, "$actors")
            assertEquals(actors.drop(1).take(2), actorsIn(directory, Small.day.toLocalDate(), 1U, 2U))
        }
    }

    @Test
    fun `members of a group are told in pages`() {
        Directory.fromFile("${Scenario.repository("examples/directive-3552/directory.toml")}").use { directory ->
            val day = java.time.LocalDate.of(2024, 3, 25)
            val members = directory.members("ubnd-huyen", day).orEmpty()
            assertTrue(members.size > 2 && members == members.sorted(), "$members")
            assertEquals(members.subList(1, 2), directory.members("ubnd-huyen", day, members.first(), 1U))
            assertEquals(members, directory.allMembers("ubnd-huyen", day).toList())
            assertEquals(null, directory.members("x", day))
            assertEquals(emptyList<String>(), directory.allMembers("x", day).toList())
        }
    }

    @Test
    fun `receivers are told in pages`() = issued { register ->
        val received = listOf("so-noi-vu", "so-y-te")
        assertEquals(received, register.receivers(Small.DIRECTIVE))
        assertEquals(received.drop(1), register.receivers(Small.DIRECTIVE, "so-noi-vu", 1U))
        assertEquals(received, register.allReceivers(Small.DIRECTIVE).toList())
        Directive.replay(Small.DIRECTIVE, register.lines(Small.DIRECTIVE).toList()).use { directive ->
            Context(Small.directory()).use { context ->
                assertEquals(received.take(1), directive.receivers(context, limit = 1U))
                assertEquals(received, directive.allReceivers(context).toList())
            }
        }
    }

    @Test
    fun `what is permitted differs from person to person and is given in pages`() = issued { register ->
        val submit = Offer(Kind.SUBMIT, Target.Obligation(Small.REPORT))
        val offers = register.permitted(Small.DIRECTIVE, Small.director, Small.later)
        assertTrue(submit in offers, "$offers")
        assertFalse(submit in register.permitted(Small.DIRECTIVE, Small.officer, Small.later))
        val pages = register.permitted(Small.DIRECTIVE, Small.director, Small.later, limit = 2U) + register.permitted(Small.DIRECTIVE, Small.director, Small.later, skip = 2U)
        assertEquals(offers, pages)
        Directive.replay(Small.DIRECTIVE, register.lines(Small.DIRECTIVE).toList()).use { directive ->
            Context(Small.directory()).use { assertEquals(offers, directive.permitted(Small.director, Small.later, it, 0U, 1_000U)) }
        }
    }

    @Test
    fun `of many commands in one call each has its own outcome`() = issued { register ->
        val note = ExecuteRequest(Small.DIRECTIVE, Small.clerk, Command.Annotate(text = "Đã lưu hồ sơ"), Small.later, "note")
        val (done, refused, again) = register.executeMany(listOf(note, note.copy(actor = Small.director, commandId = "other"), note))
        val executed = assertInstanceOf(ExecuteOutcome.Done::class.java, done).executed
        assertInstanceOf(Event.Annotated::class.java, executed.events.single())
        assertInstanceOf(CongvanException.Refused::class.java, assertInstanceOf(ExecuteOutcome.Failed::class.java, refused).error)
        val replayed = assertInstanceOf(ExecuteOutcome.Done::class.java, again).executed
        assertEquals(executed.committed.copy(replayed = true), replayed.committed)
    }

    @Test
    fun `the export is the log, a line for each record`() = issued { register ->
        val lines = register.lines(Small.DIRECTIVE).toList()
        assertEquals(3, lines.size)
        val exported = register.exportJsonLines(Small.DIRECTIVE)
        assertEquals(lines.joinToString("") { "$it\n" }, exported)
        assertEquals(lines, recordsFromJson(exported).map(::recordToJson))
        assertEquals(lines.joinToString(",", "[", "]"), register.logJson(Small.DIRECTIVE))
    }

    @Test
    fun `the timeline has the milestones and each report against its deadline`() = issued { register ->
        val timeline = answer(register.answerJson(Small.DIRECTIVE, Question.Timeline, OVERDUE))
        assertEquals(listOf("signed", "issued"), timeline.getValue("milestones").jsonArray.map { it.jsonObject.text("kind") })
        val tracked = timeline.getValue("stages").jsonArray.map { it.jsonObject.getValue("tracked").jsonArray.single().jsonObject }
        assertEquals(listOf("so-y-te/1", "so-noi-vu/2"), tracked.map { it.text("key") })
        assertEquals(listOf("overdue", "in_time"), tracked.map { it.getValue("facts").jsonObject.text("standing") })
        assertEquals("overdue", answer(register.answerJson(Small.DIRECTIVE, Question.Standing(Small.REPORT), OVERDUE)).text("standing"))
    }

    @Test
    fun `the provenance of a consolidation names the revisions in it by their hashes`() {
        val run = runScenario("${Scenario.repository("examples/mandates/04-two-meetings")}")
        val lines = run.lines
        Directive.replay(MEETINGS, lines).use { directive ->
            val consolidation = directive.find("so-khcn/2")!!
            val provenance = answer(directive.answerJson(Question.Provenance(consolidation), OVERDUE, lines))
            assertEquals("p.so-khcn.head", provenance.text("signed_by"))
            val inputs = provenance.getValue("inputs").jsonArray.map { it.jsonObject }
            assertEquals("so-khcn/1", inputs.first().text("key"))
            val hashes = inputs.map { it.getValue("fate").jsonObject.getValue("accepted").jsonObject.text("hash")!! }
            val submitted = recordsFromJson(lines.joinToString("\n")).mapNotNull { (it.event as? Event.Submitted)?.submission?.hash }
            assertTrue(hashes.size > 3 && submitted.containsAll(hashes), "$hashes of $submitted")
        }
    }

    /** With a directive in force. */
    private fun issued(test: (Register) -> Unit) =
        Small.register().use { register ->
            Small.issue(register)
            test(register)
        }

    private fun answer(json: String): JsonObject = Json.parseToJsonElement(json).jsonObject

    private companion object {
        const val MEETINGS = "two-meetings"

        /** The hash of the report. */
        val HASH = (Small.submit() as Command.Submit).hash

        /** The morning after the report was due. */
        val OVERDUE: OffsetDateTime = OffsetDateTime.parse("2024-04-11T08:00:00+07:00")
    }
}
