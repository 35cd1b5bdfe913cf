package org.congvan

import java.time.LocalDate
import java.time.OffsetDateTime
import java.util.Spliterator
import java.util.Spliterators
import java.util.stream.Stream
import java.util.stream.StreamSupport

/** What Java cannot say itself: the constructors by name, calls without what may be left out, and lists as streams. */
public object Congvan {
    /** Opens a register: `sqlite:PATH`, which is created where there is none, or `memory:`. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun open(address: String): Register = Register.open(address)

    /** A register over a journal of the caller. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun over(journal: Journal): Register = Register.over(journal)

    /** A register over a journal of the caller that is written in Java. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun over(journal: JavaJournal): Register = Register.over(journal(journal))

    /** A journal that is written in Java, as the library calls it. */
    @JvmStatic
    public fun journal(journal: JavaJournal): Journal = SignedJournal(journal)

    /** What a journal raises when a directive has moved on: the version that was decided on, and the one that there is. */
    @JvmStatic
    public fun conflict(directive: String, expected: Long, found: Long): CongvanException {
        require(expected >= 0 && found >= 0) { "the versions `$expected` and `$found` are not negative" }
        return CongvanException.Conflict(directive, expected.toULong(), found.toULong())
    }

    /** Reads a directory from a file, TOML or JSON by its name. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun directory(path: String): Directory = Directory.fromFile(path)

    /** Reads a mandate from a file, TOML or JSON by its name. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun mandate(path: String): Mandate = Mandate.fromFile(path)

    /** A directive of the pure core, folded from the lines of its history, which the host keeps in a database of its own. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun replay(directive: String, lines: List<String>): Directive = Directive.replay(directive, lines)

    /** Executes a command at the instant that the register's clock tells; it is named by its content. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun execute(register: Register, directive: String, actor: Actor, command: Command): Executed =
        register.execute(directive, actor, command)

    /** Who owes what, as it stands when the register's clock is asked. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun board(register: Register, directive: String): Board = register.board(directive)

    /** Sets the directory; the answer is its version in the register. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun setDirectory(register: Register, directory: Directory): Long = register.setDirectory(directory).toLong()

    /** How many events a directive was folded from. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun version(register: Register, directive: String): Long = register.version(directive).toLong()

    /** Checks the chain of one directive; the answer is how many rows were checked. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun verify(register: Register, directive: String): Long = register.verify(directive).events.toLong()

    /** Checks the rows of one directive, which the host keeps in a database of its own, from the first on. */
    @JvmStatic
    @Throws(CongvanException::class)
    public fun verify(directive: String, lines: List<String>): Verified = org.congvan.verify(directive, lines)

    /** Draws up the command that numbers, dates and dispatches a signed text. */
    @JvmStatic
    public fun issue(date: LocalDate, number: Int, notation: String): Command {
        require(number >= 0) { "the number `$number` is negative" }
        return Command.Issue(date = date, notation = notation, number = number.toUInt())
    }

    /** What this actor may do now, and what waits for something; read page by page as the stream goes on. */
    @JvmStatic
    public fun inbox(register: Register, actor: Actor, at: OffsetDateTime?): Stream<InboxEntry> =
        register.inboxEntries(actor, at).asStream()

    /** Everything that waits at an instant, what comes next first; read page by page as the stream goes on. */
    @JvmStatic
    public fun blockers(register: Register, directive: String, at: OffsetDateTime): Stream<Blockage> =
        register.allBlockers(directive, at).asStream()

    /** Everything that waits at an instant in a directive of the pure core, what comes next first. */
    @JvmStatic
    public fun blockers(directive: Directive, at: OffsetDateTime): Stream<Blockage> = directive.allBlockers(at).asStream()

    /** The identifiers of the directives, in their order; read page by page as the stream goes on. */
    @JvmStatic
    public fun directives(register: Register): Stream<String> = register.allDirectives().asStream()

    /** The identifiers of the units of a directory, in their order; read page by page as the stream goes on. */
    @JvmStatic
    public fun units(directory: Directory): Stream<String> = directory.allUnits().asStream()

    /** The members of a group on a day, in their order; none where the group is not known. */
    @JvmStatic
    public fun members(directory: Directory, group: String, on: LocalDate): Stream<String> =
        directory.allMembers(group, on).asStream()

    /** Every unit that received a directive, in their order; read page by page as the stream goes on. */
    @JvmStatic
    public fun receivers(register: Register, directive: String): Stream<String> = register.allReceivers(directive).asStream()

    /** Every unit that received a directive of the pure core, in their order. */
    @JvmStatic
    public fun receivers(directive: Directive, context: Context): Stream<String> = directive.allReceivers(context).asStream()

    /** The lines of every event after a position, read page by page as the stream goes on. */
    @JvmStatic
    public fun lines(register: Register, after: Long): Stream<String> = register.lines(position(after)).asStream()

    /** The records of every event after a position, with typed events; read page by page as the stream goes on. */
    @JvmStatic
    public fun records(register: Register, after: Long): Stream<LogRecord> = register.records(position(after)).asStream()

    /** The records of one directive, with typed events; read page by page as the stream goes on. */
    @JvmStatic
    public fun records(register: Register, directive: String): Stream<LogRecord> = register.records(directive).asStream()

    private fun position(after: Long): ULong {
        require(after >= 0) { "the position `$after` is negative" }
        return after.toULong()
    }

    private fun <T> Sequence<T>.asStream(): Stream<T> =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false)
}
