package org.congvan

import java.time.LocalDate
import java.time.OffsetDateTime
import java.util.Spliterator
import java.util.Spliterators
import java.util.stream.Stream
import java.util.stream.StreamSupport

/** What Java cannot say itself: the constructors by name, and the calls that take or give unsigned numbers. */
public object Congvan {
    /** Opens a register: `sqlite:PATH`, which is created where there is none, or `memory:`. */
    @JvmStatic
    public fun open(address: String): Register = Register.open(address)

    /** A register over a journal of the caller. */
    @JvmStatic
    public fun over(journal: Journal): Register = Register.over(journal)

    /** Reads a directory from a file, TOML or JSON by its name. */
    @JvmStatic
    public fun directory(path: String): Directory = Directory.fromFile(path)

    /** Reads a mandate from a file, TOML or JSON by its name. */
    @JvmStatic
    public fun mandate(path: String): Mandate = Mandate.fromFile(path)

    /** A directive of the pure core, folded from the lines of its history, which the host keeps in a database of its own. */
    @JvmStatic
    public fun replay(directive: String, lines: List<String>): Directive = Directive.replay(directive, lines)

    /** Sets the directory; the answer is its version in the register. */
    @JvmStatic
    public fun setDirectory(register: Register, directory: Directory): Long = register.setDirectory(directory).toLong()

    /** How many events a directive was folded from. */
    @JvmStatic
    public fun version(register: Register, directive: String): Long = register.version(directive).toLong()

    /** Checks the chain of one directive; the answer is how many rows were checked. */
    @JvmStatic
    public fun verify(register: Register, directive: String): Long = register.verify(directive).events.toLong()

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
    public fun lines(register: Register, after: Long): Stream<String> {
        require(after >= 0) { "the position `$after` is negative" }
        return register.lines(after.toULong()).asStream()
    }

    private fun <T> Sequence<T>.asStream(): Stream<T> =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false)
}
