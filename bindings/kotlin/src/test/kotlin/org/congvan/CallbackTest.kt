package org.congvan

import java.time.LocalDate
import java.time.OffsetDateTime
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What a host implements in Kotlin: a rule, a clock, a subscriber, a directory of persons. */
class CallbackTest {
    private open class PlaceRule : CustomRule {
        override fun name() = "reports-have-a-place"

        override fun version() = "1"

        override fun onOffer(question: RuleQuestion): Objection? = null

        override fun onCommand(question: RuleQuestion, command: Command): Objection? =
            if (command is Command.Submit && command.location == null) {
                Objection(
                    sentence = Text(vi = "bản nộp không ghi nơi lưu", en = "the submission does not say where it is kept"),
                    cure = Text(vi = "ghi nơi lưu văn bản", en = "say where the document is kept"),
                )
            } else {
                null
            }
    }

    @Test
    fun `a rule refuses and tells why in Vietnamese`() {
        Small.register().use { register ->
            Small.issue(register)
            register.setRules(listOf(PlaceRule()))
            val refused = assertThrows(CongvanException.Refused::class.java) { submit(register) }
            assertTrue(refused.message("vi").contains("bản nộp không ghi nơi lưu"), refused.message("vi"))
            assertTrue(refused.message("vi").contains("ghi nơi lưu văn bản"), refused.message("vi"))
            val placed = (Small.submit() as Command.Submit).copy(location = "kho/so-y-te/1.pdf")
            register.execute(Small.DIRECTIVE, Small.director, placed, Small.later)
        }
    }

    @Test
    fun `a rule that raises decides nothing`() {
        Small.register().use { register ->
            Small.issue(register)
            register.setRules(listOf(object : PlaceRule() {
                override fun onCommand(question: RuleQuestion, command: Command): Objection? = error("no answer from ${question.directiveState}")
            }))
            val version = register.version(Small.DIRECTIVE)
            val raised = assertThrows(CongvanException.Callback::class.java) { submit(register) }
            assertTrue(raised.reason.contains("no answer from IN_FORCE"), raised.reason)
            assertEquals(version, register.version(Small.DIRECTIVE))
        }
    }

    @Test
    fun `a clock stands in for the machine's`() {
        Small.register().use { register ->
            Small.issue(register)
            register.setClock(object : Clock {
                override fun now(): OffsetDateTime = Small.later
            })
            val executed = register.execute(Small.DIRECTIVE, Small.director, Small.submit())
            assertEquals(Small.later, executed.stamp.recordedAt)
            register.setClock(object : Clock {
                override fun now(): OffsetDateTime = error("stopped")
            })
            val raised = assertThrows(CongvanException.Callback::class.java) { register.inbox(Small.director) }
            assertTrue(raised.reason.contains("stopped"), raised.reason)
        }
    }

    @Test
    fun `a subscriber is told every event once and again after it raised`() {
        val told = mutableListOf<String>()
        var failing = false
        val subscriber = object : EventSubscriber {
            override fun onEvents(lines: List<String>) {
                if (failing) error("mail is down")
                told += lines
            }
        }
        Small.register().use { register ->
            register.pushTo(subscriber).use { delivery ->
                Small.issue(register)
                assertEquals(register.lines().toList(), told)
                failing = true
                submit(register)
                assertTrue((delivery.failure() as CongvanException.Callback).reason.contains("mail is down"))
                failing = false
                assertEquals(register.version(Small.DIRECTIVE), delivery.deliver())
                assertEquals(register.lines().toList(), told)
            }
        }
    }

    @Test
    fun `the host's own directory of persons says who holds an office`() {
        val asked = mutableListOf<String>()
        val provider = object : AuthorityProvider {
            override fun ofPerson(person: String, on: LocalDate): Posted {
                asked += person
                return Posted(holdings = if (person == "p9") listOf(Holding(office = "so-y-te.head", person = "p9", from = LocalDate.of(2024, 1, 1))) else emptyList())
            }

            override fun ofOffice(office: String, on: LocalDate): Posted = Posted()
        }
        Small.register().use { register ->
            Small.issue(register)
            val newcomer = Small.director.copy(person = "p9")
            val submission = (Small.submit() as Command.Submit).copy(signedBy = "p9")
            assertThrows(CongvanException.Refused::class.java) { register.execute(Small.DIRECTIVE, newcomer, submission, Small.later) }
            register.setAuthorityProvider(provider)
            register.execute(Small.DIRECTIVE, newcomer, submission, Small.later)
            assertTrue("p9" in asked)
        }
    }

    private fun submit(register: Register) = register.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
}
