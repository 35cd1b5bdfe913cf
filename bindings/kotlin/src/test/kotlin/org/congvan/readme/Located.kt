/** The rule of the README; a test compares the two. */
package org.congvan.readme

import org.congvan.*

// Shown from here.
object Located : CustomRule {
    override fun name() = "reports-have-a-place"

    override fun version() = "1"

    override fun onOffer(question: RuleQuestion): Objection? = null

    override fun onCommand(question: RuleQuestion, command: Command): Objection? =
        if (command is Command.Submit && command.location == null) {
            Objection(
                sentence = Text(vi = "bản nộp không ghi nơi lưu", en = "the submission does not say where it is kept"),
                cure = Text(vi = "ghi nơi lưu văn bản", en = "say where the document is kept"),
            )
        } else {
            null
        }
}
