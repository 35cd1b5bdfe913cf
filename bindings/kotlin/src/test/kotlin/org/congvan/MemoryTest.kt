package org.congvan

import com.sun.jna.Function
import com.sun.jna.NativeLibrary
import com.sun.jna.NativeLong
import com.sun.jna.Structure
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import java.lang.ref.Cleaner
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

class MemoryTest {
    /**
     * What `malloc` has handed out is counted, and what lives on the heap. The size of the process would also move with the
     * size of the heap, which grows as it pleases.
     */
    @Test
    fun `a hundred thousand calls leave no more than a mebibyte behind`() {
        val malloc = mallinfo()
        assumeTrue(malloc != null, "only glibc since 2.33 tells how much memory it has handed out")
        Small.register().use { register ->
            Small.issue(register)
            calls(register)
            val levels = List(ROUNDS + 1) {
                calls(register)
                used(malloc!!)
            }
            // A leak grows in every round; the compiler takes memory in some of them, whenever it comes to it.
            val growth = levels.zipWithNext { before, after -> after - before }.sorted()[ROUNDS / 2]
            assertTrue(growth * 100_000 / CALLS < MEBIBYTE, "$levels after rounds of $CALLS calls")
        }
    }

    /** A round of calls, a fifth of them of each kind. */
    private fun calls(register: Register) {
        repeat(CALLS / 5) {
            register.version(Small.DIRECTIVE)
            register.explain(Small.DIRECTIVE, Small.director, Small.submit(), Small.later)
            register.page(Small.DIRECTIVE)
            assertThrows(CongvanException.Refused::class.java) { register.execute(Small.DIRECTIVE, Small.officer, Small.submit(), Small.later) }
            assertThrows(CongvanException.Input::class.java) { register.find(Small.DIRECTIVE, "so-y-te") }
        }
    }

    private fun used(malloc: Function): Long {
        // Native memory of collected objects is given back by another thread, which the second collection meets again.
        repeat(2) {
            val collected = CountDownLatch(1)
            Cleaner.create().register(Any(), collected::countDown)
            do System.gc() while (!collected.await(10, TimeUnit.MILLISECONDS))
        }
        val info = malloc.invoke(MallInfo::class.java, emptyArray()) as MallInfo
        val heap = Runtime.getRuntime().let { it.totalMemory() - it.freeMemory() }
        return info.uordblks.toLong() + info.hblkhd.toLong() + heap
    }

    private fun mallinfo(): Function? =
        try {
            NativeLibrary.getInstance("c").getFunction("mallinfo2")
        } catch (_: UnsatisfiedLinkError) {
            null
        }

    /** The C library's `struct mallinfo2`. */
    @Structure.FieldOrder("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")
    class MallInfo : Structure(), Structure.ByValue {
        @JvmField var arena = NativeLong()
        @JvmField var ordblks = NativeLong()
        @JvmField var smblks = NativeLong()
        @JvmField var hblks = NativeLong()
        @JvmField var hblkhd = NativeLong()
        @JvmField var usmblks = NativeLong()
        @JvmField var fsmblks = NativeLong()
        @JvmField var uordblks = NativeLong()
        @JvmField var fordblks = NativeLong()
        @JvmField var keepcost = NativeLong()
    }

    private companion object {
        const val CALLS = 5_000
        const val ROUNDS = 7
        const val MEBIBYTE = 1L shl 20
    }
}
