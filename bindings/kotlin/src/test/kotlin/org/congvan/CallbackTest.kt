package org.congvan

import java.time.LocalDate
import java.time.OffsetDateTime
import org.congvan.readme.Located
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource

/** What a host implements in Kotlin: a rule, a clock, a subscriber, a directory of persons. */
class CallbackTest {
    private open class PlaceRule : CustomRule by Located

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

    @Test
    fun `a rule works in the pure core too`() {
        Context(Small.directory(), rules = listOf(PlaceRule())).use { context ->
            Directive(Small.DIRECTIVE).use { directive ->
                Small.opening().forEach { (actor, command) -> directive.decide(command, actor, Small.day, context).use(directive::apply) }
                val refused = assertThrows(CongvanException.Refused::class.java) { directive.decide(Small.submit(), Small.director, Small.later, context) }
                assertTrue("the submission does not say where it is kept" in refused.reasons.single().sentence.en, refused.message)
                val placed = (Small.submit() as Command.Submit).copy(location = "kho/so-y-te/1.pdf")
                directive.decide(placed, Small.director, Small.later, context).use(directive::apply)
                assertInstanceOf(ObligationState.Submitted::class.java, directive.obligationState(Small.REPORT))
            }
        }
    }

    @Test
    fun `the host's own directory of persons serves the pure core too`() {
        val moved = object : AuthorityProvider {
            override fun ofPerson(person: String, on: LocalDate): Posted = posted(person == "p9")

            override fun ofOffice(office: String, on: LocalDate): Posted = posted(office == "so-noi-vu.officer")

            private fun posted(known: Boolean) =
                Posted(if (known) listOf(Holding(office = "so-noi-vu.officer", person = "p9", from = LocalDate.of(2024, 1, 1))) else emptyList())
        }
        Small.directory().withAuthorityProvider(moved).use { directory ->
            Context(directory).use { context ->
                Directive(Small.DIRECTIVE).use { directive ->
                    val draft = Command.Draft(Small.mandate())
                    assertThrows(CongvanException.Refused::class.java) { directive.decide(draft, Small.officer, Small.day, context) }
                    directive.decide(draft, Small.officer.copy(person = "p9"), Small.day, context).use(directive::apply)
                    assertEquals(1UL, directive.version())
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    fun `a clock that throws what is no exception tells no time`(thrown: Thrown) {
        Small.register().use { register ->
            register.setClock(object : Clock {
                override fun now(): OffsetDateTime = thrown.raise()
            })
            fails(thrown) { register.execute(Small.DIRECTIVE, Small.officer, Command.Draft(Small.mandate())) }
            assertThrows(CongvanException.NotFound::class.java) { register.version(Small.DIRECTIVE) }
        }
    }

    @ParameterizedTest
    @EnumSource
    fun `a rule that throws what is no exception decides nothing`(thrown: Thrown) {
        Small.register().use { register ->
            Small.issue(register)
            register.setRules(listOf(object : PlaceRule() {
                override fun onCommand(question: RuleQuestion, command: Command): Objection? = thrown.raise()
            }))
            val version = register.version(Small.DIRECTIVE)
            fails(thrown) { submit(register) }
            assertEquals(version, register.version(Small.DIRECTIVE))
            register.setRules(listOf(object : PlaceRule() {
                override fun onOffer(question: RuleQuestion): Objection? = thrown.raise()
            }))
            fails(thrown) { register.permitted(Small.DIRECTIVE, Small.director, Small.later) }
            fails(thrown) { register.setRules(listOf(object : PlaceRule() {
                override fun version(): String = thrown.raise()
            })) }
        }
    }

    @ParameterizedTest
    @EnumSource
    fun `an authority provider that throws what is no exception answers nobody`(thrown: Thrown) {
        val absent = object : AuthorityProvider {
            override fun ofPerson(person: String, on: LocalDate): Posted = thrown.raise()

            override fun ofOffice(office: String, on: LocalDate): Posted = thrown.raise()
        }
        Small.register().use { register ->
            Small.issue(register)
            register.setAuthorityProvider(absent)
            fails(thrown) { submit(register) }
            fails(thrown) { register.inbox(Small.director, Small.later) }
        }
    }

    @ParameterizedTest
    @EnumSource
    fun `a subscriber that throws what is no exception is told again`(thrown: Thrown) {
        val told = mutableListOf<String>()
        var failing = true
        val subscriber = object : EventSubscriber {
            override fun onEvents(lines: List<String>) {
                if (failing) thrown.raise()
                told += lines
            }
        }
        Small.register().use { register ->
            register.pushTo(subscriber).use { delivery ->
                Small.issue(register)
                assertTrue(thrown.told in (delivery.failure() as CongvanException.Callback).reason)
                assertEquals(0UL to emptyList<String>(), delivery.position() to told)
                failing = false
                assertEquals(register.version(Small.DIRECTIVE), delivery.deliver())
                assertEquals(register.lines().toList(), told)
            }
        }
    }

    @Test
    fun `what is raised with half a character is told all the same`() {
        Small.register().use { register ->
            val raised = listOf(IllegalStateException("stopped \ud800"), CongvanException.Unavailable(Text("stopped \ud800", "stopped \ud800")))
            for (exception in raised) {
                register.setClock(object : Clock {
                    override fun now(): OffsetDateTime = throw exception
                })
                val told = assertThrows(CongvanException.Callback::class.java) { register.inbox(Small.director) }
                assertTrue("stopped ?" in told.reason, told.reason)
            }
        }
    }

    /** The call fails as it does when an exception is raised. */
    private fun fails(thrown: Thrown, call: () -> Any?) {
        val raised = assertThrows(CongvanException.Callback::class.java) { call() }
        assertTrue(thrown.told in raised.reason, raised.reason)
    }

    private fun submit(register: Register) = register.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
}
