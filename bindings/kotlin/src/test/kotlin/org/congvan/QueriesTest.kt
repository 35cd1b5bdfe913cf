package org.congvan

import java.time.LocalDate
import java.time.OffsetDateTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** States, keys, plans and calendars are typed values, of a register and of the pure core alike. */
class QueriesTest {
    @Test
    fun `a state is a value with its data`() {
        Small.register().use { register ->
            register.execute(Small.DIRECTIVE, Small.officer, Command.Draft(Small.mandate()), Small.day)
            val drafted = assertInstanceOf(DirectiveState.Drafted::class.java, register.state(Small.DIRECTIVE))
            assertEquals("V/v báo cáo quý", drafted.mandate.use { it.subject() })
            Small.issue(register, "khac", 13)
            val state = register.state("khac")
            assertEquals(DirectiveState.InForce, state)
            assertEquals(DirectiveStateName.IN_FORCE, directiveStateName(state))
            assertEquals("đang hiệu lực", directiveStateText(directiveStateName(state)).vi)
        }
    }

    @Test
    fun `an obligation is found by its key`() {
        Small.register().use { register ->
            Small.issue(register)
            val number = register.find(Small.DIRECTIVE, "so-y-te/1")!!
            assertEquals(Small.REPORT, number)
            assertEquals("so-y-te/1", register.key(Small.DIRECTIVE, number))
            assertNull(register.find(Small.DIRECTIVE, "so-y-te/7"))
            register.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
            val state = assertInstanceOf(ObligationState.Submitted::class.java, register.obligationState(Small.DIRECTIVE, number))
            assertEquals("p4", state.revision.signedBy)
            assertEquals(ObligationStateName.SUBMITTED, obligationStateName(state))
            Directive.replay(Small.DIRECTIVE, register.lines(Small.DIRECTIVE).toList()).use { directive ->
                assertEquals(number, directive.find("so-y-te/1"))
                assertEquals(state, directive.obligationState(number))
            }
            assertThrows(CongvanException.NotFound::class.java) { register.obligationState(Small.DIRECTIVE, 99) }
            assertThrows(CongvanException.Input::class.java) { register.find(Small.DIRECTIVE, "so-y-te") }
        }
    }

    @Test
    fun `what is drawn from a directive is typed, of a register and of the pure core alike`() {
        val lines = dispatch()
        val at = OffsetDateTime.parse("2024-03-27T12:00:00+07:00")
        Directive.replay(DISPATCH, lines).use { directive ->
            val report = directive.find("so-noi-vu/2c")!!
            val stages = directive.timeline(at, lines).stages
            assertEquals(listOf("1a", "1b", "1c", "2b"), stages.first().assignments)
            assertTrue(stages.sumOf { stage -> stage.tracked.sumOf { it.returned.size } } > 3)
            assertEquals(LocalDate.of(2024, 3, 28), directive.standing(report, at).due!!.toLocalDate())
            assertTrue(directive.provenance(report, lines).inputs.any { (it.contains?.inputs?.size ?: 0) > 10 })
            assertEquals(12, directive.board(at).columns.size)
            assertEquals(directive.board(at).rows.size, directive.emulation(at).rows.size)
            assertTrue(directive.progress(at).total.total > 100u)
            assertTrue(directive.statistics(at).doneOnTime > 100u)
            assertEquals(directive.blockers(at).take(1), directive.blockers(at, limit = 1u))
            assertEquals(directive.blockers(at), directive.allBlockers(at).toList())
            assertThrows(CongvanException.NotFound::class.java) { directive.standing(999, at) }
        }
        Small.register().use { register ->
            Small.issue(register)
            Directive.replay(Small.DIRECTIVE, register.lines(Small.DIRECTIVE).toList()).use { directive ->
                val own = register.lines(Small.DIRECTIVE).toList()
                assertEquals(register.timeline(Small.DIRECTIVE, Small.day), directive.timeline(Small.day, own))
                assertEquals(register.standing(Small.DIRECTIVE, Small.REPORT, Small.day), directive.standing(Small.REPORT, Small.day))
                assertEquals(register.board(Small.DIRECTIVE, Small.day), directive.board(Small.day))
                assertThrows(CongvanException.NotFound::class.java) { register.provenance(Small.DIRECTIVE, Small.REPORT) }
            }
        }
    }

    @Test
    fun `a conclusion is carried out by a mandate of its own`() {
        val lines = dispatch()
        Directive.replay(DISPATCH, lines).use { directive ->
            val header = directive.mandate()!!.use { it.furtherHeader("V/v triển khai kết luận cuộc họp") }
            directive.followUp(header, lines).use { followUp ->
                assertEquals(LinkKind.BASIS, followUp.header().links.first().kind)
                directive.followUp(header, lines, directive.findMeeting("hop-quy-1")).use { assertEquals(followUp.toJson(), it.toJson()) }
                Mandate.fromText("follow-up.json", followUp.toJson()).use { assertEquals(followUp.toJson(), it.toJson()) }
            }
            val before = lines.take(400)
            Directive.replay(DISPATCH, before).use {
                val refused = assertThrows(CongvanException.NotFound::class.java) { it.followUp(header, before) }
                assertEquals("chưa có cuộc họp nào được thông báo kết luận", refused.message("vi"))
            }
        }
    }

    @Test
    fun `what waits is named by its key`() {
        Small.register().use { register ->
            Small.issue(register)
            val blocked = register.inboxEntries(Small.officer, Small.day).first { it.blockedBy.isNotEmpty() && it.name == "so-noi-vu/2" }
            assertTrue(blocked.blockedBy.first().sentence.vi.contains("`so-noi-vu/2`"), "$blocked")
        }
    }

    @Test
    fun `a row out of turn leaves the directive as it was`() {
        Small.register().use { register ->
            Small.issue(register)
            val lines = register.lines(Small.DIRECTIVE).toList()
            Directive.replay(Small.DIRECTIVE, lines.take(1)).use { directive ->
                val refused = assertThrows(CongvanException.OutOfTurn::class.java) { directive.evolve(lines[2]) }
                assertEquals(2UL to 3UL, refused.expected to refused.found)
                for (wrong in listOf("", "{}", lines[1].replace(Small.DIRECTIVE, "khac"))) {
                    assertThrows(CongvanException::class.java) { directive.evolve(wrong) }
                }
                directive.evolve(lines[1])
                directive.evolve(lines[2])
                assertEquals(DirectiveState.InForce, directive.state())
            }
        }
    }

    @Test
    fun `a record of a page is read when it is looked at`() {
        Small.register().use { register ->
            Small.issue(register)
            val page = register.page(Small.DIRECTIVE, after = 1UL, limit = 2U)
            assertEquals(register.log(Small.DIRECTIVE, 1UL, 2U), page.map { it.record })
            assertInstanceOf(Event.Signed::class.java, page.first().event)
            assertEquals(LogEntry(page.first().line), page.first())
            val newer = LogEntry(Resealed.of(page.first().line.replace("\"signed\":", "\"sealed\":")).first)
            assertInstanceOf(Event.Unknown::class.java, newer.event)
            val corrupt = assertThrows(CongvanException.Corrupt::class.java) { LogEntry("{}").event }
            assertTrue(corrupt.message("vi").startsWith("dữ liệu đã lưu không còn như lúc ghi: "), corrupt.message)
        }
    }

    @Test
    fun `a meeting is planned and told to other calendars`() {
        val folder = Scenario.repository("examples/mandates")
        Directory.fromFile(folder.resolve("directory.toml").toString()).use { directory ->
            Register.open("memory:").use { register ->
                register.setDirectory(directory)
                for (step in runScenario(folder.resolve("13-attendance-only").toString()).steps.filter { it.refused.isEmpty() }) {
                    register.executeJson(step.directive, step.actor, step.commandJson, step.at)
                }
                val lines = register.lines(MEETING).toList()
                val demand = Demand(now = OffsetDateTime.parse("2025-10-08T11:00:00+07:00"), rooms = listOf("Phòng họp số 1"))
                Context(directory).use { context ->
                    Directive.replay(MEETING, lines.takeWhile { !it.contains("meeting_scheduled") }).use { directive ->
                        val planning = directive.planMeeting(directive.findMeeting("giao-ban")!!, demand, context)
                        val best = planning.slots.first()
                        assertEquals(1U to "Phòng họp số 1", best.rank to best.slot.room)
                        assertEquals(listOf("1", "2"), planning.agenda.map { it.assignment })
                        assertTrue(best.reasons.isNotEmpty() && planning.noneBecause == null)
                    }
                    val calendar = register.meetingsIcal(MEETING)
                    assertTrue(calendar.contains("SUMMARY:Họp giao ban"), calendar)
                    Directive.replay(MEETING, lines).use { assertEquals(calendar, it.meetingsIcal(lines, context)) }
                }
                val meeting = register.findMeeting(MEETING, "giao-ban")!!
                assertInstanceOf(MeetingState.Announced::class.java, register.meetingState(MEETING, meeting))
                val held = register.planMeeting(MEETING, meeting, demand)
                assertTrue(held.slots.isEmpty() && held.noneBecause is PlanningCause.NotToBeScheduled, "$held")
            }
        }
    }

    /** The log of the dispatch, without that of the directive that follows it up. */
    private fun dispatch(): List<String> {
        val run = runScenario(Scenario.repository("examples/directive-3552/scenario.json").toString())
        return run.lines.filter { recordFromJson(it).directive == DISPATCH }
    }

    private companion object {
        const val MEETING = "attendance-only"
        const val DISPATCH = "3552-ubnd-snv"
    }
}
