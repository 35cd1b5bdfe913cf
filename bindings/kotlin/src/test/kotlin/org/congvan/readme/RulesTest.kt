/** The test of a rule in the README; a test compares the two. */
package org.congvan.readme

// Shown from here.
import org.congvan.testing.checkRules
import org.junit.jupiter.api.Test

class RulesTest {
    @Test
    fun `no rule of ours blocks a unit for ever`() = checkRules(listOf(Located))
}
