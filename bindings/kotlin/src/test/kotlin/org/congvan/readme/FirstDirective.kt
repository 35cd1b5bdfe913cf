/** The first example of the README; a test compares the two. */
package org.congvan.readme

// Shown from here.
import java.time.OffsetDateTime
import org.congvan.*

fun main() {
    val directory = Directory.fromFile("examples/own-database/directory.toml")
    val mandate = Mandate.fromFile("examples/own-database/mandate.toml")
    val day = OffsetDateTime.parse("2024-03-25T10:00:00+07:00")
    fun actor(office: String) = directory.actor(office, day.toLocalDate())

    Register.open("memory:").use { register -> // or sqlite:register.db
        register.setDirectory(directory)
        register.execute("bao-cao-quy", actor("so-noi-vu.officer"), Command.Draft(mandate), day)
        register.execute("bao-cao-quy", actor("ubnd-tinh.head"), Command.Sign, day)
        val issue = Command.Issue(date = day.toLocalDate(), notation = "UBND-SNV", number = 12U)
        register.execute("bao-cao-quy", actor("ubnd-tinh.clerk"), issue, day)

        val early = """{"draft_consolidation": {"obligation": "so-noi-vu/2"}}"""
        try {
            register.executeJson("bao-cao-quy", actor("so-noi-vu.officer"), early, day)
        } catch (refusal: CongvanException.Refused) {
            println(refusal.message("vi"))
        }
        for (entry in register.inboxEntries(actor("so-y-te.head"), day)) println("${entry.kind} ${entry.name} ${entry.due}")
        for (record in register.records("bao-cao-quy")) println("${record.sequence} ${told(record.event)}")
    }
}

fun told(event: Event): String =
    when (event) {
        is Event.Submitted -> "revision ${event.submission.revision} signed by ${event.submission.signedBy}"
        is Event.Unknown -> "${event.code}, which a later version wrote"
        else -> event::class.simpleName.orEmpty()
    }
