/** A host that keeps the events in a table of its own and uses only the pure core: no register, no journal of the library. */
package org.congvan.examples.owndatabase

import java.nio.file.Path
import java.security.MessageDigest
import java.sql.Connection
import java.sql.DriverManager
import java.sql.ResultSet
import java.time.OffsetDateTime
import org.congvan.Command
import org.congvan.CongvanException
import org.congvan.Context
import org.congvan.Directive
import org.congvan.Directory
import org.congvan.Mandate
import org.congvan.directiveStateName
import org.congvan.directiveStateText
import org.congvan.commandToJson
import org.congvan.message
import org.congvan.verify

private const val TABLE = """CREATE TABLE IF NOT EXISTS directive_event (
    directive TEXT NOT NULL, sequence INTEGER NOT NULL, command TEXT NOT NULL, hash TEXT NOT NULL, line TEXT NOT NULL,
    PRIMARY KEY (directive, sequence))"""

/** The host's side: a table, and one method through which every command goes. */
private class Host(private val base: Connection, private val directory: Directory) : AutoCloseable {
    private val context = Context(directory)

    init {
        base.createStatement().use { it.execute(TABLE) }
    }

    fun lines(directive: String): List<String> =
        query("SELECT line FROM directive_event WHERE directive = ? ORDER BY sequence", directive) { it.getString(1) }

    fun load(directive: String): Directive = Directive.replay(directive, lines(directive))

    private fun lastHash(directive: String): String? =
        query("SELECT hash FROM directive_event WHERE directive = ? ORDER BY sequence DESC LIMIT 1", directive) { it.getString(1) }
            .firstOrNull()

    /** Decides and stores in one transaction, so that nobody decides on a version that has passed. */
    fun act(directive: String, who: String, moment: String, name: String, command: String) {
        val at = OffsetDateTime.parse(moment)
        base.createStatement().use { it.execute("BEGIN IMMEDIATE") }
        try {
            val actor = directory.actor(who, at.toLocalDate())
            load(directive).use { it.decideJson(command, actor, at, context) }.use { decision ->
                for (row in decision.seal(name, decision.version(), lastHash(directive))) {
                    base.prepareStatement("INSERT INTO directive_event VALUES (?, ?, ?, ?, ?)").use { insert ->
                        listOf(directive, row.sequence.toLong(), name, row.hash, row.line)
                            .forEachIndexed { at, value -> insert.setObject(at + 1, value) }
                        insert.executeUpdate()
                    }
                }
                println("$moment  $who: ${decision.events().joinToString { it::class.simpleName.orEmpty() }}")
            }
            base.createStatement().use { it.execute("COMMIT") }
        } catch (failure: Throwable) {
            base.createStatement().use { it.execute("ROLLBACK") }
            throw failure
        }
    }

    private fun <T> query(sql: String, directive: String, read: (ResultSet) -> T): List<T> =
        base.prepareStatement(sql).use { statement ->
            statement.setString(1, directive)
            statement.executeQuery().use { rows -> buildList { while (rows.next()) add(read(rows)) } }
        }

    override fun close() = context.close()
}

/** Drafts, signs, issues and submits; the first argument names the database, the second the folder of the example. */
fun main(arguments: Array<String>) {
    val data = Path.of(arguments.getOrElse(1) { "examples/own-database" })
    val mandate = Mandate.fromFile(data.resolve("mandate.toml").toString())
    val directory = Directory.fromFile(data.resolve("directory.toml").toString())
    DriverManager.getConnection("jdbc:sqlite:" + arguments.getOrElse(0) { ":memory:" }).use { base ->
        Host(base, directory).use { host -> run(host, mandate) }
    }
}

private fun run(host: Host, mandate: Mandate) {
    val directive = "bao-cao-quy"
    val opening = "2024-03-25T10:00:00+07:00"
    host.act(directive, "so-noi-vu.officer", opening, "draft", commandToJson(Command.Draft(mandate)))
    host.act(directive, "ubnd-tinh.head", opening, "sign", commandToJson(Command.Sign))
    val issue = Command.Issue(date = OffsetDateTime.parse(opening).toLocalDate(), notation = "UBND-SNV", number = 12U)
    host.act(directive, "ubnd-tinh.clerk", opening, "issue", commandToJson(issue))

    // In JSON an obligation may be named by who owes what.
    val digest = MessageDigest.getInstance("SHA-256").digest("báo cáo của Sở Y tế".toByteArray())
    val hash = digest.joinToString("") { "%02x".format(it) }
    val submit = """{"submit": {"obligation": "so-y-te/1", "hash": "sha256:$hash", "media_type": "application/pdf",
        "signed_as": "head", "signed_by": "p4"}}"""
    host.act(directive, "so-y-te.head", "2024-04-01T08:00:00+07:00", "submit", submit)

    // Nobody has vetted the report yet: the core refuses its consolidation and says why.
    val early = """{"draft_consolidation": {"obligation": "so-noi-vu/2"}}"""
    try {
        host.act(directive, "so-noi-vu.officer", "2024-04-01T09:00:00+07:00", "too-early", early)
    } catch (refusal: CongvanException.Refused) {
        println(refusal.message("vi"))
    }

    val checked = verify(directive, host.lines(directive))
    val state = host.load(directive).use { directiveStateText(directiveStateName(it.state())).en }
    println("${checked.events} rows verified, the directive is $state")
}
