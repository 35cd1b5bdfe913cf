package org.congvan

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** What is a value is told and compared as one. */
class ValueTest {
    @Test
    fun `what has no data has a name`() {
        assertEquals("Sign", Command.Sign.toString())
        assertEquals("Board", Question.Board.toString())
    }

    @Test
    fun `a mandate is what it orders`() {
        Small.mandate().use { mandate ->
            Small.mandate().use { same ->
                assertEquals(Command.Draft(mandate), Command.Draft(same))
                assertEquals(Command.Draft(mandate).hashCode(), Command.Draft(same).hashCode())
                assertEquals(1, setOf(mandate, same).size)
            }
            Mandate.fromText("m.json", mandate.toJson().replace("V/v báo cáo quý", "V/v báo cáo năm")).use { other ->
                assertNotEquals(Command.Draft(mandate), Command.Draft(other))
            }
            assertEquals("Draft(mandate=Mandate(V/v báo cáo quý))", Command.Draft(mandate).toString())
        }
    }

    @Test
    fun `a closed mandate is compared with nothing but itself`() {
        val mandate = Small.mandate().apply { close() }
        assertEquals(mandate, mandate)
        assertEquals("Mandate(closed)", mandate.toString())
        Small.mandate().use { other -> assertThrows(IllegalStateException::class.java) { other == mandate } }
    }
}
