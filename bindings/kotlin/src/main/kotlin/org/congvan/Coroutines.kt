/** For programs with coroutines; needs `kotlinx-coroutines-core`, which the module does not bring along. */
package org.congvan

import java.time.OffsetDateTime
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.asFlow
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.runInterruptible

/**
 * A register whose calls suspend the coroutine while a thread of [dispatcher] waits for the journal.
 *
 * A coroutine that is cancelled does not take back a command under way: send it again under the same name to learn what
 * became of it. Closing is the register's own matter.
 */
public class SuspendingRegister(
    public val register: Register,
    private val dispatcher: CoroutineDispatcher = Dispatchers.IO,
) {
    /** As [Register.execute]. */
    public suspend fun execute(
        directive: String,
        actor: Actor,
        command: Command,
        at: OffsetDateTime? = null,
        commandId: String? = null,
    ): Executed = call { execute(directive, actor, command, at, commandId) }

    /** As [Register.executeMany]. */
    public suspend fun executeMany(requests: List<ExecuteRequest>): List<ExecuteOutcome> = call { executeMany(requests) }

    /** As [Register.explain]. */
    public suspend fun explain(
        directive: String,
        actor: Actor,
        command: Command,
        at: OffsetDateTime? = null,
    ): List<RefusalReason> = call { explain(directive, actor, command, at) }

    /** As [Register.state]. */
    public suspend fun state(directive: String): DirectiveState = call { state(directive) }

    /** As [Register.board]. */
    public suspend fun board(directive: String, at: OffsetDateTime? = null): Board = call { board(directive, at) }

    /** As [Register.permitted]. */
    public suspend fun permitted(
        directive: String,
        actor: Actor,
        at: OffsetDateTime? = null,
        skip: UInt = 0U,
        limit: UInt = 1_000U,
    ): List<Offer> = call { permitted(directive, actor, at, skip, limit) }

    /** As [Register.inbox]: one page; [inboxEntries] gives them all. */
    public suspend fun inbox(actor: Actor, at: OffsetDateTime? = null, limit: UInt = 100U): InboxPage =
        call { inbox(actor, at, limit) }

    /**
     * Any call or several of the register, off the coroutine's own thread.
     *
     * When the coroutine is cancelled the thread is interrupted, and an object of the host that waits there ends with that.
     */
    public suspend fun <T> call(block: Register.() -> T): T =
        try {
            runInterruptible(dispatcher) { register.block() }
        } catch (raised: CongvanException) {
            // What an interrupted object of the host raised is not what a cancelled coroutine has to tell.
            currentCoroutineContext().ensureActive()
            throw raised
        }

    /** As [Register.lines], read by [dispatcher]. */
    public fun lines(after: ULong = 0UL): Flow<String> = register.lines(after).asFlow().flowOn(dispatcher)

    /** As [Register.lines] of one directive, read by [dispatcher]. */
    public fun lines(directive: String, after: ULong = 0UL): Flow<String> = register.lines(directive, after).asFlow().flowOn(dispatcher)

    /** As [Register.records], read by [dispatcher]. */
    public fun records(after: ULong = 0UL): Flow<LogRecord> = register.records(after).asFlow().flowOn(dispatcher)

    /** As [Register.records] of one directive, read by [dispatcher]. */
    public fun records(directive: String, after: ULong = 0UL): Flow<LogRecord> =
        register.records(directive, after).asFlow().flowOn(dispatcher)

    /** As [Register.inboxEntries], read by [dispatcher]. */
    public fun inboxEntries(actor: Actor, at: OffsetDateTime? = null): Flow<InboxEntry> =
        register.inboxEntries(actor, at).asFlow().flowOn(dispatcher)
}
