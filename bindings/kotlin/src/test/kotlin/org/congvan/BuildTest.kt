package org.congvan

import com.sun.jna.Platform
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The classes and the native library are of one build. */
class BuildTest {
    @Test
    fun `another library is refused in one sentence before it is asked for anything else`() {
        // What is loaded once is never loaded again: another process meets another library.
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val other = "-Duniffi.component.congvan.libraryOverride=${Platform.C_LIBRARY_NAME}"
        val running = ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), other, BuildTest::class.java.name)
        val process = running.redirectErrorStream(true).start()
        val told = process.inputStream.bufferedReader().readText()
        assertTrue(process.waitFor() != 0, told)
        assertTrue("the native library is of build `unknown`" in told && "take both from one jar" in told, told)
    }

    companion object {
        @JvmStatic
        fun main(arguments: Array<String>) {
            println(libraryVersion() + arguments.size)
        }
    }
}
