package org.congvan

import java.lang.reflect.InvocationTargetException
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Proxy
import java.lang.reflect.Type
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** A defect of the library is an exception, in whatever was called, and the process lives on: for these tests each exported function panics on demand. */
class PanicTest {
    private val listener = object : ProbeListener {
        override fun heard() = Unit
    }

    @Test
    fun `a panic in anything is an exception and the process lives`() {
        Given().use { given ->
            val calls = Exported.calls(given.objects).associateBy { it.key }
            val exported = Exported.inTheLibrary() - HOSTS.flatMap(Exported::ofTheHost).toSet()
            assertTrue(exported.size > 100, "what is exported was found: $exported")
            assertEquals(emptySet<String>(), exported - calls.keys, "nothing calls these, so nobody knows what their panics become: give `Given` an object of each kind")
            for (name in exported) {
                assertEquals(name, given.panicked(calls.getValue(name)), "another one panicked")
                given.works()
            }
        }
    }

    @Test
    fun `a panic after a callback is an exception`() {
        val raised = assertThrows(InternalException::class.java) { probeAfterCalling(listener) }
        assertEquals("`probe_after_calling` was told to panic", raised.message)
        assertEquals("0.1.0", libraryVersion(), "the library still answers")
    }

    @Test
    fun `panics in 16 threads are exceptions in each`() {
        val pool = Executors.newFixedThreadPool(16)
        try {
            val panics = List(16) { pool.submit(Callable { assertThrows(InternalException::class.java) { probeAfterCalling(listener) } }) }
            for (panic in panics) assertEquals("`probe_after_calling` was told to panic", panic.get().message)
        } finally {
            pool.shutdownNow()
        }
        assertEquals("0.1.0", libraryVersion(), "the library still answers")
    }

    /** An object of each kind, and a value for whatever a call takes. */
    private class Given : AutoCloseable {
        private val register = Small.register().also { Small.issue(it) }
        private val directory = Small.directory()
        private val mandate = Small.mandate()
        private val context = Context(directory)
        private val directive = Directive.replay(Small.DIRECTIVE, register.lines(Small.DIRECTIVE).toList())
        private val rehearsal = Rehearsal(directory, mandate, Small.day)
        private val record = register.log(Small.DIRECTIVE).first()
        private var issued = 0

        val objects: List<AutoCloseable> = listOf(
            register, directory, mandate, context, directive, rehearsal, Calendar.official(), entry(),
            directive.decide(Small.submit(), Small.director, Small.later, context), register.subscribe(),
            register.pushTo(host(EventSubscriber::class.java)), checkNotNull(register.inbox(Small.director, limit = 1U).next),
        )
        private val values: List<Any> = objects + listOf(
            Small.director, Small.submit(), Small.later, Small.day.toLocalDate(), Question.Board, Demand(Small.later), record, record.event,
            directive.state(), directive.obligationState(Small.REPORT), MeetingState.Postponed, rehearsal.propose(1), CongvanException.Closed(),
            mandate.header(),
        )

        /** The name of the function that panicked when it was told to. */
        fun panicked(call: Call): String {
            // An identifier of another kind is refused before the function is entered: the first may be of one and the rest of another.
            for ((first, text) in TEXTS.flatMap { first -> TEXTS.map { first to it } }) {
                val arguments = call.types.mapIndexed { at, type -> value(call, type, if (at == 0) first else text) }.toTypedArray()
                probeArm()
                val raised = assertThrows(InvocationTargetException::class.java) { call.run(arguments) }.targetException
                val entered = !probeDisarm()
                if (entered) {
                    assertTrue(raised is InternalException, "`${call.key}` raises $raised")
                    val told = Regex("`(.*)` was told to panic").matchEntire(raised.message.orEmpty())
                    return told?.groupValues?.get(1).orEmpty().replace(Regex("::|_"), "").lowercase()
                }
            }
            throw AssertionError("no text is known that `${call.key}` takes")
        }

        /** What a host does with the library all day. */
        fun works() {
            issued += 1
            Small.issue(register, "bao-cao-$issued", 100 + issued)
            assertEquals(3UL, register.version("bao-cao-$issued"))
            assertEquals(3UL, register.verify("bao-cao-$issued").events)
        }

        private fun value(call: Call, type: Type, text: String): Any? {
            val raw = ((type as? ParameterizedType)?.rawType ?: type) as Class<*>
            return when {
                raw == String::class.java -> text
                raw in HOSTS -> host(raw)
                // A number that may be absent.
                raw == ULong::class.javaObjectType || raw == UInt::class.javaObjectType -> null
                else -> Exported.plain(raw) ?: values.firstOrNull(raw::isInstance) ?: throw AssertionError("no value of ${raw.name} is known for `${call.key}`: give it one")
            }
        }

        override fun close() = objects.asReversed().forEach(AutoCloseable::close)
    }

    private companion object {
        /** What identifies most things, what identifies an obligation, and a hash. */
        val TEXTS = listOf("so-y-te", "so-y-te/1", "sha256:" + "ab".repeat(32))

        /** What a host implements: such a method has no body in the library, and what it raises is told by other tests. */
        val HOSTS: List<Class<*>> = listOf(
            AuthorityProvider::class.java, Clock::class.java, CustomRule::class.java, EventSubscriber::class.java,
            Journal::class.java, JournalFactory::class.java,
        )

        /** An object of a host that takes whatever it is told. */
        fun <T> host(type: Class<T>): T = type.cast(Proxy.newProxyInstance(type.classLoader, arrayOf(type)) { _, _, _ -> null })

        /** What only a journal is handed. */
        fun entry(): JournalEntry {
            lateinit var handed: JournalEntry
            val keeping = MapJournal()
            val journal = object : Journal by keeping {
                override fun append(entry: JournalEntry): Committed {
                    handed = entry
                    return keeping.append(entry)
                }
            }
            Register.over(journal).use { Small.issue(Small.register(it)) }
            return handed
        }
    }
}
