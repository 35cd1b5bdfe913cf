package org.congvan

import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** A closed object is refused wherever it is given, also while another thread closes it. */
class ClosedTest {
    private val today = Small.day.toLocalDate()

    @Test
    fun `a closed mandate is no argument`() {
        val mandate = Small.mandate().apply { close() }
        val draft = Command.Draft(mandate)
        Small.register().use { register ->
            refused("Mandate") { register.execute("d", Small.officer, draft, Small.day) }
            refused("Mandate") { register.explain("d", Small.officer, draft, Small.day) }
            refused("Mandate") { register.executeMany(listOf(ExecuteRequest("d", Small.officer, draft, Small.day))) }
            assertThrows(CongvanException.NotFound::class.java) { register.version("d") }
        }
        refused("Mandate") { commandToJson(draft) }
        Small.directory().use { directory -> refused("Mandate") { Rehearsal(directory, mandate, Small.day) } }
    }

    @Test
    fun `a closed directory is no argument`() {
        val directory = Small.directory().apply { close() }
        Register.open("memory:").use { register -> refused("Directory") { register.setDirectory(directory) } }
        refused("Directory") { Context(directory) }
        refused("Directory") { actorsIn(directory, today) }
        Small.mandate().use { mandate ->
            refused("Directory") { Rehearsal(directory, mandate, Small.day) }
            Calendar.official().use { calendar -> refused("Directory") { mandate.check(directory, calendar, today) } }
        }
    }

    @Test
    fun `a closed calendar is no argument`() {
        val calendar = Calendar.official().apply { close() }
        Register.open("memory:").use { register -> refused("Calendar") { register.setCalendar(calendar) } }
        Small.directory().use { directory ->
            refused("Calendar") { Context(directory, calendar) }
            Small.mandate().use { mandate -> refused("Calendar") { mandate.check(directory, calendar, today) } }
        }
    }

    @Test
    fun `a closed context is no argument`() {
        val context = Context(Small.directory()).apply { close() }
        Small.mandate().use { mandate -> refused("Context") { mandate.explore(context, today) } }
        Directive("d").use { directive ->
            refused("Context") { directive.decide(Command.Sign, Small.chairman, Small.day, context) }
            refused("Context") { directive.permitted(Small.chairman, Small.day, context, 0U, 1U) }
            refused("Context") { directive.receivers(context) }
        }
    }

    @Test
    fun `a closed directive and a closed decision are no arguments`() {
        Context(Small.directory()).use { context ->
            refused("Directive") { context.addSuccessor(Directive("d").apply { close() }) }
            Directive("d").use { directive ->
                val decision = directive.decide(Command.Draft(Small.mandate()), Small.officer, Small.day, context)
                decision.close()
                refused("Decision") { directive.apply(decision) }
                assertEquals(0UL, directive.version())
            }
        }
    }

    @Test
    fun `a page that follows is closed for one who holds it`() {
        Small.register().use { register ->
            Small.issue(register)
            val page = register.inbox(Small.director, Small.later, 1U)
            checkNotNull(page.next).close()
            refused("InboxNext") { FfiConverterTypeInboxPage.lower(page) }
        }
    }

    @Test
    fun `what is given while another thread closes it works or is refused`() {
        val pool = Executors.newSingleThreadExecutor()
        val turn = CyclicBarrier(2)
        try {
            repeat(500) {
                val mandate = Small.mandate()
                val closing = pool.submit(
                    Callable {
                        turn.await()
                        mandate.close()
                    },
                )
                turn.await()
                val given = runCatching { repeat(20) { commandToJson(Command.Draft(mandate)) } }.exceptionOrNull()
                closing.get()
                assertTrue(given == null || given is IllegalStateException, given.toString())
                refused("Mandate") { commandToJson(Command.Draft(mandate)) }
            }
        } finally {
            pool.shutdownNow()
        }
    }

    @Test
    fun `closing a delivery ends it`() {
        val told = mutableListOf<String>()
        val subscriber = object : EventSubscriber {
            override fun onEvents(lines: List<String>) {
                told += lines
            }
        }
        Small.register().use { register ->
            register.pushTo(subscriber).use { Small.issue(register) }
            val used = told.toList()
            assertEquals(register.lines().toList(), used)
            register.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
            assertEquals(used.size, told.size)
            val delivery = register.pushTo(subscriber, register.version(Small.DIRECTIVE))
            delivery.close()
            delivery.close()
            register.execute(Small.DIRECTIVE, Small.director, Small.recall(), Small.later)
            assertEquals(used.size, told.size)
        }
    }

    private fun refused(named: String, call: () -> Any?) {
        val raised = assertThrows(IllegalStateException::class.java) { call() }
        assertTrue(named in raised.message.orEmpty(), raised.message)
    }
}
