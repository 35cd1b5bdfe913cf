package org.congvan

import java.time.OffsetDateTime

/** A journal over collections: the smallest one that keeps every promise. */
internal class MapJournal : Journal {
    private class Kept(val fingerprint: String, val committed: Committed)

    private val lock = Any()
    private val feed = mutableListOf<String>()
    private val logs = sortedMapOf<String, MutableList<SealedRow>>()
    private val commands = mutableMapOf<Pair<String, String>, Kept>()
    private val due = mutableMapOf<String, OffsetDateTime>()
    private val documents = sortedMapOf<Pair<String, String>, MutableList<KeptDocument>>(compareBy<Pair<String, String>>({ it.first }, { it.second }))

    /** Puts another line with its hash in place of a directive's last one, as a later version would have sealed it. */
    fun replaceLast(directive: String, change: (String) -> Pair<String, String>) {
        synchronized(lock) {
            val row = logs.getValue(directive).removeLast()
            val (line, hash) = change(row.line)
            logs.getValue(directive) += row.copy(line = line, hash = hash)
            feed[(row.position - 1UL).toInt()] = line
        }
    }

    override fun append(entry: JournalEntry): Committed {
        synchronized(lock) {
            val directive = entry.directive()
            val command = directive to entry.commandId()
            commands[command]?.let { kept ->
                if (kept.fingerprint != entry.fingerprint()) throw CongvanException.CommandReused(directive, command.second)
                return kept.committed.copy(replayed = true)
            }
            val log = logs[directive].orEmpty()
            val version = log.size.toULong()
            if (version != entry.version()) throw CongvanException.Conflict(directive, entry.version(), version)
            val rows = entry.seal(feed.size.toULong(), log.lastOrNull()?.hash)
            val committed = Committed(rows.first().sequence, rows.last().sequence, rows.last().position, false)
            logs.getOrPut(directive) { mutableListOf() } += rows
            feed += rows.map { it.line }
            commands[command] = Kept(entry.fingerprint(), committed)
            val nextDue = entry.nextDue()
            if (nextDue == null) due.remove(directive) else due[directive] = nextDue
            return committed
        }
    }

    override fun outcome(directive: String, commandId: String): JournalOutcome? =
        synchronized(lock) {
            commands[directive to commandId]?.let { JournalOutcome(it.committed.first, it.committed.last, it.committed.position, it.fingerprint) }
        }

    override fun stream(directive: String): JournalStream? =
        synchronized(lock) { logs[directive]?.let { JournalStream(directive, it.size.toULong(), it.last().hash) } }

    override fun read(directive: String, after: ULong, limit: UInt): List<String> =
        synchronized(lock) { page(logs[directive].orEmpty(), after, limit).map { it.line } }

    override fun streams(after: String?, limit: UInt): List<JournalStream> =
        synchronized(lock) {
            val later = logs.entries.filter { after == null || it.key > after }.take(limit.clamped())
            later.map { (directive, log) -> JournalStream(directive, log.size.toULong(), log.last().hash) }
        }

    override fun feed(after: ULong, limit: UInt): List<String> = synchronized(lock) { page(feed, after, limit) }

    override fun head(): ULong = synchronized(lock) { feed.size.toULong() }

    override fun due(until: OffsetDateTime, after: DueItem?, limit: UInt): List<DueItem> =
        synchronized(lock) {
            val items = due.filterValues { !it.isAfter(until) }.map { (directive, instant) -> DueItem(instant, directive) }
            val ordered = items.sortedWith(order)
            ordered.filter { after == null || order.compare(it, after) > 0 }.take(limit.clamped())
        }

    override fun keep(document: KeptDocument) {
        synchronized(lock) {
            val versions = documents.getOrPut(document.kind to document.name) { mutableListOf() }
            if (versions.any { it.version == document.version }) {
                throw CongvanException.NotCommitted(Text("đã có phiên bản ${document.version} của `${document.name}`", "version ${document.version} of `${document.name}` is there"))
            }
            versions += document
        }
    }

    override fun kept(kind: String, name: String, version: ULong?): KeptDocument? =
        synchronized(lock) {
            val versions = documents[kind to name].orEmpty()
            if (version == null) versions.maxByOrNull { it.version } else versions.find { it.version == version }
        }

    override fun catalogue(kind: String): List<KeptVersion> =
        synchronized(lock) {
            documents.filterKeys { it.first == kind }.map { (key, versions) -> KeptVersion(key.second, versions.maxOf { it.version }) }
        }

    private companion object {
        val order: Comparator<DueItem> = compareBy<DueItem> { it.due.toInstant() }.thenBy { it.directive }

        fun UInt.clamped() = toLong().coerceAtMost(Int.MAX_VALUE.toLong()).toInt()

        fun <T> page(all: List<T>, after: ULong, limit: UInt): List<T> =
            if (after >= all.size.toULong()) emptyList() else all.subList(after.toInt(), all.size).take(limit.clamped())
    }
}
