package org.congvan

import java.time.OffsetDateTime

/**
 * A [Journal] as Java can implement it: the same eleven methods, with numbers as Java has them.
 *
 * [Congvan.over] opens a register over one, and [Congvan.journal] makes it a [Journal]. What each method promises stands
 * with the method of [Journal] that has its name.
 */
public interface JavaJournal {
    /** As [Journal.append]. */
    @Throws(CongvanException::class)
    public fun append(entry: JournalEntry): Committed

    /** As [Journal.outcome]; null where nothing was committed under the name. */
    @Throws(CongvanException::class)
    public fun outcome(directive: String, commandId: String): JournalOutcome?

    /** As [Journal.stream]; null where the directive has no event. */
    @Throws(CongvanException::class)
    public fun stream(directive: String): JournalStream?

    /** As [Journal.read]. */
    @Throws(CongvanException::class)
    public fun read(directive: String, after: Long, limit: Int): List<String>

    /** As [Journal.streams]; with null from the first on. */
    @Throws(CongvanException::class)
    public fun streams(after: String?, limit: Int): List<JournalStream>

    /** As [Journal.feed]. */
    @Throws(CongvanException::class)
    public fun feed(after: Long, limit: Int): List<String>

    /** As [Journal.head]. */
    @Throws(CongvanException::class)
    public fun head(): Long

    /** As [Journal.due]; with null from the first on. */
    @Throws(CongvanException::class)
    public fun due(until: OffsetDateTime, after: DueItem?, limit: Int): List<DueItem>

    /** As [Journal.keep]. */
    @Throws(CongvanException::class)
    public fun keep(document: KeptDocument)

    /** As [Journal.kept]; with null the latest version, and null where there is none. */
    @Throws(CongvanException::class)
    public fun kept(kind: String, name: String, version: Long?): KeptDocument?

    /** As [Journal.catalogue]. */
    @Throws(CongvanException::class)
    public fun catalogue(kind: String): List<KeptVersion>
}

/** What the library calls where the journal is written in Java. No number of a journal is so large that a sign would matter. */
internal class SignedJournal(private val journal: JavaJournal) : Journal {
    override fun append(entry: JournalEntry): Committed = journal.append(entry)

    override fun outcome(directive: String, commandId: String): JournalOutcome? = journal.outcome(directive, commandId)

    override fun stream(directive: String): JournalStream? = journal.stream(directive)

    override fun read(directive: String, after: ULong, limit: UInt): List<String> = journal.read(directive, signed(after), signed(limit))

    override fun streams(after: String?, limit: UInt): List<JournalStream> = journal.streams(after, signed(limit))

    override fun feed(after: ULong, limit: UInt): List<String> = journal.feed(signed(after), signed(limit))

    override fun head(): ULong = journal.head().toULong()

    override fun due(until: OffsetDateTime, after: DueItem?, limit: UInt): List<DueItem> = journal.due(until, after, signed(limit))

    override fun keep(document: KeptDocument) = journal.keep(document)

    override fun kept(kind: String, name: String, version: ULong?): KeptDocument? = journal.kept(kind, name, version?.let(::signed))

    override fun catalogue(kind: String): List<KeptVersion> = journal.catalogue(kind)

    // The library asks for as much as there is with the largest number of all.
    private fun signed(number: ULong): Long = number.coerceAtMost(Long.MAX_VALUE.toULong()).toLong()

    private fun signed(number: UInt): Int = number.coerceAtMost(Int.MAX_VALUE.toUInt()).toInt()
}
