package org.congvan

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.readText
import org.congvan.examples.directive3552.main as play
import org.congvan.examples.owndatabase.main as host
import org.congvan.readme.main as readmeExample
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** The examples, run as a person runs them. */
class ExamplesTest {
    @Test
    fun `dispatch 3552 runs to its conclusion`(@TempDir folder: Path) {
        val arguments = arrayOf(folder.resolve("3552.db").toString(), Scenario.repository("examples/directive-3552").toString())
        val told = printed { play(arguments) }
        assertTrue(told.contains("3552-ubnd-snv: đã kết thúc, "), told)
        assertTrue(told.contains("bị từ chối, "), told)
        assertThrows(IllegalArgumentException::class.java) { play(arguments) }
    }

    @Test
    fun `a host keeps its own table`(@TempDir folder: Path) {
        val arguments = arrayOf(folder.resolve("host.db").toString(), Scenario.repository("examples/own-database").toString())
        val told = printed { host(arguments) }
        assertTrue(told.contains("nghĩa vụ đầu vào chưa xong"), told)
        assertTrue(told.contains("rows verified, the directive is in force"), told)
    }

    @Test
    fun `the example of the README runs`() {
        val example = Scenario.repository("bindings/kotlin/src/test/kotlin/org/congvan/readme/FirstDirective.kt").readText()
        val readme = Scenario.repository("bindings/kotlin/README.md").readText()
        assertTrue(readme.contains("```kotlin\n" + example.substringAfter("readme\n\n") + "```"), "README.md shows another example")
        val told = printed { readmeExample() }
        assertTrue(told.contains("nghĩa vụ đầu vào chưa xong"), told)
        assertTrue(told.contains("SUBMIT so-y-te/1 2024-04-10T23:59:59"), told)
        assertTrue(told.contains("3 Issued"), told)
    }

    private fun printed(run: () -> Unit): String {
        val screen = System.out
        val kept = ByteArrayOutputStream()
        try {
            System.setOut(PrintStream(kept, true, Charsets.UTF_8))
            run()
        } finally {
            System.setOut(screen)
        }
        return kept.toString(Charsets.UTF_8)
    }
}
