package org.congvan

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource

class JournalTest {
    @TestFactory
    fun `a journal in Kotlin keeps every promise`(): List<DynamicTest> {
        val results = runJournalConformance(factory { MapJournal() })
        assertTrue(results.size > 10)
        return results.map { dynamicTest(it.name) { assertEquals(null, it.failure) } }
    }

    @Test
    fun `the suite sees what a journal does wrong`() {
        val forgetful = factory {
            val journal = MapJournal()
            object : Journal by journal {
                override fun outcome(directive: String, commandId: String): JournalOutcome? = null
            }
        }
        assertTrue(runJournalConformance(forgetful).any { it.failure != null })
    }

    @Test
    fun `a register runs over it`() {
        Small.register(Register.over(MapJournal())).use { register ->
            Small.issue(register)
            register.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
            assertEquals(DirectiveState.InForce, register.state(Small.DIRECTIVE))
            assertEquals(register.version(Small.DIRECTIVE), register.verify(Small.DIRECTIVE).events)
        }
    }

    @Test
    fun `what the journal raises comes back with its type`() {
        val failing = object : Journal by MapJournal() {
            override fun append(entry: JournalEntry): Committed = throw CongvanException.NotCommitted(Text("ổ đĩa đầy", "disk full"))
        }
        Small.register(Register.over(failing)).use { register ->
            val raised = assertThrows(CongvanException.NotCommitted::class.java) { Small.issue(register) }
            assertEquals(Text("ổ đĩa đầy", "disk full"), raised.reason)
        }
        val broken = object : Journal by MapJournal() {
            override fun read(directive: String, after: ULong, limit: UInt): List<String> = error("no such table")
        }
        Small.register(Register.over(broken)).use { register ->
            val raised = assertThrows(CongvanException.Callback::class.java) { register.state(Small.DIRECTIVE) }
            assertTrue(raised.reason.contains("no such table"), raised.reason)
        }
    }

    @ParameterizedTest
    @EnumSource
    fun `a journal that throws what is no exception has done nothing for certain`(thrown: Thrown) {
        val unread = object : Journal by MapJournal() {
            override fun read(directive: String, after: ULong, limit: UInt): List<String> = thrown.raise()
        }
        assertTrue(thrown.told in told<CongvanException.Callback> { Small.register(Register.over(unread)).use { it.state(Small.DIRECTIVE) } })
        val unkept = object : Journal by MapJournal() {
            override fun keep(document: KeptDocument): Unit = thrown.raise()
        }
        assertTrue(thrown.told in told<CongvanException.Callback> { Small.register(Register.over(unkept)) })
        val unappended = object : Journal by MapJournal() {
            override fun append(entry: JournalEntry): Committed = thrown.raise()
        }
        // It may have stored the rows before it fell: to be sent again under the same name.
        assertTrue(thrown.told in told<CongvanException.UnknownOutcome> { Small.register(Register.over(unappended)).use { Small.issue(it) } })
        assertTrue(thrown.told in told<CongvanException.Callback> { runJournalConformance(factory { thrown.raise() }) })
    }

    /** What is told of an exception of this type. */
    private inline fun <reified T : CongvanException> told(noinline call: () -> Any?): String =
        assertThrows(T::class.java) { call() }.message.orEmpty()

    private fun factory(make: () -> Journal) = object : JournalFactory {
        override fun open() = make()
    }
}
