/** The column of the table in the README at the root; a test compares the two. */
package org.congvan.readme

import java.time.OffsetDateTime
import org.congvan.*

/** Runs where the files that the table names lie. */
object Table {
    @JvmStatic
    fun main(arguments: Array<String>) {
        require(arguments.isEmpty()) { "the table takes no argument" }
        val now = OffsetDateTime.parse("2024-03-25T10:00:00+07:00")
        val day = now.toLocalDate()
        // Shown from here.
        val register = Register.open("sqlite:so.db")
        val directory = Directory.fromFile("directory.toml")
        register.setDirectory(directory)
        val mandate = Mandate.fromFile("mandate.toml")
        val officer = directory.actor("so-noi-vu.officer", day)
        register.execute("d", officer, Command.Draft(mandate), now)
        val entries = register.inbox(officer, now).entries
        val reasons = register.explain("d", officer, Command.Sign, now)
        val events = register.log("d").map { it.event }
        val checked = register.verify()
        // Shown to here.
        println("${entries.map { it.kind }} ${reasons.first().code} ${events.map { it::class.simpleName }} ${checked.events}")
    }
}
