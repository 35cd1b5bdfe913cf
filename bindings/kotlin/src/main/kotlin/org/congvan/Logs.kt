/** Logs, inboxes and other lists, page by page. */
package org.congvan

/** How many lines are read at a time: a call costs little beside a page. */
private const val PAGE = 500U

/**
 * The lines of every event after a position, in the order of commits.
 *
 * It gives what there is, page by page, and then ends. Each line has its position: a host keeps the last one beside what it
 * did with the events, and asks again from there.
 */
public fun Register.lines(after: ULong = 0UL): Sequence<String> = sequence {
    subscribe(after).use { subscription ->
        while (true) {
            val page = subscription.nextLines(PAGE)
            if (page.isEmpty()) break
            yieldAll(page)
        }
    }
}

/** The lines of one directive after a sequence number, page by page. */
public fun Register.lines(directive: String, after: ULong = 0UL): Sequence<String> = sequence {
    var last = after
    while (true) {
        val page = logLines(directive, last, PAGE)
        if (page.isEmpty()) break
        yieldAll(page)
        last += page.size.toULong()
    }
}

/** One record of a log: a line, which becomes a typed value when it is looked at. */
public class LogEntry(
    /** The record as one line of canonical JSON. */
    public val line: String,
) {
    /**
     * The record; its event is [Event.Unknown] when a later version of the library wrote it.
     *
     * @throws CongvanException.Corrupt where the line, which a store held, is no record.
     */
    public val record: LogRecord by lazy(LazyThreadSafetyMode.PUBLICATION) {
        try {
            recordFromJson(line)
        } catch (wrong: CongvanException.Input) {
            val vi = "dữ liệu đã lưu không còn như lúc ghi: ${wrong.message("vi")}"
            throw CongvanException.Corrupt(Text(vi, "what is stored is not what was written: ${wrong.message("en")}"))
        }
    }

    /** What happened. */
    public val event: Event
        get() = record.event

    override fun equals(other: Any?): Boolean = other is LogEntry && line == other.line

    override fun hashCode(): Int = line.hashCode()

    override fun toString(): String = line
}

/**
 * The records of a directive after a sequence number, at most so many, in one call.
 *
 * A record is read when it is looked at: a host that forwards or filters most of them pays for few. [Register.log] reads all.
 */
public fun Register.page(directive: String, after: ULong = 0UL, limit: UInt = 1_000U): List<LogEntry> =
    logLines(directive, after, limit).map(::LogEntry)

/** The identifiers of the directives, in their order, page by page. */
public fun Register.allDirectives(): Sequence<String> = allAfter { last -> directives(last, PAGE) }

/** The identifiers of the units of a directory, in their order, page by page. */
public fun Directory.allUnits(): Sequence<String> = allAfter { last -> unitIds(last, PAGE) }

/** The members of a group on a day, in their order, page by page; none where the group is not known. */
public fun Directory.allMembers(group: String, on: java.time.LocalDate): Sequence<String> =
    allAfter { last -> members(group, on, last, PAGE).orEmpty() }

/** Every unit that received a directive, in their order, page by page; none before it is issued. */
public fun Register.allReceivers(directive: String): Sequence<String> = allAfter { last -> receivers(directive, last, PAGE) }

/** Every unit that received it, in their order, page by page; none before it is issued. */
public fun Directive.allReceivers(context: Context): Sequence<String> = allAfter { last -> receivers(context, last, PAGE) }

/** Everything that waits at an instant, what comes next first; page by page. */
public fun Register.allBlockers(directive: String, at: java.time.OffsetDateTime): Sequence<Blockage> =
    allOf { read -> blockers(directive, at, read, PAGE) }

/** Everything that waits at an instant, what comes next first; page by page. */
public fun Directive.allBlockers(at: java.time.OffsetDateTime): Sequence<Blockage> =
    allOf { read -> blockers(at, read, PAGE) }

/** Every identifier: [page] gives those after one of them. */
private fun allAfter(page: (String?) -> List<String>): Sequence<String> = sequence {
    var last: String? = null
    while (true) {
        val found = page(last)
        if (found.isEmpty()) break
        yieldAll(found)
        last = found.last()
    }
}

/** Every item: [page] gives those behind the first so many. */
private fun <T> allOf(page: (UInt) -> List<T>): Sequence<T> = sequence {
    var read = 0U
    while (true) {
        val items = page(read)
        if (items.isEmpty()) break
        yieldAll(items)
        read += items.size.toUInt()
    }
}

/** What this actor may do now, and what waits for something, as it stood when it was asked; page by page. */
public fun Register.inboxEntries(actor: Actor, at: java.time.OffsetDateTime? = null): Sequence<InboxEntry> = sequence {
    var page = inbox(actor, at, PAGE)
    yieldAll(page.entries)
    while (true) {
        val next = page.next ?: break
        page = next.use { it.read() }
        yieldAll(page.entries)
    }
}

/** The records of every event after a position, in the order of commits, with typed events; read page by page. */
public fun Register.records(after: ULong = 0UL): Sequence<LogRecord> = sequence {
    subscribe(after).use { subscription ->
        while (true) {
            val page = subscription.nextRecords(PAGE)
            if (page.isEmpty()) break
            yieldAll(page)
        }
    }
}

/** The records of one directive after a sequence number, with typed events; read page by page. */
public fun Register.records(directive: String, after: ULong = 0UL): Sequence<LogRecord> = sequence {
    var last = after
    while (true) {
        val page = log(directive, last, PAGE)
        if (page.isEmpty()) break
        yieldAll(page)
        last = page.last().sequence
    }
}
