package org.congvan

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import kotlin.io.path.copyTo
import kotlin.io.path.readText
import kotlinx.coroutines.runBlocking
import org.congvan.examples.directive3552.main as play
import org.congvan.examples.owndatabase.main as host
import org.congvan.readme.Table
import org.congvan.readme.drafted
import org.congvan.readme.located
import org.congvan.readme.main as readmeExample
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
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
        val told = printed { readmeExample() }
        assertTrue(told.contains("nghĩa vụ đầu vào chưa xong"), told)
        assertTrue(told.contains("SUBMIT so-y-te/1 2024-04-10T23:59:59"), told)
        assertTrue(told.contains("3 Issued"), told)
    }

    @Test
    fun `every line of Kotlin in the documentation is compiled`() {
        val shown = listOf("FirstDirective.kt", "Located.kt", "Snippets.kt", "RulesTest.kt").flatMap(::shown)
        assertEquals(shown.sorted(), snippets("bindings/kotlin/README.md").sorted())
        assertEquals(shown("ProveYourRule.kt"), snippets("docs/prove-your-rule.md"))
    }

    @Test
    fun `the rule and the coroutine of the README do what it says`() {
        Small.register().use { register ->
            Small.issue(register)
            located(register)
            val refused = assertThrows(CongvanException.Refused::class.java) { register.execute(Small.DIRECTIVE, Small.director, Small.submit(), Small.later) }
            assertTrue("the submission does not say where it is kept" in refused.reasons.single().sentence.en, refused.message)
            val executed = runBlocking { drafted(register, Small.officer, Small.mandate()) }
            assertInstanceOf(Event.Drafted::class.java, executed.events.single())
        }
    }

    @Test
    fun `the Kotlin column of the table of languages is compiled and runs`(@TempDir folder: Path) {
        for (readme in listOf("README.md", "README.vi.md")) {
            val table = Scenario.repository(readme).readText().substringAfter("| Rust | Python | Kotlin |\n|---|---|---|---|\n").substringBefore("\n\n")
            val column = table.lines().joinToString("") { it.removeSuffix(" |").substringAfterLast(" | ").trim('`') + "\n" }
            assertEquals(shown("Table.kt").single(), column, readme)
        }
        for (name in listOf("directory.toml", "mandate.toml")) Scenario.repository("examples/own-database/$name").copyTo(folder.resolve(name))
        // A machine of its own, since the files are named from the folder that it runs in.
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val run = ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Table::class.java.name)
        val process = run.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start()
        val told = process.inputStream.bufferedReader().readText()
        assertEquals("0: [DRAFT] wrong_unit [Drafted] 1", "${process.waitFor()}: ${told.trim()}")
    }

    /** The parts of a source that a document shows, as it shows them. */
    private fun shown(source: String): List<String> {
        val text = Scenario.repository("bindings/kotlin/src/test/kotlin/org/congvan/readme/$source").readText()
        val parts = text.split("// Shown from here.\n").drop(1).map { it.substringBefore("// Shown to here.") }
        return parts.map { it.trimIndent().trim('\n') + "\n" }
    }

    /** What a document shows in Kotlin. */
    private fun snippets(document: String): List<String> {
        val text = Scenario.repository(document).readText()
        return Regex("```kotlin\n(.*?)```", RegexOption.DOT_MATCHES_ALL).findAll(text).map { it.groupValues[1] }.toList()
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
