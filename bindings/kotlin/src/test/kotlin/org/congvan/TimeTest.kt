package org.congvan

import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

/** Days and instants cross unchanged, and what has no form in the log is refused. */
class TimeTest {
    @Test
    fun `an instant comes back at plus seven, to the microsecond`() {
        for (text in listOf("1969-12-31T23:59:59.500000Z", "1970-01-01T00:00:00.000001Z", "0001-01-01T00:00:00+07:00", "9999-12-31T23:59:59.999999+07:00", "2024-02-29T12:30:00.123456+07:00")) {
            val instant = OffsetDateTime.parse(text)
            assertEquals(instant.withOffsetSameInstant(ZoneOffset.ofHours(7)), thereAndBack(instant), text)
        }
    }

    @Test
    fun `a day comes back`() {
        for (text in listOf("0001-01-01", "1969-12-31", "2024-02-29", "9999-12-31")) {
            val issue = Command.Issue(date = LocalDate.parse(text), notation = "UBND", number = 1U)
            assertEquals(issue, commandFromJson(commandToJson(issue)))
        }
    }

    @Test
    fun `what is finer than a microsecond is cut off`() {
        val fine = OffsetDateTime.parse("2024-03-25T10:00:00.000000999+07:00")
        assertEquals(OffsetDateTime.parse("2024-03-25T10:00:00+07:00"), thereAndBack(fine))
    }

    @Test
    fun `years beyond 1 to 9999 are refused`() {
        for (year in listOf(-1, 0, 10_000, 200_000, 999_999_999)) {
            val day = LocalDate.of(year, 6, 15)
            assertThrows(CongvanException.Input::class.java, { thereAndBack(day.atStartOfDay().atOffset(ZoneOffset.UTC)) }, "$year")
            assertThrows(CongvanException.Input::class.java, { Small.directory().use { it.unitName("so-y-te", day) } }, "$year")
        }
        for (extreme in listOf(OffsetDateTime.MIN, OffsetDateTime.MAX)) {
            assertThrows(CongvanException.Input::class.java) { thereAndBack(extreme) }
        }
    }

    private fun thereAndBack(at: OffsetDateTime): OffsetDateTime {
        val there = commandToJson(Command.Acknowledge(registeredAt = at, unit = "so-y-te"))
        return (commandFromJson(there) as Command.Acknowledge).registeredAt
    }
}
