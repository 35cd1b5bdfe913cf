/** For programs with coroutines; needs `kotlinx-coroutines-core`, which the module does not bring along. */
package org.congvan

import java.time.OffsetDateTime
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
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

    /** Any call or several of the register, off the coroutine's own thread. */
    public suspend fun <T> call(block: Register.() -> T): T = runInterruptible(dispatcher) { register.block() }

    /** As [Register.lines], read by [dispatcher]. */
    public fun lines(after: ULong = 0UL): Flow<String> = register.lines(after).asFlow().flowOn(dispatcher)
}
