/** The rule of the chapter on proving a rule; a test compares the two, and another looks for its flaw. */
package org.congvan.readme.prove

// Shown from here.
import org.congvan.Kind
import org.congvan.testing.*

val inTime = ruleOf("in-time", onOffer = { question ->
    val late = question.obligationDue?.let { question.at > it } ?: false
    if (late && question.kind == Kind.SUBMIT) {
        objection("đã quá thời hạn nộp báo cáo", "the time for sending the report is over")
    } else {
        null
    }
})

fun main() = checkRules(listOf(inTime), "in-time")
