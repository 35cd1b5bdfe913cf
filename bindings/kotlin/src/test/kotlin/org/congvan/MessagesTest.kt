package org.congvan

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test

class MessagesTest {
    private val reason =
        RefusalReason(
            code = "wrong_state",
            facts = Reason.WrongState(state = DirectiveStateName.DRAFTED, expected = listOf(DirectiveStateName.SIGNED)),
            sentence = Text(vi = "văn bản chưa ký", en = "the directive is not signed"),
            cure = Text(vi = "ký trước", en = "sign it first"),
            clause = Text(vi = "Nghị định 30/2020/NĐ-CP", en = "Decree 30/2020/ND-CP"),
        )

    @Test
    fun `a refusal tells its reasons in both languages`() {
        val refused: CongvanException = CongvanException.Refused(listOf(reason, reason))
        assertEquals("văn bản chưa ký; ký trước\nvăn bản chưa ký; ký trước", refused.message("vi"))
        assertEquals("the directive is not signed; sign it first", refused.message("en").lines().first())
        assertEquals(refused.message("en"), refused.message, "the message is what the library says")
        assertEquals(listOf("wrong_state", "wrong_state"), refused.reasons.map { it.code })
        assertEquals("ký trước", reason.cure["vi"])
        assertEquals(refused.message("vi"), refused.message(Lang.VI))
        assertEquals("sign it first", reason.cure[Lang.EN])
    }

    @Test
    fun `an exception without reasons has none`() {
        assertEquals(emptyList<RefusalReason>(), CongvanException.Closed().reasons)
        assertEquals("đối tượng đã đóng; hãy mở lại trước khi gọi", CongvanException.Closed().message("vi"))
    }

    @Test
    fun `a language that there is not is told`() {
        val told = assertThrows(IllegalArgumentException::class.java) { CongvanException.Closed().message("fr") }
        assertEquals("`fr` is no language of the library; expected `vi` or `en`", told.message)
    }
}
